"""Keeps uploaded files in the folder of uploads: each whole under a name that leads nowhere else, or not at all.

A file is written under a hidden name and renamed when it is whole. A name that is taken already by other
content gets a digest of its own. What a killed server was writing is cleared away when the next one starts:
whoever writes holds a lock, which ends with the process, so that nobody's living work is taken for left behind.
"""

import os
import re
import threading
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path, PurePosixPath
from secrets import token_hex
from typing import BinaryIO

from fastapi import UploadFile

from filmdossier.errors import TooLarge
from filmdossier.read.readers import check_kind

try:
    import fcntl
except ImportError:  # on Windows, where a file that somebody has open cannot be removed anyway
    fcntl = None  # type: ignore[assignment]

UPLOADS = "uploads"
_PLACING = threading.Lock()
_LONGEST_NAME = 120
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f]')
_RESERVED = re.compile(r"^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
_PART = re.compile(r"\..+\.[0-9a-f]{16}\.part", re.DOTALL)


def safe_name(name: str) -> str:
    """The last part of a file's name, without what could lead elsewhere or break a folder; "document" where nothing is left."""
    last = unicodedata.normalize("NFC", PurePosixPath(name.replace("\\", "/")).name)
    last = _UNSAFE.sub("_", last.encode("utf-8", "replace").decode()).strip(" .").lstrip("~")
    stem, dot, suffix = last.rpartition(".")
    if len(last.encode()) > _LONGEST_NAME:
        suffix = suffix[:20] if dot else ""
        stem = (stem or last).encode()[: _LONGEST_NAME - len(suffix.encode()) - 1].decode("utf-8", "ignore")
        last = f"{stem}{dot}{suffix}"
    return f"_{last}" if _RESERVED.match(last) else last or "document"


def keep(file: UploadFile, name: str, folder: Path, limit_bytes: int) -> Path:
    """The file, written whole; refuses what no reader takes and what is too large."""
    if file.size is not None and file.size > limit_bytes:
        raise TooLarge(name, f"{file.size:,} bytes are over the limit of {limit_bytes:,}", "split the file")
    content = file.file.read()
    check_kind(name, content[:4096])
    folder.mkdir(exist_ok=True)
    with _part(folder, name) as (part, writing):
        writing.write(content)
        writing.flush()
        # One at a time: two that bring a name at once would both find it free, and one would be lost.
        with _PLACING:
            path = _free(folder, name, content)
            if not path.exists():
                if fcntl is None:
                    writing.close()  # Windows renames no open file
                part.replace(path)
    return path


def clear_parts(folder: Path) -> int:
    """How many files were removed that a process was writing when it ended; what a living one is writing stays."""
    cleared = 0
    for part in sorted(folder.glob(".*.part")) if folder.is_dir() else ():
        if not _PART.fullmatch(part.name) or part.is_symlink() or not part.is_file():
            continue
        try:
            with part.open("rb") as left:
                if _is_ours(left):
                    if fcntl is None:
                        left.close()
                    part.unlink()
                    cleared += 1
        except OSError:  # somebody has it open, or it went meanwhile
            continue
    return cleared


@contextmanager
def _part(folder: Path, name: str) -> Iterator[tuple[Path, BinaryIO]]:
    """A new hidden file, locked as long as it is open; removed at the end if it still has its hidden name.

    Hidden, because a reading of the folder passes hidden files over.
    """
    while True:
        part = folder / f".{name}.{token_hex(8)}.part"
        with part.open("xb") as writing:
            # A server that starts may have cleared it away in the moment before it was locked.
            if not _is_ours(writing) or not os.path.lexists(part):
                continue
            try:
                yield part, writing
            finally:
                if fcntl is None:
                    writing.close()
                part.unlink(missing_ok=True)
            return


def _is_ours(file: BinaryIO) -> bool:
    """Whether nobody else has the lock on an open file, which this process then has until it closes the file."""
    if fcntl is None:
        return True
    try:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system without locks: better to leave a file too many
        return file.writable()
    return True


def _free(folder: Path, name: str, content: bytes) -> Path:
    """Where content of this name goes: its own earlier place, or one that no other content has."""
    path = folder / name
    if path.is_file() and path.read_bytes() == content:
        return path
    if path.exists():
        stem, dot, suffix = name.rpartition(".")
        digest = sha256(content).hexdigest()[:8]
        return folder / (f"{stem}-{digest}{dot}{suffix}" if stem else f"{name}-{digest}")
    return path
