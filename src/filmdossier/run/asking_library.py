"""Questions that ask for films: "which films did X direct?", "how many westerns are there?", "the longest film".

A view and a question enter; the titles of the films leave, each with the statement that shows it,
or None where it is no question of that kind. Claims find the films that may fit; the record of each
decides, as what one document says another may dispute.
"""

import re
from collections.abc import Iterable, Iterator

from filmdossier.model.answer import Answer, AnswerOrigin
from filmdossier.model.claim import AggregatorScore, Predicate
from filmdossier.model.film import FilmIdentity, FilmRecord
from filmdossier.model.text import Evidence
from filmdossier.run.library_conditions import Condition
from filmdossier.run.library_wishes import Wish, read_wish
from filmdossier.run.records import film_record
from filmdossier.store import View

_MOST = 12  # films that are named: beyond that a question is better asked of the list of films
_LOOKED_AT = 40  # records that are made for one question
_MONEY = re.compile(
    r"(?:US)?\$\s?(?P<number>\d[\d,.]*)(?:\s?[–-]\s?\d[\d,.]*)?\s?(?P<scale>thousand|million|billion)?", re.IGNORECASE
)
_SCALES = {"": 1.0, "thousand": 1e3, "million": 1e6, "billion": 1e9}


def films_asked(view: View, question: str) -> Answer | None:
    """The films that meet what is asked of them; None where the question asks for something else."""
    wish = read_wish(question)
    if wish is None:
        return None
    films = _candidates(view, wish)
    if wish.end is not None:
        return _at_the_end(view, question, wish, films)
    if not wish.conditions:
        return _counted(view, question, films)
    kept, evidence = _kept(view, wish, films)
    if not kept:
        return Answer(question=question, confidence=0.9, reason="the documents do not say: no film of the library is told to be so")
    if wish.counted:
        more = len(films) > _LOOKED_AT
        values: tuple[str, ...] = (f"{'at least ' if more else ''}{len(kept)}",)
    else:
        values = tuple(_shown(film) for film in kept)
    return Answer(
        question=question,
        values=values,
        confidence=0.95,
        evidence=tuple(dict.fromkeys(evidence)),
        origin=AnswerOrigin.RECORD,
        films=tuple(kept),
    )


def _candidates(view: View, wish: Wish) -> list[FilmIdentity]:
    """The films that may meet all conditions, by year and title."""
    films = [film for film in view.films() if all(one.fits is None or one.fits(film) for one in wish.conditions)]
    for condition in wish.conditions:
        if condition.predicates:
            claimed = _claimed(view, condition)
            films = [film for film in films if film.id in claimed]
    return sorted(films, key=lambda film: (film.year or 9999, film.title, film.id))


def _claimed(view: View, condition: Condition) -> set[str]:
    claims = view.claims(*condition.predicates, holding=condition.holding)
    told = {claim.evidence[0].document for claim in claims if condition.says is None or condition.says(str(claim.value))}
    heads = view.heads(sorted(told))
    return {film for head in heads.values() for film, *_ in head.films}


def _kept(view: View, wish: Wish, films: Iterable[FilmIdentity]) -> tuple[list[FilmIdentity], list[Evidence]]:
    """The first films of which the record shows all conditions, with what shows them."""
    kept: list[FilmIdentity] = []
    evidence: list[Evidence] = []
    for film in list(films)[:_LOOKED_AT]:
        shown = _all_shown(film_record(view, film.id, layout=False), wish)
        if shown:
            kept.append(film)
            evidence.extend(shown)
        if len(kept) == _MOST and not wish.counted:
            break
    return kept, evidence


def _all_shown(record: FilmRecord, wish: Wish) -> list[Evidence]:
    """What shows that a film meets every condition; nothing where one is not shown."""
    found: list[Evidence] = []
    for condition in wish.conditions:
        shown = condition.shown(record)
        if not shown:
            return []
        found.extend(shown)
    return found


def _at_the_end(view: View, question: str, wish: Wish, films: list[FilmIdentity]) -> Answer:
    """The film with the most or the least minutes, dollars or years, of those whose documents tell."""
    if wish.end is Predicate.YEAR:
        ranked = [(float(film.year), film) for film in films if film.year is not None]
    else:
        known = {film.id: film for film in films}
        sizes: dict[str, float] = {}
        for claim in view.claims(*((wish.end,) if wish.end else ())):
            size = _points(claim.value, wish.of) if isinstance(claim.value, AggregatorScore) else _size(wish.end, str(claim.value))
            head = view.heads([claim.evidence[0].document]) if size is not None else {}
            for named in {named for one in head.values() for named, *_ in one.films if named in known}:
                sizes[named] = size or 0.0
        ranked = [(size, known[named]) for named, size in sizes.items()]
    ranked.sort(key=lambda item: (-item[0] if wish.most else item[0], item[1].id))
    for _, film in ranked[:_MOST]:
        record = film_record(view, film.id, layout=False)
        told = list(_scored(record, wish.of) if wish.end is Predicate.AGGREGATOR else _told(record, wish.end))
        others = _all_shown(record, wish)
        if told and (others or not wish.conditions):
            value, evidence = told[0]
            return Answer(
                question=question,
                values=(f"{_shown(film)}: {value}" if value else _shown(film),),
                confidence=0.9,
                evidence=tuple(dict.fromkeys((*evidence, *others))),
                origin=AnswerOrigin.RECORD,
                films=(film,),
            )
    return Answer(question=question, confidence=0.9, reason="the documents do not say: of no film of the library is that told")


def _told(record: FilmRecord, end: Predicate | None) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
    if end is Predicate.YEAR:
        yield "", record.film.evidence
    for fact in record.facts:
        if fact.predicate is end and _size(end, fact.value) is not None:
            yield (
                f"{fact.value} minutes" if end is Predicate.RUNTIME_MINUTES and fact.value.isdigit() else fact.value,
                fact.evidence,
            )


def _scored(record: FilmRecord, name: str) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
    for claim in record.aggregators:
        points = _points(claim.score, name)
        if points is not None:
            yield f"{points:g}{'%' if claim.score.approval is not None else ''} ({claim.score.name})", claim.evidence


def _points(score: AggregatorScore, name: str) -> float | None:
    """What an aggregator gives, Rotten Tomatoes where none is named."""
    if score.name.casefold() != (name or "Rotten Tomatoes").casefold():
        return None
    return score.approval if score.approval is not None else score.score if score.score is not None else score.average


def _size(end: Predicate | None, value: str) -> float | None:
    """Minutes, or dollars: sums in other money are not compared."""
    if end is Predicate.RUNTIME_MINUTES:
        number = re.match(r"\d+", value)
        return float(number[0]) if number else None
    money = _MONEY.search(value)
    if money is None:
        return None
    try:
        return float(money["number"].rstrip(".,").replace(",", "")) * _SCALES[(money["scale"] or "").casefold()]
    except ValueError:
        return None


def _counted(view: View, question: str, films: list[FilmIdentity]) -> Answer:
    """How many films there are in all, shown by one of them."""
    told = (film_record(view, film.id, layout=False).film.evidence for film in films[:_MOST])
    shown = next((evidence for evidence in told if evidence), ())
    if not shown:
        return Answer(question=question, confidence=0.9, reason="the documents do not say: no film of the library is named in them")
    return Answer(
        question=question,
        values=(str(len(films)),),
        confidence=1.0,
        evidence=shown[:1],
        origin=AnswerOrigin.RECORD,
        films=tuple(films[:_MOST]),
    )


def _shown(film: FilmIdentity) -> str:
    return f"{film.title} ({film.year})" if film.year else film.title
