"""What aggregators publish about their own numbers: how they round, when they show one, what they call it.

Enters an aggregator's claim; leaves the site's own word for such a number, or the least reviews it
needs. It derives no honour that a site gives by judgement (Certified Fresh), and no verdict from a rating.
"""

import re
from fractions import Fraction
from math import floor

from filmdossier.model.claim import AggregatorScore
from filmdossier.model.titles import title_key

# Rotten Tomatoes asked for five reviews until that day; since then for ten, twenty or forty by the size of the release.
_ROTTEN_TOMATOES_CHANGED = "2024-08-21"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_METACRITIC_LEAST = 4
_METACRITIC_BANDS = (
    (81, "universal acclaim", "green"),
    (61, "generally favorable", "green"),
    (40, "mixed or average", "yellow"),
    (20, "generally unfavorable", "red"),
    (0, "overwhelming dislike", "red"),
)
_FRESH = 60


def half_up(value: Fraction) -> int:
    """The nearest whole number, halves upward: 62.5 is 63, which Python's ``round`` makes 62."""
    return floor(value + Fraction(1, 2))


def tomatometer(positive: int, reviews: int) -> int:
    """The share of positive reviews as Rotten Tomatoes prints it, in whole per cent."""
    return half_up(Fraction(100 * positive, reviews))


def metacritic_points(value: Fraction) -> int:
    """A critic's rating, 0 to 1 of its scale, in Metacritic's points: two and a half stars of four are 63."""
    return half_up(100 * value)


def metacritic_band(score: float) -> tuple[str, str]:
    """Metacritic's words and colour for a film's Metascore from 0 to 100."""
    return next((words, colour) for least, words, colour in _METACRITIC_BANDS if half_up(Fraction(str(score))) >= least)


def called(score: AggregatorScore) -> str:
    """The site's own word for the number, by its published lines; '' for a site that publishes none."""
    site = title_key(score.name)
    if site == "rotten-tomatoes" and score.approval is not None and 0 <= score.approval <= 100:
        if score.approval >= _FRESH:
            return "hot" if score.audience else "fresh"
        return "" if score.audience else "rotten"
    if site == "metacritic" and score.score is not None and 10 < score.score <= 100 and not score.audience:
        return metacritic_band(score.score)[0]
    return ""


def too_few(score: AggregatorScore) -> str:
    """Why the site would not have shown a score of so few reviews; '' where it would, or where that is not known."""
    site = title_key(score.name)
    if score.reviews is None or score.audience:
        return ""
    if site == "metacritic" and score.score is not None and score.reviews < _METACRITIC_LEAST:
        return f"Metacritic shows no score of fewer than {_METACRITIC_LEAST} reviews"
    if site == "rotten-tomatoes" and score.approval is not None:
        least = rotten_tomatoes_least(score.as_of)
        since = f" since {_ROTTEN_TOMATOES_CHANGED}" if least == 10 else ""
        if score.reviews < least:
            return f"Rotten Tomatoes shows no score of fewer than {least} reviews{since}"
    return ""


def rotten_tomatoes_least(as_of: str | None) -> int:
    """The fewest reviews for which Rotten Tomatoes showed a score then; ``as_of`` as documents write dates, or None.

    Larger releases have needed more since August 2024. What need not lie after the change gets the older, lower number.
    """
    return 10 if as_of and _earliest(as_of) >= _ROTTEN_TOMATOES_CHANGED else 5


def _earliest(date: str) -> str:
    """The first day that a date can mean, ``YYYY-MM-DD``; '' where it names no year."""
    written = re.match(r"(?P<year>\d{4})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?$", date.strip())
    if written:
        return f"{written['year']}-{written['month'] or '01'}-{written['day'] or '01'}"
    year = re.search(r"\b(?:19|20)\d\d\b", date)
    if year is None:
        return ""
    month = next((number for number, name in enumerate(_MONTHS, start=1) if re.search(rf"\b{name}", date, re.IGNORECASE)), 0)
    day = re.search(r"\b(?:0?[1-9]|[12]\d|3[01])\b", date)
    return f"{year.group()}-{month or 1:02}-{int(day.group()) if day and month else 1:02}"
