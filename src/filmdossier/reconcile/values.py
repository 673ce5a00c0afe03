"""Tells when two written values are one: names, places, dates, amounts, running times.

Each function turns a value as a document writes it into a key; equal keys are one value.
"""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from filmdossier.model.titles import slugify

_MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august", "sep sept september",
         "oct october", "nov november", "dec december"), 1)
    for name in names.split()
}  # fmt: skip
_COUNTRY = {
    "american": "united-states", "usa": "united-states", "us": "united-states", "u-s": "united-states", "u-s-a": "united-states",
    "united-states-of-america": "united-states", "america": "united-states",
    "uk": "united-kingdom", "british": "united-kingdom", "great-britain": "united-kingdom", "england": "united-kingdom",
    "britain": "united-kingdom", "u-k": "united-kingdom", "india": "india", "hong-kong-sar-china": "hong-kong",
    "ussr": "soviet-union", "russian-federation": "russia",
}  # fmt: skip
_LANGUAGE = {"bangla": "bengali", "mandarin-chinese": "mandarin", "castilian": "spanish", "farsi": "persian"}
_COMPANY_TAIL = re.compile(
    r"-(?:pictures|picture|films|film|studios|studio|productions|production|entertainment|company|co|inc|ltd|limited|corporation|corp|"
    r"international|releasing|distribution|llc|pvt|private|distributors|pictures-corporation)$"
)
_GENRE_TAIL = re.compile(r"-(?:film|movie|genre|picture)s?$")
_MULTIPLES = {"thousand": 1e3, "k": 1e3, "lakh": 1e5, "lakhs": 1e5, "million": 1e6, "m": 1e6, "mn": 1e6, "crore": 1e7, "crores": 1e7,
              "billion": 1e9, "bn": 1e9, "b": 1e9}  # fmt: skip


# Pairs of keys of names that an editor has told apart.
Apart = frozenset[frozenset[str]]


@lru_cache(maxsize=65_536)
def name_key(value: str) -> str:
    """A person's or a work's name: case, accents, punctuation and spacing of initials do not count."""
    key = slugify(re.sub(r"\((?:[^()]*)\)", " ", value)) or value.casefold().strip()
    key = re.sub(r"-(?:jr|sr|ii|iii)$", "", key)
    return re.sub(r"(?<![a-z])([a-z])-(?=[a-z](?:-|$))", r"\1", key)


def company_key(value: str) -> str:
    """A company: legal forms and words such as "Pictures" at the end do not count."""
    key = re.sub(r"\bbros\b", "brothers", slugify(value).replace("-s-", "s-")) or value.casefold().strip()
    while True:
        shorter = _COMPANY_TAIL.sub("", key)
        if shorter == key or not shorter:
            return key
        key = shorter


def country_key(value: str) -> str:
    """A country, by name or adjective."""
    key = re.sub(r"^the-", "", slugify(value))
    return _COUNTRY.get(key, key) or value.casefold()


def language_key(value: str) -> str:
    """A language; a trailing "-language" does not count."""
    key = re.sub(r"-language$", "", slugify(value))
    return _LANGUAGE.get(key, key) or value.casefold()


def genre_key(value: str) -> str:
    """A genre; a trailing "film" does not count, nor whether it is written "sci-fi" or in full."""
    key = _GENRE_TAIL.sub("", slugify(value))
    key = key.replace("sci-fi", "science-fiction").replace("noirs", "noir")
    return {"biopic": "biographical", "biography": "biographical", "romance": "romantic", "documentaries": "documentary"}.get(
        key, key
    )


def title_words_key(value: str) -> str:
    """A work or phrase: articles and punctuation do not count."""
    key = "-".join(word for word in slugify(value).split("-") if word not in {"the", "a", "an", "of", "by"})
    return key or value.casefold().strip()


def minutes_key(value: str) -> str:
    """A running time in minutes: "135 minutes", "2 hours 15 minutes", "1h 35m"."""
    hours = re.search(r"(\d+) ?h", value)
    minutes = re.search(r"(\d+) ?m", value) or (None if hours else re.search(r"(\d+)", value))
    total = (int(hours.group(1)) * 60 if hours else 0) + (int(minutes.group(1)) if minutes else 0)
    return str(total) if total else value


def date_key(value: str) -> str:
    """A date as ``1995-08-25``, ``1995-08`` or ``1995``; other words fall back to their slug."""
    numbers = re.search(r"\b(\d{4})-(\d{2})-(\d{2})\b", value)
    if numbers:
        return numbers.group()
    words: list[str] = re.findall(r"[A-Za-z]+|\d+", value)
    year = next((w for w in words if len(w) == 4 and w.isdigit()), None)
    month = next((_MONTHS[w.casefold()] for w in words if w.casefold() in _MONTHS), None)
    day = next((int(w) for w in words if w.isdigit() and len(w) <= 2 and 1 <= int(w) <= 31), None)
    if year is None:
        return f"--{month:02}-{day:02}" if month and day else slugify(value) or value
    if month is None:
        return year
    try:
        return date(int(year), month, day).isoformat() if day else f"{year}-{month:02}"
    except ValueError:
        return f"{year}-{month:02}"


def amount(value: str) -> tuple[str, float] | None:
    """Currency sign and number of a sum of money; None where there is no number. "$1.5 million" → ("$", 1500000.0)."""
    match = re.search(r"(?P<number>\d[\d,]*(?:\.\d+)?)(?:[–-][\d.,]+)? ?(?P<scale>[A-Za-z]+)?", value)
    if match is None:
        return None
    currency = (
        re.sub(r"^US(?=\$)", "", value[: match.start()].strip().split(" ")[-1])
        or re.sub(r"[^a-z]", "", value[match.end() :].lower())[:6]
    )
    scale = _MULTIPLES.get((match.group("scale") or "").lower(), 1.0)
    return currency, float(match["number"].replace(",", "").rstrip(".")) * scale


def money_key(value: str) -> str:
    """A sum of money to three figures, so that "$25.4 million" and "$25,405,445" are one."""
    found = amount(value)
    return f"{found[0]}{found[1]:.3g}" if found else slugify(value)


def initials_match(short: str, long: str) -> bool:
    """Whether a name is a shorter form of another: surname alone, or first names by initials."""
    a, b = name_key(short).split("-"), name_key(long).split("-")
    if a == b:
        return True
    if not a or not b or a[-1] != b[-1] or len(a) > len(b):
        return False
    if len(a) == 1:
        return len(b) > 1
    # "J. Smith" against "John Smith", "John Smith" against "John Q. Smith".
    rest = iter(b[:-1])
    return all(any(x == y or (len(x) == 1 and y.startswith(x)) for y in rest) for x in a[:-1])


def are_apart(a: str, b: str, apart: Apart) -> bool:
    """Whether an editor has said that the two names are two persons."""
    return bool(apart) and frozenset((name_key(a), name_key(b))) in apart


def longest_forms(values: Iterable[str], apart: Apart = frozenset()) -> dict[str, str]:
    """Each name mapped to the fullest form of it among the values; ambiguous short forms stay, and names kept ``apart``."""
    names = sorted(set(values), key=lambda v: (-len(name_key(v)), v))
    forms: dict[str, str] = {}
    for name in names:
        longer = [
            other
            for other in names
            if forms.get(other) == other and initials_match(name, other) and not are_apart(name, other, apart)
        ]
        forms[name] = longer[0] if len({name_key(other) for other in longer}) == 1 else name
    return forms
