"""Reads credits that somebody claims in a conversation: "I wrote the script in a month", said by whom the lines over it name.

Only conversations with one person: with two, nobody can tell from the page who says "I".
"""

import re
from collections.abc import Iterator

from filmdossier.extract.polarity import polarity_of
from filmdossier.extract.statement import claim
from filmdossier.model.annotations import Annotations, DocumentKind, Topic
from filmdossier.model.claim import Claim, Predicate
from filmdossier.model.text import Span

_THE_FILM = r"(?:it|(?:the|this|my) (?:whole )?(?:film|movie|picture))"
_DID = tuple(
    (re.compile(rf"\bI (?:then |also |still |had |just |never )?(?:(?:have|had|['’](?:ve|d)) )?{pattern}"), predicate)
    for pattern, predicate in (
        (r"(?:co-?)?(?:wrote|written|was writing|rewrote|adapted) (?:the |my |a first )?(?:script|screenplay|adaptation|scenario|draft)\b", Predicate.WRITER),
        (rf"(?:co-?)?(?:wrote|rewrote) (?:and (?:co-?)?directed )?{_THE_FILM}\b", Predicate.WRITER),
        (rf"(?:(?:co-?)?wrote and )?(?:co-?)?directed {_THE_FILM}\b", Predicate.DIRECTOR),
        (r"(?:wrote|composed|recorded) the (?:score|music)\b", Predicate.COMPOSER),
        (rf"(?:co-?)?produced {_THE_FILM}\b", Predicate.PRODUCER),
        (rf"(?:edited {_THE_FILM}|cut (?:it|the (?:film|picture)) (?:myself|together))\b", Predicate.EDITOR),
        (rf"(?:photographed|lit) {_THE_FILM}\b", Predicate.CINEMATOGRAPHER),
    )
)  # fmt: skip


def credits_of_the_speaker(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    """Claims on what the one who is asked says to have done for the film."""
    if annotations.kind is not DocumentKind.INTERVIEW:
        return
    speaker = annotations.interviewee
    if speaker is None:
        return
    text = annotations.document.text
    for sentence in annotations.sentences_in(topic.passage):
        words = annotations.text(sentence.span)
        if sentence.span.start < speaker.span.end or words.rstrip(' "”’').endswith("?"):
            continue
        for pattern, predicate in _DID:
            match = pattern.search(text, sentence.span.start, sentence.span.end)
            if match is not None:
                yield claim(
                    annotations, topic, predicate, speaker.surface, Span(match.start(), match.end()),
                    extractor="said of oneself", confidence=0.7, polarity=polarity_of(text[sentence.span.start : match.start()]),
                )  # fmt: skip
