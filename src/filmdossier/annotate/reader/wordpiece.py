"""Word pieces as BERT cuts them (Wu et al. 2016): the longest piece of the vocabulary that fits, from the left.

The same as the ``tokenizers`` library gives for this vocabulary, word for word, in thirty lines;
that library would bring a client for a model hub to a program that works offline.
"""

import unicodedata
from pathlib import Path

LONGEST = 100  # characters; what is longer is unknown


class WordPieces:
    """The pieces of single words. The vocabulary has one piece a line; its number is its id."""

    def __init__(self, path: Path) -> None:
        self.ids = {piece: number for number, piece in enumerate(path.read_text(encoding="utf-8").split("\n"))}
        missing = {"[CLS]", "[SEP]", "[UNK]"} - self.ids.keys()
        if missing:
            raise ValueError(f"{path} lacks {', '.join(sorted(missing))}: it is not the vocabulary of the model")

    def of(self, text: str) -> list[int]:
        """The ids of ``text``, capitals and accents put aside; none for what is blank."""
        return [number for part in _parts(text) for number in self._pieces(part)]

    def _pieces(self, part: str) -> list[int]:
        found: list[int] = []
        start = 0
        while start < len(part) <= LONGEST:
            for end in range(len(part), start, -1):
                number = self.ids.get(("##" if start else "") + part[start:end])
                if number is not None:
                    found.append(number)
                    start = end
                    break
            else:
                return [self.ids["[UNK]"]]
        return found or [self.ids["[UNK]"]]


def _parts(text: str) -> list[str]:
    """Folded text cut at blanks; marks and ideographs stand alone."""
    parts = [""]
    for character in unicodedata.normalize("NFD", "".join(map(_cleaned, text))).lower():
        category = unicodedata.category(character)
        if category == "Mn":
            continue
        if character.isspace():
            parts.append("")
        elif _stands_alone(character, category):
            parts += [character, ""]
        else:
            parts[-1] += character
    return [part for part in parts if part]


def _cleaned(character: str) -> str:
    if character in "\t\n\r":
        return " "
    return "" if character == "\ufffd" or unicodedata.category(character) in ("Cc", "Cf", "Co") else character


def _stands_alone(character: str, category: str) -> bool:
    if category.startswith("P") or (character.isascii() and category[0] == "S"):
        return True
    point = ord(character)
    return 0x4E00 <= point <= 0x9FFF or 0x3400 <= point <= 0x4DBF or 0xF900 <= point <= 0xFAFF or 0x20000 <= point <= 0x2CEAF
