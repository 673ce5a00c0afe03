"""Reads files and folders into a library.

Paths and an open store enter; a :class:`Summary` leaves. What has not changed is not read again;
what cannot be read becomes a failure with its reason and stops nothing. One writer writes document
by document, each whole, in the order of their origins.
"""

import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from filmdossier.errors import ReadError, TooLarge, UnsupportedFormat
from filmdossier.model.annotations import FilmHint, PluginReport
from filmdossier.model.library import Failure
from filmdossier.model.text import Source
from filmdossier.run.files import FoundFile, find_files, unreadable
from filmdossier.run.linking import link_films
from filmdossier.run.pipeline import STAGES, Stages
from filmdossier.run.reading import Limits, Outcome, Task, failure_of, outcomes
from filmdossier.run.version import reading_version
from filmdossier.store import Fingerprint, Store, Writer

# What filmdossier itself wrote into the folder says nothing new about a film: reading a dossier or an
# exported record back would let every statement confirm itself.
_OWN_WORK = (b'<meta name="generator" content="filmdossier', b'"format": "filmdossier/')

Progress = Callable[[int, int, str], None]  # files done, files in all, the origin of the last one


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a run did; ``read``, ``unchanged`` and the origins of ``failures`` are disjoint and sorted.

    ``without_film`` gives the reason for each document, read or unchanged, that is about no film;
    ``kept`` are the failed files whose earlier reading stays in the library; ``tracebacks`` the
    defects of the program behind failures; ``plugins`` what became of the output of each annotator
    plugged in, over the documents read.
    """

    read: tuple[str, ...]
    unchanged: tuple[str, ...]
    failures: tuple[Failure, ...]
    without_film: Mapping[str, str]
    kept: frozenset[str]
    tracebacks: Mapping[str, str]
    plugins: tuple[PluginReport, ...] = ()


def read_paths(
    paths: Iterable[Path],
    store: Store,
    hint: FilmHint | None = None,
    on_progress: Progress | None = None,
    *,
    limits: Limits | None = None,
    stages: Stages = STAGES,
) -> Summary:
    """What became of each file under ``paths``.

    ``hint`` names the film that they are about. It is remembered: a later run without a hint keeps
    it. Raises StoreError; the files' own troubles are in the summary.
    """
    limits = limits or Limits()
    files, closed_folders = find_files(paths, store.folder, store.file)
    with store.view() as view:
        run = _Run(
            files=files,
            known=view.fingerprints(),
            failed_before={failure.origin for failure in view.failures()},
            hint=hint,
            limits=limits,
            version=reading_version(*(plugin.identity for plugin in stages.plugins)),
            on_progress=on_progress,
            writer=store.writer(),
        )
    for failure in closed_folders:
        run.failed(failure)
    with closing(outcomes(run.tasks(), stages=stages, version=run.version, limits=limits)) as results:
        for outcome in results:
            run.settle(outcome)
    run.writer.forgive(origin for origin in sorted(run.failed_before) if not (store.folder / origin).exists())
    link_films(store)
    return run.summary()


@dataclass(slots=True, kw_only=True)
class _Run:
    """One run while it lasts."""

    files: list[FoundFile]
    known: Mapping[str, Fingerprint]
    failed_before: set[str]
    hint: FilmHint | None
    limits: Limits
    version: str
    on_progress: Progress | None
    writer: Writer
    done: int = 0
    read: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    without_film: dict[str, str] = field(default_factory=dict)
    tracebacks: dict[str, str] = field(default_factory=dict)
    plugins: dict[str, PluginReport] = field(default_factory=dict)

    def tasks(self) -> Iterator[Task]:
        """The files that must be read; settles the others on the way."""
        for file in self.files:
            try:
                raw = _content(file, self.limits.size_limit_bytes)
            except OSError as error:
                self.failed(unreadable(file.origin, error))
                continue
            except ReadError as error:
                self.failed(failure_of(Source(origin=file.origin, media_type="", sha256=""), error))
                continue
            if not file.named and any(sign in raw[:1024] for sign in _OWN_WORK):
                self._progress(file.origin)
                continue
            source = Source(origin=file.origin, media_type="", sha256=sha256(raw).hexdigest())
            known = self.known.get(file.origin)
            hint = self.hint or (known.hint if known else None)
            if known is not None and self._is_current(known, source, hint):
                self.unchanged.append(file.origin)
                self._about(file.origin, known.reason)
                self._progress(file.origin)
                continue
            yield Task(raw=raw, source=source, hint=hint)

    def settle(self, outcome: Outcome) -> None:
        """Writes what became of a task."""
        if outcome.failure is not None:
            if outcome.traceback:
                self.tracebacks[outcome.failure.origin] = outcome.traceback
            self.failed(outcome.failure)
        elif outcome.rows is not None:
            origin = outcome.rows.document["origin"]
            self.writer.put(outcome.rows)
            self.read.append(origin)
            self._about(origin, outcome.rows.document["reason"])
            for report in outcome.plugins:
                self._plugged(report)
            self._progress(origin)

    def failed(self, failure: Failure) -> None:
        """Writes a failure."""
        self.writer.fail(failure)
        self.failures.append(failure)
        self._progress(failure.origin)

    def summary(self) -> Summary:
        """What was done so far."""
        return Summary(
            read=tuple(sorted(self.read)),
            unchanged=tuple(sorted(self.unchanged)),
            failures=tuple(sorted(self.failures, key=lambda failure: failure.origin)),
            without_film=dict(sorted(self.without_film.items())),
            kept=frozenset(failure.origin for failure in self.failures if failure.origin in self.known),
            tracebacks=dict(sorted(self.tracebacks.items())),
            plugins=tuple(self.plugins.values()),
        )

    def _is_current(self, known: Fingerprint, source: Source, hint: FilmHint | None) -> bool:
        same = (known.sha256, known.version, known.hint) == (source.sha256, self.version, hint)
        # What failed since then is read again even when the file is what it was: that clears the failure.
        return same and source.origin not in self.failed_before

    def _about(self, origin: str, reason: str) -> None:
        if reason:
            self.without_film[origin] = reason

    def _plugged(self, report: PluginReport) -> None:
        before = self.plugins.get(report.annotator, PluginReport(annotator=report.annotator))
        self.plugins[report.annotator] = PluginReport(
            annotator=report.annotator,
            mentions=before.mentions + report.mentions,
            unanchored=before.unanchored + report.unanchored,
            unusable=before.unusable + report.unusable,
        )

    def _progress(self, origin: str) -> None:
        self.done += 1
        if self.on_progress is not None:
            self.on_progress(self.done, len(self.files), origin)


def _content(file: FoundFile, limit_bytes: int) -> bytes:
    """The bytes of a file; looks at its size before it takes them into memory."""
    state = file.path.stat()
    if not stat.S_ISREG(state.st_mode):
        raise UnsupportedFormat(file.origin, "it is a device or a pipe, not a file", "save its content as a file")
    if state.st_size > limit_bytes:
        raise TooLarge(
            file.origin,
            f"{state.st_size:,} bytes are over the limit of {limit_bytes:,}",
            "split the file or raise size_limit_megabytes in the settings",
        )
    return file.path.read_bytes()
