"""The pieces that ship, and how sentences cut with all pieces are renumbered for them."""

from training.reader.vocabulary import renumbering, used_pieces

PIECES = ["[PAD]", "[unused7]", "[UNK]", "film", "##é", "кино", "##映", ",", "1995"]


def test_unused_pieces_and_other_scripts_are_left_out() -> None:
    assert [PIECES[number] for number in used_pieces(PIECES)] == ["[PAD]", "[UNK]", "film", "##é", ",", "1995"]


def test_a_piece_that_is_gone_is_an_unknown_one() -> None:
    kept = [PIECES[number] for number in used_pieces(PIECES)]
    renumbered = renumbering(PIECES, kept)
    assert [kept[number] for number in renumbered] == ["[PAD]", "[UNK]", "[UNK]", "film", "##é", "[UNK]", "[UNK]", ",", "1995"]
