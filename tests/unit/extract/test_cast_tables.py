"""Casts set out as tables."""

import pytest

from support.cast import article


def table(*rows: str) -> str:
    return '{| class="wikitable"\n' + "\n|-\n".join(rows) + "\n|}"


@pytest.mark.parametrize(
    "header", ["! Actor !! Role", "! Actor/Actress !! Character", "! Name !! Character", "! Performer !! Part", "! Cast member !! Role"]
)
def test_columns_by_their_names(header: str) -> None:
    assert article(table(header, "| [[Ronald Colman]] || Charles Rainier", "| Greer Garson || Paula")) == {
        ("Ronald Colman", "Charles Rainier"),
        ("Greer Garson", "Paula"),
    }


def test_the_character_may_stand_first() -> None:
    assert article(table("! Character !! Played by", "| Paula || Greer Garson")) == {("Greer Garson", "Paula")}


def test_voices_in_two_languages_both_count() -> None:
    found = article(table("! Character name !! Japanese voice actor !! English voice actor", "| Chihiro || Rumi Hiiragi || Daveigh Chase"), "Voice cast")
    assert found == {("Rumi Hiiragi", "Chihiro"), ("Daveigh Chase", "Chihiro")}


def test_columns_named_by_language() -> None:
    found = article(table("! Characters !! Japanese !! English (1995)", "| Kagero || Emi Shinohara || Wendee Lee (Wendee Day)"), "Voice cast")
    assert found == {("Emi Shinohara", "Kagero"), ("Wendee Lee", "Kagero")}


def test_cells_that_say_it_themselves() -> None:
    assert article(table("| Paul Muni as Wang || Tilly Losch as Lotus", "| Keye Luke || as Elder Son")) == {
        ("Paul Muni", "Wang"),
        ("Tilly Losch", "Lotus"),
        ("Keye Luke", "Elder Son"),
    }


def test_a_table_of_awards_is_no_cast() -> None:
    assert article(table("! Award !! Actor !! Result", "| Best Actor || Paul Muni || Won"), "Awards") == set()
