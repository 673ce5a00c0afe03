"""Fits the two small networks of the scorer: softmax over a mention's options, the likelihood of any right one maximised.

Adam over mini-batches of whole questions, weight decay, a fixed seed, one thread; the weights are
those of the epoch at which the held-out questions are likeliest.
"""

from collections.abc import Sequence

import numpy
import torch
from numpy.typing import NDArray
from training.coreference.questions import Question

HIDDEN = 32
EPOCHS, BATCH, RATE, DECAY = 30, 256, 2e-3, 1e-4
SEED = 20
_DROPOUT = 0.1
_STILL = 1e-3


def fit(sort: str, learnt: Sequence[Question], held_out: Sequence[Question]) -> dict[str, NDArray[numpy.float32]]:
    """The layers for one sort of mentions, by the names under which the program looks for them."""
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    learnt = [one for one in learnt if one.sort == sort]
    held_out = [one for one in held_out if one.sort == sort]
    rows = torch.from_numpy(numpy.concatenate([one.rows for one in learnt]))
    mean, spread = rows.mean(0), rows.std(0)
    spread[spread < _STILL] = torch.inf  # what never varied here says nothing elsewhere
    model = torch.nn.Sequential(
        torch.nn.Linear(rows.shape[1], HIDDEN), torch.nn.ReLU(), torch.nn.Dropout(_DROPOUT), torch.nn.Linear(HIDDEN, 1, bias=False)
    )
    adam = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=DECAY)
    tested = _packed(held_out, mean, spread)
    shuffled = numpy.random.default_rng(SEED)
    best, kept = float("inf"), {name: value.clone() for name, value in model.state_dict().items()}
    for epoch in range(EPOCHS):
        for group in adam.param_groups:
            group["lr"] = RATE * (1 - epoch / EPOCHS)
        model.train()
        order = shuffled.permutation(len(learnt))
        for start in range(0, len(order), BATCH):
            table, owner, right, size = _packed([learnt[at] for at in order[start : start + BATCH]], mean, spread)
            loss = _loss(model(table).squeeze(1), owner, right, size)
            adam.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]  # torch's tensors have no types for it
            adam.step()
        model.eval()
        with torch.no_grad():
            table, owner, right, size = tested
            scores = model(table).squeeze(1)
            unlikely = float(_loss(scores, owner, right, size))
        if unlikely < best:
            best, kept, chosen = unlikely, {name: value.clone() for name, value in model.state_dict().items()}, scores
    starts = numpy.cumsum([0, *(len(one.rows) for one in held_out)])
    hits = sum(bool(one.right[int(chosen[a:b].argmax())]) for one, a, b in zip(held_out, starts[:-1], starts[1:], strict=True))
    print(f"{sort}: {len(learnt)} questions, {len(held_out)} held out: loss {best:.4f}, right {hits / len(held_out):.4f}")
    # The scale of the features goes into the first layer, so that the program takes them as they are.
    inner = (kept["0.weight"] / spread).T
    return {
        f"{sort}.inner": inner.numpy().astype(numpy.float32),
        f"{sort}.inner_bias": (kept["0.bias"] - mean @ inner).numpy().astype(numpy.float32),
        f"{sort}.outer": kept["3.weight"][0].numpy().astype(numpy.float32),
    }


def _packed(
    questions: Sequence[Question], mean: torch.Tensor, spread: torch.Tensor
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, int]:
    table = (torch.from_numpy(numpy.concatenate([one.rows for one in questions])) - mean) / spread
    owner = torch.from_numpy(numpy.repeat(numpy.arange(len(questions)), [len(one.rows) for one in questions]))
    right = torch.from_numpy(numpy.concatenate([one.right for one in questions]))
    return table, owner, right, len(questions)


def _loss(scores: torch.Tensor, owner: torch.Tensor, right: torch.Tensor, size: int) -> torch.Tensor:
    """The mean of −log of the probability of the right options together."""
    weights = scores.clamp(-30, 30).exp()
    everything = torch.zeros(size).index_add(0, owner, weights)
    good = torch.zeros(size).index_add(0, owner, weights * right)
    return (everything.log() - good.clamp(min=1e-30).log()).mean()
