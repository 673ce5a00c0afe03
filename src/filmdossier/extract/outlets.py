"""Knows the names of publications that judge films, and of aggregators that count those judgements.

Enters text; leaves where a publication's name stands in it. The list is written for the project;
a publication that is not on it is still found by the words around it (see ``reviews.anchors``).
"""

import re
from functools import cache
from importlib.resources import files

_DOMAIN = re.compile(
    r"(?<![\w@.])(?:www\.)?[A-Za-z0-9][\w-]{1,30}\.(?:com|net|org|in|co\.uk|co\.in|ie|fr|de|it|info|tv|film|au|com\.au)(?![\w.]*@)\b"
)
_SUFFIX = r"(?:(?<=[a-z]) Magazine\b)?"

# A verb of judging run on to the name: footnotes taken out of a page often take the space with them.
_RUN_ON = r"(?=(?:gave|said|wrote|called|rated|praised|felt|noted|stated|described|awarded|found|commented|criticised|criticized|thought)\b)"


@cache
def _names() -> tuple[frozenset[str], frozenset[str]]:
    """Names that stand for themselves, and names that are also everyday words."""
    lines = files(__package__).joinpath("outlets.txt").read_text(encoding="utf-8").splitlines()
    names = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    return (
        frozenset(name.removeprefix("The ") for name in names if not name.startswith("~")),
        frozenset(name[1:].removeprefix("The ") for name in names if name.startswith("~")),
    )


@cache
def _pattern() -> re.Pattern[str]:
    sure, shared = _names()
    words = sorted(sure | shared, key=lambda name: (-len(name), name))
    return re.compile(
        rf"(?<![\w/@.])(?:The )?(?:{'|'.join(map(re.escape, words))}){_SUFFIX}(?:(?!\w)|(?<=\w{{5}}){_RUN_ON})(?!\.\w)"
    )


def outlets_in(text: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    """Start, end and certainty of every known publication's name in ``text[start:end]``; longest first where they overlap."""
    sure, _ = _names()
    found = []
    for match in _pattern().finditer(text, start, end):
        name = match.group().removesuffix(" Magazine").removeprefix("The ")
        article = match.group().startswith("The ")
        if name in _BARE and not article and _LONGER.search(text, max(start, match.start() - 20), match.start()):
            continue
        found.append((match.start(), match.end(), name in sure and (article or name not in _BARE)))
    found += [(match.start(), match.end(), True) for match in _DOMAIN.finditer(text, start, end)]
    return sorted(found)


# A capitalised word before such a name makes it part of another: "New Times", "Toronto Sun".
_LONGER = re.compile(r"(?<![.!?:] )(?<!^)\b(?!(?:In|For|At|From|Of|On|To|By|The|And)\b)[A-Z][a-z]+ $")
# On the list for their article's sake ("The Times"), and everyday words without it.
_BARE = frozenset(
    ["Age", "Australian", "Guardian", "Hindu", "Nation", "Open", "Press", "Quint", "Sun", "Times", "Week", "Wire", "New York", "Criterion",
     "Gateway", "Vanguard", "Daily News", "Daily Star", "Evening News", "Kalki", "Idlebrain", "MSN", "UGO", "VG", "MTV", "AMC", "TCM", "CNN",
     "BBC", "Letterboxd", "Vogue", "Starburst", "Filmfare", "Geek Tyrant", "New Daily", "New Leader", "New Paper", "Tablet", "Listener", "Exhibitor"]
)  # fmt: skip


def is_outlet(name: str) -> bool:
    """Whether ``name`` is on the list, with or without its article."""
    sure, shared = _names()
    plain = name.removeprefix("The ").removeprefix("the ")
    return plain in sure or plain in shared or _DOMAIN.fullmatch(name) is not None


# Sites and polls that add judgements up: what they show is an aggregator's claim, never a review.
AGGREGATORS: dict[str, str] = {
    "Rotten Tomatoes": r"Rotten Tomatoes|RottenTomatoes(?:\.com)?|rottentomatoes\.com|Rotten tomatoes|ROTTEN TOMATOES|Tomatometer|TOMATOMETER",
    "Metacritic": r"Metacritic(?:\.com)?|MetaCritic|METACRITIC|Metascore",
    "IMDb": r"IMDb(?:\.com)?|IMDB|(?:the )?Internet Movie Database",
    "CinemaScore": r"CinemaScore|CINEMASCORE|Cinemascore|Cinema Score",
    "PostTrak": r"PostTrak|Posttrak|ComScore's PostTrak|comScore",
    "AlloCiné": r"Allo[Cc]in[ée]|ALLOCIN[ÉE]",
    "Letterboxd": r"Letterboxd|LETTERBOXD",
    "Douban": r"Douban",
    "FilmAffinity": r"Film[Aa]ffinity",
    "Kinopoisk": r"Kino[Pp]oisk",
    "Movie Review Query Engine": r"Movie Review Query Engine|MRQE",
    "Movie Review Intelligence": r"Movie Review Intelligence",
    "BookMyShow": r"BookMyShow",
    "TMDB": r"TMDB|The Movie Database",
    "Trakt": r"Trakt(?:\.tv)?",
    "Critics Round Up": r"Critics Round Up",
    "Moviepilot": r"Moviepilot",
    "Filmweb": r"Filmweb",
    "ČSFD": r"ČSFD",
    "Review Monk": r"(?:The )?Review Monk",
}
# Their scores are given by audiences alone.
AUDIENCE_ONLY = frozenset(
    ["CinemaScore", "PostTrak", "Letterboxd", "Douban", "FilmAffinity", "Kinopoisk", "BookMyShow", "TMDB", "Trakt", "Moviepilot", "Filmweb", "ČSFD", "IMDb"]
)  # fmt: skip


@cache
def _aggregator_pattern() -> re.Pattern[str]:
    return re.compile("|".join(rf"(?P<g{i}>(?<![\w.])(?:{p})(?!\w))" for i, p in enumerate(AGGREGATORS.values())))


def aggregators_in(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Start, end and usual name of every aggregator named in ``text[start:end]``."""
    names = list(AGGREGATORS)
    return [
        (match.start(), match.end(), names[int(match.lastgroup[1:])])
        for match in _aggregator_pattern().finditer(text, start, end)
        if match.lastgroup
    ]
