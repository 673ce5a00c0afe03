"""Reads a number as it is written in a rating: figures, decimal commas, vulgar fractions, English words.

Enters a few words ("3½", "2,5", "three and a half", "3 1/2", "eighty-five"); leaves an exact fraction.
``NUMBER`` is the pattern of such a number, for the patterns of whole ratings.
"""

import re
from fractions import Fraction

_SMALL = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
).split("|")  # fmt: skip
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety".split("|")
_WORDS = {word: number for number, word in enumerate(_SMALL)} | {word: 10 * number for number, word in enumerate(_TENS, 2)}
_VULGAR = {
    "½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3),
    "⅛": Fraction(1, 8), "⅜": Fraction(3, 8), "⅝": Fraction(5, 8), "⅞": Fraction(7, 8),
}  # fmt: skip
_NAMED = {"half": Fraction(1, 2), "quarter": Fraction(1, 4), "third": Fraction(1, 3)}

GAP = r"(?:\s+|-)"
_SIGN = f"[{''.join(_VULGAR)}]"
_SLASHED = r"(?:1/2|1/4|3/4|1/3|2/3)(?!\d)"
_PART_WORDS = rf"(?:(?:an?|one){GAP})?(?:half|quarter|third)\b|three{GAP}quarters|two{GAP}thirds"
_PART = rf"(?:{_SIGN}|{_SLASHED}|{_PART_WORDS})"
_UNITS = "|".join(_SMALL[1:10])
_WORD = rf"(?:(?:{'|'.join(_TENS)})(?:{GAP}(?:{_UNITS}))?|(?:an?|one){GAP}hundred|hundred|{'|'.join(reversed(_SMALL))})"
_FIGURE = r"\d{1,3}(?:[.,]\d{1,10})?"
# 3 · 3.5 · 3,5 · 3½ · 3 1/2 · 3-1/2 · 3 and a half · three · three and a half · three ½ · ½ · a half · half a (star)
NUMBER = (
    rf"(?:{_FIGURE}(?:{_SIGN}|(?:\s*(?:\band\b|&)\s*|{GAP}){_PART})?|{_WORD}(?:{GAP}and{GAP}{_PART}|{GAP}{_PART})?"
    rf"|(?:{_PART})(?:{GAP}(?:of{GAP})?an?\b)?)"
)
_READ = re.compile(
    rf"(?:(?P<figure>{_FIGURE})|(?P<word>{_WORD}))?(?:[\s-]*(?:\band\b|&)?[\s-]*(?P<part>{_PART}))?(?:{GAP}(?:of{GAP})?an?)?",
    re.IGNORECASE,
)
_QUARTERS = re.compile(r"three\W+quarters|two\W+thirds", re.IGNORECASE)


def number_of(words: str) -> Fraction | None:
    """The number that ``words`` are, and nothing else; None where they are no number."""
    match = _READ.fullmatch(words.strip())
    if match is None or (match["figure"] is None and match["word"] is None and match["part"] is None):
        return None
    return _whole(match["figure"], match["word"]) + (_part(match["part"]) if match["part"] else Fraction(0))


def _whole(figure: str | None, word: str | None) -> Fraction:
    if figure is not None:
        return Fraction(figure.replace(",", "."))
    if word is None:
        return Fraction(0)
    words = re.split(r"[\s-]+", word.casefold())
    if words[-1] == "hundred":
        return Fraction(100)
    return Fraction(sum(_WORDS[each] for each in words))


def _part(words: str) -> Fraction:
    if words in _VULGAR:
        return _VULGAR[words]
    if "/" in words:
        return Fraction(words)
    if _QUARTERS.fullmatch(words):
        return Fraction(3, 4) if words[:5].casefold() == "three" else Fraction(2, 3)
    return next(value for name, value in _NAMED.items() if words.casefold().endswith(name))
