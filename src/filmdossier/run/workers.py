"""Runs a function over many tasks in processes that may be killed: results come in the order of the tasks.

A task that takes too long is ended with its process; a process that dies takes only its own task
with it. Neither stops the others: in place of a result stands a :class:`Lost`. (The executors of
``concurrent.futures`` can do neither: one dead process breaks the pool, and a running task cannot
be ended.)
"""

import multiprocessing
import os
import signal
import sys
import time
import warnings
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from logging import NullHandler, getLogger
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

from filmdossier.errors import FilmdossierError

Task = TypeVar("Task")
Result = TypeVar("Result")

_START_SECONDS = 120.0
_TASKS_A_WORKER = 8  # starting a process costs about what reading eight short documents does
_WINDOW_A_WORKER = 16  # finished results that may wait for a slow one before them


@dataclass(frozen=True, slots=True)
class Lost:
    """A task without a result: ``overdue``, or its process died of ``cause`` ("SIGSEGV", "exit status 3")."""

    overdue: bool
    cause: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool(Generic[Task, Result]):
    """How tasks are run: ``function`` and ``prepare`` are functions of modules.

    ``prepare`` runs once in each process before its first task, outside any task's time.
    """

    function: Callable[[Task], Result]
    prepare: Callable[[], None]
    workers: int
    time_limit_seconds: float
    memory_limit_bytes: int

    def run(self, tasks: Iterable[Task]) -> Generator[Result | Lost]:
        """The result of each task, in order; without a task no process starts."""
        running: _Running[Task, Result] = _Running(self)
        try:
            yield from running.results(iter(tasks))
        finally:
            running.end()


@dataclass(slots=True, eq=False)
class _Worker:
    process: BaseProcess
    connection: Connection
    deadline: float
    ready: bool = False
    number: int | None = None  # of the task it works on

    def cause(self) -> str:
        """What the process died of."""
        self.process.join(timeout=10)
        code = self.process.exitcode
        if code is None or code >= 0:
            return f"exit status {code}"
        with suppress(ValueError):
            return signal.Signals(-code).name
        return f"signal {-code}"

    def end(self) -> None:
        """Ends the process, whatever it is doing."""
        self.process.kill()
        self.process.join(timeout=10)
        self.connection.close()


@dataclass(slots=True)
class _Running(Generic[Task, Result]):
    pool: Pool[Task, Result]
    crew: list[_Worker] = field(default_factory=list)
    finished: dict[int, Result | Lost] = field(default_factory=dict)
    given: int = 0

    def results(self, tasks: Iterator[Task]) -> Iterator[Result | Lost]:
        """The result of each task, in order."""
        yielded = 0
        held: list[Task] = []  # at most one: taken, and no process free for it yet
        exhausted = False
        while True:
            while not exhausted and self.given - yielded < self.pool.workers * _WINDOW_A_WORKER:
                if not held:
                    held.extend(task for task in [next(tasks, None)] if task is not None)
                    exhausted = not held
                if not held or not self._give(held[0]):
                    break
                held.clear()
            while yielded in self.finished:
                yield self.finished.pop(yielded)
                yielded += 1
            if exhausted and yielded == self.given:
                return
            self._listen()

    def end(self) -> None:
        """Ends every process."""
        while self.crew:
            self.crew.pop().end()

    def _give(self, task: Task) -> bool:
        """Whether a process was free to take the task; starts one where that is worth while."""
        for worker in [worker for worker in self.crew if worker.ready and worker.number is None]:
            try:
                worker.connection.send(task)
            except OSError:  # it died while it had nothing to do
                self._remove(worker)
                continue
            worker.number, worker.deadline = self.given, time.monotonic() + self.pool.time_limit_seconds
            self.given += 1
            return True
        starting = any(not worker.ready for worker in self.crew)
        if not self.crew or (
            not starting and len(self.crew) < self.pool.workers and self.given >= len(self.crew) * _TASKS_A_WORKER
        ):
            self._start()
        return False

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self.pool), daemon=True)
        process.start()
        theirs.close()
        self.crew.append(_Worker(process, ours, time.monotonic() + _START_SECONDS))

    def _remove(self, worker: _Worker) -> None:
        self.crew.remove(worker)
        worker.end()

    def _listen(self) -> None:
        """Waits until a process has something to say, has died or is overdue."""
        busy = [worker for worker in self.crew if worker.number is not None or not worker.ready]
        patience = max(0.0, min((worker.deadline for worker in busy), default=0.0) - time.monotonic())
        heard = set(wait([worker.connection for worker in self.crew], timeout=patience))
        for worker in list(self.crew):
            if worker.connection in heard:
                self._hear(worker)
            elif worker in busy and time.monotonic() >= worker.deadline:
                self._lose(worker, Lost(overdue=True))

    def _hear(self, worker: _Worker) -> None:
        try:
            message = worker.connection.recv()
        except (EOFError, OSError):
            self._lose(worker, Lost(overdue=False, cause=worker.cause()))
            return
        if not worker.ready:
            worker.ready = True
        elif worker.number is not None:
            self.finished[worker.number] = message
            worker.number = None

    def _lose(self, worker: _Worker, lost: Lost) -> None:
        if not worker.ready:
            raise FilmdossierError(
                f"a worker process could not start ({lost.cause or 'it took too long'}); run in one process (workers = 0). "
                "A script that calls filmdossier must do so under: if __name__ == '__main__':"
            )
        if worker.number is not None:
            self.finished[worker.number] = lost
        self._remove(worker)


def _serve(connection: Connection, pool: Pool[Task, Result]) -> None:
    """The life of a worker process: it ends with the connection, or when it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupted run ends its workers itself
    warnings.simplefilter("ignore")
    getLogger().addHandler(NullHandler())  # libraries complain of their input; what matters comes back as a result
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123 -- a device
        os.dup2(nowhere.fileno(), 2)
    _limit_memory(pool.memory_limit_bytes)
    pool.prepare()
    with suppress(EOFError, OSError):
        connection.send(None)
        while True:
            task = connection.recv()
            _die_after(pool.time_limit_seconds * 2 + 10)
            connection.send(pool.function(task))
            _die_after(0)


def _limit_memory(size_bytes: int) -> None:
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        limit = size_bytes if most == resource.RLIM_INFINITY else min(size_bytes, most)
        with suppress(ValueError, OSError):  # macOS knows the limit and does not take it
            resource.setrlimit(resource.RLIMIT_DATA, (limit, most))


def _die_after(seconds: float) -> None:
    # Our parent ends us in time. Should it have been killed itself, an endless loop must not outlive it for ever.
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, seconds)
