"""Reads awards won from tables with a result column and from lists under a heading on awards.

Nominations, places other than the first, and lists of bests by year are not taken.
"""

import re
from collections.abc import Iterator

from filmdossier.model.annotations import Annotations, Topic
from filmdossier.model.text import Block, BlockKind, Origin, Span

Won = tuple[str, Span, float]

AWARD_HEADING = re.compile(r"\b(?:awards?|accolades|honou?rs|prizes|recognition|wins)\b", re.IGNORECASE)
GIVER = re.compile(
    r"\b(?:Awards?|Prizes?|Oscars?|Globes?|Festival|Critics|Guild|Academy|Society|Association|Institute|Circle|Board|BAFTAs?|Circuit|Césars?|Goyas?|Filmfare|"
    r"Grammys?|Emmys?|Online|Fest|Film Awards|Razzies|Raspberry|Alliance|League|IIFA|SIIMA|Union|Federation|Foundation)\b"
)
_GIVER_LABEL = re.compile(
    r"^(?:awards?|ceremony|awards? ceremony|event|organi[sz]ation|association|festival|group|award(?:ing)? body|institution|award show|film festival|show)\b",
    re.IGNORECASE,
)
_CATEGORY_LABEL = re.compile(r"\bcategory|^(?:prize|award category|award name|for)\b", re.IGNORECASE)
_RESULT_LABEL = re.compile(r"^(?:results?|outcome|status|won/nominated|notes)\b", re.IGNORECASE)
_WON = re.compile(r"^\W*(?:won|win|winner|winners|awarded|received|gold)\b", re.IGNORECASE)
_LOST = re.compile(
    r"\b(?:nominat\w+|nominee|shortlist\w*|runner[- ]up|pending|lost|(?:2nd|3rd|second|third|fourth|\dth) place|longlist\w*|finalist|not won|AFI['’]s)\b",
    re.IGNORECASE,
)
_ITEM_RESULT = re.compile(
    r"\s*(?:[–—:-]|\()\s*(?P<result>(?:won|winner|win|awarded|nominat\w+|runner[- ]up|\w+ place)\b)[^–—]*$", re.IGNORECASE
)
_PEOPLE_NOTE = re.compile(
    r"\s*(?:(?<=[a-z] )?[–—-]\s*)?\([^()]*\)\s*\*?\s*$|\s+[–—-]\s+[A-Z][\w.'’-]+(?: (?:and |& )?[A-Z][\w.'’-]+){0,9}\s*$"
)
_ORDINAL = re.compile(
    r"^(?:(?:the )?(?:\d{4}|\d{1,3}(?:st|nd|rd|th)|[A-Z][a-z]+(?:-[a-z]+)?(?:st|nd|rd|th) (?:Annual)?) ?(?:Annual )?)+(?=[A-Z])"
)
_WINS = re.compile(r"\b(?:wins?|won|winners?)\b", re.IGNORECASE)
_NOMINATIONS = re.compile(r"nominat|lists?\b|rankings?|shortlist", re.IGNORECASE)


def table_awards(annotations: Annotations, topic: Topic) -> Iterator[Won]:
    """The wins in every table that says who won."""
    text = annotations.document.text
    for block in annotations.blocks_in(topic.passage, BlockKind.ROW):
        if block.origin is not Origin.TABLE:
            continue
        results = [cell for cell in block.cells if _RESULT_LABEL.match(cell.label.strip())]
        awarded = any(AWARD_HEADING.search(title) for title in block.section)
        if not results and awarded:
            results = [cell for cell in block.cells if re.fullmatch(r"\W*(?:won|winner)\W*", cell.span.of(text), re.IGNORECASE)]
        if not any(_WON.match(cell.span.of(text)) for cell in results):
            continue
        giver = next((c for c in block.cells if _GIVER_LABEL.match(c.label.strip()) and not _CATEGORY_LABEL.search(c.label)), None)
        category = next((c for c in block.cells if _CATEGORY_LABEL.search(c.label.strip())), None)
        if giver is None and category is None:
            giver = next((c for c in block.cells if c not in results and GIVER.search(c.span.of(text))), None)
        named = [cell for cell in (giver, category) if cell is not None]
        if not named:
            continue
        for item in named[-1].items:
            value = full_name(named[0].items[0].of(text), item.of(text)) if len(named) == 2 else item.of(text).strip(" ,;:")
            yield value, Span(min(named[0].span.start, item.start), max(named[0].items[0].end, item.end)), 0.92


