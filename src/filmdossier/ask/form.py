"""What the form of a span says for it as an answer: its kind, the noun that the question names, its shape.

A span and a question enter; numbers from 0 to 1 leave, by name. What they share with the passage
around them is for :mod:`filmdossier.ask.features`.
"""

import re

from filmdossier.ask.asking import Asked
from filmdossier.ask.names import name_stems
from filmdossier.ask.questions import Question, Wanted
from filmdossier.ask.spans import Found, Shape
from filmdossier.ask.stems import content_stems, stem
from filmdossier.model.annotations import MentionKind
from filmdossier.model.text import BlockKind

_NAMES = frozenset({MentionKind.PERSON, MentionKind.NAME, MentionKind.ORGANISATION})
_FITS: dict[Wanted, frozenset[MentionKind]] = {
    Wanted.PERSON: _NAMES,
    Wanted.PLACE: frozenset({MentionKind.PLACE, MentionKind.NAME, MentionKind.ORGANISATION}),
    Wanted.TIME: frozenset({MentionKind.DATE, MentionKind.YEAR}),
    Wanted.MONEY: frozenset({MentionKind.MONEY}),
    Wanted.DURATION: frozenset({MentionKind.DURATION}),
    Wanted.NUMBER: frozenset({MentionKind.PERCENT}),
    Wanted.WORK: frozenset({MentionKind.WORK}),
    Wanted.OPINION: frozenset({MentionKind.QUOTATION}),
}
_TIMES = re.compile(r"\b(?:days?|weeks?|months?|years?|hours?|minutes?|decades?)\b")
_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|million|twice|once|several)\b",
    re.IGNORECASE,
)
_PLACED = re.compile(
    r"^(?:in|at|on|near|outside|inside|under|into|from|to|beneath|behind|along|aboard|throughout)\b", re.IGNORECASE
)
_CAUSE = re.compile(
    r"^(?:because|since|as|due to|so that|so|in order to|to|for|after|when|owing to|on account of|by)\b", re.IGNORECASE
)
_CAUSED = re.compile(
    r"\b(?:because|due to|since|in order to|so that|as a result|owing to|so as to|caused?|reason|feeling|fearing|hoping|to avoid|for fear|therefore)\b",
    re.IGNORECASE,
)
_MEANS = re.compile(r"^(?:by|with|in|from|using|through|via|when|after|as|of)\b", re.IGNORECASE)
_REPORTED = re.compile(
    r"\b(?:said|wrote|called|stated|praised|criticized|criticised|described|noted|found|felt|gave|commented|thought|considered|opined|writes|says|calls|compared|admired|disliked|liked)\b"
)
_PERSONS = re.compile(
    r"\b(?:man|woman|boy|girl|father|mother|brother|sister|son|daughter|wife|husband|friend|doctor|officer|detective|gang|police|king|queen|people|men|women|lover|boss|partner|soldier|soldiers|colleague|killer|leader|prisoner|prisoners|crew|family|child|children|girlfriend|boyfriend|uncle|aunt|nephew|cousin|teacher|student|lawyer|director|actor|actress|writer)\b",
    re.IGNORECASE,
)
_LONGEST_NAME = 40


def form(found: Found, asked: Asked) -> dict[str, float]:
    """The features of a span that its own words give."""
    return {
        **_kinds(found, asked.question),
        **_noun(found, asked),
        **_people(found, asked),
        **_form(found, asked.question),
    }


