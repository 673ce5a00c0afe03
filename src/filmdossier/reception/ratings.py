"""Reads a critic's rating as written into a scale and an exact value.

Enters the raw words ("3½ stars out of four", "B-plus", "★★★☆☆", "3,5/5"); leaves a ``Rating``
whose ``raw`` is untouched. What does not say its scale keeps the scale ``unknown`` and no value:
a bare "8", "four stars", "1/2" (a half, or one of two) are not guessed at.
"""

import re
from fractions import Fraction

from filmdossier.model.film import Rating, RatingOrigin
from filmdossier.reception.letters import LetterProfile, letter_value

_UNITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_VULGAR = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3)}
_LONGEST = 120

_WORD = rf"(?:{'|'.join(_UNITS)})"
_GAP = r"(?:\s+|-)"
_FRACTION = r"(?:1/2|1/4|3/4|[½¼¾⅓⅔])"
_HALF = rf"(?:an?{_GAP})?(?:half|quarter)"
# 3 · 3.5 · 3,5 · 3½ · 3 1/2 · three · three and a half · a half · half a (star)
_NUMBER = (
    rf"(?:\d+(?:[.,]\d+)?(?:(?:\s+|-|\s+and\s+)?{_FRACTION}(?!\d))?|{_FRACTION}(?!\d)"
    rf"|{_WORD}(?:{_GAP}and{_GAP}{_HALF}|{_GAP}(?:{_FRACTION}))?|(?:an?{_GAP})?(?:half|quarter)(?:{_GAP}an?\b)?)"
)
_UNIT = r"(?:[\s-]*(?:stars?|points?|pts?\.?|bones|hearts|marks?|cups?|reels?|rupees)\b)"
_OF = rf"(?:\s*/\s*|{_GAP}?\(?(?:out{_GAP}of|of|from|on a scale of(?: (?:0|1|zero|one) to)?)(?:{_GAP}a(?:{_GAP}possible)?)?{_GAP})"
_OUT_OF = re.compile(
    rf"(?<![\d.,/])(?<!\d\s)(?P<n>{_NUMBER}){_UNIT}?{_OF}(?P<m>{_NUMBER})(?:{_UNIT}|[\s-]*\u2605)?(?![\d/])", re.IGNORECASE
)
_RANGE_OUT_OF = re.compile(rf"(?P<a>{_NUMBER})\s*[–-]\s*(?P<b>{_NUMBER})\s*/\s*(?P<m>{_NUMBER})(?![\d/])", re.IGNORECASE)
_SIGNED = re.compile(r"(?P<n>[+-]?\d+(?:\.\d+)?)\s+out of\s+(?P<low>-\d+)\s*\.\.\s*(?P<high>\+?\d+)", re.IGNORECASE)
_PERCENT = re.compile(r"(?<![\d.,])(?P<n>\d{1,3}(?:[.,]\d+)?)\s*(?:%|percent\b|per cent\b)", re.IGNORECASE)
_LETTER = re.compile(r"(?<![\w.'’])(?P<letter>[A-F])(?:(?:\s+|-)?(?P<word>plus|minus)\b|\s?(?P<sign>[+\-−–—]))?(?![\w'’]|\.\w)")
_THUMB = re.compile(rf"(?:(?P<n>{_WORD}|\d)\s+)?(?:big\s+)?thumbs?\s+(?P<way>up|down)", re.IGNORECASE)
_DICE = re.compile(r"(?:\bdic?e\b|terningkast)\D{0,12}(?P<n>[1-6])\b|\b(?P<m>[1-6])\b\D{0,12}\b(?:dic?e|eyes)\b", re.IGNORECASE)
_SYMBOLS = re.compile(r"(?P<full>[★⭐✭✮]+|\*{1,5})\s?(?P<half>½|⯨|1/2)?(?P<empty>☆*)|(?P<lone>[½⯨])\s?(?P<rest>☆+)")


def parse_rating(raw: str, letters: LetterProfile = LetterProfile.METACRITIC) -> Rating:
    """The rating that ``raw`` expresses; scale ``unknown`` and value None where it does not say its scale.

    ``value`` is n/m (a scale from 1 to m counts from nought all the same); a letter's value comes
    from the table ``letters``. A number above its own maximum has a scale and no value.
    """
    words = raw.strip()[:_LONGEST]
    for reader in (_signed, _range, _dice, _symbols, _out_of, _percent, _thumbs):
        found = reader(words)
        if found is not None:
            scale, value, origin = found
            return Rating(raw=raw, scale=scale, value=value if value is None or 0 <= value <= 1 else None, origin=origin)
    grade = _grade(words)
    if grade is not None:
        return Rating(raw=raw, scale="letters", value=letter_value(grade, letters), origin=RatingOrigin.CONVERTED)
    return Rating(raw=raw, scale="unknown", value=None, origin=RatingOrigin.GIVEN)


