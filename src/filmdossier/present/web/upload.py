"""Takes files into the library: a form, dragged files, progress, and what became of each.

A file is written whole into the folder of uploads beside the library before it is read; see `keeping.py`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from fastapi import APIRouter, Form, Request, UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from filmdossier.errors import FilmdossierError
from filmdossier.model.annotations import FilmHint
from filmdossier.model.library import Failure
from filmdossier.model.titles import title_year
from filmdossier.present.web.asked import shelf_of
from filmdossier.present.web.keeping import UPLOADS, keep, safe_name
from filmdossier.present.web.readings import Reading, Readings
from filmdossier.present.web.rendering import Frame, respond
from filmdossier.present.web.shelf import Shelf
from filmdossier.present.wording import count
from filmdossier.run.files import find_files

router = APIRouter()


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadPage:
    """What the page for adding documents shows; ``unread`` says how many uploaded files nobody has read."""

    template: ClassVar[str] = "upload.html"

    frame: Frame
    most_files: int
    most_megabytes: int
    file_megabytes: int
    unread: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLine:
    """What became of a file: ``state`` is waiting, read, unchanged, without or failed."""

    name: str
    state: str
    words: str
    remedy: str
    href: str
    films: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingPage:
    """What the page of a reading shows."""

    template: ClassVar[str] = "reading.html"

    frame: Frame
    is_over: bool
    done: int
    total: int
    words: str
    error: str
    files: tuple[FileLine, ...]


@router.get("/upload", name="upload_form")
def upload_form(request: Request) -> Response:
    """The form for adding documents."""
    shelf = shelf_of(request)
    left = unread(shelf)
    serving = shelf.serving
    return respond(
        UploadPage(
            frame=Frame(title="Add documents", here="upload"),
            most_files=serving.most_files,
            most_megabytes=serving.upload_limit_bytes // 1_000_000,
            file_megabytes=serving.limits.size_limit_bytes // 1_000_000,
            unread=count(len(left), "uploaded file") if left else "",
        )
    )


@router.post("/upload", name="upload")
def upload(request: Request, files: list[UploadFile], film: str = Form("", max_length=300)) -> Response:
    """Takes the files and has them read; the answer leads to the page that tells how far it is."""
    return RedirectResponse(f"/upload/{take(request, files, film).id}", status_code=303)


@router.post("/upload/unread", name="read_unread")
def read_unread(request: Request) -> Response:
    """Reads the uploaded files that nobody has read."""
    shelf = shelf_of(request)
    left = unread(shelf)
    return RedirectResponse(f"/upload/{readings_of(request).add(left).id}", status_code=303)


@router.post("/documents/{document}/read", name="read_again")
def read_again(request: Request, document: str) -> Response:
    """Reads the file of a document again, as it is now."""
    shelf = shelf_of(request)
    with shelf.store.view() as view:
        head = view.heads([document]).get(document)
    path = shelf.store.folder / head.origin if head else None
    if path is None or not path.is_file():
        raise HTTPException(404, "the file of that document is no longer where it was; upload it again")
    return RedirectResponse(f"/upload/{readings_of(request).add([path]).id}", status_code=303)


@router.get("/upload/{reading}", name="reading")
def reading(request: Request, reading: str) -> Response:
    """How far a reading is, and what became of each file."""
    found = readings_of(request).get(reading)
    if found is None:
        raise HTTPException(404, "that reading is over and forgotten; its documents are in the library")
    return respond(
        ReadingPage(
            frame=Frame(
                title="Documents read" if found.is_over else "Reading …", here="upload", refresh_seconds=0 if found.is_over else 2
            ),
            is_over=found.is_over,
            done=found.done,
            total=found.total,
            words=_words(found),
            error=found.error or "",
            files=tuple(file_lines(request, found)),
        )
    )


def take(request: Request, files: Sequence[UploadFile], film: str) -> Reading:
    """Keeps the files and has them read, as about ``film`` if it is not empty; HTTPException for what cannot be taken at all."""
    shelf = shelf_of(request)
    named = [file for file in files if file.filename]
    if not named:
        raise HTTPException(422, "no file was chosen")
    if len(named) > shelf.serving.most_files:
        raise HTTPException(413, f"{count(len(named), 'file')} are more than {shelf.serving.most_files} at once")
    hint = _hint(film)
    folder = shelf.store.folder / UPLOADS
    kept: list[Path] = []
    refused: list[Failure] = []
    for file in named:
        name = safe_name(file.filename or "")
        try:
            kept.append(keep(file, name, folder, shelf.serving.limits.size_limit_bytes))
        except (FilmdossierError, OSError) as error:
            refused.append(_refused(file.filename or name, error))
    return readings_of(request).add(sorted(set(kept)), refused, hint)


def readings_of(request: Request) -> Readings:
    """The readings of this server."""
    readings: Readings = request.app.state.readings
    return readings


def unread(shelf: Shelf) -> list[Path]:
    """The files in the folder of uploads that are no document and no failure of the library: what a kill left behind."""
    folder = shelf.store.folder / UPLOADS
    found = find_files([folder], shelf.store.folder)[0] if folder.is_dir() else []
    if not found:
        return []
    with shelf.store.view() as view:
        known = view.origins()
    return [file.path for file in found if file.origin not in known]


def _refused(name: str, error: Exception) -> Failure:
    reason = getattr(error, "reason", "") or f"it cannot be kept ({getattr(error, 'strerror', None) or error})"
    remedy = getattr(error, "remedy", "") or "check the space and the permissions of the library's folder"
    return Failure(origin=name, sha256="", error=type(error).__name__, reason=reason, remedy=remedy)


def _hint(film: str) -> FilmHint | None:
    if not film.strip():
        return None
    named = title_year(film)
    if not any(character.isalnum() for character in named.title):
        raise HTTPException(422, "that is no film's title; write it as Title (Year)")
    return FilmHint(title=named.title, year=named.year)


def _words(found: Reading) -> str:
    if not found.is_over:
        return f"{found.done} of {count(found.total, 'file')} read"
    summary = found.summary
    read = count(len(summary.read), "document") if summary else "nothing"
    failed = len(found.refused) + (len(summary.failures) if summary else 0)
    unchanged = f", {len(summary.unchanged)} unchanged" if summary and summary.unchanged else ""
    return f"{read} read{unchanged}" + (f", {failed} failed" if failed else "")


def file_lines(request: Request, found: Reading) -> Iterable[FileLine]:
    """What became of each file of a reading, refused ones first."""
    readings = readings_of(request)
    for failure in found.refused:
        yield _failed(failure)
    summary = found.summary
    failures = {failure.origin: failure for failure in summary.failures} if summary else {}
    origins = [readings.origin(path) for path in found.paths]
    with shelf_of(request).store.view() as view:
        ids = {origin: view.document_of(origin) for origin in origins} if summary else {}
        heads = view.heads([id_ for id_ in ids.values() if id_])
    for origin in origins:
        name = origin.rpartition("/")[2]
        if origin in failures:
            yield _failed(failures[origin])
        elif summary is None:
            yield _line(name, "done" if origin in found.finished else "waiting", "read" if origin in found.finished else "waiting")
        elif (head := heads.get(ids.get(origin) or "")) is not None:
            films = tuple((f"/films/{film}", f"{title} ({year})" if year else title) for film, title, year in head.films)
            state = "unchanged" if origin in summary.unchanged else "read" if films else "without"
            words = "already in the library" if state == "unchanged" else "read" if films else f"about no film: {head.reason}"
            yield _line(name, state, words, href=f"/documents/{head.id}", films=films)
        else:
            yield _line(name, "without", "passed over: filmdossier itself wrote it")


def _line(name: str, state: str, words: str, *, href: str = "", films: Sequence[tuple[str, str]] = ()) -> FileLine:
    return FileLine(name=name, state=state, words=words, remedy="", href=href, films=tuple(films))


def _failed(failure: Failure) -> FileLine:
    name = failure.origin.rpartition("/")[2]
    return FileLine(name=name, state="failed", words=failure.reason, remedy=failure.remedy, href="", films=())
