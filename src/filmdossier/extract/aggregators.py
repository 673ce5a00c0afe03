"""Claims of what aggregators and polls of audiences show: Rotten Tomatoes, Metacritic, IMDb, CinemaScore and others.

Enters annotations; leaves one claim for each aggregator and moment, its numbers gathered from all
the sentences that speak of it. Takes figures only as they are written: it computes nothing but the
whole per cent of "38 of 54 critics".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from filmdossier.extract.aggregators_figures import Figures, read_figures
from filmdossier.extract.outlets import AUDIENCE_ONLY, aggregators_in, is_outlet
from filmdossier.extract.reviews.statements import QUOTED, Statement, statements, words_of
from filmdossier.extract.statement import claim
from filmdossier.model.annotations import Annotations, MentionKind, Role, Topic
from filmdossier.model.claim import AggregatorScore, Claim, Predicate
from filmdossier.model.text import BlockKind, Cell, MarkKind, Origin, Span

# What turns a sentence about an aggregator into something that is no score of this film.
_ELSEWHERE = re.compile(
    r"\b(?:ranked|ranks|ranking|list(?:ed)? of|named (?:it|the film)|lowest-rated|highest-rated|top \d+|best[- ]reviewed|founder|editor|acquired|"
    r"previous film|first film|original film|sequel|predecessor|prequel|soundtrack|album|season|episode|series (?:has|holds|received))\b",
    re.IGNORECASE,
)
_LISTED = re.compile(r"^Lists? of ")
_OTHER_FILM = re.compile(
    r"^(?:The|Its|Both|A) (?:\w+ )?(?:sequel|prequel|original|remake|series|soundtrack|(?:first|second|third|previous|next|other) film)s?\b"
)
_THIS_FILM = re.compile(r"\b(?:[Tt]he|[Tt]his) (?:film|movie|picture|adaptation|comedy|drama|documentary)\b|\b[Ii]t\b|\b[Ii]ts\b")
_BACK_MATTER = re.compile(
    r"^(?:see also|external links|references|notes|further reading|citations|sources|bibliography)$", re.IGNORECASE
)
_CONTINUES = re.compile(
    r"^(?:[\[\]\d\s]*)(?:The (?:sites?|site['’]s|website['’]?s?|web site['’]s|aggregator['’]?s?|consensus|critical consensus|critics?['’]? consensus|"
    r"general consensus|film['’]s (?:\w+ )?consensus|audience score|average)|Its? (?:(?:critics?|critical)['’]? )?(?:consensus|average|audience)|"
    r"It (?:also )?(?:has|had|holds|received|earned|currently)|The critics?['’]? consensus|Site['’]s consensus|There, the|Critics['’] consensus|Audience score|Audience rating|"
    r"The (?:film|movie) (?:also )?(?:has|had|holds|maintains|earned|received|currently)|Audiences? (?:on|at|gave)|On the same (?:site|website)|Users )",
)
_CONSENSUS = re.compile(
    rf"\bconsens\w*\b(?P<verb>[^.{QUOTED}]{{0,60}}?)(?P<mark>[:,]?\s*[\"“„«‘']?)(?P<quote>{QUOTED}+)", re.IGNORECASE
)
_CONSENSUS_PLAIN = re.compile(
    r"\bconsensus (?:on the (?:site|website) )?(?:states?|reads?|says?|was|is|being|stating|saying|states? simply|reports?)(?: that|:|,)\s+(?P<words>[^\"“”\n]{15,400}?)(?=\.(?:\s|\[|$)|$)",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"[,;]\s+(?:and|while|with|whereas|but)?|\b(?:while|whereas|but|and)\b")
_AUDIENCE = re.compile(
    r"\b(?:an? |the |its )?(?:audience|user|popcorn)[ -](?:score|rating|approval)\b.*$", re.IGNORECASE | re.DOTALL
)
# What the columns of a table of aggregators are headed with.
_COUNT_HEADER = re.compile(r"\b(?:reviews?|votes?|count|critics|ratings|number|based on|sample|n)\b|^#", re.IGNORECASE)
_SCORE_HEADER = re.compile(
    r"\b(?:score|rating|approval|average|mean|grade|mark|value|result|note|wertung|figure)\b|%|^$", re.IGNORECASE
)
_CROWD = re.compile(r"audience|user|viewer|public|spectateur|zuschauer|popcorn", re.IGNORECASE)
_LONGEST_NAME = 45  # characters of a cell that names an aggregator and whose score it is
_MOST_IN_ONE = 12  # no sentence says more of aggregators than this
_AS_OF = re.compile(r"\b[Aa]s of(?: the)?\s*$")


@dataclass(slots=True)
class _Reading:
    """What has been gathered of one aggregator so far."""

    name: str
    audience: bool
    figures: Figures = field(default_factory=Figures)
    consensus: str | None = None
    as_of: str | None = None
    spans: list[Span] = field(default_factory=list)
    kept: bool = False

    def keep(self, readings: "list[_Reading]") -> None:
        """Puts the reading among the others, once."""
        if not self.kept:
            readings.append(self)
            self.kept = True


def aggregators(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    """The aggregators' claims about the film, in the order of the text."""
    readings: list[_Reading] = []
    last: _Reading | None = None
    block = -1
    for statement in statements(annotations, topic):
        if statement.role is Role.PLOT or _in_back_matter(annotations, statement):
            continue
        if statement.block != block:
            last, block = None, statement.block
        last = _read(annotations, statement, readings, last, (topic.title, *topic.aliases))
    readings += _rows(annotations, topic)
    for reading in readings:
        made = _claim(annotations, topic, reading)
        if made is not None:
            yield made


