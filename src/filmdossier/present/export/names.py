"""A person's name as catalogues file it: "Family, Given".

Only names whose order is known are turned: the first word must be a given name of a language that
writes it first (``given_names.txt``), and what stands between it and the last word must be given names,
initials or a nickname. Everything else stays as written, and says so: names of one word, companies and
bands, names of East Asia and Hungary (family first, or turned by the document, nobody can tell), and
"Helena Bonham Carter", where only a dictionary of persons knows that the family is of two words.

Particles stay with the family name as written ("del Toro, Guillermo", "Van Sant, Gus"): where they are
filed differs between countries, and the country of a person is not in a name. A title before the name is
left out of it, a suffix comes last ("Michel, Albert, Jr.").
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_PARTICLES = frozenset(
    "da das de del della dei degli der den des di do dos du la las le li los st st. ten ter van vander vande von vom zu zum zur af av al el ben bin ibn mac mc o'".split()
)
_SUFFIXES = re.compile(r"(?:Jr|Sr|Jnr|Snr)\.?|I{1,3}|IV|V")
_TITLES = frozenset("Sir Dame Lord Lady Dr. Dr Mr. Mrs. Ms. Count Baron".split())
_INITIALS = re.compile(r"(?:[A-Z]\.-?){1,3}|[A-Z]")
_NICKNAME = re.compile(r"[\"“'‘(].+[\"”'’)]")
# What a company, a band or a pair of persons is called by.
_GROUP = re.compile(
    r"\b(?:Productions?|Pictures|Films?|Studios?|Entertainment|Company|Brothers|Bros|Orchestra|Band|Trio|Quartet|Choir|Symphony|Ensemble|Group|Sisters|Inc|Ltd|GmbH|"
    r"LLC|Media|Records|Music|Theatre|Theater|Corporation|Associates|Partners|International)\b|[&+/0-9]|\band\b|^(?:The|Los|Las|Les|Die) "
)


@dataclass(frozen=True, slots=True)
class FiledName:
    """``filed`` is the form to file by; ``inverted`` says whether it was turned, ``why_not`` why it was not ('' where it was)."""

    filed: str
    inverted: bool
    why_not: str = ""


@cache
def given_names() -> frozenset[str]:
    """The given names that the program knows, in lower case."""
    text = (files(__package__) / "given_names.txt").read_text(encoding="utf-8")
    return frozenset(name.lower() for line in text.splitlines() if not line.startswith("#") for name in line.split())


def filed(name: str) -> FiledName:
    """The name as it is filed."""
    words = name.replace("\u00a0", " ").split()
    if "," in name:
        return FiledName(name, inverted=False, why_not="it has a comma already")
    if _GROUP.search(name):
        return FiledName(name, inverted=False, why_not="it names a group")
    while len(words) > 2 and words[0] in _TITLES:
        words = words[1:]
    suffix = f", {words.pop()}" if len(words) > 2 and _SUFFIXES.fullmatch(words[-1]) else ""
    if len(words) < 2:
        return FiledName(name, inverted=False, why_not="it is one word")
    family = len(words) - 1
    while family > 1 and words[family - 1].lower() in _PARTICLES:
        family -= 1
    if not _is_given(words[0]) or not all(_is_given(word) or _between(word) for word in words[1:family]):
        return FiledName(name, inverted=False, why_not="the order of its parts is not known")
    return FiledName(f"{' '.join(words[family:])}, {' '.join(words[:family])}{suffix}", inverted=True)


def _is_given(word: str) -> bool:
    known = given_names()
    return word.lower() in known or ("-" in word and all(part.lower() in known for part in word.split("-")))


def _between(word: str) -> bool:
    return bool(_INITIALS.fullmatch(word) or _NICKNAME.fullmatch(word))
