"""Finds lines of facts without labels: "Italy/Algeria/1966/b&w/121 min", "Dir. X. Italy, 1961. 35mm, 125'.", "Bengali. Black and white. 125 minutes."

A line is cut at its commas, strokes, dots and full stops; each piece is a country, a year, a length,
a language, a kind of copy or something else. It is a line of facts where the pieces known outweigh
the others and at least two kinds of them meet.
"""

import re
from collections.abc import Iterator
from functools import cache

from filmdossier.annotate import gazetteer
from filmdossier.model.fact_line import Fact, FactKind, FactLine
from filmdossier.model.text import BlockKind, Document, Origin, Span

_YEAR = re.compile(r"(?:c\. ?|ca\. ?)?(?P<year>18[89]\d|19\d\d|20[0-4]\d)(?:[–-]\d{2,4})?")
_MINUTES = re.compile(
    r"(?:[Aa]pprox\.? |[Aa]bout |[Cc]a\.? |[Dd]uration:? |[Ll]ength:? |[Rr]unning time:? |[Tt]ime:? )?"
    r"(?:(?P<minutes>\d{1,3})(?: ?(?:min(?:ute)?s?\.?|m|['’′]))|(?P<hours>\d) ?(?:h|hrs?|hours?)\.?,? ?(?:and )?(?:(?P<rest>\d{1,2}) ?(?:m|min(?:ute)?s?|['’′])?\.?)?)(?: approx\.?)?"
)
_COPY = re.compile(
    r"(?:in )?(?i:colou?r|col\.?|b ?[&/+] ?w|bw|b/n|black[- ]and[- ]white|black & white|tinted|silent|sound|mono|stereo)(?: and colou?r)?|(?:in )?(?:\w*(?:[Cc]olor|chrome|[Ss]cope|[Vv]ision|Color)|"
    r"(?:8|9\.5|16|35|70) ?-?mm\b.{0,20}|super ?(?:8|16)|DCP|2K|4K|4K DCP|[Bb]lu-?ray|DVD|VHS|[Vv]ideo|[Dd]igital|DigiBeta|HD|HDCAM|IMAX|3-?D|\d\.\d{2,3} ?: ?1|1[.,]\d\d?|4:3|16:9|Dolby.{0,15}|"
    r"(?:[Cc]ert(?:ificate)?\.?:? ?|[Rr]ated:? ?)?(?:U|PG|PG-13|NC-17|G|R|X|M|MA|AA|A|H|NR|TP|FSK ?\d+|R ?1[3-8]|12A?|15|18|6|12|16|\d\d\+)\.?(?::? .{3,40})?|[Nn]ot [Rr]ated|[Uu]nrated)",
)
_MAKER = re.compile(
    r"(?:[Dd]ir(?:ector|ected by)?\.?:?|[Dd]\.|[Rr]egie:?|[Rr]éal\.?:?|[Uu]n film de|[Aa] film by|[Bb]y) (?P<name>[A-ZÀ-Þ][\w.'’-]*(?: (?:(?:van|von|de|del|della|der|den|la|le|di|da|du|al|el|bin) ){0,2}[A-ZÀ-Þ][\w.'’-]*){1,4})"
)
_TONGUE = re.compile(
    r"(?:[Ii]n |[Ss]poken in |[Vv]ersion:? |[Ll]anguages?:? |[Oo]riginal )?(?P<names>[A-ZÀ-Þ][a-z]+(?:(?: and | & |/| / )[A-ZÀ-Þ][a-z]+)*)(?: (?:dialogue|version|language|intertitles|spoken))?(?:,? (?:(?:with|w/) )?(?:[A-Z]\w+ )?(?:(?:sub|inter)?titles|s\.?t\.?|subs|subtitled)\b.*)?"
)
_SUBTITLES = re.compile(
    r"(?:with )?(?:[A-Z]\w+ )?(?:subtitles|subtitled|intertitles|subs)|OV|OmU|VO(?:STF?)?|sub-titled", re.IGNORECASE
)
_CUT = re.compile(
    r"\s*(?:[,;|·•()\[\]*_\u00a0]|\s/\s|/(?![wW]\b|n\b)|\s[–—-]\s|:(?=\s)|(?<!\bDir)(?<!\b[dD])(?<!\b[A-Z])(?<!\bcert)(?<!\bapprox)\.(?=\s|$))+\s*"
)
# "Pather Panchali (Song of the Little Road), India 1955, first feature of …".
_OPENING = re.compile(
    r"(?P<title>[A-ZÀ-Þ0-9][^\n(),;]{0,80}?)(?: [(\[][^()\n]{2,80}[)\]])?,? (?P<made>[A-Z][^\n,;.()]{2,40}?,? (?:18[89]\d|19\d\d|20[0-4]\d))(?:[.,;:)]|$)",
    re.MULTILINE,
)
_JOINED = re.compile(r" (?:and|&) |[-–]| ")
_LONGEST = 240
_LONGEST_PIECE = 60
_ALIASES = {
    "USA": "United States", "U.S.A.": "United States", "U.S.A": "United States", "US": "United States", "U.S.": "United States", "U.S": "United States", "UK": "United Kingdom",
    "U.K.": "United Kingdom", "GB": "United Kingdom", "Great Britain": "United Kingdom", "Britain": "United Kingdom", "England": "United Kingdom", "Scotland": "United Kingdom", "Wales": "United Kingdom",
    "USSR": "Soviet Union", "U.S.S.R.": "Soviet Union", "FRG": "West Germany", "GDR": "East Germany", "DDR": "East Germany", "BRD": "West Germany",
    "FR": "France", "IT": "Italy", "Hong-Kong": "Hong Kong", "Korea": "South Korea",
}  # fmt: skip
_STATES = frozenset(["Soviet Union", "Czechoslovakia", "Yugoslavia", "West Germany", "East Germany", "Federal Republic of Germany", "Hong Kong", "Taiwan", "Upper Volta", "Zaire", "Czech Republic", "Burma", "Persia", "Siam", "Ceylon"])  # fmt: skip


