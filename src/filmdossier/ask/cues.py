"""The words by which a question asks for a fact of the record.

Each row: the predicate, the kinds of answer that fit, the words that ask for it, and further words
that belong to such a question without asking anything more. What neither row covers must be found
in a document: "who directed the locust sequence?" is no question about the film's director.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from filmdossier.ask.questions import Wanted
from filmdossier.model.claim import Predicate


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that ask for a predicate; ``covers`` takes them all out of the question."""

    predicate: Predicate
    wanted: frozenset[Wanted]
    asks: re.Pattern[str]
    covers: re.Pattern[str]


_P, _W = Predicate, Wanted
_WHO = (_W.PERSON,)
_FILM = r"film|movie|picture"


def _cue(predicate: Predicate, wanted: Iterable[Wanted], asks: str, more: str = "") -> Cue:
    covers = rf"\b(?:{asks}{'|' + more if more else ''})\b"
    return Cue(predicate, frozenset(wanted), re.compile(rf"\b(?:{asks})\b", re.IGNORECASE), re.compile(covers, re.IGNORECASE))


_CREDIT = r"person|people|credited|responsible|behind|work(?:ed)? on|did|serve[ds]? as|were|crew"
CUES: tuple[Cue, ...] = (
    _cue(_P.DIRECTOR, _WHO, r"(?:co-?)?direct(?:s|ed|or|ors|ing|ion)?|helmed|filmmakers?", _CREDIT + r"|which|helm"),
    _cue(
        _P.WRITER,
        _WHO,
        r"(?:screen|script)[- ]?writers?|screenplays?|scripts?|scripted|scenario|(?:co-?)?(?:wrote|written|writers?|writes|write|penned)",
        _CREDIT + r"|original",
    ),
    _cue(_P.STORY_BY, _WHO, r"story", _CREDIT + r"|(?:wrote|written|writer|original|screen|idea|came up|come up)"),
    _cue(
        _P.BASED_ON,
        (_W.WORK, _W.THING, _W.PERSON),
        r"based (?:up)?on|adapted from|adaptation of|adapts?|source(?: material)?|adapted",
        r"loosely|original|novels?|books?|play|short story|story|stories|work|works|memoir|source|comics?|series|author|wrote|written|writer|taken|come",
    ),
    _cue(_P.PRODUCER, _WHO, r"(?:co-?)?produc(?:ed|er|ers|es|ing)", _CREDIT),
    _cue(_P.EXECUTIVE_PRODUCER, _WHO, r"executive[- ]produc(?:ed|er|ers)", _CREDIT),
    _cue(
        _P.COMPOSER,
        _WHO,
        r"compos(?:ed|er|ers|es)|scored|(?:wrote|made|did|created|provided) the (?:original |film )?(?:music|score|soundtrack)|(?:music|score|soundtrack) (?:by|composed|written)",
        _CREDIT + r"|music|musical|score|scores|original|background|soundtrack|wrote|written",
    ),
    _cue(
        _P.CINEMATOGRAPHER,
        _WHO,
        r"cinematograph(?:er|ers|y)|director of photography|photograph(?:ed|er|y)|camera(?:man)?|lensed|\bDP\b|who shot",
        _CREDIT + r"|shot|operated",
    ),
    _cue(_P.EDITOR, _WHO, r"edit(?:ed|or|ors|ing)|who cut", _CREDIT + r"|cut"),
    _cue(
        _P.PRODUCTION_COMPANY,
        (_W.PERSON, _W.THING),
        r"production (?:compan(?:y|ies)|studio)|(?:compan(?:y|ies)|studios?)(?= (?:produced|made|behind))|produced by which (?:company|studio)",
        r"produced|made|companies|company|studio|studios|behind",
    ),
    _cue(
        _P.DISTRIBUTOR,
        (_W.PERSON, _W.THING),
        r"distribut(?:ed|or|ors|es)|released by|(?:company|studio) released",
        r"company|studio|released|which",
    ),
    _cue(
        _P.COUNTRY,
        (_W.PLACE, _W.THING),
        r"countr(?:y|ies)|nationality|where (?:is|was|does) the film (?:from|made|come)",
        r"produced|come|made|origin|from|production",
    ),
    _cue(_P.LANGUAGE, (_W.THING, _W.PLACE), r"languages?", r"spoken|original|dialogue|shot|made|in"),
    _cue(_P.GENRE, (_W.THING, _W.WORK), r"genres?|(?:kind|type|sort) of (?:film|movie|picture)", r"belong|classified|film|movie"),
    _cue(
        _P.RUNTIME_MINUTES,
        (_W.DURATION, _W.NUMBER),
        r"how long (?:is|was|does)|running time|runtime|length|run for|how many minutes",
        r"minutes|last|run|long|time",
    ),
    _cue(
        _P.RELEASE_DATE,
        (_W.TIME,),
        r"releas(?:ed?|es|e date)|came? out|come out|open(?:ed)?|hit (?:cinemas|theat(?:er|re)s)|in (?:cinemas|theat(?:er|re)s)",
        r"date|year|theatrical|theatrically|theaters?|theatres?|cinemas?|day|first",
    ),
    _cue(_P.YEAR, (_W.TIME,), r"what year|which year|year|made|produced", r"released?|made|come|came|out"),
    _cue(
        _P.PREMIERE,
        (_W.PLACE, _W.TIME),
        r"premi(?:è|e)red?|first (?:shown|screened)|debut(?:ed)?|world premiere",
        r"world|held|take place|took place|hosted|have|which|city|festival|first|premiere",
    ),
    _cue(
        _P.BUDGET,
        (_W.MONEY, _W.NUMBER, _W.THING),
        r"budget(?:ed)?|cost",
        r"production|make|produce|much|film|total|money|estimated",
    ),
    _cue(
        _P.BOX_OFFICE,
        (_W.MONEY, _W.NUMBER, _W.THING, _W.MANNER),
        r"box[- ]office|gross(?:ed)?|earn(?:ed|ings)?|how much (?:money )?did the film (?:make|take|earn|gross|bring)|take in|took in|revenue",
        r"make|made|money|worldwide|total|theatrical|much|bring|perform|collect(?:ed|ions?)?|do|take",
    ),
    _cue(
        _P.FILMING_PLACE,
        (_W.PLACE,),
        r"film(?:ed|ing)|shot|shoot(?:ing)?|locations?|where (?:was|is) the film (?:made|photographed)|made",
        r"principal|photography|take place|took place|done|scenes?|primarily|mainly|mostly|used|location|places?|made",
    ),
    _cue(
        _P.SETTING,
        (_W.PLACE, _W.TIME),
        r"set|takes? place|setting|plays?|happens?|story",
        r"story|action|city|town|country|year|period|era|take|place|events",
    ),
    _cue(
        _P.SOUNDTRACK_ARTIST,
        _WHO,
        r"(?:sings?|sang|perform(?:s|ed)?|plays?) (?:on|the|its|in)? ?(?:soundtrack|songs?|music)|soundtrack|artists?|bands?|musicians?|singers?",
        r"songs?|music|heard|appear|featured?|perform(?:s|ed)?|contributed?|sing|sang|sings",
    ),
    _cue(
        _P.SONG, (_W.WORK,), r"songs?|tracks?", r"soundtrack|feature[ds]?|heard|appear|included?|used|play(?:ed|s)?|contain|music"
    ),
    _cue(
        _P.AWARD,
        (_W.THING, _W.WORK),
        r"awards?|prizes?|(?:win|won)",
        r"win|won|receive[ds]?|awarded|get|given|honou?rs|accolades",
    ),
    _cue(
        _P.INFLUENCED_BY,
        (_W.PERSON, _W.WORK, _W.THING),
        r"influence[ds]?|inspire[ds]?|inspiration|homage|imitates?|quotes?|resembles?|influences",
        r"pay|works?|directors?|filmmakers?|source",
    ),
    _cue(_P.SERIES, (_W.WORK, _W.THING), r"series|franchise|trilogy|saga", r"part|belong|which|instal?lment"),
)
