"""What decisions do to claims: each claim goes by the last decision that reaches it.

A record and the decisions in force enter; the fate of each claim that a decision reaches leaves.
A decision reaches the claims of the statement it names. Setting claims aside can join others
differently and bring up new statements, so that fates are worked out until nothing more changes;
a claim's fate only ever passes to a later decision, so that this ends.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from filmdossier.model.claim import AggregatorScore, Claim, CriticReview, Polarity, Predicate
from filmdossier.model.decision import Add, Choose, Confirm, Correct, Decision, Dismiss, Reject, Statement
from filmdossier.model.film import Conflict, FilmRecord
from filmdossier.model.titles import slugify
from filmdossier.reconcile.addresses import claim_address, statement_id
from filmdossier.reconcile.decided_names import DecidedNames
from filmdossier.reconcile.facts import SINGLE_CONFLICTS

# Values with parts of their own: to correct one part is not to say that the rest is somebody else's.
IN_PARTS = frozenset({Predicate.REVIEW, Predicate.AGGREGATOR, Predicate.CHARACTER, Predicate.EVENT, Predicate.DIALOGUE})
# Statements whose names are those of the record's characters, or fuller in one document than in another:
# what the claims themselves say tells them again when those change.
_TOLD_BY_CLAIMS = frozenset({Predicate.EVENT, Predicate.RELATION, Predicate.DIALOGUE, Predicate.REVIEW})
_NUMBERS = ("approval", "reviews", "average", "score", "grade")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What became of a claim: it holds by a person's word, with ``parts`` of its value corrected, or is set aside."""

    decision: Decision
    holds: bool
    parts: tuple[tuple[str, object], ...] = ()


class Reach:
    """Which claims each decision reaches."""

    def __init__(
        self, claims: Iterable[Claim], names: DecidedNames, origins: Mapping[str, str], decisions: Sequence[Decision]
    ) -> None:  # fmt: skip
        self._own = {claim.id: _addresses(claim, origins) for claim in claims}
        self._predicates = {claim.id: claim.predicate for claim in claims}
        self._denied = {claim.id for claim in claims if claim.polarity is Polarity.DENIED}
        self._decisions = decisions
        self._wanted = {decision.id: _wanted(statement, names) for decision in decisions for statement in _statement_of(decision)}

    def meet(self, claim: Claim, origins: Mapping[str, str]) -> None:
        """Takes in a claim made since."""
        self._own[claim.id] = _addresses(claim, origins)
        self._predicates[claim.id] = claim.predicate

    def fates(self, record: FilmRecord, before: Mapping[str, Fate], *, first: bool) -> dict[str, Fate]:
        """The fates after one more look; ``first`` where no decision has changed the record yet."""
        fates = dict(before)
        for decision in self._decisions:
            for claim, holds in self._reached(decision, record, first=first):
                _pass_on(fates, claim, Fate(decision=decision, holds=holds, parts=corrected_parts(decision) if holds else ()))
        for conflict in record.conflicts:
            if conflict.id in SINGLE_CONFLICTS:
                _settle(fates, conflict)
        return fates

    def reaches(self, decision: Decision, record: FilmRecord) -> bool:
        """Whether any claim is reached that would hold by the decision."""
        return any(holds for _, holds in self._reached(decision, record, first=True))

    def finds(self, decision: Decision, record: FilmRecord) -> bool:
        """Whether what the decision is on is there: a claim of its statement, or its conflict."""
        if isinstance(decision.act, Dismiss):
            return True  # whether there would be a conflict, nobody knows while it is dismissed
        return not _statement_of(decision) or any(True for _ in self._reached(decision, record, first=True))

    def _reached(self, decision: Decision, record: FilmRecord, *, first: bool) -> Iterator[tuple[str, bool]]:
        act = decision.act
        match act:
            case Confirm():
                yield from ((claim, True) for claim in self._of(decision, record, first=True) if claim not in self._denied)
            case Reject():
                yield from ((claim, False) for claim in self._of(decision, record, first=True))
            case Correct(statement=statement) if statement.predicate in IN_PARTS:
                yield from ((claim, True) for claim in self._of(decision, record, first=first))
            case Correct():
                yield from ((claim, False) for claim in self._of(decision, record, first=True))
            case Choose():
                yield from self._chosen(decision, act, record)
            case _:
                return

    def _chosen(self, decision: Decision, act: Choose, record: FilmRecord) -> Iterator[tuple[str, bool]]:
        conflict = next((conflict for conflict in record.conflicts if conflict.id == act.conflict), None)
        sides = conflict.values if conflict else ()
        wanted = self._wanted[decision.id]
        right = {claim for side in sides if side.id in wanted or side.value == act.words for claim in side.claims}
        right = right or set(self._of(decision, record, first=True))
        yield from ((claim, True) for claim in sorted(right))
        yield from ((claim, False) for side in sides for claim in side.claims if claim not in right)

    def _of(self, decision: Decision, record: FilmRecord, *, first: bool) -> list[str]:
        """The claims behind the statement that a decision is on, wherever in the record it stands now."""
        (statement,) = _statement_of(decision)
        wanted, forms = self._wanted[decision.id], set(statement.forms)
        listed = list(_addressed(record))
        found = [claims for address, claims in listed if address in wanted]
        if not found and first:
            found = [claims for address, claims in listed if claims and self._is_form(address, claims, statement, wanted, forms)]
        reached = {claim for claims in found for claim in claims}
        # What stands nowhere in the record (set aside, or by a decision) still says what it says.
        shown = {claim for _, claims in listed for claim in claims}
        reached |= {claim for claim, own in self._own.items() if claim not in shown and own & wanted}
        return sorted(reached)

    def _is_form(self, address: str, claims: Sequence[str], statement: Statement, wanted: set[str], forms: set[str]) -> bool:
        if not any(self._predicates.get(claim) is statement.predicate for claim in claims):
            return False
        own = set[str]().union(*(self._own.get(claim, set()) for claim in claims))
        return address in forms or bool(own & wanted) or (statement.predicate in _TOLD_BY_CLAIMS and bool(own & forms))


