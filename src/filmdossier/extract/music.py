"""Reads which songs are in the film and whose recordings: track listings, lists of numbers, sentences.

The score's composer is a credit, not an artist of the soundtrack; pieces of the score are no songs.
"""

import re
from collections.abc import Iterator

from filmdossier.extract.names import full_names
from filmdossier.extract.phrases import CAPITALISED, PROSE, REACH, clause_start
from filmdossier.extract.polarity import polarity_of
from filmdossier.extract.statement import claim
from filmdossier.extract.track_lists import MUSIC_HEADING, listed_tracks, name_list, table_tracks
from filmdossier.model.annotations import Annotations, DocumentKind, MentionKind, Role, Sentence, Topic
from filmdossier.model.claim import Claim, Predicate
from filmdossier.model.text import BlockKind, MarkKind, Origin, Span
from filmdossier.model.titles import same_title, slugify

_COMPOSER_LABELS = frozenset(["music", "music by", "composer", "composers", "score", "original music", "music director"])
_PERFORMS = (
    # (words before the names, confidence in a part on music, elsewhere)
    (re.compile(r"\b(?:sung|performed|recorded|crooned|covered)(?: (?:live|on screen|off[- ]screen|here|again|in the film|and \w+|for the (?:film|soundtrack)))*(?: in the film)? by "), 0.75, 0.55),
    (re.compile(r"(?<!, )\bplayed (?:later |live |again )?(?:on tape |on the \w+ )?by "), 0.6, 0.3),
    (re.compile(r"\b(?:vocals|singing) (?:are |is |were |was )?(?:provided |done |supplied )?by "), 0.7, 0.4),
    (re.compile(r"\bvoices? (?:is|was|are|were) (?:that of|those of|dubbed by|provided by|supplied by) "), 0.7, 0.55),
    (re.compile(r"\b(?:most|much|some|all|many|several|nearly all|two|three|four) of (?:it|them|which|the songs) (?:sung |performed |played )?(?:by|from) (?=(?:the )?[A-Z])"), 0.65, 0.55),
    (re.compile(r"\b(?:records|recordings|songs|tunes|numbers|discs) of (?:the )?[^,;.]{3,40}? by (?=(?:the )?[A-Z])"), 0.65, 0.55),
    (re.compile(r"\b(?:songs|tracks|tunes|hits|(?:rock|pop|jazz|soul|period|popular|source|classical|vintage) music|recordings|contributions|numbers) (?:by|from|performed by|recorded by) (?:the )?(?:(?:\w+ )?(?:artists?|bands?|groups?|singers?|musicians?)(?: such as| like)? )?(?=[A-Z])"), 0.7, 0.5),
    (re.compile(r"\b(?:[Aa]rtists|[Mm]usicians|[Bb]ands|[Ss]ingers|[Pp]erformers|[Gg]roups)\b[^.;]{0,50}?\b(?:soundtrack|album|film)\b[^.;]{0,20}?\b(?:includ\w+|are|were|such as|like|featur\w+) "), 0.85, 0.8),
    (re.compile(r"\b(?:soundtrack|album)(?: album)?\b(?: \w+){0,3} (?:features?|includes?|featuring|including|contains?|boasts|showcases) (?:\w+ ){0,4}?(?:artists|bands|singers|musicians|performers|vocalists|groups)(?: such as| like|,)? "), 0.75, 0.7),
    (re.compile(r"\bplayback singers? "), 0.8, 0.6),
    (re.compile(r"\b(?:soundtrack|album)(?: album)? (?:also )?(?:features?|includes?) (?=(?:the )?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)*, )"), 0.6, 0.5),
    (re.compile(r"\b(?:contains?|features?|includes?) (?:[a-z]+ ){0,2}(?:music|songs|tracks) (?:from|by) (?=(?:the )?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)*(?:,| and ))"), 0.65, 0.55),
    (re.compile(r"\b(?:as well as|including|with|features?|featuring) (?:the )?(?:vocals|voices?|recordings?|performances?) (?:of|by|from) "), 0.65, 0.45),
    (re.compile(r"\b(?:featur\w+|with|including) (?:\w+ ){0,2}(?:harmonica|guitar|piano|saxophone|trumpet|violin|sitar|organ|flute|drums|vocals|cello)(?: \w+)? (?:by|from) "), 0.65, 0.5),
    (re.compile(r"\b(?:recorded|performed|played)(?: \w+){0,4} (?:with|by) (?=the [A-Z][\w ]*(?:Orchestra|Symphony|Philharmonic|Choir|Ensemble|Quartet|Band|Chorus))"), 0.75, 0.6),
    (re.compile(r"[\"”’'] by (?:the )?(?:(?:[a-zA-Z]+ ){0,3}?(?:band|group|singer|duo|trio|rapper|artist|musician|rockers?) )?(?=[A-Z])"), 0.6, 0.5),
)  # fmt: skip
_SINGS = re.compile(
    r" (?:also |then |who |later )?(?:sings?|sang|croons?|crooned|belts? out|performs?|performed|recorded|records|covers?|covered) (?:the |a |an |his |her |their |two |three |\w+ )*(?:theme|title|song|songs|track|tracks|version|number|[\"“'‘])"
)
# "Link Wray, Latin Playboys and Carlos Santana are also heard on the soundtrack album"
_HEARD = re.compile(
    r" (?:is|are|was|were|can be|may be) (?:also |all |both )?(?:heard|featured|included|represented) (?:on|in) (?:the |its )?(?:film['’]s )?"
    r"(?:soundtrack|album|film|movie)\b"
)
# "Kenny Rogers' "Just Dropped In"", "the Gipsy Kings play "Hotel California"": whose a song in quotation marks is.
_WHOSE = re.compile(
    rf"(?P<name>{CAPITALISED}(?: (?:(?:of|the|and|&|de|la) )?{CAPITALISED}){{0,4}}?)(?:['’]s?(?: (?:[a-z]+ ){{0,3}}(?:version|rendition|recording|cover) of)?| (?:plays?|played|lends? (?:his|her|their) voices? to)) (?=[\"“][A-Z(])"
)
# "A and B lent their voices to", "C and D are heard in": the singers of an item.
_VOICES = re.compile(
    r" (?:(?:each )?(?:lent|lends?) (?:his|her|their) voices? to|(?:is|are|was|were|can be) heard (?:together )?(?:in|on)|alone (?:in|to|sings)|(?:is|are|was|were) the (?:voices?|singers?) (?:of|in)) (?=[\"“])"
)
# "Cat Stevens, whose songs make up nearly all": whose music it is.
_WHOSE_SONGS = re.compile(
    rf"(?P<name>{CAPITALISED}(?: (?:(?:of|the|and|&|de|la) )?{CAPITALISED}){{0,4}}), whose (?:[a-z]+ ){{0,2}}?(?:songs?|records?|recordings?|version|[\"“][A-Z])"
)
# "was written by Stu Gardner and performed by him".
_BY_HIM = re.compile(
    rf"\b(?:written|composed) by (?P<name>{CAPITALISED}(?: {CAPITALISED}){{0,3}}),? (?:and|who also) (?:(?:sung|performed|recorded) by (?:him|her|them)(?:self|selves)?|sings|performs)\b"
)
_BETWEEN = re.compile(r", and |, | and ")  # "&" belongs to the name of a band
_RUN_OF_NAMES = re.compile(
    rf"(?:{CAPITALISED}(?: {CAPITALISED}){{0,3}}(?:, | and |, and )){{0,5}}{CAPITALISED}(?: {CAPITALISED}){{0,3}}$"
)
_BAND = re.compile(r"[A-Z0-9][\w.'’-]*(?: (?:&|of|the|[A-Z0-9][\w.'’-]*)){0,6}")
_SONG_CUE = re.compile(
    r"\b(?:songs?|tracks?|tunes?|ballads?|singles?|anthems?|hymns?|arias?|carols?|duets?|numbers?|theme|sings?|sang|sung|sing(?:ing)|performs?|performed|plays?|played|whistl\w+|hums?|lullaby|waltz|aria|recorded|"
    r"duet|medley|rendition|melody|carol|hit|lyrics|credits)\b|^ by (?:the )?(?:\w+ ){0,3}?(?:band|group|singer|duo|rapper)\b"
)
_MUSIC_WORD = re.compile(
    r"\b(?:songs?|records|recordings?|plays?|soundtrack|album|track|theme|vocals?|music|sings?|sung|accompan\w+)\b"
)
_SONG_SURE = re.compile(
    r"\b(?:songs?|(?:sound)?tracks?|recordings?|records|jukebox(?:es)?|radios?|heard|accompan(?:y|ies|ied)|plays? (?:over|under|on|behind)|version of|renditions?|tunes?|themes?|sings?|sang|sung|single|ballad|item number|singing|hymn|lullaby)\b|^ by (?:the )?(?:\w+ ){0,3}?(?:band|group|singer|duo|rapper)\b"
)
_QUOTED = re.compile(r"(?<![\w])[\"“](?P<title>[^\"“”\n]{2,90})[\"”]")
_TITLED = re.compile(
    r"\b(?:songs?|track|theme song|title song|tune|ballad|single|anthem|item number|lullaby|number)(?: (?:is|was|called|titled|entitled|named|of|,|the|being|in the film|one))*,? (?P<title>[A-Z][\w'’]+(?: (?:(?:of|the|a|in|to|on|and|for|my|me|you) ){0,2}[A-Z][\w'’]+){1,8})(?=[,.;]| (?:was|is|by|which|that|sung|performed|composed))"
)
_OTHER = re.compile(
    r"\b(?:reviews?|wrote|stated|called|described|said|praised|nominat\w+|episode|sketch|parod\w+|lampoon\w+|spoof\w*|sampled|working title|covered in|short story|Billboard|cover version|chapter|article|essay|"
    r"poem|stage name|nickname|tagline|line|word|phrase|term)\b"
)
_UNUSED = re.compile(
    r"\b(?:unused|cut from|not (?:used|included|featured|appear)|deleted|omitted|dropped|left out|replaced|considered|rejected|wanted|did not finish|too late|unable|refused|reused|intended)\b"
)
_STAGED = re.compile(
    r"\b(?:stage (?:version|production|musical|adaptation)|staged|musical version|documentary|cover version|television series|Broadway|episode)\b"
)


