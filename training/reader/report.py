"""Measures every head on what is kept apart: the commonest answer, a linear model, float32, and the int8 file that ships.

The baselines take minutes and do not change with the model: they are kept beside the run.
"""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy
from training.reader import baselines, calibration, wide
from training.reader.asked import Asked
from training.reader.material import Material
from training.reader.measure import names as name_figures
from training.reader.mentions import decode
from training.reader.opinions import ROLES
from training.reader.vocabulary import pieces_of, renumbering

from filmdossier.annotate.reader.wide import Wide

Figures = dict[str, float]

DEV_EVERY, TEST_EVERY = 4, 2  # of the critics' lines kept apart: there are more than the figures need
MODELS = {"float32": "reader-float32.onnx", "int8": "reader.onnx"}
_KINDS = frozenset({"person", "organisation", "place", "work"})
_NAME_SETS = ("film names", "names", "treebank names")
_FILM_SETS = ("openings", "reviews")
_OPINION, _PLOT = (next(index for index, role in enumerate(ROLES) if role.value == name) for name in ("opinion", "plot"))


def report(material: Material, folder: Path, program: Path | None) -> None:
    """Writes ``folder/report.json``: figures by column (majority, linear, float32, int8) and name; the scale of stance to ``program``."""
    columns: dict[str, Figures] = dict(_baselines(material, folder / "baselines.json"))
    for column, name in MODELS.items():
        columns[column] = model(material, folder, column, name)
    (folder / "report.json").write_text(json.dumps(columns, indent=1) + "\n", encoding="utf-8")
    if program:
        shutil.copy(folder / "int8-stance-scale.json", program / "stance-scale.json")
    rows = list(dict.fromkeys(name for figures in columns.values() for name in figures))
    print("| figure | " + " | ".join(columns) + " |")
    for row in rows:
        print(f"| {row} | " + " | ".join(f"{figures[row]:.4g}" if row in figures else "" for figures in columns.values()) + " |")


def _baselines(material: Material, kept: Path) -> dict[str, Figures]:
    if kept.exists():
        found: dict[str, Figures] = json.loads(kept.read_text(encoding="utf-8"))
        return found
    majority: Figures = {}
    linear: Figures = {}
    for name in ("polarity", "subjectivity", "sections", "stance"):
        train, test = material.texts[name, "train"], material.texts[name, "test"]
        labels = [line.label for line in test]
        dev = material.texts[name, "dev"]
        probabilities, others = baselines.linear(train, test, dev)
        classes = sorted({line.label for line in train})
        best = [classes[index] for index in probabilities.argmax(axis=1)]
        if name == "stance":
            scale = calibration.fit(calibration.margins(_as_scores(others)), [line.label for line in dev])
            probability = scale.probability(calibration.margins(_as_scores(probabilities)))
            majority["stance, balanced accuracy"] = 0.5
            linear["stance, balanced accuracy"] = calibration.balanced(probability >= scale.threshold, labels)
            linear["stance, calibration error"] = calibration.error(probability, labels)
        else:
            majority[f"{name}, accuracy"] = baselines.majority([line.label for line in train], labels)
            linear[f"{name}, accuracy"] = sum(one == two for one, two in zip(best, labels, strict=True)) / len(labels)
    attached = baselines.grammar(material.of("treebank", "train"), material.of("treebank", "test"))
    linear |= {"grammar, LAS": attached.las, "grammar, UAS": attached.uas, "grammar, tags": attached.tags}
    train_names = [one for name in (*_NAME_SETS, *_FILM_SETS) for one in material.of(name, "train")]
    named = (*_NAME_SETS, *_FILM_SETS)
    for name, tags in zip(named, baselines.names(train_names, *(material.of(name, "test") for name in named)), strict=True):
        linear |= _named(material, name, tags)
    found = {"majority": majority, "linear": linear}
    kept.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return found


def _as_scores(probabilities: calibration.Matrix) -> calibration.Matrix:
    return numpy.log(numpy.clip(probabilities, 1e-9, 1.0))


