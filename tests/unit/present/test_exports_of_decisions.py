"""What rests on an editor's note alone is exported, but the note is no source that a reader could open."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from filmdossier.model.claim import Predicate
from filmdossier.model.film import DECISIONS_KIND, DocumentSummary, FilmRecord
from filmdossier.model.text import Evidence, Span
from filmdossier.present.export import annotations, jsonld, quickstatements, wikitext
from support.records import desperado, fact

NOTE = "Ines Roy, 2026-03-02: read from the print's leader"


@pytest.fixture(name="decided")
def decided_record() -> FilmRecord:
    """A record with a country that only an editor's note says."""
    document = DocumentSummary(
        id="d" * 16, path="decisions", kind=DECISIONS_KIND, title="Decisions of editors", sha256="0" * 64, text=NOTE
    )
    noted = fact(Predicate.COUNTRY, "Mexico", Evidence(document=document.id, span=Span(0, len(NOTE)), quote=NOTE))
    record = desperado()
    return replace(record, documents=(*record.documents, document), facts=(*record.facts, noted))


@pytest.mark.parametrize("dumps", [annotations.dumps, jsonld.dumps, quickstatements.dumps, wikitext.dumps])
def test_a_note_is_no_source(decided: FilmRecord, dumps: Callable[[FilmRecord], str]) -> None:
    text = dumps(decided)
    assert "Decisions of editors" not in text
    assert "print's leader" not in text


def test_what_the_note_says_is_exported(decided: FilmRecord) -> None:
    assert {"@type": "Country", "name": "Mexico"} in jsonld.to_jsonld(decided)["countryOfOrigin"]
    assert f"of {len(decided.documents) - 1} documents" in quickstatements.dumps(decided)
