"""Makes the exported network smaller where it costs next to nothing: no bits that do not count."""

import numpy
import onnx
from onnx import GraphProto, ModelProto, TensorProto, helper, numpy_helper

LEAST = 300_000  # bytes: smaller tables stay as they are


def slim(model: ModelProto) -> None:
    """Stores every large table of floats in eight bits with a scale a row, and widens it when the program loads it."""
    graph = model.graph
    for tensor in list(graph.initializer):
        if tensor.data_type == TensorProto.FLOAT and tensor.ByteSize() >= LEAST:
            graph.initializer.remove(tensor)
            _in_bytes(graph, tensor)
    onnx.checker.check_model(model)


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
