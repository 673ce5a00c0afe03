"""Reads the figures that stand beside an aggregator's name.

Enters a few clauses and the aggregator's usual name; leaves per cent, counts, averages, scores and
grades as written. Which number is which follows from the words around it, never from its size alone.
"""

import re
from dataclasses import dataclass, fields, replace
from decimal import ROUND_HALF_UP, Decimal

_UNITS = {word: number for number, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}
_COUNTED = (
    r"(?:(?:professional|critic(?:al|s['’]?)?|published|positive|film|movie|collected|user|online|sampled|verified|top|different|individual|total|press|audience|"
    r"English|contemporary|modern|retrospective|mainstream|critical|surveyed|aggregated) ){0,3}"
    r"(?:reviews?|critics?['’]?|reviewers|critiques|votes|ratings|users|voters|members|notices|sources|publications|opinions|samples)"
)
_NUMBER = r"\d{1,3}(?:,\d{3})+|\d+"
_FIGURE = r"\d{1,3}(?:[.,]\d+)?"
_COUNT = re.compile(rf"(?<![\d.,/%])(?P<n>{_NUMBER}|{'|'.join(_UNITS)})\+? {_COUNTED}\b(?! (?:ago|list))", re.IGNORECASE)
_FROM_COUNT = re.compile(
    rf"\b(?:based on|from|out of|of|by|with|among)(?: (?:a (?:total|sample|pool) of|over|about|around|nearly|more than|only|just|some|reviews (?:from|by)|an aggregate of|the))*"
    rf" (?P<n>{_NUMBER}) (?:\w+ )?(?:reviews|critics|reviewers|ratings|votes|users)\b",
    re.IGNORECASE,
)
_OF_COUNT = re.compile(
    rf"(?<![\d.,])(?P<k>{_NUMBER}) (?:out of|of)(?: the)? (?P<n>{_NUMBER}) {_COUNTED}\b(?! (?:found|were) (?:mixed|negative|unfavou?rable))",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"(?<![\d.,])(?P<n>\d{1,3}(?:\.\d+)?)(?: ?%|[ -]per ?cent\b)", re.IGNORECASE)
_AVERAGE = re.compile(
    rf"\b(?:average|mean|weighted)\b[^.%;\d]{{0,45}}?(?P<n>{_FIGURE})(?:\s?(?:/|(?:out )?of(?: a possible)?|on a scale of)\s?(?P<m>\d{{1,3}}(?:\.0)?)\b)?(?!\s?%)"
    rf"|(?<![\d.,/])(?P<n2>{_FIGURE})\s?(?:/|out of)\s?(?P<m2>10|5|100)\b(?: stars)?[^.;\d]{{0,6}} average\b",
    re.IGNORECASE,
)
_OUT_OF = re.compile(
    r"(?<![\d.,/])(?P<n>\d{1,3}(?:[.,]\d+)?)\s?(?:/|out of(?: a possible)?|on a scale of(?: (?:0|1)(?: to |-|–))?)\s?(?P<m>100|10|5|6|4)(?:\.0)?\b(?! ?(?:reviews|critics))",
    re.IGNORECASE,
)
_SCORE = re.compile(
    r"\b(?:Metascore|metascore|score|rating|grade|average|rated(?: it)?|points?)\b[^.\d%]{0,40}?(?<![\d.,])(?P<n>\d{1,3})(?:%)?(?![\d,]|\.\d|/| out of| (?:reviews|critics))"
    r"|(?<![\d.,])(?P<n2>\d{1,3})(?:%)? (?:weighted average|Metascore|metascore|rating|score|points)",
    re.IGNORECASE,
)
# "74 on Metacritic", "Metacritic gave it 74"
_ON_METACRITIC = re.compile(
    r"(?<![\d.,$£€#])(?P<n>\d{1,3})(?:/100|%)? (?:on|at|from) (?:the site |the website |review aggregator )?(?:Meta[Cc]ritic|it\b)"
    r"|\b(?:Meta[Cc]ritic|ha[sd] it (?:at|on)|scor(?:ed|es|ing)|stands?|stood|sits?|rates?)\b[^.\d;]{0,30}?(?<![\d.,$£€#])(?P<n2>\d{1,3})(?![\d%]|[.,/]\d| (?:reviews|critics|notices|reviewers|professional|out of \d{1,3} (?:critics|reviews)|film|mainstream))"
)
_VOTED = re.compile(
    r"\b(?:score|rating|rate[sd]?(?: it)?|scored|g[ai]ves?|stands|holds|has)\b[^.\d%]{0,25}?(?<![\d.,/])(?P<n>\d\.\d{1,2})(?![\d%/])|(?<![\d.,/])(?P<n2>\d\.\d{1,2}) (?:\w+ )?(?:rating|score|stars?)\b",
    re.IGNORECASE,
)
_GRADE = re.compile(
    r"(?<![\w.'’&])[\"“‘']?(?P<g>[A-DF](?: ?[+\-−–—]|[ -](?:plus|minus)\b)?)(?![\w'’+−]|\.\w|\s?(?:to|–|-)\s?F\b|\+? to F)"
)


