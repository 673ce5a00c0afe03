"""Film record → its statements, one after another, each with what it says, how sure it is and where it is said.

What the record holds in many shapes leaves here in one: subject, predicate, value, qualifiers. The
tables and the annotations are written from it, so that they hold the same statements.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from enum import Enum
from typing import Any

from filmdossier.model.claim import AspectMention
from filmdossier.model.film import Fact, FilmRecord, SetAside
from filmdossier.model.reception import AggregatorClaim, Review
from filmdossier.model.text import Evidence
from filmdossier.present.export.choosing import title_evidence, year_evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing that the documents say.

    ``part`` is the part of the record; ``subject`` what is spoken of (the film's title, a performer, a character, a
    critic); ``speaker`` whose judgement or words it is, '' where it is the document's own voice. ``confidence`` is
    None where the record gives none. Rows of one ``id`` say together what one item of the record says.
    """

    id: str
    part: str
    subject: str
    predicate: str
    value: str
    evidence: tuple[Evidence, ...]
    status: str = ""
    confidence: float | None = None
    polarity: str = "asserted"
    reason: str = ""
    speaker: str = ""
    qualifiers: tuple[tuple[str, object], ...] = field(default=())


def statements(record: FilmRecord) -> Iterator[Statement]:
    """Everything the record says, in its order; suggestions and what was set aside come last, marked as such."""
    film = record.film
    yield Statement(id="title", part="film", subject=film.title, predicate="title", value=film.title, evidence=title_evidence(film))
    if film.year is not None:
        yield Statement(
            id="year", part="film", subject=film.title, predicate="year", value=str(film.year), evidence=year_evidence(film)
        )  # fmt: skip
    for number, fact in enumerate(record.facts):
        yield _fact(fact, film.title, fact.id or f"facts/{number}", "facts")
    yield from _people(record)
    yield from _story(record)
    for number, connection in enumerate(record.connections):
        yield Statement(
            id=connection.id or f"connections/{number}", part="connections", subject=film.title, predicate=connection.relation.value,
            value=connection.film, status=connection.status.value, confidence=connection.confidence,
            evidence=connection.evidence, qualifiers=_told(year=connection.year),
        )  # fmt: skip
    for number, claim in enumerate(record.aggregators):
        yield from _aggregator(claim, claim.id or f"aggregators/{number}")
    copies = {copy.review for copy in record.reception.copies}
    for number, review in enumerate(record.reviews):
        yield from _review(review, film.title, review.id or f"reviews/{number}", copy=number in copies)
    for number, conflict in enumerate(record.conflicts):
        for side in conflict.values:
            yield Statement(
                id=conflict.id or f"conflicts/{number}", part="conflicts", subject=film.title, predicate=conflict.about, value=side.value,
                status="disputed", evidence=side.evidence, qualifiers=_told(weight=conflict.weight),
            )  # fmt: skip
    for number, fact in enumerate(record.suggestions):
        yield _fact(fact, film.title, fact.id or f"suggestions/{number}", "suggestions")
    for number, item in enumerate(record.set_aside):
        yield _set_aside(item, film.title, item.id or f"set_aside/{number}")


def _told(**qualifiers: object) -> tuple[tuple[str, object], ...]:
    """The qualifiers that say something."""
    return tuple((name, value) for name, value in qualifiers.items() if value not in (None, "", False, ()))


def _fact(fact: Fact, title: str, id_: str, part: str) -> Statement:
    return Statement(
        id=id_, part=part, subject=title, predicate=fact.predicate.value, value=fact.value, status=fact.status.value,
        confidence=fact.confidence, evidence=fact.evidence,
        qualifiers=_told(also=fact.also, decided_by=fact.decision.decided_by if fact.decision else None),
    )  # fmt: skip


def _people(record: FilmRecord) -> Iterator[Statement]:
    for number, entry in enumerate(record.cast):
        yield Statement(
            id=entry.id or f"cast/{number}", part="cast", subject=entry.actor, predicate="plays", value=entry.character or "",
            status=entry.status.value, confidence=entry.confidence, evidence=entry.evidence,
            qualifiers=_told(note=entry.note, decided_by=entry.decision.decided_by if entry.decision else None),
        )  # fmt: skip
    for number, character in enumerate(record.characters):
        yield Statement(
            id=character.id or f"characters/{number}", part="characters", subject=record.film.title, predicate="character",
            value=character.name, evidence=character.evidence,
            qualifiers=_told(aliases=character.aliases, played_by=character.played_by, description=character.description),
        )  # fmt: skip


