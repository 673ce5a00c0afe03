"""Answers one question: from the record where it knows, from the sentences of the documents, or not at all.

A question, the record of a film (None where the question is asked of a whole library) and passages
enter; an :class:`~filmdossier.model.answer.Answer` leaves. Every value is the record's or a span of
a document; silence comes with its reason.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from filmdossier.ask.asking import Known
from filmdossier.ask.candidate import Candidate
from filmdossier.ask.decide import THRESHOLD, Chosen, choose
from filmdossier.ask.from_cast import cast_asked
from filmdossier.ask.from_cued import craft, cued, is_craft
from filmdossier.ask.from_deaths import deaths_asked
from filmdossier.ask.from_jobs import jobs_asked
from filmdossier.ask.from_record import Asked, facts_asked
from filmdossier.ask.from_reviews import likings_asked, opinions_asked, ratings_asked
from filmdossier.ask.from_scores import aggregators_asked, links_asked
from filmdossier.ask.from_sources import authors_asked
from filmdossier.ask.from_story import events_asked, persons_asked, relations_asked
from filmdossier.ask.from_tables import tables_asked
from filmdossier.ask.from_text import Reading, known_names, text_candidates
from filmdossier.ask.grammar import asked_role
from filmdossier.ask.likeness import nearest
from filmdossier.ask.names import name_stems
from filmdossier.ask.questions import Question, Wanted, read_question
from filmdossier.ask.retrieve import Passage, rank
from filmdossier.ask.stems import content_stems, stem
from filmdossier.model.answer import Answer, AnswerOrigin
from filmdossier.model.film import FilmIdentity, FilmRecord
from filmdossier.model.text import Evidence, Span

_PARTS: tuple[Callable[[Question, FilmRecord], Iterator[Asked]], ...] = (
    cast_asked,
    aggregators_asked,
    ratings_asked,
    opinions_asked,
    likings_asked,
    links_asked,
    facts_asked,
)
# Measured on the development films: answers from the record that account for every word of the question are right in 97 of 100 cases.
_RECORD_IS_RIGHT = 0.97
_EMPTY_IS_RIGHT = 0.95
# What a silent part of the record is called, where its own name would not do.
_LACKING = {
    "based_on": "tells what the film is based on",
    "runtime_minutes": "gives the film's running time",
    "story_by": "tells who the story is by",
    "box_office": "tells what the film earned",
    "filming_place": "tells where the film was shot",
    "setting": "tells where or when it is set",
    "soundtrack_artist": "names who is heard on the soundtrack",
    "song": "names a song of the film",
    "award": "tells of an award for the film",
    "influenced_by": "tells what influenced the film",
    "series": "names a series that the film belongs to",
    "cast": "tells which part that is",
}
_ALSO_CALLED = re.compile(
    r"\b(?:oscars?|academy awards?|american?|british|english|u\.?s\.?a?|uk)\b|(?:ish|ese|ian|ean|can|[a-z]-[a-z]+|\.[a-z]+)$",
    re.IGNORECASE,
)
_LOOKED_AT, _ALSO = 6, 2  # sentences beside those that the record cites


def answer(
    text: str,
    record: FilmRecord | None,
    among: Callable[[], Sequence[Passage]],
    *,
    reading: Reading,
    films: tuple[FilmIdentity, ...] = (),
) -> Answer:
    """The answer to ``text``. ``among`` gives the passages, and is called only where the record does not settle it."""
    titles = (record.film.title, *record.film.aliases) if record else ()
    question = read_question(text, titles)
    if not content_stems(question.plain):
        return _silent(
            text, 1.0, "the question asks for nothing that could be looked up; ask who, what, where, when, why or how", films
        )
    if record is not None:
        for asked in asked_of_record(question, record):
            if asked.left_over:
                continue
            if asked.candidate is None:
                beside = cued(question, asked.part, text_candidates(question, among(), reading, known_names(record)))
                if beside is not None:
                    return _said(text, beside, films)
                return _silent(text, _EMPTY_IS_RIGHT, _empty(asked), films)
            return _recorded(text, question, asked.candidate, among, films)
        role = asked_role(reading.parse(question.plain, [Span(0, len(question.plain))]), question.plain)
        told = (
            *authors_asked(question, record),
            *deaths_asked(question, record),
            *relations_asked(question, record),
            *persons_asked(question, record),
            *events_asked(question, role, record),
        )
        for asked in told:
            if asked.candidate is not None:
                return _recorded(text, question, asked.candidate, among, films)
    for asked in (*tables_asked(question, among()), *jobs_asked(question, among())):
        if asked.candidate is not None:
            return _recorded(text, question, asked.candidate, among, films)
    unheard = _unheard(question, among())
    if unheard:
        return _silent(text, 0.95, f"the documents do not say: none mentions {unheard}", films)
    known = known_names(record) if record else Known()
    candidates = text_candidates(question, among(), reading, known)
    if is_craft(question):
        worked = craft(question, candidates)
        if worked is None:
            return _silent(text, 0.9, "the documents do not say: none names who did that work", films)
        return _said(text, worked, films)
    chosen = choose(question, candidates)
    if chosen is None:
        return _silent(text, 0.99, "no sentence of the documents has anything to do with it", films)
    if chosen.probability < THRESHOLD:
        return _silent(
            text, round(1 - chosen.probability, 3), "the documents do not say: no sentence answers it well enough", films
        )
    return _said(text, chosen, films)


def _unheard(question: Question, passages: Sequence[Passage]) -> str:
    """A name that the question gives and no passage, whatever it is asked about; '' where all are named.

    What goes by another word too ("Oscar", "British", "English-language") is no such name; of a critic's the last word counts.
    """
    for asked in question.names:
        last = asked.split()[-1]
        if question.wanted is not Wanted.OPINION and (_ALSO_CALLED.search(asked) or not last[0].isalpha() or asked.isupper()):
            continue
        told = last.casefold()
        if not any(told in passage.words.casefold() for passage in passages) and not any(
            stem(last) in passage.counts or stem(last) in passage.around for passage in passages
        ):
            return asked
    return ""


def _said(text: str, chosen: Chosen, films: tuple[FilmIdentity, ...]) -> Answer:
    passage = chosen.found.passage
    return Answer(
        question=text,
        values=(chosen.found.words,),
        confidence=round(chosen.probability, 3),
        evidence=(Evidence.cite(passage.document, passage.span),),
        origin=AnswerOrigin.TEXT,
        films=films,
    )


def _recorded(
    text: str, question: Question, found: Candidate, among: Callable[[], Sequence[Passage]], films: tuple[FilmIdentity, ...]
) -> Answer:
    return Answer(
        question=text,
        values=found.values,
        confidence=round(_RECORD_IS_RIGHT * found.features["record_confidence"], 3),
        evidence=(*found.evidence, *_also_said(question, found, among())),
        origin=found.origin,
        films=films,
    )


def asked_of_record(question: Question, record: FilmRecord) -> Iterator[Asked]:
    """The parts of the record that the question may ask for, the surest first."""
    for part in _PARTS:
        yield from part(question, record)


def _also_said(question: Question, found: Candidate, among: Sequence[Passage]) -> Iterator[Evidence]:
    """Sentences that say the same in more words than the field or the list that the record cites."""
    wanted = [name_stems(value) for value in found.values]
    cited = {(one.document, one.span) for one in found.evidence}
    near = nearest(content_stems(question.plain))
    likely = [one.passage for one in rank(near, among, _LOOKED_AT)]
    for passage in [passage for passage in likely if any(names <= set(passage.stems) for names in wanted)][:_ALSO]:
        if (passage.document.id, passage.span) not in cited:
            yield Evidence.cite(passage.document, passage.span)


def _empty(asked: Asked) -> str:
    lacking = _LACKING.get(asked.part, "gives the film's " + asked.part.replace("_", " "))
    return f"the documents do not say: {asked.reason or 'none ' + lacking}"


def _silent(text: str, confidence: float, reason: str, films: tuple[FilmIdentity, ...]) -> Answer:
    return Answer(question=text, confidence=confidence, reason=reason, films=films)
