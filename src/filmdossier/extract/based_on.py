"""Reads the work that the film was made from: labelled values and sentences ("based on the novel … by …").

Values are the title, with its author where the document puts them together; "the novel of the
same name by X" where no title is given; "the true story of X" for events and lives.
"""

import re
from collections.abc import Iterator

from filmdossier.extract.phrases import NAME_PHRASE, clause_start, heading_says, prose_sentences, speaks_of_other
from filmdossier.extract.polarity import polarity_of
from filmdossier.extract.statement import claim
from filmdossier.extract.works import works_in
from filmdossier.model.annotations import Annotations, DocumentKind, Role, Sentence, Topic
from filmdossier.model.claim import Claim, Predicate
from filmdossier.model.text import Block, Origin, Span

_LABELS = frozenset(
    [
        "based on",
        "based_on",
        "source",
        "source material",
        "original story",
        "adapted from",
        "novel",
        "movie.isbasedon",
        "film.isbasedon",
        "book",
    ]
)
_WRITER_LABELS = frozenset(["writer", "writers", "written by", "written_by", "story", "story by", "screenplay", "screenplay by"])
_SOURCE_NOTE = re.compile(
    r"\((?:[^()]*\b)?(?:novel|book|play|short story|novella|original story|comics?|memoir|musical)\b[^()]*\)", re.IGNORECASE
)
_KIND = (
    r"(?:(?:short |graphic |light |web |comic |stage |radio |television |TV |musical |non-?fiction |science fiction |children['’]s |best-?selling |verse |one-act |Broadway |historical |crime |detective |"
    r"pulp |unpublished |autobiographical |true |epic |magazine |newspaper |[A-Z]\w+ (?:language )?)*(?:novels?|novellas?|books?|plays?|stor(?:y|ies)|memoirs?|autobiograph(?:y|ies)|biograph(?:y|ies)|comics?|comic[- ]book(?: series)?|comic (?:strip|series)|"
    r"manga(?: series)?|musical|opera|poems?|ballad|legend|fairy ?tale|folk ?tale|article|series|video games?|game|teleplay|radio (?:play|drama|series)|screenplay|anime series|character|characters|work|works|tale|life|film|movie|"
    r"television (?:series|play|drama)|TV series|events|account|production|serial|song|trial|case|diar(?:y|ies)|letters|drama))"
)
_CUE = re.compile(
    r"\b(?i:(?:loosely |partly |partially |largely |directly |faithfully |freely |very loosely )?(?:based|founded) (?:in part |loosely |partly |heavily |directly |closely |largely )?(?:up)?on|adapted (?:\w+ )?(?:for the screen )?(?:by [^.,;]{2,60}? )?from|"
    r"(?:(?:screen |film |stylish |faithful |loose |cinematic |\w+ )?adaptations?|(?:film|screen|movie|cinematic) version) of|adapts|adapt(?:ed|ing)(?= (?:the |his |her |their |[A-Z]))|developed(?= [^.;]{0,45}novel)|taken from|derived from|(?:screenplay|script|from) (?:by [^.,;]{2,60}? )?from|"
    r"(?:wrote|scripted) (?:it|the (?:script|screenplay|scenario)) from|(?:its|the|their) source (?:is|was)|(?:took|taken|takes|borrowed|drew|drawn) (?:no more than )?(?:its|the|their|his|her) (?:story|plot|idea|title|premise)(?: and (?:the )?(?:first )?(?:idea|title|plot))? from|"
    r"(?:it|film|picture|story|script|he|she|they|[A-Z]\w+) (?:had )?(?:began|started|begun) from|(?:itself )?(?:goes|went) back to(?= [^.;]{0,50}\b(?:novel|play|book|stories|story)\b)|"
    r"(?:after|(?:first )?(?:idea|plot|story)(?: \w+){0,3}? from)(?= (?:the |an? |his |her )?(?:[\w'’-]+ ){0,4}?(?:novel|novella|play|book|short story|memoirs?)\b)|"
    r"(?:bought|acquired|obtained|secured|optioned|took up) the (?:film |screen |movie )?rights (?:to|of|for|in)(?= [^.;]{2,60}\b(?:novel|novella|play|book|short story|memoirs?)\b)) "
)
_SAME = re.compile(
    r"\b(?:of the |with the |bearing the |under the )?(?:same|eponymous|identical) (?:name|title)\b|\beponymous\b|\bof that name\b"
)
_TRUE = re.compile(
    r"(?P<value>(?:an? |the )?(?:(?:real|actual|true)(?:[- ]life)? )(?:life )?(?:stor(?:y|ies)|events?|incidents?|case|crime|accounts?|life|lives|experiences|persons?|people)\b(?: (?:of|about|from|surrounding) (?:the )?[^,.;()]{3,80})?"
    r"|(?:the )?(?:life|lives|story|murder|trial|exploits|experiences|case) of (?:the )?(?:\w+ ){0,3}?(?=[A-Z])[^,.;()]{3,60})"
)
_AUTHOR = rf"(?:the )?{NAME_PHRASE}(?:,? (?:and|&) {NAME_PHRASE})?"
_TRADE = r"(?:(?:[\w-]+ ){0,3}(?:author|writer|novelist|playwright|journalist|cartoonist|poet|dramatist|humorist|historian|screenwriter|creator)s? )?"
_BY = re.compile(rf"\s*(?:\([^()]*\))?,? (?:[\w' -]{{0,25}}\b)?(?:by|from the pen of|of) {_TRADE}(?P<author>{_AUTHOR})")
_PHRASE = re.compile(
    rf"(?:(?:the|an?|his|her|their|its|both the|several|two|one of) )?(?P<value>(?:(?:\d{{4}}|\d{{2}}th-century|nineteenth-century|popular|famous|classic|original|acclaimed|first|own|same|best-?selling|award-winning|Pulitzer Prize-winning|controversial|unproduced|Ladies Home Journal|[a-z-]+) ){{0,4}}"
    rf"(?:(?P<owner>{NAME_PHRASE})['’]s? )?(?:(?:\d{{4}}|own|[a-z-]+) ){{0,3}}(?:(?P<writer>{NAME_PHRASE}) )?(?P<kind>{_KIND})\b)"
)
_ELSEWHERE = re.compile(
    r"\b(?:references|see also|external|awards?|accolades|home media|soundtrack|sequels?|remakes?|video games?|merchandise|novelization|box office|release|in popular culture|legacy|other media)\b",
    re.IGNORECASE,
)


