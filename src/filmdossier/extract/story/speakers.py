"""Finds who says "I" and who is meant by "you": the narrator, or the speakers of quotations.

Enters the quotations of a text and whom the other words mean; leaves a person for each word of the
first and second person. Outside quotations "I" is the narrator, one person of the document, if
there is one; inside, whoever says the quotation: the subject of the verb of saying beside it, else,
in an exchange of lines, whoever has said the line before the last. "You" is the other of the two.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from filmdossier.extract.story.grammar import Tree
from filmdossier.extract.story.persons import Person
from filmdossier.model.annotations import MentionKind
from filmdossier.model.text import Span

if TYPE_CHECKING:
    from filmdossier.extract.story.coreference import Coreference

SAYING = frozenset(
    "say tell reply shout ask declare yell scream whisper exclaim respond mutter answer state add warn announce remark retort cry utter order proclaim murmur sing recite call quip insist demand explain reveal promise "
    "confess vow swear repeat conclude mumble inquire enquire return interrupt continue begin observe suggest think go gasp sob laugh sigh growl snap groan moan echo plead beg interpose rejoin assent ejaculate "
    "persist pursue resume admit agree argue assure protest cry bawl roar wail pant stammer falter chuckle grin smile nod".split()
)  # fmt: skip
ME = frozenset("i me my mine myself".split())
YOU = frozenset("you your yours yourself thou thee thy thine yourselves ye".split())
WE = frozenset("we us our ours ourselves".split())
SPEAKING = ME | YOU | WE
_NEAR = 40  # characters between a quotation and the verb that says who speaks
_EXCHANGE = 3  # sentences of narration that an exchange of lines outlasts


@dataclass(slots=True)
class _Line:
    """A quotation, or the parts of one that "said she" breaks up, with who says it and to whom."""

    spans: list[Span]
    first: int  # its sentences
    last: int
    number: int = -1  # the sentence that says who speaks; -1 where none does
    subjects: tuple[int, ...] = ()  # heads of the nouns for the speaker there
    hearers: tuple[int, ...] = ()
    speaker: Person | None = None
    hearer: Person | None = None


class Speakers:
    """Who speaks, and of whom as "I", "you" and "we"."""

    def __init__(self, known: "Coreference") -> None:
        self._known = known
        text = known.annotations.document.text
        self._quotes: list[Span] = []
        for mention in known.annotations.mentions:
            if mention.kind is MentionKind.QUOTATION and (not self._quotes or mention.span.start >= self._quotes[-1].end):
                self._quotes.append(mention.span)
        self._starts = [span.start for span in self._quotes]
        self._text = text
        self._sentence_starts = [sentence.span.start for sentence, _ in known.story]
        self._line_of: dict[int, _Line] = {}
        self._lines = self._found()

    def quote_at(self, span: Span) -> int:
        """The number of the quotation that holds a word; -1 outside of any."""
        index = bisect_right(self._starts, span.start) - 1
        return index if index >= 0 and span in self._quotes[index] else -1

    def speaker(self, quote: int) -> Person | None:
        """Who says a quotation, as far as the words read so far tell; None where they do not, and outside of any."""
        line = self._line_of.get(quote)
        return self._first(line.number, line.subjects) if line is not None else None

    def _first(self, number: int, words: Sequence[int]) -> Person | None:
        return next((self._known.people[number, word] for word in words if (number, word) in self._known.people), None)

    def read(self) -> None:
        """Says of each word of the first or second person whom it means, once all others are known."""
        spoken: dict[int, list[tuple[int, int, str]]] = {}
        plain: list[tuple[int, int, str]] = []
        for number, (_, tree) in enumerate(self._known.story):
            for index, word in enumerate(tree.words):
                surface = tree.surface(index).casefold()
                if surface in SPEAKING and tree.pos(index) in ("PRON", "DET"):
                    quote = self.quote_at(word.span)
                    (plain if quote < 0 else spoken.setdefault(quote, [])).append((number, index, surface))
        self._narrated(plain)
        persons = self._known.persons
        for line in self._lines:
            line.speaker, line.hearer = self._first(line.number, line.subjects), self._first(line.number, line.hearers)
            if line.hearer is line.speaker:
                line.hearer = None
        self._lines = [part for line in self._lines for part in self._parts(line)]
        self._take_turns(self._lines)
        words_of: dict[int, list[tuple[int, int, str]]] = {}
        for quote, words in sorted(spoken.items()):
            if quote in self._line_of:
                words_of.setdefault(id(self._line_of[quote]), []).extend(words)
        for line in self._lines:
            words = words_of.get(id(line), [])
            if self._known.narrator is not None:
                self._strangers(line, {surface for _, _, surface in words})
            both = [one for one in (line.speaker, line.hearer) if one is not None]
            group = persons.group(both) if len(both) > 1 else None
            for number, index, surface in words:
                meant = line.speaker if surface in ME else line.hearer if surface in YOU else group
                if meant is not None:
                    self._known.people[number, index] = meant

    def _called(self, quote: Span) -> list[Person]:
        """Who is called by a name or a noun within a quotation: "Thank you, Ann"."""
        found = []
        number = bisect_right(self._sentence_starts, quote.start) - 1
        while 0 <= number < len(self._known.story) and self._known.story[number][0].span.start < quote.end:
            tree = self._known.story[number][1]
            found += [
                self._known.people[number, index]
                for index in range(len(tree))
                if tree.base(index) == "vocative" and (number, index) in self._known.people and tree.words[index].span in quote
            ]
            number += 1
        return found

    def _parts(self, line: _Line) -> list[_Line]:
        """The line, or two where its second half calls its own speaker: another speaks then, though no paragraph says so."""
        parts = [line]
        for span in line.spans:
            called = self._called(span)
            now = parts[-1]
            if now.speaker is not None and now.speaker in called and span is not line.spans[0]:
                before = [one for one in now.spans if one.start < span.start]
                rest = [one for one in now.spans if one.start >= span.start]
                now.spans = before
                parts.append(_Line(rest, now.last, now.last, speaker=now.hearer, hearer=now.speaker))
                for one in rest:
                    self._line_of[self._quotes.index(one)] = parts[-1]
            elif now.hearer is None:
                now.hearer = next((one for one in called if one is not now.speaker), None)
        return parts

    def _strangers(self, line: _Line, words: set[str]) -> None:
        """Somebody for the speaker and the hearer of a line of whom nothing else is told."""
        if line.speaker is None and words & (ME | WE):
            line.speaker = self._known.persons.stranger("speaker")
        if line.hearer is None and words & (YOU | WE):
            line.hearer = self._known.persons.stranger("hearer")

    def _narrated(self, words: Sequence[tuple[int, int, str]]) -> None:
        narrator = self._known.narrator
        if narrator is None:
            return
        group: Person | None = None
        reader: Person | None = None
        for number, index, surface in words:
            if surface in ME:
                self._known.people[number, index] = narrator
            elif surface in WE:
                group = group or self._known.persons.stranger("narrators", plural=True)
                self._known.people[number, index] = group
            else:
                reader = reader or self._known.persons.stranger("reader")
                self._known.people[number, index] = reader

    def _found(self) -> list[_Line]:
        """The lines that are spoken, in order, with the words for speakers and hearers."""
        lines: list[_Line] = []
        blocks = self._known.annotations.document.blocks
        block_starts = [block.span.start for block in blocks]
        before: _Line | None = None
        block_before = -1
        for quote, span in enumerate(self._quotes):
            first = bisect_right(self._sentence_starts, span.start) - 1
            last = bisect_right(self._sentence_starts, span.end - 1) - 1
            if first < 0:
                continue
            block = bisect_right(block_starts, span.start) - 1
            between = self._text[before.spans[-1].end : span.start] if before is not None else ""
            # "…," said she, "…": one line; a new paragraph is another's.
            goes_on = before is not None and block == block_before and len(between) < 3 * _NEAR and not self._breaks(between)
            if goes_on and before is not None:
                before.spans.append(span)
                before.last = max(last, before.last)
            else:
                before = _Line([span], first, last)
                lines.append(before)
            self._line_of[quote] = before
            block_before = block
        for line in lines:
            self._said(line)
        return lines

    def _breaks(self, between: str) -> bool:
        """Whether what stands between two quotations parts them into lines of two speakers: whole sentences of telling."""
        body = between.strip(" \"“”‘’'»«\n")
        return "\n" in between or body.count(". ") > 1

    def _said(self, line: _Line) -> None:
        """Finds the verb of saying that stands nearest to the line, its subject and to whom it is said."""
        best: tuple[int, int, int] | None = None
        for number in range(max(line.first - 1, 0), min(line.last + 2, len(self._known.story))):
            tree = self._known.story[number][1]
            for index in range(len(tree)):
                if tree.pos(index) != "VERB" or tree.lemma(index) not in SAYING:
                    continue
                span = tree.words[index].span
                if self.quote_at(span) >= 0:
                    continue
                away = min(self._away(span, quote) for quote in line.spans)
                if away <= _NEAR and (best is None or away < best[0]):
                    best = (away, number, index)
        if best is None:
            return
        _, line.number, verb = best
        tree = self._known.story[line.number][1]
        outside = [kid for kid in tree.children(verb) if self.quote_at(tree.words[kid].span) < 0]
        behind = self._behind(tree, verb) if self._after(tree.words[verb].span, line.spans) else ()
        if behind and not any(tree.base(kid) == "nsubj" and kid < verb for kid in outside):
            line.subjects = behind
        else:
            found = self._known.subjects[line.number].of(verb)
            line.subjects = tuple(word for word in found if self.quote_at(tree.words[word].span) < 0)
        heard = (kid for kid in outside if tree.base(kid) in ("obj", "iobj", "obl") and kid not in line.subjects)
        line.hearers = tuple(kid for kid in heard if tree.base(kid) != "obl" or tree.cases(kid) == "to")

    def _behind(self, tree: Tree, verb: int) -> tuple[int, ...]:
        """The noun right behind a verb of saying: "…," said her cousin. It says it, whatever the parser takes it for."""
        for step in range(verb + 1, min(verb + 5, len(tree))):
            if tree.pos(step) == "PRON" and tree.relation(step) != "nmod:poss":
                return (step,) if tree.surface(step).casefold() in ("he", "she", "they", "i") else ()
            if tree.pos(step) in ("NOUN", "PROPN"):
                end = step + 1
                while end < len(tree) and tree.pos(end) in ("NOUN", "PROPN"):
                    end += 1
                return tuple(range(step, end))
            if tree.pos(step) not in ("DET", "ADJ", "NUM") and tree.relation(step) != "nmod:poss":
                return ()
        return ()

    def _after(self, verb: Span, quotes: Sequence[Span]) -> bool:
        """Whether a verb stands right behind one of the quotations."""
        return any(0 <= verb.start - quote.end <= 3 for quote in quotes)

    def _away(self, span: Span, quote: Span) -> int:
        """Characters between a word and a quotation; many where a sentence ends between them and another quotation lies there."""
        if span.start >= quote.end:
            gap = self._text[quote.end : span.start]
            ends = gap.count(". ") + gap.count("\n\n")
            return len(gap) + 100 * ends
        if span.end <= quote.start:
            gap = self._text[span.end : quote.start]
            return len(gap) + 8 + (100 if "\n\n" in gap or "." in gap.rstrip(" \"“‘'") else 0)
        return 1_000

    def _take_turns(self, lines: Sequence[_Line]) -> None:
        """Gives lines without a verb of saying to the speakers of the exchange in turn, and each a hearer."""
        exchange: list[list[_Line]] = []
        for line in lines:
            if exchange and line.first - exchange[-1][-1].last <= _EXCHANGE:
                exchange[-1].append(line)
            else:
                exchange.append([line])
        for lines_here in exchange:
            for step in (1, -1):
                order = lines_here if step == 1 else lines_here[::-1]
                for index, line in enumerate(order):
                    if line.speaker is None and index >= 2 and self._other(order[index - 1], order[index - 2].speaker):
                        line.speaker = order[index - 2].speaker
            for index, line in enumerate(lines_here):
                if line.hearer is None:
                    near = [
                        lines_here[at].speaker for at in (index - 1, index + 1, index - 2, index + 2) if 0 <= at < len(lines_here)
                    ]
                    line.hearer = next((one for one in near if one is not None and one is not line.speaker), None)
                if line.speaker is None:
                    beside = [lines_here[at] for at in (index - 1, index + 1) if 0 <= at < len(lines_here)]
                    line.speaker = next(
                        (one.hearer for one in beside if one.hearer is not None and one.hearer is not line.hearer), None
                    )

    def _other(self, line: _Line, speaker: Person | None) -> bool:
        return speaker is not None and line.speaker is not speaker
