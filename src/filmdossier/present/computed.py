"""Puts into words what is computed from the reviews beside the share and the mean.

A reception or an aggregator's claim enters; lines leave, each with the counts and constants that it rests on.
"""

from filmdossier.model.claim import AggregatorScore
from filmdossier.model.reception import Reception
from filmdossier.present.wording import count, listed, number, raised
from filmdossier.reception.aggregators import called

_PROFILES = {
    "metacritic": "Metacritic's table of letters",
    "equal steps": "equal steps from F to A+",
    "school": "marks as at school",
}


def computed_words(reception: Reception) -> list[str]:
    """What else is computed from the ratings, a line each: the mean under each table of letters, shrunk, and freed from leniency; what is estimated comes last and says so."""
    lines = []
    if reception.letter_means:
        means = [f"{number(mean.mean)} % by {_PROFILES[mean.profile]}" for mean in reception.letter_means]
        lines.append(f"Mean of the same {count(reception.rated, 'rating')}: {listed(means)}")
    if reception.shrunk_mean is not None and reception.prior_mean is not None and reception.prior_weight is not None:
        lines.append(
            f"Shrunk mean {number(reception.shrunk_mean)} %: {count(reception.rated, 'rating')} and, as if {number(reception.prior_weight)} more "
            f"had given it (m), {number(reception.prior_mean)} % (C)"
        )
    if reception.adjusted_mean is not None:
        lines.append(f"Adjusted mean {number(reception.adjusted_mean)} %: {reception.adjustment}")
    elif reception.rated and reception.adjustment:
        lines.append(raised(reception.adjustment))
    if reception.estimated is not None:
        told = reception.estimated
        lines.append(
            f"Estimated, not counted: {number(round(told.share))} % of the {count(told.reviews, 'review')} without a stated verdict recommend the film; "
            f"95 % interval {number(round(told.low))}–{number(round(told.high))} %, for words and ratings misread"
        )
    return lines


def site_word(score: AggregatorScore) -> str:
    """What the site calls such a number, by its published lines; '' where it publishes none."""
    word = called(score)
    return f"{score.name} calls that “{word}”" if word else ""
