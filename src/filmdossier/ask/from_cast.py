"""Who plays whom, from the cast of a record."""

import re
from collections.abc import Iterator

from filmdossier.ask.from_record import Asked, candidate
from filmdossier.ask.names import is_named
from filmdossier.ask.questions import Question, Wanted
from filmdossier.model.film import CastEntry, FilmRecord

_PLAY = r"(?:plays?|played|portrays?|portrayed|voices?|voiced|acts?|acted|stars?|starred|impersonates?|embodies|appears?|appeared|performs?|performed)"
_FOR_CHARACTER = re.compile(
    rf"\b(?:who(?:se voice)?|(?:which|what) (?:actor|actress|performer|star|comedian|singer)) (?:is it that )?(?:{_PLAY})(?: (?:the )?(?:role|part|character|voice|figure) of)?(?: as)? (?P<name>.+)$"
    rf"|\b(?:by whom|by which act(?:or|ress)) (?:is|was) (?P<second>.+?) (?:played|portrayed|voiced)\b"
    rf"|\bwho (?:is|was) (?P<third>.+?) (?:played|portrayed|voiced) by\b|\b(?:who|which act(?:or|ress)) (?:is|was) (?:cast|seen) as (?P<fourth>.+)$",
    re.IGNORECASE,
)
_FOR_ACTOR = re.compile(
    rf"\b(?:which|what) (?:character|role|part|person|figure)s? (?:does|did|is|was|do) (?P<name>.+?) (?:{_PLAY})\b|\bwhom? (?:does|did) (?P<second>.+?) (?:play|portray|voice)\b"
    r"|\b(?:which|what) (?:character|role|part) (?:is|was) (?:played|portrayed|voiced|performed) by (?P<third>.+)$|\bas whom (?:does|did) (?P<fourth>.+?) appear\b",
    re.IGNORECASE,
)
_FOR_ALL = re.compile(
    rf"\bwho (?:all )?(?:{_PLAY}|is|are)(?: (?:the|in|it|its|film|this|main|lead|leading|principal|actors?|stars?|cast|of))*\W*$"
    r"|\bwh(?:o|at) (?:is|are|was|were) (?:the |its )?(?:main |leading |lead |principal )?(?:cast|actors|stars|actresses|performers)(?: (?:of|in) the film)?\W*$"
    r"|\bwhich (?:actors|stars|actresses|performers) (?:star|appear|play|are)(?:red|ed)?(?: in)?(?: the film| it)?\W*$",
    re.IGNORECASE,
)
# What makes it a question about other than the film's cast: versions, first choices, other films.
_OTHERWISE = re.compile(
    r"\b(?:original(?:ly)?|first|before|initially|almost|instead|version|dub(?:bed|bing)?|previous|earlier|remake|stage|young(?:er)?|older|replaced?|sequel|turned down|considered|cameo|final|wanted)\b",
    re.IGNORECASE,
)
_MOST = 6  # of those who are asked for all together: the billing opens with the ones that are meant


def cast_asked(question: Question, record: FilmRecord) -> Iterator[Asked]:
    """What the cast says to a question about it; nothing for any other question."""
    text = question.plain.rstrip(" ?.!")
    if _OTHERWISE.search(text):
        return
    if match := _FOR_ACTOR.search(text):
        yield _of_actor(_group(match), record)
    elif match := _FOR_CHARACTER.search(text):
        yield from _of_character(_group(match), question, record)
    elif question.wanted is Wanted.PERSON and _FOR_ALL.search(text) and record.cast:
        yield _asked(list(record.cast[:_MOST]), actors=True)


def _group(match: re.Match[str]) -> str:
    return next(value for value in match.groups() if value is not None)


def _of_actor(name: str, record: FilmRecord) -> Asked:
    entries = [entry for entry in record.cast if is_named(name, (entry.actor,))]
    told = [entry for entry in entries if entry.character]
    return _asked(told, actors=False) if told else Asked(part="cast", left_over=(), candidate=None)


def _of_character(words: str, question: Question, record: FilmRecord) -> Iterator[Asked]:
    if words.strip().casefold() in ("the film", "in the film", "it", "in it", "this film", "in this film"):
        if record.cast:
            yield _asked(list(record.cast[:_MOST]), actors=True)
        return
    words = re.sub(r"\s+in (?:the|this) (?:film|movie|picture)$", "", words, flags=re.IGNORECASE)
    entries = [entry for entry in record.cast if entry.character and is_named(words, _names(entry, record))]
    if not entries:
        # "the sadistic matron Evelyn Harper": the name within the description.
        named = [name for name in question.names if re.search(rf"{re.escape(name)}(?!['’]s?\s)", words)]
        entries = [
            entry for entry in record.cast if entry.character and any(is_named(name, _names(entry, record)) for name in named)
        ]
    if entries:
        yield _asked(entries, actors=True)


def _names(entry: CastEntry, record: FilmRecord) -> tuple[str, ...]:
    own = next((character.aliases for character in record.characters if character.name == entry.character), ())
    return (entry.character or "", *own)


def _asked(entries: list[CastEntry], *, actors: bool) -> Asked:
    values = [entry.actor if actors else entry.character or "" for entry in entries]
    mean = sum(entry.confidence for entry in entries) / len(entries)
    return Asked(part="cast", left_over=(), candidate=candidate(values, [one for entry in entries for one in entry.evidence], mean))
