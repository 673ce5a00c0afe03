"""Reads songs that running text tells by a title in quotation marks, and who sings them: "over the end titles Nina Simone sings …".

A title in quotation marks is a song where somebody sings or plays it, where it plays over a scene, or
where the sentence speaks of music; in a document that sets films' titles so, only the first two
count. Singers are those whose song it is told to be; parts of the story that sing are none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from filmdossier.extract.names import full_names
from filmdossier.extract.phrases import BIOGRAPHIES, CAPITALISED, PROSE, clause_start, heading_says
from filmdossier.extract.polarity import polarity_of
from filmdossier.extract.singers import Singers
from filmdossier.extract.statement import claim
from filmdossier.model.annotations import Annotations, DocumentKind, Role, Sentence, Topic
from filmdossier.model.claim import Claim, Predicate
from filmdossier.model.text import Origin, Span
from filmdossier.model.titles import same_title

_QUOTED = re.compile(r"(?<![\w])[\"“](?P<title>[^\"“”\n]{2,90})[\"”]")
_TUNEFUL = re.compile(
    r"\b(?:music|score|soundtrack|songs?|singers?|sings?|sang|sung|singing|tunes?|ballads?|albums?|jukebox(?:es)?|gramophone|record player|recordings?|(?<=the )records|(?<=['’]s )records|duets?|arias?|hymns?|lullab(?:y|ies)|"
    r"samba|blues|reggae|calypso|croons?|crooned|crooning|vocals?|choir|chorus|melod(?:y|ies)|guitar|needle-drops?|band|orchestra|playback)\b"
)
_SINGING = r"(?:sing(?:s|ing)?|sang|sung|croon(?:s|ed|ing)?|belt(?:s|ed|ing)?(?: out)?|chant(?:s|ed|ing)?|hum(?:s|med|ming)?|whistl(?:es?|ed|ing)|wail(?:s|ed|ing)|strum(?:s|med|ming)?|yodel\w*|warbl\w+|duet(?:s|ted|ting)? on|lip-?sync\w* to|mim(?:es|ed|ing) to)"
_SUNG_BEFORE = re.compile(
    rf"\b(?:{_SINGING}|(?:perform|play)(?:s|ed|ing)?|danc(?:es?|ed|ing) to|(?:launch|break|burst|tear|swing)(?:es|s|ing|ed)? into|(?:strains|sounds?|tune|accompaniment|chords|notes) of"
    r"|(?:songs?|numbers?|tunes?|ballads?|lullab(?:y|ies)|hymns?|arias?|duets?|theme|tracks?|recordings?|records?|samba|waltz|anthems?|versions?|rendition)(?: \w+){0,3})(?:,| of| by| in|:| the| a| an| his| her| their| old| own| among| them| being| called| like| such| as| including| is| was| are| were)* ?$"
)
_HEARD_AFTER = re.compile(
    r"^,?(?: which| that)?(?: \w+ly)? ?(?:plays? (?:over|under|on|for|behind|as|out|in|at|while)|runs? (?:under|over)|is (?:heard|sung|played|hummed|whistled|used)|was (?:sung|recorded)|accompan(?:y|ies)|over the (?:\w+ )?(?:credits|titles)"
    r"|under the (?:\w+ )?(?:credits|titles)|on the (?:soundtrack|jukebox|radio|car (?:radio|stereo)|gramophone)|(?:sung|performed|played|recorded|crooned) by)\b"
)
_NO_SONG = re.compile(
    r"\b(?:wrote|writes|called|calls|says?|said|described|praised|reviews?|nominat\w+|episode|sketch|chapter|article|essay|poem|short story|story|novel|book|play|film|movie|picture|short|series|nickname\w*|tagline|line|word|words|phrase|"
    r"titled|headline|motto|slogan|speech|prize|award|painting|magazine|newspaper|issue|section|programme|season|known as|dedicated to|entitled|so-called|stage version|parod\w+|adapted|based)\b[^\"“”]{0,25}$"
)
_UNUSED = re.compile(
    r"\b(?:cut from|not (?:used|included|heard)|deleted|omitted|dropped|left out|replaced|rejected|wanted|too late|unable|refused|intended|reused|later recorded|cover version|plagiari\w+|stolen|copied|similar|reminiscent|introduced in)\b"
)
_AMONG = re.compile(
    r"\W*(?:(?:and|or|as well as|the|an?|also|of|by|with|from|then|in|’s|'s|s|both|again|to|even|his|her|their)\W+|[A-ZÀ-Þ][\w'’.-]*\W+){0,9}"
)
_WORK = re.compile(
    rf"(?:(?P<maker>{CAPITALISED})['’]s? )?(?P<title>(?:(?:{CAPITALISED}|(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Ninth)) ){{0,4}}(?:Concerto|Symphony|Sonata|Requiem|Passion|(?:String|Piano|Clarinet|Trout) (?:Quintet|Quartet)|Nocturne|Pr[eé]lude|Serenade|Rhapsody|Fugue|Adagio|Mass|Suite|Waltz|Variations|Impromptu|Sarabande|Stabat Mater|Te Deum)"
    r"(?: [Nn]o\.? ?\d+)?(?: in [A-G](?:[- ](?:flat|sharp))?(?: (?:major|minor))?)?)\b(?! (?:Hall|Band|Street))"
)
_OF_MUSIC = re.compile(
    r"\b(?:music|score|soundtrack|heard|hears?|plays?|played|piano|orchestra|movement|record|gramophone|radio|accompan\w+|strains|swells?)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Title:
    title: str
    span: Span  # of the words between the quotation marks
    quoted: Span  # marks included
    sure: float
    classical: bool = False  # a work named without marks, whose maker is no singer


def songs_told(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    """Claims on songs that sentences name, and on those who sing them; articles of encyclopedias, which quote much else, have their own parts on music."""
    if annotations.kind in (DocumentKind.ENCYCLOPEDIA, DocumentKind.SCORES):
        return
    text = annotations.document.text
    singers = Singers(annotations, topic, full_names(annotations))
    quoting = _quotes_films(annotations, topic)
    for sentence in annotations.sentences_in(topic.passage):
        block = annotations.block_of(sentence)
        if block.kind not in PROSE or block.origin is not Origin.BODY or heading_says(sentence, BIOGRAPHIES):
            continue
        titles = list(_titles(annotations, topic, sentence, tuneful=_tuneful(annotations, sentence), quoting=quoting))
        for one in titles:
            before = _unquoted(text[clause_start(text, sentence.span.start, one.quoted.start) : one.quoted.start])
            yield claim(
                annotations, topic, Predicate.SONG, one.title, one.span,
                extractor="songs told", confidence=one.sure, polarity=polarity_of(before[-80:]),
            )  # fmt: skip
        performed = singers.of_titles(sentence, [one.quoted for one in titles if not one.classical])
        played = singers.of_sentence(sentence) if _about_music(annotations, sentence) else ()
        for name, span, sure in (*performed, *played):
            start = clause_start(text, sentence.span.start, span.start)
            clause = _unquoted(text[start : span.start])
            if _UNUSED.search(clause):
                continue
            yield claim(
                annotations, topic, Predicate.SOUNDTRACK_ARTIST, name, span,
                extractor="singers told", confidence=sure, polarity=polarity_of(clause[-80:]),
            )  # fmt: skip


def _titles(annotations: Annotations, topic: Topic, sentence: Sentence, *, tuneful: bool, quoting: bool) -> Iterator[_Title]:
    text, span = annotations.document.text, sentence.span
    last: Span | None = None
    for match in _QUOTED.finditer(text, span.start, span.end):
        quoted = Span(match.start(), match.end())
        start = clause_start(text, span.start, quoted.start)
        before, after = text[start : quoted.start], text[quoted.end : min(quoted.end + 70, span.end)]
        listed = last is not None and last.end >= start and _AMONG.fullmatch(text[last.end : quoted.start]) is not None
        sung = _SUNG_BEFORE.search(_unquoted(before)) is not None or _HEARD_AFTER.match(after) is not None
        title = match["title"].strip(" ,.")
        if (
            not _song_like(title, foreign=sung or listed)
            or same_title(title, topic.title)
            or _UNUSED.search(before + after)
            or (_NO_SONG.search(before) and not sung)
            or re.match(r" ?\((?:18|19|20)\d\d\)", after)
            or (re.search(rf"{CAPITALISED} $", before) and re.match(r" [A-Z]", after))  # Bobby "Boris" Pickett
        ):
            continue
        capitals = all(word[0].isupper() for word in re.findall(r"[^\W\d_]{4,}", title))
        if not (sung or listed or (tuneful and capitals and not quoting and sentence.role is not Role.PLOT)):
            continue
        if (
            sung
            and not listed
            and not (tuneful or _TUNEFUL.search(_unquoted(annotations.text(span))))
            and not re.search(rf"{_SINGING}| into ", before[-40:])
        ):
            continue  # "he plays "Boris""
        last = quoted
        at = match.start("title") + match["title"].index(title)
        sure = 0.6 if sung or listed else 0.55
        yield _Title(title=title, span=Span(at, at + len(title)), quoted=quoted, sure=sure)
    if not tuneful and not _OF_MUSIC.search(annotations.text(span)):
        return
    for match in _WORK.finditer(text, span.start, span.end):
        words = match["title"].split()
        if (len(words) > 1 or match["maker"]) and text[match.start() - 1] not in '"“' and _OF_MUSIC.search(annotations.text(span)):
            named = Span(match.start("title"), match.end("title"))
            yield _Title(title=match["title"], span=named, quoted=named, sure=0.55, classical=True)


def _tuneful(annotations: Annotations, sentence: Sentence) -> bool:
    """Whether the sentence speaks of music, or its paragraph does more than once."""
    if sentence.role is Role.MUSIC or _TUNEFUL.search(_unquoted(annotations.text(sentence.span))):
        return True
    paragraph = _unquoted(annotations.text(annotations.block_of(sentence).span)[:4000])
    return len({match.group() for match in _TUNEFUL.finditer(paragraph)}) > 1


def _about_music(annotations: Annotations, sentence: Sentence) -> bool:
    """Whether the sentence, or the one before it in the same paragraph, speaks of the film's music."""
    if sentence.role is Role.MUSIC:
        return True
    start = sentence.span.start
    if sentence.index > 0:
        before = annotations.sentences[sentence.index - 1]
        if before.block == sentence.block:
            start = before.span.start
    words = _unquoted(annotations.text(Span(start, sentence.span.end)))
    return (
        re.search(
            r"\b(?:score|soundtrack|(?:film|background|incidental|original|the|his|her) music|theme(?: tune| song)?|songs?|flute|voice sings)\b",
            words,
        )
        is not None
    )