def _story(record: FilmRecord) -> Iterator[Statement]:
    for number, relation in enumerate(record.relations):
        yield Statement(
            id=relation.id or f"relations/{number}", part="relations", subject=relation.a, predicate=relation.relation,
            value=relation.b, confidence=relation.confidence, evidence=relation.evidence,
        )  # fmt: skip
    for number, event in enumerate(record.events):
        yield Statement(
            id=event.id or f"events/{number}", part="events", subject=event.agent or "", predicate=event.verb,
            value=event.patient or "", confidence=event.confidence, evidence=event.evidence,
            qualifiers=_told(order=event.order, place=event.place, instrument=event.instrument, deleted_scene=event.deleted_scene),
        )  # fmt: skip
    for number, line in enumerate(record.dialogue):
        yield Statement(
            id=line.id or f"dialogue/{number}", part="dialogue", subject=record.film.title, predicate="line", value=line.words,
            speaker=line.speaker or "", evidence=line.evidence,
        )  # fmt: skip


def _aggregator(claim: AggregatorClaim, id_: str) -> Iterator[Statement]:
    """One statement a figure, so that a column of numbers is a column of numbers."""
    score = claim.score
    figures: dict[str, object] = {
        "approval": score.approval, "reviews": score.reviews, "average": score.average, "score": score.score,
        "grade": score.grade, "consensus": score.consensus,
    }  # fmt: skip
    told = {name: value for name, value in figures.items() if value is not None}
    for name, value in (told or {"named": ""}).items():
        yield Statement(
            id=id_, part="aggregators", subject=score.name, predicate=name, value=_words(value), speaker=score.name,
            evidence=claim.evidence,
            qualifiers=_told(
                average_max=score.average_max if name == "average" else None, as_of=score.as_of, audience=score.audience, check=claim.check
            ),
        )  # fmt: skip


def _review(review: Review, title: str, id_: str, *, copy: bool) -> Iterator[Statement]:
    """The stance, the rating, each quotation and each aspect; a review of which only the voice is known is one statement."""
    who = ", ".join(name for name in (review.critic, review.outlet) if name)
    common: dict[str, Any] = {"id": id_, "part": "reviews", "subject": title, "speaker": who}
    about = {"published": review.published, "own": review.own, "copy": copy}
    bare = True
    if review.stance is not None:
        origin = review.stance_origin.value if review.stance_origin else None
        yield Statement(
            **common, predicate="stance", value=review.stance.value, confidence=review.stance_probability,
            evidence=review.evidence, qualifiers=_told(origin=origin, **about),
        )  # fmt: skip
        bare = False
    if review.rating is not None:
        rating = review.rating
        share = None if rating.value is None else round(float(rating.value), 4)
        # A review rests on many passages; the rating on those that hold it.
        told = tuple(one for one in review.evidence if rating.raw in one.quote) or review.evidence
        yield Statement(
            **common, predicate="rating", value=rating.raw, evidence=told,
            qualifiers=_told(scale=rating.scale, origin=rating.origin.value, **about) + (() if share is None else (("share", share),)),
        )  # fmt: skip
        bare = False
    for predicate, aspects in (("praised", review.praised), ("criticised", review.criticised)):
        for aspect in aspects:
            yield Statement(
                **common, predicate=predicate, value=aspect.aspect, evidence=aspect.evidence,
                qualifiers=_told(side=aspect.kind.value if aspect.kind else None, **about),
            )  # fmt: skip
            bare = False
    for quotation in review.quotes:
        yield Statement(
            **common, predicate="quotation", value=quotation.quote, evidence=(quotation,), qualifiers=_told(**about)
        )  # fmt: skip
        bare = False
    if bare:
        yield Statement(**common, predicate="reviewed", value="", evidence=review.evidence, qualifiers=_told(**about))


def _set_aside(item: SetAside, title: str, id_: str) -> Statement:
    claim = item.claim
    parts = _parts(claim.value)
    return Statement(
        id=id_, part="set_aside", subject=title, predicate=claim.predicate.value, value=next((words for _, words in parts), ""),
        polarity=claim.polarity.value, reason=item.reason, confidence=claim.confidence, evidence=claim.evidence,
        qualifiers=_told(**dict(parts)) if is_dataclass(claim.value) else (),
    )  # fmt: skip


def _parts(value: object) -> list[tuple[str, str]]:
    """A claim's value as names and words, what it is about first; a plain value is one part."""
    if not is_dataclass(value):
        return [("value", str(value))]
    parts = {part.name: getattr(value, part.name) for part in fields(value)}
    first = next((name for name in _ABOUT if parts.get(name)), "")
    told = [(name, _plain_words(parts[name])) for name in sorted(parts, key=lambda name: name != first)]
    return [(name, words) for name, words in told if words]


# What a structured value is about, whichever it has first.
_ABOUT = ("actor", "name", "film", "critic", "outlet", "verb", "words", "a", "about")


def _plain_words(value: object) -> str:
    match value:
        case None | False:
            return ""
        case Evidence(quote=quote):
            return quote
        case AspectMention(aspect=aspect):
            return aspect
        case Enum(value=words):
            return str(words)
        case tuple():
            return "; ".join(_plain_words(one) for one in value)
    return _words(value)


def _words(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
