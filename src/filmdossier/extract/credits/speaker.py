"""Reads credits that somebody claims in a conversation: "I wrote the script in a month", said by whom the lines over it name.

Only conversations with one person: with two, nobody can tell from the page who says "I".
"""

import re
from collections.abc import Iterator

from filmdossier.extract.polarity import polarity_of
from filmdossier.extract.statement import claim
from filmdossier.model.annotations import Annotations, DocumentKind, Mention, MentionKind, Topic
from filmdossier.model.claim import Claim, Predicate
from filmdossier.model.text import BlockKind, Span

_FIRST_BLOCKS = 5
_LONGEST_LINE = 260
_TALKS = re.compile(
    r"\b(?:talks?|talking|talked|speaks?|speaking|spoke|chats?|chatted|in conversation|conversation with|interview(?:s|ed)?|discuss(?:es|ing|ed)?|looks? back|looking back|reflects?|remembers|"
    r"reminisces|explains?|answers|tells)\b",
    re.IGNORECASE,
)
_WITH = re.compile(r"\b(?:conversation|interview|Q ?& ?A|talk|questions) (?:with|to|for) (?:the )?(?:[\w-]+ ){0,3}$", re.IGNORECASE)
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
    speaker = _who_speaks(annotations)
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


def _who_speaks(annotations: Annotations) -> Mention | None:
    """The one person whom the lines over a conversation name as the one who is asked."""
    for block in annotations.document.blocks[:_FIRST_BLOCKS]:
        words = annotations.text(block.span)
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.QUOTE) or len(words) > _LONGEST_LINE:
            continue
        talks = _TALKS.search(words)
        if talks is None:
            continue
        persons = [one for one in annotations.mentions_in(block.span, MentionKind.PERSON) if " " in one.surface]
        before = [one for one in persons if one.span.end <= block.span.start + talks.start()]
        asked = [
            one
            for one in persons
            if one.span.start >= block.span.start + talks.start() and _WITH.search(words[: one.span.start - block.span.start])
        ]
        named = before or asked
        if len(named) == 1:
            return named[0]
    return None