def _kinds(found: Found, question: Question) -> dict[str, float]:
    wanted, words = question.wanted, found.words
    fits = bool(found.kinds & _FITS.get(wanted, frozenset()))
    values: dict[str, float] = {f"{wanted.value}: fits": float(fits)}
    match wanted:
        case Wanted.PERSON:
            values["person: common"] = float(not fits and bool(_PERSONS.search(words)))
            values["person: surely"] = float(MentionKind.PERSON in found.kinds)
            values["person: none"] = float(
                bool(
                    found.kinds
                    & {
                        MentionKind.DATE,
                        MentionKind.MONEY,
                        MentionKind.PLACE,
                        MentionKind.YEAR,
                        MentionKind.PERCENT,
                        MentionKind.WORK,
                        MentionKind.NATIONALITY,
                    }
                )
            )
        case Wanted.PLACE:
            values["place: which placed"] = float(
                found.shape is Shape.PLACED and bool(question.noun) and not _PLACED.match(question.plain)
            )
            values["place: surely"] = float(MentionKind.PLACE in found.kinds)
            values["place: placed"] = float(found.shape is Shape.PLACED and bool(_PLACED.match(words)))
            values["place: none"] = float(
                bool(found.kinds & {MentionKind.DATE, MentionKind.MONEY, MentionKind.YEAR, MentionKind.PERCENT, MentionKind.WORK})
            )
        case Wanted.NUMBER | Wanted.MONEY | Wanted.DURATION | Wanted.TIME:
            values[f"{wanted.value}: digits"] = float(bool(_NUMBER.search(words)))
            if wanted is Wanted.DURATION:
                values["duration: times"] = float(bool(_TIMES.search(words) and _NUMBER.search(words)))
        case Wanted.REASON:
            values["reason: cause"] = float(bool(_CAUSE.match(words)))
            values["reason: caused"] = float(bool(_CAUSED.search(words)))
            values["reason: clause"] = float(found.shape in (Shape.CLAUSE, Shape.SENTENCE))
        case Wanted.MANNER:
            values["manner: means"] = float(bool(_MEANS.match(words)))
            values["manner: clause"] = float(found.shape in (Shape.CLAUSE, Shape.SENTENCE))
        case Wanted.OPINION:
            values["opinion: reported"] = float(bool(_REPORTED.search(words)))
            values["opinion: whole"] = float(found.shape in (Shape.SENTENCE, Shape.CLAUSE))
        case Wanted.WORK:
            values["work: capital"] = float(words[:1].isupper())
        case _:
            pass
    return values


def _noun(found: Found, asked: Asked) -> dict[str, float]:
    """Whether the span is one of what "which …" names, or stands beside the word."""
    if not asked.question.noun:
        return {}
    near = asked.near.get(stem(asked.question.noun)) or {stem(asked.question.noun): 1.0}
    own = content_stems(found.words)
    text, span, passage = found.passage.document.text, found.span, found.passage.span
    before = content_stems(text[max(passage.start, span.start - 30) : span.start])[-2:]
    after = content_stems(text[span.end : min(passage.end, span.end + 25)])[:2]
    return {
        "noun is head": max((near.get(one, 0.0) for one in own[-1:]), default=0.0),
        "noun in": max((near.get(one, 0.0) for one in own), default=0.0),
        "noun before": max((near.get(one, 0.0) for one in before), default=0.0),
        "noun after": max((near.get(one, 0.0) for one in after), default=0.0),
    }


def _people(found: Found, asked: Asked) -> dict[str, float]:
    """A character answers what is asked of the story, an actor what is asked of the making; the names asked about are no answer."""
    if not found.words[:1].isupper() or len(found.words) > _LONGEST_NAME:
        return {}
    own = name_stems(found.words)
    about = "making" if asked.making else "story"
    return {
        f"{about}: actor": float(any(own <= name for name in asked.known.actors)),
        f"{about}: character": float(any(own <= name for name in asked.known.characters)),
        "asked about": float(any(own <= name or name <= own for name in asked.name_stems)),
    }


def _form(found: Found, question: Question) -> dict[str, float]:
    words = found.words
    count = len(words.split())
    values = {
        f"shape {found.shape.value}": 1.0,
        "capital": float(words[:1].isupper()),
        "long": min(count, 40) / 40,
        "very long": float(count > 18),
        "pronoun": float(words.casefold() in _PRONOUNS),
        "definite": float(words.casefold().startswith(("the ", "a ", "an ", "his ", "her "))),
        "table": float(found.passage.block.kind in (BlockKind.ROW, BlockKind.FIELD)),
    }
    if found.shape in (Shape.CLAUSE, Shape.SENTENCE) and question.wanted not in (Wanted.REASON, Wanted.MANNER, Wanted.OPINION):
        values["clause unasked"] = 1.0
    if found.label:
        labelled = frozenset(content_stems(found.label))
        values["label asked"] = float(bool(labelled & frozenset(content_stems(question.plain))))
    return values


_PRONOUNS = frozenset(
    "he she it they him her them his their its who which that this these those there what i we you us me himself herself themselves itself".split()
)
