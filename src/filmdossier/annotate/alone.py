"""Reads the film off a line over a text that holds its title and no year: "HEAT", "Tonight: THE SWIMMER", "Il sorpasso (The Easy Life)".

A programme, a newsletter and an essay have such lines as well. What speaks for a title is weighed: where
and how the line stands, whether the text names it again, whether the next lines are a film's, and
whether the text goes on about one film; other films named all along speak against it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from filmdossier.annotate.heading import OCCASION, as_told
from filmdossier.annotate.headline import spelt_as_told
from filmdossier.annotate.told_of import told_of
from filmdossier.model.annotations import Mention, MentionKind
from filmdossier.model.text import BlockKind, Document, MarkKind, Origin, Span
from filmdossier.model.titles import TitleYear, same_title, title_key, title_year

_LONGEST, _LINES, _PROSE = 90, 7, 170
_ENOUGH = 3.0
# "Tonight at 8: THE SWIMMER", "On the 19th: SECONDS".
_ANNOUNCED = re.compile(
    r"(?:tonight|today|tomorrow|this (?:week|month)|next(?: week| month|time)?|coming|(?:on )?(?:the \d{1,2}\w\w|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|(?:our |the |main )?(?:film|feature|movie|screening|programme)|now showing|from the (?:archives?|vaults?|files|stacks)|press ?(?:book|kit|notes)|(?:film|programme|production|viewing|study|screening) (?:notes?|guide|sheet)|reviewed?|close-up|in focus|spotlight|retrospective|restored|case study|classics?|revival)\b[^:\n]{0,40}: (?P<title>.+)"
    # "A night to remember: THE GLASS HARBOUR": the title is what stands in capitals.
    r"|(?=[^:\n]*[a-z])[^:\n]{3,60}: (?P<capitals>(?-i:[^a-z\n:]*[A-Z]{2}[^a-z\n:]*))",
    re.IGNORECASE,
)
_OCCASION = re.compile(rf"{OCCASION}(?P<title>(?-i:[^\Wa-z]).+)(?P<capitals>)?", re.IGNORECASE)
_SECOND = re.compile(r"(?P<title>[^()\[\]]{1,80}?) ?[(\[](?P<second>[^()\[\]\d]{2,80})[)\]]$")
# "Whisky Galore! [Blu-ray]"
COPY = re.compile(
    r"\s*[(\[]?\b(?:(?:limited|special|collector['’]s|remastered) edition|blu-?ray|dvd|4k(?: uhd)?|vhs|steelbook)\b[^\n]*$",
    re.IGNORECASE,
)
_STROKE = re.compile(r" / | \| ")
# Behind a title: "Wanda: back in cinemas", "Killer of Sheep – 31st Harbour Film Festival", "Kes – programme notes".
_TAIL = re.compile(
    r"(?:: | - | – | — | \| )(?=(?-i:[a-z(])|[^\n]*\b(?:notes|festival|cinema|kit|release|review|programme|screening|restored|restoration|film)\b|[^\n]*\d)",
    re.IGNORECASE,
)
_LOWER_TAIL = re.compile(r"(?:: | - | – | — )(?=[a-z])")
NO_TITLE = re.compile(
    r"\b(?:newsletters?|bulletin|gazette|retrospectives?|(?:film|cinema|movie|picture) (?:clubs?|society|festival|season|programme|guide|notes|review|week|group|studies|course)|(?:weeks?|nos?\.?|numbers?|vol(?:ume)?\.?|issues?|reel|evening|session|case|item|exhibit|plate|fig\.?|cat\.?|lecture|part of|sheet|handout|lesson) ?\d+|issue|"
    r"(?:press|programme|program|production|screening|viewing|lecture|study|director['’]s) (?:notes?|kit|release|book|guide|sheet|statement)|reviews|reviewed|archives|screenings|(?:late|next) shows?|(?:new|4k|2k|digital) (?:\w+ )?restorations?|festival|edition|members|no\. \d|report|obituary|tribute)\b"
    r"|\bpresents? (?:an?|the)\b|^press \w+$|^for immediate release$|(?-i:\b(?:COMES|RETURNS|ARRIVES|OPENS|WINS|ANNOUNCES?|PRESENTS?|TO OPEN|HEADS?) )|^(?:synopsis|contents|reviews?|programme|program|interview|introduction|cast|credits|notes|press|news|leaflet|about the film|the film|handout|calendar|seminar|diary|letters?|film|films|movies|cinema|coming soon|now showing|dear [\w ]+|rediscover\w+.*)$"
    r"|^(?:by|with|to|from|cc|re|date|sent|subject|editor|director|cast|starring|written|directed|produced|translated|edited|interview|introduction|text)\b(?:: |(?: and \w+)? by |(?<=with) (?=[A-Z]\w+ [A-Z]\w+,)|(?<=by) (?=[A-Z]))"
    r"|^(?:the )?(?:[\w'’]+ )+(?:sheet|news|courier|times|herald)$|(?<!^)\b(?:19|20)\d\d\b|https?:|@|\. \. |\.{4,}|(?<=\s)\.{3}\s|^(?:[\w-]+ )?(?:editor|editing|director|producer|photography|cinematograph\w+|camera|music|screenplay|script|writer|costumes?|design(?:er)?|sound)[ :]+(?-i:[A-Z][\w.-]+(?: [A-Z][\w.-]+)+)$|(?-i:^[\w ]+ by [A-Z][\w.-]+ [A-Z]\w+$)|\d{1,2}[:.]\d\d|(?-i:[a-z][.!?] [A-Z])|^\W*\d{5,}\W*$|^[^,]+(?:, [^,]+){2,}$",
    re.IGNORECASE,
)
_SHEET = re.compile(
    r"\b(?:cast|starring|director|directed by|dir\.|d:|a film by|un film de|restoration|restored|cert(?:ificate)?|running time|screenplay|produced by|production|distribut\w*|release)\b|\b\d{2,3} ?(?:min|mins|minutes|['’′])|^with [A-Z]",
    re.IGNORECASE | re.MULTILINE,
)
_SEVERAL = re.compile(
    r"\b(?:films|movies|shows|screenings|season|retrospective|programme|double bill|series|evenings|nights)\b", re.IGNORECASE
)
_SIGNS = (
    r"Oscars?|Academy Awards?|Hollywood|Cannes|Venice|Golden (?:Lion|Bear|Palm|Globe)s?",
    r"films?|movies?|pictures?|features?|cinemas?|on the screen|thriller|comedy|melodrama|western|documentary",
    r"direct(?:ed|or|s)|wrote and directed|film-?maker",
    r"cast|stars?|starring|plays?|played|actors?|actress|players?|performances?|whom (?:Mr|Miss|Mrs)\.? ",
    r"camera\w*|photograph\w*|cinematograph\w*|shot|lit|editor|edited",
    r"music|score|composer|soundtrack",
    r"released?|premi[eè]red?|opened|came out|in cinemas|first (?:shown|seen)|reached",
    r"script|screenplay|wrote|written|novel|story|book",
    r"produced?|producers?|studio|budget",
)  # fmt: skip
_FEWEST_SIGNS = 3
# "a policeman (Harrison Ford)", "Robert De Niro is McCauley", "Mr. Trevor Howard".
_PLAYERS = re.compile(
    r"\((?:Mr\.? |Miss )?[A-Z][\w.'’-]+ (?:[A-Z][\w.'’-]+ ?){1,3}\)|[A-Z]\w+ [A-Z]\w+(?:['’]s [A-Z]\w+)? (?:is|are|plays|stars)\b|\b(?:played|directed) by\b|\bwith [A-Z]\w+ [A-Z]\w+(?:,| and)|[A-Z]\w+ [A-Z]\w+['’]s (?:\w+ ){0,2}(?:film|picture|movie|feature)\b|[A-Z]\w+ [A-Z]\w+, (?=[A-Z]\w+ [A-Z]\w+(?:,| and))"
)
_FEWEST_PLAYERS = 2
_MANY_FILMS = 4
_YEAR_BEHIND = re.compile(r"[A-Z][\w'’]* \((?:18[89]\d|19\d\d|20[0-4]\d)\)")
_SMALL = frozenset(
    {
        "the",
        "a",
        "an",
        "of",
        "and",
        "in",
        "on",
        "at",
        "to",
        "for",
        "with",
        "from",
        "by",
        "is",
        "or",
        "de",
        "la",
        "le",
        "les",
        "du",
        "des",
        "del",
        "el",
        "il",
        "di",
        "der",
        "die",
        "das",
        "y",
        "et",
        "e",
        "as",
        "but",
        "no",
    }
)


@dataclass(frozen=True, slots=True)
class _Line:
    title: str
    second: str
    announced: bool
    first: bool
    heading: bool
    end: int  # of the line in the text


def titled_alone(document: Document, mentions: Sequence[Mention]) -> TitleYear | None:
    """The title that stands in one of the first lines; None where none is sure enough."""
    text = document.text
    signs = sum(bool(re.search(rf"\b(?:{sign})\b", text, re.IGNORECASE)) for sign in _SIGNS)
    lines = list(_lines(document))
    told = told_of(document, mentions) if lines else None
    weighed = [(_weight(document, mentions, line, told), -line.end, line) for line in lines]
    best = max(weighed, key=lambda one: one[:2], default=None)
    # A text that hardly speaks of films must name its own all the more clearly.
    speaks = 1.0 if signs > _FEWEST_SIGNS else 2.0 * min(0, signs - _FEWEST_SIGNS)
    if best is None or best[0] + speaks < _ENOUGH:
        return None
    return TitleYear(as_told(document, spelt_as_told(text, best[2].title), best[2].end), None)


def _lines(document: Document) -> Iterator[_Line]:
    """The lines before the first prose that can be titles."""
    seen = 0
    if document.title and document.source.media_type == "text/html" and document.blocks[0].kind is not BlockKind.HEADING:
        read = _read(document.title)
        if read is not None:
            yield _Line(*read, first=True, heading=True, end=0)
    for block in document.blocks:
        if block.origin is not Origin.BODY or block.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH):
            continue
        start = block.span.start
        for line in block.span.of(document.text).split("\n"):
            end, start = start + len(line), start + len(line) + 1
            words = line.strip(' _*"“”‘’#')
            if not words:
                continue
            if len(words) > _PROSE or seen == _LINES:
                return
            seen += 1
            read = _set_apart(document, Span(end - len(line), end)) or _read(words)
            if read is not None:
                yield _Line(*read, first=seen == 1, heading=block.kind is BlockKind.HEADING, end=end)


def _set_apart(document: Document, line: Span) -> tuple[str, str, bool] | None:
    """The one title in italics among a line's other words: "Food on film: *Babette's Feast*"; a second in brackets is its other name."""
    text = document.text
    marked = [
        mark.span for mark in document.marks if mark.kind is MarkKind.ITALIC and mark.span in line and len(mark.span) < len(line)
    ]
    named = [span for span in marked if text[span.start - 1] != "("]
    others = [span.of(text) for span in marked if span not in named]
    if len(named) != 1 or not text[line.start : named[0].start].strip(" _*"):
        return None
    return title_year(named[0].of(text)).title, others[0] if others else "", True


