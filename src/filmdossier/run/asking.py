"""Answers questions over a library: of one film, or of all of them.

A view and a question enter; an :class:`~filmdossier.model.answer.Answer` leaves. Every answer is a
value of a record or a span of a document, with the sentences that say so. A question put to the
whole library is put to the film whose title it holds; where it holds none, to the documents that
share its rarest words.
"""

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from filmdossier.errors import UnknownFilm
from filmdossier.model.answer import Answer, AnswerOrigin
from filmdossier.model.film import FilmIdentity
from filmdossier.run.lookup import by_title, films_named
from filmdossier.run.records import film_record
from filmdossier.store import View

if TYPE_CHECKING:
    from filmdossier.ask.retrieve import Passage

# Documents that are read for a question to the whole library, and matches looked at for each of its words.
_DOCUMENTS = 6
_MATCHES = 400
_KEPT = 256  # documents whose passages are kept between questions
_LISTED = 5
_kept: dict[tuple[str, str], "list[Passage]"] = {}


def ask(view: View, question: str, film: str | None = None) -> Answer:
    """What the documents say to ``question``; silent where they do not say.

    ``film`` is the id of the film that it is asked of; None asks the whole library. Raises
    UnknownFilm where the library has no such film.
    """
    if film is not None:
        identity = view.film(film) if "\x00" not in film else None
        if identity is None:
            raise UnknownFilm(f"no film has the id {film!r}; 'filmdossier films' lists them")
        return _of_film(view, question, identity)
    titled = view.of_films("by title", by_title)
    if not titled:
        return Answer(
            question=question, confidence=1.0, reason="the library holds no film; read documents first: filmdossier read PATH…"
        )
    from filmdossier.run.asking_library import films_asked

    listed = films_asked(view, question)
    if listed is not None:
        return listed
    named = films_named(titled, question)
    if len(named) > 1:
        ids = ", ".join(one.id for one in named[:_LISTED])
        return Answer(
            question=question,
            confidence=1.0,
            films=tuple(named),
            reason=f"several films are called so: {ids}; ask about one of them",
        )
    return _of_film(view, question, named[0]) if named else _of_library(view, question)


def _of_film(view: View, question: str, film: FilmIdentity) -> Answer:
    from filmdossier.ask.answering import answer
    from filmdossier.run.passage_reading import READING

    record = film_record(view, film.id, layout=False)

    def among() -> "list[Passage]":
        return [passage for document in record.documents for passage in _passages(view, document.id, document.kind)]

    return answer(question, record, among, reading=READING, films=(film,))


def _of_library(view: View, question: str) -> Answer:
    from filmdossier.ask.answering import answer
    from filmdossier.run.library_wishes import asks_for_films
    from filmdossier.run.passage_reading import READING

    heads = view.heads(_likely(view, question))

    def among() -> "list[Passage]":
        return [passage for document in sorted(heads) for passage in _passages(view, document, heads[document].kind)]

    found = answer(question, None, among, reading=READING)
    films = {film for evidence in found.evidence for film, *_ in heads[evidence.document].films}
    identities = tuple(identity for film in sorted(films) if (identity := view.film(film)) is not None)
    if asks_for_films(question) and found.values:
        # A sentence answers with words of its own: what is asked for is the film that it is about.
        if len(identities) != 1:
            return Answer(
                question=question,
                confidence=0.5,
                reason="the documents do not say for certain: ask by who made it, its cast, place, year or kind",
            )
        title = identities[0].title + (f" ({identities[0].year})" if identities[0].year else "")
        found = replace(found, values=(title,))
    return Answer(
        question=found.question,
        values=found.values,
        confidence=found.confidence,
        evidence=found.evidence,
        origin=found.origin,
        films=identities if found.origin is not AnswerOrigin.NONE else (),
        reason=found.reason,
    )


def _likely(view: View, question: str) -> Sequence[str]:
    """The documents that hold most of the question's words, the rare ones counting most."""
    from filmdossier.ask.wording import FILLER, tokens

    count = view.document_count()
    scores: dict[str, float] = {}
    for word in sorted({token for token in tokens(question) if token.casefold() not in FILLER}):
        found = view.find_documents(f'"{word}"', limit=_MATCHES)
        # A word that most documents hold tells nothing, and the first hundreds of its documents are any.
        if not found.total or (found.total > _MATCHES and 3 * found.total > count):
            continue
        weight = math.log(1 + count / found.total)
        for document in found.documents:
            scores[document] = scores.get(document, 0.0) + weight
    return sorted(scores, key=lambda document: (-scores[document], document))[:_DOCUMENTS]


def _passages(view: View, document: str, kind: str) -> "list[Passage]":
    """The passages of a document, kept between questions: its id is a hash of its content."""
    from filmdossier.annotate.sentences import sentences
    from filmdossier.ask.retrieve import passages

    found = _kept.get((document, kind))
    if found is None:
        read = view.document(document)
        found = passages(read, kind, sentences(read))
        # Others may ask at the same time: what is kept goes from the oldest on, and nobody counts on finding it.
        for old in list(_kept)[: max(0, len(_kept) + 1 - _KEPT)]:
            _kept.pop(old, None)
        _kept[document, kind] = found
    return found
