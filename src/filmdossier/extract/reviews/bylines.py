"""Finds who signs a review: a short line of its own at the head or the foot of the document.

Enters annotations; leaves where the critic's name and the publication stand.
"""

import re
from collections.abc import Iterator

from filmdossier.extract.outlets import is_outlet
from filmdossier.extract.reviews.people import film_people
from filmdossier.model.annotations import Annotations, MentionKind
from filmdossier.model.text import BlockKind, Span

_BYLINE = re.compile(
    r"^(?:(?:[Aa] )?(?:[Ff]ilm |[Mm]ovie )?[Rr]eview(?:ed)? )?(?:(?:(?:[Aa] )?(?:[Cc]hronicle|[Cc]olumn|[Nn]ot(?:es?|ice)|[Ee]ssay|[Cc]ritique|[Aa]ppreciation|[Dd]ispatch|[Dd]iary|[Tt]houghts|[Ss]econd look|[Rr]econsidered|[Rr]evisited) )?(?:[Bb]y|BY)|(?:[Ww]ritten|[Pp]osted|[Pp]ublished|[Ss]een) by|[Ww]ords:|[Tt]exte? ?:|[Kk]ritik ?:|[Cc]ritique ?:|[Aa]uthor:|[Cc]ritic:|[Rr]eviewer:|[Ss]igned:?|Von|Par|Por|Di|Av|Af|[—–-])\s*:?\s*(?P<name>[^\W\d_][\w.'’-]*(?: [\w.'’-]+){1,3})(?:,? (?:(?:writing|reviewing|reporting) (?:for|in)|(?:film )?critic (?:for|of|at)|for|of|in|,) (?:the )?(?P<outlet>[A-Z/][\w .&'’!-]{2,40}))?(?:\s*[|,·•–—-].*| (?:on|at) .*)?$"
)
_NAME_AND_PLACE = re.compile(
    r"[*_—–-]{0,2} ?(?P<name>[^\W\d_][\w.'’-]*(?: [\w.'’-]+){1,3}), [*_]?(?P<outlet>(?:The )?[A-Z][\w&'’!-]+(?: [A-Z&][\w&'’!-]*| (?:of|and|the|for|de|du)){1,5})[*_]?(?:, [^.!?]*)?\.?[*_]?"
)
_PAPERS_WORD = re.compile(r"[Ff]ilm|[Kk]ino|[Cc]in[eé]|[Mm]ovie|[Rr]eview|[Cc]lub|Magazine|Blog|Journal")
_LONGEST = 90
_FEW_LINES = 3


def signature(annotations: Annotations) -> tuple[Span | None, Span | None]:
    """Critic and outlet from a byline: a short line of its own at the head or the foot of the document."""
    text = annotations.document.text
    blocks = [b for b in annotations.document.blocks if b.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.CAPTION)]
    for line in (line for block in [*blocks[:5], *blocks[-3:]] for line in _lines(text, block.span)):
        match = _BYLINE.match(line.of(text)) if len(line) <= _LONGEST else None
        if match is None or not _is_name(match["name"]):
            continue
        critic = Span(line.start + match.start("name"), line.start + match.end("name"))
        outlet = None
        if match["outlet"] and (is_outlet(match["outlet"].strip()) or " " in match["outlet"].strip()):
            outlet = Span(line.start + match.start("outlet"), line.start + match.end("outlet"))
        return critic, outlet
    return _signed_with_place(annotations) or (_signed_alone(annotations), None)


def _signed_with_place(annotations: Annotations) -> tuple[Span, Span] | None:
    """A person's name and a publication's, in a line of their own among the last ones: "P. Ames, The Corner Seat, notes for May"."""
    text = annotations.document.text
    crew = {name for topic in annotations.topics for name in film_people(annotations, topic)}
    for block in annotations.document.blocks[-3:]:
        for line in _lines(text, block.span) if block.kind is BlockKind.PARAGRAPH else ():
            match = _NAME_AND_PLACE.fullmatch(line.of(text)) if len(line) <= _LONGEST else None
            if match is None or match["name"] in crew:
                continue
            critic, outlet = (Span(line.start + match.start(each), line.start + match.end(each)) for each in ("name", "outlet"))
            people = [mention.span for mention in annotations.mentions_in(line, MentionKind.PERSON)]
            if critic in people and (outlet not in people or _PAPERS_WORD.search(outlet.of(text))):
                return critic, outlet
    return None


def _signed_alone(annotations: Annotations) -> Span | None:
    """A person's name that is a line of its own among the last ones."""
    text = annotations.document.text
    lines = [(block, line) for block in annotations.document.blocks[-3:] for line in _lines(text, block.span)]
    people = {mention.span for _, line in lines for mention in annotations.mentions_in(line, MentionKind.PERSON)}
    crew = {name for topic in annotations.topics for name in film_people(annotations, topic)}
    for block, line in reversed(lines):
        words = line.of(text).strip(" *_—–-")
        at = line.start + line.of(text).find(words)
        signed = Span(at, at + len(words)) if words else line
        if block.kind is BlockKind.PARAGRAPH and signed in people and " " in words and words not in crew:
            return signed
    return None


def _lines(text: str, span: Span) -> Iterator[Span]:
    """The lines of a block; of one with many lines none but the first and the last."""
    lines = [Span(span.start + match.start(), span.start + match.end()) for match in re.finditer(r"\S[^\n]*", span.of(text))]
    yield from lines if len(lines) <= _FEW_LINES else (lines[0], lines[-1])


def _is_name(words: str) -> bool:
    return all(word[0].isupper() or word in ("de", "van", "von", "la", "der", "di") for word in words.split())
