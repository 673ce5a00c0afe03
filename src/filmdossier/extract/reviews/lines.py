"""A statement with its skeleton and attributions, and what follows from them: who speaks where.

Enters a statement; leaves the stretches that each attribution speaks for, and whether a statement
without one goes on reporting the last speaker.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from filmdossier.extract.reviews.anchors import Anchor
from filmdossier.extract.reviews.skeleton import AGGREGATOR, GROUP, MAYBE, NAME, OUTLET, PERSON, QUOTE, WORK, Skeleton
from filmdossier.extract.reviews.statements import Statement
from filmdossier.extract.reviews.wordings import VERB
from filmdossier.model.text import Span

_SPEAKER = re.compile(
    rf"(?:^|[ ,;(\"]){{0,2}}(?:\b(?:[Hh]e|[Ss]he|[Tt]hey|[Tt]he (?:[\w'’-]+,? ){{0,6}}?(?:critic|reviewer|review|newspaper|paper|magazine|publication|site|website|writer|author|article|columnist|journalist|trade paper|staff))\b|^(?:It)\b)[, ]+(?:(?:also|however|too|both|later|then|further|furthermore|still|even|\w+ly|in particular|who|nevertheless),? )*{VERB}\b"
)
_CONTINUES = re.compile(
    rf"^[\s\[\]\d.]*(?:(?:However|But|Though|Nevertheless|Still|Yet|Overall|Meanwhile|Also|Additionally|Further|Furthermore|Moreover|Nonetheless|Ultimately|In conclusion|Finally|Similarly|Conversely|And),? )?(?:{QUOTE}|His review|Her review|Their review|The review|The reviewer|The critic|The Critic|The article|It (?:also|further|added|concluded|called|described|praised|went on|noted|stated|said)|Elsewhere|In the same review)"
)
_SAME_REVIEWER = re.compile(r"^(?:He|She|The (?:critic|reviewer|review))\b")
_POOLED = re.compile(rf"{AGGREGATOR}|\bconsensus\b")
_JOINER = re.compile(r",?(?: and| &| as well as| along with| together with)?(?: both)? (?:critic |the )?")
_INTRODUCES = re.compile(r"(?:[:,—–-]|\b(?:wrote|said|stated|writes|says|read|reads|part|too|adding|writing|saying))[\s\[\]\d]*$")
_CLAUSE = re.compile(r"[,;:]? (?:while|whereas|but|and(?! an? (?:half|quarter)| one[- ]half)|although|though|with|as)\b |[;:,] ")
_SAID_BEFORE = re.compile(rf"{QUOTE}[\s.\[\]\d]*$")
# "his earlier W, which he had called Q", "he once described W as Q": what is quoted is said of W.
_OF_ANOTHER = re.compile(
    rf"{WORK}(?: \(\d{{4}}\))?,? which (?:\w+ ){{0,4}}{QUOTE}|\b(?:call(?:s|ed|ing)|describ(?:es|ed|ing)|dubb(?:ed|ing)|label(?:l?ed|l?ing)) (?:[\w'’-]+ ){{0,4}}{WORK}(?: \(\d{{4}}\))?,? (?:as |an? |the )*{QUOTE}"
)
_ANOTHERS = re.compile(rf".*[{OUTLET}{MAYBE}{PERSON}][^{QUOTE}]*{QUOTE}[,;] (?:and|but|while|whereas) ")
_SEVERAL = re.compile(r"(?:\w+ )?(?:[Cc]ritics|[Rr]eviewers|[Rr]eviews)\b")
_AND_MORE = re.compile(rf"(?:,? (?:and |from )?(?:the )?[{OUTLET}{MAYBE}{WORK}{NAME}{PERSON}{GROUP}])+")
_BOOK = re.compile(r"\b(?:book|study|biography|memoir|monograph)\b")


@dataclass(frozen=True, slots=True)
class Line:
    """A statement, its skeleton, and the attributions found in it, in order."""

    statement: Statement
    skeleton: Skeleton
    anchors: Sequence[Anchor]

    def reduced(self, region: Span) -> str:
        """The part of the skeleton that stands for ``region``."""
        return self.skeleton.text[self.skeleton.index(region.start) : self.skeleton.index(region.end - 1) + 1]

    def critic(self, anchor: Anchor) -> Span | None:
        """Where the critic's name stands; both names where two speak as one."""
        if anchor.critic is None:
            return None
        first = self.skeleton.tag(anchor.critic).span
        return first if anchor.second is None else Span(first.start, self.skeleton.tag(anchor.second).span.end)

    def outlet(self, anchor: Anchor) -> Span | None:
        """Where the publication's name stands."""
        return None if anchor.outlet is None else self.skeleton.tag(anchor.outlet).span

    def in_known_outlet(self, anchor: Anchor) -> bool:
        """Whether the anchor's publication is known for one."""
        return anchor.outlet is not None and self.skeleton.tag(anchor.outlet).kind in (OUTLET, MAYBE)

    def fellows(self, anchor: Anchor) -> list[Span]:
        """The other publications of "critics from X, Y and Z"."""
        text = self.skeleton.text
        if anchor.kind != "reviewer for" or not _SEVERAL.match(text, anchor.start):
            return []
        more = _AND_MORE.match(text, anchor.end)
        return [self.skeleton.tag(i).span for i in range(anchor.end, more.end() if more else 0) if i in self.skeleton.tags]

    def kind(self, anchor: Anchor, *, known: bool) -> str:
        """The anchor's wording, told apart where it is a book's, or a person's who is called a critic elsewhere."""
        if anchor.outlet is not None and _BOOK.search(self.skeleton.text, anchor.start, anchor.end):
            return "in his book"
        return "critic named" if known and anchor.kind == "critic" else anchor.kind

    def goes_on(self) -> bool:
        """Whether a statement without a reviewer of its own still reports the last one."""
        text = self.skeleton.text
        return not _POOLED.search(text) and bool(_CONTINUES.match(text) or _SPEAKER.search(text))

    def goes_on_from_above(self) -> bool:
        """Whether the first statement of a paragraph still reports the reviewer of the paragraph before."""
        return bool(_SAME_REVIEWER.match(self.skeleton.text)) and not self.anchors

    def named_before_speaker(self) -> list[Span]:
        """The persons named before the "he" or "she" that goes on speaking; none where the statement begins with the speaker."""
        text = self.skeleton.text
        speaker = _SPEAKER.search(text)
        if speaker is None or _CONTINUES.match(text):
            return []
        return [tag.span for index, tag in sorted(self.skeleton.tags.items()) if index < speaker.start() and tag.kind == PERSON]

    def introduces(self, region: Span) -> bool:
        """Whether ``region`` ends by announcing words that follow."""
        return bool(_INTRODUCES.search(self.reduced(region)))