def music(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    """Claims on songs and on the artists of the soundtrack."""
    composers = _composers(annotations, topic)
    full = full_names(annotations)
    for found in (*table_tracks(annotations, topic, composers), *listed_tracks(annotations, topic)):
        predicate, value, span, confidence = found
        value = full.get(value, value) if predicate is Predicate.SOUNDTRACK_ARTIST else value
        yield claim(annotations, topic, predicate, value, span, extractor="track list", confidence=confidence)
    for sentence in annotations.sentences_in(topic.passage):
        block = annotations.block_of(sentence)
        if block.kind not in PROSE or block.origin is not Origin.BODY or sentence.role is Role.PLOT:
            continue
        musical = sentence.role is Role.MUSIC or any(MUSIC_HEADING.search(title) for title in sentence.section)
        if block.kind is BlockKind.LIST_ITEM and musical and annotations.text(block.span)[:1] in "\"“'":
            continue  # read as a list of numbers
        yield from _artists(annotations, topic, sentence, composers, full, musical=musical)
        yield from _songs(annotations, topic, sentence, musical=musical)


def _composers(annotations: Annotations, topic: Topic) -> frozenset[str]:
    return frozenset(
        slugify(item.of(annotations.document.text))
        for block in annotations.document.fields(Origin.INFOBOX)
        if block.span.start in topic.passage
        and block.label.casefold().replace("_", " ") in _COMPOSER_LABELS
        and "album" not in block.template
        for item in block.cells[0].items
    )


def _artists(
    annotations: Annotations, topic: Topic, sentence: Sentence, composers: frozenset[str], full: dict[str, str], *, musical: bool
) -> Iterator[Claim]:
    text, span = annotations.document.text, sentence.span
    words = annotations.text(span)
    named = musical or _MUSIC_WORD.search(words) is not None
    tuneful = named or _SONG_SURE.search(words)
    if not tuneful or _STAGED.search(words):
        return
    found: list[tuple[str, Span, float]] = []
    for pattern, inside, outside in _PERFORMS:
        for match in pattern.finditer(text, span.start, span.end):
            confidence = inside if musical else outside
            if not musical and _OTHER.search(text[max(span.start, match.start() - REACH) : match.start()]):
                confidence *= 0.5
            found += [(name, at, confidence) for name, at in name_list(text, match.end(), span.end)]
    for match in _SINGS.finditer(text, span.start, span.end):
        singer = re.search(
            r"(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)*)(?:, as [^,]{1,40},)?$",
            text[max(span.start, match.start() - 120) : match.start()],
        )
        if singer:
            base = max(span.start, match.start() - 120)
            at = Span(base + singer.start("name"), base + singer.end("name"))
            found.append((singer["name"], at, 0.6 if musical else 0.3))
    for match in _WHOSE.finditer(text, span.start, span.end) if named else ():
        sung = musical or _SONG_SURE.search(words)
        closing = re.compile(
            r"[^\"“”\n]{1,90}[\"”],? (?:is|was|are|were) (?:actually |really )?(?:sung|performed|dubbed|voiced|answered)\b"
        )
        a_part = text[match.start() - 4 : match.start()] == "the " and " " not in match["name"]
        if a_part or closing.match(text, match.end() + 1, span.end):
            continue  # "Eurydice's "Manhã de Carnaval" is sung by Elizeth Cardoso": a part's
        if sung and not _OTHER.search(text[max(span.start, match.start() - 40) : match.start()]):
            at = Span(match.start("name"), match.end("name"))
            found.append((re.sub(r"^The (?=[A-Z])|['’]$", "", match["name"]), at, 0.65 if musical else 0.5))
    for pattern in (_WHOSE_SONGS, _BY_HIM):
        for match in pattern.finditer(text, span.start, span.end):
            found.append((match["name"], Span(match.start("name"), match.end("name")), 0.65 if musical else 0.55))
    for match in _VOICES.finditer(text, span.start, span.end) if musical else ():
        run = _RUN_OF_NAMES.search(text[max(span.start, match.start() - 160) : match.start()])
        if run:
            begin = match.start() - len(run.group())
            found += [(name, at, 0.7) for name, at in name_list(text, begin, match.start())]
    for match in _HEARD.finditer(text, span.start, span.end):
        start = clause_start(text, span.start, match.start())
        edges = [start, *(edge for comma in _BETWEEN.finditer(text, start, match.start()) for edge in comma.span()), match.start()]
        pieces = [Span(*edges[n : n + 2]) for n in range(0, len(edges), 2) if edges[n] < edges[n + 1]]
        # Names and nothing else: "Songs by X are heard" is read above, "the theme is heard" names nobody.
        if all(_BAND.fullmatch(piece.of(text)) for piece in pieces) and (len(pieces) > 1 or " " in pieces[0].of(text)):
            found += [(piece.of(text), piece, 0.75 if musical else 0.65) for piece in pieces]
    for name, at, confidence in found:
        if slugify(name) in composers or any(m.span == at for m in annotations.mentions_in(at, MentionKind.PLACE)):
            confidence *= 0.6
        clause = text[clause_start(text, span.start, at.start) : at.end]
        if _UNUSED.search(clause) or same_title(name, topic.title):
            continue
        yield claim(
            annotations, topic, Predicate.SOUNDTRACK_ARTIST, full.get(name, name), at,
            extractor="artists in prose", confidence=round(confidence, 3), polarity=polarity_of(clause[-100:]),
        )  # fmt: skip


def _songs(annotations: Annotations, topic: Topic, sentence: Sentence, *, musical: bool) -> Iterator[Claim]:
    text, span = annotations.document.text, sentence.span
    base = 0.4 if annotations.kind is DocumentKind.REVIEW and not musical else 0.7 if musical else 0.55
    if re.search(r"\bstage (?:version|production|musical|adaptation)|\bstaged\b", annotations.text(span)):
        return
    taken: list[Span] = []
    for match in _QUOTED.finditer(text, span.start, span.end):
        title = match["title"].strip(" ,.")
        start = clause_start(text, span.start, match.start())
        before, after = text[start : match.start()], text[match.end() : min(match.end() + 70, span.end)]
        if not _song_like(title) or _UNUSED.search(before + after):
            continue
        near = f"{before[-70:]} {after}"
        listed = (
            bool(taken)
            and re.fullmatch(
                r"\W*(?:(?:and|or|as well as|the|an?|\w+|version|of|by)\W+){0,7}", text[taken[-1].end + 1 : match.start()]
            )
            is not None
        )
        cued = _SONG_CUE.search(near) if musical else _SONG_SURE.search(near) and not _OTHER.search(before[-60:])
        whose = _SONG_SURE.search(annotations.text(span)) and _WHOSE.search(text[max(start, match.start() - 60) : match.end()])
        # In a part on the songs, a title in quotation marks is one of them, whatever the verb.
        plain = musical and not _OTHER.search(near) and all(word[0].isupper() for word in title.split() if len(word) > 3)
        if not (cued or listed or whose or plain):
            continue
        sure = max(base, 0.55) if whose else base if cued or listed else 0.55
        at = Span(match.start("title"), match.end("title"))
        taken.append(at)
        yield claim(
            annotations,
            topic,
            Predicate.SONG,
            title,
            at,
            extractor="songs in prose",
            confidence=sure,
            polarity=polarity_of(before[-80:]),
        )
    for mark in annotations.marks_in(span, MarkKind.ITALIC):
        before = text[max(span.start, mark.span.start - 40) : mark.span.start]
        if (
            musical
            and re.search(r"\b(?:song|songs|track|number|tune|theme)s? [\"“]?$", before)
            and not any(mark.span.overlaps(s) for s in taken)
        ):
            yield claim(
                annotations,
                topic,
                Predicate.SONG,
                annotations.text(mark.span).strip(" ,."),
                mark.span,
                extractor="songs in prose",
                confidence=0.6,
            )
    for match in _TITLED.finditer(text, span.start, span.end):
        at = Span(match.start("title"), match.end("title"))
        if not any(at.overlaps(other) for other in taken):
            yield claim(
                annotations,
                topic,
                Predicate.SONG,
                match["title"],
                at,
                extractor="songs in prose",
                confidence=0.6 if musical else 0.3,
            )


def _song_like(title: str) -> bool:
    tokens = title.split()
    capitals = sum(token[0].isupper() or not token[0].isalpha() for token in tokens)
    return (
        bool(tokens)
        and len(tokens) <= 11
        and tokens[0][0].isupper()
        and capitals * 2 >= len(tokens)
        and not title.endswith(("?!", ":"))
    )
