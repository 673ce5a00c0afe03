"""Trains for so many minutes; a run that was cut off goes on from its last checkpoint.

Several processes of one thread each share the work: each takes its own batches, and the gradients
are averaged at every step. On a machine with other work to do, threads of one process wait for
each other at every matrix; processes wait once a step, which measured four times as fast.

The order of batches follows from the seed. How many fit into the minutes depends on the machine,
so two machines end with different weights; the report measures the ones that ship.
"""

import json
import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import distributed
from training.reader.batches import Batch, endless
from training.reader.examples import Example, Task
from training.reader.losses import loss
from training.reader.model import Reader

SEED = 20_261_121
CHECKPOINT_SECONDS = 180.0
WARM_UP = 0.06  # of the minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How a run trains; ``shares`` are the odds that the next batch is of a task."""

    minutes: float
    shares: Mapping[Task, float]
    encoder_rate: float = 1.5e-4
    head_rate: float = 1e-3
    budget: int = 540  # pieces a batch and process, padding included
    measure_minutes: float = 15.0


def train(
    model: Reader,
    examples: Mapping[Task, Sequence[Example]],
    course: Course,
    folder: Path,
    measure: Callable[[Reader], Mapping[str, float]],
) -> None:
    """Trains ``model`` in place; writes ``folder/checkpoint.pt`` and a line of ``folder/log.jsonl`` a measurement."""
    rank, world = (distributed.get_rank(), distributed.get_world_size()) if distributed.is_initialized() else (0, 1)
    torch.manual_seed(SEED + rank)
    folder.mkdir(parents=True, exist_ok=True)
    encoder = [weight for weight in model.encoder.parameters() if weight.requires_grad]
    heads = [weight for name, weight in model.named_parameters() if not name.startswith("encoder.")]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": course.encoder_rate}, {"params": heads, "lr": course.head_rate}],
        weight_decay=0.01,
        betas=(0.9, 0.98),
        fused=True,
    )
    scheduler_rates = [group["lr"] for group in optimizer.param_groups]
    step, spent = _resume(model, optimizer, folder)
    batches = {
        task: endless(found, course.budget, SEED + 100 * rank + index)
        for index, (task, found) in enumerate(sorted(examples.items()))
    }
    tasks = _tasks(course.shares, step, batches)
    started = saved = time.monotonic() - spent
    measured = started + spent
    saved = measured
    running: dict[Task, float] = {}
    while (spent := _agreed(time.monotonic() - started, world)) < course.minutes * 60:
        task = next(tasks)
        pace = pace_at(spent / (course.minutes * 60))
        for group, rate in zip(optimizer.param_groups, scheduler_rates, strict=True):
            group["lr"] = rate * pace
        model.train()
        cost = loss(model, task, next(batches[task]))
        optimizer.zero_grad(set_to_none=True)
        cost.backward()
        _average([*encoder, *heads], world)
        torch.nn.utils.clip_grad_norm_([*encoder, *heads], 1.0)
        optimizer.step()
        step += 1
        running[task] = 0.98 * running.get(task, float(cost.detach())) + 0.02 * float(cost.detach())
        now = time.monotonic()
        if rank == 0 and now - saved > CHECKPOINT_SECONDS:
            _save(model, optimizer, folder, step, now - started)
            saved = now
        if rank == 0 and now - measured > course.measure_minutes * 60:
            log(folder, step, now - started, running, measure(model))
            measured = time.monotonic()
    if rank == 0:
        _save(model, optimizer, folder, step, spent)
        log(folder, step, spent, running, measure(model))


def _agreed(spent: float, world: int) -> float:
    """The seconds spent by the first process's clock, so that all processes stop at the same step."""
    if world == 1:
        return spent
    clock = torch.tensor([spent], dtype=torch.float64)
    distributed.broadcast(clock, 0)
    return float(clock)


def _average(weights: Sequence[torch.nn.Parameter], world: int) -> None:
    """Averages over the processes the gradients that this task has (they are the same ones in each)."""
    if world == 1:
        return
    gradients = [weight.grad for weight in weights if weight.grad is not None]
    flat = torch.cat([gradient.flatten() for gradient in gradients])
    distributed.all_reduce(flat)
    flat /= world
    for gradient, part in zip(gradients, flat.split([gradient.numel() for gradient in gradients]), strict=True):
        gradient.copy_(part.view_as(gradient))


def pace_at(done: float) -> float:
    """The share of the full learning rate: up at first, then down to nothing in a straight line."""
    return min(done / WARM_UP, max(0.0, 1 - done) / (1 - WARM_UP), 1.0) + 1e-3


def _tasks(shares: Mapping[Task, float], skipped: int, batches: Mapping[Task, Iterator[Batch]]) -> Iterator[Task]:
    """Which task comes next, for ever; the first ``skipped`` draws, and their batches, are passed over."""
    rng = random.Random(SEED)  # noqa: S311  (an order, not a secret)
    names = sorted(shares)
    weights = [shares[name] for name in names]
    drawn = 0
    while True:
        task = rng.choices(names, weights)[0]
        if drawn < skipped:
            next(batches[task])
            drawn += 1
            continue
        yield task


def _save(model: Reader, optimizer: torch.optim.Optimizer, folder: Path, step: int, spent: float) -> None:
    draft = folder / "checkpoint.part"
    torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "step": step, "spent": spent}, draft)
    draft.replace(folder / "checkpoint.pt")


def _resume(model: Reader, optimizer: torch.optim.Optimizer, folder: Path) -> tuple[int, float]:
    path = folder / "checkpoint.pt"
    if not path.exists():
        return 0, 0.0
    kept = torch.load(path, weights_only=True)
    model.load_state_dict(kept["model"])
    optimizer.load_state_dict(kept["optimizer"])
    return int(kept["step"]), float(kept["spent"])


def log(folder: Path, step: int, spent: float, running: Mapping[Task, float], figures: Mapping[str, float]) -> None:
    """Adds a line to ``folder/log.jsonl`` and prints it: the running loss of each task, and ``figures``."""
    row = {
        "step": step,
        "minutes": round(spent / 60, 1),
        "loss": {task.value: round(cost, 3) for task, cost in running.items()},
        **{name: round(value, 4) for name, value in figures.items()},
    }
    with (folder / "log.jsonl").open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(row) + "\n")
    print(json.dumps(row), flush=True)
