"""Documents get letters, passages numbers, and both lead back to the statements."""

from dataclasses import replace

import pytest

from filmdossier.errors import EvidenceError
from filmdossier.model.annotations import DocumentKind
from filmdossier.present.citing import Sources, evidence_in
from support.records import desperado, record, summary
from support.texts import build, cite


def test_passages_are_numbered_in_text_order_and_an_outer_one_comes_first() -> None:
    film = desperado()
    sources = Sources.of(film)
    assert [document.letter for document in sources.documents] == ["A", "B", "C"]
    for document in sources.documents:
        spans = [(passage.span.start, -passage.span.end) for passage in document.passages]
        assert spans == sorted(spans)
        assert [passage.label for passage in document.passages] == [f"{document.letter}{n}" for n in range(1, len(spans) + 1)]
        for passage in document.passages:
            assert passage.span.of(document.summary.text) == passage.quote


def test_every_piece_of_evidence_has_its_passage_and_every_passage_its_statement() -> None:
    film = desperado()
    sources = Sources.of(film)
    everything = list(evidence_in(film))
    passages = sources.passages(everything)
    assert {(passage.document, passage.span) for passage in passages} == {(e.document, e.span) for e in everything}
    citation = sources.cite("Director: Robert Rodriguez", film.facts[0].evidence)
    assert citation.documents == 3
    assert [passage.label[0] for passage in citation.passages] == ["A", "A", "B", "C"]
    assert sources.citing(citation.passages[0]) == (citation,)
    assert all((sources.citing(passage) == (citation,)) is (passage in citation.passages) for passage in passages)


def test_a_passage_of_suggestions_alone_is_aside() -> None:
    film = desperado()
    sources = Sources.of(film)
    first = sources.cite("Suggestion", film.facts[0].evidence, aside=True).passages[0]
    assert sources.is_aside(first)
    sources.cite("Director", film.facts[0].evidence)
    assert not sources.is_aside(first)


def test_a_record_that_cites_a_document_it_does_not_hold_is_refused() -> None:
    film = desperado()
    with pytest.raises(EvidenceError, match="does not hold"):
        Sources.of(replace(film, documents=film.documents[:1]))


def test_letters_go_on_after_z() -> None:
    many = [build(f"{n}.txt", f"text {n}") for n in range(60)]
    sources = Sources.of(record(tuple(summary(one, DocumentKind.OTHER) for one in many)))
    letters = [document.letter for document in sources.documents]
    assert (letters[0], letters[25], letters[26], letters[27], letters[51], letters[52]) == ("A", "Z", "AA", "AB", "AZ", "BA")
    assert len(set(letters)) == 60


def test_files_of_one_name_are_told_apart_by_their_paths() -> None:
    files = [build(path, path) for path in ("one/review.md", "two/review.md", "two/notes.txt")]
    sources = Sources.of(record(tuple(summary(one, DocumentKind.OTHER) for one in files)))
    assert [document.name for document in sources.documents] == ["one/review.md", "two/review.md", "notes.txt"]
    assert sources.passages(()) == ()
    with pytest.raises(KeyError):
        sources.passages((cite(files[0], "one"),))
