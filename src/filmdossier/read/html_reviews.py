"""Reads lists of short reviews: the critics' and visitors' lines on aggregators' pages.

Enters the page's tree; leaves one row per review with the cells the page marks by its class names:
critic, outlet, rating, date, quote. Refuses single boxes and boxes without words of a review: only
what the page repeats, in one form, is a list of reviews.
"""

import re
from collections import Counter
from itertools import islice

from lxml.html import HtmlElement

from filmdossier.model.text import Origin
from filmdossier.read.builder import CellDraft, DocumentBuilder, Run
from filmdossier.read.html_inline import Inline, drawn_rating
from filmdossier.read.html_tree import classes, is_hidden, text_of
from filmdossier.read.runs import words

_CARD = re.compile(
    r"(?:(?:user|critic|audience|top|press|full|single)[-_]?)?reviews?(?:[-_](?:table[-_])?(?:row|item|card|entry|snippet|bubble|block|box|wrap(?:per)?|quote))?",
    re.IGNORECASE,
)
# What class names call the parts, in the order they are asked.
_PARTS = (
    ("rating", re.compile(r"(?:[a-z]+[-_])*(?:metascore|score|rating|grade|stars?)(?:[-_][a-z]+)*", re.IGNORECASE)),
    (
        "outlet",
        re.compile(
            r"(?:[a-z]+[-_])*(?:source|pub|publication|outlet|publisher|media[-_]?name)(?:[-_](?:name|link|title))?", re.IGNORECASE
        ),
    ),
    (
        "critic",
        re.compile(
            r"(?:[a-z]+[-_])*(?:author|critic|reviewer|byline|user[-_]?name|display[-_]name|name)(?:[-_](?:name|link))?",
            re.IGNORECASE,
        ),
    ),
    ("date", re.compile(r"(?:[a-z]+[-_])*date(?:[-_][a-z]+)*", re.IGNORECASE)),
    ("quote", re.compile(r"(?:[a-z]+[-_])*(?:the[-_]review|summary|quote|blurb|excerpt|body|text|content|snippet)", re.IGNORECASE)),
)
_INVITATION = re.compile(
    r"(?:read|see) (?:the )?(?:full |entire |more)?(?:review|more)?|more|less|expand|collapse|full review|…|\.\.\.", re.IGNORECASE
)
_SHORTEST_QUOTE = 20
_FEWEST_CARDS = 2
_INLINE = Inline()
_NEAR = 3
_MOST_ELEMENTS = 400
_VISITORS = re.compile(r"user|audience|member", re.IGNORECASE)

Parts = list[tuple[str, str]]


def add_review_list(builder: DocumentBuilder, root: HtmlElement) -> frozenset[str]:
    """Adds the reviews the page lists, and returns their words so that they are not read again as main text."""
    cards: list[tuple[str, bool, Parts]] = []
    around: set[HtmlElement] = set()
    # From the end, so that what lies inside comes before what holds it: lists of reviews are called reviews too.
    for element in reversed(list(root.iter("div", "li", "article", "section", "tr", "review-card"))):
        name = next((name for name in classes(element) if _CARD.fullmatch(name)), None)
        if name is None or element in around or is_hidden(element) or _is_large(element):
            continue
        parts = _parts(element)
        if {"quote"} < {label for label, _ in parts} and {"critic", "outlet"} & {label for label, _ in parts}:
            around.update(element.iterancestors())
            cards.append((name, _is_visitors(element), parts))
    counts = Counter(name for name, _, _ in cards)
    quotes: set[str] = set()
    for name, visitors, parts in reversed(cards):
        if counts[name] < _FEWEST_CARDS:
            continue
        template = "user review" if visitors else "review"
        builder.row([CellDraft(label, [[Run(text)]]) for label, text in parts], origin=Origin.RATINGS, template=template)
        quotes.update(text for label, text in parts if label == "quote")
    return frozenset(quotes)


def _is_large(element: HtmlElement) -> bool:
    """Whether the box holds more than one review can: it is the list, or the page."""
    return sum(1 for _ in islice(element.iterdescendants(), _MOST_ELEMENTS + 1)) > _MOST_ELEMENTS


def _is_visitors(card: HtmlElement) -> bool:
    """Whether the review is by a visitor of the page: those never count among the critics'."""
    around = [card, *(above for above, _ in zip(card.iterancestors(), range(_NEAR), strict=False))]
    named = any(_VISITORS.search(element.get("class") or "") for element in around)
    return named or any("/user/" in (link.get("href") or "") for link in card.iter("a"))


def _parts(card: HtmlElement) -> Parts:
    """The card's marked parts in order, each label once, none inside another."""
    found: dict[str, str] = {}
    taken: set[HtmlElement] = set()
    for element in card.iterdescendants():
        if not isinstance(element.tag, str) or any(above in taken for above in element.iterancestors()):
            continue
        label = next((label for label, names in _PARTS for name in classes(element) if names.fullmatch(name)), None)
        if label is None or label in found:
            continue
        # A box that holds other parts is no part itself.
        if any(_labels(inner) - {label} for inner in element.iterdescendants()):
            continue
        text = words(_INLINE.runs(element)) if label == "rating" else _words(element)
        text = drawn_rating(element) or text
        if text and (label != "quote" or len(text) >= _SHORTEST_QUOTE) and (label == "quote" or len(text) <= 80):
            found[label] = text
            taken.add(element)
    if "quote" not in found:
        # The only paragraph of a card whose other parts are marked is the review's words.
        unmarked = [text for p in card.iter("p") if p not in taken and len(text := _words(p)) >= _SHORTEST_QUOTE]
        found.update({"quote": unmarked[0]} if len(unmarked) == 1 else {})
    return list(found.items())


def _labels(element: HtmlElement) -> set[str]:
    return {label for label, names in _PARTS for name in classes(element) if names.fullmatch(name)}


def _words(element: HtmlElement) -> str:
    links = [text_of(link) for link in element.iter("a", "button") if link is not element]
    text = text_of(element)
    for invitation in reversed([link for link in links if _INVITATION.fullmatch(link)]):
        text = text.removesuffix(invitation).rstrip()
    return text
