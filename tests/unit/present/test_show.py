"""The record in a terminal: sections with counts and sources, conflicts marked, silence said."""

import re
from collections.abc import Callable
from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from filmdossier.errors import SettingsError
from filmdossier.model.claim import Stance
from filmdossier.model.film import FilmRecord
from filmdossier.model.reception import RatingOrigin
from filmdossier.present import show
from support.records import crowded, desperado, hostile, silent


def shown(record: FilmRecord, part: str | None = None, width: int = 80, *, colour: bool = False) -> str:
    """What the terminal gets."""
    out = StringIO()
    show.render(record, Console(file=out, width=width, force_terminal=colour, color_system="truecolor" if colour else None), part)
    return out.getvalue()


def section(text: str, heading: str) -> list[str]:
    """The lines of a section, blanks between columns drawn together."""
    lines = text.splitlines()
    start = next(index for index, line in enumerate(lines) if line.startswith(heading))
    end = next((index for index in range(start, len(lines)) if not lines[index]), len(lines))
    return [" ".join(line.split()) for line in lines[start:end]]


def test_the_parts_that_are_documented() -> None:
    assert list(show.PARTS) == [
        "identity", "credits", "cast", "story", "music", "links", "release", "reception", "conflicts", "silence", "documents", "suggestions",
    ]  # fmt: skip


def test_an_unknown_part_names_the_known_ones() -> None:
    with pytest.raises(SettingsError, match=r"no part 'plot'; its parts are identity, credits, .*suggestions"):
        shown(desperado(), "plot")


def test_the_head_says_what_the_record_rests_on() -> None:
    assert shown(desperado()).splitlines()[:4] == [
        "Desperado (1995)",
        "  also Pistolero",
        "  imdb:tt0112851",
        "  3 documents, 60 statements, 2 conflicts",
    ]
    film = silent()
    assert shown(replace(film, film=replace(film.film, year=None))).startswith("Desperado (year not told)\n")


def test_credits_carry_their_sources_and_how_many_documents_agree() -> None:
    lines = section(shown(desperado()), "CREDITS")
    assert lines[:5] == [
        "CREDITS 9",
        "Director Robert Rodriguez (3 documents) A1 A12 B3 C2",
        "Writer Robert Rodriguez (2 documents) A12 B3",
        "Producers Bill Borden A2",
        "Robert Rodriguez A2 A12",
    ]


def test_one_part_quotes_the_passages_it_rests_on() -> None:
    text = shown(desperado(), "cast")
    assert section(text, "CAST")[1:4] == [
        "Antonio Banderas El Mariachi (2 documents) A23 B7",
        "A23 “Antonio Banderas as El Mariachi”",
        "B7 “Antonio Banderas moves like a",
    ]
    assert "CREDITS" not in text
    assert "--part NAME" not in text


def test_disputes_and_conflicts_are_marked_in_words() -> None:
    text = shown(desperado())
    assert "Running time 104 minutes DISPUTED A8" in section(text, "FILM")
    assert section(text, "CONFLICTS") == [
        "CONFLICTS 2",
        "What the woman owns bookstore A18",
        "≠ library B9",
        "Running time 104 A8",
        "≠ 106 C4",
    ]


def test_scores_keep_their_count_date_and_check() -> None:
    text = " ".join(section(shown(desperado()), "RECEPTION"))
    for words in (
        "Rotten Tomatoes 70 % positive, 54 reviews; 95 % A37 A38 interval 57–81 %",
        "no date given check: possible: 38 of 54",
        "as of 1995-09 check: impossible",
        "average 7.1 / 10, number of votes not A40 given audience",
        "2 positive, 2 mixed, 1 negative, 1 not told",
        "40 % positive, 5 reviews with a stance",
        "stance not told · 7 (scale not told)",
        "praised: action sequences A42",
    ):
        assert words in text


def test_a_critic_speaks_briefly_in_the_whole_record_and_fully_in_the_part() -> None:
    film = desperado()
    own = film.reviews[-1]
    quotes = tuple(fact.evidence[0] for fact in film.facts[2:8:2]) + own.quotes
    talkative = replace(film, reviews=(replace(own, quotes=quotes),))
    assert "and 3 passages more" in " ".join(shown(talkative).split())
    part = " ".join(shown(talkative, "reception").split())
    assert "passages more" not in part
    assert "runs out of ideas before it runs out" in part


@pytest.mark.parametrize(("probability", "words"), [(0.82, ", 82 % sure)"), (0.36, ", only 36 % sure)")])
def test_a_stance_says_how_sure_its_reading_is(probability: float, words: str) -> None:
    film = desperado()
    read = replace(film.reviews[-1], stance=Stance.POSITIVE, stance_origin=RatingOrigin.INTERPRETED, stance_probability=probability)
    unsure = replace(film, reviews=(read,))
    assert words in " ".join(shown(unsure, "reception", width=160).split())


def test_silence_is_said() -> None:
    text = shown(silent())
    assert "Writer · Story by" in " ".join(section(text, "WHAT THE DOCUMENTS DO NOT SAY"))
    for heading in ("CAST", "STORY", "RECEPTION", "CONFLICTS"):
        assert heading not in text
    for part in ("cast", "story", "music", "links", "release", "reception", "identity"):
        assert "The documents say nothing of this." in shown(silent(), part)
    assert "do not contradict each other" in shown(silent(), "conflicts")
    assert "Nothing was left out" in shown(silent(), "suggestions")
    assert "Every part of the record has a value" not in shown(desperado(), "silence")


def test_what_was_left_out_is_counted_and_shown_on_request() -> None:
    assert "Left out: 1 suggestion and 2 claims set aside (--part suggestions)" in shown(desperado())
    text = " ".join(shown(desperado(), "suggestions").split())
    assert "Writer Los Lobos (31 %) A34" in text
    assert "Cast Raúl Juliá as Bucho – planned, not done A33" in text


@pytest.mark.parametrize("make", [desperado, silent, hostile, crowded])
@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_is_wider_than_the_terminal_and_none_ends_in_blanks(make: Callable[[], FilmRecord], width: int) -> None:
    for part in (None, *show.PARTS):
        for line in shown(make(), part, width).splitlines():
            assert len(line) <= width
            assert line == line.rstrip()


def test_documents_cannot_write_on_the_terminal() -> None:
    text = shown(hostile(), colour=True)
    assert "\x1b[31m.txt" not in text
    assert "\u202e" not in text
    assert "\N{REPLACEMENT CHARACTER}" in text
    bracketed = replace(silent(), film=replace(silent().film, title="[bold]Rec[/bold] [/] :smile:"))
    assert shown(bracketed).startswith("[bold]Rec[/bold] [/] :smile: (1995)")


def test_colour_only_repeats_what_the_words_say() -> None:
    coloured = shown(desperado(), colour=True)
    assert "\x1b[" in coloured
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == shown(desperado())