def model(material: Material, folder: Path, column: str, name: str) -> Figures:
    """The figures of one exported file; ``folder/{column}-stance-scale.json`` gets the scale that belongs to it."""
    figures: Figures = {}
    asked = Asked(folder / name, renumbering(*(pieces_of(folder / listed) for listed in ("all-pieces.txt", "vocabulary.txt"))))
    grammar = asked.grammar(material.of("treebank", "test"))
    figures |= {"grammar, LAS": grammar["las"], "grammar, UAS": grammar["uas"], "grammar, tags": grammar["tags"]}
    figures["grammar, lemma scripts"] = grammar["lemma_scripts"]
    for name, output in (("polarity", "polarity"), ("sections", "role")):
        examples = material.of(name, "test")
        best = asked.scores(output, examples).argmax(axis=1)
        figures[f"{name}, accuracy"] = sum(int(one) == two.label for one, two in zip(best, examples, strict=True)) / len(examples)
    examples = material.of("subjectivity", "test")
    scores = asked.scores("role", examples)
    best = [_OPINION if row[_OPINION] > row[_PLOT] else _PLOT for row in scores]
    figures["subjectivity, accuracy"] = sum(one == two.label for one, two in zip(best, examples, strict=True)) / len(examples)
    words = Wide.load(folder)
    for name, dev_every, test_every in (("polarity", 1, 1), ("stance", DEV_EVERY, TEST_EVERY)):
        dev, test = material.of(name, "dev")[::dev_every], material.of(name, "test")[::test_every]
        scores = {"dev": asked.scores(name, dev), "test": asked.scores(name, test)}
        favours = {
            "dev": wide.favours(words, material.texts[name, "dev"][::dev_every]),
            "test": wide.favours(words, material.texts[name, "test"][::test_every]),
        }
        labels = [one.label for one in test]
        for beside in (False, True):
            known, asked_of = (calibration.margins(scores[part], *([favours[part]] if beside else [])) for part in ("dev", "test"))
            scale = calibration.fit(known, [one.label for one in dev])
            probability = scale.probability(asked_of)
            called = f"{name} with words" if beside else name
            figures[f"{called}, calibration error"] = calibration.error(probability, labels)
            figures[f"{called}, balanced accuracy"] = calibration.balanced(probability >= scale.threshold, labels)
            if beside or name == "stance":
                figures[f"{called}, accuracy"] = float(((probability >= 0.5) == (numpy.array(labels) == 1)).mean())
        (folder / f"{column}-{name}-scale.json").write_text(_as_json(scale) + "\n", encoding="utf-8")
    for name in (*_NAME_SETS, *_FILM_SETS):
        figures |= _named(material, name, asked.names(material.of(name, "test")))
    figures["sentences a second, one thread, without tokenising"] = asked.sentences / asked.seconds
    return figures


def _as_json(scale: calibration.Scale) -> str:
    """The scale as the program reads it."""
    network, words = (round(weight, 4) for weight in scale.weights)
    return json.dumps({"network": network, "words": words, "offset": round(scale.offset, 4)})


def _named(material: Material, name: str, found: Sequence[Sequence[int]]) -> Figures:
    """Full figures where a set marks every name; elsewhere only how many of the known names are found."""
    examples = material.of(name, "test")
    if name in _FILM_SETS:
        recall = name_figures(found, examples, _KINDS)["recall"]
        figures = {f"{name}, known names found": recall}
        if name == "reviews":
            figures["reviews, persons and characters told apart"] = _told_apart(found, [one.mentions for one in examples])
        return figures
    kinds = _KINDS - {"work"} if name == "treebank names" else _KINDS
    figures = {f"{name}, F1": name_figures(found, examples, kinds)["f1"]}
    for kind in sorted(kinds):
        figures[f"{name}, F1 {kind}"] = name_figures(found, examples, frozenset({kind}))["f1"]
    return figures


def _told_apart(found: Sequence[Sequence[int]], gold: Sequence[Sequence[int]]) -> float:
    """Among names of the record found at the right place, the share with the right one of person and character."""
    right = counted = 0
    for mine, known in zip(found, gold, strict=True):
        kinds = {(start, end): kind for start, end, kind in decode(mine)}
        for start, end, kind in decode(known):
            if kind in ("person", "character") and kinds.get((start, end)) in ("person", "character"):
                counted += 1
                right += kinds[start, end] == kind
    return right / max(counted, 1)
