"""Names marked in film texts are found again in the documents they were marked in."""

import json
from hashlib import sha1
from typing import Any

import pytest
from training.reader.examples import IGNORE
from training.reader.film_names import ROWS, placed
from training.reader.mentions import KINDS, decode

from support.prose import document

_SENTENCE = "Rita Hayworth plays Gilda in a Japanese print."
_TEXT = f"A word before. {_SENTENCE}"


def _row(start: int, *names: tuple[str, str]) -> dict[str, Any]:
    found = [[start + _SENTENCE.index(name), start + _SENTENCE.index(name) + len(name), kind] for name, kind in names]
    hashed = sha1(_SENTENCE.encode(), usedforsecurity=False).hexdigest()
    return {
        "document": "gilda/review.md",
        "sha1": hashed,
        "start": start,
        "end": start + len(_SENTENCE),
        "part": "test",
        "names": found,
    }


@pytest.mark.parametrize("start", [_TEXT.index(_SENTENCE), 3])
def test_a_sentence_is_found_also_where_it_has_moved(start: int) -> None:
    row = _row(start, ("Rita Hayworth", "person"), ("Gilda", "character"), ("Japanese", "other"))
    (found,) = placed([row], lambda _: document(_TEXT))
    assert found is not None
    assert found.words == ("Rita", "Hayworth", "plays", "Gilda", "in", "a", "Japanese", "print", ".")
    assert decode(found.tags) == [(0, 2, "person"), (3, 4, "character")]
    assert [word for word, tag in zip(found.words, found.tags, strict=True) if tag == IGNORE] == ["Japanese"]


@pytest.mark.parametrize("text", ["Another text altogether.", None])
def test_what_is_not_there_is_left_out(text: str | None) -> None:
    assert list(placed([_row(0)], lambda _: None if text is None else document(text))) == [None]


def test_the_rows_hold_places_and_no_text() -> None:
    rows = [json.loads(line) for line in ROWS.read_text(encoding="utf-8").splitlines()]
    parts: dict[str, set[str]] = {"train": set(), "test": set()}
    for row in rows:
        assert set(row) == {"document", "sha1", "start", "end", "part", "names"}
        assert all(row["start"] <= start < end <= row["end"] and kind in {*KINDS, "other"} for start, end, kind in row["names"])
        parts[row["part"]].add(row["document"].split("/")[0] if not row["document"].startswith("reviews/") else row["document"])
    assert len(rows) > 1000
    assert parts["train"].isdisjoint(parts["test"])
