"""Roles of sentences from the headings above them: what stands under "Plot" tells, under "Reception" reports opinions."""

import gzip
import json
import tarfile
from collections.abc import Iterator
from pathlib import Path

from training.reader.opinions import ROLES, Line, part_of

from filmdossier.annotate.sentences import sentences
from filmdossier.errors import ReadError
from filmdossier.model.annotations import Role
from filmdossier.model.text import BlockKind, Source
from filmdossier.read import read

SHORTEST_WORDS = 6
PLOTS = 6  # sentences of a plot section, so that they do not outnumber all other roles


def articles(data: Path) -> Iterator[Line]:
    """Sentences of encyclopedia articles with the role that their section gives; the part is the article's."""
    with tarfile.open(data / "wiki-wikitext.tar.gz") as archive:
        for member in sorted(archive.getmembers(), key=lambda member: member.name):
            content = archive.extractfile(member) if member.isfile() else None
            if content is None:
                continue
            source = Source(origin=member.name, media_type="", sha256="")
            try:
                document = read(content.read(), source, limit_bytes=50_000_000)
            except ReadError:
                continue
            part = part_of("article/" + Path(member.name).stem)
            for sentence in sentences(document):
                block = document.blocks[sentence.block]
                text = sentence.span.of(document.text)
                if block.kind is BlockKind.PARAGRAPH and sentence.role is not Role.OTHER and len(text.split()) >= SHORTEST_WORDS:
                    yield Line(text=text, label=ROLES.index(sentence.role), part=part)


def plots(data: Path) -> Iterator[Line]:
    """The first sentences of plot sections."""
    with gzip.open(data / "plots.jsonl.gz", "rt", encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            part = part_of("article/" + row["title"])
            for text in row["plot"].replace("\n", " ").split(". ")[:PLOTS]:
                if len(text.split()) >= SHORTEST_WORDS:
                    yield Line(text=text.rstrip(".") + ".", label=ROLES.index(Role.PLOT), part=part)
