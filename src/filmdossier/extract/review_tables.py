"""Claims from the document of a film's rows in a table of reviews: one review a row, scores, the audience's mean.

Enters a document whose blocks say which cell is what (``read.tables`` makes them); leaves a claim for each
row, with the whole row as evidence. A verdict column gives the stance as the table states it; without one the words are read. What
they praise and criticise is read of every row. The audience's ratings become one score of the audience's, never reviews.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from filmdossier.extract.row_aspects import row_aspects
from filmdossier.extract.stance import passages_of
from filmdossier.model.annotations import Annotations, DocumentKind, Topic
from filmdossier.model.claim import AggregatorScore, Claim, CriticReview, Predicate, Stance, Value
from filmdossier.model.text import Block, BlockKind, Cell, Document, Evidence, Span

_EXTRACTOR = "table of reviews"
_SURE = 0.95
# A table gives a release year where an article may give the year of production: a weaker word than theirs.
_YEAR_SURE = 0.6
_VERDICTS = {
    Stance.POSITIVE: "fresh certified-fresh certified_fresh positive favorable favourable recommended upright up pro 1 1.0 true yes y",
    Stance.MIXED: "mixed neutral average so-so",
    Stance.NEGATIVE: "rotten negative unfavorable unfavourable not-recommended spilled down contra 0 0.0 -1 false no n",
}
_STANCES = {word: stance for stance, words in _VERDICTS.items() for word in words.split()}
_OF = re.compile(r" of (?P<top>\d+)$")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_MONTHS = "january february march april may june july august september october november december".split()
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ].*)?")
_AMERICAN = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})")
_BRITISH = re.compile(r"(\d{1,2}) ([A-Za-z]{3,9})\.?,? (\d{4})")


def table_claims(document: Document, topic: Topic) -> Iterator[Claim]:
    """Every claim of the document, in the order of its lines."""
    yield from _identity(topic)
    tally: list[Block] = []
    votes: dict[str, list[Block]] = {}
    annotations = Annotations(document=document, kind=DocumentKind.SCORES, sentences=(), mentions=(), topics=(topic,))
    for block in document.blocks:
        if block.kind is BlockKind.FIELD:
            name, _, what = block.label.partition(" audience ")
            if what:
                votes.setdefault(name, []).append(block)
            elif block.label.endswith(" approval"):
                yield from _approval(document, topic, block, block.label.removesuffix(" approval"))
        elif block.kind is BlockKind.ROW and block.cells[-1].label == "ratings":
            tally.append(block)
        elif block.kind is BlockKind.ROW:
            yield _review(annotations, topic, block)
    for name, blocks in votes.items():
        yield from _voted(document, topic, name, blocks)
    if tally:
        yield _audience(document, topic, tally)


def verdict_of(words: str) -> Stance | None:
    """The stance that a verdict states ("fresh", "0"); None where it is no known verdict."""
    return _STANCES.get("-".join(words.casefold().replace("thumbs", "").split()))


def date_of(words: str) -> str:
    """A date as ``YYYY-MM-DD``; as written where its parts could be taken for one another ("3/4/2010")."""
    if match := _ISO.fullmatch(words):
        return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}"
    if match := _AMERICAN.fullmatch(words):
        month, day, year = match.groups()
    elif match := _BRITISH.fullmatch(words):
        day, month, year = match.groups()
    else:
        return words
    number = next((number for number, name in enumerate(_MONTHS, 1) if name.startswith(month.casefold())), 0)
    return f"{year}-{number:02}-{int(day):02}" if number else words


def _identity(topic: Topic) -> Iterator[Claim]:
    if topic.confidence < 0.5:
        return  # the table gives an id and no title
    yield _claim(topic, Predicate.TITLE, topic.title, topic.title_evidence, 0.9)
    if topic.year is not None and topic.year_evidence:
        yield _claim(topic, Predicate.YEAR, str(topic.year), topic.year_evidence, _YEAR_SURE)


def _review(annotations: Annotations, topic: Topic, block: Block) -> Claim:
    document, text = annotations.document, annotations.document.text
    critic = outlet = date = verdict = rating = scale = None
    quotes: tuple[Evidence, ...] = ()
    stated_at: Span | None = None
    for cell in block.cells:
        words = cell.span.of(text)
        match cell.label.partition(" ")[0]:
            case "critic":
                critic = words
            case "outlet":
                outlet = words
            case "date":
                date = date_of(words)
            case "verdict":
                verdict, stated_at = verdict_of(words), cell.span
            case "rating":
                rating, scale = words, _top(cell)
            case "quote":
                quotes = (Evidence.cite(document, cell.span),)
    # Where the table states the verdict, its cell carries the stance: reading the words takes longer than all the rest.
    passages = passages_of(document, stated_at, verdict, () if verdict is not None else quotes)
    read = next(iter(passages), None) if verdict is None else None
    praised, criticised = row_aspects(annotations, quotes[0].span, (topic.title, *topic.aliases)) if quotes else ((), ())
    value = CriticReview(
        critic=critic,
        outlet=outlet,
        rating=rating,
        quotes=quotes,
        praised=praised,
        criticised=criticised,
        stance=read.stance if read else verdict,
        stance_probability=read.probability if read else None,
        published=date,
        stance_given=verdict is not None,
        rating_scale=scale,
        stance_passages=passages,
    )
    return _claim(topic, Predicate.REVIEW, value, (Evidence.cite(document, block.span),), _SURE)


def _approval(document: Document, topic: Topic, block: Block, name: str) -> Iterator[Claim]:
    number = _number(block.cells[0].span.of(document.text))
    if number is not None and number <= 100:
        score = AggregatorScore(name=name, approval=float(number))
        yield _claim(topic, Predicate.AGGREGATOR, score, (Evidence.cite(document, block.span),), _SURE)


def _voted(document: Document, topic: Topic, name: str, blocks: list[Block]) -> Iterator[Claim]:
    """What the fields of an aggregator's audience come to; nothing where the table gives two values for one field."""
    labels = [block.label.partition(" audience ")[2].partition(" ")[0] for block in blocks]
    values = dict(zip(labels, (block.cells[0].span.of(document.text) for block in blocks), strict=True))
    numbers = {label: _number(words) for label, words in values.items()}
    if len(numbers) != len(blocks) or None in numbers.values():
        return
    average, approval = numbers.get("average"), numbers.get("approval")
    votes = _digits(values.get("votes", "")) or None
    top = next((top for block in blocks if (top := _top(block.cells[0]))), None)
    score = AggregatorScore(
        name=name,
        approval=None if approval is None else float(approval),
        reviews=None if votes is None else int(votes),
        average=None if average is None else float(average),
        average_max=float(top) if top and average is not None else None,
        audience=True,
    )
    evidence = tuple(Evidence.cite(document, block.span) for block in blocks)
    yield _claim(topic, Predicate.AGGREGATOR, score, evidence, _SURE)


