"""The shapes in which ratings with a scale of their own are written, one reader each.

Enters the words of a rating; a reader leaves its scale, its value from 0 to 1 before any bound is
looked at, and how that was come by, or None where the words have another shape. Letters are apart.
"""

import re
from collections.abc import Callable
from fractions import Fraction

from filmdossier.model.reception import RatingOrigin
from filmdossier.reception.figures import GAP, NUMBER, number_of

# Scale, value (None where the scale is not stated) and origin.
Shape = tuple[str, Fraction | None, RatingOrigin]

_SLASH = r"[/\u2044\u2215]"
# "out of" as other languages say it, between figures only: "4 sur 5", "3 von 5 Sternen", "7 de 10", "3 su 5", "4 van de 5".
_ELSEWHERE = r"sur|von|de|su|van(?: de)?|av|auf|din|z|из"
_UNIT = (
    r"(?:[\s-]*(?:stars?|points?|pts?\.?|bones|hearts|marks?|cups?|reels?|rupees|buckets?|skulls?|popcorns?|[ée]toiles?|sterne[n]?|"
    r"estrellas?|estrelas?|stell[ea]|stjern(?:e|er|or)|punkte[n]?|puntos?|punti|pontos?)\b|\s?[★⭐✭✮*])"
)
_OF = (
    rf"(?:\s*{_SLASH}\s*|{GAP}?[(\[]?(?:out{GAP}of|of|from|on a scale of(?: (?:0|1|zero|one) (?:to|-|–))?|on|{_ELSEWHERE})"
    rf"(?:{GAP}(?:an?|the))?(?:{GAP}(?:possible|maximum(?:{GAP}of)?))?{GAP})"
)
_OUT_OF = re.compile(
    rf"(?<![\d.,/])(?<!\d\s)(?P<n>{NUMBER}){_UNIT}?(?P<of>{_OF})(?P<m>{NUMBER})(?:{_UNIT}|[\s-]*★)?(?![\d/])", re.IGNORECASE
)
# "1/2" is a half as well as one of two, "2.1/2" is two and a half, "3/4/5" is nothing.
_NO_SHARE = re.compile(rf"1{_SLASH}2|\d\.1{_SLASH}2|\d/\d{_SLASH}\d+")
_RANGE = re.compile(rf"(?P<a>{NUMBER})\s*[–-]\s*(?P<b>{NUMBER})\s*(?:{_SLASH}|out of)\s*(?P<m>{NUMBER})(?![\d/])", re.IGNORECASE)
_SIGNED_NUMBER = r"[+\-−–]?\d+(?:[.,]\d+)?"
_SIGNED = re.compile(
    rf"(?P<n>{_SIGNED_NUMBER})(?!\d)[^\d+\-−–]{{0,30}}?(?<=[\s(\[])(?P<low>[\-−–]\d+)\s*(?:\.\.+|…|to|through|/|–|,)\s*(?P<high>\+?\d+)",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"(?<![\d.,])(?P<n>\d{1,3}(?:[.,]\d+)?)\s*(?:%|percent\b|per cent\b|pct\b)", re.IGNORECASE)
_THUMB = re.compile(r"(?:\b(?P<n>\w+)\s+)?(?:big\s+|enthusiastic\s+)?thumbs?[\s-]+(?P<way>up|down|sideways)", re.IGNORECASE)
_THUMB_SIGNS = re.compile("[👍👎]")
_DIE = "[1-6]|one|two|three|four|five|six"
_DICE = re.compile(
    rf"(?:\b(?:die|dice)\b|terningkast)[^\d\n]{{0,12}}?\b(?P<n>{_DIE})\b|\b(?P<m>{_DIE})\b[^\d\n]{{0,12}}\b(?:die|dice|eyes)\b",
    re.IGNORECASE,
)
_DIE_SIGNS = "⚀⚁⚂⚃⚄⚅"
_FULL, _EMPTY, _HALVED = "★⭐✭✮✪🌟●", "☆✰○", "½⯨⯪◐"
_SYMBOLS = re.compile(
    rf"(?<!\d)(?<!\d\s)(?P<full>[{_FULL}](?:\s?[{_FULL}])*|\*{{1,10}}(?![A-Za-z*]))\s?(?P<half>[{_HALVED}]|1/2)?(?P<empty>(?:\s?[{_EMPTY}])*)"
    rf"|(?P<lone>[{_HALVED}])\s?(?P<rest>[{_EMPTY}]+)|(?P<none>[{_EMPTY}]{{3,10}})"
)


