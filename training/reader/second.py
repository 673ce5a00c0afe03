"""The second course: the tower of opinions and names is trained, everything grammar needs stands still.

What the shared layers say of each sentence no longer changes: it is computed once and kept, in
halves of floats, which makes a step half as dear. The weights that ship are a running mean over
the last steps.
"""

import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn.utils.rnn import pad_sequence
from training.reader.batches import collate, ordered, plan
from training.reader.examples import Example, Task
from training.reader.loop import log, pace_at
from training.reader.losses import judging
from training.reader.model import SHARED, Reader, through

SEED = 20_261_122
MEAN = 0.998  # how much of the running mean stays at a step


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How the second course goes; ``shares`` are the odds that the next batch is of a task."""

    minutes: float
    shares: Mapping[Task, float]
    tower_rate: float = 1.5e-4
    head_rate: float = 5e-4
    budget: int = 1080  # pieces a batch, padding included
    checkpoint_seconds: float = 180.0
    measure_minutes: float = 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Examples of one task and what the shared layers say of each: [pieces, width], in sixteen bits."""

    examples: Sequence[Example]
    lower: Sequence[Tensor]


def begin(model: Reader) -> None:
    """The tower starts as a copy of that of grammar; whatever is not trained any more is fixed."""
    for mine, other in zip(model.judging, model.encoder.layers[SHARED:], strict=True):
        mine.load_state_dict(other.state_dict())


@torch.inference_mode()
def keep(model: Reader, examples: Sequence[Example]) -> Kept:
    """Reads all ``examples`` with the shared layers."""
    model.eval()
    lower: list[Tensor] = [torch.empty(0)] * len(examples)
    for indices, batch in ordered(examples, 2000):
        hidden = model.encoder.lower(batch.ids, batch.shapes).half()
        for row, index in enumerate(indices):
            lower[index] = hidden[row, : len(examples[index].pieces.ids)].clone()
    return Kept(examples=examples, lower=lower)


def train(
    model: Reader, kept: Mapping[Task, Kept], course: Course, folder: Path, measure: Callable[[Reader], Mapping[str, float]]
) -> None:
    """Trains tower and heads in place; a run that was cut off goes on from ``folder/second.pt``."""
    for weight in model.parameters():
        weight.requires_grad_(False)
    heads = [model.mentions, model.role, model.polarity, model.stance]
    tower = list(model.judging.parameters())
    others = [weight for head in heads for weight in head.parameters()]
    for weight in (*tower, *others):
        weight.requires_grad_(True)
    optimizer = torch.optim.AdamW(
        [{"params": tower, "lr": course.tower_rate}, {"params": others, "lr": course.head_rate}],
        weight_decay=0.01,
        betas=(0.9, 0.98),
        fused=True,
    )
    rates = [group["lr"] for group in optimizer.param_groups]
    mean = [weight.detach().clone() for weight in (*tower, *others)]
    step, spent = _resume(model, optimizer, mean, folder)
    batches = {task: _endless(found, course.budget, SEED + index) for index, (task, found) in enumerate(sorted(kept.items()))}
    tasks = _tasks(course.shares, SEED + step)
    started = time.monotonic() - spent
    saved = measured = time.monotonic()
    running: dict[Task, float] = {}
    while (spent := time.monotonic() - started) < course.minutes * 60:
        task = next(tasks)
        done = spent / (course.minutes * 60)
        pace = pace_at(done)
        for group, rate in zip(optimizer.param_groups, rates, strict=True):
            group["lr"] = rate * pace
        model.train()
        cost = _loss(model, task, *next(batches[task]))
        optimizer.zero_grad(set_to_none=True)
        cost.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_([*tower, *others], 1.0)
        optimizer.step()
        step += 1
        _follow(mean, [*tower, *others], min(MEAN, step / (step + 10)))
        running[task] = 0.98 * running.get(task, float(cost.detach())) + 0.02 * float(cost.detach())
        now = time.monotonic()
        if now - saved > course.checkpoint_seconds:
            _save(model, optimizer, mean, folder, step, now - started)
            saved = now
        if now - measured > course.measure_minutes * 60:
            log(folder, step, now - started, running, _of_mean(model, mean, [*tower, *others], measure))
            measured = time.monotonic()
    _save(model, optimizer, mean, folder, step, spent)
    _copy([*tower, *others], mean)
    torch.save({"model": model.state_dict(), "step": step, "spent": spent}, folder / "checkpoint.pt")
    log(folder, step, spent, running, measure(model))


def _loss(model: Reader, task: Task, examples: Sequence[Example], lower: Sequence[Tensor]) -> Tensor:
    batch = collate(examples)
    return judging(model, task, batch, through(model.judging, pad_sequence(list(lower), batch_first=True).float(), batch.ids))


def _endless(kept: Kept, budget: int, seed: int) -> Iterator[tuple[list[Example], list[Tensor]]]:
    rng = random.Random(seed)  # noqa: S311  (an order, not a secret)
    lengths = [len(one) for one in kept.lower]
    while True:
        for indices in plan(lengths, budget, rng):
            yield [kept.examples[index] for index in indices], [kept.lower[index] for index in indices]


def _tasks(shares: Mapping[Task, float], seed: int) -> Iterator[Task]:
    rng = random.Random(seed)  # noqa: S311  (an order, not a secret)
    names = sorted(shares)
    while True:
        yield rng.choices(names, [shares[name] for name in names])[0]


@torch.no_grad()
def _follow(mean: Sequence[Tensor], weights: Sequence[Tensor], stays: float) -> None:
    torch._foreach_lerp_(list(mean), [weight.detach() for weight in weights], 1 - stays)


@torch.no_grad()
def _copy(weights: Sequence[Tensor], values: Sequence[Tensor]) -> None:
    for weight, value in zip(weights, values, strict=True):
        weight.copy_(value)


def _of_mean(
    model: Reader, mean: Sequence[Tensor], weights: Sequence[Tensor], measure: Callable[[Reader], Mapping[str, float]]
) -> Mapping[str, float]:
    """The figures of the running mean; the weights are as before afterwards."""
    now = [weight.detach().clone() for weight in weights]
    _copy(weights, mean)
    figures = measure(model)
    _copy(weights, now)
    return figures


def _save(model: Reader, optimizer: torch.optim.Optimizer, mean: Sequence[Tensor], folder: Path, step: int, spent: float) -> None:
    draft = folder / "second.part"
    kept = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "mean": list(mean), "step": step, "spent": spent}
    torch.save(kept, draft)
    draft.replace(folder / "second.pt")


def _resume(model: Reader, optimizer: torch.optim.Optimizer, mean: Sequence[Tensor], folder: Path) -> tuple[int, float]:
    path = folder / "second.pt"
    if not path.exists():
        return 0, 0.0
    kept = torch.load(path, weights_only=True)
    model.load_state_dict(kept["model"])
    optimizer.load_state_dict(kept["optimizer"])
    _copy(mean, kept["mean"])
    return int(kept["step"]), float(kept["spent"])
