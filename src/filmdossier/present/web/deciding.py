"""Decisions on a film: a page for each statement and each conflict with the forms to decide, and what was decided so far.

Forms post, the answer leads back to the page (so that loading it again decides nothing twice), and
everything works without scripts. A statement is named by its id in the record, which its meaning
makes: the address still holds when the documents are read again.
"""

from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import quote

from fastapi import APIRouter, Form, Request
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from filmdossier.errors import UnknownStatement
from filmdossier.model.claim import Claim
from filmdossier.model.decision import Verdict
from filmdossier.model.film import DECISIONS_KIND, FilmRecord
from filmdossier.model.text import Evidence
from filmdossier.present.outline import value_words
from filmdossier.present.web.asked import EDITOR_COOKIE, editor_of, shelf_of
from filmdossier.present.web.history import Made, decisions_made
from filmdossier.present.web.quoting import Quoted, quoted, stands
from filmdossier.present.web.rendering import Frame, respond
from filmdossier.present.web.searching import FilmLink
from filmdossier.present.wording import conflict_subject, file_name, percent, predicate_label, status_words
from filmdossier.run import deciding
from filmdossier.run.fields import fields_of
from filmdossier.run.on_film import PassageGiven
from filmdossier.run.statements import ListedStatement, find_conflict, statements_of
from filmdossier.store import View

