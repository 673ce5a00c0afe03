"""What the film imitates or resembles, and what imitates it."""

import pytest

from filmdossier.extract.connections import influences
from support.claims import stated

LEAD = "{{Infobox film|name=Blade Runner}}\n'''''Blade Runner''''' is a 1982 film directed by Ridley Scott."


def page(sentence: str, heading: str = "Themes") -> dict[str, set[str]]:
    return stated(influences, f"{LEAD}\n\n== {heading} ==\n{sentence}")


def review(sentence: str) -> dict[str, set[str]]:
    return stated(
        influences, f"---\nfilm: Blade Runner\nyear: 1982\ngrade: B\n---\n\n_Blade Runner_ is a treat. {sentence}", "r.md"
    )


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The film was influenced by the works of Edward Hopper and film noir.", {"Edward Hopper", "film noir"}),
        ("Drawing inspiration from Moebius, the crew built a city.", {"Moebius"}),
        ("It is a homage to the 1927 film ''Metropolis''.", {"Metropolis"}),
        ("Its city is reminiscent of ''Metropolis'' and ''Things to Come''.", {"Metropolis", "Things to Come"}),
        ("It stands in the tradition of Raymond Chandler.", {"Raymond Chandler"}),
        ("Critics compared it to ''Metropolis''.", {"Metropolis"}),
        ("It owes a lot to German expressionism.", {"German expressionism"}),
    ],
)
def test_sources(sentence: str, names: set[str]) -> None:
    assert page(sentence)["influenced_by"] == names


def test_a_film_that_influenced_it_is_also_a_connection_and_a_novel_is_not() -> None:
    found = page("It drew on the 1927 film ''Metropolis''. It was inspired by the novel ''Frankenstein''.")
    assert found["influenced_by"] == {"Metropolis", "Frankenstein"}
    assert found["influenced_by_film"] == {"Metropolis"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The series ''Altered Carbon'' was inspired by ''Blade Runner''.",
        "The cast was borrowed from Warner Bros.",
        "Scott did not want it to be too similar to ''Alien''.",
        "It is nothing like ''Heavy Metal''.",
    ],
)
def test_what_is_no_source(sentence: str) -> None:
    assert "influenced_by" not in page(sentence)


@pytest.mark.parametrize(
    ("sentence", "films"),
    [
        ("The film was parodied in the 1996 comedy film ''Spy Hard''.", {"Spy Hard"}),
        ("Scenes from ''Blade Runner'' were used in the spoof ''Dead Men'' (1990).", {"Dead Men"}),
        ("''The Matrix'' was influenced by ''Blade Runner''.", {"The Matrix"}),
        (
            "Quotations from its script have appeared in such works as Kate Bay's ''The Duel'' (1994), and Wes Roy's ''Rushes''.",
            {"The Duel", "Rushes"},
        ),
    ],
)
def test_later_films(sentence: str, films: set[str]) -> None:
    assert page(sentence, "Legacy") == {"influenced_film": films}


def test_quotes_a_reviewer_recognises() -> None:
    found = review(
        "We can easily recognize endless quotes from John Woo or Tsui Hark. There is also much of Sergio Leone in the close-ups."
    )
    assert found == {"influenced_by": {"John Woo", "Tsui Hark", "Sergio Leone"}}


def test_a_film_the_review_measures_it_against() -> None:
    assert review("It feels like _Metropolis_.") == {"influenced_by": {"Metropolis"}, "influenced_by_film": {"Metropolis"}}


@pytest.mark.parametrize(
    "sentence",
    [
        "Scott also directed _Alien_.",
        "Hauer, who starred in _Soldier of Orange_, shines.",
        "Watch _Brazil_ instead.",
        "It is _really_ like that.",
    ],
)
def test_films_named_for_who_made_them(sentence: str) -> None:
    assert review(sentence) == {}


def test_eponyms() -> None:
    assert review("A Hitchcockian scene follows.") == {"influenced_by": {"Alfred Hitchcock"}}
