"""What an extractor says of a page written in wikitext for a test."""

from collections.abc import Callable, Iterator

from filmdossier.annotate import annotate
from filmdossier.model.annotations import Annotations, Topic
from filmdossier.model.claim import Claim, Connection, Polarity
from filmdossier.model.text import Source
from filmdossier.read import read

Extractor = Callable[[Annotations, Topic], Iterator[Claim]]


def claims_of(extractor: Extractor, page: str, name: str = "page.wikitext") -> list[Claim]:
    """Every claim about the page's film; ``name`` ends in ``.md`` for a review in Markdown."""
    media_type = "text/markdown" if name.endswith(".md") else "text/x-wiki"
    annotations = annotate(read(page.encode(), Source(origin=name, media_type=media_type, sha256="0")))
    return list(extractor(annotations, annotations.topics[0]))


def stated(extractor: Extractor, page: str, name: str = "page.wikitext") -> dict[str, set[str]]:
    """The values of what becomes a fact, under their predicate; a connection stands under its relation."""
    found: dict[str, set[str]] = {}
    for claim in claims_of(extractor, page, name):
        if claim.confidence >= 0.5 and claim.polarity is Polarity.ASSERTED:
            value = claim.value
            key, text = (value.relation.value, value.film) if isinstance(value, Connection) else (claim.predicate.value, str(value))
            found.setdefault(key, set()).add(text)
    return found