def corrected_parts(decision: Decision) -> tuple[tuple[str, object], ...]:
    """The fields that a correction changes in a value that has parts; () for any other decision."""
    act = decision.act
    if not isinstance(act, Correct) or act.statement.predicate not in IN_PARTS:
        return ()
    was, right = act.statement.value, act.value
    names = [field.name for field in fields(right)]  # type: ignore[arg-type]  # values in parts are dataclasses
    return tuple((name, getattr(right, name)) for name in names if getattr(right, name) != getattr(was, name))


def _pass_on(fates: dict[str, Fate], claim: str, fate: Fate) -> None:
    """The later decision has the claim; parts that an earlier one corrected stay so where the claim still holds."""
    known = fates.get(claim)
    if known is None:
        fates[claim] = fate
    elif known.decision.order < fate.decision.order:
        parts = {**dict(known.parts), **dict(fate.parts)} if known.holds and fate.holds else dict(fate.parts)
        fates[claim] = replace(fate, parts=tuple(parts.items()))


def _settle(fates: dict[str, Fate], conflict: Conflict) -> None:
    """Where one value can be true and a person said which, the others are not; the last word counts."""
    spoken = [
        max(
            (fates[claim].decision for claim in side.claims if claim in fates and fates[claim].holds),
            key=lambda d: d.order,
            default=None,
        )
        for side in conflict.values
    ]
    last = max((decision for decision in spoken if decision is not None), key=lambda decision: decision.order, default=None)
    if last is None:
        return
    for side, decision in zip(conflict.values, spoken, strict=True):
        if decision is not last:
            for claim in side.claims:
                _pass_on(fates, claim, Fate(decision=last, holds=False))


def _statement_of(decision: Decision) -> tuple[Statement, ...]:
    match decision.act:
        case Confirm(statement=statement) | Reject(statement=statement) | Correct(statement=statement) | Add(statement=statement):
            return (statement,)
        case Choose(side=side):
            return (side,)
        case _:
            return ()


def _wanted(statement: Statement, names: DecidedNames) -> set[str]:
    """The ids under which the statement may stand: as it was called, and as its value is called now."""
    wanted = {statement.id}
    polarity = statement.id.partition(".")[0]
    nameless = isinstance(statement.value, CriticReview) and not (statement.value.critic or statement.value.outlet)
    if polarity in set(Polarity) or nameless:
        return wanted
    now = statement_id(statement.predicate, names.value(statement.predicate, statement.value))
    # One of several statements of one meaning is told by more than its value, and so is a number of an aggregator.
    if not statement.id.startswith((f"{now}~", f"{now}.")):
        wanted.add(now)
    return wanted


def _addresses(claim: Claim, origins: Mapping[str, str]) -> set[str]:
    address = claim_address(claim, origins)
    if not isinstance(claim.value, AggregatorScore):
        return {address}
    numbers = {number: getattr(claim.value, number) for number in _NUMBERS}
    return {
        address,
        *(
            f"{address}.{number}.{slugify(f'{value:g}' if isinstance(value, float) else str(value))}"
            for number, value in numbers.items()
            if value is not None
        ),
    }


def _addressed(record: FilmRecord) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The id and the claims of every statement that shows in the record, suggestions among them."""
    for part in (
        record.facts,
        record.cast,
        record.characters,
        record.relations,
        record.events,
        record.dialogue,
        record.connections,
        record.aggregators,
        record.reviews,
        record.suggestions,
    ):
        for statement in part:
            yield statement.id, statement.claims
