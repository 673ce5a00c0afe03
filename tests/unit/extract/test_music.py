"""Songs and artists from track listings, song tables, lists of numbers and sentences."""

import pytest

from filmdossier.extract.music import music
from filmdossier.extract.track_lists import name_list, names_in
from filmdossier.model.text import Span
from support.claims import claims_of, stated

LEAD = "{{Infobox film|name=The Harder They Come|music=[[Desmond Dekker]]}}\n'''''The Harder They Come''''' is a 1972 Jamaican film.\n\n"


def page(body: str, heading: str = "Soundtrack") -> dict[str, set[str]]:
    return stated(music, f"{LEAD}== {heading} ==\n{body}")


def test_a_track_listing_gives_songs_and_who_sings_them() -> None:
    found = page(
        "{{Track listing|extra_column=Performer(s)|title1=Johnny Too Bad|extra1=The Slickers|length1=3:05"
        "|title2=Rivers of Babylon|extra2=[[The Melodians]] & Brent Dowe|length2=4:16}}"
    )
    assert found == {
        "song": {"Johnny Too Bad", "Rivers of Babylon"},
        "soundtrack_artist": {"The Slickers", "The Melodians", "Brent Dowe"},
    }


def test_a_table_of_songs_reads_like_a_track_listing() -> None:
    found = page('{| class="wikitable"\n! # !! Song !! Singers\n|-\n| 1 || "Pressure Drop" || Toots Hibbert, Raleigh Gordon\n|}')
    assert found == {"song": {"Pressure Drop"}, "soundtrack_artist": {"Toots Hibbert", "Raleigh Gordon"}}


def test_cues_of_the_score_are_no_songs() -> None:
    titles = "".join(f"|title{n}=Cue {n}|length{n}=1:0{n}" for n in range(1, 10))
    assert page("{{Track listing|all_music=Desmond Dekker" + titles + "}}") == {}


def test_the_composer_in_an_artist_column_is_a_credit_not_an_artist() -> None:
    found = page(
        "{{Track listing|extra_column=Artist|title1=Opening|extra1=Desmond Dekker|title2=Sweet and Dandy|extra2=The Maytals}}"
    )
    assert found == {"song": {"Sweet and Dandy"}, "soundtrack_artist": {"The Maytals"}}


def test_a_list_of_numbers() -> None:
    found = page(
        '* "Over the Rainbow" - [[Judy Garland]]\n* "If I Only Had a Brain" - danced and sung by Ray Bolger; music by Harold Arlen\n'
        '* "The Jitterbug" – performed by Buddy Ebsen (dubbed by Ken Darby)',
        "Musical numbers",
    )
    assert found["song"] == {"Over the Rainbow", "If I Only Had a Brain", "The Jitterbug"}
    assert found["soundtrack_artist"] >= {"Judy Garland", "Ray Bolger", "Buddy Ebsen"}
    assert "Harold Arlen" not in found["soundtrack_artist"]


def test_musicians_stand_before_their_instrument() -> None:
    found = stated(
        music, f"{LEAD}== Music ==\n=== Personnel ===\n* Ernest Ranglin, guitar\n* Jackie Jackson, Winston Wright, bass and organ"
    )
    assert found == {"soundtrack_artist": {"Ernest Ranglin", "Jackie Jackson", "Winston Wright"}}


@pytest.mark.parametrize(
    ("sentence", "artists", "songs"),
    [
        (
            "Artists on the soundtrack album include Dire Straits, Link Wray and Carlos Santana.",
            {"Dire Straits", "Link Wray", "Carlos Santana"},
            set(),
        ),
        ('The theme song "Live and Let Die" was performed by Wings.', {"Wings"}, {"Live and Let Die"}),
        ('The song "Mrs. Robinson" by the folk duo Simon and Garfunkel plays twice.', {"Simon", "Garfunkel"}, {"Mrs. Robinson"}),
        ("The score was recorded with the London Symphony Orchestra.", {"London Symphony Orchestra"}, set()),
        (
            'It uses several hymns, including "Abide with Me", "Jerusalem" and a brass version of "Nimrod".',
            set(),
            {"Abide with Me", "Jerusalem", "Nimrod"},
        ),
    ],
)
def test_sentences(sentence: str, artists: set[str], songs: set[str]) -> None:
    found = page(sentence, "Music")
    assert (found.get("soundtrack_artist", set()), found.get("song", set())) == (artists, songs)


@pytest.mark.parametrize(
    "sentence",
    [
        'Bob Marley\'s song "Exodus" was considered for the theme but rejected.',
        "The music was composed by Desmond Dekker.",
        'A stage version with songs by Cliff Jones was called "Harder".',
    ],
)
def test_what_is_not_in_the_film(sentence: str) -> None:
    assert page(sentence, "Music") == {}


def test_in_a_review_a_quoted_phrase_is_no_song() -> None:
    assert "song" not in stated(
        music, '---\nfilm: Jaws\nyear: 1975\n---\n\n_Jaws_ works. It gave us the line "Bigger Boat" and sings.', "r.md"
    )


def test_the_evidence_is_the_row() -> None:
    claims = claims_of(music, f"{LEAD}== Songs ==\n{{{{Track listing|extra_column=Singer|title1=Many Rivers|extra1=Jimmy Cliff}}}}")
    assert {claim.evidence[0].quote for claim in claims} == {"Many Rivers | Jimmy Cliff"}


def test_names_in_a_cell() -> None:
    text = "Alka Yagnik, Udit Narayan (as Ram) & Chorus feat. K. S. Chithra"
    assert [name for name, _ in names_in(text, Span(0, len(text)))] == ["Alka Yagnik", "Udit Narayan", "K. S. Chithra"]


def test_names_in_a_sentence_end_with_the_list() -> None:
    text = "by Steve Winwood (once of Traffic), Mud, Thin Lizzy and David Bowie while Hunt drives."
    names = [name for name, _ in name_list(text, 3, len(text))]
    assert names == ["Steve Winwood", "Mud", "Thin Lizzy", "David Bowie"]
