"""Who wrote a review, where it appeared, its rating and date, as labelled values give them.

Enters annotations of a review; leaves where the values stand. Labels are front matter, structured data
and the head of a letter to a list.
"""

import re

from filmdossier.model.annotations import Annotations, Topic
from filmdossier.model.text import Origin, Span

_CRITIC = frozenset(
    ["author", "by", "byline", "from", "text", "texte", "words", "kritik", "autor", "auteur", "critic", "reviewer", "reviewed by", "reviewed_by", "written by", "review by", "name of reviewer", "review.author",
     "criticreview.author", "review.author.name", "criticreview.author.name", "article.author", "newsarticle.author", "blogposting.author"]
)  # fmt: skip
_OUTLET = frozenset(
    ["publication", "outlet", "source", "site", "website", "publisher", "newspaper", "magazine", "blog", "published in", "og:site_name", "review.publisher",
     "criticreview.publisher", "newsarticle.publisher", "article.publisher", "blogposting.publisher", "review.publisher.name", "criticreview.publisher.name"]
)  # fmt: skip
_RATING = frozenset(
    ["grade", "rating", "score", "stars", "verdict", "my_rating", "our_rating", "my rating", "our rating", "review_score", "final grade", "final score", "overall",
     "overall rating", "star rating", "review.reviewrating", "criticreview.reviewrating", "review.reviewrating.ratingvalue", "criticreview.reviewrating.ratingvalue"]
)  # fmt: skip
_DATE = frozenset(
    [
        "date",
        "published",
        "publication date",
        "pubdate",
        "posted",
        "article:published_time",
        "review.datepublished",
        "criticreview.datepublished",
    ]
)
_DETERMINERS = re.compile(r"^(?:(?:my|our|the|final|overall|star|critic['’]s|film|movie)\s+)+")
_ADDRESS = re.compile(r"<?\S+@\S+\.\w+>?")


def labels(annotations: Annotations, topic: Topic) -> tuple[Span | None, Span | None, Span | None, Span | None, bool]:
    """Critic, outlet, rating and date from labelled values, and whether a label calls the document a review.

    What stands in the part on another film is that film's.
    """
    found: dict[str, Span] = {}
    others = [other.passage for other in annotations.topics if other.id != topic.id]
    for block in annotations.document.fields(Origin.FRONT_MATTER, Origin.STRUCTURED_DATA):
        if any(block.span.overlaps(passage) for passage in others):
            continue
        label = block.label.casefold()
        bare = _DETERMINERS.sub("", label)
        for kind, labels in (("critic", _CRITIC), ("outlet", _OUTLET), ("rating", _RATING), ("date", _DATE)):
            if (label in labels or bare in labels) and kind not in found:
                found[kind] = block.cells[0].span if kind == "rating" else block.cells[0].items[0]
    return found.get("critic"), found.get("outlet"), found.get("rating"), found.get("date"), "rating" in found


def name_at(text: str, span: Span | None) -> str | None:
    """The name at a span, without an address that stands by it."""
    if span is None:
        return None
    # "nquince@example.org (Ned Quince)", "Ned Quince <nquince@example.org>"
    words = _ADDRESS.sub("", text[span.start : span.end]).strip(' .,()"')
    return words or None
