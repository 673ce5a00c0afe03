"""A film record as a page of text that a person can check against the documents, and a test can compare."""

from collections.abc import Iterable, Iterator

from filmdossier.model.claim import AggregatorScore
from filmdossier.model.film import FilmRecord
from filmdossier.model.reception import Review
from filmdossier.model.text import Evidence


def render(record: FilmRecord) -> str:
    """The record in lines: what is said, its status, and the numbers of the documents that say so.

    Confidences and offsets are left out: they move with every improvement and are tested elsewhere.
    """
    numbers = {document.id: number for number, document in enumerate(record.documents, 1)}

    def by(evidence: Iterable[Evidence]) -> str:
        return "[" + " ".join(str(number) for number in sorted({numbers[cited.document] for cited in evidence})) + "]"

    film = record.film
    parts: list[tuple[str, Iterable[str]]] = [
        ("documents", (f"[{numbers[document.id]}] {document.path}, {document.kind}" for document in record.documents)),
        ("also called", film.aliases),
        ("identifiers", film.identifiers),
        ("facts", (_line(fact.predicate, fact.value, *fact.also, fact.status, by(fact.evidence)) for fact in record.facts)),
        ("cast", (_line(c.actor, c.character or "-", c.note, c.status, by(c.evidence)) for c in record.cast)),
        (
            "characters",
            (
                _line(c.name, *c.aliases, f"played by {c.played_by}" if c.played_by else "", by(c.evidence))
                for c in record.characters
            ),
        ),
        ("connections", (_line(c.relation, c.film, c.year or "", c.status, by(c.evidence)) for c in record.connections)),
        ("aggregators", (_line(_score(a.score), a.check, by(a.evidence)) for a in record.aggregators)),
        ("reviews", (line for review in record.reviews for line in _review(review, by(review.evidence)))),
        ("reception", _reception(record)),
        (
            "conflicts",
            (
                _line(conflict.about, *(f"{value.value} {by(value.evidence)}" for value in conflict.values))
                for conflict in record.conflicts
            ),
        ),
        ("suggestions", (_line(fact.predicate, fact.value, by(fact.evidence)) for fact in record.suggestions)),
        (
            "set aside",
            (
                _line(aside.claim.predicate, f'"{_short(aside.claim.evidence[0].quote)}"', aside.reason)
                for aside in record.set_aside
            ),
        ),
    ]
    lines = [f"{film.title} ({film.year})", film.id]
    for heading, content in parts:
        listed = list(content)
        if listed:
            lines += ["", heading, *(f"  {line}" for line in listed)]
    return "\n".join(lines) + "\n"


def _line(*cells: object) -> str:
    return " | ".join(str(cell) for cell in cells if str(cell))


def _short(quote: str) -> str:
    return " ".join(quote.split())[:70]


def _score(score: AggregatorScore) -> str:
    said = {
        "approval": score.approval,
        "reviews": score.reviews,
        "average": score.average,
        "of": score.average_max,
        "score": score.score,
        "grade": score.grade,
        "as of": score.as_of,
        "consensus": score.consensus and _short(score.consensus),
    }
    return _line(
        score.name,
        "audience" if score.audience else "",
        *(f"{key} {value:g}" if isinstance(value, float) else f"{key} {value}" for key, value in said.items() if value is not None),
    )


def _review(review: Review, sources: str) -> Iterator[str]:
    rating = review.rating
    value = "unknown scale" if rating is None or rating.value is None else f"{float(rating.value):.3g}"
    yield _line(
        "this document" if review.own else "",
        review.critic or "unnamed",
        review.outlet or "no outlet",
        f"{rating.raw} = {value}, {rating.origin}" if rating else "no rating",
        f"{review.stance}, {review.stance_origin}" if review.stance else "no stance",
        review.published or "",
        sources,
    )
    for word, aspects in (("praised", review.praised), ("criticised", review.criticised)):
        if aspects:
            yield f"    {word}: " + "; ".join(_short(aspect.aspect) for aspect in aspects)
    for quote in review.quotes:
        yield f'    quoted: "{_short(quote.quote)}"'


def _reception(record: FilmRecord) -> Iterator[str]:
    r = record.reception
    yield f"{r.reviews} reviews: {r.positive} positive, {r.mixed} mixed, {r.negative} negative; {r.rated} rated"
    yield f"approval {r.approval}, interval {r.approval_interval}, mean {r.mean}"
