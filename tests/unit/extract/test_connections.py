"""Links to other films: sequels, remakes, series."""

import pytest

from filmdossier.extract.connections import connections
from filmdossier.model.claim import Connection, Polarity
from support.claims import claims_of, stated

LEAD = "{{Infobox film|name=Desperado}}\n'''''Desperado''''' is a 1995 film directed by Robert Rodriguez."


def opening(sentence: str) -> dict[str, set[str]]:
    return stated(connections, f"{LEAD} {sentence}")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It is a sequel to ''[[El Mariachi]]''.", {"sequel_to": {"El Mariachi"}}),
        ("It is the sequel to 1992's ''El Mariachi'' and the second film in the ''Mexico'' trilogy.",
         {"sequel_to": {"El Mariachi"}, "part_of_series": {"Mexico trilogy"}, "series": {"Mexico trilogy"}}),
        ("It was followed by ''Once Upon a Time in Mexico'' (2003).", {"followed_by": {"Once Upon a Time in Mexico"}}),
        ("A sequel, ''Once Upon a Time in Mexico'', was released in 2003.", {"followed_by": {"Once Upon a Time in Mexico"}}),
        ("Its success led to two sequels: ''Four Wives'' and ''Four Mothers''.", {"followed_by": {"Four Wives", "Four Mothers"}}),
        ("The film is a remake of the 1969 French film ''Mississippi Mermaid''.", {"remake_of": {"Mississippi Mermaid"}}),
        ("It was remade in Tamil as ''May Madham''.", {"remade_as": {"May Madham"}}),
        ("It was remade for television in 1999.", {"remade_as": {"Desperado"}}),
        ("''Bandits'' is a remake of ''Desperado''.", {"remade_as": {"Bandits"}}),
        ("It is the fourth installment in the ''Predator'' franchise.", {"part_of_series": {"Predator franchise"}, "series": {"Predator franchise"}}),
        ("It is a spin-off of ''Machete''.", {"spin_off_of": {"Machete"}}),
        ("It is the fourteenth ''Captain Bly'' picture.", {"part_of_series": {"Captain Bly films"}, "series": {"Captain Bly films"}}),
        ("It completes Rodriguez's \"Border Trilogy\".", {"part_of_series": {"Rodriguez's Border Trilogy"}, "series": {"Rodriguez's Border Trilogy"}}),
        ("Banderas returned with a sequel in 2003, ''Once Upon a Time in Mexico''.", {"followed_by": {"Once Upon a Time in Mexico"}}),
        ("A prequel called ''The Guitar Case'' was made in 2001.", {"followed_by": {"The Guitar Case"}}),
        ("For his next thriller, a remake of ''Charade'', he moved to Paris.", {}),
    ],
)  # fmt: skip
def test_sentences(sentence: str, expected: dict[str, set[str]]) -> None:
    assert opening(sentence) == expected


def test_text_that_marks_no_titles() -> None:
    review = "---\nfilm: Desperado\nyear: 1995\n---\n\nDesperado is loud. This movie is a sequel to El Mariachi, already directed by Rodriguez."
    assert stated(connections, review, "r.md") == {"sequel_to": {"El Mariachi"}}


@pytest.mark.parametrize(
    "sentence",
    [
        "A sequel to ''Planes'' was released in 2014.",
        "The studio wanted to film a sequel to ''The Silence of the Lambs''.",
        "''Heat'' was followed by ''The Insider''.",
        "It is one of the best films of the year.",
        'One critic called it "a remake of Dr. No".',
        "It was preceded by a short film, ''Lou''.",
    ],
)
def test_links_of_other_films(sentence: str) -> None:
    assert opening(sentence) == {}


def test_a_planned_remake_is_marked_as_planned() -> None:
    claims = claims_of(connections, f"{LEAD} A planned sequel, ''Desperado Rides'', was never made.")
    assert [(c.value.film, c.polarity) for c in claims if isinstance(c.value, Connection)] == [
        ("Desperado Rides", Polarity.PLANNED)
    ]


def test_the_year_of_the_other_film() -> None:
    (claim,) = [
        c
        for c in claims_of(connections, f"{LEAD} It was remade as ''Against All Odds'' (1984).")
        if isinstance(c.value, Connection)
    ]
    assert claim.value.year == 1984


def test_the_series_unnamed_adds_nothing_where_it_is_named() -> None:
    found = opening("It is the third film in the ''Scream'' film series. It is the only installment in the series without her.")
    assert found["series"] == {"Scream film series"}


def test_what_stands_under_the_heading_sequel() -> None:
    assert stated(connections, f"{LEAD}\n\n== Sequel ==\n''Once Upon a Time in Mexico'' was released in 2003.") == {
        "followed_by": {"Once Upon a Time in Mexico"}
    }


def test_the_note_on_the_main_article_names_the_sequel() -> None:
    assert stated(connections, f"{LEAD}\n\n== Sequel ==\n{{{{main|Once Upon a Time in Mexico}}}}\nMore came.") == {
        "followed_by": {"Once Upon a Time in Mexico"}
    }
    assert not stated(connections, f"{LEAD}\n\n== Sequel ==\n{{{{main|Desperado (soundtrack)|Mariachi (video game)}}}}\nMore came.")


@pytest.mark.parametrize(
    ("words", "links"),
    [
        ("The novel had been filmed in 1951 as ''The Long Road''.", {"remake_of": {"The Long Road"}}),
        ("The book was previously adapted for the screen in 1938 under the title ''Dust''.", {"remake_of": {"Dust"}}),
        ("The play was filmed again in 2004 as ''Second Dust''.", {"remade_as": {"Second Dust"}}),
        ("The story had earlier been made as a television play called ''Dust''.", {}),
        ("The novel had been adapted for the stage in 1951 as ''The Long Road''.", {}),
    ],
)
def test_other_films_from_the_same_source(words: str, links: dict[str, set[str]]) -> None:
    assert stated(connections, f"{LEAD} {words}") == links


@pytest.mark.parametrize(
    "sentence", ["In the sequel, Holmes has far less to do.", "The original Alien was quiet, and its sequel, Aliens, was loud."]
)
def test_a_bare_name_after_the_word_sequel_may_begin_a_clause_of_its_own(sentence: str) -> None:
    review = f"---\nfilm: Desperado\nyear: 1995\n---\n\nDesperado is loud. {sentence}"
    assert stated(connections, review, "r.md") == {}
