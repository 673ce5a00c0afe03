"""Input that no writer wrote: it costs time in proportion to its length."""

import time

import pytest

from filmdossier.annotate import annotate
from filmdossier.extract.cast import cast
from filmdossier.model.annotations import FilmHint
from filmdossier.model.text import Source
from filmdossier.read import read


@pytest.mark.parametrize(
    "piece",
    ["starring John Smith, ", "John Smith as ", "a man (John Smith ", "with John Smith and Mary Jones, ", "the a his her ", "played by ", '"Bob" John ', "== Cast ==\n* John Smith as "],
)  # fmt: skip
def test_repeated_without_end(piece: str) -> None:
    page = piece * (60_000 // len(piece))
    source = Source(origin="long.txt", media_type="text/plain", sha256="0")
    annotations = annotate(read(page.encode(), source), FilmHint(title="Night Ferry", year=1951))
    started = time.process_time()
    for topic in annotations.topics:
        for _ in cast(annotations, topic):
            pass
    assert time.process_time() - started < 30
