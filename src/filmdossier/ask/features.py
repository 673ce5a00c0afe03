"""What speaks for a span as the answer to a question: one documented number each.

A question, the span and what its sentence shares with the question enter; numbers between about
-1 and 1 leave, by name. What they weigh is fitted in ``training/ask`` and shipped in ``weights.json``.
"""

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from filmdossier.ask.grammar import AskedRole, place_of, steps
from filmdossier.ask.names import name_stems
from filmdossier.ask.questions import Question, Wanted
from filmdossier.ask.retrieve import Near, Ranked
from filmdossier.ask.spans import Found, Shape
from filmdossier.ask.stems import content_stems, stem
from filmdossier.model.annotations import MentionKind, Role, Word
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
_STORY = frozenset({Role.PLOT, Role.CAST})
_ALIKE = 0.25  # the likeness from which a word stands for another in the grammar
_LONGEST_NAME = 40
_MAKING = frozenset(
    content_stems(
        "play plays cast star direct director write writer screenplay script produce producer sing song voice dub portray compose composer score edit editor role "
        "critic reviewer review paid salary offered considered choice hired actor actress photograph cinematographer filming shooting shot studio rights released "
        "release premiere box office gross award oscar nominated grade rating praise criticise lyrics choreograph design costume cameo premiered festival remake"
    )
)
_CASTING = re.compile(r"^who(?:se voice)? (?:plays?|played|portrays?|portrayed|voices?|voiced|stars? as)\b", re.IGNORECASE)
_MAKERS = frozenset(
    "actor actress star director writer screenwriter critic reviewer composer singer editor producer cinematographer studio company band".split()
)


@dataclass(frozen=True)
class Known:
    """Names of the record, each as the stems of one of its forms."""

    actors: frozenset[frozenset[str]] = frozenset()
    characters: frozenset[frozenset[str]] = frozenset()
    titles: frozenset[frozenset[str]] = frozenset()  # of the film, without small words
    cast: tuple[tuple[frozenset[str], frozenset[str]], ...] = ()  # who plays whom; of a part without a name, nothing


