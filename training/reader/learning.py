"""One process of a training run: what it reads, what it starts from, and what it reports on the way."""

import argparse
import pickle
import shutil
from collections.abc import Mapping
from pathlib import Path

import torch
from torch import distributed
from training.reader import measure, second
from training.reader.examples import Example, Task
from training.reader.loop import SEED, Course, train
from training.reader.material import Material, inventory_as_json, load, sizes
from training.reader.model import Reader

from filmdossier.annotate.reader.pieces import Vocabulary

# The odds that the next batch is of a task. Grammar is the hardest and has the least text: it is read most often.
SHARES = {Task.GRAMMAR: 0.24, Task.MENTIONS: 0.12, Task.ROLE: 0.08, Task.POLARITY: 0.12, Task.STANCE: 0.44}
GRAMMAR_ONLY = {Task.GRAMMAR: 1.0}


def meeting(out: Path) -> Path:
    """The file over which the processes of one run find each other."""
    return out.resolve() / "meeting"


def prepared(options: argparse.Namespace) -> Material:
    """All that is trained on: read once, then kept beside the run for its processes."""
    kept: Path = options.out / "material.pickle"
    if not kept.exists():
        material = load(options.data, options.evaluate, Vocabulary(options.base / "vocab.txt"))
        draft = kept.with_suffix(".part")
        draft.write_bytes(pickle.dumps(material))
        draft.replace(kept)
    found: Material = pickle.loads(kept.read_bytes())  # noqa: S301  (our own file)
    return found


def learn(rank: int, options: argparse.Namespace) -> None:
    """Trains as one of ``options.processes`` processes."""
    if options.processes > 1:
        distributed.init_process_group(
            "gloo", init_method=f"file://{meeting(options.out)}", rank=rank, world_size=options.processes
        )
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    material = prepared(options)
    model = Reader(sizes(material.classes))
    model.encoder.load_base(options.base / "model.safetensors")
    if options.continue_from:
        _take(model, options.continue_from)
    if rank == 0:
        (options.out / "classes.json").write_text(inventory_as_json(material.classes), encoding="utf-8")
        shutil.copy(options.base / "vocab.txt", options.out / "all-pieces.txt")

    def figures(model: Reader) -> Mapping[str, float]:
        return _glance(model, material)

    shares = GRAMMAR_ONLY if options.grammar_only else SHARES
    examples = {task: found for task, found in material.training().items() if task in shares}
    train(model, examples, Course(minutes=options.minutes, shares=shares), options.out, figures)
    if options.processes > 1:
        distributed.barrier()
        distributed.destroy_process_group()


JUDGING = {Task.MENTIONS: 0.24, Task.ROLE: 0.12, Task.POLARITY: 0.1, Task.STANCE: 0.54}


def learn_second(options: argparse.Namespace) -> None:
    """The second course, from the weights of the first."""
    material = prepared(options)
    torch.manual_seed(SEED)
    model = Reader(sizes(material.classes))
    _take(model, options.continue_from)
    (options.out / "classes.json").write_text(inventory_as_json(material.classes), encoding="utf-8")
    shutil.copy(options.base / "vocab.txt", options.out / "all-pieces.txt")
    examples = {task: found for task, found in material.training().items() if task in JUDGING}
    kept = {task: second.keep(model, found) for task, found in examples.items()}
    course = second.Course(minutes=options.minutes, shares=JUDGING)
    second.train(model, kept, course, options.out, lambda model: _glance(model, material, grammar=False))


def _take(model: Reader, path: Path) -> None:
    """Takes the weights of another run, where they have the shape of ours."""
    kept = torch.load(path, weights_only=True)["model"]
    own = model.state_dict()
    model.load_state_dict({name: kept[name] if name in kept and kept[name].shape == own[name].shape else own[name] for name in own})
    if "judging.0.mixed.weight" not in kept:
        second.begin(model)


def _glance(model: Reader, material: Material, *, grammar: bool = True) -> Mapping[str, float]:
    """Figures on some of what is kept for development: enough to see whether a head learns."""

    def some(name: str, part: str, count: int) -> list[Example]:
        found = material.of(name, part)
        return found[:: max(1, len(found) // count)]

    figures = dict(measure.grammar(model, some("treebank", "dev", 300))) if grammar else {}
    for task, name in ((Task.POLARITY, "polarity"), (Task.ROLE, "subjectivity"), (Task.STANCE, "stance")):
        examples = some(name, "dev", 600)
        scores = measure.classes(model, task, examples)
        labels = [example.label for example in examples]
        figures[name] = measure.balanced(scores, labels) if task is Task.STANCE else measure.accuracy(scores, labels)
    examples = some("names", "test", 300)
    kinds = frozenset({"person", "organisation", "place", "work"})
    film = material.of("film names", "test")
    figures["film names"] = measure.names(measure.tagged(model, film), film, kinds)["f1"]
    figures["names"] = measure.names(measure.tagged(model, examples), examples, kinds)["f1"]
    return figures
