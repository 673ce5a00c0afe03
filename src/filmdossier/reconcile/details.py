"""Compares named details of the story across documents (is it a library or a bookstore?)."""

from collections import defaultdict
from collections.abc import Sequence

from filmdossier.model.claim import Claim, Detail, Predicate
from filmdossier.model.film import Conflict, ConflictValue
from filmdossier.reconcile.addresses import conflict_id, statement_id
from filmdossier.reconcile.evidence import claim_ids, gathered, in_order
from filmdossier.reconcile.values import title_words_key


def detail_conflicts(claims: Sequence[Claim], dismissed: frozenset[str] = frozenset()) -> tuple[Conflict, ...]:
    """A conflict for each detail that different documents, each speaking of one, tell differently; not those ``dismissed`` by id."""
    by_about: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    shown: dict[str, str] = {}
    for claim in sorted(claims, key=in_order):
        if isinstance(claim.value, Detail):
            by_about[claim.value.about][title_words_key(claim.value.value)].append(claim)
            shown.setdefault(title_words_key(claim.value.value), claim.value.value)
    found = []
    for about, values in sorted(by_about.items()):
        documents = [{claim.evidence[0].document for claim in group} for group in values.values()]
        # A document that tells both speaks of two things, or of one that changed.
        apart = len(set.union(*documents)) == sum(map(len, documents))
        if len(values) > 1 and apart and conflict_id(about) not in dismissed:
            sides = tuple(
                ConflictValue(
                    value=shown[key],
                    evidence=gathered(group),
                    id=statement_id(Predicate.DETAIL, Detail(about=about, value=shown[key])),
                    claims=claim_ids(group),
                )
                for key, group in values.items()
            )
            found.append(Conflict(about=about, values=sides, weight=0.75, id=conflict_id(about)))
    return tuple(found)
