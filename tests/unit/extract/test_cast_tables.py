"""Casts set out as tables."""

import pytest

from filmdossier.annotate import annotate
from filmdossier.extract.cast import cast
from filmdossier.model.claim import CastMember
from filmdossier.model.text import Source
from filmdossier.read import read
from support.cast import article, cast_of


def table(*rows: str) -> str:
    return '{| class="wikitable"\n' + "\n|-\n".join(rows) + "\n|}"


@pytest.mark.parametrize(
    "header",
    ["! Actor !! Role", "! Actor/Actress !! Character", "! Name !! Character", "! Performer !! Part", "! Cast member !! Role"],
)
def test_columns_by_their_names(header: str) -> None:
    assert article(table(header, "| [[Ronald Colman]] || Charles Rainier", "| Greer Garson || Paula")) == {
        ("Ronald Colman", "Charles Rainier"),
        ("Greer Garson", "Paula"),
    }


def test_the_character_may_stand_first() -> None:
    assert article(table("! Character !! Played by", "| Paula || Greer Garson")) == {("Greer Garson", "Paula")}


def test_voices_in_two_languages_both_count() -> None:
    found = article(
        table("! Character name !! Japanese voice actor !! English voice actor", "| Chihiro || Rumi Hiiragi || Daveigh Chase"),
        "Voice cast",
    )
    assert found == {("Rumi Hiiragi", "Chihiro"), ("Daveigh Chase", "Chihiro")}


def test_columns_named_by_language() -> None:
    found = article(
        table("! Characters !! Japanese !! English (1995)", "| Kagero || Emi Shinohara || Wendee Lee (Wendee Day)"), "Voice cast"
    )
    assert found == {("Emi Shinohara", "Kagero"), ("Wendee Lee", "Kagero")}


def test_cells_that_say_it_themselves() -> None:
    assert article(table("| Paul Muni as Wang || Tilly Losch as Lotus", "| Keye Luke || as Elder Son")) == {
        ("Paul Muni", "Wang"),
        ("Tilly Losch", "Lotus"),
        ("Keye Luke", "Elder Son"),
    }


def test_a_table_of_awards_is_no_cast() -> None:
    assert article(table("! Award !! Actor !! Result", "| Best Actor || Paul Muni || Won"), "Awards") == set()


def test_a_list_of_performers_in_the_header_of_a_file() -> None:
    page = "---\nfilm: Night Ferry (1951)\ncast:\n  - name: Joan Crawford\n    role: Myra\n  - name: Jack Palance\n    role: Lester\n---\n\nI liked it."
    assert cast_of(page, "review.md") == {("Joan Crawford", "Myra"), ("Jack Palance", "Lester")}


def test_performance_roles_in_a_pages_data() -> None:
    data = (
        '{"@context": "https://schema.org", "@type": "Movie", "name": "Night Ferry", "datePublished": "1951-02-01", "actor": [{"@type": "Person",'
        ' "name": "Joan Crawford"}, {"@type": "PerformanceRole", "actor": {"@type": "Person", "name": "Jack Palance"}, "characterName": "Lester"}]}'
    )
    page = f'<html><head><script type="application/ld+json">{data}</script></head><body><p>A ferry crosses the Channel.</p></body></html>'
    annotations = annotate(read(page.encode(), Source(origin="page.html", media_type="text/html", sha256="0")))
    values = [claim.value for claim in cast(annotations, annotations.topics[0])]
    assert {(v.actor, v.character) for v in values if isinstance(v, CastMember)} == {
        ("Joan Crawford", None),
        ("Jack Palance", "Lester"),
    }
