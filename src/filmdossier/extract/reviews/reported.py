"""Whose opinions a document reports: all that are found, or of a review only what is plainly another critic's.

Enters annotations; leaves opinions. A review that looks back may quote others, and what they said is not its own.
"""

from collections.abc import Sequence

from filmdossier.extract.outlets import is_outlet
from filmdossier.extract.reviews.opinions import Opinion
from filmdossier.extract.reviews.people import WELL_KNOWN
from filmdossier.extract.reviews.reader import Reader
from filmdossier.extract.reviews.signed_lines import ROUND_UP
from filmdossier.model.annotations import Annotations, DocumentKind, Topic
from filmdossier.model.text import Span

_PLAIN = 0.85
_SIGNED = 0.55  # critic and publication both named, and the words quoted
_BY_A_WELL_KNOWN = 0.6


def reported(annotations: Annotations, topic: Topic) -> list[Opinion]:
    """The opinions that the document reports of others."""
    reader = Reader(annotations, topic)
    found = reader.read()
    if annotations.kind is not DocumentKind.REVIEW or len(reader.signed) >= ROUND_UP:
        return found
    rounds = [annotations.document.blocks[number].span for number in sorted(reader.rounds)]
    plain = [opinion for opinion in found if _of_another(opinion) or _in_round(opinion, rounds)]
    # What reports four publications is a round-up, whatever its own voice: then all that is found counts.
    return found if len({opinion.outlet for opinion in plain}) > ROUND_UP else plain


def _in_round(opinion: Opinion, rounds: Sequence[Span]) -> bool:
    """Whether a paragraph that goes round the critics gives it as a publication's."""
    told = any(span in block for span in opinion.spans for block in rounds)
    return told and opinion.outlet is not None and opinion.confidence >= _PLAIN


def _of_another(opinion: Opinion) -> bool:
    """Whether words or a rating are given as a known publication's, or as a critic's whom everybody knows."""
    if not (opinion.quotes or opinion.rating):
        return False
    if opinion.outlet is not None and is_outlet(opinion.outlet):
        return opinion.confidence >= (_SIGNED if opinion.critic and opinion.quotes else _PLAIN)
    return opinion.critic in WELL_KNOWN and opinion.confidence >= _BY_A_WELL_KNOWN
