"""Makers whom a text takes for granted, asked for only where nobody is told outright."""

import pytest

from filmdossier.annotate import annotate
from filmdossier.extract.registry import extract
from filmdossier.model.annotations import FilmHint
from filmdossier.model.claim import Polarity, Predicate
from support.prose import document


def told(predicate: Predicate, *paragraphs: str) -> set[str]:
    page = document(*paragraphs)
    annotations = annotate(page, FilmHint(title="Night Ferry", year=1951))
    return {
        str(claim.value)
        for claim in extract(page, annotations)
        if claim.predicate is predicate and claim.polarity is Polarity.ASSERTED and claim.confidence >= 0.5
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "This is one of director Robert Siodmak's bleakest, and nobody went to see it.",
        "Robert Siodmak made the film that he had wanted to make for years.",
        "From there, Robert Siodmak's film never lets go.",
        "Robert Siodmak keeps the picture moving.",
    ],
)
def test_the_director_taken_for_granted(sentence: str) -> None:
    assert told(Predicate.DIRECTOR, "Two sisters wait for a boat.", sentence) == {"Robert Siodmak"}


@pytest.mark.parametrize(
    "sentence",
    [
        "It is a remake of director Robert Siodmak's first success.",
        "Ava Gardner plays the sister, and Ava Gardner's film it remains.",
        "Robert Siodmak's earlier film was better.",
        "It was meant as an homage to director Robert Siodmak.",
        "Robert Siodmak refused, and so did Fritz Lang.",
    ],
)
def test_nobody_is_concluded(sentence: str) -> None:
    assert told(Predicate.DIRECTOR, "Two sisters wait for a boat.", sentence) == set()


def test_what_is_said_outright_wins() -> None:
    assert told(Predicate.DIRECTOR, "Night Ferry was directed by Ida Lupino.", "Robert Siodmak made the film possible.") == {
        "Ida Lupino"
    }


def test_music_and_camera_of_somebody() -> None:
    lines = ("Two sisters wait for a boat.", "Franz Planer's camera never rests, and Hugo Friedhofer's arrangements sting.")
    assert told(Predicate.CINEMATOGRAPHER, *lines) == {"Franz Planer"}
    assert told(Predicate.COMPOSER, *lines) == {"Hugo Friedhofer"}


@pytest.mark.parametrize(
    ("sentence", "predicate", "maker"),
    [
        ("The silver light is the work of Franz Planer.", Predicate.CINEMATOGRAPHER, "Franz Planer"),
        ("The screenplay, after a novel by Vera Caspary, was by Ben Hecht.", Predicate.WRITER, "Ben Hecht"),
        ("Franz Planer lights Lisbon like a church.", Predicate.CINEMATOGRAPHER, "Franz Planer"),
        ("Franz Planer was director of photography.", Predicate.CINEMATOGRAPHER, "Franz Planer"),
        ("Music: Hugo Friedhofer.", Predicate.COMPOSER, "Hugo Friedhofer"),
    ],
)
def test_told_of_the_work(sentence: str, predicate: Predicate, maker: str) -> None:
    assert told(predicate, "Night Ferry is a drama of 1951 about two sisters.", sentence) == {maker}


@pytest.mark.parametrize(
    ("sentence", "nobody"),
    [
        ("The editing was done by Viola Lawrence, and Hugo Friedhofer, who died soon after, wrote the music.", "Hugo Friedhofer"),
        ("Viola Lawrence, whom the crew called Mother Scissors, edited the picture.", "Mother Scissors"),
        ("Max Roy was given the part of the newspaper editor Farrow.", "Farrow"),
    ],
)
def test_no_editors(sentence: str, nobody: str) -> None:
    assert nobody not in told(Predicate.EDITOR, "Night Ferry is a drama of 1951 about two sisters.", sentence)


def test_those_with_whom_a_speaker_worked() -> None:
    lines = (
        "Agnes Roy talks about her new film",
        "How did it begin?",
        "I wrote it with Max Lund, in a kitchen. Ida Berg and I cut it in nine days.",
        "Why did you choose to shoot in Porto?",
        "My crew lives there.",
    )
    page = document(*lines)
    annotations = annotate(page, FilmHint(title="Night Ferry", year=1951))
    found = {(claim.predicate, str(claim.value)) for claim in extract(page, annotations)}
    assert (Predicate.WRITER, "Max Lund") in found
    assert (Predicate.EDITOR, "Ida Berg") in found
    assert (Predicate.WRITER, "Ida Berg") not in found
    assert (Predicate.EDITOR, "Max Lund") not in found


@pytest.mark.parametrize(
    ("sentence", "predicate", "maker"),
    [
        ("Night Ferry is a war film that Ida Lupino wrote and directed.", Predicate.WRITER, "Ida Lupino"),
        ("Night Ferry is a war film that Ida Lupino wrote and directed.", Predicate.DIRECTOR, "Ida Lupino"),
        ("It was shot in black and white by Franz Planer, Max Roy is the boy.", Predicate.CINEMATOGRAPHER, "Franz Planer"),
        ("Viola Lawrence's cutting makes it a race.", Predicate.EDITOR, "Viola Lawrence"),
        ("The producers were Ann Todd and Peter Snell.", Predicate.PRODUCER, "Ann Todd"),
        ("Franz Planer, director of photography, went to the painters for his greys.", Predicate.CINEMATOGRAPHER, "Franz Planer"),
        ("(1951) dir. Ida Lupino", Predicate.DIRECTOR, "Ida Lupino"),
    ],
)
def test_further_ways(sentence: str, predicate: Predicate, maker: str) -> None:
    found = told(predicate, "Two sisters wait for a boat.", sentence)
    assert maker in found
    assert "Max Roy" not in found


def test_names_before_their_crafts() -> None:
    line = "It was made in Porto in six weeks; Franz Planer camera, Viola Lawrence editing, Hugo Friedhofer music."
    assert told(Predicate.CINEMATOGRAPHER, "Two sisters wait for a boat.", line) == {"Franz Planer"}
    assert told(Predicate.EDITOR, "Two sisters wait for a boat.", line) == {"Viola Lawrence"}
    assert told(Predicate.COMPOSER, "Two sisters wait for a boat.", line) == {"Hugo Friedhofer"}


def test_the_second_verb_has_a_subject_of_its_own() -> None:
    line = "Viola Lawrence cut the film, Hugo Friedhofer wrote the music out of old songs."
    assert told(Predicate.COMPOSER, "Two sisters wait for a boat.", line) == {"Hugo Friedhofer"}


@pytest.mark.parametrize(
    ("sentence", "predicate", "maker"),
    [
        ("Here are my notes on NIGHT FERRY (Portugal/France 1951, Ida Lupino, 92 min).", Predicate.DIRECTOR, "Ida Lupino"),
        ("Ben Hecht wrote it from a novel of 1938 that nobody had read.", Predicate.WRITER, "Ben Hecht"),
        ("Ben Hecht and Vera Caspary are credited with the script.", Predicate.WRITER, "Vera Caspary"),
    ],
)
def test_lines_of_a_note(sentence: str, predicate: Predicate, maker: str) -> None:
    assert maker in told(predicate, "Two sisters wait for a boat.", sentence)
