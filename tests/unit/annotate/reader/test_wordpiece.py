"""Words come apart as the base model was taught: folded, marks alone, longest piece first."""

from pathlib import Path

import pytest

from filmdossier.annotate.reader.wordpiece import LONGEST, WordPieces


@pytest.fixture
def pieces(tmp_path: Path) -> WordPieces:
    path = tmp_path / "vocabulary.txt"
    path.write_text(
        "\n".join(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "gun", "##sling", "##s", "##ling", "'", "acuna", "映", "画"]),
        encoding="utf-8",
    )
    return WordPieces(path)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("gunslings", ["gun", "##sling", "##s"]),
        ("GUN'gun", ["gun", "'", "gun"]),
        ("Acuña", ["acuna"]),
        ("映画", ["映", "画"]),
        ("pistol", ["[UNK]"]),
        ("gunx gun", ["[UNK]", "gun"]),
        ("g\u00adun", ["gun"]),
        ("", []),
        ("\u200b", []),
        ("gun" + "s" * LONGEST, ["[UNK]"]),
    ],
)
def test_pieces_of_a_word(pieces: WordPieces, word: str, expected: list[str]) -> None:
    names = {number: piece for piece, number in pieces.ids.items()}
    assert [names[number] for number in pieces.of(word)] == expected


def test_a_vocabulary_without_the_model_s_marks_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "vocabulary.txt"
    path.write_text("gun\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"lacks \[CLS\], \[SEP\], \[UNK\]"):
        WordPieces(path)
