"""What is trained on: sentences with the answers that one task knows of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from filmdossier.annotate.reader.pieces import Pieces, Vocabulary
from filmdossier.annotate.reader.words import word_spans


class Task(StrEnum):
    """The heads that are trained, one kind of answer each."""

    GRAMMAR = "grammar"
    MENTIONS = "mentions"
    ROLE = "role"
    POLARITY = "polarity"
    STANCE = "stance"


IGNORE = -100  # the answer nobody knows: it costs nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One sentence and what is known of it; per-word answers are as long as ``pieces.first``.

    ``heads`` count words from 1, 0 is the root. ``label`` is the class of the whole sentence.
    """

    pieces: Pieces
    heads: tuple[int, ...] = ()
    relations: tuple[int, ...] = ()
    tags: tuple[int, ...] = ()
    lemmas: tuple[int, ...] = ()
    mentions: tuple[int, ...] = ()
    label: int = IGNORE
    words: tuple[str, ...] = field(default=())


def split(text: str) -> tuple[list[str], list[bool], list[tuple[int, int]]]:
    """The words of ``text``, which of them are glued to the one before, and where they stand."""
    spans = word_spans(text)
    words = [text[start:end] for start, end in spans]
    glued = [index > 0 and spans[index - 1][1] == start for index, (start, _) in enumerate(spans)]
    return words, glued, spans


# Sentences of detokenised corpora come as "it 's a small gem ."; the reader meets running text.
_CLOSING = frozenset(".,;:!?)]}%") | {"'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "...", "’s", "n’t"}
_OPENING = frozenset("([{$£€#")


def glue(words: Sequence[str]) -> list[bool]:
    """Which of the ``words`` of a corpus without its spacing were glued to the one before."""
    glued, inside = [], False
    for index, word in enumerate(words):
        before = words[index - 1] if index else ""
        stuck = index > 0 and (word in _CLOSING or before in _OPENING or (before == '"' and inside))
        if word == '"':
            stuck = inside and index > 0
            inside = not inside
        glued.append(stuck)
    return glued


def sentence(text: str, vocabulary: Vocabulary, *, label: int, longest: int = 80) -> Example:
    """An example with one answer for the whole of ``text``, of which the first ``longest`` words are read."""
    words, glued, _ = split(text)
    return Example(pieces=vocabulary.encode(words[:longest], glued[:longest]), label=label)