def based_on(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    """Claims on source works; the prose only adds to labelled values what they do not say."""
    labelled = list(_labelled(annotations, topic))
    yield from labelled
    known = " ".join(str(made.value) for made in labelled)
    for sentence in prose_sentences(annotations, topic):
        if heading_says(sentence, _ELSEWHERE) or sentence.role in (Role.CAST, Role.MUSIC, Role.AWARDS):
            continue
        yield from _in_prose(annotations, topic, sentence, known)


def _labelled(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    text = annotations.document.text
    boxes = [b for b in annotations.document.labelled() if b.span.start in topic.passage and b.origin is not Origin.CATEGORIES]
    first = next((b.template for b in boxes if b.origin is Origin.INFOBOX), "")
    for block in boxes:
        label = block.label.casefold().strip(" :")
        if block.origin is Origin.INFOBOX and block.template != first:
            continue
        if label in _LABELS:
            for value, span in _sources(text, block):
                yield claim(annotations, topic, Predicate.BASED_ON, value, span, extractor="labelled source", confidence=0.95)
        elif label in _WRITER_LABELS:
            for item in block.cells[0].items:
                if _SOURCE_NOTE.search(item.of(text)):
                    yield claim(
                        annotations,
                        topic,
                        Predicate.BASED_ON,
                        item.of(text).strip(" ,;"),
                        item,
                        extractor="labelled author",
                        confidence=0.75,
                    )


def _sources(text: str, block: Block) -> Iterator[tuple[str, Span]]:
    """The works in a "based on" field: a title, with its author from the lines that go on about it."""
    works: list[list[Span]] = []
    for item in block.cells[0].items:
        words = item.of(text).strip(' ,;"“”')
        if not words:
            continue
        previous = works[-1][-1].of(text).strip(" ,;") if works else ""
        whole = " ".join(span.of(text) for span in works[-1]) if works else ""
        continues = bool(works) and (
            previous.endswith((" by", " and", "&", ":")) or words[0].islower() or words[0] in "(&" or re.search(r"\b(?:18|19|20)\d\d\b", words) is not None
            or re.match(rf"(?:[A-Z][\w'-]+ )*{_KIND}\b(?: by\b|$)", words) is not None
            or (re.search(r"\bby\b", whole) is not None and re.fullmatch(_AUTHOR, words) is not None and len(words.split()) <= 4)
        )  # fmt: skip
        if continues:
            works[-1].append(item)
        else:
            works.append([item])
    for spans in works:
        lines = [re.sub(r"[\"“”]", "", span.of(text)).strip(" ,;:") for span in spans]
        title = re.sub(r"\s*\((?:film|\d{4})[^()]*\)$|\s+by$", "", lines[0])
        rest = " ".join(lines[1:])
        author = re.search(rf"\bby (?P<author>{_AUTHOR})", rest) or re.match(rf"(?P<author>{_AUTHOR})$", rest)
        if author and " by " not in title:
            title = f"{title} by {author['author']}"
        title = re.sub(r"^(?:the|an?) (?=[a-z])", "", title)
        if len(title) > 1:
            yield title, Span(spans[0].start, spans[-1].end)


def _in_prose(annotations: Annotations, topic: Topic, sentence: Sentence, known: str) -> Iterator[Claim]:
    text, span = annotations.document.text, sentence.span
    review = annotations.kind is DocumentKind.REVIEW
    opening = not sentence.section
    for match in _WHOSE.finditer(text, span.start, span.end):
        at = Span(match.start("author"), match.end("kind"))
        yield claim(
            annotations, topic, Predicate.BASED_ON, f"{match['kind']} by {match['author']}", at, extractor="source in prose", confidence=0.65
        )  # fmt: skip
    for cue in _CUE.finditer(text, span.start, span.end):
        start = clause_start(text, span.start, cue.start())
        words = cue.group().casefold()
        if re.search(
            r"\b(?:one|another|previous|proposals?|project|others?|films?) (?:\w+ )?$", text[start : cue.start()]
        ) and re.search(r"\([^)]*$|\bOther\b|\bprevious\b", text[start : cue.start()]):
            continue
        weak = re.match(r"adapts|adapted $|.*\b(?:adaptation|version)", words) is not None or words.startswith(
            ("taken", "derived", "from", "after")
        )
        if sentence.role is Role.PLOT and not opening and "based" not in words:
            continue
        if speaks_of_other(annotations, topic, start, cue.start()) and not re.search(
            r"\b(?:screenplay|script|scenario)\b[^,;]{0,60}$", text[start : cue.start()]
        ):
            continue
        base = 0.85 if opening else 0.8 if review else 0.65
        if weak:
            base -= 0.1 if review or opening else 0.2
        for value, at, sure in _source(annotations, topic, cue.end(), span.end):
            confidence = base * sure
            if known and not _told(value, known):
                confidence = min(confidence, 0.45)  # the label names another work, or this in other words
            yield claim(
                annotations, topic, Predicate.BASED_ON, value, at, extractor="source in prose",
                confidence=round(confidence, 3), polarity=polarity_of(text[max(start, cue.start() - 60) : cue.end()]),
            )  # fmt: skip


_READ = ("novel", "novella", "play", "book", "story", "memoir", "memoirs")
# "a novel called McCabe by Edmund Naughton", in text that marks no titles.
_CALLED = re.compile(rf" (?:called|titled|entitled|named) (?P<title>{NAME_PHRASE})")
# "Joan Lindsay, from whose novel of 1967 Cliff Green made the script".
_WHOSE = re.compile(
    rf"(?P<author>{NAME_PHRASE}), (?:from|on|after) whose (?P<kind>(?:[a-z-]+ )?(?:novel|novella|play|book|short story|memoirs?))\b[^.;]{{0,60}}?\b(?:script|screenplay|film|picture|made|adapted|taken|drawn|based)\b"
)


def _told(value: str, known: str) -> bool:
    words = {word for word in re.findall(r"\w{4,}", value) if word[0].isupper()}
    return bool(words) and len(words & set(re.findall(r"\w{4,}", known))) * 2 >= len(words)


def _source(annotations: Annotations, topic: Topic, start: int, end: int) -> Iterator[tuple[str, Span, float]]:
    text = annotations.document.text
    true = _TRUE.match(text, start, end)
    if true:
        value = re.sub(r"^(?:an?|the) ", "", true["value"]).strip()
        yield value, Span(true.start("value"), true.end("value")), 0.95
        return
    phrase = _PHRASE.match(text, start, end)
    stop = phrase.end() if phrase else start
    works = (
        [w for w in works_in(annotations, topic, Span(start, min(end, start + 160))) if w.span.start >= start]
        if end > start
        else []
    )
    work = next(iter(works), None)
    titled = (
        work is not None
        and len(text[stop : work.span.start]) <= (45 if phrase else 60)
        and not re.search(r"[.;]|\b(?:which|who|that|and|directed|starring)\b", text[stop : work.span.start])
    )
    called = _CALLED.match(text, stop, end) if phrase and phrase["kind"].endswith(_READ) else None
    if called and not titled:
        by = _BY.match(text, called.end(), end)
        finish = by.end("author") if by else called.end()
        owner = by["author"] if by else phrase["owner"] if phrase else None
        yield called["title"] + (f" by {owner}" if owner else ""), Span(called.start("title"), finish), 0.95
    elif titled and work is not None and not work.own and work.film is not True:
        by = _BY.match(text, _closing(text, work.span.end), end)
        span = Span(work.span.start, by.end("author")) if by and by.end("author") - work.span.end <= 70 else work.span
        value = f"{work.title} by {by['author']}" if by and span != work.span else work.title
        yield value, span, 1.0 if phrase else 0.9
    elif titled and work is not None and work.own and phrase:
        # The novel bears the film's title: author and kind make it plain which is meant.
        by = _BY.match(text, _closing(text, work.span.end), end)
        yield (f"{work.title} by {by['author']}" if by else phrase["value"]), Span(phrase.start("value"), work.span.end), 0.95
    elif phrase:
        kind = phrase["kind"].split()[-1]
        same = _SAME.match(text, stop + 1, end) if stop + 1 < end else None
        tail = same.end() if same else stop
        by = _BY.match(text, tail, end) if re.match(r",? by | by |,? written by | of ", text[tail : tail + 14]) else None
        named = phrase["owner"] or phrase["writer"]
        if not (same or by or named or re.search(r"\bown\b|original|Broadway", phrase["value"])) or kind in (
            "film",
            "movie",
            "series",
            "events",
            "works",
            "life",
            "version",
        ):
            return
        finish = by.end("author") if by else tail
        value = text[phrase.start("value") : finish]
        if len(value) <= 120:
            yield re.sub(r"^own ", "own ", value).strip(), Span(phrase.start("value"), finish), 0.9
    else:
        # "based on Flowers for Algernon" in text that marks no titles; "from Raymond Chandler's Farewell My Lovely".
        match = re.compile(rf"(?:(?P<owner>{NAME_PHRASE})['’]s )(?P<title>{NAME_PHRASE})").match(text, start, end)
        if match:
            yield match["title"], Span(match.start("title"), match.end("title")), 0.75


def _closing(text: str, at: int) -> int:
    """Past a closing quotation mark."""
    match = re.compile(r"[,’'\"”]{0,3}").match(text, at)
    return match.end() if match else at