def _read(words: str) -> tuple[str, str, bool] | None:
    """Title, second title and whether the line announces it; None where the line can be no title."""
    words = _THREAD.sub("", words)
    announced = _ANNOUNCED.fullmatch(words) or _OCCASION.fullmatch(words)
    title = (announced["title"] or announced["capitals"]) if announced else words
    title = COPY.sub("", title_year(title).title).strip(' _*"“”‘’')
    second = _SECOND.fullmatch(title)
    two = _STROKE.split(title)
    other = second["second"] if second else two[1] if len(two) == 2 else ""
    if second:
        title = second["title"].strip(' _*"“”‘’')
    elif len(two) == 2:
        title = two[0].strip()
    title = without_tail(title)
    if (
        not 1 <= len(title) <= _LONGEST
        or NO_TITLE.search(title)
        or title[-1] in ",;:"
        or (title[-1] == "." and not title.endswith(".."))
    ):
        return None
    if not (title[0].isupper() or title[0].isdigit()):
        return None
    small = [word for word in re.findall(r"[^\W\d_][\w'’-]*", title) if word[0].islower() and word not in _SMALL]
    if small and not (other and not _SMALL_ENGLISH.search(title)):
        return None
    return title, other, announced is not None


# "Re: [FILM-L] The Seventh Continent"
_THREAD = re.compile(r"^(?:(?:re|fwd?|aw|subject|topic|thread): ?|\[[\w .-]{2,30}\] ?)+", re.IGNORECASE)


