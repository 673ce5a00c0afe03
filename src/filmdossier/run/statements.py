"""Lists the statements of a record by their ids, as an editor decides on them.

A record and the claims it follows from enter; every statement leaves with its id, its value as a
claim would have it, and what speaks for it: facts and parts of the record, suggestions, and what
was set aside. Conflicts are listed apart: one is settled, not confirmed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from filmdossier.errors import UnknownStatement
from filmdossier.model.cited_values import evidence_inside
from filmdossier.model.claim import (
    CastMember,
    CharacterName,
    Claim,
    Connection,
    CriticReview,
    Predicate,
    SpokenLine,
    StoryEvent,
    StoryRelation,
    Value,
    value_type,
)
from filmdossier.model.decision import KeptPassage, Ruling, Statement
from filmdossier.model.film import Conflict, FilmRecord, Status
from filmdossier.model.reception import RatingOrigin, Review
from filmdossier.model.text import Evidence
from filmdossier.reconcile.addresses import claim_address

TITLE_ID, YEAR_ID = "title", "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedStatement:
    """A statement as it stands in a record.

    ``part`` is the record's key it stands under ("facts", "cast", …, "suggestions", "set_aside", "film").
    ``status`` is None in the parts that have none; ``confidence`` likewise.
    """

    id: str
    part: str
    predicate: Predicate
    value: Value
    evidence: tuple[Evidence, ...]
    status: Status | None = None
    confidence: float | None = None
    claims: tuple[str, ...] = ()
    decision: Ruling | None = None


def statements_of(record: FilmRecord, claims: Iterable[Claim] = ()) -> tuple[ListedStatement, ...]:
    """Every statement of the record, in its order; suggestions with a structured value only where ``claims`` has theirs."""
    by_id = {claim.id: claim for claim in claims}
    return (*_identity(record), *_facts(record), *_cast(record), *_story(record), *_rest(record), *_left_out(record, by_id))


def find_statement(record: FilmRecord, claims: Iterable[Claim], wanted: str) -> Statement:
    """The statement with this id, as a decision keeps it; UnknownStatement, with the nearest ids, if there is none."""
    known = tuple(claims)
    listed = statements_of(record, known)
    # What stands in the record comes first: a weaker claim of the same meaning may have been left out.
    found = next((statement for statement in listed if statement.id == wanted), None)
    if found is None:
        close = get_close_matches(wanted, sorted({statement.id for statement in listed}), n=3, cutoff=0.5)
        hint = f"did you mean {' or '.join(close)}?" if close else "'filmdossier show FILM --ids' lists them"
        raise UnknownStatement(f"{record.film.id} has no statement {wanted!r}; {hint}")
    return kept(record, known, found)


def find_conflict(record: FilmRecord, wanted: str) -> Conflict:
    """The conflict with this id; UnknownStatement if there is none."""
    for conflict in record.conflicts:
        if conflict.id == wanted:
            return conflict
    there = ", ".join(conflict.id for conflict in record.conflicts)
    raise UnknownStatement(f"{record.film.id} has no conflict {wanted!r}; {f'it has {there}' if there else 'it has none'}")


def kept(record: FilmRecord, claims: Iterable[Claim], statement: ListedStatement) -> Statement:
    """The statement with the forms that were joined in it and the passages it rests on."""
    origins = {document.id: document.path for document in record.documents}
    behind = [claim for claim in claims if claim.id in set(statement.claims)]
    forms = sorted({claim_address(claim, origins) for claim in behind} - {statement.id})
    cited = dict.fromkeys((*statement.evidence, *evidence_inside(statement.value)))
    return Statement(
        id=statement.id,
        predicate=statement.predicate,
        value=statement.value,
        forms=tuple(forms),
        passages=tuple(passage_of(one, origins) for one in cited if one.document in origins),
    )


def passage_of(evidence: Evidence, origins: Mapping[str, str]) -> KeptPassage:
    """The evidence as a decision keeps it; ``origins`` gives the path of each document."""
    return KeptPassage(
        origin=origins[evidence.document],
        document=evidence.document,
        start=evidence.span.start,
        end=evidence.span.end,
        quote=evidence.quote,
    )


def _identity(record: FilmRecord) -> Iterator[ListedStatement]:
    film = record.film
    title = ListedStatement(id=TITLE_ID, part="film", predicate=Predicate.TITLE, value=film.title, evidence=film.evidence)
    yield title
    if film.year is not None:
        yield ListedStatement(id=YEAR_ID, part="film", predicate=Predicate.YEAR, value=str(film.year), evidence=film.evidence)


def _facts(record: FilmRecord) -> Iterator[ListedStatement]:
    for fact in record.facts:
        yield ListedStatement(
            id=fact.id,
            part="facts",
            predicate=fact.predicate,
            value=fact.value,
            evidence=fact.evidence,
            status=fact.status,
            confidence=fact.confidence,
            claims=fact.claims,
            decision=fact.decision,
        )


def _cast(record: FilmRecord) -> Iterator[ListedStatement]:
    for entry in record.cast:
        yield ListedStatement(
            id=entry.id,
            part="cast",
            predicate=Predicate.CAST,
            value=CastMember(actor=entry.actor, character=entry.character, note=entry.note),
            evidence=entry.evidence,
            status=entry.status,
            confidence=entry.confidence,
            claims=entry.claims,
            decision=entry.decision,
        )


def _story(record: FilmRecord) -> Iterator[ListedStatement]:
    for character in record.characters:
        value = CharacterName(
            name=character.name, aliases=character.aliases, played_by=character.played_by, description=character.description
        )
        yield ListedStatement(
            id=character.id,
            part="characters",
            predicate=Predicate.CHARACTER,
            value=value,
            evidence=character.evidence,
            claims=character.claims,
            decision=character.decision,
        )
    for relation in record.relations:
        yield ListedStatement(
            id=relation.id,
            part="relations",
            predicate=Predicate.RELATION,
            value=StoryRelation(a=relation.a, relation=relation.relation, b=relation.b),
            evidence=relation.evidence,
            confidence=relation.confidence,
            claims=relation.claims,
            decision=relation.decision,
        )
    for event in record.events:
        happened = StoryEvent(
            verb=event.verb,
            agent=event.agent,
            patient=event.patient,
            place=event.place,
            instrument=event.instrument,
            deleted_scene=event.deleted_scene,
            position=event.evidence[0].span.start,
        )
        yield ListedStatement(
            id=event.id,
            part="events",
            predicate=Predicate.EVENT,
            value=happened,
            evidence=event.evidence,
            confidence=event.confidence,
            claims=event.claims,
            decision=event.decision,
        )
    for line in record.dialogue:
        # The words stand first in a line's evidence.
        yield ListedStatement(
            id=line.id,
            part="dialogue",
            predicate=Predicate.DIALOGUE,
            value=SpokenLine(words=line.evidence[0], speaker=line.speaker),
            evidence=line.evidence,
            claims=line.claims,
            decision=line.decision,
        )


def _rest(record: FilmRecord) -> Iterator[ListedStatement]:
    for connection in record.connections:
        yield ListedStatement(
            id=connection.id,
            part="connections",
            predicate=Predicate.CONNECTION,
            value=Connection(relation=connection.relation, film=connection.film, year=connection.year),
            evidence=connection.evidence,
            status=connection.status,
            confidence=connection.confidence,
            claims=connection.claims,
            decision=connection.decision,
        )
    for aggregator in record.aggregators:
        yield ListedStatement(
            id=aggregator.id,
            part="aggregators",
            predicate=Predicate.AGGREGATOR,
            value=aggregator.score,
            evidence=aggregator.evidence,
            claims=aggregator.claims,
            decision=aggregator.decision,
        )
    for review in record.reviews:
        yield ListedStatement(
            id=review.id,
            part="reviews",
            predicate=Predicate.REVIEW,
            value=_review(review),
            evidence=review.evidence,
            claims=review.claims,
            decision=review.decision,
        )


def _review(review: Review) -> CriticReview:
    return CriticReview(
        critic=review.critic,
        outlet=review.outlet,
        rating=review.rating.raw if review.rating else None,
        quotes=review.quotes,
        stance=review.stance,
        stance_probability=review.stance_probability,
        praised=review.praised,
        criticised=review.criticised,
        published=review.published,
        own=review.own,
        stance_given=review.stance_origin is RatingOrigin.GIVEN,
        stance_passages=review.stance_passages,
    )


def _left_out(record: FilmRecord, claims: Mapping[str, Claim]) -> Iterator[ListedStatement]:
    for fact in record.suggestions:
        behind = sorted((claims[one] for one in fact.claims if one in claims), key=lambda claim: (-claim.confidence, claim.id))
        textual = value_type(fact.predicate) is str
        if not textual and not behind:
            continue
        yield ListedStatement(
            id=fact.id,
            part="suggestions",
            predicate=fact.predicate,
            value=fact.value if textual else behind[0].value,
            evidence=fact.evidence,
            status=fact.status,
            confidence=fact.confidence,
            claims=fact.claims,
            decision=fact.decision,
        )
    for item in record.set_aside:
        yield ListedStatement(
            id=item.id,
            part="set_aside",
            predicate=item.claim.predicate,
            value=item.claim.value,
            evidence=item.claim.evidence,
            confidence=item.claim.confidence,
            claims=(item.claim.id,),
            decision=item.decision,
        )
