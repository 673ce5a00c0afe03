"""Reconciles the links to other films."""

from collections import defaultdict
from collections.abc import Sequence

from filmdossier.model.claim import Claim, Connection, Predicate
from filmdossier.model.film import Fact, FilmConnection
from filmdossier.reconcile.addresses import statement_id
from filmdossier.reconcile.evidence import LEAST, claim_ids, gathered, joint_confidence, status_of, surest_first
from filmdossier.reconcile.values import title_words_key


def reconcile_connections(claims: Sequence[Claim]) -> tuple[tuple[FilmConnection, ...], tuple[Fact, ...]]:
    """Connections in the order of the relation, and those that stay suggestions."""
    groups: dict[tuple[str, str], list[tuple[Claim, Connection]]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.value, Connection):
            groups[(claim.value.relation.value, title_words_key(claim.value.film))].append((claim, claim.value))
    joined, suggestions = [], []
    for (_, _), group in sorted(groups.items()):
        every = [claim for claim, _ in group]
        first = min(group, key=lambda pair: surest_first(pair[0]))[1]
        confidence, evidence, status = joint_confidence(every), gathered(every), status_of(every)
        address, behind = statement_id(Predicate.CONNECTION, first), claim_ids(every)
        if confidence < LEAST:
            value = f"{first.relation.value.replace('_', ' ')} {first.film}"
            suggestions.append(
                Fact(
                    predicate=Predicate.CONNECTION,
                    value=value,
                    status=status,
                    confidence=confidence,
                    evidence=evidence,
                    id=address,
                    claims=behind,
                )
            )
            continue
        year = next((connection.year for _, connection in group if connection.year), None)
        joined.append(
            FilmConnection(
                relation=first.relation,
                film=first.film,
                year=year,
                status=status,
                confidence=confidence,
                evidence=evidence,
                id=address,
                claims=behind,
            )
        )
    return tuple(joined), tuple(suggestions)
