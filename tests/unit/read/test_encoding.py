"""Bytes become the text their writer meant, and nothing the reader would see is changed."""

import pytest

from filmdossier.read.encoding import decode, repaired

WORDS = "Agnès Varda’s “Cléo” – half a day in Paris, ½ of it in real time."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_texts_come_back_from_every_usual_encoding(encoding: str) -> None:
    assert decode(WORDS.encode(encoding)) == WORDS


def test_a_declared_charset_is_used_where_the_bytes_are_not_utf_8() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body>Věra Chytilová natočila Sedmikrásky</body></html>'
    assert "Věra Chytilová natočila" in decode(page.encode("iso-8859-2"))


def test_utf_8_outranks_a_wrong_declaration() -> None:
    page = '<meta charset="windows-1252">Amélie'
    assert decode(page.encode("utf-8")) == page


def test_latin_1_is_read_as_browsers_read_it() -> None:
    assert decode(b'<meta charset="iso-8859-1">\x93Cl\xe9o\x94') == '<meta charset="iso-8859-1">“Cléo”'


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("cp1251", "Андрей Тарковский снял этот фильм в Эстонии, недалеко от Таллина, в старой электростанции."),
        ("shift_jis", "小津安二郎は東京物語を監督した。脚本は野田高梧と小津安二郎の共同執筆である。"),
    ],
)
def test_other_scripts_are_recognised(encoding: str, words: str) -> None:
    assert decode(words.encode(encoding)) == words


def test_a_few_broken_bytes_cost_only_themselves() -> None:
    raw = ("Amélie, Délicatessen, Métisse. " * 4).encode() + b"\xff" + " Cléo".encode()
    assert decode(raw) == "Amélie, Délicatessen, Métisse. " * 4 + "\ufffd Cléo"


@pytest.mark.parametrize(
    ("garbled", "meant"),
    [
        ("Itâ€™s by Ã‰ric Rohmer", "It’s by Éric Rohmer"),
        ("the script\x92s wit", "the script’s wit"),
        ("Bj√∂rk sings", "Björk sings"),
    ],
)
def test_garbled_text_is_put_right(garbled: str, meant: str) -> None:
    assert repaired(garbled) == meant


@pytest.mark.parametrize(
    "text",
    [
        "‘curly’ “quotes”",
        "ﬁlm with a ligature",
        "ＷＩＤＥ letters",
        "L’ÂGE D’OR",
        "À BOUT DE SOUFFLE",
        "İstanbul",
        "★★★½",
        "AT&amp;T",
        "Τοπίο στην ομίχλη",
    ],
)
def test_what_a_writer_set_on_purpose_stays(text: str) -> None:
    assert repaired(text) == text
