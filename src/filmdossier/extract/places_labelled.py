"""Reads where the film was shot from labelled values: "Locations: Wapping, the Savoy Hotel", "Drehorte: Wien, Prag"."""

import re
from collections.abc import Iterator

from filmdossier.extract.statement import claim
from filmdossier.model.annotations import Annotations, Topic
from filmdossier.model.claim import Claim, Predicate
from filmdossier.model.text import Origin, Span

_LABEL = re.compile(
    r"(?:(?:filming|shooting|principal|main) )?locations?|(?:shot|filmed|shooting|filming)(?: (?:in|at|on location(?: in)?))?|(?:filming|shooting) places?|places? of filming"
    r"|drehorte?|lieux? de tournage|lugar(?:es)? de rodaje|localizaciones|luoghi delle riprese|location(?:s)? (?:work|shooting)",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(r"\d|\b(?:weeks?|days?|months?|studio only|unknown|various|location|n/a)\b", re.IGNORECASE)


def labelled_places(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    """Claims on each of the places that a labelled value lists."""
    text = annotations.document.text
    for block in annotations.document.labelled():
        if (
            block.span.start not in topic.passage
            or block.origin is Origin.CATEGORIES
            or not _LABEL.fullmatch(block.label.strip(" :"))
        ):
            continue
        for item in block.cells[0].items:
            for place in _places(text, item):
                yield claim(
                    annotations, topic, Predicate.FILMING_PLACE, place.of(text), place, extractor="labelled place", confidence=0.85
                )


def _places(text: str, item: Span) -> Iterator[Span]:
    """The places of a list; "Vienna and Prague" are two, what holds a figure or a word for time is none."""
    for piece in re.finditer(
        r"(?:(?! and | und | et | y )[^,;/|()\n])+", re.sub(r"\([^()]*\)", lambda m: " " * len(m[0]), item.of(text))
    ):
        words = piece.group()
        lead = re.match(r"\s*(?:(?:and|und|et|y|the|in|at|on) )*", words)
        start = piece.start() + (lead.end() if lead else 0)
        name = words[lead.end() if lead else 0 :].rstrip(" .")
        if len(name) > 2 and name[0].isupper() and not _NO_PLACE.search(name):
            yield Span(item.start + start, item.start + start + len(name))
