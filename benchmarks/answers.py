"""When an answer counts: the rules of the scorer beside the annotated documents, and those of SQuAD.

An answer is right that contains an accepted form, or is contained in one and has half of its words;
a citation is right whose sentence holds half of the words of the gold evidence. Exact match and F1
are those of Rajpurkar et al. 2016, articles and marks left out.
"""

import re
import string
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from types import ModuleType

from benchmarks import gold

_ARTICLES = re.compile(r"\b(?:a|an|the)\b")


@cache
def _scorer() -> ModuleType:
    return gold.scorer()


def _words(text: str) -> list[str]:
    found: list[str] = list(_scorer().words(text))
    return found


def accepted(answer: str, forms: Sequence[str]) -> bool:
    """Whether an answer means one of the accepted forms."""
    got = set(_words(answer))
    for form in forms:
        want = set(_words(form))
        if want and want <= got and len(got) <= len(want) + 20:
            return True
        if got and got <= want and 2 * len(got) >= len(want):
            return True
    return False


def supports(quotes: Iterable[str], wanted: str) -> bool:
    """Whether one of the quotes is, by its words, the sentence that is wanted."""
    want = set(_words(wanted))
    return bool(want) and any(2 * len(want & set(_words(quote))) >= len(want) for quote in quotes)


def normal(text: str) -> list[str]:
    """The words of an answer as SQuAD compares them."""
    plain = "".join(character for character in text.lower() if character not in string.punctuation)
    return _ARTICLES.sub(" ", plain).split()


def f1(answer: str | None, forms: Sequence[str]) -> float:
    """The best F1 of an answer over the accepted forms; of silence 1 where there is none, else 0."""
    if answer is None or not forms:
        return float(answer is None and not forms)
    return max(_overlap(normal(answer), normal(form)) for form in forms)


def exact(answer: str | None, forms: Sequence[str]) -> bool:
    """Whether the answer is one of the accepted forms to the word, or rightly silent."""
    if answer is None or not forms:
        return answer is None and not forms
    return any(normal(answer) == normal(form) for form in forms)


def _overlap(got: list[str], want: list[str]) -> float:
    shared = sum((Counter(got) & Counter(want)).values())
    return 2 * shared / (len(got) + len(want)) if shared else 0.0