_Reading = tuple[str, Fraction | None, RatingOrigin]


def _signed(words: str) -> _Reading | None:
    match = _SIGNED.search(words)
    if match is None:
        return None
    low, high = Fraction(match["low"]), Fraction(match["high"])
    if low >= high:
        return None
    return f"{match['low']}..{match['high']}", (Fraction(match["n"]) - low) / (high - low), RatingOrigin.GIVEN


def _range(words: str) -> _Reading | None:
    match = _RANGE_OUT_OF.search(words)
    if match is None:
        return None
    low, high, top = (_number(match[name]) for name in "abm")
    if low is None or high is None or not top or low >= high:
        return None
    return _scale(top), (low + high) / 2 / top, RatingOrigin.CONVERTED


def _dice(words: str) -> _Reading | None:
    match = _DICE.search(words)
    return ("6", Fraction(int(match["n"] or match["m"]), 6), RatingOrigin.CONVERTED) if match else None


def _symbols(words: str) -> _Reading | None:
    match = _SYMBOLS.search(words)
    if match is None:
        return None
    if match["lone"]:
        full, half, empty = 0, True, len(match["rest"])
    else:
        full, half, empty = len(match["full"]), bool(match["half"]), len(match["empty"])
    count = full + (Fraction(1, 2) if half else 0)
    stated = re.match(rf"{_OF}(?P<m>{_NUMBER}|\*+|★+)", words[match.end() :], re.IGNORECASE)
    if stated:
        top = Fraction(len(stated["m"])) if stated["m"][0] in "*★" else _number(stated["m"])
    elif empty:
        top = Fraction(full + half + empty)
    else:
        # Scales of four and five stars are both common; more than four stars can only be of five.
        top = Fraction(5) if 4 < count <= 5 else None
    if top is None:
        return "unknown", None, RatingOrigin.CONVERTED
    return (_scale(top), count / top, RatingOrigin.CONVERTED) if top else None


def _out_of(words: str) -> _Reading | None:
    match = _OUT_OF.search(words)
    if match is None or re.fullmatch(r"1/2", match.group()):
        return None
    count, top = _number(match["n"]), _number(match["m"])
    if count is None or not top:
        return None
    return _scale(top), count / top, RatingOrigin.GIVEN


def _percent(words: str) -> _Reading | None:
    match = _PERCENT.search(words)
    return ("percent", Fraction(match["n"].replace(",", ".")) / 100, RatingOrigin.GIVEN) if match else None


def _thumbs(words: str) -> _Reading | None:
    found = list(_THUMB.finditer(words))
    if not found:
        return None
    ways = {match["way"].casefold() for match in found}
    value = Fraction(1, 2) if len(ways) == 2 else Fraction(int("up" in ways))
    return "thumbs", value, RatingOrigin.CONVERTED


def _grade(words: str) -> str | None:
    """The letter grade among the words: alone, or after "grade", "rated" or an article."""
    for match in _LETTER.finditer(words):
        sign = {"plus": "+", "minus": "-"}.get(match["word"] or "", "+" if match["sign"] == "+" else "-" if match["sign"] else "")
        alone = not re.search(r"\w", words[: match.start()] + words[match.end() :])
        told = re.search(r"\b(?:grades?d?|rat(?:ing|ed)|scored?|an?|of|it)[\s:\"“'‘]*$", words[: match.start()], re.IGNORECASE)
        article = match["letter"] == "A" and not sign and re.match(r"[\"”]?\s+\w", words[match.end() :])
        if alone or (told and not article) or (sign and not article):
            return match["letter"] + sign
    return None


def _number(words: str) -> Fraction | None:
    """The number that figures, words and vulgar fractions express."""
    text = re.sub(r"[\s-]+", " ", words.strip().casefold())
    total = Fraction(0)
    seen = False
    fraction = re.search(r"(?:^|(?<=\D)|(?<= )|(?<=\d))(1/2|1/4|3/4|[½¼¾⅓⅔])$", text)
    if fraction and (len(fraction[1]) == 1 or fraction.start() == 0 or text[fraction.start() - 1] == " "):
        total += _VULGAR.get(fraction[1]) or Fraction(fraction[1])
        text, seen = text[: fraction.start()].removesuffix(" and ").strip(), True
        text = text.removesuffix(" and")
    elif re.search(r"\bhalf\b|\bquarter\b", text):
        total += Fraction(1, 2) if "half" in text else Fraction(1, 4)
        seen = True
    figure = re.search(r"\d+(?:[.,]\d+)?", text)
    if figure:
        return total + Fraction(figure.group().replace(",", "."))
    named = next((number for number, word in enumerate(_UNITS) if re.search(rf"\b{word}\b", text)), None)
    if named is not None:
        return total + named
    return total if seen else None


def _scale(top: Fraction) -> str:
    return str(top) if top.denominator == 1 else f"{float(top):g}"
