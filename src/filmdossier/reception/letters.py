"""Tables from letter grades to numbers.

No publication says what its letters are worth, so there are three readings and the reader may
choose: Metacritic's published table, equal steps from A+ to F, and marks as at school.
"""

from enum import StrEnum
from fractions import Fraction


class LetterProfile(StrEnum):
    """How letters are read as numbers."""

    METACRITIC = "metacritic"
    EQUAL_STEPS = "equal steps"
    SCHOOL = "school"


GRADES = ("F", "D-", "D", "D+", "C-", "C", "C+", "B-", "B", "B+", "A-", "A", "A+")
# Metacritic gives A, B+, B-, C+, C, D+ and F; the rest are the steps between them.
_METACRITIC = {
    "A+": 100, "A": 100, "A-": 91, "B+": 83, "B": 75, "B-": 67, "C+": 58, "C": 50, "C-": 42, "D+": 33, "D": 25, "D-": 16, "F+": 8, "F": 0, "F-": 0,
}  # fmt: skip
_SCHOOL = {
    "A+": 98, "A": 95, "A-": 91, "B+": 88, "B": 85, "B-": 81, "C+": 78, "C": 75, "C-": 71, "D+": 68, "D": 65, "D-": 61, "F+": 55, "F": 50, "F-": 50,
}  # fmt: skip


def letter_value(grade: str, profile: LetterProfile = LetterProfile.METACRITIC) -> Fraction | None:
    """What a grade such as ``B-`` is worth, 0 to 1; None for a grade that the profile does not know."""
    if profile is LetterProfile.EQUAL_STEPS:
        plain = "F" if grade.startswith("F") else grade
        return Fraction(GRADES.index(plain), len(GRADES) - 1) if plain in GRADES else None
    table = _METACRITIC if profile is LetterProfile.METACRITIC else _SCHOOL
    return Fraction(table[grade], 100) if grade in table else None
