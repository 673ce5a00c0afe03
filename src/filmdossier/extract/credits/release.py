"""Tells whether a sentence on a film's release names the company that brought the film to cinemas.

Discs, streams, restorations, soundtracks and posters are released too, by others.
"""

import re

from filmdossier.model.annotations import Annotations, Mention, MentionKind, Sentence, Topic

_OF_THE_FILM = re.compile(r"It\b|The (?:film|movie|picture)\b|[^\n]*?\b(?:it|the (?:film|movie|picture)) ")
_ELSEWHERE = re.compile(
    r"\b(?:DVDs?|Blu-rays?|VHS|LaserDisc|discs?|home (?:video|media|entertainment)|video|stream\w*|television|TV|4K|restor\w*|re-?releas\w*|"
    r"reissu\w*|soundtrack|album|trailers?|posters?|online|digital\w*|Netflix|Hulu|Prime|rights)\b",
    re.IGNORECASE,
)


def brought_to_cinemas(annotations: Annotations, topic: Topic, sentence: Sentence, company: Mention) -> bool:
    """Whether ``company``, which the sentence says released or distributed something, did so with this film."""
    words = annotations.text(sentence.span)
    before = words[: company.span.start - sentence.span.start]
    of_the_film = before.startswith(f"{topic.title} ") or _OF_THE_FILM.match(before) is not None
    return company.kind is MentionKind.ORGANISATION and of_the_film and not _ELSEWHERE.search(words)