def _read(
    annotations: Annotations, statement: Statement, readings: list[_Reading], last: _Reading | None, titles: tuple[str, ...]
) -> _Reading | None:
    """Reads one statement; returns the aggregator that the next one may go on about."""
    text = annotations.document.text
    named = [
        (start, end, name)
        for start, end, name in aggregators_in(text, statement.span.start, statement.span.end)
        if not any(start in quote for quote in statement.quotes)
    ]
    named = named[:_MOST_IN_ONE]
    if not named:
        if last is not None and _CONTINUES.match(statement.masked):
            audience = last.audience or bool(re.match(r"[^.]{0,30}\b[Aa]udience", statement.masked))
            reading = last if audience == last.audience else _Reading(last.name, audience)
            if _fill(annotations, statement, statement.span, reading):
                reading.keep(readings)
                return last
        return None
    if _LISTED.match(statement.masked) or _OTHER_FILM.match(statement.masked) or _about_another(annotations, statement, titles):
        return None
    if _ELSEWHERE.search(statement.masked) and not re.search(r"%|out of|/10|consensus|CinemaScore|Cinemascore", statement.masked):
        return None
    for (_, _, name), part in zip(named, _parts(statement, named), strict=True):
        audience = name in AUDIENCE_ONLY
        # The same aggregator named again in one breath ("on the site") goes on; elsewhere it starts anew.
        known = last if last is not None and last.name == name else None
        reading = known or _Reading(name, audience)
        aside: Span | None = None
        crowd = None if audience else _AUDIENCE.search(statement.outside(part))
        if crowd is not None and crowd.start() > 0 and read_figures(crowd.group(), name).any():
            aside = Span(part.start + crowd.start(), part.end)
            part = Span(part.start, aside.start)
        if _fill(annotations, statement, part, reading):
            reading.keep(readings)
            last = reading
        elif len(named) == 1:
            # A template that gave no figures still says whose consensus comes next.
            last = reading
        other = _Reading(name, audience=True)
        if aside is not None and _fill(annotations, statement, aside, other):
            other.keep(readings)
    return last


def _about_another(annotations: Annotations, statement: Statement, titles: tuple[str, ...]) -> bool:
    """Whether the statement names another work in italics and this film not at all."""
    text = annotations.document.text
    named = [mark.span.of(text) for mark in annotations.marks_in(statement.span, MarkKind.ITALIC)]
    others = [name for name in named if name not in titles and not is_outlet(name) and not aggregators_in(name, 0, len(name))]
    words = text[statement.span.start : statement.span.end]
    return bool(others) and not _THIS_FILM.search(words) and not any(title in words for title in titles)


def _in_back_matter(annotations: Annotations, statement: Statement) -> bool:
    section = annotations.document.blocks[statement.block].section
    return bool(section) and bool(_BACK_MATTER.match(section[-1]))


def _parts(statement: Statement, named: list[tuple[int, int, str]]) -> list[Span]:
    """The part of the statement that each named aggregator's figures stand in."""
    if len(named) == 1:
        return [statement.span]
    gaps = [Span(a, b) if a < b else None for (_, a, _), (b, _, _) in pairwise(named)]
    first = Span(statement.span.start, named[0][0]) if named[0][0] > statement.span.start else None
    before = first is not None and bool(re.search(r"\d", statement.outside(first)))
    bounds = [statement.span.start]
    for gap in gaps:
        if gap is None:
            bounds.append(bounds[-1])
            continue
        splits = list(_SPLIT.finditer(statement.outside(gap)))
        cut = gap.end
        if splits:
            # Figures before the names: what follows the first break belongs to the next name; after them: only the last break.
            cut = gap.start + (splits[0] if before else splits[-1]).start()
        bounds.append(cut)
    bounds.append(statement.span.end)
    return [Span(a, max(b, a + 1)) for a, b in pairwise(bounds)]


