"""Who performs as whom, according to the extractor, on a page written for a test."""

from filmdossier.extract.cast import cast
from filmdossier.model.claim import CastMember, CharacterName, Polarity
from support.claims import claims_of

ARTICLE = "{{Infobox film|name=Night Ferry}}\n'''''Night Ferry''''' is a 1951 American drama film directed by Ida Lupino.\n\n"
REVIEW = "---\nfilm: Night Ferry (1951)\ngrade: B\n---\n\n"


def cast_of(page: str, name: str = "page.wikitext") -> set[tuple[str, str | None]]:
    """Performer and part of every asserted claim; None where the claim gives no part."""
    return {
        (claim.value.actor, claim.value.character)
        for claim in claims_of(cast, page, name)
        if isinstance(claim.value, CastMember) and claim.polarity is Polarity.ASSERTED and claim.confidence >= 0.5
    }


def article(body: str, heading: str = "Cast") -> set[tuple[str, str | None]]:
    """The cast that an article with ``body`` under ``heading`` ('' for the opening) gives."""
    return cast_of(f"{ARTICLE}== {heading} ==\n{body}" if heading else ARTICLE + body)


def review(body: str) -> set[tuple[str, str | None]]:
    """The cast that a review with ``body`` gives."""
    return cast_of(REVIEW + body, "review.md")


def characters_of(page: str) -> list[CharacterName]:
    """The characters that an article gives, in the order of the text."""
    return [claim.value for claim in claims_of(cast, page) if isinstance(claim.value, CharacterName)]
