"""Claims and editors' decisions about one film in, its record out.

What documents say is reconciled as if nobody had decided, then again without what a person set
aside and with what a person says: so that everything that follows from a statement follows from
the decision too. A decision whose statement no document makes any more stands on the passages it
kept. Same claims and same decisions, in any order: same record.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from filmdossier.model.annotations import Topic
from filmdossier.model.cited_values import with_evidence
from filmdossier.model.claim import CastMember, CharacterName, Claim, Polarity, Predicate, SpokenLine, Value
from filmdossier.model.decision import Add, Choose, Confirm, Correct, Decision, Dismiss, KeptPassage, Reject, Ruling, Verdict
from filmdossier.model.film import (
    DocumentSummary,
    FilmIdentity,
    FilmRecord,
    SetAside,
    Status,
)
from filmdossier.model.standing import governing
from filmdossier.model.text import Evidence
from filmdossier.reconcile.addresses import claim_address
from filmdossier.reconcile.decided_names import UNDECIDED, DecidedNames
from filmdossier.reconcile.fates import IN_PARTS, Fate, Reach
from filmdossier.reconcile.film import assemble
from filmdossier.reconcile.kept_passages import Notes, Passages, with_words
from filmdossier.reconcile.values import name_key

EDITOR = "editor"
_PARTS = ("facts", "cast", "characters", "relations", "events", "dialogue", "connections", "aggregators", "reviews", "suggestions")


def reconcile(
    film: FilmIdentity,
    documents: Sequence[DocumentSummary],
    topics: Sequence[Topic],
    claims: Sequence[Claim],
    decisions: Sequence[Decision] = (),
) -> FilmRecord:
    """The record of ``film``; ``topics`` are those of its documents, ``claims`` everything said about them.

    ``decisions`` are those on the film that nobody has undone.
    """
    about = {topic.id for topic in topics}
    said = [claim for claim in claims if claim.subject in about]
    if not decisions:
        return assemble(film, documents, said, UNDECIDED)
    return _Decided(film, documents, said, governing(decisions), min(about, default=EDITOR)).record()


class _Decided:
    """One record while decisions are applied to it."""

    def __init__(
        self,
        film: FilmIdentity,
        documents: Sequence[DocumentSummary],
        claims: Sequence[Claim],
        held: Sequence[Decision],
        subject: str,
    ) -> None:
        self._film, self._documents, self._held, self._subject = film, list(documents), held, subject
        self._said = {claim.id: claim for claim in claims}
        self._names = DecidedNames.of(held)
        self._dismissed = frozenset(decision.act.conflict for decision in held if isinstance(decision.act, Dismiss))
        self._claims = {claim.id: self._names.renamed(claim) for claim in self._said.values()}
        self._origins = {document.id: document.path for document in documents}
        self._missing: set[str] = set()
        self._unfound: set[str] = set()
        self._fates: dict[str, Fate] = {}

    def record(self) -> FilmRecord:
        """The record as decided."""
        reach = Reach(self._claims.values(), self._names, self._origins, self._held)
        record = self._assembled()
        for claim in self._made(reach, record):
            reach.meet(claim, self._origins)
        first = True
        while True:
            fates = reach.fates(record, self._fates, first=first)
            if fates == self._fates and not first:
                return self._stamped(record)
            self._fates, first = fates, False
            record = self._assembled()

    def _assembled(self) -> FilmRecord:
        parted = _parted(self._held)
        claims = [
            self._as_decided(claim, parted)
            for claim in self._claims.values()
            if claim.id not in self._fates or self._fates[claim.id].holds
        ]
        return assemble(self._film, self._documents, claims, self._names, self._dismissed)

    def _as_decided(self, claim: Claim, parted: Mapping[tuple[str, str], str | None]) -> Claim:
        """The claim as sure as a person makes it, with the parts of its value that were corrected."""
        fate = self._fates.get(claim.id)
        if fate is None:
            return _unparted(claim, parted)
        value = replace(claim.value, **dict(fate.parts)) if fate.parts else claim.value  # type: ignore[type-var]
        return replace(claim, value=value, confidence=1.0, polarity=Polarity.ASSERTED)

    def _made(self, reach: Reach, record: FilmRecord) -> list[Claim]:
        """The claims of the editors themselves: what they correct, add, or stand by where no document says it any more."""
        passages, notes = Passages(self._documents), Notes()
        wanted: list[tuple[Decision, Predicate, Value, tuple[Evidence, ...]]] = []
        for decision in self._held:
            if not isinstance(decision.act, Add) and not reach.finds(decision, record):
                self._unfound.add(decision.id)
            said = self._says(decision, reach, record)
            if said is None:
                continue
            predicate, value, kept = said
            found = passages.found(kept)
            if not found:
                notes.keep(decision, kept)
                if kept:
                    self._missing.add(decision.id)
            wanted.append((decision, predicate, passages.value(self._names.value(predicate, value), kept), found))
        document = notes.document()
        if document is not None:
            self._documents.append(document)
            self._origins[document.id] = document.path
        made = []
        for decision, predicate, value, found in wanted:
            evidence = found or (notes.evidence(decision, document) if document else ())
            for name in dict.fromkeys(one.document for one in evidence):
                cited = tuple(one for one in evidence if one.document == name)
                claim = Claim.make(
                    subject=self._subject,
                    predicate=predicate,
                    value=with_words(value, cited[0]),
                    evidence=cited,
                    extractor=EDITOR,
                    confidence=1.0,
                )
                self._claims[claim.id] = claim
                # Two decisions may say the same; the later has it.
                self._fates[claim.id] = Fate(decision=decision, holds=True)
                made.append(claim)
        return made

    def _says(
        self, decision: Decision, reach: Reach, record: FilmRecord
    ) -> tuple[Predicate, Value, tuple[KeptPassage, ...]] | None:
        """What the editor says beyond the claims: predicate, value, and the passages for it; None where claims say it."""
        act = decision.act
        match act:
            case Correct(statement=statement, value=value, source=source):
                if statement.predicate not in IN_PARTS:
                    return statement.predicate, value, source
                return None if reach.reaches(decision, record) else (statement.predicate, value, (*source, *statement.passages))
            case Add(statement=statement):
                return statement.predicate, statement.value, statement.passages
            case Confirm(statement=statement) | Choose(side=statement):
                if reach.reaches(decision, record):
                    return None
                return statement.predicate, statement.value, statement.passages
            case _:
                return None

    def _stamped(self, record: FilmRecord) -> FilmRecord:
        """The record with what editors decided written beside each statement, and what they set aside."""
        changes: dict[str, Any] = {part: tuple(self._stamp(statement) for statement in getattr(record, part)) for part in _PARTS}
        aside = []
        for item in record.set_aside:
            fate = self._fates.get(item.claim.id)
            original = self._said.get(item.claim.id, item.claim)
            ruling = self._ruling(fate.decision) if fate else None
            aside.append(replace(item, claim=original, decision=ruling))
        for claim in sorted(self._said):
            fate = self._fates.get(claim)
            if fate is not None and not fate.holds:
                address = claim_address(self._said[claim], self._origins)
                reason = _reason(fate.decision)
                aside.append(SetAside(claim=self._said[claim], reason=reason, id=address, decision=self._ruling(fate.decision)))
        rulings = tuple(self._ruling(decision) for decision in self._held)
        return replace(record, **changes, set_aside=tuple(aside), decisions=rulings)

    def _stamp(self, statement: Any) -> Any:
        spoken = [self._fates[claim] for claim in statement.claims if claim in self._fates and self._fates[claim].holds]
        if not spoken:
            return statement
        decision = max(spoken, key=lambda fate: fate.decision.order).decision
        status = Status.CORRECTED if decision.verdict is Verdict.CORRECT else Status.CONFIRMED
        # Not every part of a record has a status and a confidence.
        sure = {name: value for name, value in (("confidence", 1.0), ("status", status)) if hasattr(statement, name)}
        return replace(statement, decision=self._ruling(decision), **sure)

    def _ruling(self, decision: Decision) -> Ruling:
        act = decision.act
        return Ruling(
            decision=decision.id,
            verdict=decision.verdict,
            about=decision.about,
            decided_by=decision.decided_by,
            decided_at=decision.decided_at,
            why=decision.why,
            was=_plain(act.statement.value) if isinstance(act, Correct) else None,
            unfound=decision.id in self._unfound,
            missing=decision.id in self._missing,
        )


def _plain(value: Value) -> Value:
    """A value without its passages, which may be of documents that are no more."""
    if isinstance(value, SpokenLine):
        return f"{value.speaker}: {value.words.quote}" if value.speaker else value.words.quote
    return with_evidence(value, lambda _: None)


def _reason(decision: Decision) -> str:
    """Why a claim was set aside."""
    by, note = decision.decided_by, f": {decision.why}" if decision.why else ""
    match decision.act:
        case Correct(value=value):
            return f"corrected by {by}{f' to {value}' if isinstance(value, str) else ''}{note}"
        case Choose(words=words):
            return f"{by} chose {words}{note}"
        case Confirm(statement=statement) | Add(statement=statement):
            return f"{by} confirmed {statement.value if isinstance(statement.value, str) else statement.id}{note}"
        case _:
            return f"rejected by {by}{note}"


def _parted(held: Sequence[Decision]) -> dict[tuple[str, str], str | None]:
    """Who does not play whom by decision, and who does instead: by the keys of performer and part."""
    parted: dict[tuple[str, str], str | None] = {}
    for decision in held:
        act = decision.act
        if not isinstance(act, Reject | Correct) or not isinstance(act.statement.value, CastMember):
            continue
        was = act.statement.value
        if was.character is None:
            continue
        right = act.value if isinstance(act, Correct) else None
        same_part = isinstance(right, CastMember) and name_key(right.character or "") == name_key(was.character)
        player = right.actor if isinstance(right, CastMember) and same_part else None
        parted[name_key(was.actor), name_key(was.character)] = player
    return parted


def _unparted(claim: Claim, parted: Mapping[tuple[str, str], str | None]) -> Claim:
    """The claim without the performer that a person has taken from the character."""
    value = claim.value
    if not parted or not isinstance(value, CharacterName) or value.played_by is None:
        return claim
    for name in (value.name, *value.aliases):
        key = (name_key(value.played_by), name_key(name))
        if key in parted:
            return replace(claim, value=replace(value, played_by=parted[key]))
    return claim
