"""Finds ratings that an English text gives in the words of the country it has them from: "7 von 10", "4 étoiles sur 5".

Enters words; leaves the span of the rating as written. A figure or a number word, the unit, and out of how many.
``ABROAD`` is the pattern of such a rating, for the patterns of whole lines.
"""

import re

_WORD = (
    r"(?:(?:eine?n?|zwei|drei|vier|fünf|sechs|sieben|acht|neun)(?:einhalb)|anderthalb|anderhalve?|eine?[nm]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|une?|deux|trois|quatre|cinq|sept|huit|neuf|dix|uno?|una|due|tre|"
    r"quattro|cinque|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|uma?|dois|duas|três|quatro|seis|sete|oito|nove|dez|een|één|twee|drie|vijf|zes|zeven|acht|negen|tien|"
    r"ett|ét|två|to|tre|fyra|fire|fem|seks|sex|syv|sju|åtte|åtta|otte|ni|nio|ti|tio|dwie|trzy|cztery|pięć|kaksi|kolme|neljä|viisi)"
)
_FIGURE = r"\d{1,3}(?:[.,]\d{1,2}| ?½)?"
_UNIT = (
    r"(?:étoiles?|sterne[n]?|stern|punkte?n?|estrellas?|puntos?|stelle|stella|punti|stjerner|stjerne|stjärnor|stjärna|sterren|ster|estrelas?|pontos|"
    r"hjerter|hjärtan|cœurs?|gwiazd(?:ki|ek|ka)|tähteä|tähti)"
)
# "y media", "et demie", "e mezzo", "en een halve": behind the number or behind the unit.
_HALF = r"(?: (?:et|und|y|e|en|og|och) (?:(?:ein|een|un|une|en|et|ett) )?(?:halb\w*|demie?|medi[ao]|mezz[ao]|meia|halve?|halvt?))"
_OF = r"(?:von|sur|de|av|af|su|sobre|em|van(?: de)?|mögliche[nr]?)"
ABROAD = (
    rf"(?:{_FIGURE} (?:{_UNIT}{_HALF}? )?{_OF} (?:4|5|6|10|20|100)(?: {_UNIT})?|"
    rf"{_WORD}{_HALF}? (?:{_UNIT}{_HALF}? )?(?:von|sur|su|sobre|av|em|van de|van) (?:{_WORD}|\d{{1,3}})(?: {_UNIT})?|"
    rf"(?:{_FIGURE}|{_WORD}){_HALF}? {_UNIT}{_HALF}?)"
)
_RATING = re.compile(rf"(?<![\w.,/])(?P<r>{ABROAD})(?![\w/]|[.,]\d)", re.IGNORECASE)


def rating_abroad(words: str) -> tuple[int, int] | None:
    """Where in ``words`` such a rating stands; None where there is none."""
    found = _RATING.search(words)
    return found.span("r") if found is not None else None