def signed(words: str) -> Shape | None:
    """ "+2 out of -4..+4", "-1 on a scale of -4 to +4": counted from the lower end."""
    match = _SIGNED.search(words)
    if match is None:
        return None
    low, high, number = (_signed(match[name]) for name in ("low", "high", "n"))
    if low >= high:
        return None
    return f"{low}..{match['high']}", (number - low) / (high - low), RatingOrigin.GIVEN


def between(words: str) -> Shape | None:
    """ "7-8/10": the middle of what the critic wavers between."""
    match = _RANGE.search(words)
    if match is None:
        return None
    low, high, top = (number_of(match[name]) for name in "abm")
    if low is None or high is None or not top or low >= high:
        return None
    return scale_name(top), (low + high) / 2 / top, RatingOrigin.CONVERTED


def symbols(words: str) -> Shape | None:
    """Stars, full, half and empty, with the maximum that the empty ones or the words after them tell."""
    match = _SYMBOLS.search(words)
    if match is None:
        return None
    count, all_of_them = _counted(match)
    stated = re.match(rf"{_OF}(?P<m>{NUMBER}|\*+|★+)", words[match.end() :], re.IGNORECASE)
    if stated:
        top = Fraction(len(stated["m"])) if stated["m"][0] in "*★" else number_of(stated["m"])
    elif all_of_them > count.__ceil__():
        top = Fraction(all_of_them)
    else:
        # Scales of four and five stars are both common; more than four stars can only be of five.
        top = Fraction(5) if 4 < count <= 5 else None
    if top is None:
        return "unknown", None, RatingOrigin.CONVERTED
    return (scale_name(top), count / top, RatingOrigin.CONVERTED) if top else None


def star_count(words: str) -> Fraction | None:
    """How many stars the symbols among ``words`` are; None where there are none."""
    match = _SYMBOLS.search(words)
    return _counted(match)[0] if match else None


def _counted(match: re.Match[str]) -> tuple[Fraction, int]:
    """The stars given, and all places for stars, empty ones too."""
    half = Fraction(1, 2)
    if match["none"]:
        return Fraction(0), len(match["none"])
    if match["lone"]:
        return half, 1 + len(match["rest"])
    full, empty = len(re.sub(r"\s", "", match["full"])), len(re.sub(r"\s", "", match["empty"] or ""))
    return full + (half if match["half"] else Fraction(0)), full + bool(match["half"]) + empty


def out_of(words: str) -> Shape | None:
    """ "3/4", "3,5/5", "two and a half stars out of four", "7 on a scale of 1 to 10", "4 sur 5"."""
    match = _OUT_OF.search(words)
    if match is None or _NO_SHARE.fullmatch(match.group()):
        return None
    if re.fullmatch(rf"\W*(?:{_ELSEWHERE}|on)\W*", match["of"], re.IGNORECASE) and not (
        match["n"][0].isdigit() and match["m"][0].isdigit()
    ):
        return None
    count, top = number_of(match["n"]), number_of(match["m"])
    if count is None or not top:
        return None
    return scale_name(top), count / top, RatingOrigin.GIVEN


def percent(words: str) -> Shape | None:
    """ "85%", "85 per cent"."""
    match = _PERCENT.search(words)
    return ("percent", Fraction(match["n"].replace(",", ".")) / 100, RatingOrigin.GIVEN) if match else None


def thumbs(words: str) -> Shape | None:
    """Thumbs up or down; both at once, or one held sideways, are half."""
    ways = {match["way"].casefold() for match in _THUMB.finditer(words)}
    ways |= {"up" if sign == "👍" else "down" for sign in _THUMB_SIGNS.findall(words)}
    if not ways:
        return None
    value = Fraction(int("up" in ways)) if len(ways) == 1 and "sideways" not in ways else Fraction(1, 2)
    return "thumbs", value, RatingOrigin.CONVERTED


def dice(words: str) -> Shape | None:
    """A throw of the die, as Scandinavian papers print it: "terningkast 5", "⚄"."""
    sign = next((_DIE_SIGNS.index(each) + 1 for each in words if each in _DIE_SIGNS), None)
    if sign is not None:
        return "6", Fraction(sign, 6), RatingOrigin.CONVERTED
    match = _DICE.search(words)
    return ("6", (number_of(match["n"] or match["m"]) or Fraction(0)) / 6, RatingOrigin.CONVERTED) if match else None


# In this order: a shape that holds another as a part comes first.
SHAPES: tuple[Callable[[str], Shape | None], ...] = (signed, between, dice, symbols, out_of, percent, thumbs)


def scale_name(top: Fraction) -> str:
    """A scale's name: its maximum."""
    return str(top) if top.denominator == 1 else f"{float(top):g}"


def _signed(number: str) -> Fraction:
    return Fraction(re.sub("[−–]", "-", number).replace(",", "."))
