"""The id of a document: its text's first, then its place's."""

from filmdossier.model.text import document_id

TEXTS = [f"The film opened in town {number}." for number in range(20)]


def test_ids_stand_in_the_same_order_in_every_folder() -> None:
    here = sorted(TEXTS, key=lambda text: document_id("notes.txt", text))
    for folder in ("a", "films/1949", "../elsewhere"):
        assert sorted(TEXTS, key=lambda text: document_id(f"{folder}/notes.txt", text)) == here


def test_copies_have_ids_of_their_own() -> None:
    assert document_id("a.txt", TEXTS[0]) != document_id("b.txt", TEXTS[0])
    assert document_id("a.txt", TEXTS[0]) == document_id("a.txt", TEXTS[0])
    assert len(document_id("a.txt", TEXTS[0])) == 16