def announced_in(words: str) -> str:
    """The title that a heading announces: "Press book: The Long Good Friday" → The Long Good Friday; other headings as they are."""
    match = _ANNOUNCED.fullmatch(words)
    return (match["title"] or match["capitals"]).strip(' _*"“”‘’') if match is not None else words


def without_tail(title: str) -> str:
    """A line without what is said behind a title in it: "Wanda: back in cinemas" → Wanda."""
    tail = _LOWER_TAIL.search(title) or _TAIL.search(title)
    return title if tail is None or title.isupper() else title[: tail.start()]


_SMALL_ENGLISH = re.compile(r"\b(?:the|of|and|with|his|her|that|who|is|was|for|from)\b")


def _weight(document: Document, mentions: Sequence[Mention], line: _Line, rival: Span | None) -> float:
    text = document.text
    body = text[line.end :]
    flags = re.IGNORECASE if line.title.isupper() else 0
    again = [
        m.group()
        for m in re.finditer(rf"(?<!\w){re.escape(line.title)}(?!\w)", body, flags)
        if m.group()[0].isupper() or not line.title.isupper()
    ]
    if _is_person(line.title, mentions) or of_a_person(body, line.title):
        return 0.0
    told = bool(again) and (" " in line.title or len(again) > 1 or not flags)
    weight = 2.0 if told else 0.0
    weight += 1.0 if line.title.isupper() or line.heading else 0.0
    weight += 1.0 if line.first else 0.0
    weight += 2.0 if line.announced else 0.0
    weight += 2.0 if line.second else 0.0
    near = body[:400].strip()
    following = near.split("\n", 1)[0]
    weight += 1.0 if _SHEET.search(near) else 0.0
    weight += 1.0 if len(_PLAYERS.findall(body)) >= _FEWEST_PLAYERS else 0.0
    if len(following) < _PROSE and _SEVERAL.search(following):
        weight -= 3.0
    if not told:
        weight -= 2.0 * (_others(document, mentions, line) >= _MANY_FILMS)
        if (
            rival is not None
            and not same_title(rival.of(text), line.title)
            and not same_title(rival.of(text), line.second or line.title)
        ):
            weight -= 2.0
    return weight