def _audience(document: Document, topic: Topic, tally: list[Block]) -> Claim:
    """The mean of the audience's ratings and their number; no mean where a rating's scale is not known, or there are several."""
    counts = [(block.cells[0], int(_digits(block.cells[1].span.of(document.text)))) for block in tally]
    total = sum(count for _, count in counts)
    tops = {_top(cell) for cell, _ in counts}
    values = [_number(cell.span.of(document.text)) for cell, _ in counts]
    average = top = None
    if len(tops) == 1 and None not in tops and None not in values:
        top = float(next(iter(tops)) or 0)
        weighed = sum(((value or Fraction(0)) * count for value, (_, count) in zip(values, counts, strict=True)), Fraction(0))
        average = round(float(weighed / total), 2)
    name = document.source.origin.partition("#")[0].rpartition("/")[2]
    score = AggregatorScore(name=f"Audience in {name}", reviews=total, average=average, average_max=top, audience=True)
    lines = Span(tally[0].span.start, tally[-1].span.end)
    return _claim(topic, Predicate.AGGREGATOR, score, (Evidence.cite(document, lines),), _SURE)


def _claim(topic: Topic, predicate: Predicate, value: Value, evidence: tuple[Evidence, ...], confidence: float) -> Claim:
    return Claim.make(
        subject=topic.id, predicate=predicate, value=value, evidence=evidence, extractor=_EXTRACTOR, confidence=confidence
    )


def _top(cell: Cell) -> str | None:
    match = _OF.search(cell.label)
    return match["top"] if match else None


def _number(words: str) -> Fraction | None:
    match = _NUMBER.match(words)
    return Fraction(match.group().replace(",", ".")) if match else None


def _digits(words: str) -> str:
    return "".join(letter for letter in words if letter.isdigit())