def _quotes_films(annotations: Annotations, topic: Topic) -> bool:
    """Whether the document sets titles of films in quotation marks, so that one tells of no song."""
    text = annotations.document.text
    return any(
        same_title(match["title"].strip(" ,."), topic.title)
        or re.match(r",? ?\((?:18|19|20)\d\d\)", text[match.end() : match.end() + 8])
        for match in _QUOTED.finditer(text, topic.passage.start, topic.passage.end)
    )


def _unquoted(words: str) -> str:
    return re.sub(r"[\"“][^\"“”\n]{2,90}[\"”]", "“…”", words)


def _song_like(title: str, *, foreign: bool) -> bool:
    tokens = title.split()
    if (
        not tokens
        or len(tokens) > 11
        or not (tokens[0].lstrip("(¡¿'’")[:1].isupper() or tokens[0][:1].isdigit())
        or title.endswith(("?!", ":"))
    ):
        return False
    if re.search(r"[.;:!?] [A-Z]|[a-z]\. ", title):
        return False  # sentences
    capitals = sum(token.lstrip("(¡¿'’")[:1].isupper() or not token[0].isalpha() for token in tokens)
    return capitals * 2 >= len(tokens) or (
        foreign and len(tokens) <= 7 and not re.search(r"\b(?:the|and|is|of|you|it|my|your)\b", title)
    )
