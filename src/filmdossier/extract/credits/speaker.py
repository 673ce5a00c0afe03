"""Reads credits that somebody claims in a conversation: "I wrote the script in a month", said by whom the lines over it name.

Only conversations with one person: with two, nobody can tell from the page who says "I".
"""

import re
from collections.abc import Iterator

from filmdossier.extract.polarity import polarity_of
from filmdossier.extract.statement import claim
from filmdossier.model.annotations import Annotations, DocumentKind, Mention, MentionKind, Topic
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


_WRITING, _CUTTING = r"(?:co-)?(?:wrote|writing|written|adapted|adapting)", r"(?:cut|cutting|edited|editing)"
_WORK = r"(?:it|this|(?:the|this|our|my) (?:whole )?(?:film|movie|picture|script|screenplay|thing)) "
_WITH = tuple(
    (re.compile(rf"\b(?P<I>I\b[^.;?!]{{0,40}}?)?\b{verb} {_WORK}(?:together )?with (?P<whom>her|him|(?=[A-ZÀ-Þ]))"), predicate)
    for verb, predicate in ((_WRITING, Predicate.WRITER), (_CUTTING, Predicate.EDITOR))
)
_AND_I = tuple(
    (re.compile(rf"(?:, [^,.;]{{3,40}},)? and I (?:then |first |both )?(?:had |have )?{verb} {_WORK.rstrip()}\b"), predicate)
    for verb, predicate in ((_WRITING, Predicate.WRITER), (_CUTTING, Predicate.EDITOR))
)
_BESIDE_ME = re.compile(r"(?:, [^,.;]{3,40},)? and I\b")


def credits_of_the_speaker(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    """Claims on what the one who is asked says to have done for the film."""
    if annotations.kind is not DocumentKind.INTERVIEW:
        return
    yield from _partners(annotations, topic)
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


def _partners(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    """Those with whom the speaker wrote or cut it: "I wrote it with Ana Dahl", "Max Roy and I cut it in nine days"."""
    text = annotations.document.text
    for sentence in annotations.sentences_in(topic.passage):
        persons = [one for one in annotations.mentions_in(sentence.span, MentionKind.PERSON) if " " in one.surface]
        beside = [one for one in persons if _BESIDE_ME.match(text, one.span.end, sentence.span.end)]
        found: list[tuple[Mention, Predicate]] = []
        for pattern, predicate in _AND_I:
            found += [(one, predicate) for one in persons if pattern.match(text, one.span.end, sentence.span.end)]
        for pattern, predicate in _WITH:
            match = pattern.search(text, sentence.span.start, sentence.span.end)
            if match is not None and match["whom"]:
                found += [(one, predicate) for one in beside if len(beside) == 1 and one.span.end <= match.start()]
            elif match is not None:
                found += [(one, predicate) for one in persons if one.span.start == match.end()]
        for mention, predicate in dict.fromkeys(found):
            yield claim(
                annotations, topic, predicate, mention.surface, mention.span, extractor="said of a partner", confidence=0.75,
                polarity=polarity_of(text[sentence.span.start : mention.span.start]),
            )  # fmt: skip
