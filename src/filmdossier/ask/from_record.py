"""Answers from the facts, the cast and the links of a record.

A question as read and a record enter; candidates leave, each with the share of the question's words
that it leaves unaccounted for. A part of the record that was asked for and is empty is told too:
such silence is worth more than a sentence that happens to share words with the question.
"""

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from filmdossier.ask.candidate import Candidate
from filmdossier.ask.cues import CUES, Cue
from filmdossier.ask.names import name_stems
from filmdossier.ask.questions import HOLDING, Question, Wanted
from filmdossier.ask.stems import stem, stems
from filmdossier.ask.wording import FILLER, tokens
from filmdossier.model.answer import AnswerOrigin
from filmdossier.model.claim import Predicate
from filmdossier.model.film import FilmRecord
from filmdossier.model.text import Evidence

_DATED = re.compile(r"\d{1,2} \w+ \d{4}|\w+ \d{1,2}, \d{4}|\d{4}")
_DATED_CITY = re.compile(rf"(?:{_DATED.pattern}) \([^)]*\)$")
_ERA = re.compile(
    r"\d|\b(?:(?:pre|post|inter)-?war|wartime|war|century|era|age|depression|medieval|victorian|future|present day|ancient)\b",
    re.IGNORECASE,
)
# Words that name who gives an award: a question that adds only these is about the film's awards all the same.
_BODIES = frozenset(
    stems(
        "Academy Oscar Golden Globe BAFTA British Film Emmy Genie César National Filmfare Cannes Palme d'Or Berlin Bear Venice Lion"
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the record says to a question. ``part`` is what was asked for, '' where it is no part of a record.

    ``left_over`` are the words that the part does not account for; ``candidate`` None where the part is empty,
    ``reason`` then says what the documents lack, '' where the name of the part says it.
    """

    part: str
    left_over: tuple[str, ...]
    candidate: Candidate | None
    reason: str = ""


def facts_asked(question: Question, record: FilmRecord) -> Iterator[Asked]:
    """The facts that a question may ask for, those that account for most of its words first."""
    found = []
    for order, cue in enumerate(CUES):
        if question.wanted not in cue.wanted or not cue.asks.search(question.plain):
            continue
        left = question.left_over(cue.covers)
        found.append((len(left), order, cue, left))
    yield from _two_credits(question, [cue for _, _, cue, _ in found], record)
    for _, _, cue, left in sorted(found, key=lambda item: item[:2]):
        if cue.predicate is Predicate.AWARD and left:
            yield _awards(left, question, record)
        else:
            held = _fact(cue, question, record)
            if cue.predicate is Predicate.BASED_ON and question.wanted is Wanted.PERSON and not left:
                # A title is no author; who wrote the source stands beside it in a sentence.
                yield Asked(part=cue.predicate.value, left_over=("author",), candidate=held)
                continue
            if (
                cue.predicate is Predicate.PREMIERE
                and question.wanted is Wanted.PLACE
                and held
                and all(map(_DATED_CITY.match, held.values))
            ):
                # A date with a city in brackets is no cinema: a sentence may tell the very place.
                left = left or ("place",)
            yield Asked(
                part=cue.predicate.value,
                left_over=left,
                candidate=held,
                reason="" if held else _unsure(cue.predicate, question, record),
            )


def _two_credits(question: Question, cues: list[Cue], record: FilmRecord) -> Iterator[Asked]:
    """Who did two things at once: "who wrote and directed it?" is answered by who did both, else by who did either."""
    if question.wanted is not Wanted.PERSON or " and " not in question.plain:
        return
    for first, second in itertools.combinations(cues, 2):
        rest = second.covers.sub(" ", first.covers.sub(" ", question.plain))
        both = [[fact for fact in record.facts if fact.predicate is cue.predicate] for cue in (first, second)]
        if any(word.casefold() not in FILLER for word in tokens(rest)) or not all(both):
            continue
        if not question.left_over(first.covers) or not question.left_over(second.covers):
            continue  # one part accounts for all of it: "who composed and scored it"
        shared = {name_stems(fact.value) for fact in both[0]} & {name_stems(fact.value) for fact in both[1]}
        facts = [fact for facts in both for fact in facts if not shared or name_stems(fact.value) in shared]
        mean = sum(fact.confidence for fact in facts) / len(facts)
        found = candidate([fact.value for fact in facts], [one for fact in facts for one in fact.evidence], mean)
        yield Asked(part=first.predicate.value, left_over=(), candidate=found)
        return


def _unsure(predicate: Predicate, question: Question, record: FilmRecord) -> str:
    """What the documents say that was not sure enough to be a fact, '' where there is none."""
    said = [fact.value for fact in record.suggestions if fact.predicate is predicate]
    if question.wanted is Wanted.TIME:
        said = [value for value in said if _ERA.search(value)]
    return f"what they say of it is too unsure to be a fact ({'; '.join(said[:3])})" if said else ""


def _awards(left: tuple[str, ...], question: Question, record: FilmRecord) -> Asked:
    """The awards that the words left over tell apart: "which Academy Award" asks for one of the Academy's, and for nothing else."""
    wanted = {one for word in left for one in (["academi"] if stem(word) == stem("oscar") else [stem(word)])}
    facts = [fact for fact in record.facts if fact.predicate is Predicate.AWARD]
    fitting = [fact for fact in facts if wanted <= set(stems(" ".join((fact.value, *fact.also)).replace("Oscar", "Academy")))]
    if fitting:
        mean = sum(fact.confidence for fact in fitting) / len(fitting)
        found = candidate([fact.value for fact in fitting], [one for fact in fitting for one in fact.evidence], mean)
        return Asked(part=Predicate.AWARD.value, left_over=(), candidate=found)
    # "Which award did Edith Head win?": the award whose passage names her, if it is one alone that does.
    named = {one for name in question.names for one in stems(name)}
    hers = [fact for fact in facts if named and named <= {one for cited in fact.evidence for one in stems(cited.quote)}]
    if len(hers) == 1 and wanted <= named | set(stems(" ".join((hers[0].value, *hers[0].also)))):
        found = candidate([hers[0].value], hers[0].evidence, hers[0].confidence)
        return Asked(part=Predicate.AWARD.value, left_over=(), candidate=found)
    # An award without its giver ("Best Editing") could be the one that is asked for: a sentence must tell.
    unnamed = any(not _BODIES & set(stems(fact.value)) and "award" not in fact.value.casefold() for fact in facts)
    told = "; ".join(fact.value for fact in facts[:3])
    return Asked(
        part=Predicate.AWARD.value,
        left_over=left if unnamed or not wanted <= _BODIES else (),
        candidate=None,
        reason=f"the awards that they tell of are others ({told})" if facts else "",
    )


def _fact(cue: Cue, question: Question, record: FilmRecord) -> Candidate | None:
    if cue.predicate is Predicate.YEAR:
        year = record.film.year
        shown = [one for one in record.film.evidence if one.quote == str(year)]
        return candidate([str(year)], shown, 0.95) if year is not None and shown else None
    facts = [fact for fact in record.facts if fact.predicate is cue.predicate]
    if question.wanted is Wanted.TIME:
        facts = [fact for fact in facts if _ERA.search(fact.value)]
    elif question.wanted is Wanted.MONEY:
        facts = [fact for fact in facts if HOLDING[Wanted.MONEY].search(fact.value)]
    elif cue.predicate is Predicate.PREMIERE and question.wanted is Wanted.PLACE:
        facts = [fact for fact in facts if not _DATED.match(fact.value)] or facts
    elif cue.predicate is Predicate.SETTING:
        facts = [fact for fact in facts if not re.search(r"\d{3}", fact.value)]
    if not facts:
        return None
    return candidate(
        [fact.value for fact in facts],
        [one for fact in facts for one in fact.evidence],
        sum(fact.confidence for fact in facts) / len(facts),
    )


def candidate(values: Iterable[str], evidence: Iterable[Evidence], confidence: float) -> Candidate:
    """A candidate of the record."""
    return Candidate(
        values=tuple(dict.fromkeys(values)),
        evidence=tuple(dict.fromkeys(evidence)),
        origin=AnswerOrigin.RECORD,
        features={"record_confidence": confidence},
    )
