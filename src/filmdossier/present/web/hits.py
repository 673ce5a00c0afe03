"""Finds in a text the words that were looked for, as the index of words sees them: whatever their case and accents.

The text is folded letter by letter, one for one, so that a place in the folded text is the place in
the text itself.
"""

import re
import unicodedata
from collections.abc import Sequence

from filmdossier.model.text import Span
from filmdossier.store.search import Term


class _Folds(dict[int, str]):
    """Each letter without case and accents; made once."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        plain = unicodedata.normalize("NFD", letter)[0].lower()
        # A letter that folds to several ("ß", "ﬁ") stays: the places must hold.
        self[code] = plain if len(plain) == 1 else letter
        return self[code]


_FOLDS = _Folds()


def folded(text: str) -> str:
    """The text without case and accents, every letter in its place."""
    return text.translate(_FOLDS)


def hits(text: str, terms: Sequence[Term]) -> list[Span]:
    """Where the terms stand, in the order of the text; what is barred has no place."""
    patterns = [_pattern(term) for term in terms if not term.barred]
    if not patterns:
        return []
    return [Span(*match.span()) for match in re.finditer("|".join(patterns), folded(text))]


def _pattern(term: Term) -> str:
    words = r"[\W_]+".join(re.escape(folded(word)) for word in term.words)
    return rf"(?<![^\W_]){words}" + (r"[^\W_]*" if term.begins else r"(?![^\W_])")