def of_another_work(skeleton: Skeleton, text: str, titles: Sequence[str]) -> list[Span]:
    """The quotations that are said of another film: "his earlier W, which he had called Q"."""
    own = {plain_name(title) for title in titles}
    return [
        skeleton.tag(match.end() - 1).span
        for match in _OF_ANOTHER.finditer(skeleton.text)
        if plain_name(skeleton.tag(match.start() + match.group().index(WORK)).span.of(text)) not in own
    ]


def plain_name(title: str) -> str:
    """A title without accents, case and marks: "Hotel du Nord" is "Hôtel du Nord"."""
    letters = unicodedata.normalize("NFKD", title).casefold()
    return re.sub(r"[\W_]+", " ", "".join(c for c in letters if not unicodedata.combining(c))).strip()


def regions(line: Line, found: Sequence[Anchor]) -> list[Span]:
    """The stretch of the statement that each anchor speaks for, in order; together they are the statement.

    "A of X and B of Y praised it": reviewers joined by nothing but "and" share one stretch.
    """
    text = line.skeleton.text
    alone = _parted(line, found)
    shared = list(alone)
    for index in range(len(found) - 2, -1, -1):
        this, following = found[index], found[index + 1]
        alike = not this.backward or this.kind == following.kind == "by"
        if this.critic is not None and alike and _JOINER.fullmatch(text, this.end, following.start):
            shared[index] = Span(alone[index].start, shared[index + 1].end)
            shared[index + 1] = Span(alone[index].start, shared[index + 1].end)
    return shared


def _parted(line: Line, found: Sequence[Anchor]) -> list[Span]:
    whole, reduced = line.statement.span, line.skeleton
    # "the O calls it Q, and another, from the M, where P says R": what is said before by somebody no anchor knows is not P's.
    spoken = None if found[0].backward else _ANOTHERS.match(reduced.text[: found[0].start])
    bounds = [whole.start if spoken is None else reduced.offset(found[0].start)]
    for before, anchor in pairwise(found):
        between = reduced.text[before.end : anchor.start]
        breaks = list(_CLAUSE.finditer(between))
        if before.backward:
            # "called Q by A and Q by B": what stands between the two attributions is the second's.
            cut = reduced.offset(before.end)
        elif breaks and anchor.backward and QUOTE in between:
            # "A wrote Q, and Q, according to B": the last words before B are B's.
            last = [b for b in breaks if QUOTE in between[b.end() :]] or breaks
            cut = reduced.offset(before.end + last[-1].start())
        elif _SAID_BEFORE.search(between):
            # "A wrote: Q" B of the O …": what A said ends where B begins.
            cut = reduced.offset(anchor.start)
        elif breaks:
            cut = reduced.offset(before.end + breaks[-1].start())
        else:
            cut = reduced.offset(anchor.start)
        bounds.append(max(cut, bounds[-1] + 1))
    bounds.append(whole.end)
    return [Span(a, max(b, a + 1)) for a, b in pairwise(bounds)]
