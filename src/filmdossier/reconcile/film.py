"""Computes a film's record from the claims about it.

Claims that assert are weighed; those that deny, rumour or plan are set aside with that reason.
The order in which claims arrive changes nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from filmdossier.model.claim import IDENTITY_PREDICATES, Claim, CriticReview, Polarity, Predicate
from filmdossier.model.film import (
    DECISIONS_KIND,
    Conflict,
    DocumentSummary,
    Fact,
    FilmIdentity,
    FilmRecord,
    SetAside,
)
from filmdossier.model.reception import Reception
from filmdossier.reconcile.addresses import claim_address
from filmdossier.reconcile.cast import reconcile_cast, reconcile_characters
from filmdossier.reconcile.connections import reconcile_connections
from filmdossier.reconcile.decided_names import DecidedNames
from filmdossier.reconcile.details import detail_conflicts
from filmdossier.reconcile.evidence import LEAST, claim_ids, gathered, in_order, joint_confidence, status_of
from filmdossier.reconcile.facts import reconcile_facts
from filmdossier.reconcile.reviews import reconcile_aggregators, reconcile_reviews
from filmdossier.reconcile.story import reconcile_story

_REASONS = {
    Polarity.DENIED: "the document denies it",
    Polarity.RUMOURED: "the document gives it as a rumour",
    Polarity.PLANNED: "the document gives it as a plan that need not have come about",
}
_NOT_RECEIVED = Reception(
    reviews=0, positive=0, mixed=0, negative=0, approval=None, approval_interval=None, rated=0, mean=None, note="not yet summed up"
)  # fmt: skip


def assemble(
    film: FilmIdentity,
    documents: Sequence[DocumentSummary],
    claims: Sequence[Claim],
    names: DecidedNames,
    dismissed: frozenset[str] = frozenset(),
) -> FilmRecord:
    """The record of ``film`` that its ``claims`` make; ``dismissed`` are the ids of conflicts that are none."""
    ordered = sorted(claims, key=in_order)
    asserted = [claim for claim in ordered if claim.polarity is Polarity.ASSERTED]
    set_aside = [
        SetAside(claim=claim, reason=_REASONS[claim.polarity]) for claim in ordered if claim.polarity is not Polarity.ASSERTED
    ]
    origins = {document.id: document.path for document in documents}
    facts, suggestions, conflicts = reconcile_facts(asserted, names.persons_apart, dismissed)
    detail_conflicts_found = detail_conflicts(asserted, dismissed)
    cast, cast_suggestions, cast_conflicts = reconcile_cast(asserted, names, dismissed)
    connections, connection_suggestions = reconcile_connections(asserted)
    reviews, weak_reviews = reconcile_reviews(asserted, origins)
    aggregators, score_conflicts = reconcile_aggregators(asserted, dismissed)
    characters, unnamed = reconcile_characters(asserted, cast, names.characters_apart)
    story = reconcile_story(asserted, characters, cast)
    every_conflict = (*conflicts, *cast_conflicts, *detail_conflicts_found, *score_conflicts)
    set_aside += [SetAside(claim=claim, reason="the name is a performer's, not a character's") for claim in unnamed]
    set_aside += story.set_aside
    set_aside += [SetAside(claim=claim, reason=reason) for claim in asserted if (reason := _unused(claim, detail_conflicts_found))]
    return FilmRecord(
        film=replace(film, evidence=gathered(c for c in asserted if c.predicate in IDENTITY_PREDICATES)),
        documents=tuple(sorted(documents, key=lambda document: (document.kind == DECISIONS_KIND, document.path, document.id))),
        facts=facts,
        cast=cast,
        characters=characters,
        relations=story.relations,
        events=story.events,
        dialogue=story.dialogue,
        connections=connections,
        aggregators=aggregators,
        reviews=reviews,
        reception=_NOT_RECEIVED,
        conflicts=tuple(sorted(every_conflict, key=_substantial_first)),
        suggestions=(
            *suggestions,
            *cast_suggestions,
            *connection_suggestions,
            *(_review_suggestion(claim, origins) for claim in weak_reviews),
        ),
        set_aside=tuple(replace(item, id=claim_address(item.claim, origins)) for item in set_aside),
    )


def _unused(claim: Claim, details: Sequence[Conflict]) -> str:
    """Why an asserted claim shows nowhere in the record; '' where it does."""
    if claim.predicate in (Predicate.CHARACTER, Predicate.AGGREGATOR) and claim.confidence < LEAST:
        return "the reading is too unsure to show"
    if claim.predicate is Predicate.UNTOLD:
        return f"no event of the story: {claim.value}"
    if claim.predicate is Predicate.DETAIL and not any(claim.evidence[0] in value.evidence for c in details for value in c.values):
        return "a detail of the story that no document tells differently"
    return ""


def _substantial_first(conflict: Conflict) -> tuple[float, str]:
    return (-conflict.weight, conflict.about)


def _review_suggestion(claim: Claim, origins: Mapping[str, str]) -> Fact:
    value = claim.value
    who = " / ".join(filter(None, (value.critic, value.outlet))) if isinstance(value, CriticReview) else ""
    return Fact(
        predicate=Predicate.REVIEW,
        value=who or "unsigned judgement",
        status=status_of([claim]),
        confidence=joint_confidence([claim]),
        evidence=gathered([claim]),
        id=claim_address(claim, origins),
        claims=claim_ids([claim]),
    )
