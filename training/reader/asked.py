"""Figures of an exported model: the ONNX file is asked as the program asks it."""

import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy
import onnxruntime
from numpy.typing import NDArray
from training.reader.examples import Example
from training.reader.mentions import decode_best

from filmdossier.annotate.reader.network import batches
from filmdossier.annotate.reader.trees import best_heads

Matrix = NDArray[numpy.float64]


class Asked:
    """An ONNX file and the answers it gave; ``seconds`` and ``sentences`` count what it has read."""

    def __init__(self, path: Path, renumbered: NDArray[numpy.int64]) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(str(path), sess_options=options, providers=["CPUExecutionProvider"])
        self._renumbered = renumbered  # [pieces]: examples are cut with all pieces, the file knows those in use
        self._options = onnxruntime.RunOptions()
        self._options.only_execute_path_to_fetches = True
        self.seconds = 0.0
        self.sentences = 0

    def grammar(self, examples: Sequence[Example]) -> dict[str, float]:
        """UAS, LAS, tags and lemma scripts over all words, marks included."""
        words = heads_right = both = tags_right = lemmas_right = 0
        for example, (arcs, relations, tags, lemmas) in self._each(examples, ["arcs", "relations", "tags", "lemmas"]):
            size = len(example.heads)
            words += size
            for word, head in enumerate(best_heads(arcs[:size, : size + 1])):
                right = head == example.heads[word]
                heads_right += right
                both += right and (head == 0 or int(relations[word, head]) == example.relations[word])
                tags_right += int(tags[word]) == example.tags[word]
                lemmas_right += int(lemmas[word]) == example.lemmas[word]
        return {"uas": heads_right / words, "las": both / words, "tags": tags_right / words, "lemma_scripts": lemmas_right / words}

    def scores(self, output: str, examples: Sequence[Example]) -> Matrix:
        """The scores of a sentence head: [examples, classes]."""
        found: dict[int, NDArray[numpy.float32]] = {}
        for example, (scores,) in self._each(examples, [output]):
            found[id(example)] = scores
        return numpy.stack([found[id(example)] for example in examples]).astype(numpy.float64)

    def names(self, examples: Sequence[Example]) -> list[list[int]]:
        """The best row of tags for each example."""
        found: dict[int, list[int]] = {}
        for example, (scores,) in self._each(examples, ["mentions"]):
            found[id(example)] = decode_best(scores[: len(example.mentions)])
        return [found[id(example)] for example in examples]

    def _each(self, examples: Sequence[Example], outputs: list[str]) -> Iterator[tuple[Example, list[Any]]]:
        for indices in batches([len(example.pieces.ids) for example in examples]):
            chosen = [examples[index] for index in indices]
            given = {
                "ids": self._renumbered[_padded([one.pieces.ids for one in chosen])],
                "shapes": _padded([one.pieces.shapes for one in chosen]),
                "first": _padded([one.pieces.first or (0,) for one in chosen]),
                "last": _padded([one.pieces.last or (0,) for one in chosen]),
            }
            started = time.perf_counter()
            answers = self._session.run(outputs, given, self._options)
            self.seconds += time.perf_counter() - started
            self.sentences += len(chosen)
            for row, example in enumerate(chosen):
                yield example, [answer[row] for answer in answers]


def _padded(rows: Sequence[tuple[int, ...]]) -> NDArray[numpy.int64]:
    width = max(len(row) for row in rows)
    filled = numpy.zeros((len(rows), width), dtype=numpy.int64)
    for index, row in enumerate(rows):
        filled[index, : len(row)] = row
    return filled
