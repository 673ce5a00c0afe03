"""The treebank: GUM's documents in its official parts, as examples for the grammar."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.reader.examples import IGNORE, Example

from filmdossier.annotate.reader.lemmas import script_of
from filmdossier.annotate.reader.pieces import Vocabulary

# GUM's standard parts (splits.md of the corpus); what is named in neither list is for training.
DEV = frozenset(
    "academic_exposure academic_librarians bio_byron bio_emperor conversation_grounded conversation_risk court_loan "
    "court_negligence essay_evolved essay_tools fiction_beast fiction_lunre interview_cyclone interview_gaming letter_arendt "
    "letter_wiki news_homeopathic news_iodine podcast_bangladesh podcast_wrestling reddit_macroeconomics reddit_pandas "
    "speech_impeachment speech_inauguration textbook_governments textbook_labor vlog_portland vlog_radiology voyage_athens "
    "voyage_coron whow_joke whow_overalls".split()
)
TEST = frozenset(
    "academic_discrimination academic_eegimaa bio_dvorak bio_jespersen conversation_lambada conversation_retirement "
    "court_insanity court_mitigation essay_fear essay_system fiction_falling fiction_teeth interview_hill "
    "interview_libertarian letter_attorney letter_mandela news_nasa news_sensitive podcast_bezos podcast_multitasking "
    "reddit_escape reddit_monsters speech_austria speech_newzealand textbook_chemistry textbook_union vlog_london "
    "vlog_studying voyage_oakland voyage_vavau whow_cactus whow_mice".split()
)
RARE = 3  # a lemma script met less often is left to the fallback


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """One sentence of the treebank; ``heads`` count from 1, 0 is the root."""

    words: tuple[str, ...]
    glued: tuple[bool, ...]
    lemmas: tuple[str, ...]
    tags: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    entities: tuple[str, ...]  # the brackets of the Entity column: "(1-person-…", "1)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inventory:
    """The classes that a grammar can answer with, in the order of the model's outputs."""

    tags: tuple[str, ...]
    relations: tuple[str, ...]  # "root" is not among them: a head of 0 says it
    lemmas: tuple[str, ...]


def part_of(document: str) -> str:
    """ "train", "dev" or "test" for a document named like "GUM_news_nasa"."""
    name = document.removeprefix("GUM_")
    return "dev" if name in DEV else "test" if name in TEST else "train"


def read(folder: Path, part: str) -> list[Parsed]:
    """The sentences of one part, documents in the order of their names."""
    return [
        parsed
        for path in sorted(folder.glob("GUM_*.conllu"))
        if part_of(path.stem) == part
        for parsed in sentences(path.read_text())
    ]


def sentences(conllu: str) -> Iterator[Parsed]:
    """The sentences of a file in CoNLL-U; words inside a contraction are glued to each other."""
    for block in conllu.split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and not line.startswith("#")]
        if not rows:
            continue
        glued: list[bool] = []
        plain: list[list[str]] = []
        follows, inside = False, 0
        for row in rows:
            if "-" in row[0]:
                inside = int(row[0].split("-")[1])
                space_after = "SpaceAfter=No" not in row[9].split("|")
                continue
            if "." in row[0]:
                continue
            number = int(row[0])
            plain.append(row)
            glued.append(follows)
            if number < inside:
                follows = True
            elif number == inside:
                follows = not space_after
            else:
                follows = "SpaceAfter=No" in row[9].split("|")
        yield Parsed(
            words=tuple(row[1] for row in plain),
            glued=tuple(glued),
            lemmas=tuple(row[2] for row in plain),
            tags=tuple(row[3] for row in plain),
            heads=tuple(int(row[6]) for row in plain),
            relations=tuple(row[7] for row in plain),
            entities=tuple(next((x[7:] for x in row[9].split("|") if x.startswith("Entity=")), "") for row in plain),
        )


def inventory(parsed: Sequence[Parsed]) -> Inventory:
    """The classes met in the training part: common ones first, ties in the order of the alphabet."""
    tags = Counter(tag for one in parsed for tag in one.tags)
    relations = Counter(relation for one in parsed for relation in one.relations if relation != "root")
    lemmas = Counter(script_of(w, lemma) for one in parsed for w, lemma in zip(one.words, one.lemmas, strict=True))
    return Inventory(
        tags=_ranked(tags, 1),
        relations=_ranked(relations, 1),
        lemmas=_ranked(lemmas, RARE),
    )


def _ranked(counts: Counter[str], least: int) -> tuple[str, ...]:
    return tuple(name for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if count >= least)


def examples(parsed: Sequence[Parsed], classes: Inventory, vocabulary: Vocabulary) -> list[Example]:
    """The sentences as the model reads them; classes that the inventory lacks are ignored."""
    tags = {name: index for index, name in enumerate(classes.tags)}
    relations = {name: index for index, name in enumerate(classes.relations)}
    lemmas = {name: index for index, name in enumerate(classes.lemmas)}
    return [
        Example(
            pieces=vocabulary.encode(one.words, one.glued),
            heads=one.heads,
            relations=tuple(relations.get(name, IGNORE) for name in one.relations),
            tags=tuple(tags.get(name, IGNORE) for name in one.tags),
            lemmas=tuple(lemmas.get(script_of(word, lemma), IGNORE) for word, lemma in zip(one.words, one.lemmas, strict=True)),
            words=one.words,
        )
        for one in parsed
    ]
