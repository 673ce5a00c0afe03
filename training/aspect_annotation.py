"""Reads reviews annotated by aspect and polarity, and says which of our sides are which of theirs.

Enters the archive of annotated reviews (not in the repository); leaves sentences with the sides that
annotators saw praised (1), blamed (-1) or merely named (0). Sides named without a score are left out.
"""

import json
import re
import tarfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha1
from pathlib import Path, PurePosixPath

from filmdossier.extract.reviews.aspect_kinds import Named
from filmdossier.model.claim import Aspect

WHOLE = "movie"
_SIDES = {
    Aspect.ACTING: "cast",
    Aspect.CHARACTERS: "plot",
    Aspect.STORY: "plot",
    Aspect.PACE: "length",
    Aspect.SCRIPT: "dialog",
    Aspect.HUMOUR: "dialog",
    Aspect.DIRECTION: "cinematography",
    Aspect.ACTION: "cinematography",
    Aspect.IMAGES: "cinematography",
    Aspect.MUSIC: "sound",
    Aspect.EDITING: "editing",
    Aspect.THEMES: "concept",
    Aspect.ORIGINALITY: "novelty",
    Aspect.CREDIBILITY: "credibility",
    Aspect.FILM: WHOLE,
}
# The annotators part what we keep together: pace is the plot's, a look is "vision" and a shot "cinematography".
_PACE = re.compile(r"pac|tempo|rhythm", re.IGNORECASE)
_VISION = re.compile(
    r"visual|look|colou?r|lighting|design|costume|make-?up|CGI|effects|FX|animat|3-?D|style|stylish|spectacle", re.IGNORECASE
)
_TYPING_ERRORS = {"ploty": "plot", "effects": "vision"}
_APART = 3  # one review in three is kept apart


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedSentence:
    """A sentence of the review ``review`` with the sides it judges; ``kept_apart`` where its review is never trained on."""

    review: str
    kept_apart: bool
    words: str
    sides: Mapping[str, int]


def read_sentences(data: Path) -> Iterator[AnnotatedSentence]:
    """All annotated sentences, by the names of their reviews."""
    with tarfile.open(data / "film-aspects.tar.gz") as archive:
        for member in sorted(archive.getmembers(), key=lambda one: one.name):
            file = archive.extractfile(member) if member.name.endswith(".json") else None
            if file is None:
                continue
            name = PurePosixPath(member.name).stem
            apart = int(sha1(name.encode(), usedforsecurity=False).hexdigest(), 16) % _APART == 0
            for sentence in json.load(file)["annotated_sentences"]:
                yield AnnotatedSentence(
                    review=name, kept_apart=apart, words=sentence["text"], sides=dict(_sides(sentence["aspects"]))
                )


def _sides(aspects: Mapping[str, Mapping[str, object]]) -> Iterator[tuple[str, int]]:
    for name, said in aspects.items():
        score = str(said["score"]).strip()
        if re.fullmatch(r"-?\d", score):
            yield _TYPING_ERRORS.get(name, name), (int(score) > 0) - (int(score) < 0)


def their_side(found: Named, words: str) -> str:
    """The annotation's name for a side that we found."""
    anchor = words[found.start : found.end]
    if found.kind is Aspect.PACE and _PACE.match(anchor):
        return "plot"
    if found.kind is Aspect.IMAGES and _VISION.search(anchor):
        return "vision"
    return _SIDES[found.kind]
