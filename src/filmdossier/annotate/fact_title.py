"""Finds the title that stands over, or opens, a line of facts: the line above "Italy, 1948. 35mm, 89'."

Between the two may stand the original title in brackets or the director; the title may share its
line with a second one, or stand at the end of a headline ("a second look at …").
"""

import re

from filmdossier.annotate.alone import NO_TITLE, of_a_person, without_tail
from filmdossier.annotate.fact_lines import fact_lines, opening_line
from filmdossier.model.fact_line import FactKind, FactLine
from filmdossier.model.text import BlockKind, Document, MarkKind, Origin, Span
from filmdossier.model.titles import TitleYear, title_year

_HEAD_CHARACTERS = 1500
_OPENED_CHARACTERS = 300  # that may stand over "Ugetsu (Ugetsu monogatari), Japan 1953"
_LONGEST_TITLE = 80
_NEAR = 3  # blocks above a line of facts that may hold its heading
_BRACKETED = re.compile(r"[(\[](?P<inner>[^()\[\]]+)[)\]]")
_MAKER = re.compile(r"(?:directed by|director:?|dir\.?:?|d:|by|a film by|un film de|regie:?)\b.*", re.IGNORECASE)
_SECOND = re.compile(r"\s*[(\[](?P<second>[^()\[\]\d]{2,80})[)\]]$")
_STROKE = re.compile(r" / | \| | – | — ")
_ENGLISH = re.compile(r"\b(?:the|of|and|to|my|her|his|with|who|day|night|man|woman)\b", re.IGNORECASE)
# "a second look at", "rewatching", "notes on": what a headline puts before the title at its end.
_TOLD_ON = re.compile(
    r"\b(?:(?:re-?watch|review|look back|look|return|note|notes|thought|thoughts|word|words|piece|essay|talk|lecture|report|introduction|guide|tribute|letter) (?:of|at|on|to|about|from|in praise of)|"
    r"(?:re-?watching|revisiting|remembering|rediscovering|watching|seeing|on|about|tonight|this week|film of the (?:week|month)|in praise of))(?: tonight)?:? (?=[A-ZÀ-Þ0-9])"
)
# "Film: Marketa Lazarová (Czechoslovakia, 1967)".
_ANNOUNCED = re.compile(
    r"(?:^|\n)\W{0,3}(?:film|title|movie|feature|screening|tonight(?:['’]s (?:film|feature))?)\W{0,3}: ?\W{0,3}(?P<title>[^\n:()]{2,80}?)\W{0,3} \((?:[^()\n]{2,60}?,? )?(?P<year>18[89]\d|19\d\d|20[0-4]\d)\)",
    re.IGNORECASE,
)
_LINE = re.compile(r"[^\n]+")
_SENTENCE = re.compile(r"[a-z][.!?]$|[a-z]{2}[.] ")


def title_by_fact_line(document: Document) -> TitleYear | None:
    """Title and year that the first line of facts at the document's head is under; None without such a line."""
    for at in _LINE.finditer(document.text[:_OPENED_CHARACTERS]):
        opened = opening_line(document, at.start())
        words = opened.facts[0].value if opened is not None else ""
        apart = words.isupper() or document.text.startswith((" (", " ["), at.start() + len(words))
        if opened is not None and (apart or not at.start()) and NO_TITLE.search(words) is None:
            return TitleYear(words.rstrip("."), int(opened.of(FactKind.YEAR)[0].value))
    for line in fact_lines(document):
        if line.span.start > _HEAD_CHARACTERS:
            break
        years = line.of(FactKind.YEAR)
        own = _opening(line)
        # "THE SWIMMER. USA 1968. Directed by …": the title in the line itself; "Agnès Varda • France • 1962" stands under one.
        title = own if own and (own.isupper() or line.of(FactKind.MAKER)) else _above(document, line) or own
        if title is not None:
            return TitleYear(title, int(years[0].value) if years else None)
    announced = _ANNOUNCED.search(document.text[:_HEAD_CHARACTERS])
    if announced is not None:
        return TitleYear(announced["title"].strip(' _*"“”'), int(announced["year"]))
    return None


