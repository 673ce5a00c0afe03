"""Critics' scores in boxes and tables: one claim a row.

Enters annotations; leaves a claim for each row that names a critic or a publication beside a
rating, a verdict or a line of the review. Rows of aggregators, of prizes and of albums are passed over.
"""

import re
from collections.abc import Iterator, Sequence

from filmdossier.extract.outlets import aggregators_in, is_outlet
from filmdossier.extract.reviews.scores import rating_in
from filmdossier.extract.stance import passages_of, read_stance
from filmdossier.extract.stance_stated import STATED, verdict_word
from filmdossier.extract.statement import claim
from filmdossier.model.annotations import Annotations, Topic
from filmdossier.model.claim import Claim, CriticReview, Predicate, Stance
from filmdossier.model.text import Block, BlockKind, Cell, Evidence, Origin, Span
from filmdossier.model.titles import same_title

_CRITIC = re.compile(r"\b(?:critic|reviewer|author|reviewed by|name)\b", re.IGNORECASE)
_OUTLET = re.compile(
    r"\b(?:publication|outlet|publisher|source|newspaper|paper|daily|magazine|site|website|press|media)\b", re.IGNORECASE
)
_RATING = re.compile(r"\b(?:rating|score|grade|stars?|mark|points)\b", re.IGNORECASE)
_VERDICT = re.compile(r"\b(?:verdict|fresh|state|opinion|sentiment|stance)\b", re.IGNORECASE)
_WORDS = re.compile(r"\b(?:review|quote|comment|excerpt|text|content|remark)s?\b", re.IGNORECASE)
_DATE = re.compile(r"\bdate|published\b", re.IGNORECASE)
_NOT_FILM = re.compile(
    r"\b(?:soundtrack|album|music|songs?|video game|home media|awards?|accolades|nominations?|box office|television|series)\b",
    re.IGNORECASE,
)
# "Rating (0–4)", "Score out of 10", "Stars /5"
_SCALE = re.compile(r"(?:\b[01]\s*[–-]|\bout of|\bof|/|\bmax(?:imum)?\.?:?)\s*(?P<top>\d{1,3})\b", re.IGNORECASE)
_DASHES = " —–-|\n"
_BARE = re.compile(
    r"^(?:\d{1,3}(?:[.,]\d+| ?½)?(?:\s?(?:/|%|out of)\s?\d{0,3})?|[★☆⭐✭½*⯨ ]+|[A-DF][+\-−–]?|(?:favou?rable|positive|negative|mixed|unfavou?rable))$",
    re.IGNORECASE,
)


def tabled_reviews(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    """The reviews that rows of ratings hold, in order."""
    for block in annotations.blocks_in(topic.passage, BlockKind.ROW):
        if block.template == "user review":
            continue  # visitors of the page are no critics
        if block.origin not in (Origin.RATINGS, Origin.TABLE) or any(_NOT_FILM.search(title) for title in block.section):
            continue
        made = _row(annotations, topic, block)
        if made is not None:
            yield made


def _row(annotations: Annotations, topic: Topic, block: Block) -> Claim | None:
    text = annotations.document.text
    cells = _columns(block, (topic.title, *topic.aliases))
    if block.origin is Origin.RATINGS and "outlet" not in cells and "critic" not in cells and len(block.cells) >= 2:
        cells = {"outlet": block.cells[0], "rating": block.cells[1], **cells}
    reviewer = cells.get("critic") or cells.get("outlet")
    # A card of a review list may give words and no rating; a row of any other table that rates nothing is no review.
    card = block.origin is Origin.RATINGS and block.template == "review" and "words" in cells
    if reviewer is None or not (card or {"rating", "verdict"} & cells.keys()):
        return None
    names = reviewer.span.of(text)
    if aggregators_in(names, 0, len(names)):
        return None
    rating = _rating(text, cells.get("rating"))
    column = cells.get("verdict") or cells.get("rating")
    verdict = _verdict(text, column)
    if rating is None and verdict is None and not card:
        return None
    words = cells.get("words")
    quotes = (Evidence.cite(annotations.document, words.span),) if words is not None and len(words.span) > 12 else ()
    read = read_stance("", [quote.quote for quote in quotes], judge=annotations.judge) if quotes else None
    stance = (verdict, STATED) if verdict is not None else read
    critic, outlet = _name(text, cells.get("critic")), _name(text, cells.get("outlet"))
    if critic is None and outlet is None:
        return None
    if critic is not None and outlet is None and is_outlet(critic):
        critic, outlet = None, critic
    value = CriticReview(
        critic=critic,
        outlet=outlet,
        rating=rating,
        rating_scale=_scale(cells.get("rating")),
        quotes=quotes,
        stance=stance[0] if stance else None,
        stance_probability=stance[1] if stance else None,
        published=_name(text, cells.get("date")),
        stance_given=verdict is not None,
        stance_passages=passages_of(annotations.document, column.span if column else None, verdict, quotes, annotations.judge),
    )
    sure = 0.9 if block.origin is Origin.RATINGS or {"critic", "outlet"} <= cells.keys() else 0.7
    return claim(annotations, topic, Predicate.REVIEW, value, block.span, extractor="tabled reviews", confidence=sure)


def _columns(block: Block, titles: Sequence[str]) -> dict[str, Cell]:
    """The row's cells by what their column's header calls them; of a jury's grid the film's own column is the rating."""
    found: dict[str, Cell] = {}
    for cell in block.cells:
        for kind, pattern in (
            ("date", _DATE), ("rating", _RATING), ("outlet", _OUTLET), ("critic", _CRITIC), ("verdict", _VERDICT), ("words", _WORDS),
        ):  # fmt: skip
            if pattern.search(cell.label) and kind not in found:
                found[kind] = cell
                break
    if "rating" not in found and {"critic", "outlet"} & found.keys():
        of_film = [cell for cell in block.cells if any(same_title(cell.label, title) for title in titles)]
        found |= {"rating": of_film[0]} if len(of_film) == 1 else {}
    return found


def _rating(text: str, cell: Cell | None) -> str | None:
    if cell is None:
        return None
    words = cell.span.of(text).strip(_DASHES)
    if _BARE.match(words) and verdict_word(words) is None:
        return words
    found = rating_in(f"rated {words}")
    return f"rated {words}"[found[0] : found[1]] if found else None


def _scale(cell: Cell | None) -> str | None:
    """The maximum that the column's header states."""
    match = _SCALE.search(cell.label) if cell is not None else None
    return match["top"] if match else None


def _verdict(text: str, cell: Cell | None) -> Stance | None:
    if cell is None:
        return None
    words = cell.span.of(text).strip(_DASHES)
    return verdict_word(words)


def _name(text: str, cell: Cell | None) -> str | None:
    if cell is None:
        return None
    span: Span = cell.items[0]
    name = re.sub(r"\[\w+\]", "", span.of(text)).strip(_DASHES)
    return name or None
