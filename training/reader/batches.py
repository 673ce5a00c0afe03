"""Batches of like lengths and about as many pieces each, in an order that the seed decides."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from training.reader.examples import IGNORE, Example


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Examples of one task as tensors; words beyond a sentence's own count as ``IGNORE``."""

    ids: Tensor
    shapes: Tensor
    first: Tensor
    last: Tensor
    heads: Tensor
    relations: Tensor
    tags: Tensor
    lemmas: Tensor
    mentions: Tensor
    labels: Tensor
    words: Tensor  # bool [batch, words]


def plan(lengths: Sequence[int], budget: int, rng: random.Random | None) -> list[list[int]]:
    """Indices by batch: at most ``budget`` pieces with padding (one sentence at least); shuffled if there is an ``rng``.

    Lengths are blurred a little before sorting, so that sentences meet others from epoch to epoch.
    """
    order = list(range(len(lengths)))
    if rng:
        rng.shuffle(order)
        order.sort(key=lambda index: lengths[index] + rng.uniform(0, 4))
    else:
        order.sort(key=lambda index: lengths[index])
    batches: list[list[int]] = []
    longest = 0
    for index in order:
        grown = max(longest, lengths[index])
        if batches and grown * (len(batches[-1]) + 1) <= budget:
            batches[-1].append(index)
            longest = grown
        else:
            batches.append([index])
            longest = lengths[index]
    if rng:
        rng.shuffle(batches)
    return batches


def endless(examples: Sequence[Example], budget: int, seed: int) -> Iterator[Batch]:
    """Batches without end, every example once an epoch."""
    rng = random.Random(seed)  # noqa: S311  (an order, not a secret)
    lengths = [len(example.pieces.ids) for example in examples]
    while True:
        for indices in plan(lengths, budget, rng):
            yield collate([examples[index] for index in indices])


def ordered(examples: Sequence[Example], budget: int) -> Iterator[tuple[list[int], Batch]]:
    """Every example once, with the indices of each batch: for measuring."""
    for indices in plan([len(example.pieces.ids) for example in examples], budget, None):
        yield indices, collate([examples[index] for index in indices])


def collate(examples: Sequence[Example]) -> Batch:
    """The tensors of one batch."""
    pieces = max(len(example.pieces.ids) for example in examples)
    words = max(1, max(len(example.pieces.first) for example in examples))

    def padded(rows: Sequence[Sequence[int]], width: int, filler: int) -> Tensor:
        return torch.tensor([list(row) + [filler] * (width - len(row)) for row in rows], dtype=torch.long)

    return Batch(
        ids=padded([example.pieces.ids for example in examples], pieces, 0),
        shapes=padded([example.pieces.shapes for example in examples], pieces, 0),
        first=padded([example.pieces.first for example in examples], words, 0),
        last=padded([example.pieces.last for example in examples], words, 0),
        heads=padded([example.heads for example in examples], words, IGNORE),
        relations=padded([example.relations for example in examples], words, IGNORE),
        tags=padded([example.tags for example in examples], words, IGNORE),
        lemmas=padded([example.lemmas for example in examples], words, IGNORE),
        mentions=padded([example.mentions for example in examples], words, IGNORE),
        labels=torch.tensor([example.label for example in examples]),
        words=torch.tensor([[index < len(example.pieces.first) for index in range(words)] for example in examples]),
    )
