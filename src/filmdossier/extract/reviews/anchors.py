"""Finds who judges in a statement: a critic, a publication, or both.

Enters a statement's skeleton; leaves anchors in order. An anchor says whose words the stretch around
it reports, and how plainly that is said. The patterns are over skeletons: one character a name.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from filmdossier.extract.reviews.skeleton import AGGREGATOR, FILM, GROUP, MAYBE, NAME, OUTLET, PERSON, PLACE, QUOTE, WORK, Skeleton
from filmdossier.extract.reviews.wordings import ADVERB, PATTERNS, VERB


@dataclass(frozen=True, slots=True)
class Anchor:
    """Who speaks, by index in the skeleton; ``start``-``end`` is the attribution itself.

    ``kind`` names the wording; ``backward`` where the words reported stand before it ("… by P").
    """

    start: int
    end: int
    critic: int | None
    outlet: int | None
    kind: str
    backward: bool = False
    second: int | None = None  # another critic, where two speak as one


# From a critic's verb to the publication: no other clause between, "in (his review for) the".
_UNPLACED = frozenset({"critic", "critic named", "critic inverted", "according to"})
_WHERE = re.compile(
    rf"(?:(?!\b(?:while|whereas|but|although|though|than|like|as (?:in|did))\b|[;:{AGGREGATOR}{OUTLET}]).){{0,120}}?"
    rf"\b(?:in|for|on)(?: (?:the|his|her|their|an?|The))?(?: (?!and\b)[\w-]+){{0,4}}? ?(?:\b(?:for|in|of|on)(?: the| The)? )?"
)
# Before a publication that does not speak itself: "in the O", "of O".
_HANGS_ON = re.compile(r"(?:(?<![A-Za-z])(?:of|by|in|to|for|at|on|and|with|from)|'s) (?:the )?$")
_IS_ASKED = re.compile(r"(?<![A-Za-z])(?:of|to|for|at|with|by) $")
_BACKWARD = frozenset({"by", "by outlet", "inverted", "critic inverted", "signed after"})
_VERB = re.compile(rf"\b{VERB}\b")
_UNSURE_OUTLET = frozenset({NAME, PERSON, GROUP, PLACE, WORK, MAYBE})


def anchors(skeleton: Skeleton, allowed: Callable[[Anchor], bool]) -> list[Anchor]:
    """The anchors of a statement that ``allowed`` accepts, in order, disjoint; plainer wordings win."""
    found: list[Anchor] = []
    for kind, pattern in PATTERNS:
        for anchor in _matches(skeleton, kind, pattern):
            if any(anchor.start < other.end and other.start < anchor.end for other in found):
                continue
            if _plausible(skeleton, anchor) and allowed(anchor):
                found.append(anchor)
    return list(_joined(skeleton.text, sorted(found, key=lambda anchor: anchor.start)))


def _joined(text: str, found: Sequence[Anchor]) -> Iterator[Anchor]:
    """The anchors, a critic and the publication named beside as one: "P panned it in the O", "the O gave it 4/5; its critic P wrote"."""
    waiting: Anchor | None = None
    for anchor in found:
        if waiting is not None and anchor.kind == "its critic" and waiting.critic is None:
            yield replace(anchor, start=waiting.start, outlet=waiting.outlet)
            waiting = None
            continue
        if waiting is not None:
            if (
                waiting.critic is not None
                and anchor.critic is None
                and anchor.outlet is not None
                and _WHERE.fullmatch(text, waiting.end, anchor.outlet)
            ):
                yield replace(waiting, outlet=anchor.outlet)
                waiting = None
                continue
            yield waiting
            waiting = None
        if anchor.outlet is None if anchor.kind in _UNPLACED else anchor.critic is None:
            waiting = anchor
        else:
            yield anchor
    if waiting is not None:
        yield waiting


def _matches(skeleton: Skeleton, kind: str, pattern: re.Pattern[str]) -> Iterator[Anchor]:
    groups = pattern.groupindex
    for match in pattern.finditer(skeleton.text):
        critic = match.start("c") if "c" in groups and match["c"] else None
        outlet = match.start("o") if "o" in groups and match["o"] else None
        second = match.start("c2") if "c2" in groups else None
        start = match.start()
        if kind == "its critic":
            # "The weekly O threw a six, and its reviewer P meant …": the last publication named before.
            outlet = next((at for at in range(start - 1, -1, -1) if skeleton.text[at] in (OUTLET, MAYBE)), None)
            start = start if outlet is None else outlet
        yield Anchor(start, match.end(), critic, outlet, kind, kind in _BACKWARD, second)


def _plausible(skeleton: Skeleton, anchor: Anchor) -> bool:
    """Whether the words around bear out that the names are a critic's and a publication's."""
    text = skeleton.text
    outlet = text[anchor.outlet] if anchor.outlet is not None else ""
    after = text[anchor.end : anchor.end + 80]
    if anchor.kind in (
        "of",
        "outlet's",
        "opening, in",
        "in a review",
        "opening, writing",
        "critic of",
        "parentheses",
        "outlet critic",
    ):
        preposition = (
            re.search(r" (of|from|for|at|with|in|on) (?:\w+ )?$", text[anchor.start : anchor.outlet])
            if anchor.kind == "of"
            else None
        )
        loose = preposition is not None and preposition[1] in ("in", "on", "with", "at")
        if outlet in (PLACE,) or (outlet == PERSON and anchor.kind in ("outlet's", "opening, in")):
            return False
        if loose and outlet not in (OUTLET, MAYBE, WORK):
            return preposition is not None and preposition[1] == "at" and bool(re.match(rf",? {ADVERB}{VERB}\b", after))
        if outlet in _UNSURE_OUTLET and anchor.kind in ("of", "outlet's"):
            # Nothing marks the name as a publication's but that its bearer reports something.
            return bool(re.match(rf"[^.;:{QUOTE}{AGGREGATOR}]{{0,60}}?\b{VERB}\b|[,:]? ?{QUOTE}", after)) or bool(
                re.search(r"\b(?:by|from|[Aa]ccording to|review)\b[^.;]{0,30}$", text[: anchor.start])
            )
        return True
    if anchor.kind in ("critic", "pair", "critic, loosely"):
        before = text[max(anchor.start - 24, 0) : anchor.start]
        if before.endswith(f"{PLACE}'s ") and re.search(r"\b(?:stars?|out of|thumbs)\b|\d/\d", after):
            return True  # "Chicago's P handed out three stars"
        return not re.search(
            r"(?:\b(?:of|by|with|to|from|in|for|than|like|as|at|on|over|about|featuring|starring|between|including|is|was|against|opposite|actors?|actress(?:es)?|saw|see|(?!(?:morn|even)ing)[a-z]+ing)|'s?) (?:the |a |an )?$",
            before,
        )
    if anchor.kind in ("outlet", "outlet, loosely"):
        near = max(anchor.start - 4, 0)
        return not _HANGS_ON.search(text, near, anchor.start) or (
            outlet == OUTLET and not _IS_ASKED.search(text, near, anchor.start)
        )
    if anchor.kind == "outlet, gapped":
        return reports(text[: anchor.start])
    if anchor.kind in ("by", "by outlet"):
        return bool(
            re.search(
                rf"(?:{QUOTE}|review\w*|described|called|praised|criticised|criticized|panned|hailed|named|considered|noted|rated|deemed|dismissed|lauded|regarded|acclaimed|stars)[^.;]{{0,40}}$",
                text[: anchor.start],
            )
        )
    return True


def reports(words: str) -> bool:
    """Whether a stretch of skeleton holds a verb of saying or judging."""
    return _VERB.search(words) is not None


def film_named(words: str) -> bool:
    """Whether a stretch of skeleton speaks of the film: by title, or as "the film", "it"."""
    return (
        FILM in words
        or re.search(r"\b(?:film|movie|picture|[Ii]t|[Ii]ts|version|adaptation|sequel|comedy|drama|documentary|thriller)\b", words)
        is not None
    )