_CAPITAL = r"[A-ZÀ-Þ0-9][\w'’&!?.-]*"
_WHOLE_TITLE = rf"{_CAPITAL}(?:,? (?:(?:of|the|and|in|a|an|to|on|for|at|with|from|is|we|you|de|la|le|du|des|del|el|der|die|das) ){{0,2}}{_CAPITAL}){{0,7}}"
_LINE_ON = re.compile(
    rf"(?:^|.*\b(?:on from|after|since|of|on|with|behind|revisiting|remembering|making|to|from|made):? )(?P<title>{_WHOLE_TITLE})$"
)
_YEARS_ON = re.compile(r"\byears (?:on from|after|since|of) ")
_OPENING_LINES = 3
_FILMS = re.compile(
    r"\b(?:films?|movies?|pictures?|director|directed|script|screenplay|cast|box office|camera|shot|photographed|cinemas?|producer|editor|cutter)\b",
    re.IGNORECASE,
)
_FEWEST_FILM_WORDS = 3


def title_in_opening_lines(document: Document) -> TitleYear | None:
    """The title that stands at the end of a headline or of a line under it, or alone in one, and again in the text below.

    "A SUMMER THAT WOULD NOT END / Fifty years after Jaws"; a text that does not speak of films has none.
    """
    text = document.text
    lines = [found for found in _LINE.finditer(text[:_HEAD_CHARACTERS]) if found.group().strip()][:_OPENING_LINES]
    if len({word.casefold() for word in _FILMS.findall(text)}) < _FEWEST_FILM_WORDS:
        return None
    for found in lines:
        match = _LINE_ON.match(found.group().strip())
        if match is None or len(found.group()) > _LONGEST_TITLE:
            continue
        title = match["title"]
        again = re.findall(
            rf"(?<!\w)(?<!by ){re.escape(title)}(?!\w)(?!,? (?:said|says|told|tells|was born|recalls|remembers))",
            text[found.end() :],
        )
        again = again or _YEARS_ON.findall(found.group())  # "Thirty years on from …" is said of nothing else
        if again and not re.fullmatch(r"\W*\d*\W*|I|We|You|It", title):
            return TitleYear(title, None)
    return None


_CLAUSE = re.compile(r"[a-z]+ [a-z]+ [a-z]+ ")


def _opening(line: FactLine) -> str | None:
    """The words that a line of facts begins with, where they can be a title."""
    if any(fact.kind is FactKind.REST and _CLAUSE.match(fact.value) for fact in line.facts[1:]):
        return None  # "Right, here is what I have on …"
    first = line.facts[0]
    words = first.value.strip(' "“”‘’')
    return words if (first.kind is FactKind.REST and words[:1].isupper()) or (words[:1].isdigit() and not words.isdigit()) else None


def _above(document: Document, line: FactLine) -> str | None:
    """The title in the nearest line above that can be one."""
    text = document.text
    blocks = [block for block in document.blocks if block.origin is Origin.BODY and block.span.start < line.span.start]
    lines = [
        found
        for block in reversed(blocks)
        for found in _LINE.finditer(text, block.span.start, min(block.span.end, line.span.start))
    ]
    heads = [block.span for block in blocks[-_NEAR:] if block.kind is BlockKind.HEADING]
    if heads and document.source.media_type != "text/plain":
        lines = [found for found in lines if heads[-1].start <= found.start() < heads[-1].end]
    for found in lines:
        words = found.group().strip(' _*"“”')
        if (
            not words.strip("-=~")
            or _BRACKETED.fullmatch(words)
            or _MAKER.fullmatch(words)
            or NO_TITLE.search(words)
            or of_a_person(text[found.end() :], words)
        ):
            continue
        if len(words) > _LONGEST_TITLE or _SENTENCE.search(words):
            return None
        set_apart = [
            mark.span.of(text) for mark in document.marks if mark.kind is MarkKind.ITALIC and mark.span in Span(*found.span())
        ]
        if set_apart:
            return title_year(set_apart[0]).title
        named = title_year(_one_of(words)).title
        told = _TOLD_ON.search(named)
        return named[told.end() :] if told is not None and named[told.end() :].strip() else without_tail(named)
    return None


def _one_of(words: str) -> str:
    """One of two titles in a line, the English one where only one is; a second in brackets is left out."""
    words = _SECOND.sub("", words)
    two = _STROKE.split(words)
    if len(two) < 2:
        return words
    english = [one for one in two if _ENGLISH.search(one)]
    return (english[0] if len(english) == 1 else two[0]).strip()
