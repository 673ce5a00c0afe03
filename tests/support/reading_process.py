"""A program that reads a folder with the stand-in stages, to be killed: FOLDER LIBRARY WORKERS.

Says "reading" when it begins and the process id of each of its workers as it meets them.
"""

import multiprocessing
import sys
from pathlib import Path

from filmdossier.run.library import read_paths
from filmdossier.run.reading import Limits
from filmdossier.store import Store
from support import stand_ins


def main() -> None:
    folder, library, workers = sys.argv[1:]
    met: set[int] = set()

    def meet(*_: object) -> None:
        for child in multiprocessing.active_children():
            if child.pid is not None and child.pid not in met:
                met.add(child.pid)
                print(f"worker {child.pid}", flush=True)

    with Store.open(library) as store:
        print("reading", flush=True)
        read_paths([Path(folder)], store, None, meet, limits=Limits(workers=int(workers)), stages=stand_ins.STAGES)
    print("done", flush=True)


if __name__ == "__main__":
    main()
