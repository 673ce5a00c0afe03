"""All that the reader is trained and measured on, by task and part."""

import json
import tarfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from training.reader import mentions, opinions, sections, treebank
from training.reader.examples import Example, Task, sentence
from training.reader.film_names import film_names
from training.reader.model import Sizes

from filmdossier.annotate.reader.pieces import Vocabulary

FILM_NAMES_TIMES = 6  # few, but the text that the reader meets, every name of it marked
PARTS = ("train", "dev", "test")


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Examples by (set, part); the names of the sets are those of the model card."""

    classes: treebank.Inventory
    sets: dict[tuple[str, str], list[Example]]
    texts: dict[tuple[str, str], list[opinions.Line]]  # of the sets whose answer is one class, for the linear baseline

    def of(self, name: str, part: str) -> list[Example]:
        """The examples of one part of one set, none if there are none."""
        return self.sets.get((name, part), [])

    def training(self) -> dict[Task, list[Example]]:
        """What each head is trained on."""
        return {
            Task.GRAMMAR: self.of("treebank", "train"),
            Task.MENTIONS: [
                *[one for name in ("names", "treebank names", "openings", "reviews") for one in self.of(name, "train")],
                *(self.of("film names", "train") * FILM_NAMES_TIMES),
            ],
            Task.ROLE: [*self.of("subjectivity", "train"), *self.of("sections", "train")],
            Task.POLARITY: self.of("polarity", "train"),
            Task.STANCE: self.of("stance", "train"),
        }


def sizes(classes: treebank.Inventory) -> Sizes:
    """The sizes of the heads that answer with these classes."""
    return Sizes(
        tags=len(classes.tags),
        relations=len(classes.relations),
        lemmas=len(classes.lemmas),
        mentions=len(mentions.TAGS),
        roles=len(opinions.ROLES),
    )


def inventory_as_json(classes: treebank.Inventory) -> str:
    """The classes as the runtime reads them."""
    named = {**asdict(classes), "mentions": mentions.TAGS, "roles": [role.value for role in opinions.ROLES]}
    return json.dumps(named, ensure_ascii=False, indent=0) + "\n"


def load(data: Path, evaluate: Path, vocabulary: Vocabulary) -> Material:
    """Reads everything; the order of each set is that of its source. ``evaluate`` holds the documents of the film names."""
    conllu = _treebank(data)
    parsed = {
        part: [one for name, text in conllu if treebank.part_of(name) == part for one in treebank.sentences(text)] for part in PARTS
    }
    classes = treebank.inventory(parsed["train"])
    found: dict[tuple[str, str], list[Example]] = {
        ("treebank", part): treebank.examples(parsed[part], classes, vocabulary) for part in PARTS
    }
    sets = opinions.without_leaks(
        {
            Task.POLARITY: opinions.polarity(data),
            Task.ROLE: opinions.subjectivity(data),
            Task.STANCE: opinions.stance(data),
        }
    )
    lines = {"polarity": sets[Task.POLARITY], "subjectivity": sets[Task.ROLE], "stance": sets[Task.STANCE]}
    lines["sections"] = [*sections.articles(data), *sections.plots(data)]
    texts: dict[tuple[str, str], list[opinions.Line]] = {}
    for name, listed in lines.items():
        for part in PARTS:
            chosen = texts[name, part] = [line for line in listed if line.part == part]
            found[name, part] = [sentence(line.text, vocabulary, label=line.label) for line in chosen]
    _add(found, "names", mentions.corpora(data), vocabulary)
    _add(found, "treebank names", mentions.treebank_names(parsed["train"], "train"), vocabulary)
    _add(found, "treebank names", mentions.treebank_names(parsed["test"], "test"), vocabulary)
    _add(found, "film names", film_names(data, evaluate), vocabulary)
    _add(found, "openings", mentions.leads(data), vocabulary)
    _add(found, "reviews", mentions.reviews(data), vocabulary)
    found["film names", "test"] = _unmet(found)
    return Material(classes=classes, sets=found, texts=texts)


def _unmet(found: Mapping[tuple[str, str], Sequence[Example]]) -> list[Example]:
    """The film names to measure on, without sentences that another set of names trains on."""
    trained = {one.words for name in ("names", "treebank names", "openings", "reviews") for one in found[name, "train"]}
    return [one for one in found["film names", "test"] if one.words not in trained]


def _add(found: dict[tuple[str, str], list[Example]], name: str, named: Iterable[mentions.Named], vocabulary: Vocabulary) -> None:
    listed: Sequence[mentions.Named] = list(named)
    for part in PARTS:
        found.setdefault((name, part), []).extend(mentions.examples([one for one in listed if one.part == part], vocabulary))


def _treebank(data: Path) -> list[tuple[str, str]]:
    """The treebank's documents: (name, CoNLL-U), in the order of their names."""
    with tarfile.open(data / "gum.tar.gz") as archive:
        found = []
        for member in archive.getmembers():
            content = archive.extractfile(member) if member.name.endswith(".conllu") else None
            if content is not None:
                found.append((Path(member.name).stem, content.read().decode("utf-8")))
    return sorted(found)
