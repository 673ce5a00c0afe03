"""Which sentences may tell who made the film or plays in it: those that name somebody beside a word of a craft or of playing.

What they say is read from grammar; of the sections on the making of a film only these are parsed.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from filmdossier.annotate.reader.told import is_prose
from filmdossier.model.annotations import Mention, MentionKind, Role, Sentence
from filmdossier.model.text import Document

_CRAFT = re.compile(
    r"\b(?:(?:co-?)?direct(?:s|ed|ors?|ing|ion)|helm(?:s|ed)|(?:co-?|re)?wr(?:ote|itten|ites|iters?)|script(?:s|ed|writers?)?|screenplay|screenwriters?|scenario|dialogues?|penned|adapt(?:s|ed)|"
    r"(?:co-?)?produc(?:ed|es|ers?)|photograph(?:y|ed)|cinematograph(?:y|ers?)|camera(?:man|men|work)?|lens(?:es|ed)|lit|lights?|lighting|images|shot|film(?:s|ed)|edit(?:s|ed|ors?|ing)|cut(?:s|ter)?|montage|scor(?:e|es|ed)|"
    r"compos(?:es|ed|ers?)|music|soundtrack|put together)\b",
    re.IGNORECASE,
)
# Of somebody in a part: "B is the grandmother", "C agreed to be the sheriff".
_PLAYING = re.compile(r"\b(?:is|are|plays?|played|portray(?:s|ed)|voices?d?|became|becomes|to be|as)\b|['’]s the\b")
_ELSEWHERE = frozenset({Role.RECEPTION, Role.AWARDS, Role.LEGACY})


def may_credit(
    document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention], *, players: bool = False
) -> list[Sentence]:
    """The sentences of ``document`` that may tell who made the film, with ``players`` also who is in it, in their order."""
    persons = [mention.span.start for mention in mentions if mention.kind in (MentionKind.PERSON, MentionKind.NAME)]
    found = []
    for sentence in sentences:
        if sentence.role in _ELSEWHERE or not is_prose(document, sentence):
            continue
        at = bisect_left(persons, sentence.span.start)
        if (
            at < len(persons)
            and persons[at] < sentence.span.end
            and (
                _CRAFT.search(document.text, sentence.span.start, sentence.span.end)
                or (players and _PLAYING.search(document.text, sentence.span.start, sentence.span.end))
            )
        ):
            found.append(sentence)
    return found