def fact_lines(document: Document) -> tuple[FactLine, ...]:
    """The lines of facts in paragraphs and headings, in the document's order."""
    found = []
    for block in document.blocks:
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM) or block.origin is not Origin.BODY:
            continue
        start = block.span.start
        for line in block.span.of(document.text).split("\n"):
            end = min(
                (one.span.start for one in document.run_in if start < one.span.start < start + len(line)), default=start + len(line)
            )
            length = len(document.text[start:end].rstrip())  # labels that follow ("… 131 min. Dir: A.") are read as such
            if 5 < length <= _LONGEST and (told := read_line(document.text, Span(start, start + length))) is not None:
                found.append(told)
            start += len(line) + 1
    opening = opening_line(document)
    return (
        (opening, *found) if opening is not None and not any(opening.span.overlaps(line.span) for line in found) else tuple(found)
    )


def opening_line(document: Document, start: int = 0) -> FactLine | None:
    """Title, country and year that the first sentence, or the line at ``start``, opens with; None where it opens otherwise."""
    match = _OPENING.match(document.text, start)
    if match is None:
        return None
    made = Span(match.start("made"), match.end("made"))
    facts = [fact for piece in _pieces(document.text, made) for fact in _read(document.text, piece)]
    if {fact.kind for fact in facts} != {FactKind.COUNTRY, FactKind.YEAR}:
        return None
    title = Span(match.start("title"), match.end("title"))
    return FactLine(
        span=Span(title.start, made.end), facts=(Fact(kind=FactKind.REST, value=title.of(document.text), span=title), *facts)
    )


def read_line(text: str, span: Span) -> FactLine | None:
    """The facts of one line; None where it is none of facts."""
    facts = tuple(_facts(text, span))
    known = [fact for fact in facts if fact.kind is not FactKind.REST]
    rest = len(facts) - len(known)
    kinds = {fact.kind for fact in known} - {FactKind.MAKER, FactKind.GENRE}
    placed = FactKind.COUNTRY in kinds and FactKind.YEAR in kinds
    timed = FactKind.MINUTES in kinds and len(kinds) > 1
    if not (timed or placed) or rest > len(known):
        return None
    if (
        placed and not timed and len(known) < 3 + rest and not _begins(facts)
    ):  # "Spain 1973" alone is short enough to be a date of a journey
        return None
    if any(len(fact.span) > _LONGEST_PIECE for fact in facts):
        return None
    return FactLine(span=span, facts=facts)