@dataclass(frozen=True)
class Asked:
    """A question with its grammar, the weight of each of its stems (summing to one) and what means nearly the same."""

    question: Question
    role: AskedRole
    weights: Mapping[str, float]
    near: Near
    known: Known

    @cached_property
    def making(self) -> bool:
        """Whether it asks about the making and the fate of the film rather than its story."""
        return not _MAKING.isdisjoint(content_stems(self.question.text)) or self.question.noun in _MAKERS

    @cached_property
    def casting(self) -> bool:
        """Whether it asks who plays a part of this film."""
        return bool(_CASTING.search(self.question.plain))

    @cached_property
    def name_stems(self) -> tuple[frozenset[str], ...]:
        """The stems of each name that the question gives."""
        return tuple(frozenset(content_stems(name)) for name in self.question.names)

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Neighbouring content stems."""
        found = list(content_stems(self.question.plain))
        return frozenset(itertools.pairwise(found))


@dataclass(frozen=True)
class Setting:
    """A passage beside a question: which stems they share, and where in the passage."""

    ranked: Ranked
    asked: Asked
    words: Mapping[int, Word]
    best: float  # the score of the best passage

    @cached_property
    def matched(self) -> dict[int, tuple[str, float]]:
        """The words of the passage that say what a stem of the question says, with the stem and the likeness."""
        text = self.ranked.passage.document.text
        found = {}
        for index, word in self.words.items():
            own = stem(word.span.of(text))
            likeness, asked = max(((near.get(own, 0.0), one) for one, near in self.asked.near.items()), default=(0.0, ""))
            if likeness >= _ALIKE:
                found[index] = (asked, likeness)
        return found

    @cached_property
    def verbs(self) -> dict[int, float]:
        """The words that mean what the verb of the question means, with their likeness."""
        return {index: likeness for index, (one, likeness) in self.matched.items() if one == self.asked.role.verb}

    @cached_property
    def alike(self) -> dict[str, tuple[float, str]]:
        """For each stem of the question that the passage lacks: the likeness of the nearest that it has, and that one."""
        found = {}
        for one, near in self.asked.near.items():
            if one not in self.passage_stems:
                best = max(((near[other], other) for other in self.passage_stems if other in near), default=(0.0, ""))
                if best[0]:
                    found[one] = best
        return found

    @cached_property
    def passage_stems(self) -> frozenset[str]:
        return frozenset(self.ranked.passage.stems)


def features(found: Found, setting: Setting) -> dict[str, float]:
    """The features of a span, by name; those that are 0 are left out."""
    asked, question, passage = setting.asked, setting.asked.question, setting.ranked.passage
    words = found.words
    own = frozenset(content_stems(words))
    shared = own & asked.weights.keys()
    outside = setting.passage_stems - (own - shared)
    near = passage.around
    covered = sum(weight for one, weight in asked.weights.items() if one in outside and one not in own)
    inside = sum(weight for one, weight in asked.weights.items() if one in own)
    around = sum(weight for one, weight in asked.weights.items() if one in near and one not in setting.passage_stems)
    values: dict[str, float] = {
        "covered": covered,
        "around": around,
        "alike": sum(asked.weights[one] * likeness for one, (likeness, other) in setting.alike.items() if other not in own),
        "inside": inside,
        "bm25": setting.ranked.score / max(setting.best, 1e-9),
        "first": float(setting.ranked.rank == 0),
        "new words": len(own - shared) / max(len(own), 1),
        "names": _share(asked.name_stems, outside),
        "names around": _share(asked.name_stems, outside | near),
        "neighbours": _neighbours(asked, passage.stems),
        "own review": float(passage.kind == "review"),
        "story": float(passage.role in _STORY),
    }
    values |= _grammar(found, setting)
    values |= _kinds(found, question)
    values |= _noun(found, asked)
    values |= _people(found, asked)
    values |= _form(found, question)
    return {name: value for name, value in values.items() if value}


def _share(names: Sequence[frozenset[str]], among: frozenset[str]) -> float:
    """The share of names of which any word is there; a name of which the last word stands alone is still that name."""
    return sum(bool(name & among) for name in names) / len(names) if names else 0.0


def _neighbours(asked: Asked, own: Sequence[str]) -> float:
    content = [one for one in own if one in asked.weights]
    return sum(pair in asked.pairs for pair in itertools.pairwise(content)) / max(len(asked.pairs), 1)


def _grammar(found: Found, setting: Setting) -> dict[str, float]:
    asked = setting.asked
    values = {"verb there": max(setting.verbs.values(), default=0.0)}
    if found.head is None or found.head not in setting.words:
        return values
    text = found.passage.document.text
    verb, role = place_of(found.head, setting.words, text)
    same = setting.verbs.get(verb, 0.0) if verb is not None else 0.0
    values["under the verb"] = same
    if same and asked.role.role:
        values["role fits"] = same * (role == asked.role.role)
        values["role differs"] = same * (role != asked.role.role and {role, asked.role.role} <= {"agent", "patient"})
    elif asked.role.role in ("agent", "patient"):
        values["role alike"] = float(role == asked.role.role)
    near_by = {index: match for index, match in setting.matched.items() if not setting.words[index].span.overlaps(found.span)}
    total = sum(asked.weights[one] * likeness for one, likeness in near_by.values())
    if total:
        close = sum(
            asked.weights[one] * likeness / (1 + steps(found.head, index, setting.words))
            for index, (one, likeness) in near_by.items()
        )
        values["closeness"] = close / total
        apart = min(
            max(setting.words[index].span.start - found.span.end, found.span.start - setting.words[index].span.end)
            for index in near_by
        )
        values["beside"] = 1 / (1 + apart / 10)
    return values


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
