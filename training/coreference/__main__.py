"""``python -m training.coreference [GUM FOLDER] [ANNOTATED.pickle]``: fits the scorer of antecedents and writes it into the package.

Trains on the novels of LitBank that ``benchmarks.litbank.part_of`` gives to training, and on GUM's
training documents where their folder is given. Two rounds: in the first the resolver goes on with
the right answers, in the second with the first round's own. What was parsed is kept in the second file.
"""

import pickle
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy
from benchmarks.litbank import novels, part_of
from training.coreference.fit import fit
from training.coreference.gum import documents
from training.coreference.questions import Question, questions

from filmdossier.extract.story.scorer import WEIGHTS, Scorer
from filmdossier.model.annotations import Annotations
from filmdossier.model.text import Span

Text = tuple[str, Annotations, Sequence[frozenset[Span]]]
SORTS = ("pronoun", "noun")


def main(arguments: Sequence[str]) -> int:
    """Writes the weights; prints how often they choose right on the held-out novels."""
    texts = list(_texts(arguments))
    learnt: list[Question] = []
    held_out: list[Question] = []
    scorer: Scorer | None = None
    for _ in range(2):
        held_out = []
        for part, annotations, entities in texts:
            (learnt if part == "train" else held_out).extend(questions(annotations, entities, scorer))
        layers = {name: layer for sort in SORTS for name, layer in fit(sort, learnt, held_out).items()}
        scorer = Scorer(layers)
    numpy.savez(WEIGHTS, **dict(sorted(layers.items())))  # type: ignore[arg-type]  # numpy takes the names for its own
    return 0


def _texts(arguments: Sequence[str]) -> Iterator[Text]:
    kept = Path(arguments[1]) if len(arguments) > 1 else None
    if kept is not None and kept.is_file():
        yield from pickle.loads(kept.read_bytes())  # noqa: S301 - written below, by whoever trains
        return
    found: list[Text] = [
        (part_of(novel.name), novel.annotated(), novel.entities) for novel in novels() if part_of(novel.name) != "test"
    ]
    if arguments:
        found += [("train", one.annotations, one.entities) for one in documents(Path(arguments[0]), "train")]
    if kept is not None:
        kept.write_bytes(pickle.dumps(found))
    yield from found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