def listed_awards(annotations: Annotations, topic: Topic) -> Iterator[Won]:
    """The wins in lists under a heading on awards: ``Best Film (X) — Won``, or everything under "Wins"."""
    text = annotations.document.text
    giver: Span | None = None
    outcome = ""
    grudging = {
        block.section
        for block in annotations.blocks_in(topic.passage)
        if _NOMINATIONS.search(block.span.of(text)) and block.kind is not BlockKind.HEADING
    }
    for block in annotations.blocks_in(topic.passage):
        if block.origin is not Origin.BODY or not any(AWARD_HEADING.search(title) for title in block.section):
            giver, outcome = None, ""
            continue
        words = block.span.of(text)
        if re.fullmatch(r"\W*(?:Nominations?|Nominated|Won|Wins?|Winners?)\W*", words):
            outcome = words
            continue
        if block.kind is BlockKind.HEADING:
            outcome = ""
            giver = block.span if GIVER.search(words) and not re.match(r"(?:Awards?|Accolades|Honou?rs)\b", words) else None
        elif _is_giver(block, words):
            giver = block.span
        elif block.kind is BlockKind.LIST_ITEM and not _NOMINATIONS.search(outcome):
            yield from _item(text, block, giver, won=bool(outcome), grudging=block.section in grudging)


def _is_giver(block: Block, words: str) -> bool:
    short = len(words) <= 70 and not words.rstrip().endswith(".")
    return short and bool(GIVER.search(words)) and not re.search(r"\bBest\b|\bfor\b|[–—:(]\s*\S", words.rstrip(": "))


def _item(text: str, block: Block, giver: Span | None, *, won: bool, grudging: bool) -> Iterator[Won]:
    """The award in one item; ``grudging``: its part speaks of nominations too, so silence on the result is no win."""
    words = block.span.of(text)
    result = _ITEM_RESULT.search(words)
    if _LOST.search(words) or (result and not _WON.match(result["result"])):
        return
    inner = block.section[-1] if block.section else ""
    wins = won or (bool(_WINS.search(inner)) and not _NOMINATIONS.search(inner))
    body = words[: result.start()] if result else words
    body = re.sub(r"^\W*(?:Won|Winner|WON)\s*[:–—-]\s*", "", body)
    started_won = body != (words[: result.start()] if result else words)
    if not (result or wins or started_won):
        named = GIVER.search(words) or (
            giver is not None and re.match(r"(?:\d{4}:? )?(?:Best|Outstanding|Top|Special|Favou?rite|Grand|Audience|Jury)\b", words)
        )
        if (
            not named
            or (grudging and not GIVER.search(words))
            or any(_NOMINATIONS.search(title) and not _WINS.search(title) for title in block.section)
        ):
            return
    sure = 0.88 if result or wins or started_won else 0.5 if grudging else 0.6
    colon = re.match(r"(?P<giver>[^:]{3,70}):\s+(?P<category>\S.*)", body)
    name = re.sub(r"\s*[;,] \d{4}\.?$", "", _PEOPLE_NOTE.sub("", body)).strip(" ,;:.*")
    if colon and GIVER.search(colon["giver"]):
        category = re.split(r"[;(]| to recogni| for (?=the\b)", colon["category"])[0]
        category = _PEOPLE_NOTE.sub("", category).strip(" ,;:.")
        # Behind the colon stands a category or a person, at times a reason.
        name = full_name(colon["giver"], category) if len(category.split()) <= 9 else colon["giver"].strip()
    elif colon and not colon["giver"].isdigit() and giver is not None:
        name = full_name(giver.of(text), colon["giver"].strip())
    elif giver is not None and not GIVER.search(name):
        name = full_name(giver.of(text), re.sub(r"^\d{4}:? ", "", name))
    if 3 < len(name) <= 140:
        yield name, block.span, sure


def full_name(giver: str, category: str) -> str:
    """An award's name from who gives it and for what: "75th Academy Awards", "Best Director" → "Academy Award for Best Director"."""
    giver = _ORDINAL.sub("", re.sub(r"\s*\([^()]*\)", "", giver)).strip(" ,;:.–—-")
    giver = re.sub(r"\s+(?:of |in )?\d{4}$", "", giver)
    category = re.sub(r"\s*\(\d{4}\)", "", category).strip(" ,;:.")
    if not giver or giver.casefold() == category.casefold() or giver.casefold().rstrip("s") in category.casefold():
        return category or giver
    if not category or category.casefold() in giver.casefold():
        return giver
    if re.search(r"(?:Award|Prize|Oscar|Globe|Grammy|César|BAFTA)s?(?: \w+)?$", giver) and not re.search(
        r"\b(?:Award|Prize)\b", category
    ):
        return f"{re.sub(r'(?<=Award)s|(?<=Prize)s|(?<=Oscar)s|(?<=Globe)s', '', giver)} for {category}"
    return f"{giver}: {category}"
