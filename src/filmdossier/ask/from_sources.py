"""Who wrote what a film is based on, from the sentences that the record cites for its source.

The record holds the source as the documents name it, a title often without its author; the author
stands beside it: "the 1941 novel by …", "…'s novel", "adapted from …'s play".
"""

import re
from collections.abc import Iterator

from filmdossier.ask.from_record import Asked, candidate
from filmdossier.ask.names import name_stems
from filmdossier.ask.questions import Question, Wanted
from filmdossier.model.claim import Predicate
from filmdossier.model.film import FilmRecord

_SOURCE = r"(?:novel(?:la)?|book|play|short story|story|memoirs?|comics?|comic book|graphic novel|manga|musical|poem|autobiography|biography|article|opera|work)s?"
_ASKED = re.compile(
    rf"\b(?:wrote|written|author(?:ed)?|writer|penned|whose)\b.*\b(?:original )?{_SOURCE}\b|\b{_SOURCE}\b.*\b(?:by whom|written by|wrote)\b|\bauthor\b",
    re.IGNORECASE,
)
_NAME = r"(?:[^\W\d_a-z][\w’'.-]*\s+)(?:(?:de|von|van|la|le|du|di|der|of)\s+)?(?:[^\W\d_a-z][\w’'.-]*\s*){1,3}"
_BY = re.compile(rf"\b{_SOURCE}\b[^.;]{{0,60}}?\bby (?:[a-z-]+ )*?(?P<name>{_NAME})")
_WHOSE = re.compile(rf"(?P<name>{_NAME})['’]s?\s+[^.;]{{0,60}}?(?:\b{_SOURCE}\b|$)")
_FROM = re.compile(rf"\b(?:based (?:up)?on|adapted from|adaptation of)\b[^.;]{{0,60}}?(?P<name>{_NAME})['’]s?\s")
_PLAIN = re.compile(rf"\bby (?P<name>{_NAME})")


def authors_asked(question: Question, record: FilmRecord) -> Iterator[Asked]:
    """The author of the film's source; nothing for other questions, nor where no cited sentence names one."""
    if question.wanted is not Wanted.PERSON or not _ASKED.search(question.plain) or "script" in question.plain.casefold():
        return
    facts = [fact for fact in record.facts if fact.predicate is Predicate.BASED_ON]
    for fact in facts:
        for text in (fact.value, *(one.quote for one in fact.evidence)):
            for pattern in (_PLAIN,) if text == fact.value else (_BY, _FROM, _WHOSE):
                match = pattern.search(text)
                if match is None:
                    continue
                name = re.sub(r"['’]s?$", "", match["name"].strip(" ,.;'’"))
                if len(name_stems(name)) > 1 and name_stems(name) != name_stems(record.film.title):
                    yield Asked(part="based_on", left_over=(), candidate=candidate([name], fact.evidence, fact.confidence))
                    return
