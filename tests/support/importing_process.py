"""A program whose children import a table, to be killed: TABLE LIBRARY; each line it is given starts one.

It says "child PID", the child "importing" when it begins to write, and at the end it says "ended". Children
are forked from a process that has loaded everything, so that a moment of killing is one of importing.
"""

import os
import sys
from pathlib import Path

import filmdossier.extract.review_tables
import filmdossier.reception.ratings  # noqa: F401
from filmdossier.run.tables import import_table
from filmdossier.run.version import reading_version
from filmdossier.store import Store


def main() -> None:
    table, library = sys.argv[1:]
    reading_version()
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            import_it(Path(table), library)
            os._exit(0)
        print(f"child {child}", flush=True)
        os.waitpid(child, 0)
        print("ended", flush=True)


def import_it(table: Path, library: str) -> None:
    said: list[str] = []

    def say(what: str, *_: int) -> None:
        if what == "films" and not said:
            said.append(what)
            print("importing", flush=True)

    with Store.open(library) as store:
        import_table(table, store, None, say)


if __name__ == "__main__":
    main()
