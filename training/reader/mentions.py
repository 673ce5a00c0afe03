"""Names with their types, as BIO tags: corpora of names, the treebank's entities, and film texts with known names.

Corpora differ in what they mark. Where a corpus cannot say what a word is, the word costs nothing:
a half-truth ("no name") about a real name would unlearn it.
"""

import gzip
import json
import re
import tarfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy
from numpy.typing import NDArray
from training.reader.examples import IGNORE, Example, glue, split
from training.reader.opinions import part_of
from training.reader.treebank import Parsed

from filmdossier.annotate.reader.pieces import Vocabulary

KINDS = ("person", "character", "organisation", "place", "work", "award")
TAGS = ("O", *(f"{edge}-{kind}" for kind in KINDS for edge in "BI"))
_OUTSIDE = 0

# What the corpora's types are to us; "" is no name, None is a name we cannot type.
CORPUS_KINDS: Mapping[str, str | None] = {
    "PER": "person", "person": "person", "writer": "person", "musicalartist": "person",
    "ORG": "organisation", "organisation": "organisation", "band": "organisation", "corporation": "organisation",
    "group": "organisation", "magazine": "work",
    "LOC": "place", "location": "place", "country": "place",
    "book": "work", "poem": "work", "album": "work", "song": "work", "creative-work": "work",
    "award": "award", "literarygenre": "", "musicgenre": "", "musicalinstrument": "",
    "MISC": None, "misc": None, "event": None, "product": None,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The words of one sentence with a tag each (an index into ``TAGS``, or ``IGNORE``)."""

    words: tuple[str, ...]
    glued: tuple[bool, ...]
    tags: tuple[int, ...]
    part: str


def tag(kind: str, *, begins: bool) -> int:
    """The number of a tag."""
    return TAGS.index(("B-" if begins else "I-") + kind)


def encode(length: int, spans: Iterable[tuple[int, int, str]], ignored: Iterable[int] = ()) -> tuple[int, ...]:
    """BIO tags of a sentence of ``length`` words with names at ``spans`` (start, end, kind); the first of two that overlap holds."""
    tags = [_OUTSIDE] * length
    for index in ignored:
        tags[index] = IGNORE
    taken: set[int] = set()
    for start, end, kind in spans:
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            for index in range(start, end):
                tags[index] = tag(kind, begins=index == start)
    return tuple(tags)


def decode(tags: Sequence[int]) -> list[tuple[int, int, str]]:
    """The names in a row of tags; an inside that nothing begins begins a name."""
    found: list[tuple[int, int, str]] = []
    for index, number in enumerate(tags):
        name = TAGS[number] if number >= 0 else "O"
        if name == "O":
            continue
        edge, kind = name.split("-", 1)
        if edge == "I" and found and found[-1][1] == index and found[-1][2] == kind:
            found[-1] = (found[-1][0], index + 1, kind)
        else:
            found.append((index, index + 1, kind))
    return found


def columns(text: str, part: str, splitter: str) -> Iterator[Named]:
    """Sentences of a corpus with a word and its tag a line."""
    rows: list[tuple[str, str]] = []
    for line in [*text.splitlines(), ""]:
        fields = line.rstrip("\n").split(splitter)
        if len(fields) >= 2 and fields[0].strip():
            rows.append((fields[0], fields[-1].strip()))
        elif rows:
            yield _named(rows, part)
            rows = []


def _named(rows: Sequence[tuple[str, str]], part: str) -> Named:
    words = tuple(word for word, _ in rows)
    tags = []
    before = None
    for _, name in rows:
        kind = CORPUS_KINDS[name.split("-", 1)[1]] if "-" in name else ""
        if kind is None:
            tags.append(IGNORE)
        elif not kind:
            tags.append(_OUTSIDE)
        else:
            tags.append(tag(kind, begins=name.startswith("B-") or before != name.split("-", 1)[1]))
        before = name.split("-", 1)[1] if "-" in name else None
    return Named(words=words, glued=tuple(glue(words)), tags=tuple(tags), part=part)


def corpora(data: Path) -> Iterator[Named]:
    """CrossNER's literature and music, WNUT 2017, and Wikigold, parted by a hash where they have no parts."""
    with tarfile.open(data / "crossner.tar.gz") as archive:
        for domain in ("literature", "music"):
            # Its training part is a hundred sentences: the test part trains too, and dev measures.
            for name, part in (("train", "train"), ("test", "train"), ("dev", "test")):
                yield from columns(_text(archive, f"{domain}/{name}.txt"), part, "\t")
    with tarfile.open(data / "wnut17-wikigold.tar.gz") as archive:
        yield from columns(_text(archive, "wnut17train.conll"), "train", "\t")
        for index, one in enumerate(columns(_text(archive, "wikigold/CONLL-format/data/wikigold.conll.txt"), "train", " ")):
            # Neighbours share names: blocks of sixty sentences go to one part.
            yield Named(words=one.words, glued=one.glued, tags=one.tags, part="test" if (index // 60) % 5 == 4 else "train")


def _text(archive: tarfile.TarFile, name: str) -> str:
    content = archive.extractfile(next(member for member in archive.getmembers() if member.name.endswith(name)))
    if content is None:
        raise FileNotFoundError(name)
    return content.read().decode("utf-8")


_ENTITY = re.compile(r"\((\d+)-([a-z]+)-|(\d+)\)")
_TREEBANK_KINDS = {"person": "person", "organization": "organisation", "place": "place"}


def treebank_names(parsed: Iterable[Parsed], part: str) -> Iterator[Named]:
    """The treebank's entities whose words are all proper nouns; other proper nouns are left open."""
    for one in parsed:
        opened: dict[str, tuple[int, str]] = {}
        spans: list[tuple[int, int, str]] = []
        for index, column in enumerate(one.entities):
            closing: list[str] = []
            for match in _ENTITY.finditer(column):
                if match[1]:
                    opened[match[1]] = (index, match[2])
                    if re.match(r"[^()]*\)", column[match.end() :]):
                        closing.append(match[1])
                else:
                    closing.append(match[3])
            for number in closing:
                if number in opened:
                    start, kind = opened.pop(number)
                    if kind in _TREEBANK_KINDS and all(tag == "PROPN" for tag in one.tags[start : index + 1]):
                        spans.append((start, index + 1, _TREEBANK_KINDS[kind]))
        spans.sort(key=lambda span: span[0] - span[1])
        open_words = [index for index, name in enumerate(one.tags) if name == "PROPN"]
        yield Named(words=one.words, glued=one.glued, tags=encode(len(one.words), spans, open_words), part=part)


def with_names(text: str, names: Mapping[str, str], part: str) -> Named:
    """``text`` with every one of ``names`` (surface → kind) tagged; other words with a capital are left open."""
    words, glued, _ = split(text)
    by_words = {tuple(split(name)[0]): kind for name, kind in names.items() if name.strip()}
    longest = max(map(len, by_words), default=0)
    spans: list[tuple[int, int, str]] = []
    index = 0
    while index < len(words):
        for size in range(min(longest, len(words) - index), 0, -1):
            kind = by_words.get(tuple(words[index : index + size]))
            if kind:
                spans.append((index, index + size, kind))
                index += size - 1
                break
        index += 1
    open_words = [index for index, word in enumerate(words) if word[:1].isupper()]
    return Named(words=tuple(words), glued=tuple(glued), tags=encode(len(words), spans, open_words), part=part)


_NAME = r"[A-Z][\w'’.-]+(?: (?:(?:de|del|von|van|la|le) )?[A-Z][\w'’.-]*[\w'’]){1,2}"
_CREDITED = re.compile(
    rf"\b(?:directed|written|produced|composed|edited|photographed|scored|co-written|adapted) by ({_NAME})(?: and ({_NAME}))?"
)
_BASED = re.compile(
    rf"\b(?:novel|novella|play|short story|book|comic|memoir|musical)s? ((?:[A-Z]|an? [A-Z])[^,.;()]*?) by (?:[a-z]+ )*({_NAME})"
)
_COMPANY = re.compile(
    r"\b(?:[A-Z][\w'’&-]*\.? )+(?:Pictures|Productions|Studios|Films|Entertainment|Corporation|Records|Company|Television|Network)\b"
    r"|\b(?:Metro-Goldwyn-Mayer|MGM|RKO|Paramount|Warner Bros\.?|20th Century(?:-| )Fox|Twentieth Century Fox|United Artists|Miramax|Netflix)\b"
)


def told(text: str) -> dict[str, str]:
    """Names whose kind the words around or within them give: credits, companies, what a film is based on."""
    found: dict[str, str] = {}
    for match in _CREDITED.finditer(text):
        found |= {name: "person" for name in match.groups() if name}
    for match in _BASED.finditer(text):
        found |= {match[1]: "work", match[2]: "person"}
    return found | {match[0].strip(): "organisation" for match in _COMPANY.finditer(text)}


def leads(data: Path, every: int = 3) -> Iterator[Named]:
    """Openings of articles with the film's title and its cast, one in ``every``, parted by title."""
    with gzip.open(data / "leads.jsonl.gz", "rt", encoding="utf-8") as rows:
        for number, row in enumerate(map(json.loads, rows)):
            part = part_of("lead/" + row["title"])
            if row["cast"] and len(row["extract"]) > 80 and (number % every == 0):
                names = (
                    (told(row["extract"]) if part == "train" else {})
                    | {name: "person" for name in row["cast"] if " " in name}
                    | {row["title"]: "work"}
                )
                for text in re.split(r"(?<=[a-z)]\.)\s+(?=[A-Z])", row["extract"]):
                    yield with_names(text, names, part)


def reviews(data: Path, every: int = 2) -> Iterator[Named]:
    """Sentences of reviews that name a performer or a role of the film's record, parted by film."""
    with gzip.open(data / "reviews-with-records.jsonl.gz", "rt", encoding="utf-8") as rows:
        for number, row in enumerate(map(json.loads, rows)):
            if number % every:
                continue
            names = _names_of(row["record"])
            part = part_of("review/" + row["slug"])
            for paragraph in row["text"].replace("_", " ").split("\n"):
                for text in re.split(r"(?<=[a-z)]\.)\s+(?=[A-Z])", paragraph.strip()):
                    named = with_names(text, names, part) if len(text) > 30 else None
                    if named and any(number > 0 for number in named.tags):
                        yield named


def _names_of(record: Mapping[str, Any]) -> dict[str, str]:
    names: dict[str, str] = {}
    people = [*_listed(record, "performers"), *_listed(record, "directors"), *_listed(record, "writers")]
    for person in people:
        for role in person.get("roles") or ():
            # "Planet Hollywood Dealer" names nobody: a role is a name if it is one or two words and no common noun.
            if re.fullmatch(r"[A-Z][a-z]{2,}( [A-Z][a-z]{2,})?", role) and role.split()[-1] not in _TRADES:
                names[role] = "character"
                names.setdefault(role.split()[0], "character")
                names.setdefault(role.split()[-1], "character")
    for person in people[:60]:
        if " " in person["name"]:
            names[person["name"]] = "person"
            names[person["name"].split()[-1]] = "person"
    names[str(record["title"])] = "work"
    return {name: kind for name, kind in names.items() if len(name) > 2}


_TRADES = frozenset(
    "Man Woman Boy Girl Guard Cop Officer Dealer Driver Nurse Doctor Waiter Waitress Reporter Soldier Bartender Himself Herself "
    "Narrator Detective Sheriff Judge Mother Father Agent Captain Lieutenant Sergeant Student Teacher Priest Guy Lady Clerk".split()
)


def _listed(record: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    found = record.get(key) or []
    return list(found) if isinstance(found, list) else []


def examples(named: Iterable[Named], vocabulary: Vocabulary, longest: int = 90) -> list[Example]:
    """The sentences as the model reads them, those of more than ``longest`` words left out."""
    return [
        Example(pieces=vocabulary.encode(one.words, one.glued), mentions=one.tags, words=one.words)
        for one in named
        if 0 < len(one.words) <= longest
    ]


def decode_best(scores: NDArray[numpy.float32]) -> list[int]:
    """The best row of tags in which every inside follows a beginning or inside of its kind (Viterbi); scores [words, tags]."""
    if not len(scores):
        return []
    allowed = numpy.zeros((len(TAGS), len(TAGS)), dtype=numpy.float32)
    for number, name in enumerate(TAGS):
        if name.startswith("I-"):
            for before, other in enumerate(TAGS):
                if other[2:] != name[2:]:
                    allowed[before, number] = -1e4
    best = scores[0] + numpy.array([-1e4 if name.startswith("I-") else 0.0 for name in TAGS], dtype=numpy.float32)
    came: list[NDArray[numpy.int64]] = []
    for row in scores[1:]:
        paths = best[:, None] + allowed
        came.append(paths.argmax(axis=0))
        best = paths.max(axis=0) + row
    tags = [int(best.argmax())]
    for step in reversed(came):
        tags.append(int(step[tags[-1]]))
    return tags[::-1]
