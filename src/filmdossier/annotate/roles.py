"""Tells what a sentence is doing in its document, from the headings above it and its place.

Encyclopedia articles name their parts; where they do, the part decides. The trained reader
will decide the rest; until then everything else is ``OTHER`` (or ``OPINION`` in a review).
"""

import re

from filmdossier.model.annotations import Role
from filmdossier.model.text import Block, Document, Span

# First match from the innermost heading outwards.
_HEADINGS: tuple[tuple[Role, re.Pattern[str]], ...] = tuple(
    (role, re.compile(pattern, re.IGNORECASE))
    for role, pattern in (
        (
            Role.PLOT,
            r"^(the )?(plot|story(line)?|synopsis|summary|premise|subject|argument|deleted scenes?)\b|^(plot|story) (summary|synopsis|outline)",
        ),
        (Role.MUSIC, r"\b(soundtrack|music(al numbers)?|songs?|score|track ?list(ing)?|musical)\b"),
        (Role.AWARDS, r"\b(awards?|accolades|honou?rs|nominations)\b"),
        (Role.RECEPTION, r"\b(reception|reviews?|critic(s|al|ism)|response|reaction|ratings?)\b"),
        (Role.CAST, r"\b(cast|characters?|starring|actors?|performers?|voice cast|dramatis personae)\b(?!ing)"),
        (Role.RELEASE, r"\b(release|box office|distribution|home (media|video)|marketing|premiere|dvd|blu-?ray|theatrical)\b"),
        (
            Role.LEGACY,
            r"\b(legacy|influences?|in popular culture|cultural|sequels?|remakes?|adaptations?|themes?|analysis|impact)\b",
        ),
        (
            Role.PRODUCTION,
            r"\b(production|development|filming|casting|writing|background|pre-?production|post-?production|locations?|crew|credits|"
            r"historical|design|effects|principal photography)\b",
        ),
    )
)


def role_of_section(section: tuple[str, ...]) -> Role:
    """The role that a chain of headings gives, innermost first; ``OTHER`` if they say nothing."""
    for title in reversed(section):
        for role, pattern in _HEADINGS:
            if pattern.search(title):
                return role
    return Role.OTHER


def role_of(document: Document, block: Block, span: Span) -> Role:
    """The role of the sentence at ``span`` of ``block``."""
    return role_of_section(block.section)
