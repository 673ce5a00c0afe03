"""Annotates one document: kind, sentences, mentions, and the films it is about."""

from filmdossier.annotate.kinds import kind_of
from filmdossier.annotate.mentions import mentions
from filmdossier.annotate.sentences import sentences
from filmdossier.annotate.topics import find_topics
from filmdossier.model.annotations import Annotations, FilmHint
from filmdossier.model.text import Document


def annotate(document: Document, hint: FilmHint | None = None) -> Annotations:
    """The annotations of ``document``; ``hint`` is the film that the user says it is about."""
    split = sentences(document)
    kind = kind_of(document, split)
    named = mentions(document, split)
    found = find_topics(document, kind, split, named, hint)
    return Annotations(document=document, kind=kind, sentences=split, mentions=named, topics=found.topics, reason=found.reason)
