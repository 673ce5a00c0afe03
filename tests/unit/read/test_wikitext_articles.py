"""The shared articles in wikitext: nothing of the markup is left in any, and no field of an infobox is missing."""

import gzip
import json
import re
import tarfile
from collections.abc import Iterator

import pytest

from filmdossier.model.text import Document, Origin, Source
from filmdossier.read import read
from support.shared import EVALUATION, SHARED

RESIDUE = re.compile(r"\{\{|\}\}|\[\[|\]\]|''|\{\||\|\}|\|\||</?[a-zA-Z]+[ >/]|&[a-z]+;|={2,}|__|(?:row|col)span|style=")
UNSHOWN = re.compile(r"image.*|alt|border|film[ _]name")
DATA = SHARED / "data"

pytestmark = [
    pytest.mark.evaluation,
    pytest.mark.skipif(
        not (DATA / "wiki-wikitext.tar.gz").is_file(), reason="needs the shared articles: ../shared/data is not there"
    ),
]


def _articles() -> Iterator[tuple[str, Document]]:
    with tarfile.open(DATA / "wiki-wikitext.tar.gz") as archive:
        for member in archive:
            file = archive.extractfile(member) if member.isfile() else None
            if file is not None:
                yield member.name.rsplit("/", 1)[-1], read(file.read(), Source(origin=member.name, media_type="", sha256=""))
    for path in sorted(EVALUATION.rglob("*.wikitext")):
        yield str(path), read(path.read_bytes(), Source(origin=path.name, media_type="", sha256=""))


@pytest.fixture(scope="module")
def articles() -> dict[str, Document]:
    """Every shared article by its file's name."""
    return dict(_articles())


def test_no_markup_is_left_over(articles: dict[str, Document]) -> None:
    assert len(articles) > 100
    left = {name: found for name, document in articles.items() if (found := RESIDUE.findall(document.text))}
    assert not left


def test_every_given_field_of_an_infobox_is_there(articles: dict[str, Document]) -> None:
    missing = []
    with gzip.open(DATA / "wiki-infobox-gold.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            gold = json.loads(line)
            if gold["file"] not in articles:
                continue
            labels = {block.label for block in articles[gold["file"]].fields(Origin.INFOBOX)}
            for name, value in gold["infobox"].items():
                given = re.sub(r"<!--.*?-->", "", value, flags=re.DOTALL).strip()
                if given and not name.startswith("_") and not UNSHOWN.fullmatch(name) and name not in labels:
                    missing.append((gold["file"], name))
    assert not missing
