"""What is most worth an editor's look first, each with the reason.

A record enters; its undecided statements and conflicts leave, the most urgent first. Urgency is the
chance that the record is wrong there (for what is shown, that the reading is wrong; for a
suggestion, that it was wrongly left out; for a conflict, that the other side is right) times how
much the part is read and cited. Statements near the threshold of their predicate come out highest
among those of one part: there the chance is greatest.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from filmdossier.model.claim import Predicate, Value
from filmdossier.model.film import Conflict, FilmRecord, Status
from filmdossier.reconcile.evidence import LEAST
from filmdossier.reconcile.policy import policy_of
from filmdossier.run.records import film_record, film_records
from filmdossier.run.statements import ListedStatement, statements_of
from filmdossier.store import View

# How much a part is read and cited, as a share of the most: a judgement, not a measurement. It follows what
# catalogues and encyclopedia boxes show first.
_IMPORTANCE: dict[Predicate, float] = {
    Predicate.TITLE: 1.0,
    Predicate.YEAR: 1.0,
    Predicate.DIRECTOR: 1.0,
    Predicate.CAST: 0.9,
    Predicate.WRITER: 0.8,
    Predicate.COUNTRY: 0.7,
    Predicate.RUNTIME_MINUTES: 0.7,
    Predicate.RELEASE_DATE: 0.7,
    Predicate.REVIEW: 0.7,
    Predicate.AGGREGATOR: 0.7,
    Predicate.PRODUCER: 0.6,
    Predicate.COMPOSER: 0.6,
    Predicate.CINEMATOGRAPHER: 0.6,
    Predicate.EDITOR: 0.6,
    Predicate.BASED_ON: 0.6,
    Predicate.CONNECTION: 0.6,
    Predicate.GENRE: 0.5,
    Predicate.LANGUAGE: 0.5,
    Predicate.BUDGET: 0.5,
    Predicate.BOX_OFFICE: 0.5,
    Predicate.AWARD: 0.5,
    Predicate.CHARACTER: 0.4,
    Predicate.DETAIL: 0.4,
    Predicate.RELATION: 0.3,
    Predicate.DIALOGUE: 0.3,
    Predicate.EVENT: 0.2,
    Predicate.UNTOLD: 0.05,
}
_OTHERWISE = 0.4
_BILLING = 0.08  # how much less each place further down a list of names is read
_FURTHER_DOWN = 0.4  # but never less than this share
# In a conflict of sides that know of nothing better, one side is as likely as the other.
_CONFLICT = 0.5
_NEAR = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueItem:
    """Something worth a look. ``id`` is that of a statement, or of a conflict, which has no ``value`` but ``sides``.

    ``chance`` is the chance that the record is wrong there, ``importance`` how much the part is read
    (0 to 1, for a conflict up to 1.5); ``urgency`` is their product and orders the queue.
    """

    film: str
    id: str
    part: str
    predicate: Predicate | None
    value: Value | None
    reason: str
    chance: float
    importance: float
    about: str = ""
    sides: tuple[str, ...] = ()

    @property
    def urgency(self) -> float:
        """How worth a look it is."""
        return round(self.chance * self.importance, 4)


def queue(view: View, film: str | None = None, *, limit: int | None = 50) -> tuple[QueueItem, ...]:
    """The queue of the film with this id, or of the whole library; at most ``limit`` items, all if None."""
    records = film_records(view, layout=False) if film is None else [film_record(view, film, layout=False)]
    items = [item for record in records for item in queue_of(record)]
    items.sort(key=lambda item: (-item.urgency, item.film, item.id))
    return tuple(items if limit is None else items[:limit])


def queue_of(record: FilmRecord) -> Iterator[QueueItem]:
    """What is worth a look in one record, in no order: nothing that a person has decided on."""
    yield from (_conflict(record, conflict) for conflict in record.conflicts)
    disputed = {side.id for conflict in record.conflicts for side in conflict.values}
    place: dict[str, int] = {}
    for statement in _open(statements_of(record)):
        number = place[statement.part] = place.get(statement.part, -1) + 1
        if statement.id in disputed or statement.confidence is None:
            continue  # the conflict asks for it; parts without a confidence have nothing to ask
        item = _statement(record, statement, number)
        if item is not None:
            yield item


def _open(statements: Iterable[ListedStatement]) -> Iterator[ListedStatement]:
    return (one for one in statements if one.decision is None and one.part not in ("set_aside", "film"))


def _conflict(record: FilmRecord, conflict: Conflict) -> QueueItem:
    documents = len({evidence.document for side in conflict.values for evidence in side.evidence})
    who = f"{documents} documents disagree" if documents > 1 else "one document gives more than one value"
    sides = tuple(side.value for side in conflict.values)
    return QueueItem(
        film=record.film.id,
        id=conflict.id,
        part="conflicts",
        predicate=None,
        value=None,
        reason=f"{who}: {', '.join(sides[:-1])} or {sides[-1]}",
        chance=_CONFLICT,
        # A conflict's weight is that of its predicate; it shows in the record twice, as a doubt and as its sides.
        importance=round(conflict.weight * 1.5, 3),
        about=conflict.about,
        sides=sides,
    )


def _statement(record: FilmRecord, statement: ListedStatement, number: int) -> QueueItem | None:
    threshold = policy_of(statement.predicate).threshold if isinstance(statement.value, str) else LEAST
    confidence = statement.confidence or 0.0
    left_out = statement.part == "suggestions"
    chance = confidence if left_out else 1.0 - confidence
    importance = _IMPORTANCE.get(statement.predicate, _OTHERWISE)
    if statement.part == "cast":
        importance *= max(1.0 - _BILLING * number, _FURTHER_DOWN)
    return QueueItem(
        film=record.film.id,
        id=statement.id,
        part=statement.part,
        predicate=statement.predicate,
        value=statement.value,
        reason=_reason(statement, confidence, threshold),
        chance=round(chance, 4),
        importance=round(importance, 3),
    )


def _reason(statement: ListedStatement, confidence: float, threshold: float) -> str:
    sure = f"{round(100 * confidence)} % sure, {round(100 * threshold)} % is enough"
    if statement.part == "suggestions":
        return f"left out by a little: {sure}" if threshold - confidence <= _NEAR else f"left out: {sure}"
    documents = len({evidence.document for evidence in statement.evidence})
    said = "one document says so" if documents == 1 else f"{documents} documents say so"
    if statement.status is Status.DISPUTED:
        return f"disputed; {said}"
    return f"stated by a little: {sure}" if confidence - threshold <= _NEAR else f"{said}, {round(100 * confidence)} % sure"
