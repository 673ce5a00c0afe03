"""Brings the forms of a word together: "killed", "kills" and "killing" share a stem with "kill".

Words enter in any form, stems leave. Rougher than a lemma and a thousand times as fast: every
sentence of a library's documents is stemmed, only a few are parsed.
"""

import re
import unicodedata
from functools import lru_cache

from filmdossier.ask.wording import FILLER, tokens

# Past forms that no ending gives away. Common verbs of plots, credits and reviews.
_IRREGULAR = {
    form: verb
    for line in (
        "become became|begin began begun|bite bit bitten|bleed bled|break broke broken|bring brought|build built|burn burnt|buy bought|catch caught|"
        "choose chose chosen|come came|deal dealt|die died dying death dead dies|dig dug|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|"
        "feed fed|feel felt|fight fought|find found|flee fled|fly flew flown|forget forgot forgotten|freeze froze frozen|get got gotten|give gave given|"
        "go went gone|grow grew grown|hang hung|have had has|hear heard|hide hid hidden|hold held|keep kept|know knew known|lead led|leave left|lend lent|"
        "lose lost loss losses|make made|marry married marries|mean meant|meet met|pay paid|ride rode ridden|ring rang rung|rise rose risen|run ran|say said|see saw seen|seek sought|"
        "sell sold|send sent|shake shook shaken|shoot shot|show shown|sing sang sung|sink sank sunk|sit sat|sleep slept|speak spoke spoken|spend spent|"
        "stand stood|steal stole stolen|stick stuck|strike struck|swear swore sworn|swim swam|take took taken|teach taught|tear tore torn|tell told|"
        "think thought|throw threw thrown|understand understood|wake woke woken|wear wore worn|win won|write wrote written writer writers|"
        "man men|woman women|child children|wife wives|life lives|knife knives|thief thieves|four 4|three 3|two 2|five 5|six 6|seven 7|eight 8|nine 9|ten 10"
    ).split("|")
    for verb, *forms in (line.split(),)
    for form in forms
}
_SIGNS = re.compile(r"['’]s?$|^['’]|\.")
_DOUBLED = re.compile(r"([bdgklmnprt])\1$")


_ENDINGS = tuple(pair.split(":") for pair in "ies:i ied:i sses:ss ings: ing: ed: ers: ors: er: or: es: ly: s:".split())


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The stem of one word, in small letters and without accents."""
    plain = word.lower()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", word.casefold()).encode("ascii", "ignore").decode() or word.casefold()
    if not plain.isalnum():
        plain = _SIGNS.sub("", plain)
    plain = _IRREGULAR.get(plain, plain)
    if len(plain) < 4 or not plain.isalpha():
        return plain
    # Twice: "murdered" comes to where "murder" comes, and "killers" to "kill".
    for _ in range(2):
        for ending, kept in _ENDINGS:
            if plain.endswith(ending) and len(plain) - len(ending) >= 3 and not plain.endswith(("ss", "us")):
                plain = plain[: len(plain) - len(ending)] + kept
                break
    plain = _DOUBLED.sub(r"\1", _IRREGULAR.get(plain, plain))
    if len(plain) > 3 and plain.endswith("e"):
        return plain[:-1]
    return plain[:-1] + "i" if len(plain) > 3 and plain.endswith("y") else plain


def stems(text: str) -> tuple[str, ...]:
    """The stems of all words of a text, in their order."""
    return tuple(stem(token) for token in tokens(text))


def content_stems(text: str) -> tuple[str, ...]:
    """The stems of the words that say something, each once, in their order."""
    return tuple(dict.fromkeys(stem(token) for token in tokens(text) if token.casefold() not in FILLER))
