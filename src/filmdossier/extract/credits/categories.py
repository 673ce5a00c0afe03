"""Reads credits from the categories an encyclopedia files the film under: "Films directed by Ida Lupino", "1947 crime drama films".

Categories are few words by careful editors, without a sentence around them; what they say is
stated. Kinds of film count only where the category is nothing but the kind, with a year or a country.
"""

import re
from collections.abc import Iterator

from filmdossier.extract.statement import claim
from filmdossier.model.annotations import Annotations, MentionKind, Topic
from filmdossier.model.claim import Claim, Predicate
from filmdossier.model.text import Origin, Span

_CREDITS: tuple[tuple[Predicate, re.Pattern[str]], ...] = (
    (Predicate.DIRECTOR, re.compile(r"Films directed by (?P<name>.+)")),
    (Predicate.PRODUCER, re.compile(r"Films produced by (?P<name>.+)")),
    (Predicate.COMPOSER, re.compile(r"Films scored by (?P<name>.+)")),
    (Predicate.WRITER, re.compile(r"(?:Films with s|S)creenplays by (?P<name>.+)")),
)
_LANGUAGE = re.compile(r"(?:\d{4}s )?(?P<name>[A-Z]\w+(?: [A-Z]\w+){0,2})(?:-language|(?<=Sign Language)) films")
_BRACKET = re.compile(r" \([^()]*\)$")
_YEARS = re.compile(r"\d{4}(?:s| in)? ")


def categorised_credits(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    """Claims on director, producer, composer, screenwriter, language and genre."""
    text = annotations.document.text
    for block in annotations.document.fields(Origin.CATEGORIES):
        for item in block.cells[0].items if block.span.start in topic.passage else ():
            for predicate, value, span in (*_credits(text, item), *_genre(annotations, item)):
                yield claim(annotations, topic, predicate, value, span, extractor="credit category", confidence=0.7)


def _credits(text: str, item: Span) -> Iterator[tuple[Predicate, str, Span]]:
    words = item.of(text)
    for predicate, pattern in (*_CREDITS, (Predicate.LANGUAGE, _LANGUAGE)):
        match = pattern.fullmatch(words)
        if match is not None:
            name = _BRACKET.sub("", match["name"])
            start = item.start + match.start("name")
            yield predicate, name, Span(start, start + len(name))


def _genre(annotations: Annotations, item: Span) -> Iterator[tuple[Predicate, str, Span]]:
    """The kind of film, if the category names nothing else: "1947 crime drama films", "American detective films"."""
    text = annotations.document.text
    if not item.of(text).endswith(" films"):
        return
    years = _YEARS.match(item.of(text))
    start = item.start + (years.end() if years else 0)
    for mention in annotations.mentions_in(item, MentionKind.NATIONALITY, MentionKind.PLACE):
        if mention.span.start == start and text[mention.span.end] == " ":
            start = mention.span.end + 1
    if start >= item.end - len(" films"):
        return  # "American films"
    kind = Span(start, item.end - len(" films"))
    # One word alone ("thriller films") is a shelf more often than what others call the film.
    if re.search(r"[ -]", kind.of(text)) and any(
        mention.span == kind for mention in annotations.mentions_in(item, MentionKind.GENRE)
    ):
        yield Predicate.GENRE, kind.of(text), kind
