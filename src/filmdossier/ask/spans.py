"""Spans of a passage that could be an answer: noun phrases, names, amounts, clauses, cells, quotations.

A passage with its words and mentions enters; spans leave, each with the word that heads it and the
kind of thing it is. Nothing is weighed here but what can be no answer at all: pronouns, marks.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from filmdossier.ask.retrieve import Passage
from filmdossier.model.annotations import Mention, MentionKind, Word
from filmdossier.model.text import BlockKind, Span


class Shape(StrEnum):
    """How a span was come by."""

    PHRASE = "phrase"  # a noun phrase
    JOINED = "joined"  # "John Garfield and Dick Powell"
    PLACED = "placed"  # with its preposition: "in a tithe barn"
    MENTION = "mention"
    CLAUSE = "clause"
    SENTENCE = "sentence"
    QUOTATION = "quotation"
    CELL = "cell"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A span that could be an answer. ``head`` is the index of its head among ``words``, None where no parse holds one."""

    passage: Passage
    span: Span
    shape: Shape
    head: int | None
    kinds: frozenset[MentionKind]
    label: str = ""  # of the cell

    @property
    def words(self) -> str:
        """The characters of the span."""
        return self.span.of(self.passage.document.text)


_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "SYM", "X", "ADJ"})
_OUTSIDE = (
    "acl",
    "appos",
    "conj",
    "cc",
    "punct",
    "parataxis",
    "case",
    "dep",
    "cop",
    "nsubj",
    "advcl",
    "mark",
    "aux",
    "orphan",
    "discourse",
    "vocative",
    "dislocated",
    "list",
)
_CLAUSES = ("advcl", "ccomp", "xcomp", "acl", "root", "conj", "parataxis", "csubj")
_BESIDE = ("conj", "cc", "parataxis", "advcl", "punct", "discourse", "ccomp")  # what a clause can do without
_SHORTEST_CLAUSE = 8  # characters
_MARKS = " \t\n,;:.!?()[]–—-\"“”'’‘*•"
_MOST = 90  # candidates a passage: long tables say the same in every row


def found_spans(passage: Passage, words: Sequence[tuple[int, Word]], mentions: Iterable[Mention]) -> list[Found]:
    """The spans of a passage, each once, in the order of shape and place."""
    text = passage.document.text
    named = [mention for mention in mentions if mention.span in passage.span]
    spans: dict[tuple[int, int], Found] = {}

    def add(start: int, end: int, shape: Shape, head: int | None, label: str = "") -> None:
        while start < end and text[start] in _MARKS:
            start += 1
        while (
            start < end
            and text[end - 1] in _MARKS
            and not re.search(r"\b(?:[A-Z]|Jr|Sr|Hrs|Inc|Co|Ltd)\.$", text[max(start, end - 4) : end])
        ):
            end -= 1
        # A bracket that opens inside closes there too, or the span ends before it.
        if text.count("(", start, end) > text.count(")", start, end):
            end = end + 1 if text[end : end + 1] == ")" else start + len(text[start : text.rindex("(", start, end)].rstrip(_MARKS))
        if text.count(")", start, end) > text.count("(", start, end):
            end = start + len(text[start : text.index(")", start, end)].rstrip(_MARKS))
        if end <= start or (start, end) in spans or not any(character.isalnum() for character in text[start:end]):
            return
        kinds = frozenset(
            mention.kind
            for mention in named
            if mention.span.start >= start and mention.span.end <= end and 2 * len(mention.span) >= end - start
        )
        spans[start, end] = Found(passage=passage, span=Span(start, end), shape=shape, head=head, kinds=kinds, label=label)

    if passage.block.kind in (BlockKind.FIELD, BlockKind.ROW):
        for cell in passage.block.cells:
            for item in (cell.span, *cell.items):
                add(item.start, item.end, Shape.CELL, None, cell.label)
    heads = dict(words)
    children: dict[int, list[int]] = {}
    for index, word in words:
        if word.head != index:
            children.setdefault(word.head, []).append(index)
    for mention in named:
        if mention.kind is MentionKind.QUOTATION:
            add(mention.span.start, mention.span.end, Shape.QUOTATION, _head_in(mention.span, heads))
    for start, end, shape, head in _phrases(heads, children):
        add(start, end, shape, head)
    for mention in named:
        if mention.kind is not MentionKind.GENRE or len(mention.span) > 3:
            add(mention.span.start, mention.span.end, Shape.MENTION, _head_in(mention.span, heads))
    for start, end, head in _clauses(heads, children):
        add(start, end, Shape.CLAUSE, head)
    add(passage.span.start, passage.span.end, Shape.SENTENCE, None)
    return list(spans.values())[:_MOST]