def _begins(facts: tuple[Fact, ...]) -> bool:
    """Whether the line is a title, or nothing, and then country and year to its end."""
    kinds = [fact.kind for fact in facts]
    while kinds and kinds[0] in (FactKind.REST, FactKind.MAKER):
        del kinds[0]
    return set(kinds) == {FactKind.COUNTRY, FactKind.YEAR} and len(facts) - len(kinds) <= 2  # two titles


def _facts(text: str, span: Span) -> Iterator[Fact]:
    for piece in _pieces(text, span):
        yield from _read(text, piece)


def _pieces(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for cut in (*_CUT.finditer(text, span.start, span.end), None):
        stop = cut.start() if cut else span.end
        inner = text[start:stop]
        begin = start + len(inner) - len(inner.lstrip())
        if inner.strip():
            yield Span(begin, begin + len(inner.strip()))
        start = cut.end() if cut else stop


def _read(text: str, piece: Span) -> Iterator[Fact]:
    words = piece.of(text)
    year = _YEAR.fullmatch(words)
    if year:
        yield Fact(kind=FactKind.YEAR, value=year["year"], span=piece)
        return
    length = _MINUTES.fullmatch(words)
    if length:
        total = int(length["minutes"]) if length["minutes"] else 60 * int(length["hours"]) + int(length["rest"] or 0)
        yield Fact(kind=FactKind.MINUTES, value=str(total), span=piece)
        return
    if _COPY.fullmatch(words) or _SUBTITLES.fullmatch(words):
        yield Fact(kind=FactKind.COPY, value=words, span=piece)
        return
    maker = _MAKER.fullmatch(words)
    if maker:
        yield Fact(
            kind=FactKind.MAKER, value=maker["name"], span=Span(piece.start + maker.start("name"), piece.start + maker.end("name"))
        )
        return
    tongue = _TONGUE.fullmatch(words)
    names = list(re.finditer(r"[A-ZÀ-Þ][a-z]+", words[: tongue.end("names")])) if tongue else []
    names = [name for name in names if tongue and name.start() >= tongue.start("names")]
    if names and all(name.group() in gazetteer.languages() for name in names):
        for name in names:
            at = Span(piece.start + name.start(), piece.start + name.end())
            yield Fact(kind=FactKind.LANGUAGE, value=name.group(), span=at)
        return
    lands = lands_and_years(words)
    if lands:
        for kind, value, start, end in lands:
            yield Fact(kind=kind, value=value, span=Span(piece.start + start, piece.start + end))
        return
    if words.casefold() in _genres():
        yield Fact(kind=FactKind.GENRE, value=words, span=piece)
        return
    yield Fact(kind=FactKind.REST, value=words, span=piece)


def lands_and_years(words: str) -> list[tuple[FactKind, str, int, int]]:
    """Countries, with a year before or behind them or none: "USSR 1978", "France-Italy", "Brazil and France 1998"; [] where any word is another."""
    found: list[tuple[FactKind, str, int, int]] = []
    position = 0
    while position < len(words):
        for stop in range(len(words), position, -1):
            name = words[position:stop]
            year = _YEAR.fullmatch(name)
            if year:
                found.append((FactKind.YEAR, year["year"], position, stop))
                break
            if name in _ALIASES or name in _STATES or name in gazetteer.countries():
                found.append((FactKind.COUNTRY, name, position, stop))
                break
        else:
            return []
        joined = _JOINED.match(words, found[-1][3])
        position = joined.end() if joined else len(words)
        if not joined and found[-1][3] < len(words):
            return []
    return found if any(kind is FactKind.COUNTRY for kind, *_ in found) else []


@cache
def _genres() -> frozenset[str]:
    return frozenset(phrase.casefold() for phrase in gazetteer.genres())
