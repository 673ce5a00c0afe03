"""The words for what is computed from the reviews."""

from dataclasses import replace

from filmdossier.model.claim import AggregatorScore
from filmdossier.model.reception import LetterMean
from filmdossier.present.computed import computed_words, site_word
from support.records import EMPTY_RECEPTION

_RATED = replace(
    EMPTY_RECEPTION,
    reviews=6,
    rated=6,
    mean=67.0,
    letter_means=(LetterMean(profile="metacritic", mean=67.0), LetterMean(profile="equal steps", mean=64.5), LetterMean(profile="school", mean=71.25)),
    shrunk_mean=65.75,
    prior_mean=60.0,
    prior_weight=1.3,
    adjusted=4,
    adjusted_mean=66.2,
    adjustment="4 of 6 ratings adjusted for their critics' leniency, 2 not adjusted",
)  # fmt: skip


def test_every_number_has_its_count_and_its_constants() -> None:
    assert computed_words(_RATED) == [
        "Mean of the same 6 ratings: 67 % by Metacritic's table of letters, 64.5 % by equal steps from F to A+ and 71.25 % by marks as at school",
        "Shrunk mean 65.75 %: 6 ratings and, as if 1.3 more had given it (m), 60 % (C)",
        "Adjusted mean 66.2 %: 4 of 6 ratings adjusted for their critics' leniency, 2 not adjusted",
    ]


def test_what_is_not_adjusted_says_so() -> None:
    reception = replace(
        _RATED, rated=2, mean=None, letter_means=(), adjusted=0, adjusted_mean=None, adjustment="not adjusted: nobody"
    )
    assert computed_words(reception)[-1] == "Not adjusted: nobody"


def test_nothing_computed_nothing_said() -> None:
    assert computed_words(EMPTY_RECEPTION) == []


def test_a_site_s_word_is_marked_as_the_site_s() -> None:
    assert site_word(AggregatorScore(name="Metacritic", score=60, reviews=20)) == "Metacritic calls that “mixed or average”"
    assert site_word(AggregatorScore(name="IMDb", average=7.1, average_max=10)) == ""