def _phrases(words: dict[int, Word], children: dict[int, list[int]]) -> Iterator[tuple[int, int, Shape, int]]:
    for index, word in words.items():
        if (
            word.pos not in _NOMINAL
            or word.relation.split(":")[0] in ("flat", "compound", "fixed", "amod", "det")
            or (word.relation == "nmod:poss" and word.pos == "PRON")
        ):
            continue
        if word.pos == "ADJ" and word.relation.split(":")[0] not in ("obj", "nsubj", "obl", "conj", "nmod"):
            continue
        start, end = _extent(index, words, children)
        yield start, end, Shape.PHRASE, index
        joined = [child for child in children.get(index, ()) if words[child].relation == "conj" and words[child].pos in _NOMINAL]
        if joined:
            yield start, max(_extent(child, words, children)[1] for child in joined), Shape.JOINED, index
        adpositions = [
            child
            for child in children.get(index, ())
            if words[child].relation == "case" and child < index and words[child].pos == "ADP"
        ]
        if adpositions:
            yield words[adpositions[0]].span.start, end, Shape.PLACED, index


def _extent(index: int, words: dict[int, Word], children: dict[int, list[int]]) -> tuple[int, int]:
    """The noun phrase of a head: with "of …" and what stands before it, without relative clauses and appositions."""
    start, end = words[index].span.start, words[index].span.end
    for child in children.get(index, ()):
        relation = words[child].relation
        if relation.startswith(_OUTSIDE):
            continue
        first, last = _whole(child, words, children)
        start, end = min(start, first), max(end, last)
    return start, end


def _whole(index: int, words: dict[int, Word], children: dict[int, list[int]]) -> tuple[int, int]:
    start, end = words[index].span.start, words[index].span.end
    stack, seen = list(children.get(index, ())), {index}
    while stack:
        child = stack.pop()
        if child in seen:
            continue
        seen.add(child)
        start, end = min(start, words[child].span.start), max(end, words[child].span.end)
        stack.extend(children.get(child, ()))
    return start, end


def _clauses(words: dict[int, Word], children: dict[int, list[int]]) -> Iterator[tuple[int, int, int]]:
    for index, word in words.items():
        if word.relation.split(":")[0] in _CLAUSES and word.pos in ("VERB", "AUX", "ADJ", "NOUN"):
            start, end = _whole(index, words, children)
            if end - start >= _SHORTEST_CLAUSE:
                yield start, end, index
            bare = [child for child in children.get(index, ()) if not words[child].relation.startswith(_BESIDE)]
            parts = [_whole(child, words, children) for child in bare]
            start, end = min([word.span.start, *(first for first, _ in parts)]), max([word.span.end, *(last for _, last in parts)])
            if end - start >= _SHORTEST_CLAUSE:
                yield start, end, index


def _head_in(span: Span, words: dict[int, Word]) -> int | None:
    """The word of a span whose own head stands outside of it."""
    inside = [index for index, word in words.items() if word.span in span]
    return next(
        (index for index in inside if words[index].head not in inside or words[index].head == index), inside[0] if inside else None
    )
