"""A library of the example documents, read once, and the application over a copy of it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
from fastapi.testclient import TestClient

from filmdossier.present.web import Serving, create_app
from filmdossier.run.library import read_paths
from filmdossier.run.reading import Limits
from filmdossier.store import Store
from support.shared import REPOSITORY

IN_PROCESS = Limits(workers=0)


def make_library(folder: Path) -> Path:
    """A library of the examples in ``folder``, beside a copy of them."""
    shutil.copytree(REPOSITORY / "examples", folder / "examples")
    path = folder / "library.db"
    with Store.open(path) as store:
        read_paths([folder / "examples"], store, limits=IN_PROCESS)
    return path


@contextmanager
def served(path: Path, **told: object) -> Iterator[TestClient]:
    """A client of the application over the library at ``path``."""
    serving = Serving(limits=IN_PROCESS, editor="Ines Roy", **told)  # type: ignore[arg-type]
    with Store.open(path) as store, TestClient(create_app(store, serving), base_url="http://127.0.0.1:8000") as client:
        yield client


def copied(library: Path, folder: Path) -> Path:
    """A copy of a library with its documents, to be written to."""
    shutil.copytree(library.parent, folder, dirs_exist_ok=True)
    return folder / library.name


def wait_for(is_so: Callable[[], bool], seconds: float = 60.0) -> None:
    """Waits until something is so; an AssertionError where it does not become so."""
    import time

    until = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < until, "it did not happen in time"
        time.sleep(0.05)


def environment() -> dict[str, str]:
    """The environment of a process of the program."""
    return {**os.environ, "PYTHONUNBUFFERED": "1"}


class Server:
    """``filmdossier serve`` in a process of its own."""

    def __init__(self, library: Path, *options: str) -> None:
        command = [sys.executable, "-m", "filmdossier.present.cli", "serve", "--port", "0", "--library", str(library), *options]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=library.parent, env=environment())
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert " is at http://" in line, line
        self.printed = line.split()[-1]
        self.address = f"http://127.0.0.1:{httpx.URL(self.printed).port}"
        try:
            wait_for(self._answers, 120)
        except BaseException:
            self.kill()
            raise

    def _answers(self) -> bool:
        assert self.process.poll() is None, "the server ended"
        try:
            httpx.get(self.address, timeout=60)
        except httpx.TransportError:
            return False
        return True

    def end(self) -> None:
        """Ends it as a person would."""
        self.process.terminate()
        self.process.wait(timeout=120)
        self._closed()

    def kill(self) -> None:
        """Ends it as a power cut would."""
        self.process.kill()
        self.process.wait(timeout=120)
        self._closed()

    def _closed(self) -> None:
        if self.process.stdout is not None:
            self.process.stdout.close()
