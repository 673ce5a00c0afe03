"""Reads a critic's rating as written into a scale and an exact value.

Enters the raw words ("3½ stars out of four", "B-plus", "★★★☆☆", "3,5/5"); leaves a ``Rating``
whose ``raw`` is untouched. What does not say its scale keeps the scale ``unknown`` and no value:
a bare "8", "four stars", "1/2" (a half, or one of two) are not guessed at, and :func:`read_rating`
says why. The critic's other ratings may tell the scale: see ``own_scale``.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from filmdossier.model.reception import Rating, RatingOrigin
from filmdossier.reception.figures import NUMBER, number_of
from filmdossier.reception.figures_abroad import in_english
from filmdossier.reception.letters import LetterProfile, letter_value
from filmdossier.reception.shapes import SHAPES, scale_name, star_count

_LONGEST = 120
_MARK = r"(?:(?:\s+|-)?(?P<{0}word>plus|minus)\b|\s?(?P<{0}sign>[+\-−–—]))"
_LETTER = re.compile(rf"(?<![\w.'’])(?P<letter>[A-F]){_MARK.format('')}?(?![\w'’]|\.\w)")
_TWO_LETTERS = re.compile(
    rf"[\"“']?(?P<a>[A-F])(?:{_MARK.format('a')})?\s*(?:/|\bto\b|\bor\b)\s*(?P<b>[A-F])(?:{_MARK.format('b')})?[\"”']?"
)
_SMALL_LETTER = re.compile(r"(?P<letter>[a-f])\s?(?P<sign>[+\-−–])")  # nothing but a grade has a sign
_TOLD = re.compile(r"\b(?:grades?d?|rat(?:ing|ed)|scored?|an?|of|it|gave|gives|awarded|earned|gets?)[\s:\"“'‘]*$", re.IGNORECASE)
_STARS = r"(?:[\s-]*(?:full\s+)?stars?\b)"
_ONE_NUMBER = re.compile(
    rf"\W*(?:(?:rating|rated|grade|score|scored|stars?|gave it|a|an|my|our|full|perfect)\b[\s:]*)*(?P<n>{NUMBER})(?P<stars>{_STARS})?\W*",
    re.IGNORECASE,
)
_HALF_DOTTED = re.compile(r"(?P<n>\d)\.1/2")


class Doubt(StrEnum):
    """Why a rating has no value."""

    NO_SCALE = "a number that does not say out of what"
    NO_MOST_STARS = "stars that do not say out of how many"
    HALF_OR_ONE_OF_TWO = "a half, or one of two"
    SPAN_OR_SCALE = "a span of numbers that may be a range or a scale"
    TOO_MUCH = "more than the most there can be"
    MALFORMED = "figures in no form that ratings have"
    WORDS = "words that are on no known scale"


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingReading:
    """A rating as read. ``count`` is the bare number of one without a scale; ``doubt`` is None where there is a value."""

    rating: Rating
    count: Fraction | None = None
    doubt: Doubt | None = None


def parse_rating(raw: str, letters: LetterProfile = LetterProfile.METACRITIC) -> Rating:
    """The rating that ``raw`` expresses; scale ``unknown`` and value None where it does not say its scale.

    ``value`` is n/m (a scale from 1 to m counts from nought all the same; one that goes below nought
    counts from its lower end); a letter's value comes from the table ``letters``. A number above its
    own maximum has a scale and no value.
    """
    return read_rating(raw, letters).rating


@lru_cache(maxsize=16_384)  # seventy thousand reviews hold three thousand ratings written differently
def read_rating(raw: str, letters: LetterProfile = LetterProfile.METACRITIC) -> RatingReading:
    """The rating that ``raw`` expresses, with the bare number and the reason where it has no value."""
    words = in_english(_plain(raw))
    for shape in SHAPES:
        found = shape(words)
        if found is not None:
            return _shaped(raw, words, *found)
    graded = _grades(words, letters)
    if graded is not None:
        return RatingReading(rating=Rating(raw=raw, scale="letters", value=graded, origin=RatingOrigin.CONVERTED))
    unknown = Rating(raw=raw, scale="unknown", value=None, origin=RatingOrigin.GIVEN)
    return _bare(unknown, words)


def _plain(raw: str) -> str:
    """The words without what changes nothing: outer blanks, no-break spaces, the mark that makes a sign an emoji."""
    return raw.strip()[:_LONGEST].replace("\u00a0", " ").replace("\u202f", " ").replace("\ufe0f", "")


def _shaped(raw: str, words: str, scale: str, value: Fraction | None, origin: RatingOrigin) -> RatingReading:
    if value is None:
        rating = Rating(raw=raw, scale=scale, value=None, origin=origin)
        return RatingReading(rating=rating, count=star_count(words), doubt=Doubt.NO_MOST_STARS)
    inside = 0 <= value <= 1
    rating = Rating(raw=raw, scale=scale, value=value if inside else None, origin=origin)
    return RatingReading(rating=rating, doubt=None if inside else Doubt.TOO_MUCH)


def _bare(unknown: Rating, words: str) -> RatingReading:
    """What can be said of a rating on no scale."""
    if re.fullmatch(r"\W*1/2\W*", words):
        return RatingReading(rating=unknown, doubt=Doubt.HALF_OR_ONE_OF_TWO)
    dotted = _HALF_DOTTED.fullmatch(words)
    if dotted is not None:
        return RatingReading(rating=unknown, count=Fraction(dotted["n"]) + Fraction(1, 2), doubt=Doubt.NO_SCALE)
    match = _ONE_NUMBER.fullmatch(words)
    count = number_of(match["n"]) if match is not None else None
    if match is None or count is None or (not match["stars"] and re.match(r"\D*(?:half|quarter|third)\b", words, re.IGNORECASE)):
        if re.fullmatch(r"\W*\d+\s*[–-]\s*\d+\W*", words):
            return RatingReading(rating=unknown, doubt=Doubt.SPAN_OR_SCALE)
        return RatingReading(rating=unknown, doubt=Doubt.MALFORMED if re.search(r"\d", words) else Doubt.WORDS)
    if not match["stars"]:
        return RatingReading(rating=unknown, count=count, doubt=Doubt.NO_SCALE)
    if 4 < count <= 5:  # as with the symbols: more than four stars can only be of five
        top = Fraction(5)
        rating = Rating(raw=unknown.raw, scale=scale_name(top), value=count / top, origin=RatingOrigin.CONVERTED)
        return RatingReading(rating=rating, count=count)
    return RatingReading(rating=unknown, count=count, doubt=Doubt.NO_MOST_STARS)


def _grades(words: str, letters: LetterProfile) -> Fraction | None:
    """What the letter is worth; of two letters between which the critic wavers ("B+/A-") the middle."""
    small = _SMALL_LETTER.fullmatch(words)
    if small is not None:
        return letter_value(small["letter"].upper() + _sign(None, small["sign"]), letters)
    two = _TWO_LETTERS.fullmatch(words)
    if two is not None:
        a, b = (letter_value(two[n] + _sign(two[f"{n}word"], two[f"{n}sign"]), letters) for n in "ab")
        return None if a is None or b is None else (a + b) / 2
    grade = _grade(words)
    return None if grade is None else letter_value(grade, letters)


def _grade(words: str) -> str | None:
    """The letter grade among the words: alone, or after "grade", "rated" or an article."""
    for match in _LETTER.finditer(words):
        sign = _sign(match["word"], match["sign"])
        alone = not re.search(r"\w", words[: match.start()] + words[match.end() :])
        told = _TOLD.search(words[: match.start()])
        article = match["letter"] == "A" and not sign and re.match(r"[\"”]?\s+\w", words[match.end() :])
        if alone or (told and not article) or (sign and not article):
            return match["letter"] + sign
    return None


def _sign(word: str | None, sign: str | None) -> str:
    if word:
        return "+" if word == "plus" else "-"
    return "" if not sign else "+" if sign == "+" else "-"
