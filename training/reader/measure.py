"""Figures of the heads in float32, on examples the model has not been trained on."""

from collections.abc import Sequence

import torch
from torch import Tensor
from training.reader.batches import ordered
from training.reader.examples import IGNORE, Example, Task
from training.reader.mentions import decode
from training.reader.model import Reader

from filmdossier.annotate.reader.trees import best_heads

BUDGET = 4000


@torch.inference_mode()
def grammar(model: Reader, examples: Sequence[Example]) -> dict[str, float]:
    """UAS, LAS (relations with their subtypes), tag and lemma-script accuracy over all words, marks included."""
    model.eval()
    words = heads_right = both_right = tags_right = lemmas_right = 0
    for indices, batch in ordered(examples, BUDGET):
        hidden = model.encoder(batch.ids, batch.shapes)
        arcs, relations, tags, lemmas = model.grammar(model.words(hidden, batch.first, batch.last))
        labels = relations.argmax(1)
        for row, index in enumerate(indices):
            example = examples[index]
            size = len(example.heads)
            heads = best_heads(arcs[row, :size, : size + 1].numpy())
            words += size
            for word, head in enumerate(heads):
                right = head == example.heads[word]
                heads_right += right
                both_right += right and (head == 0 or int(labels[row, word, head]) == example.relations[word])
                tags_right += int(tags[row, word].argmax()) == example.tags[word]
                lemmas_right += int(lemmas[row, word].argmax()) == example.lemmas[word]
    return {
        "uas": heads_right / words,
        "las": both_right / words,
        "tags": tags_right / words,
        "lemma_scripts": lemmas_right / words,
    }


@torch.inference_mode()
def classes(model: Reader, task: Task, examples: Sequence[Example]) -> Tensor:
    """The scores of a sentence head: [examples, classes]."""
    model.eval()
    head = {Task.ROLE: model.role, Task.POLARITY: model.polarity, Task.STANCE: model.stance}[task]
    found: list[Tensor] = [torch.empty(0)] * len(examples)
    for indices, batch in ordered(examples, BUDGET):
        scores = head(model.pooled(model.judged(batch.ids, batch.shapes), batch.ids))
        for row, index in enumerate(indices):
            found[index] = scores[row]
    return torch.stack(found)


def accuracy(scores: Tensor, labels: Sequence[int]) -> float:
    """The share of examples whose highest score is that of their label."""
    return float((scores.argmax(-1) == torch.tensor(labels)).float().mean())


def balanced(scores: Tensor, labels: Sequence[int]) -> float:
    """The mean over the classes of the share found of each."""
    right = scores.argmax(-1) == torch.tensor(labels)
    found = [float(right[torch.tensor(labels) == label].float().mean()) for label in sorted(set(labels))]
    return sum(found) / len(found)


@torch.inference_mode()
def tagged(model: Reader, examples: Sequence[Example]) -> list[list[int]]:
    """The best tag of each word of each example."""
    model.eval()
    found: list[list[int]] = [[]] * len(examples)
    for indices, batch in ordered(examples, BUDGET):
        tags = model.mentions(model.words(model.judged(batch.ids, batch.shapes), batch.first, batch.last)).argmax(-1)
        for row, index in enumerate(indices):
            found[index] = tags[row, : len(examples[index].mentions)].tolist()
    return found


def names(
    found: Sequence[Sequence[int]], examples: Sequence[Example], kinds: frozenset[str], *, characters: bool = False
) -> dict[str, float]:
    """Precision, recall and F1 of whole names of ``kinds``; a character counts as a person unless ``characters``.

    Names that touch a word of unknown type are not counted, on either side.
    """
    right = given = wanted = 0
    for tags, example in zip(found, examples, strict=True):
        gold = _counted(example.mentions, example.mentions, kinds, characters)
        mine = _counted(tags, example.mentions, kinds, characters)
        right += len(gold & mine)
        given += len(mine)
        wanted += len(gold)
    precision, recall = right / max(given, 1), right / max(wanted, 1)
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / max(precision + recall, 1e-9)}


def _counted(tags: Sequence[int], known: Sequence[int], kinds: frozenset[str], characters: bool) -> set[tuple[int, int, str]]:
    spans = [(start, end, kind if characters or kind != "character" else "person") for start, end, kind in decode(tags)]
    return {(start, end, kind) for start, end, kind in spans if kind in kinds and IGNORE not in known[start:end]}
