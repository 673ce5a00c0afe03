"""What a decision is made on: a film's record as it stands, with its statements, conflicts and documents by their names.

A store and a film's id or title enter; what the person named is found in the record, or an error says what
there is. A passage is cited from its document to the character and kept with the decision.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from filmdossier.errors import DecisionError, EvidenceError, UnknownStatement
from filmdossier.model.claim import Claim
from filmdossier.model.decision import Choose, Correct, Decision, FilmReference, KeptPassage, Statement
from filmdossier.model.film import DECISIONS_KIND, Conflict, FilmIdentity, FilmRecord
from filmdossier.model.text import Document, Evidence, Span
from filmdossier.reconcile.addresses import claim_address
from filmdossier.run.decided import Decided
from filmdossier.run.linking import link_films
from filmdossier.run.lookup import find_film
from filmdossier.run.records import film_record
from filmdossier.run.statements import find_conflict, find_statement, passage_of
from filmdossier.store import Store, View


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageGiven:
    """A passage that a person selected: characters ``start`` to ``end`` of a document, named by its id or its path."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OnFilm:
    """A film's record while a decision on it is made."""

    view: View
    record: FilmRecord
    claims: Sequence[Claim]

    @property
    def film(self) -> FilmReference:
        """The film as a decision keeps it."""
        return reference(self.record.film)

    def statement(self, wanted: str) -> Statement:
        """The statement of that id as a decision keeps it; UnknownStatement where there is none."""
        return find_statement(self.record, self.claims, wanted)

    def document(self, named: str) -> Document:
        """A document of the library by its id or its path, one of the film's if it can be."""
        for summary in self.record.documents:
            if named in (summary.id, summary.path) and summary.kind != DECISIONS_KIND:
                return self.view.document(summary.id)
        found = self.view.document_of(named)
        if found is None and not self.view.heads([named]):
            raise DecisionError(f"the library holds no document {named!r}; name one by its path or its id")
        return self.view.document(found or named)

    def cited(self, given: PassageGiven) -> Evidence:
        """The passage, as it stands in its document."""
        document = self.document(given.document)
        if not 0 <= given.start < given.end <= len(document.text):
            raise DecisionError(
                f"{document.source.origin} has characters 0 to {len(document.text)}; {given.start}-{given.end} are none of them"
            )
        try:
            return Evidence.cite(document, Span(given.start, given.end))
        except EvidenceError as error:
            raise DecisionError(str(error)) from None

    def kept(self, evidence: Evidence) -> KeptPassage:
        """The passage as a decision keeps it."""
        return passage_of(evidence, {evidence.document: self.document(evidence.document).source.origin})

    def side(self, conflict: Conflict, wanted: str) -> Choose:
        """The choice of the side of that value or id."""
        sides = [side for side in conflict.values if wanted in (side.id, side.value)]
        if len(sides) != 1:
            values = ", ".join(f"{side.value} ({side.id})" for side in conflict.values)
            raise UnknownStatement(f"{conflict.id} has no side {wanted!r}; its sides are {values}")
        side = sides[0]
        behind = [claim for claim in self.claims if claim.id in set(side.claims)]
        origins = {document.id: document.path for document in self.record.documents}
        if not behind:
            raise DecisionError(f"{side.id} rests on an editor's decision alone; undo that or confirm the side")
        surest = min(behind, key=lambda claim: (-claim.confidence, claim.id))
        statement = Statement(
            id=side.id,
            predicate=surest.predicate,
            value=side.value if isinstance(surest.value, str) else surest.value,
            forms=tuple(sorted({claim_address(claim, origins) for claim in behind} - {side.id})),
            passages=tuple(passage_of(one, origins) for one in side.evidence if one.document in origins),
        )
        return Choose(conflict=conflict.id, side=statement, words=side.value)

    def conflict(self, wanted: str) -> Conflict:
        """The conflict of that id; UnknownStatement where there is none."""
        return find_conflict(self.record, wanted)

    def earlier_correction(self, statement: Statement) -> Decision | None:
        """The correction that holds on this very statement: parts of it were corrected and it kept its name."""
        held = {decision.target: decision for decision in Decided(self.view).holding(self.record.film.id)}
        found = held.get(("statement", statement.id))
        return found if found is not None and isinstance(found.act, Correct) else None


@contextmanager
def at_film(store: Store, film: str) -> Iterator[OnFilm]:
    """The film of an id, or of a title that only one film has, for as long as the context lasts."""
    link_films(store)
    with store.view() as view:
        found = view.film(film.strip()) or find_film(view.films(), film)
        yield OnFilm(view=view, record=film_record(view, found.id, layout=False), claims=view.claims_of(found.id))


def reference(film: FilmIdentity) -> FilmReference:
    """The film as a decision keeps it."""
    return FilmReference(id=film.id, title=film.title, year=film.year, identifiers=film.identifiers)
