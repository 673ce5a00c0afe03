"""What a batch of one task costs."""

import torch
from torch import Tensor
from torch.nn import functional
from training.reader.batches import Batch
from training.reader.examples import IGNORE, Task
from training.reader.model import Reader


def loss(model: Reader, task: Task, batch: Batch) -> Tensor:
    """The mean cross-entropy of the batch; the parts of grammar are added up."""
    if task is Task.GRAMMAR:
        return _grammar(model, model.encoder(batch.ids, batch.shapes), batch)
    return judging(model, task, batch, model.judged(batch.ids, batch.shapes))


def judging(model: Reader, task: Task, batch: Batch, hidden: Tensor) -> Tensor:
    """What a batch of any other task costs; ``hidden`` [batch, pieces, width] is the top of its tower."""
    if task is Task.MENTIONS:
        scores = model.mentions(model.words(hidden, batch.first, batch.last))
        return functional.cross_entropy(scores.flatten(0, 1), batch.mentions.flatten(), ignore_index=IGNORE)
    pooled = model.pooled(hidden, batch.ids)
    if task is Task.STANCE:
        # A verdict is an opinion of the film: critics' lines teach polarity too, and the classic set is small.
        both = (model.stance(pooled), model.polarity(pooled))
        return sum((functional.cross_entropy(scores, batch.labels) for scores in both), start=torch.zeros(()))
    head = model.role if task is Task.ROLE else model.polarity
    return functional.cross_entropy(head(pooled), batch.labels, ignore_index=IGNORE)


def _grammar(model: Reader, hidden: Tensor, batch: Batch) -> Tensor:
    arcs, relations, tags, lemmas = model.grammar(model.words(hidden, batch.first, batch.last))
    # A head that is padding cannot be chosen; the root (0) always can.
    arcs = arcs.masked_fill(~functional.pad(batch.words, (1, 0), value=True)[:, None, :], -1e4)
    total = functional.cross_entropy(arcs.flatten(0, 1), batch.heads.flatten(), ignore_index=IGNORE)
    gold = batch.heads.clamp(min=0)[:, None, :, None].expand(-1, relations.shape[1], -1, 1)
    chosen = relations.gather(3, gold)[..., 0].transpose(1, 2)
    total = total + functional.cross_entropy(chosen.flatten(0, 1), batch.relations.flatten(), ignore_index=IGNORE)
    total = total + functional.cross_entropy(tags.flatten(0, 1), batch.tags.flatten(), ignore_index=IGNORE)
    return total + 0.5 * functional.cross_entropy(lemmas.flatten(0, 1), batch.lemmas.flatten(), ignore_index=IGNORE)
