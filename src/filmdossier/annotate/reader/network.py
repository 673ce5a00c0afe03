"""The model file and how it is asked: sentences in, scores out, in batches of like lengths."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy
import onnxruntime
from numpy.typing import NDArray

from filmdossier.annotate.reader.pieces import Pieces, Vocabulary

FOLDER = Path(__file__).parent
# Documents are read by several processes at once, one a core: a second thread each only gets in the way.
THREADS = 1
# Pieces a batch, padding included: what fits the processor's caches. Batches of 1,024 read a quarter fewer sentences a second.
BATCH_PIECES = 384


@dataclass(frozen=True, slots=True, kw_only=True)
class Classes:
    """What the numbers of the outputs mean, in their order."""

    tags: tuple[str, ...]
    relations: tuple[str, ...]
    lemmas: tuple[str, ...]
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """What the model says of one sequence of words; column 0 of ``arcs`` and ``relations`` is the root."""

    arcs: NDArray[numpy.float32]  # [words, words + 1]
    relations: NDArray[numpy.uint8]  # [words, words + 1]: the best relation of each pair
    tags: NDArray[numpy.uint8]  # [words]
    lemmas: NDArray[numpy.int32]  # [words]
    names: NDArray[numpy.float32] | None = None  # [words, tags of names], where they were asked for


class Network:
    """The trained reader. One thread: its answers do not depend on the machine's load."""

    def __init__(self, folder: Path = FOLDER) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = THREADS
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(folder / "reader.onnx"), sess_options=options, providers=["CPUExecutionProvider"]
        )
        # What is not asked is not computed: opinions and names have a tower of their own.
        self._asking = onnxruntime.RunOptions()
        self._asking.only_execute_path_to_fetches = True
        named = json.loads((folder / "classes.json").read_text(encoding="utf-8"))
        self.classes = Classes(
            tags=tuple(named["tags"]),
            relations=tuple(named["relations"]),
            lemmas=tuple(named["lemmas"]),
            mentions=tuple(named["mentions"]),
        )
        self.vocabulary = Vocabulary(folder / "vocabulary.txt")

    def scores(self, sequences: Sequence[Pieces], *, named: bool = False) -> list[Scores]:
        """The scores of each sequence, in the order given; with ``named`` those of names too, which take half as long again."""
        found: list[Scores | None] = [None] * len(sequences)
        for indices in batches([len(pieces.ids) for pieces in sequences]):
            for index, scores in zip(indices, self._batch([sequences[index] for index in indices], named=named), strict=True):
                found[index] = scores
        return [scores for scores in found if scores is not None]

    def judged(self, pieces: Pieces) -> tuple[float, float]:
        """The scores of a verdict against the film and of one for it, for one sequence asked alone: no neighbour bends its answer."""
        (scores,) = self._session.run(["stance"], _given([pieces]), self._asking)
        return float(scores[0][0]), float(scores[0][1])

    def _batch(self, sequences: Sequence[Pieces], *, named: bool) -> list[Scores]:
        asked = ["arcs", "relations", "tags", "lemmas", *(["mentions"] if named else [])]
        arcs, relations, tags, lemmas, *names = self._session.run(asked, _given(sequences), self._asking)
        found = []
        for row, pieces in enumerate(sequences):
            words = len(pieces.first)
            found.append(
                Scores(
                    arcs=arcs[row, :words, : words + 1],
                    relations=relations[row, :words, : words + 1],
                    tags=tags[row, :words],
                    lemmas=lemmas[row, :words],
                    names=names[0][row, :words] if named else None,
                )
            )
        return found


@cache
def network() -> Network:
    """The model that ships with the program, loaded when it is first asked for."""
    return Network()


def batches(lengths: Sequence[int]) -> list[list[int]]:
    """Indices by batch: sequences of like lengths, at most ``BATCH_PIECES`` with padding, or one alone."""
    found: list[list[int]] = []
    for index in sorted(range(len(lengths)), key=lambda index: (lengths[index], index)):
        if found and lengths[index] * (len(found[-1]) + 1) <= BATCH_PIECES:
            found[-1].append(index)
        else:
            found.append([index])
    return found


def _given(sequences: Sequence[Pieces]) -> dict[str, NDArray[numpy.int64]]:
    """What the model is asked about, each row filled up with zeros."""
    return {
        "ids": _padded([pieces.ids for pieces in sequences]),
        "shapes": _padded([pieces.shapes for pieces in sequences]),
        "first": _padded([pieces.first for pieces in sequences]),
        "last": _padded([pieces.last for pieces in sequences]),
    }


def _padded(rows: Sequence[tuple[int, ...]]) -> NDArray[numpy.int64]:
    width = max(len(row) for row in rows)
    filled = numpy.zeros((len(rows), width), dtype=numpy.int64)
    for index, row in enumerate(rows):
        filled[index, : len(row)] = row
    return filled
