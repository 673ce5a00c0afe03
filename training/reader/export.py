"""Writes the trained network as ONNX, its matrices in eight bits.

Weights are signed (QInt8) and scaled a channel at a time; activations are scaled as they come.
What only the decoder needs is settled inside the graph: it gives the best relation for every pair
and the best tag and lemma for every word, not the scores of all of them.
"""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from training.reader.model import SHARED, Reader, Sizes, through
from training.reader.slim import slim
from training.reader.vocabulary import pieces_of, used_pieces

from filmdossier.annotate.reader.wide import FILE

# What the first layer adds has outliers that eight bits flatten: of all matrices its last one costs the most, a tenth of
# the error in the scores of arcs. Its product stays one of floats; it is only stored in eight bits.
EXACT = "layers.0/narrow"
INPUTS = ("ids", "shapes", "first", "last")
OUTPUTS = ("arcs", "relations", "tags", "lemmas", "mentions", "role", "polarity", "stance")


class SmallTable(nn.Module):
    """A table of vectors in eight bits with a scale a row: one scale for all 30,000 would cost a quarter of a point of grammar."""

    table: Tensor
    scale: Tensor

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("table", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """[batch, pieces] → [batch, pieces, width]."""
        return self.table[ids].to(torch.float32) * self.scale[ids]


class Graph(nn.Module):
    """All heads at once, for sentences of a batch."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, shapes: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        """Inputs [batch, pieces] twice and [batch, words] twice; outputs in the order of ``OUTPUTS``."""
        lower = self.reader.encoder.lower(ids, shapes)
        parsed = through(self.reader.encoder.layers[SHARED:], lower, ids)
        judged = through(self.reader.judging, lower, ids)
        arcs, relations, tags, lemmas = self.reader.grammar(self.reader.words(parsed, first, last))
        pooled = self.reader.pooled(judged, ids)
        return (
            arcs,
            relations.argmax(1).to(torch.uint8),
            tags.argmax(-1).to(torch.uint8),
            lemmas.argmax(-1).to(torch.int32),
            self.reader.mentions(self.reader.words(judged, first, last)),
            self.reader.role(pooled),
            self.reader.polarity(pooled),
            self.reader.stance(pooled),
        )


def export(reader: Reader, folder: Path) -> None:
    """Writes ``folder/reader-float32.onnx`` and ``folder/reader.onnx``."""
    reader.eval()
    example = (
        torch.tensor([[101, 2023, 2003, 102, 0], [101, 2023, 2003, 1037, 102]]),
        torch.ones(2, 5, dtype=torch.long),
        torch.tensor([[1, 2, 0], [1, 2, 3]]),
        torch.tensor([[1, 2, 0], [1, 2, 3]]),
    )
    axes = {"ids": {0: "batch", 1: "pieces"}, "shapes": {0: "batch", 1: "pieces"}}
    axes |= {name: {0: "batch", 1: "words"} for name in ("first", "last", "tags", "lemmas", "mentions")}
    axes |= {name: {0: "batch", 1: "words", 2: "heads"} for name in ("arcs", "relations")}
    axes |= {name: {0: "batch"} for name in ("role", "polarity", "stance")}
    exact, tabled, small = (folder / name for name in ("reader-float32.onnx", "tabled.onnx", "reader.onnx"))
    for path, pieces in ((exact, reader.encoder.pieces), (tabled, SmallTable(reader.encoder.pieces.weight.detach()))):
        reader.encoder.add_module("pieces", pieces)
        torch.onnx.export(
            Graph(reader),
            example,
            str(path),
            input_names=INPUTS,
            output_names=OUTPUTS,
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
    graph = onnx.load(str(tabled)).graph
    tables = {tensor.name: len(tensor.dims) for tensor in graph.initializer}
    # The biaffine weights have a table a class; the quantised product takes one table only.
    kept = [node.name for node in graph.node if node.op_type == "MatMul" and any(tables.get(name, 2) > 2 for name in node.input)]
    kept += [node.name for node in graph.node if node.op_type == "MatMul" and EXACT in node.name]
    # Processors without an eight-bit dot product add pairs of products in sixteen bits, which full weights overflow. Names suffer
    # from it; grammar suffers more from the bit that avoids it.
    judging = [node.name for node in graph.node if "judging" in node.name]
    _quantise(tabled, small, except_for=[*kept, *judging])
    _quantise(small, small, except_for=kept, seven_bits=True)
    tabled.unlink()
    written = onnx.load(str(small))
    slim(written)
    onnx.save(written, str(small))


def _quantise(source: Path, target: Path, *, except_for: Sequence[str], seven_bits: bool = False) -> None:
    quantize_dynamic(
        str(source),
        str(target),
        per_channel=True,
        reduce_range=seven_bits,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=list(except_for),
        op_types_to_quantize=["MatMul", "Gemm"],
        extra_options={"MatMulConstBOnly": True},
    )


def write(run: Path, program: Path | None) -> None:
    """Exports the last checkpoint of ``run``, and copies what ships to the folder ``program`` if one is given."""
    named = json.loads((run / "classes.json").read_text(encoding="utf-8"))
    counts = {name: len(found) for name, found in named.items()}
    reader = Reader(Sizes(**counts))
    reader.load_state_dict(torch.load(run / "checkpoint.pt", weights_only=True)["model"])
    pieces = pieces_of(run / "all-pieces.txt")
    used = used_pieces(pieces)
    (run / "vocabulary.txt").write_text("\n".join(pieces[number] for number in used) + "\n", encoding="utf-8")
    reader.encoder.pieces = nn.Embedding.from_pretrained(reader.encoder.pieces.weight.detach()[used])
    export(reader, run)
    if program:
        for name in ("reader.onnx", "classes.json", "vocabulary.txt", FILE):
            shutil.copy(run / name, program / name)
