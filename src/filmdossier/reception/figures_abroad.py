"""Puts a rating written in another European language into the English words that the shapes of ratings know.

Enters the words of a rating ("drei von fünf Sternen", "cuatro estrellas y media", "3 stelle su 5"); leaves
them in English ("three out of five stars") where they are such a rating and nothing else. Nothing is guessed:
"4 étoiles" becomes "4 stars", which do not say out of how many.
"""

import re
from collections.abc import Iterable

_NUMBERS = {
    "zero": "zéro null nul cero nolla noll",
    "one": "un une ein eine einen einem einer uno una um uma een één en et ett én ét jeden jedna jedną",
    "two": "deux zwei dos due dois duas twee to två kaksi dwa dwie",
    "three": "trois drei tres tre três drie kolme trzy",
    "four": "quatre vier cuatro quattro quatro fire fyra neljä cztery",
    "five": "cinq fünf cinco cinque vijf fem viisi pięć",
    "six": "six sechs seis sei zes seks sex kuusi sześć",
    "seven": "sept sieben siete sette sete zeven syv sju seitsemän siedem",
    "eight": "huit acht ocho otto oito åtte otte åtta kahdeksan osiem",
    "nine": "neuf neun nueve nove negen ni nio yhdeksän dziewięć",
    "ten": "dix zehn diez dieci dez tien ti tio kymmenen dziesięć",
}
# Numbers and a half in one word.
_HALVED = {
    "one": "eineinhalb anderthalb anderhalf anderhalve halvannan halvannen",
    "two": "zweieinhalb",
    "three": "dreieinhalb",
    "four": "viereinhalb",
    "five": "fünfeinhalb",
    "six": "sechseinhalb",
    "seven": "siebeneinhalb",
    "eight": "achteinhalb",
    "nine": "neuneinhalb",
}
_UNITS = {
    "stars": "étoiles? etoiles? sterne?n? stell[ae] estrellas? estrelas? ster(?:ren)? stjerner?s? stjärn(?:a|or) tähte?[iä]ä? gwiazd(?:k[aię]|ek)",
    "points": "punkte?[nr]? poäng puntos? punt[io] pontos? punten punkt(?:y|ów)",
    "hearts": "herzen hjerter? hjärtan? c(?:œ|oe)urs? coraz(?:ón|ones) cuor[ei]",
}


def _any(words: Iterable[str]) -> str:
    """Any of the words, the longest first."""
    return "|".join(sorted((word for each in words for word in each.split()), key=lambda word: (-len(word), word)))


_ENGLISH = {word: number for number, words in _NUMBERS.items() for word in words.split()}
_ENGLISH |= {word: f"{number} and a half" for number, words in _HALVED.items() for word in words.split()}
_FIGURE = r"\d{1,3}(?:[.,]\d{1,2})?\s?[½¼¾]?|½"
_NUMBER = rf"(?:{_FIGURE}|{_any(_ENGLISH)})"
_UNIT = "|".join(f"(?P<{name}>{_any([words])})" for name, words in _UNITS.items())
_UNIT_AGAIN = f"(?:{_any(_UNITS.values())})"
_HALF = r"(?:et|und|y|e|en|og|och|ja|i) (?:(?:ein|een|un|une|en|et|ett) )?(?:halb\w*|demie?|medi[ao]|mezz[ao]|mei[ao]|halve?|halvt?|puoli|pół)"
_OF = r"(?:sur|von|de|su|sobre|van|av|af|auf|em|na|z)"
_FILLER = r"(?:(?:möglichen|possibles|posibles|possibili|possíveis|mogelijke|möjliga|mulige|der|den|les|las|los|le|de) )*"
_RATING = re.compile(
    rf"(?P<n>{_NUMBER})(?: (?:{_UNIT}))?(?: (?P<half>{_HALF}|½|1/2)(?: (?P<beside>{_UNIT_AGAIN}))?)?(?: ?(?P<of>{_OF} {_FILLER}|/ ?)(?P<m>{_NUMBER})(?: {_FILLER}(?P<after>{_UNIT_AGAIN}))?)?"
)
_THUMB = {
    "daumen hoch": "thumbs up",
    "daumen rauf": "thumbs up",
    "daumen runter": "thumbs down",
    "daumen nach unten": "thumbs down",
}
_THUMB |= {
    "daumen nach oben": "thumbs up",
    "pouce levé": "thumbs up",
    "pouce baissé": "thumbs down",
    "pollice su": "thumbs up",
    "pollice giù": "thumbs down",
}
# The throw of a die, as the papers of the north print it: "terningkast fem".
_DIE = re.compile(rf"(?:terningkast|kast|terning):? (?P<n>{_any(_ENGLISH)})")


def in_english(words: str) -> str:
    """``words`` in English where they are a rating in another language and nothing else; else as they are."""
    plain = " ".join(re.sub(r"[\s()\[\]\"“”„«»*_!:;,.]+(?![\d])|[–—-]+", " ", words.casefold()).split())
    if plain in _THUMB:
        return _THUMB[plain]
    die = _DIE.fullmatch(plain)
    if die is not None:
        return f"terningkast {_ENGLISH[die['n']]}"
    match = _RATING.fullmatch(plain)
    if match is None:
        return words
    unit = next((name for name in _UNITS if match[name]), "") or _unit_of(match["beside"] or match["after"])
    told = unit or (match["of"] and match["n"] in _ENGLISH and match["m"] in _ENGLISH)
    if not told:
        return words
    half = " and a half" if match["half"] else ""
    scale = f" out of {_ENGLISH.get(match['m'], match['m'])}" if match["m"] else ""
    return f"{_ENGLISH.get(match['n'], match['n'])}{half}{scale} {unit}".strip()


def _unit_of(word: str | None) -> str:
    """What the unit is in English; '' for none."""
    return next((name for name, words in _UNITS.items() if word and re.fullmatch(_any([words]), word)), "")