router = APIRouter()
_YEAR_SECONDS = 31_536_000


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldOf:
    """A field of a statement's value as it is; '' where it is empty."""

    name: str
    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementPage:
    """What the page of a statement shows; ``documents`` are ids and names, for the passage that a correction rests on."""

    template: ClassVar[str] = "statement.html"

    frame: Frame
    film: FilmLink
    address: str
    label: str
    words: str
    status: str
    quotes: tuple[Quoted, ...]
    fields: tuple[FieldOf, ...]
    documents: tuple[tuple[str, str], ...]
    editor: str
    history: tuple[Made, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a conflict."""

    id: str
    value: str
    quotes: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictPage:
    """What the page of a conflict shows."""

    template: ClassVar[str] = "conflict.html"

    frame: Frame
    film: FilmLink
    address: str
    subject: str
    sides: tuple[Side, ...]
    editor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryPage:
    """What the page of a film's decisions shows."""

    template: ClassVar[str] = "history.html"

    frame: Frame
    film: FilmLink
    editor: str
    history: tuple[Made, ...]


@router.get("/films/{film}/statements/{statement:path}", name="statement")
def statement(request: Request, film: str, statement: str) -> Response:
    """A statement with what it rests on, and the forms to confirm, correct or reject it."""
    shelf = shelf_of(request)
    with shelf.store.view() as view:
        record = shelf.record(view, film)
        found = _statement(record, view.claims_of(film), statement)
        history = decisions_made(deciding.history(view, film), about=found.id)
    label = predicate_label(found.predicate)
    return respond(
        StatementPage(
            frame=Frame(title=f"{label} · {record.film.title}", here="films"),
            film=_link(record),
            address=f"/films/{film}/statements/{quote(found.id, safe=':')}",
            label=label,
            words=value_words(found.predicate, found.value, found.evidence),
            status=_status(found),
            quotes=_quotes(record, found.evidence),
            fields=_fields(found),
            documents=tuple((one.id, file_name(one.path)) for one in record.documents if one.kind != DECISIONS_KIND),
            editor=editor_of(request),
            history=history,
        )
    )


@router.post("/films/{film}/statements/{statement:path}", name="decide_statement")
async def decide_statement(request: Request, film: str, statement: str) -> Response:
    """Confirms, corrects or rejects a statement."""
    form = {key: value for key, value in (await request.form()).items() if isinstance(value, str)}
    return await run_in_threadpool(_decide, request, film, statement, form)


def _decide(request: Request, film: str, statement: str, form: dict[str, str]) -> Response:
    store = shelf_of(request).store
    verdict, by, why = form.get("verdict", ""), form.get("by", "").strip() or editor_of(request), form.get("why", "")
    if verdict == Verdict.CONFIRM:
        made = deciding.confirm(store, film, statement, by=by, why=why)
    elif verdict == Verdict.REJECT:
        made = deciding.reject(store, film, statement, by=by, why=why)
    elif verdict == Verdict.CORRECT:
        with store.view() as view:
            record = shelf_of(request).record(view, film)
            found = _statement(record, view.claims_of(film), statement)
        before = {field.name: field.value for field in _fields(found)}
        given = {name: form[f"field-{name}"] for name in before if f"field-{name}" in form}
        changed = {name: value for name, value in given.items() if value.strip() != before[name]}
        value = changed if fields_of(found.predicate) else given.get("value", "")
        source = _source(record, form.get("source", ""), form.get("words", ""))
        made = deciding.correct(store, film, statement, value, by=by, why=why, source=source)
    else:
        raise HTTPException(422, "that is no decision; confirm, correct or reject")
    return decided(request, f"/films/{film}/history?made={made.id}", by, made.film.id)


@router.get("/films/{film}/conflicts/{conflict:path}", name="conflict")
def conflict(request: Request, film: str, conflict: str) -> Response:
    """The sides of a conflict, and the form to choose one."""
    shelf = shelf_of(request)
    with shelf.store.view() as view:
        record = shelf.record(view, film)
    found = find_conflict(record, conflict)
    subject = conflict_subject(found.about)
    sides = tuple(Side(id=side.id or side.value, value=side.value, quotes=_quotes(record, side.evidence)) for side in found.values)
    return respond(
        ConflictPage(
            frame=Frame(title=f"{subject} · {record.film.title}", here="films"),
            film=_link(record),
            address=f"/films/{film}/conflicts/{quote(found.id, safe=':')}",
            subject=subject,
            sides=sides,
            editor=editor_of(request),
        )
    )


@router.post("/films/{film}/conflicts/{conflict:path}", name="settle_conflict")
def settle(
    request: Request,
    film: str,
    conflict: str,
    side: str = Form("", max_length=2000),
    by: str = Form("", max_length=200),
    why: str = Form("", max_length=4000),
) -> Response:
    """Chooses a side of a conflict; without one, there is none."""
    store, by = shelf_of(request).store, by.strip() or editor_of(request)
    if side:
        made = deciding.choose(store, film, conflict, side, by=by, why=why)
    else:
        made = deciding.reject(store, film, conflict, by=by, why=why)
    return decided(request, f"/films/{film}/history?made={made.id}", by, made.film.id)


@router.get("/films/{film}/history", name="history")
def history(request: Request, film: str, made: str = "") -> Response:
    """What was decided on a film, last first; ``made`` is the decision just taken."""
    shelf = shelf_of(request)
    with shelf.store.view() as view:
        record = shelf.record(view, film)
        entries = decisions_made(deciding.history(view, film), new=made)
    frame = Frame(title=f"Decisions · {record.film.title}", here="films")
    return respond(HistoryPage(frame=frame, film=_link(record), editor=editor_of(request), history=entries))


@router.post("/films/{film}/history/{decision}/undo", name="undo")
def undo(request: Request, film: str, decision: str, by: str = Form("", max_length=200)) -> Response:
    """Takes a decision back; taking that back makes it hold again."""
    by = by.strip() or editor_of(request)
    made = deciding.undo(shelf_of(request).store, decision, by=by)
    return decided(request, f"/films/{film}/history?made={made.id}", by, made.film.id)


def decided(request: Request, address: str, by: str, *films: str) -> Response:
    """The way to where a decision on ``films`` shows, once it is made; the browser remembers whose it was."""
    shelf_of(request).refresh(*films)
    answer = RedirectResponse(address, status_code=303)
    answer.set_cookie(EDITOR_COOKIE, quote(by), max_age=_YEAR_SECONDS, samesite="strict", httponly=True)
    return answer


def _statement(record: FilmRecord, claims: list[Claim], wanted: str) -> ListedStatement:
    for one in statements_of(record, claims):
        if one.id == wanted:
            return one
    raise UnknownStatement(f"{record.film.title} has no statement {wanted!r} any more; its decisions tell what became of it")


def _source(record: FilmRecord, document: str, words: str) -> PassageGiven | None:
    """The passage that a correction rests on, None where no words are given; the document's own, in any of them if none is named."""
    if not words.strip():
        return None
    for one in record.documents:
        if document in ("", one.id) and one.kind != DECISIONS_KIND:
            for start, end in stands(words[:5000], one.text, 1):
                return PassageGiven(document=one.id, start=start, end=end)
    raise HTTPException(422, "these words do not stand in the document: copy them from its text")


def _fields(found: ListedStatement) -> tuple[FieldOf, ...]:
    names = fields_of(found.predicate)
    if not names:
        return (FieldOf(name="value", label=predicate_label(found.predicate), value=str(found.value)),)
    return tuple(
        FieldOf(name=name, label=name.replace("_", " ").capitalize(), value=_typed(getattr(found.value, name))) for name in names
    )


def _typed(value: object) -> str:
    """A value as a person would type it."""
    if value is None:
        return ""
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _status(found: ListedStatement) -> str:
    parts = []
    if found.status is not None:
        parts.append(status_words(found.status, len({one.document for one in found.evidence})))
    if found.confidence is not None:
        parts.append(f"confidence {percent(found.confidence)}")
    if found.part in ("suggestions", "set_aside"):
        parts.append("left out of the record")
    return "; ".join(parts)


def _quotes(record: FilmRecord, evidence: tuple[Evidence, ...]) -> tuple[Quoted, ...]:
    return quoted(evidence, {document.id: document for document in record.documents})


def _link(record: FilmRecord) -> FilmLink:
    return FilmLink(href=f"/films/{record.film.id}", title=record.film.title, year=str(record.film.year or ""))


def film_link(view: View, film: str) -> FilmLink:
    """The way to a film of the library."""
    title, year = view.film_titles([film])[film]
    return FilmLink(href=f"/films/{film}", title=title, year=str(year or ""))
