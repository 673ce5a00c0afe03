"""Influences and later films told with the work as subject, and remakes that bear the film's own title."""

import pytest

from filmdossier.extract.awards import awards
from filmdossier.extract.connections import connections, influences
from filmdossier.extract.music import music
from filmdossier.extract.places import places
from support.claims import Extractor, stated

LEAD = "'''''Night Ferry''''' is a 1951 drama film.\n\n"


def page(extractor: Extractor, sentence: str, heading: str) -> dict[str, set[str]]:
    return stated(extractor, f"{LEAD}== {heading} ==\n{sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "The long shot on the pier was taken from Alfred Hitchcock's ''Sabotage''.",
        "Valdor also had the structure of ''Sabotage'' in her head.",
        "''Sabotage'' was another influence.",
        "''Sabotage'' gave Valdor the idea.",
        "Valdor was inspired by the docks of her youth and by ''Sabotage''.",
    ],
)
def test_sources(sentence: str) -> None:
    assert page(influences, sentence, "Production").get("influenced_by") == {"Sabotage"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Ines Valdor had taken a train to the coast before ''Sabotage'' opened.",
        "Her next film, ''Low Tide'', was taken from a novel.",
        "The role was written with Tom Cruse in mind.",
    ],
)
def test_no_sources(sentence: str) -> None:
    assert "influenced_by" not in page(influences, sentence, "Production")


@pytest.mark.parametrize(
    "sentence",
    [
        "A run of imitations came after it, among them ''Low Tide'' (1957).",
        "''Low Tide'' (1957) was pitched to the studio as \"Night Ferry in space\".",
        "Without it there would be no ''Low Tide'' (1957).",
        "Critics have found traces of the film in ''Low Tide'' (1957).",
        "The film left its mark on ''Low Tide'' (1957).",
        "The ending gave Jo Park the idea for ''Low Tide'' (1957).",
        "Jo Park has named it among the sources of ''Low Tide'' (1957).",
        "''Low Tide'' (1957) took its plot as a model.",
    ],
)
def test_later_films(sentence: str) -> None:
    assert any("Low Tide" in value for value in page(influences, sentence, "Legacy").get("influenced_film", ()))


def test_remakes_of_its_own_title() -> None:
    for sentence in (
        "A remake of 1998 is best forgotten.",
        "It was remade as a television film in 1973.",
        "The 1998 American remake had no tide.",
    ):
        assert any("Night Ferry" in value for value in page(connections, sentence, "Legacy").get("remade_as", ())), sentence
    assert "remade_as" not in page(connections, "It is itself no remake of 1932 or any other year.", "Legacy")


def test_what_follows_is_no_sequel() -> None:
    assert not {"followed_by", "sequel_to"} & set(
        page(connections, "The shoot was followed by work at Barton Academy in Mobile.", "Production")
    )
    assert not {"followed_by", "sequel_to"} & set(
        page(connections, "Her part was a continuation of the one she had in ''Low Tide''.", "Production")
    )


def test_who_lent_voices() -> None:
    told = page(
        music, '[[Lata Sen]] and [[Kumar Roy]] lent their voices to "Tujhe Dekha"; the Gull Kings play "Hotel Tide".', "Soundtrack"
    )
    assert told["song"] == {"Tujhe Dekha", "Hotel Tide"}
    assert told["soundtrack_artist"] >= {"Lata Sen", "Kumar Roy"}


def test_quoted_verdicts_on_the_music_are_no_songs() -> None:
    assert "song" not in page(music, 'One critic called the score "A Feast For Ears".', "Music")


def test_what_was_brought_and_counted() -> None:
    told = page(
        awards, "It won a record ten Tide Awards of its time, including Best Film and Best Director (Ines Valdor).", "Awards"
    )
    assert told["award"] == {"Tide Award for Best Film", "Tide Award for Best Director"}
    assert page(awards, "The music brought Moor the BAFTA Award for Best Film Music.", "Awards")["award"] == {
        "BAFTA Award for Best Film Music"
    }


def test_where_the_unit_moved() -> None:
    told = page(places, "The unit then moved to Isle Studios and to Shepper Studios.", "Production")
    assert told["filming_place"] == {"Isle Studios", "Shepper Studios"}
    assert page(places, "The last scene was filmed at Apta railway station.", "Production")["filming_place"] == {
        "Apta railway station"
    }


@pytest.mark.parametrize(
    "items",
    [
        ("''Blue Tide'' – Ann Day", "''Low Sun'' – Kim Roe", "''Red Pier'' – Lee Orr"),
        ("Blue Tide - sung by Ann Day", "Low Sun - Kim Roe", "Red Pier - Lee Orr"),
        ('Ann Day – "Blue Tide"', 'Kim Roe – "Low Sun"', 'Lee Orr – "Red Pier"'),
    ],
)
def test_lists_of_songs_however_set(items: tuple[str, ...]) -> None:
    told = page(music, "\n".join(f"* {item}" for item in items), "Soundtrack")
    assert told == {"song": {"Blue Tide", "Low Sun", "Red Pier"}, "soundtrack_artist": {"Ann Day", "Kim Roe", "Lee Orr"}}


def test_a_list_of_titles_alone() -> None:
    assert page(music, "* Blue Tide\n* Low Sun\n* Red Pier", "Songs") == {"song": {"Blue Tide", "Low Sun", "Red Pier"}}
    assert page(music, "* Label: Tide Records\n* Producer: Lee Orr\n* Length: 31 minutes", "Soundtrack") == {}


def test_awards_without_their_giver_or_the_word_best() -> None:
    told = page(awards, "Nominated for six Academy Awards, it lost most and won for Best Adapted Screenplay.", "Awards")
    assert told["award"] == {"Academy Award for Best Adapted Screenplay"}
    told = page(awards, "It received two Oscars: Best Animated Feature and Sound Editing.", "Awards")
    assert told["award"] == {"Oscar for Best Animated Feature", "Oscar for Sound Editing"}
