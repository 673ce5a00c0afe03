"""Editors' decisions on a library: what a person types becomes a decision that is kept.

A store, a film's id and plain values enter; the decision leaves, already written. The statement is
looked up in the record as it stands and kept with the decision, by its meaning and with its
passages. Everything can be undone, and nothing that was decided is ever lost.

    confirm(store, "desperado-1995", "director:robert-rodriguez", by="Ines Roy")
    correct(store, "desperado-1995", "runtime_minutes:104", "105", by="Ines Roy", why="timed on the print")
    undo(store, decision.id, by="Ines Roy")
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from filmdossier.errors import DecisionError, UnknownStatement
from filmdossier.model.claim import Polarity, Predicate
from filmdossier.model.decision import (
    Act,
    Add,
    Confirm,
    Correct,
    Decision,
    Dismiss,
    FilmReference,
    MergeFilms,
    MergeNames,
    NameKind,
    Reject,
    SplitFilm,
    SplitNames,
    Statement,
    Undo,
)
from filmdossier.model.standing import undone_by
from filmdossier.reconcile.addresses import statement_id
from filmdossier.reconcile.values import name_key
from filmdossier.run.decided import Decided, film_of
from filmdossier.run.fields import value_of
from filmdossier.run.linking import link_films
from filmdossier.run.lookup import find_film
from filmdossier.run.on_film import PassageGiven, at_film, reference
from filmdossier.run.statements import TITLE_ID, YEAR_ID
from filmdossier.store import Store, View


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryEntry:
    """A decision, whether it holds, and which decision undid it ('' where none that holds did)."""

    decision: Decision
    holds: bool
    undone_by: str = ""


def decide(store: Store, decision: Decision) -> Decision:
    """Writes a decision as it is; the functions below make it first. Writing one twice changes nothing."""
    with store.view() as view:
        film = film_of(view, decision.film)
    store.writer().decide([decision], films=[film.id] if film else [])
    # A merged or split film shows at once; where no film changed, this looks at a mark and does nothing.
    link_films(store)
    return decision


def confirm(store: Store, film: str, statement: str, *, by: str, why: str = "", at: str | None = None) -> Decision:
    """The statement is right: of a conflict of values of which one can hold, the others are set aside."""
    return _on_statement(store, film, statement, Confirm, by=by, why=why, at=at)


def reject(store: Store, film: str, statement: str, *, by: str, why: str = "", at: str | None = None) -> Decision:
    """The statement is wrong; of a conflict (``conflict:…``): there is none, all sides can be true."""
    if statement.startswith("conflict:"):
        with at_film(store, film) as here:
            dismissed = Dismiss(conflict=here.conflict(statement).id)
        return _write(store, here.film, dismissed, by=by, why=why, at=at)
    return _on_statement(store, film, statement, Reject, by=by, why=why, at=at)


def correct(
    store: Store,
    film: str,
    statement: str,
    value: str | Mapping[str, object],
    *,
    by: str,
    why: str = "",
    source: PassageGiven | None = None,
    at: str | None = None,
) -> Decision:
    """The statement is wrong and ``value`` is right: a text, or the fields that change. Needs a note or a source."""
    with at_film(store, film) as here:
        found = here.statement(statement)
        cited = (here.kept(here.cited(source)),) if source else ()
        right = value_of(found.predicate, value, base=None if isinstance(found.value, str) else found.value)
        # Parts corrected before stay corrected: the new correction is of what the machine had found.
        earlier = here.earlier_correction(found)
        if earlier is not None and isinstance(earlier.act, Correct):
            found, cited = earlier.act.statement, (*earlier.act.source, *cited)
    return _write(store, here.film, Correct(statement=found, value=right, source=cited), by=by, why=why, at=at)


def choose(store: Store, film: str, conflict: str, side: str, *, by: str, why: str = "", at: str | None = None) -> Decision:
    """Of a conflict's sides, the one with this value or statement id is right."""
    with at_film(store, film) as here:
        found = here.conflict(conflict)
        act = here.side(found, side)
    return _write(store, here.film, act, by=by, why=why, at=at)


def add(
    store: Store,
    film: str,
    predicate: str,
    value: str | Mapping[str, object],
    passage: PassageGiven,
    *,
    by: str,
    why: str = "",
    at: str | None = None,
) -> Decision:
    """A statement that the passage makes and nobody had found; an empty text takes the passage's own words."""
    with at_film(store, film) as here:
        known = {one.value: one for one in Predicate}
        if predicate not in known:
            raise DecisionError(f"{predicate!r} is no predicate; known are {', '.join(known)}")
        evidence = here.cited(passage)
        kept = here.kept(evidence)
        typed = evidence.quote if value == "" and predicate != Predicate.DIALOGUE else value
        made = value_of(known[predicate], typed, passage=evidence)
        added = Statement(
            id=statement_id(known[predicate], made, origin=kept.origin), predicate=known[predicate], value=made, passages=(kept,)
        )
    return _write(store, here.film, Add(statement=added), by=by, why=why, at=at)


