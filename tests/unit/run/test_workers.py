"""Processes that hang, die or hoard, and the results of all the others."""

import os
import signal
import time
from collections.abc import Iterator
from functools import partial

import pytest

from filmdossier.errors import FilmdossierError
from filmdossier.run.workers import Lost, Pool


def act(task: str) -> str:
    if task == "hang":
        time.sleep(60)
    if task == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    if task == "leave":
        os._exit(3)
    if task == "nap":
        time.sleep(0.3)
    return f"{task}!"


def ready() -> None:
    pass


def fall() -> None:
    os._exit(7)


def pid(_task: int) -> int:
    return os.getpid()


pool = partial(Pool, function=act, prepare=ready, workers=2, time_limit_seconds=20.0, memory_limit_bytes=4_000_000_000)


def test_results_come_in_the_order_of_the_tasks() -> None:
    tasks = [f"{number}" if number % 7 else "nap" for number in range(60)]
    assert list(pool().run(tasks)) == [f"{task}!" for task in tasks]


def test_without_tasks_no_process_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("filmdossier.run.workers._Running._start", lambda _: pytest.fail("a process was started"))
    assert list(pool().run([])) == []


def test_a_task_that_takes_too_long_is_lost_and_no_other() -> None:
    results = list(pool(time_limit_seconds=1.0).run(["a", "hang", "b", "c"]))
    assert results == ["a!", Lost(overdue=True), "b!", "c!"]


def test_a_process_that_dies_takes_only_its_task() -> None:
    results = list(pool().run(["a", "crash", "b", "leave", "c"]))
    assert results == ["a!", Lost(overdue=False, cause="SIGSEGV"), "b!", Lost(overdue=False, cause="exit status 3"), "c!"]


def test_many_deaths_in_a_row() -> None:
    results = list(pool().run(["crash"] * 6 + ["a"]))
    assert results == [Lost(overdue=False, cause="SIGSEGV")] * 6 + ["a!"]


def test_few_tasks_start_few_processes() -> None:
    few = Pool(function=pid, prepare=ready, workers=2, time_limit_seconds=20, memory_limit_bytes=4_000_000_000)
    assert len(set(few.run(range(4)))) == 1


def test_a_process_that_cannot_start_is_an_error_not_a_loop() -> None:
    with pytest.raises(FilmdossierError, match=r"could not start.*exit status 7"):
        list(pool(prepare=fall).run(["a"]))


def test_tasks_are_taken_no_faster_than_results_leave() -> None:
    taken = 0

    def tasks() -> Iterator[str]:
        nonlocal taken
        for _ in range(500):
            taken += 1
            yield "a"

    results = pool().run(tasks())
    next(results)
    time.sleep(0.5)
    assert taken < 100
    results.close()


def test_leaving_early_ends_the_processes() -> None:
    results = Pool(function=pid, prepare=ready, workers=1, time_limit_seconds=20, memory_limit_bytes=4_000_000_000).run(range(9))
    worker = next(results)
    assert isinstance(worker, int)
    results.close()
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)