def _others(document: Document, mentions: Sequence[Mention], line: _Line) -> int:
    """How many other works the text names."""
    names = {title_key(m.surface) for m in mentions if m.kind is MentionKind.WORK} - {title_key(line.title), title_key(line.second)}
    return max(len(names), len(set(_YEAR_BEHIND.findall(document.text))))


_MAKERS_OWN = r"(?:,? (?:was born|is a|born|studied|directed|wrote|made|who|has made|films|began|says|said)\b|['’]s (?:film|new|first|second|third|latest|debut|\w+ (?:film|feature)))"


def of_a_person(text: str, words: str) -> bool:
    """Whether the text says of these words what it says of a maker: "Una Brandt was born in …", "directed by Una Brandt"."""
    named = re.escape(words)
    return (
        " " in words
        and re.search(
            rf"(?:\b(?:by|director|filmmaker) {named}(?!\w)|\bborn [^.\n]{{0,60}}, {named}(?!\w)|(?<!\w){named}{_MAKERS_OWN})",
            text,
            re.IGNORECASE,
        )
        is not None
    )


def _is_person(title: str, mentions: Sequence[Mention]) -> bool:
    """Whether the text has the words as a person's name and goes on with the surname."""
    words = title.split()
    if len(words) < 2:
        return False
    names = [m.surface for m in mentions if m.kind in (MentionKind.PERSON, MentionKind.NAME)]
    whole = any(same_title(name, title) for name in names)
    return whole and any(name.casefold() == words[-1].casefold() for name in names)