def merge_names(
    store: Store, film: str, kind: str, name: str, into: str, *, by: str, why: str = "", at: str | None = None
) -> Decision:  # fmt: skip
    """In this film, ``name`` is ``into``; ``kind`` is "person" (who made it or wrote of it) or "character"."""
    _check_names(name, into)
    with at_film(store, film) as here:
        act = MergeNames(kind=_kind(kind), name=name.strip(), into=into.strip())
    return _write(store, here.film, act, by=by, why=why, at=at)


def split_names(
    store: Store, film: str, kind: str, name: str, other: str, *, by: str, why: str = "", at: str | None = None
) -> Decision:  # fmt: skip
    """In this film, ``name`` and ``other`` are two persons or characters, however alike the names are."""
    _check_names(name, other)
    with at_film(store, film) as here:
        act = SplitNames(kind=_kind(kind), name=name.strip(), other=other.strip())
    return _write(store, here.film, act, by=by, why=why, at=at)


def merge_films(store: Store, film: str, into: str, *, by: str, why: str = "", at: str | None = None) -> Decision:
    """The film is ``into``, which keeps its id and title."""
    link_films(store)
    with store.view() as view:
        films = view.films()
        gone, kept = find_film(films, film), find_film(films, into)
    if gone.id == kept.id:
        raise DecisionError(f"{gone.id} is one film already")
    return _write(store, reference(gone), MergeFilms(into=reference(kept)), by=by, why=why, at=at)


def split_film(
    store: Store,
    film: str,
    documents: Sequence[str],
    title: str,
    year: int | None = None,
    *,
    by: str,
    why: str = "",
    at: str | None = None,
) -> Decision:
    """What these documents (ids or paths) say of the film is about another film, ``title`` (``year``)."""
    with at_film(store, film) as here:
        origins = tuple(sorted({here.document(document).source.origin for document in documents}))
        act = SplitFilm(documents=origins, title=title.strip(), year=year)
    return _write(store, here.film, act, by=by, why=why, at=at)


def undo(store: Store, decision: str, *, by: str, why: str = "", at: str | None = None) -> Decision:
    """The decision with this id (or its beginning) does not hold; to undo an undoing makes it hold again."""
    with store.view() as view:
        every = view.decisions()
    found = [one for one in every if one.id.startswith(decision)] if decision else []
    if len(found) != 1:
        reason = "several decisions begin so" if found else "there is no such decision"
        raise UnknownStatement(f"{decision!r}: {reason}; 'filmdossier decide list' lists them")
    if found[0].id in undone_by(every):
        raise DecisionError(f"{found[0].id} is undone already; undo the undoing to make it hold again")
    return _write(store, found[0].film, Undo(decision=found[0].id), by=by, why=why, at=at)


def history(view: View, film: str | None = None) -> tuple[HistoryEntry, ...]:
    """Every decision on the film of an id (on all, if None), last first, undone ones and undoings among them."""
    decided = Decided(view)
    undoings = undone_by(decided.every)
    wanted = decided.every if film is None else decided.on(film)
    return tuple(
        HistoryEntry(decision=one, holds=one.id not in undoings, undone_by=undoings.get(one.id, ""))
        for one in sorted(wanted, key=lambda one: one.order, reverse=True)
    )


def _on_statement(
    store: Store, film: str, statement: str, act: type[Confirm] | type[Reject], *, by: str, why: str, at: str | None
) -> Decision:  # fmt: skip
    with at_film(store, film) as here:
        found = here.statement(statement)
        if act is Reject and found.id in (TITLE_ID, YEAR_ID):
            raise DecisionError(f"a film has a {found.id}: correct it instead")
        if found.id.startswith(Polarity.DENIED.value):
            raise DecisionError(f"{found.id}: a document denies this; add or correct the statement it should be")
        again = here.earlier_correction(found) if act is Confirm else None
    if again is not None:
        return _write(store, here.film, again.act, by=by, why=why or again.why, at=at)
    return _write(store, here.film, act(statement=found), by=by, why=why, at=at)


def _write(store: Store, film: FilmReference, act: Act, *, by: str, why: str, at: str | None) -> Decision:
    """The decision, written: later than every other one, whatever the clock says."""
    with store.view() as view:
        last = max((one.moment for one in view.decisions()), default=None)
    if at is None:
        moment = datetime.now(UTC)
        if last is not None and moment <= last:
            moment = last + timedelta(microseconds=1)
        at = moment.isoformat(timespec="microseconds").replace("+00:00", "Z")
    return decide(store, Decision.make(film=film, act=act, decided_by=by.strip(), decided_at=at, why=why.strip()))


def _kind(kind: str) -> NameKind:
    try:
        return NameKind(kind)
    except ValueError:
        raise DecisionError(f"{kind!r} is neither 'person' nor 'character'") from None


def _check_names(name: str, other: str) -> None:
    if not name.strip() or not other.strip():
        raise DecisionError("give two names")
    if name_key(name) == name_key(other):
        raise DecisionError(f"{name!r} and {other!r} are written alike: what is said under one name cannot be told apart")