def _fill(annotations: Annotations, statement: Statement, part: Span, reading: _Reading) -> bool:
    """Adds what ``part`` of a statement says to ``reading``; False if it says nothing."""
    text = annotations.document.text
    outside = statement.outside(part)
    # Marks around short verdicts ("Fresh") must not keep the figures apart; long quotations hold no figures of theirs.
    words = "".join(text[part.start + i] if c != QUOTED or _short(statement, part.start + i) else c for i, c in enumerate(outside))
    figures = read_figures(words, reading.name)
    consensus = _consensus(annotations, statement, part)
    if not figures.any() and consensus is None:
        return False
    reading.figures = reading.figures.filled(figures)
    if consensus is not None and reading.consensus is None:
        reading.consensus = consensus.of(text)
    for mention in annotations.mentions_in(statement.span, MentionKind.DATE):
        if reading.as_of is None and _AS_OF.search(text[max(mention.span.start - 12, 0) : mention.span.start]):
            reading.as_of = mention.surface
    reading.spans.append(part if statement.span != part else statement.span)
    if consensus is not None:
        reading.spans.append(consensus)
    return True


def _short(statement: Statement, offset: int) -> bool:
    return any(offset in quote and len(quote) <= 40 for quote in statement.quotes)


def _consensus(annotations: Annotations, statement: Statement, part: Span) -> Span | None:
    match = _CONSENSUS.search(statement.masked)
    text = annotations.document.text
    if match is not None:
        start = statement.span.start + match.start("quote")
        quote = next((quote for quote in statement.quotes if quote.start == start), None)
        if quote is not None and (quote.start in part or len(part) == len(statement.span)):
            return words_of(text, quote)
    match = _CONSENSUS_PLAIN.search(statement.masked)
    if match is not None and QUOTED not in match["words"]:
        return Span(statement.span.start + match.start("words"), statement.span.start + match.end("words"))
    return None


def _rows(annotations: Annotations, topic: Topic) -> Iterator[_Reading]:
    """Aggregators in boxes and tables of ratings: one row each, the score in another cell."""
    text = annotations.document.text
    for block in annotations.blocks_in(topic.passage, BlockKind.ROW):
        if block.origin not in (Origin.RATINGS, Origin.TABLE) or len(block.cells) < 2:
            continue
        name = block.cells[0].span.of(text)
        named = aggregators_in(name, 0, len(name))
        if not named or (block.origin is Origin.TABLE and not (named[0][0] <= 1 and len(name) <= _LONGEST_NAME)):
            continue
        words = (
            _cell_words(text, cell, named[0][2]) if block.origin is Origin.TABLE else cell.span.of(text) for cell in block.cells[1:]
        )
        figures = read_figures("; ".join(words) if block.origin is Origin.TABLE else " ".join(words), named[0][2])
        if figures.any():
            audience = named[0][2] in AUDIENCE_ONLY or _CROWD.search(name) is not None
            yield _Reading(named[0][2], audience, figures, spans=[block.span])


def _cell_words(text: str, cell: Cell, name: str) -> str:
    """A cell of a table with what its column's header says the figure is; '' for one that is neither score nor count."""
    words = cell.span.of(text).strip()
    if _COUNT_HEADER.search(cell.label):
        return f"{words} reviews" if re.fullmatch(r"[\d.,]+\+?", words) else words
    if not _SCORE_HEADER.search(cell.label):
        return ""
    bare = re.fullmatch(r"\d{1,3}(?:[.,]\d+)?", words) is not None
    return words if not bare else f"score {words}" if name == "Metacritic" else f"average {words}"


def _claim(annotations: Annotations, topic: Topic, reading: _Reading) -> Claim | None:
    figures = reading.figures
    score = AggregatorScore(
        name=reading.name,
        approval=figures.approval,
        reviews=figures.reviews,
        average=figures.average,
        average_max=figures.average_max,
        score=figures.score,
        grade=figures.grade,
        consensus=reading.consensus,
        as_of=reading.as_of,
        audience=reading.audience,
    )
    if not figures.any() and reading.consensus is None:
        return None
    spans = list(dict.fromkeys(reading.spans))
    return claim(annotations, topic, Predicate.AGGREGATOR, score, *spans, extractor="aggregators", confidence=0.97)
