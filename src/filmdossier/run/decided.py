"""The decisions of a library, film by film: which film each is about, and the documents that they cite.

A view enters; the decisions on a film leave. Films are found by what decisions keep of them, so that
a changed id loses none; those about no film of the library are listed apart.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from filmdossier.link import Films
from filmdossier.link.decided import is_plainly
from filmdossier.model.decision import Add, Correct, Decision, FilmReference, KeptPassage
from filmdossier.model.film import DocumentSummary, FilmIdentity
from filmdossier.model.standing import in_force
from filmdossier.store import View


def film_of(view: View, reference: FilmReference) -> FilmIdentity | None:
    """The film that a decision names so is about; None where none or several answer."""
    found = view.film(reference.id)
    # All films are looked through only for one that has changed its id.
    return (
        found
        if found is not None and is_plainly(reference, found)
        else Films(view.films(), in_force(view.decisions())).find(reference)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    """Every decision, first to last, by the film that it is about (None: none of the library), and the ids of those in force."""

    every: tuple[Decision, ...]
    by_film: Mapping[str | None, tuple[Decision, ...]]
    held: frozenset[str]


class Decided:
    """The decisions of a library as a view shows them; placed once as long as decisions and films are what they are."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._placed = view.of_decisions("placed", lambda: _placed(view))

    @property
    def every(self) -> Sequence[Decision]:
        """Every decision that was ever made, first to last."""
        return self._placed.every

    def on(self, film: str) -> tuple[Decision, ...]:
        """Every decision on a film that was ever made, first to last."""
        return self._placed.by_film.get(film, ())

    def holding(self, film: str) -> tuple[Decision, ...]:
        """The decisions on a film that nobody has undone, first to last."""
        return tuple(decision for decision in self.on(film) if decision.id in self._placed.held)

    def on_no_film(self) -> tuple[Decision, ...]:
        """The decisions about films that the library does not hold."""
        return self._placed.by_film.get(None, ())

    def documents(self, held: Iterable[Decision], there: Iterable[DocumentSummary]) -> list[DocumentSummary]:
        """The documents that decisions cite beside those ``there``: a source may be about another film."""
        known = {document.path for document in there}
        found = []
        for origin in sorted({passage.origin for decision in held for passage in _sources(decision)} - known):
            document = self._view.document_of(origin)
            if document is None:
                continue
            read, head = self._view.document(document), self._view.heads([document])[document]
            found.append(
                DocumentSummary(
                    id=read.id,
                    path=origin,
                    kind=head.kind,
                    title=read.title,
                    sha256=read.source.sha256,
                    text=read.text,
                    blocks=read.blocks,
                )
            )
        return found


def _placed(view: View) -> _Placed:
    every = view.decisions()
    held = in_force(every)
    about: dict[FilmReference, str | None] = {}
    near = view.films_of(sorted({decision.film.id for decision in every}))
    films: Films | None = None
    for reference in {decision.film: None for decision in every}:
        found = near.get(reference.id)
        if found is None or not is_plainly(reference, found):
            # All films are looked through only for a decision whose film has changed its id.
            films = films or Films(view.films(), held)
            found = films.find(reference)
        about[reference] = found.id if found else None
    by_film: dict[str | None, list[Decision]] = {}
    for decision in every:
        by_film.setdefault(about[decision.film], []).append(decision)
    return _Placed(
        every=tuple(every),
        by_film={film: tuple(decisions) for film, decisions in by_film.items()},
        held=frozenset(decision.id for decision in held),
    )


def _sources(decision: Decision) -> tuple[KeptPassage, ...]:
    match decision.act:
        case Correct(source=source):
            return source
        case Add(statement=statement):
            return statement.passages
        case _:
            return ()
