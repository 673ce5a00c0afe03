"""Makes the exported network smaller where it costs next to nothing: no piece that no English text has, no needless bits."""

import unicodedata
from collections.abc import Sequence
from pathlib import Path

import numpy
import onnx
from numpy.typing import NDArray
from onnx import GraphProto, ModelProto, TensorProto, helper, numpy_helper

LEAST = 300_000  # bytes: smaller tables stay as they are
FINE = 3  # dimensions: tables of tables get eight bits and a scale a row


def pieces_of(path: Path) -> list[str]:
    """The pieces that a vocabulary lists, in their order."""
    return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")


def used_pieces(vocabulary: Sequence[str]) -> list[int]:
    """Which pieces stay: all but the unused ones and those of other scripts than the Latin."""
    return [
        number for number, piece in enumerate(vocabulary) if not piece.startswith("[unused") and _latin(piece.removeprefix("##"))
    ]


def _latin(piece: str) -> bool:
    return all(not character.isalpha() or "LATIN" in unicodedata.name(character, "") for character in piece)


def renumbering(before: Sequence[str], after: Sequence[str]) -> NDArray[numpy.int64]:
    """The new number of each piece of ``before``; one that is gone is unknown: [pieces]."""
    numbers = {piece: number for number, piece in enumerate(after)}
    return numpy.array([numbers.get(piece, numbers["[UNK]"]) for piece in before], dtype=numpy.int64)


def slim(model: ModelProto) -> None:
    """Stores every large table of floats in fewer bits, and widens it when the program loads it."""
    graph = model.graph
    for tensor in list(graph.initializer):
        if tensor.data_type == TensorProto.FLOAT and tensor.ByteSize() >= LEAST:
            graph.initializer.remove(tensor)
            _in_bytes(graph, tensor) if len(tensor.dims) >= FINE else _in_halves(graph, tensor)
    onnx.checker.check_model(model)


def _in_halves(graph: GraphProto, tensor: TensorProto) -> None:
    halves = numpy_helper.to_array(tensor).astype(numpy.float16)
    graph.initializer.append(numpy_helper.from_array(halves, tensor.name + ".half"))
    graph.node.insert(0, helper.make_node("Cast", [tensor.name + ".half"], [tensor.name], to=TensorProto.FLOAT))


def _in_bytes(graph: GraphProto, tensor: TensorProto) -> None:
    values = numpy_helper.to_array(tensor)
    scale = numpy.maximum(numpy.abs(values).max(axis=-1, keepdims=True), 1e-8) / 127
    table = numpy.round(values / scale).astype(numpy.int8)
    graph.initializer.extend(
        [
            numpy_helper.from_array(table, tensor.name + ".table"),
            numpy_helper.from_array(scale.astype(numpy.float32), tensor.name + ".scale"),
        ]
    )
    graph.node.insert(0, helper.make_node("Mul", [tensor.name + ".wide", tensor.name + ".scale"], [tensor.name]))
    graph.node.insert(0, helper.make_node("Cast", [tensor.name + ".table"], [tensor.name + ".wide"], to=TensorProto.FLOAT))
