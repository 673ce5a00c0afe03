"""Finds ratings that an English text gives in the words of the country it has them from: "7 von 10", "4 étoiles sur 5".

Enters words; leaves the span of the rating as written. A figure or a number word, the unit, and out of how many.
"""

import re

_WORD = (
    r"(?:eine?[nm]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|une?|deux|trois|quatre|cinq|sept|huit|neuf|dix|uno?|una|due|tre|quattro|cinque|"
    r"dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|ett|två|to|tre|fyra|fire|fem|seks|sex)"
)
_FIGURE = r"\d{1,3}(?:[.,]\d{1,2}| ?½)?"
_UNIT = r"(?:étoiles?|sterne[n]?|stern|punkte?n?|estrellas?|puntos?|stelle|stella|punti|stjerner|stjärnor|sterren|estrelas?|hjerter|hjärtan)"
_OF = r"(?:von|sur|de|av|af|su|sobre|van|mögliche[nr]?)"
_RATING = re.compile(
    rf"(?<![\w.,/])(?P<r>(?:{_FIGURE} (?:{_UNIT} )?{_OF} (?:5|6|10|20|100)(?: {_UNIT})?|{_WORD} (?:{_UNIT} )?(?:von|sur|su|sobre|av) {_WORD}(?: {_UNIT})?|"
    rf"(?:{_FIGURE}|{_WORD}) {_UNIT}))(?![\w/]|[.,]\d)",
    re.IGNORECASE,
)


def rating_abroad(words: str) -> tuple[int, int] | None:
    """Where in ``words`` such a rating stands; None where there is none."""
    found = _RATING.search(words)
    return found.span("r") if found is not None else None
