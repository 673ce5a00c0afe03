"""Finds the printed reviews that are one review: a critic twice in one outlet, wire copy in several.

Enters critic, outlet and words of each review of one film, in a fixed order; leaves the ones that
count with another, and why. It compares nothing across films, and takes two critics who sign
the same words for two critics.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from rapidfuzz import fuzz

from filmdossier.model.reception import CopyReason
from filmdossier.model.titles import slugify, title_key

Printed = tuple[str | None, str | None, str]
"""Critic, outlet, and the words that are known of the review ('' where none are)."""

# Of 247 pairs that critics printed on one film in two outlets (72,000 lines of critics), the 40 from here on are one text,
# shortened or touched up by a desk; below stand other sentences to the same effect ("good thrill ride").
_SAME_WORDS = 78.0
_EXCERPT = 92.0
# Fewer words than these are a phrase that two reviews can share ("A rollicking good time").
_FEWEST_WORDS = 4
_FEWEST_EXCERPT = 8
_SHINGLE = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """The review at ``index`` counts with the earlier one at ``of``."""

    index: int
    of: int
    reason: CopyReason


def copies(printed: Sequence[Printed]) -> tuple[Copy, ...]:
    """The reviews of one film that count with an earlier one, by index; all others count for themselves.

    Where one review is tied to several, all of them count with the first. An outlet's unsigned reviews
    are one voice; where neither critic nor outlet is known, only the words can tell.
    """
    voices = [voice(critic, outlet) for critic, outlet, _ in printed]
    critics = [critic for critic, _ in voices]
    words = [" ".join(re.findall(r"\w+", text.casefold())) for _, _, text in printed]
    first = list(range(len(printed)))
    reasons: dict[int, CopyReason] = {}
    signed_by = list(critics)

    def join(a: int, b: int, reason: CopyReason) -> None:
        low, high = sorted((_root(first, a), _root(first, b)))
        signatures = {signed_by[low], signed_by[high]} - {""}
        # Unsigned copy of two critics' words must not make them one.
        if low != high and len(signatures) < 2:
            first[high] = low
            reasons[high] = reason
            signed_by[low] = next(iter(signatures), "")

    by_voice: dict[tuple[str, str], int] = {}
    for index, signed in enumerate(voices):
        if any(signed):
            join(by_voice.setdefault(signed, index), index, CopyReason.SAME_CRITIC_AND_OUTLET)
    for a, b in _candidates(voices, words):
        if _same_text(words[a], words[b]):
            join(a, b, CopyReason.SYNDICATED)
    return tuple(
        Copy(index=index, of=_root(first, index), reason=reasons[index]) for index in range(len(printed)) if index in reasons
    )


def voice(critic: str | None, outlet: str | None) -> tuple[str, str]:
    """Critic and outlet as all their spellings share them (case, accents, "The"); '' for what is not known."""
    person = (slugify(critic) or critic.casefold().strip()) if critic else ""
    return person, title_key(outlet) if outlet else ""


def _root(first: list[int], index: int) -> int:
    while first[index] != index:
        index = first[index]
    return index


def _candidates(voices: Sequence[tuple[str, str]], words: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs worth comparing: one critic's in several outlets, and unsigned ones that share a run of words with another.

    A run that many share is followed from one to the next: the pairs grow with the words and not with their square.
    """
    pairs: set[tuple[int, int]] = set()
    outlets: dict[str, dict[str, int]] = {}
    for index, (critic, outlet) in enumerate(voices):
        if critic and words[index]:
            outlets.setdefault(critic, {}).setdefault(outlet, index)
    for by_outlet in outlets.values():
        pairs.update(combinations(by_outlet.values(), 2))
    # Of thousands of signed reviews none needs to be cut into runs but to meet an unsigned one.
    places: dict[tuple[str, ...], list[int]] = {
        run: [] for (critic, _), text in zip(voices, words, strict=True) if not critic for run in _runs(text)
    }
    for index, text in enumerate(words if places else ()):
        for run in _runs(text):
            if run in places:
                places[run].append(index)
    for sharing in places.values():
        distinct = sorted(set(sharing))
        along = (*pairwise(distinct), *((distinct[0], index) for index in distinct[1:]))
        pairs.update((a, b) for a, b in along if not (voices[a][0] and voices[b][0]))
    return sorted(pairs)


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = text.split()
    return (tuple(words[start : start + _SHINGLE]) for start in range(len(words) - _SHINGLE + 1))


def _same_text(a: str, b: str) -> bool:
    shorter = min(len(a.split()), len(b.split()))
    if shorter < _FEWEST_WORDS:
        return False
    return fuzz.ratio(a, b) >= _SAME_WORDS or (shorter >= _FEWEST_EXCERPT and fuzz.partial_ratio(a, b) >= _EXCERPT)
