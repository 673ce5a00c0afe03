"""Songs that running text names in quotation marks, and who is told to sing them."""

import pytest

from filmdossier.extract.songs_told import songs_told
from support.claims import stated

LEAD = "High Fidelity (2000)\n\nNotes for the showing of High Fidelity, directed by Stephen Frears.\n\n"


def told(words: str) -> dict[str, set[str]]:
    return stated(songs_told, f"{LEAD}{words}\n")


@pytest.mark.parametrize(
    ("words", "songs", "singers"),
    [
        (
            'Over the end credits Stevie Wonder sings "I Believe (When I Fall in Love)" and nobody leaves.',
            {"I Believe (When I Fall in Love)"},
            {"Stevie Wonder"},
        ),
        (
            'The shop\'s records do the rest: the Beta Band with "Dry the Rain", Katrina and the Waves\' "Walking on Sunshine" and, late at night, "Baby, I Love Your Way" by Peter Frampton. It is as much music as talk.',
            {"Dry the Rain", "Walking on Sunshine", "Baby, I Love Your Way"},
            {"Beta Band", "Katrina and the Waves", "Peter Frampton"},
        ),
        (
            'Jack Black tears into "Let\'s Get It On" at the launch, and the whole club dances.',
            {"Let's Get It On"},
            {"Jack Black"},
        ),
        (
            '"Crocodile Rock" plays over the titles in Elton John\'s recording, and the duet "Là ci darem la mano" stands for courtship.',
            {"Crocodile Rock", "Là ci darem la mano"},
            {"Elton John"},
        ),
        (
            "The score leaves room for others: Ernest Ranglin's guitar and a slow movement, from Mozart's Clarinet Concerto.",
            {"Clarinet Concerto"},
            {"Ernest Ranglin"},
        ),
        ('The song is "Tears Dry", in Flanagan and Allen\'s recording.', {"Tears Dry"}, {"Flanagan and Allen"}),
    ],
)
def test_songs_and_their_singers_in_running_text(words: str, songs: set[str], singers: set[str]) -> None:
    found = told(words)
    assert found.get("song", set()) == songs
    assert found.get("soundtrack_artist", set()) == singers


@pytest.mark.parametrize(
    "words",
    [
        'The critic called it "A Perfect Mixtape" in an article on music.',
        'Its music was nominated. The chapter "Top Five" opens the novel.',
        'The song "Oh Pretty Woman" was cut from the soundtrack.',
        'The musician Bobby "Boris" Pickett was a friend.',
        'Frears had made "The Grifters" (1990) before, with a score by Elmer Bernstein.',
    ],
)
def test_other_titles_in_quotation_marks_are_no_songs(words: str) -> None:
    assert told(words) == {}


def test_parts_of_the_story_and_writers_of_songs_are_no_singers() -> None:
    found = told(
        'Marie De Salle (Lisa Bonet) is a singer. Marie De Salle sings "Baby, I Love Your Way" in the club. '
        '"Everybody Hurts", by Bill Berry, is sung by Julian Dexter on the radio.'
    )
    assert found == {"song": {"Baby, I Love Your Way", "Everybody Hurts"}}
