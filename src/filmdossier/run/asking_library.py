"""Questions that ask for films: "which films did X direct?", "in which films does X play?".

A view and a question enter; the titles of the films leave, each with the statement that shows it,
or None where it is no question of that kind.
"""

import re

from filmdossier.ask.names import is_named
from filmdossier.ask.wording import tokens
from filmdossier.model.answer import Answer, AnswerOrigin
from filmdossier.model.claim import CastMember, Predicate
from filmdossier.model.film import FilmRecord
from filmdossier.model.text import Evidence
from filmdossier.run.records import film_record
from filmdossier.store import View

_MOST = 12  # films: beyond that a question is better asked of the list of films
_ASKED: tuple[tuple[Predicate, re.Pattern[str]], ...] = tuple(
    (Predicate(predicate), re.compile(pattern, re.IGNORECASE))
    for predicate, pattern in (
        ("director", r"(?:which|what) (?:film|movie)s? (?:did|does|has|have) (?P<name>.+?) (?:direct|directed|made|make|helm)\??$"),
        ("director", r"(?:which|what) (?:film|movie)s? (?:is|are|was|were) directed by (?P<name>.+?)\??$"),
        ("writer", r"(?:which|what) (?:film|movie)s? (?:did|has) (?P<name>.+?) (?:write|written|script)\??$"),
        ("writer", r"(?:which|what) (?:film|movie)s? (?:is|are|was|were) written by (?P<name>.+?)\??$"),
        ("producer", r"(?:which|what) (?:film|movie)s? (?:did|has) (?P<name>.+?) produced?\??$"),
        (
            "composer",
            r"(?:for )?(?:which|what) (?:film|movie)s? did (?P<name>.+?) (?:compose|score|write the music)(?: the (?:music|score))?(?: for)?\??$",
        ),
        ("cinematographer", r"(?:which|what) (?:film|movie)s? did (?P<name>.+?) (?:photograph|shoot|film)\??$"),
        (
            "cast",
            r"in (?:which|what) (?:film|movie)s? (?:does|did|has|is) (?P<name>.+?) (?:play|appear|star|act|played|appeared|starred)\??$",
        ),
        (
            "cast",
            r"(?:which|what) (?:film|movie)s? (?:does|did|has|is) (?P<name>.+?) (?:play|appear|star|act|appeared|starred)(?: in)?\??$",
        ),
        ("cast", r"(?:which|what) (?:film|movie)s? stars? (?P<name>.+?)\??$"),
    )
)


def films_asked(view: View, question: str) -> Answer | None:
    """The films that somebody made or is in; None where the question asks for something else."""
    text = " ".join(question.split())
    for predicate, pattern in _ASKED:
        match = pattern.match(text)
        if match:
            return _films(view, text, predicate, match["name"])
    return None


def _films(view: View, question: str, predicate: Predicate, name: str) -> Answer:
    named = view.claims(predicate, holding=tokens(name)[-1]) if tokens(name) else []
    heads = view.heads(sorted({claim.evidence[0].document for claim in named if is_named(name, (_name(claim.value),))}))
    found = sorted({film for head in heads.values() for film, *_ in head.films})
    films, values, evidence = [], [], []
    for film in found[:_MOST]:
        record = film_record(view, film, layout=False)
        shown = _shown(record, predicate, name)
        if shown:
            films.append(record.film)
            values.append(f"{record.film.title} ({record.film.year})" if record.film.year else record.film.title)
            evidence.extend(shown)
    if not values:
        return Answer(question=question, confidence=0.9, reason=f"the documents do not say: no film of the library names {name} so")
    return Answer(
        question=question,
        values=tuple(values),
        confidence=0.95,
        evidence=tuple(dict.fromkeys(evidence)),
        origin=AnswerOrigin.RECORD,
        films=tuple(films),
    )


def _name(value: object) -> str:
    return value.actor if isinstance(value, CastMember) else str(value)


def _shown(record: FilmRecord, predicate: Predicate, name: str) -> list[Evidence]:
    """What shows that the record names somebody under the predicate; nothing where it does not."""
    if predicate is Predicate.CAST:
        return [one for entry in record.cast if is_named(name, (entry.actor,)) for one in entry.evidence]
    return [
        one
        for fact in record.facts
        if fact.predicate is predicate and is_named(name, (fact.value, *fact.also))
        for one in fact.evidence
    ]
