"""Which of many decisions hold.

Decisions compose: a person beats the machine, a later decision on one target beats an earlier one,
and an undone one is as if it had not been made, unless that is undone in its turn. In which order
they arrive has no part in it.
"""

from collections.abc import Iterable

from filmdossier.model.decision import Decision, Undo


def standing(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that no undoing takes back, first to last; the undoings that hold are among them.

    An undoing can be undone, and that again.
    """
    every = {decision.id: decision for decision in decisions}
    undoings: dict[str, list[str]] = {}
    for decision in every.values():
        if isinstance(decision.act, Undo):
            undoings.setdefault(decision.act.decision, []).append(decision.id)
    # Undoings are few and chains of them short, but an imported file may hold any: no recursion, and what
    # waits for itself (ids that somebody made up) waits no longer.
    holds: dict[str, bool] = {}
    for start in every:
        stack, waiting_for = [start], {start}
        while stack:
            current = stack[-1]
            waiting = [undo for undo in undoings.get(current, ()) if undo not in holds and undo not in waiting_for]
            if waiting:
                stack.append(waiting[0])
                waiting_for.add(waiting[0])
                continue
            holds[current] = not any(holds.get(undo, False) for undo in undoings.get(current, ()))
            stack.pop()
    kept = [decision for decision in every.values() if holds[decision.id]]
    return tuple(sorted(kept, key=lambda decision: decision.order))


def in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that nobody has undone, first to last; acts of undoing are not among them."""
    return tuple(decision for decision in standing(decisions) if not isinstance(decision.act, Undo))


def undone_by(decisions: Iterable[Decision]) -> dict[str, str]:
    """By the id of each decision that is undone, the undoing that holds."""
    return {decision.act.decision: decision.id for decision in standing(decisions) if isinstance(decision.act, Undo)}


def governing(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions in force that no later one on the same target has replaced, first to last."""
    last = {decision.target: decision for decision in in_force(decisions)}
    return tuple(sorted(last.values(), key=lambda decision: decision.order))