@dataclass(frozen=True, slots=True)
class Figures:
    """What is written; None where nothing is."""

    approval: float | None = None
    reviews: int | None = None
    average: float | None = None
    average_max: float | None = None
    score: float | None = None
    grade: str | None = None

    def any(self) -> bool:
        """Whether there is a figure at all."""
        return any(getattr(self, each.name) is not None for each in fields(self))

    def filled(self, other: "Figures") -> "Figures":
        """These figures with what they lack taken from ``other``."""
        return replace(self, **{f.name: getattr(other, f.name) for f in fields(self) if getattr(self, f.name) is None})


def read_figures(words: str, name: str) -> Figures:
    """The figures in ``words`` that belong to the aggregator ``name``."""
    if name in ("CinemaScore", "PostTrak"):
        return _poll(words, name)
    if name == "Metacritic":
        return _metacritic(words)
    return _shares(words, name)


def _poll(words: str, name: str) -> Figures:
    grade = _GRADE.search(words) if name == "CinemaScore" else None
    percent = _PERCENT.search(words) if grade is None else None
    stars = _OUT_OF.search(words) if grade is None else None
    return Figures(
        grade=grade["g"] if grade else None,
        approval=_plain(percent["n"]) if percent else None,
        average=_plain(stars["n"]) if stars else None,
        average_max=_plain(stars["m"]) if stars else None,
    )


def _metacritic(words: str) -> Figures:
    reviews = _reviews(words)
    score = None
    for match in _OUT_OF.finditer(words):
        if match["m"] == "100":
            score = _plain(match["n"])
            break
    if score is None:
        scored = _SCORE.search(words)
        score = _plain(scored["n"] or scored["n2"]) if scored else None
    if score is None:
        shown = _ON_METACRITIC.search(words)
        score = _plain(shown["n"] or shown["n2"]) if shown else None
    if score is None:
        percent = _PERCENT.search(words)
        score = _plain(percent["n"]) if percent else None
    if score is not None and score > 100:
        score = None
    return Figures(score=score, reviews=reviews)


def _shares(words: str, name: str) -> Figures:
    """Per cent and average, as Rotten Tomatoes and sites of votes show them."""
    approval = average = top = None
    counted = _OF_COUNT.search(words)
    percent = _PERCENT.search(words)
    if percent is not None:
        approval = _plain(percent["n"])
    elif counted is not None and name == "Rotten Tomatoes":
        k, n = _count(counted["k"]), _count(counted["n"])
        if k is not None and n and k <= n:
            approval = int((Decimal(100 * k) / n).quantize(Decimal(1), ROUND_HALF_UP))
    match = _AVERAGE.search(words)
    if match is not None:
        average, top = _plain(match["n"] or match["n2"]), _plain(match["m"] or match["m2"])
        if top is None:
            stated = next((m for m in _OUT_OF.finditer(words) if _plain(m["n"]) == average), None)
            top = _plain(stated["m"]) if stated else None
    else:
        match = _OUT_OF.search(words)
        if match is not None:
            average, top = _plain(match["n"]), _plain(match["m"])
        elif approval is None and (match := _VOTED.search(words)) is not None:
            average = _plain(match["n"] or match["n2"])
    if average is not None and top is not None and average > top:
        average = top = None
    return Figures(approval=approval, reviews=_reviews(words), average=average, average_max=top)


def _reviews(words: str) -> int | None:
    counted = _OF_COUNT.search(words)
    match = counted or _FROM_COUNT.search(words) or _COUNT.search(words)
    return _count(match["n"]) if match else None


def _count(words: str) -> int | None:
    plain = words.replace(",", "")
    return int(plain) if plain.isdigit() else _UNITS.get(plain.casefold())


def _plain(words: str | None) -> float | None:
    """The number, whole where it is whole."""
    if not words:
        return None
    number = float(words.replace(",", "."))
    return int(number) if number == int(number) else number
