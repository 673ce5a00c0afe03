"""Later films: who imitates whom."""

import pytest

from filmdossier.extract.connections import connections, influences
from support.claims import stated

LEAD = "{{Infobox film|name=Desperado}}\n'''''Desperado''''' is a 1995 American action film directed by Robert Rodriguez."


def _links(page: str) -> dict[str, set[str]]:
    return {relation: films for relation, films in stated(connections, page).items() if relation != "series"}


@pytest.mark.parametrize(
    "words",
    [
        "The film influenced later works such as ''Red Dust'' (1999) and ''Low Tide''.",
        "Its influence can be seen in films such as ''Red Dust'' and ''Low Tide''.",
        "''Red Dust'' (1999) and ''Low Tide'' (2001) both pay homage to the film.",
        "Homages to the film appear in ''Red Dust'' (1999) and ''Low Tide''.",
        "The bar scene has been parodied in ''Red Dust'' (1999) and ''Low Tide''.",
        "Films inspired by it include ''Red Dust'' (1999) and ''Low Tide''.",
        "It spawned imitators such as ''Red Dust'' (1999) and ''Low Tide''.",
        "Ann Smith has cited the film as an inspiration for ''Red Dust'' (1999) and ''Low Tide''.",
        "\n\n== In popular culture ==\n* ''Red Dust'' (1999) opens with the same shot.\n* ''Low Tide'' (2001) borrows its guitar case.",
        "The film inspired many others, among them:\n* ''Red Dust'' (1999)\n* Ann Smith's ''Low Tide''",
        "\n\n== In popular culture ==\n* In the film ''Red Dust'', the guitar case is sold.\n* The 2001 comedy ''Low Tide'' has its song.",
        "\n\n== Legacy ==\nThe dance was parodied in ''Red Dust'' (1999) and ''Low Tide''.",
        "The shootout served as the inspiration for a scene in ''Red Dust'' (1999) and ''Low Tide''.",
    ],
)
def test_films_that_look_back_at_this_one(words: str) -> None:
    assert stated(influences, f"{LEAD} {words}").get("influenced_film") == {"Red Dust", "Low Tide"}


@pytest.mark.parametrize(
    "words",
    [
        "Rodriguez had been inspired by ''Red Dust'' (1966).",
        "Rodriguez's earlier film ''Red Dust'' was parodied in ''Low Tide''.",
        "The film opened in the same week as ''Red Dust''.",
        "\n\n== Legacy ==\nThe film was parodied in the novel ''Red Dust'' and in the ''Red Dust'' episode \"Low Tide\".",
        "\n\n== Legacy ==\nThe ending was quoted in ''Red Dust''.",
        "Ann Smith has cited it as an inspiration for ''Red Dust''.",
        "\n\n== Legacy ==\nIn ''Red Dust'', a history of the gun, Ann Smith pays tribute to the film.",
        "\n\n== Legacy ==\nIn a poll it stood between ''Red Dust'' and ''Low Tide''.",
    ],
)
def test_films_that_do_not(words: str) -> None:
    assert "influenced_film" not in stated(influences, f"{LEAD} {words}")


@pytest.mark.parametrize(
    ("words", "links"),
    [
        ("''Red Dust'', the sequel, opened in 1999.", {"followed_by": {"Red Dust"}}),
        ("''Red Dust'' (1999) is a remake of the film.", {"remade_as": {"Red Dust"}}),
        ("The story continues in ''Red Dust'' (1999).", {"followed_by": {"Red Dust"}}),
        ("It is the second film in the ''Mariachi'' trilogy, after ''Red Dust'' (1992).", {"sequel_to": {"Red Dust"}, "part_of_series": {"Mariachi trilogy"}}),
        ("It was remade three times, as ''Red Dust'' (1999) and ''Low Tide'' (2001).", {"remade_as": {"Red Dust", "Low Tide"}}),
        ("It is an English-language version of the French film ''Red Dust''.", {"remake_of": {"Red Dust"}}),
        ("It is set five years after the events of ''Red Dust''.", {"sequel_to": {"Red Dust"}}),
        ("It belongs to the ''Mariachi'' franchise.", {"part_of_series": {"Mariachi franchise"}}),
        ("''Red Dust'', the sequel to ''Low Tide'', opened in the same week.", {}),
    ],
)  # fmt: skip
def test_links_told_after_the_title_and_by_the_order(words: str, links: dict[str, set[str]]) -> None:
    assert _links(f"{LEAD} {words}") == links


@pytest.mark.parametrize(
    ("words", "films"),
    [
        ("Rodriguez cited ''Red Dust'' and ''Low Tide'' as influences.", {"Red Dust", "Low Tide"}),
        ("''Red Dust'' (1966) was an inspiration for the film's look.", {"Red Dust"}),
        ("The film opens with footage from ''Red Dust''.", {"Red Dust"}),
        ("It restages a shoot-out from ''Red Dust''.", {"Red Dust"}),
    ],
)
def test_films_that_this_one_looks_back_at(words: str, films: set[str]) -> None:
    assert stated(influences, f"{LEAD} {words}").get("influenced_by_film") == films


def test_a_category_names_the_series() -> None:
    page = f"{LEAD}\n\n[[Category:Desperado (franchise) films]]\n[[Category:1995 action films]]"
    assert _links(page) == {"part_of_series": {"Desperado franchise"}}
    assert _links(f"{LEAD}\n\n[[Category:Desperado soundtracks]]") == {}


def test_its_remake_behind_another_film_is_that_films() -> None:
    assert not _links(f"{LEAD} Critics preferred ''Red Dust'' (1950) and its remake ''Low Tide'' (1960).")
    assert _links(f"{LEAD} Critics preferred its remake, ''Low Tide'' (2004).") == {"remade_as": {"Low Tide"}}


def test_a_persons_work_that_nobody_calls_a_film_is_none_for_sure() -> None:
    assert "influenced_by_film" not in stated(
        influences, f"{LEAD} It has been compared to Lewis Carroll's ''Alice in Wonderland''."
    )


def test_the_makers_next_film_is_no_sequel() -> None:
    assert not _links(f"{LEAD} It was Rodriguez's long-awaited follow-up to ''Red Dust'' (1993).")
    assert _links(f"{LEAD} It is a follow-up to ''Red Dust'' (1993).") == {"sequel_to": {"Red Dust"}}


def test_a_link_names_the_sequel() -> None:
    assert _links(f"{LEAD} Its success prompted [[Once Upon a Time in Mexico|a 2003 sequel]].") == {
        "followed_by": {"Once Upon a Time in Mexico"}
    }
    assert not _links(f"{LEAD} Its success prompted [[Sequel|a sequel]]; it is [[El Mariachi (film)|a sequel]] to an earlier film.")
