"""Finds the film in what heads a page: a headline around its title, a programme's line of facts, a sheet of credits.

"Burning bright: on *The Wicker Man*" is a headline, and the film is the title set in it; over
"India, 1955, 125 min." stands a title; a page of credits opens with one. Other pages are left alone.
"""

import re
from collections import Counter
from collections.abc import Sequence

from filmdossier.model.annotations import Mention, MentionKind
from filmdossier.model.text import BlockKind, Document, Origin, Span
from filmdossier.model.titles import TitleYear, same_title, title_year

_YEAR = r"(?:18[89]\d|19\d\d|20[0-4]\d)"
# "India, 1955, 125 min., b/w" and "USA 1962 / 78 minutes": where and when a film was made and how long it is.
_FACT_LINE = re.compile(
    rf"^(?:[A-Z][\w. ]+?(?:[/,–-] ?[A-Z][\w. ]+?)*[,. |/·•]+(?P<year>{_YEAR})|(?P<first>{_YEAR})[,. |/·•]+[A-Z][\w. /]+)\b[^\n]{{0,60}}?\b\d{{2,3}} ?(?:min|′|')"
)
_GENERIC = re.compile(
    r"\W*(?:(?:press|production|programme|program|film) (?:notes?|kit|release|book)|press ?kit|presskit|catalogue|synopsis|(?:the )?credits|"
    r"for immediate release|[\w ]{0,20}archive[\w —–-]{0,30}|retrospective\b.*|special presentation|contents)\W*",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\b(?:directed|written|edited|produced|photographed) by\b|\b(?:director|screenplay|producers?|photography|cinematograph\w*|editing|music|running time|cast)\b ?(?::|by\b)|"
    r"\b\d{2,3} min(?:ute)?s?\b|\b(?:wrote|directed) and\b|\b(?:co-)?stars?\b|©|\bpresents\b|\b(?:a|an) [\w/ -]{2,40}? production\b",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(rf"(?:©|\(c\)|copyright) ?(?P<year>{_YEAR})", re.IGNORECASE)
_OPENED = re.compile(rf"\b(?:opens|opened|premiered?|released)\b[^.;]{{0,80}}?\b(?P<year>{_YEAR})\b")
_TRAILING_YEAR = re.compile(rf"^(?P<title>.+?)(?: \([^()]*\))?,? \(?(?P<year>{_YEAR})\)?$")
_YEAR_BEHIND = re.compile(rf"[_*\"”’']{{0,3}} \((?:[^()\d\n]{{3,60}},? )?({_YEAR})\b")
_PLAIN_TITLE_YEAR = re.compile(
    rf"(?P<title>[A-Z][\w'’]*(?: (?:(?:of|the|and|in|a|an|to|on|for|at|with|from) ){{0,2}}[A-Z0-9][\w'’]*){{0,7}}) \((?P<year>{_YEAR})\)"
)
# "“Babylon” (2022) opens soft"
_QUOTED_TITLE_YEAR = re.compile(rf"[\"“](?P<title>[^\"“”\n]{{1,80}}[^\"“”\n.,])[\"”] \((?P<year>{_YEAR})\)")
# "In Memories of Murder (2003)": what a sentence puts before a title.
_LEADING_IN = re.compile(
    r"^(?:(?:In|On|At|For|With|From|After|Before|Of|To|By|When|While|As|But|And|Like|Since|Until) )+(?=[A-Z0-9])"
)
# "Headhunters (Hodejegerne), Norway 2011. Director: …": a programme's sheet in one line.
_SHEET_LINE = re.compile(
    rf"^(?P<title>[A-Z0-9][^\n()]{{0,80}}?)(?: \([^()\n]{{2,80}}\))?, (?:[A-Z][\w.]+(?:[/ –-]{{1,3}}[A-Z][\w.]+){{0,4}}),? (?P<year>{_YEAR})[.,;]"
)
# Under a title: "Robert Altman, 1973".
_MAKER_LINE = re.compile(rf"^(?:[A-Z][\w.'’-]+ ){{1,3}}[A-Z][\w'’-]+,? \(?(?P<year>{_YEAR})\)?$")
_OPENING_CHARACTERS = 2500
# "JFK", "RRR", "PTU" are spelt so.
_LONGEST_LETTERS = 5
_OF_FILMS = re.compile(r"\b(?:films?|movies?|scenes?|directors?|directed|filming|shooting|screen|camera)\b", re.IGNORECASE)
_LONGEST_TITLE = 80
_SMALL_WORD, _SENTENCE_WORDS = 3, 2
_FIRST_WORDS = 800
_DATED = re.compile(r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December),?$")
_SMALL = frozenset({"a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to"})


def titled_in_headline(document: Document, mentions: Sequence[Mention], headline: str) -> TitleYear | None:
    """The film whose title, set in italics in the page, a headline holds among other words."""
    names = Counter(title_year(m.surface).title for m in mentions if m.kind is MentionKind.WORK and m.score >= 0.8)
    if any(same_title(title, headline) for title in names):
        return None
    held = [title for title in names if len(title) > 2 and re.search(rf"(?<!\w){re.escape(title)}(?!\w)", headline)]
    # Not the original title in brackets behind the one that the headline is about.
    best = max(held, key=lambda title: (names[title], f"({title})" not in headline, len(title), title), default=None)
    if best is not None:
        return dated(document, mentions, title_year(best))
    # In text that marks no titles: "Memories of Murder (2003)" under "… ON MEMORIES OF MURDER".
    for match in _PLAIN_TITLE_YEAR.finditer(document.text[:_OPENING_CHARACTERS]):
        words = match["title"].split()
        for cut in range(len(words)):
            title = " ".join(words[cut:])
            if title[0].isupper() and re.search(rf"(?<!\w){re.escape(title)}(?!\w)", headline, re.IGNORECASE):
                return TitleYear(title, int(match["year"]))
    return _recurring(document, headline)


# What stands before the title of a film in a headline, and in the text under it.
_LEADS_IN = r"(?:how|on|of|making|filming|behind|remembering|revisiting|rewatching|celebrating|inside|about|to|for|in|and)"
_TOLD_OF = r"(?:[Oo]n|[Ii]n|[Oo]f|[Ff]or|[Aa]bout|[Mm]aking|[Mm]ade|[Ss]aw|[Ss]een|[Ww]atch(?:ed|ing)|[Dd]irect(?:ed|ing)|[Ff]ilm(?:ed|ing)|[Cc]alled|[Tt]itled|[Ll]ike|[Ww]hen|[Bb]efore|[Aa]fter|[Aa]nd)"
_CAPITAL = r"[A-ZÀ-Þ0-9][\w'’&!-]*"
_TITLE_WORDS = re.compile(rf"{_CAPITAL}(?:,? (?:(?:of|the|and|in|a|an|to|on|for|at|with|from|is) ){{0,2}}{_CAPITAL}){{1,7}}")
_SCREEN_WORDS = re.compile(
    r"\b(?:films?|movies?|pictures?|directors?|directed|script|screenplay|screenwriter|cast|box office|Oscars?|camera|studio|shooting|photographed|sequel|scenes?|actors?)\b",
    re.IGNORECASE,
)
_OF_A_PERSON = re.compile(r"(?: (?:said|says|told|tells|was born|died|wrote|recalled|recalls|directed|himself|herself)\b)")


def _recurring(document: Document, headline: str) -> TitleYear | None:
    """The title among the small words of a headline that the text under it keeps naming: "How Paper Moon was made"."""
    if (
        len(re.findall(r"\b[a-z]{3,}\b", headline)) < 2
        or len({word.casefold() for word in _SCREEN_WORDS.findall(document.text)}) < 3
    ):
        return None
    for found in _TITLE_WORDS.finditer(headline):
        words = found.group()
        told = re.search(rf"(?i:\b{_LEADS_IN}) $", headline[: found.start()]) and re.match(
            r"(?:[:,?!]|$| (?:was|is|and|at|turns|got|came|became|changed|still|remains)\b)", headline[found.end() :]
        )
        body = list(re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", document.text))[1:]
        after = sum(bool(re.search(rf"\b{_TOLD_OF} $", document.text[max(m.start() - 12, 0) : m.start()])) for m in body)
        if told and body and after and not any(_OF_A_PERSON.match(document.text, m.end()) for m in body):
            behind = (_YEAR_BEHIND.match(document.text, m.end()) for m in body)
            return TitleYear(words, next((int(year.group(1)) for year in behind if year), None))
    return None


def titled_in_opening(document: Document, mentions: Sequence[Mention]) -> TitleYear | None:
    """The film that a headline names in italics, or that the opening names with its year: "Cimino's *Heaven's Gate* (1980)"; named again further on."""
    headings = [block.span for block in document.blocks[:8] if block.kind is BlockKind.HEADING]
    works = [mention for mention in mentions if mention.kind is MentionKind.WORK and mention.score >= 0.8]
    for mention in works:
        title = title_year(mention.surface).title
        if any(mention.span in span and len(mention.span) < len(span) for span in headings) and _told(document, title) > 1:
            return dated(document, works, title_year(mention.surface))
    for mention in works:
        year = _YEAR_BEHIND.match(document.text, mention.span.end)
        title = title_year(mention.surface).title
        if year is None or mention.span.start >= _OPENING_CHARACTERS:
            continue
        if _told(document, title) > 1 or mention.span.start < _FIRST_WORDS:
            return TitleYear(title, int(year.group(1)))
    quoted = _QUOTED_TITLE_YEAR.search(document.text, 0, _OPENING_CHARACTERS)
    if quoted is not None and _told(document, quoted["title"]) > 1:
        return TitleYear(quoted["title"], int(quoted["year"]))
    for match in _PLAIN_TITLE_YEAR.finditer(document.text[:_OPENING_CHARACTERS]):
        title = _LEADING_IN.sub("", match["title"])
        if title and _told(document, title) > 1:
            return TitleYear(title, int(match["year"]))
    return None


def only_headed(document: Document, title: Span) -> bool:
    """Whether a labelled title is written as a sentence and stands nowhere in the text but over it: a headline, and no film's title."""
    words = title.of(document.text)
    if sum(word.islower() and len(word) > _SMALL_WORD for word in words.split()) < _SENTENCE_WORDS:
        return False
    at = [match.start() for match in re.finditer(re.escape(words), document.text)]
    headings = [block.span for block in document.blocks if block.kind in (BlockKind.HEADING, BlockKind.FIELD)]
    return all(any(start in span for span in headings) for start in at)


def _told(document: Document, title: str) -> int:
    """How often the document names the title."""
    return len(re.findall(rf"(?<!\w){re.escape(title)}(?!\w)", document.text))


def dated(document: Document, mentions: Sequence[Mention], named: TitleYear) -> TitleYear:
    """A title with the year that stands in brackets behind one of its mentions; a year it has already stays."""
    for mention in mentions if named.year is None else ():
        if mention.kind is MentionKind.WORK and same_title(title_year(mention.surface).title, named.title):
            year = _YEAR_BEHIND.match(document.text, mention.span.end)
            if year:
                return TitleYear(named.title, int(year.group(1)))
    return named


def year_behind(document: Document, title: str) -> Span | None:
    """The year in brackets behind the title somewhere in the text: "The Seventh Continent (1989, Michael Haneke, 107 min.)"."""
    found = re.search(rf"(?<!\w)(?:{re.escape(title)}|{re.escape(title.upper())}){_YEAR_BEHIND.pattern}", document.text)
    return Span(*found.span(1)) if found else None


def sheet_heading(document: Document) -> TitleYear | None:
    """The heading over a sheet of credits, a second name in brackets left out; None where it is none or a kind of page."""
    head = _heading_before(document, len(document.text))
    return without_second_name(title_year(head)) if head else None


_SECOND_NAME = re.compile(r"(?P<title>[^()]{2,80}[^()\s])(?<! or) \((?P<second>[^\W\d_][^()\d]{1,60})\)")


def without_second_name(named: TitleYear) -> TitleYear:
    """ "Ikiru (To Live)" → Ikiru."""
    two = _SECOND_NAME.fullmatch(named.title)
    return TitleYear(two["title"], named.year) if two else named


def titled_by_facts(document: Document) -> TitleYear | None:
    """The title over a line of facts (country, year, length), or the one that a sheet of credits opens with."""
    text = document.text
    for block in document.blocks[:6]:
        if block.kind is not BlockKind.PARAGRAPH or block.origin is not Origin.BODY:
            continue
        lines = block.span.of(text).split("\n")
        for number, line in enumerate(lines):
            facts = _FACT_LINE.match(line.strip())
            if facts:
                title = (lines[0] if number else _heading_over(document, block.span.start)).strip(' _*"“”')
                return without_second_name(TitleYear(title, int(facts["year"] or facts["first"]))) if title else None
    first = document.blocks[0].span.of(text).split("\n") if document.blocks else []
    sheet = _SHEET_LINE.match(first[0]) if first else None
    if sheet is not None and _CREDIT.search(text[:600]):
        return TitleYear(sheet["title"].strip(), int(sheet["year"]))
    opening = [line.strip() for block in document.blocks[:2] for line in block.span.of(text).split("\n") if line.strip()]
    made = _MAKER_LINE.match(opening[1]) if len(opening) > 1 else None
    if (
        made is not None
        and len(opening[0]) <= _LONGEST_TITLE
        and _told(document, opening[0])
        and not _GENERIC.fullmatch(opening[0])
    ):
        return TitleYear(opening[0], int(made["year"]))
    head = _heading_before(document, len(text))
    trailing = _TRAILING_YEAR.match(head)
    if trailing and not _DATED.search(trailing["title"]) and not head.endswith(")") and len(_OF_FILMS.findall(text)) >= 2:
        return TitleYear(trailing["title"].strip(" ,"), int(trailing["year"]))
    cues = {match.group().casefold() for match in _CREDIT.finditer(text[:6000])}
    if not head.isupper() or title_year(head).year is not None or len(cues) < 3:
        return None
    year = _COPYRIGHT.search(text) or _OPENED.search(text)
    return TitleYear(_spelt(text, head), int(year["year"]) if year else None)


def _heading_before(document: Document, offset: int) -> str:
    """The first heading before ``offset`` that is no name of a kind of page; '' without one."""
    headings = [b.span.of(document.text) for b in document.blocks[:8] if b.kind is BlockKind.HEADING and b.span.start < offset]
    return next((words for words in headings if not _GENERIC.fullmatch(words)), "")


def _heading_over(document: Document, offset: int) -> str:
    """The heading right above ``offset``; where there is none, or a kind of page, the first of the document."""
    above = [block for block in document.blocks if block.span.end <= offset][-1:]
    words = [block.span.of(document.text) for block in above if block.kind is BlockKind.HEADING]
    return words[0] if words and not _GENERIC.fullmatch(words[0]) else _heading_before(document, offset)


def spelt_as_told(text: str, title: str) -> str:
    """A title in capitals as the text spells it elsewhere; with a capital for each of several words where it does not."""
    if title[:1] in '"“' and title[-1:] in '"”':
        title = title[1:-1].strip() or title
    if not title.isupper():
        return title
    if len(title) < _LONGEST_LETTERS:
        return _spelt(text, title) if _spelt(text, title) in text else title
    plain = " " in title or (
        len(title) > _LONGEST_LETTERS and re.fullmatch(r"(?=.*[AEIOUY])[^\W\d_]+(?:-[^\W\d_]+)*[!?]?", title) is not None
    )
    return _spelt(text, title) if plain or _spelt(text, title) in text else title


def _spelt(text: str, capitals: str) -> str:
    """A title in capitals as the text spells it elsewhere, or with a capital for each word."""
    capitals = capitals.strip('"“” ')
    for found in re.finditer(rf"(?<!\w){re.escape(capitals)}(?!\w)", text, re.IGNORECASE):
        if found.group()[0].isupper() and not found.group().isupper():
            return found.group()
    words = capitals.lower().split()
    return " ".join(
        word if word in _SMALL and n else "-".join(part[:1].upper() + part[1:] for part in word.split("-"))
        for n, word in enumerate(words)
    )
