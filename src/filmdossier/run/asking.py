"""Answers questions over a library: one film, or all of them.

A view and a question enter; an :class:`~filmdossier.model.answer.Answer` leaves. Every answer is a
value of the record or a span of a document, with the sentences that say so.
"""

from filmdossier.errors import UnknownFilm
from filmdossier.model.answer import Answer
from filmdossier.run.records import film_record
from filmdossier.store import View


def ask(view: View, question: str, film: str | None = None) -> Answer:
    """What the documents say to ``question``; silent where they do not say.

    ``film`` is the id of the film that it is asked of; None asks the whole library. Raises
    UnknownFilm where the library has no such film.
    """
    from filmdossier.ask.from_record import facts_asked
    from filmdossier.ask.questions import read_question

    if film is None:
        from filmdossier.run.lookup import films_named

        named = films_named(view.films(), question)
        if len(named) != 1:
            return Answer(question=question, confidence=1.0, reason="the question names no film of the library")
        film = named[0].id
    identity = view.film(film)
    if identity is None:
        raise UnknownFilm(f"no film has the id {film!r}; 'filmdossier films' lists them")
    record = film_record(view, film, layout=False)
    read = read_question(question, (identity.title, *identity.aliases))
    for asked in facts_asked(read, record):
        if asked.candidate is not None and not asked.left_over:
            return Answer(
                question=question,
                values=asked.candidate.values,
                confidence=asked.candidate.features["record_confidence"],
                evidence=asked.candidate.evidence,
                origin=asked.candidate.origin,
                films=(identity,),
            )
    return Answer(question=question, confidence=0.5, films=(identity,), reason="the documents do not say")
