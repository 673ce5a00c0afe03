"""Reads the performers whom an article's opening lists: "starring A, B and C", "with the voices of D and E".

Names only, in any list that a word of billing opens; who plays whom is read by the other readers of
the cast, and the record joins what they find. Reading lists by mentions instead of by wording
finds the performer whom no pattern of words expected.
"""

import re
from collections.abc import Iterator

from filmdossier.extract.names import names_from
from filmdossier.extract.polarity import polarity_of
from filmdossier.extract.statement import claim
from filmdossier.model.annotations import Annotations, DocumentKind, MentionKind, Topic
from filmdossier.model.claim import CastMember, Claim, Predicate
from filmdossier.model.text import BlockKind, Origin, Span

_MAKING = r"(?:co-)?(?:directed|written|produced|edited|scored)"
_BILLING = re.compile(
    rf"\b(?:co-?)?(?:[Ss]tar(?:s|red|ring))\b(?:,? (?:and )?{_MAKING}(?:,? (?:and )?{_MAKING})* by)?|\b[Ff]eatur(?:es|ed|ing)\b|\b(?:the )?voices? (?:provided by|of|by)\b"
    rf"|\bvoiced by\b|\bsupported by\b|\b[Aa]longside\b|\bsupporting cast (?:of|includes|including|features)\b|\bco-stars? (?:are|is|include|includes)\b"
    rf"|\bcast (?:of|includes|including|led by|headed by|that includes)\b|\b(?:title|lead|leading) roles?, with\b"
)
# Not a list of performers: "features songs by", "starring role", "stars in".
_NO_LIST = re.compile(
    r"\b(?:portrayals?|depictions?|music|songs?|scores?|soundtrack|script|story|screenplay|footage|interviews?|characters?|numbers?|roles?|vehicle|cinematography|sequences?|scenes?|"
    r"animation|effects|directorial|locations?|film|films|version|series)\b"
)
_STARS_IN = re.compile(r"^ (?:in|on|as|at|for|his|her)\b")
_LEAD_IN = 60


def opening_cast(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    """Claims on the performers listed before the first heading of an article."""
    if annotations.kind is DocumentKind.REVIEW:
        return
    text = annotations.document.text
    for sentence in annotations.sentences_in(topic.passage):
        block = annotations.block_of(sentence)
        if sentence.section or block.kind is not BlockKind.PARAGRAPH or block.origin is not Origin.BODY:
            continue
        end = sentence.span.end
        for cue in _BILLING.finditer(text, sentence.span.start, end):
            if cue.end() == end or _STARS_IN.match(text[cue.end() : cue.end() + 6]):
                continue
            names = [m for m in names_from(annotations, cue.end(), end, lead_in=_LEAD_IN) if m.kind is not MentionKind.ORGANISATION]
            if any(m.kind is MentionKind.WORK for name in names for m in annotations.mentions_in(name.span)):
                continue  # "starred in Up and Brave": films, not people
            if not any(len(m.surface.split()) > 1 for m in names) or _NO_LIST.search(text[cue.end() : names[0].span.start]):
                continue
            surnames = _surnames(annotations)
            polarity = polarity_of(text[sentence.span.start : cue.end()])
            for mention in names:
                words = mention.surface.split()
                lone = len(words) == 1 or mention.kind is MentionKind.NAME
                if re.match(r" (?:is|was|tells|follows|marks) ", text[mention.span.end : mention.span.end + 9]):
                    break  # "Starring A and B, The Return is …": the list has ended
                if len(words) == 1 and mention.surface in surnames:
                    continue  # stands for a full name elsewhere: the readers of sentences know which
                if re.match(r"['’]s\b", text[mention.span.end : mention.span.end + 2]) or (lone and len(names) < 2):
                    break
                yield claim(
                    annotations,
                    topic,
                    Predicate.CAST,
                    CastMember(actor=mention.surface),
                    Span(cue.start(), mention.span.end),
                    extractor="opening cast",
                    confidence=0.6 if lone else 0.8,
                    polarity=polarity,
                )


def _surnames(annotations: Annotations) -> frozenset[str]:
    """The last words of the full names in the document."""
    return frozenset(m.surface.split()[-1] for m in annotations.mentions if m.kind is MentionKind.PERSON and " " in m.surface)
