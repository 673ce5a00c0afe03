"""Where in a document credits are told of this film, and how far they are believed there."""

from filmdossier.extract.phrases import BIOGRAPHIES, heading_says
from filmdossier.model.annotations import Annotations, DocumentKind, Role, Sentence
from filmdossier.model.text import BlockKind, Origin

CRITICAL = (DocumentKind.REVIEW, DocumentKind.PRESS, DocumentKind.INTERVIEW, DocumentKind.OTHER)


def is_critical(annotations: Annotations) -> bool:
    """Whether the whole text speaks of one film: notes, interviews, reviews."""
    return annotations.kind in CRITICAL


def weight(annotations: Annotations, sentence: Sentence) -> float:
    """The share of a pattern's confidence that a credit in this sentence keeps; 0 where none is read."""
    block = annotations.block_of(sentence)
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or block.origin is not Origin.BODY:
        return 0.0
    if heading_says(sentence, BIOGRAPHIES):
        return 0.0
    critical = is_critical(annotations)
    if not sentence.section or critical:
        return 0.85 if critical else 0.9
    prose = block.kind is BlockKind.PARAGRAPH
    if sentence.role in (Role.PRODUCTION, Role.CREDITS) or (sentence.role in (Role.CAST, Role.RELEASE, Role.MUSIC) and prose):
        return 0.6
    return 0.0
