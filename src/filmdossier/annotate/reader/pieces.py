"""What the model is given for a word: its word pieces, and the shape of its letters.

The base model knows no capitals; names live on them. So every piece carries the shape of its
word ("Title", "UPPER", digits, a mark …) and whether the word is glued to the one before.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum, auto
from pathlib import Path

from filmdossier.annotate.reader.wordpiece import WordPieces

# A word of more pieces than this is junk or an address; its first pieces tell what it is. The
# word itself keeps its place and length.
PIECES_A_WORD = 12
LONGEST_WORD = 200  # characters that are looked at
# Words met so far are kept with their pieces; beyond this many the memory is emptied.
REMEMBERED_WORDS = 100_000


class Shape(IntEnum):
    """The look of a word; the values are rows of a learned table and never change."""

    PADDING = 0
    LOWER = auto()  # "film"
    TITLE = auto()  # "Banderas"
    LETTER = auto()  # "A"
    UPPER = auto()  # "MGM"
    MIXED = auto()  # "McQueen", "iPhone"
    DIGITS = auto()  # "1995"
    ALPHANUMERIC = auto()  # "21st", "3D"
    MARK = auto()  # ","
    QUOTE = auto()  # '"'
    OTHER = auto()  # letters without case, symbols


# Every shape twice: alone, and glued to the word before ("n't", "'s", a comma).
SHAPES = 2 * len(Shape)
_QUOTES = frozenset("\"'“”‘’„«»`")


def shape(word: str) -> Shape:
    """The shape of one word."""
    if word in _QUOTES or word in ("''", "``"):
        return Shape.QUOTE
    if word.isdigit():
        return Shape.DIGITS
    if not any(character.isalnum() for character in word):
        return Shape.MARK
    if any(character.isdigit() for character in word):
        return Shape.ALPHANUMERIC if any(character.isalpha() for character in word) else Shape.DIGITS
    if word.islower():
        return Shape.LOWER
    if word.isupper():
        return Shape.LETTER if sum(map(str.isalpha, word)) == 1 else Shape.UPPER
    if word[:1].isupper() and word[1:].islower():
        return Shape.TITLE
    return Shape.MIXED if word.lower() != word.upper() else Shape.OTHER


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """One sentence, or one window of a long one, as the model reads it.

    ``ids`` and ``shapes`` are as long as each other, the opening and closing marks included;
    ``first`` and ``last`` give for every word its first and last piece.
    """

    ids: tuple[int, ...]
    shapes: tuple[int, ...]
    first: tuple[int, ...]
    last: tuple[int, ...]


class Vocabulary:
    """Cuts words into pieces; remembers the words it has met."""

    def __init__(self, path: Path) -> None:
        self._pieces = WordPieces(path)
        self._remembered: dict[str, tuple[int, ...]] = {}
        self._opening, self._closing, self._unknown = (self._pieces.ids[mark] for mark in ("[CLS]", "[SEP]", "[UNK]"))

    def of_word(self, word: str) -> tuple[int, ...]:
        """The pieces of one word, at least one and at most ``PIECES_A_WORD``."""
        known = self._remembered.get(word)
        if known is None:
            known = tuple(self._pieces.of(word[:LONGEST_WORD])[:PIECES_A_WORD]) or (self._unknown,)
            if len(self._remembered) >= REMEMBERED_WORDS:
                self._remembered.clear()
            self._remembered[word] = known
        return known

    def encode(self, words: Sequence[str], glued: Sequence[bool]) -> Pieces:
        """The pieces of a sentence of ``words``; ``glued`` says which follow the one before without a space."""
        ids, shapes = [self._opening], [int(Shape.OTHER)]
        first, last = [], []
        for word, stuck in zip(words, glued, strict=True):
            pieces = self.of_word(word)
            first.append(len(ids))
            ids.extend(pieces)
            last.append(len(ids) - 1)
            shapes.extend([shape(word) + (len(Shape) if stuck else 0)] * len(pieces))
        ids.append(self._closing)
        shapes.append(int(Shape.OTHER))
        return Pieces(ids=tuple(ids), shapes=tuple(shapes), first=tuple(first), last=tuple(last))
