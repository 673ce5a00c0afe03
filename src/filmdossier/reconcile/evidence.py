"""Gathers evidence: in a stable order, without repetitions, the documents told apart."""

from collections.abc import Iterable, Sequence

from filmdossier.model.claim import Claim, CriticReview
from filmdossier.model.film import Status
from filmdossier.model.text import Evidence, Span

# Claims below this stay suggestions where no policy of their predicate says otherwise.
LEAST = 0.5


def gathered(claims: Iterable[Claim]) -> tuple[Evidence, ...]:
    """All evidence of the claims, the surest claim's first, each span once."""
    several = tuple(claims)
    if len(several) == 1 and len(several[0].evidence) == 1:
        return several[0].evidence  # as for nearly every row of a table: sorting and hashing it would take longer than the rest
    ranked = sorted(several, key=surest_first)
    return tuple(dict.fromkeys(evidence for claim in ranked for evidence in claim.evidence))


def in_order(claim: Claim) -> tuple[str, int, str, str, str]:
    """Where a claim stands and what it says: a document read from another folder gives the same order.

    The id, which depends on the folder, comes last.
    """
    evidence, value = claim.evidence[0], claim.value
    said = f"{value.critic} {value.outlet}" if isinstance(value, CriticReview) else repr(value)
    return evidence.document, evidence.span.start, claim.predicate, said, claim.id


def surest_first(claim: Claim) -> tuple[float, str, Span, str, str]:
    """The surest first, then by place and by what they say; the id, which depends on the folder, comes last."""
    document, _, _, said, name = in_order(claim)
    return -claim.confidence, document, claim.evidence[0].span, said, name


def claim_ids(claims: Iterable[Claim]) -> tuple[str, ...]:
    """The ids of the claims, sorted."""
    return tuple(sorted({claim.id for claim in claims}))


def joint_confidence(claims: Sequence[Claim]) -> float:
    """The confidence that at least one claim is right.

    Claims of one document lean on the same reading and count once, at their highest; documents
    are taken as independent: 1 − Π(1 − p). Capped at 0.99: only a person is sure.
    """
    by_document: dict[str, float] = {}
    for claim in claims:
        document = claim.evidence[0].document
        by_document[document] = max(by_document.get(document, 0.0), claim.confidence)
    doubt = 1.0
    for document in sorted(by_document):
        doubt *= 1.0 - by_document[document]
    return round(min(1.0 - doubt, 0.99), 4)


def status_of(claims: Iterable[Claim], *, disputed: bool = False) -> Status:
    """Disputed, corroborated by several documents, or stated by one."""
    if disputed:
        return Status.DISPUTED
    return Status.CORROBORATED if len({claim.evidence[0].document for claim in claims}) > 1 else Status.STATED
