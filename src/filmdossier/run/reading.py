"""Reads one file after another in worker processes: tasks enter, outcomes leave in the same order.

An outcome is the rows of a document or a failure that says why there are none; nothing that a
document does (raise, hang, crash, hoard memory) stops the others.
"""

import os
import traceback
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from functools import partial

from filmdossier.errors import AnnotatorError, ReadError, StageError
from filmdossier.model.annotations import FilmHint, PluginReport
from filmdossier.model.library import Failure
from filmdossier.model.text import Source
from filmdossier.run.pipeline import SIZE_LIMIT_BYTES, Stages, process
from filmdossier.run.workers import Lost, Pool
from filmdossier.store import DocumentRows, encode_document

_REPORT = "report it with the document: this is a defect of filmdossier"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a run may take. ``workers`` None for one per core, 0 to read in this process.

    In this process nothing can end a document that takes too long or too much memory.
    """

    workers: int | None = None
    time_limit_seconds: float = 60.0
    size_limit_bytes: int = SIZE_LIMIT_BYTES
    memory_limit_bytes: int = 4_000_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A file to read, and the film that the user says it is about."""

    raw: bytes
    source: Source
    hint: FilmHint | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Rows or a failure, never both; ``traceback`` where the program is to blame. ``plugins`` tell what became of their output."""

    rows: DocumentRows | None = None
    plugins: tuple[PluginReport, ...] = ()
    failure: Failure | None = None
    traceback: str = ""


def outcomes(tasks: Iterable[Task], *, stages: Stages, version: str, limits: Limits) -> Generator[Outcome]:
    """The outcome of each task, in order."""
    limits = replace(
        limits, time_limit_seconds=limits.time_limit_seconds + sum(plugin.patience_seconds for plugin in stages.plugins)
    )
    function = partial(_outcome, stages=stages, version=version, limits=limits)
    if limits.workers == 0:
        yield from map(function, tasks)
        return
    pool = Pool(
        function=function,
        prepare=partial(_warm_up, stages),
        workers=limits.workers or cores(),
        time_limit_seconds=limits.time_limit_seconds,
        memory_limit_bytes=limits.memory_limit_bytes,
    )
    waiting: deque[Source] = deque()

    def watched() -> Iterator[Task]:
        for task in tasks:
            waiting.append(task.source)
            yield task

    with closing(pool.run(watched())) as results:
        for result in results:
            source = waiting.popleft()
            yield Outcome(failure=_lost(source, result, limits)) if isinstance(result, Lost) else result


def cores() -> int:
    """How many processor cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _outcome(task: Task, *, stages: Stages, version: str, limits: Limits) -> Outcome:
    try:
        made = process(task.raw, task.source, task.hint, stages=stages, limit_bytes=limits.size_limit_bytes)
        rows = encode_document(made.document, made.annotations, made.claims, version=version, hint=task.hint)
        return Outcome(rows=rows, plugins=made.annotations.plugins)
    except (ReadError, AnnotatorError) as error:
        return Outcome(failure=failure_of(task.source, error))
    except StageError as error:
        if isinstance(error.__cause__, MemoryError):
            return Outcome(failure=_out_of_memory(task.source, limits))
        return Outcome(failure=_defect(task.source, error, error.__cause__ or error), traceback=_trace(error.__cause__ or error))
    except MemoryError:
        return Outcome(failure=_out_of_memory(task.source, limits))
    except Exception as error:
        broken = StageError("encode", f"{type(error).__name__}: {error}")
        return Outcome(failure=_defect(task.source, broken, error), traceback=_trace(error))


def failure_of(source: Source, error: ReadError | AnnotatorError) -> Failure:
    """The failure that an error of reading or of a plugged-in annotator is."""
    return Failure(origin=source.origin, sha256=source.sha256, error=type(error).__name__, reason=error.reason, remedy=error.remedy)


def _defect(source: Source, error: StageError, cause: BaseException) -> Failure:
    reason = " ".join(str(error).split())[:500]
    return Failure(origin=source.origin, sha256=source.sha256, error=type(cause).__name__, reason=reason, remedy=_REPORT)


def _out_of_memory(source: Source, limits: Limits) -> Failure:
    return Failure(
        origin=source.origin,
        sha256=source.sha256,
        error="MemoryError",
        reason=f"it needs more than {limits.memory_limit_bytes // 1_000_000:,} MB of memory",
        remedy="split the file or raise memory_limit_megabytes in the settings",
    )


def _lost(source: Source, lost: Lost, limits: Limits) -> Failure:
    if lost.overdue:
        return Failure(
            origin=source.origin,
            sha256=source.sha256,
            error="TimeLimit",
            reason=f"it was not read within {limits.time_limit_seconds:g} seconds",
            remedy="split the file or raise time_limit_seconds in the settings",
        )
    return Failure(
        origin=source.origin,
        sha256=source.sha256,
        error="Crash",
        reason=f"the process reading it died ({lost.cause})",
        remedy=_REPORT,
    )


def _trace(error: BaseException) -> str:
    return "".join(traceback.format_exception(error))


def _warm_up(stages: Stages) -> None:
    """Loads what the stages load when first used, so that no document's time pays for it."""
    with suppress(Exception):
        # Without the plug-ins: nobody's server is asked about a document that is none.
        source = Source(origin="warm-up.txt", media_type="text/plain", sha256="")
        process(b"A film.\n", source, stages=replace(stages, plugins=()))
    for plugin in stages.plugins:
        with suppress(Exception):  # a document will say what is wrong
            plugin.prepare()
