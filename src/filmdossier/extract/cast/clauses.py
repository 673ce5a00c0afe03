"""Sentences with their names blanked out, so that a pattern reads like the sentence it means.

Enters a sentence; leaves a string of the same length in which each name, other work, own title and
place is one symbol run. Offsets into it are offsets into the sentence. Patterns are built from
``NAME``, ``NAMES`` (several in a row), ``WORK``, ``FILM`` and ``PLACE``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from filmdossier.extract.cast.names import is_occupation, leading_words
from filmdossier.model.annotations import Annotations, Mention, MentionKind, Sentence, Topic
from filmdossier.model.text import Span
from filmdossier.model.titles import same_title

_HEADS = {"name": "\ue000", "work": "\ue010", "film": "\ue020", "place": "\ue030"}
_TAILS = {"name": "\ue001", "work": "\ue011", "film": "\ue021", "place": "\ue031"}
NAME = "\ue000\ue001*"
WORK = "\ue010\ue011*"
FILM = "\ue020\ue021*"
PLACE = "\ue030\ue031*"
SYMBOLS = "\ue000-\ue031"
_NOT_BEFORE = (
    r"(?:by|directed|written|produced|who|whom|whose|which|that|as|in|on|at|of|for|from|to|into|with|is|was|are|were|has|had|have|and|or|also|when|while|where|based|released|set|but|"
    r"see|sees|would|could|should|might|follows|tells|because|since|until|after|before|between|against|than|like|about|plays|played|playing|not|if|so|then|including|opposite|alongside|named|called|featuring|starring|stars|features|co-starring|directs|wrote|produced)"
)
# Words that may stand before a name in a list: "the excellent N", "newcomer N", "his frequent co-star N".
_WELL_KNOWN_AS = r"(?:star|player|drummer|singer|actor|actress|member|comedian|leader|veteran|alumnus|alum|regular|wrestler|rapper|guitarist|model|champion|legend)s?"
BEFORE = (
    rf"(?:(?:then(?= [a-z]+[- ][a-z])|(?!{_NOT_BEFORE}(?![\w-]))(?:[a-z][\w'’/-]*|[A-Z][\w'’-]*(?= [a-z])|[A-Z]&[A-Z]|[A-Z][a-z]+[-/][a-z]\w*|{NAME}['’]s?|{NAME} (?:series )?{_WELL_KNOWN_AS}|{NAME}&{NAME}|husband(?:-| )and(?:-| )wife"
    rf"|[\"“][^\"“”]{{2,40}}[\"”])),? ){{0,5}}"
)
_NOTE = r"(?: \([^()]{0,80}\))?"
_AND = r"(?:,? and (?:also )?|, (?:with |plus |alongside |along with |together with |as well as )?|,? & |,? (?:along|together) with |,? as well as |,? alongside |,? plus |/|,? or )"
# Atomic: a list of names is taken whole, so that a long one cannot be tried in every length.
NAMES = rf"(?>{NAME}{_NOTE}(?:{_AND}{BEFORE}{NAME}{_NOTE}){{0,30}})"
_NAME_RUN = re.compile(NAME)
_LONGEST = 4_000  # characters; patterns look both ways from each match, so their cost grows with its square
_LINE_BREAK = re.compile(r"\n")
_JOINT = re.compile(r" & | and the (?=[A-Z])")
_PRIZE = re.compile(r"\bAwards?\b|\b(?:Globes?|Emmys?|BAFTAs?|Grammys?|Oscars?)$")
_KINDS = (MentionKind.PERSON, MentionKind.NAME, MentionKind.WORK, MentionKind.PLACE)
# Performers whose words are those of a firm or a house: "the Marx Brothers" (not "Warner Brothers"), "Charlotte Church" (not "Catholic Church").
_TROUPE = re.compile(
    r"^(?!Warner )\S+ (?:Brothers|Bros\.|Sisters|Boys|Twins|Family|Stooges|Kids)$"
    r"|^(?!(?:The|First|Second|Holy|Christ|Trinity|Grace|Community|St\.?|Saint|Roman|Greek|Russian|Mother|New|Old)\b)(?:[A-Z][a-z]+(?<!ic)(?<!al)(?<!ist)(?<!an)(?<!ox) ){1,2}Church$"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence and its blanked form; ``start`` is where ``blanked[0]`` stands in the document."""

    sentence: Sentence
    text: str
    blanked: str
    start: int

    def original(self, start: int, end: int) -> str:
        """The document's words between two offsets of the clause."""
        return self.text[start:end]

    def span(self, start: int, end: int) -> Span:
        """The document span between two offsets of the clause."""
        return Span(self.start + start, self.start + end)

    def names(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The offsets of the names between two offsets.

        Left out: names in brackets, and one that only describes the next ("Lupino's husband N").
        """
        for match in _NAME_RUN.finditer(self.blanked, start, end):
            if self.blanked.count("(", start, match.start()) > self.blanked.count(")", start, match.start()):
                continue
            after = self.blanked[match.end() : match.end() + 3]
            if re.match(r"['’]", after) and match.end() < end:
                continue
            yield match.start(), match.end()


def clauses_of(annotations: Annotations, topic: Topic, sentence: Sentence, *, start: int | None = None) -> Iterator[Clause]:
    """The clause of a sentence, from ``start`` on where given; several for a sentence of absurd length, cut between words."""
    begin = sentence.span.start if start is None else start
    while begin < sentence.span.end:
        end = min(begin + _LONGEST, sentence.span.end)
        if end < sentence.span.end:
            space = annotations.document.text.rfind(" ", begin + 1, end)
            end = space if space > begin else end
        text = annotations.document.text[begin:end]
        blanked = list(_LINE_BREAK.sub(" ", text))
        for kind, left, right in _symbols(annotations, topic, Span(begin, end)):
            blanked[left - begin : right - begin] = _HEADS[kind] + _TAILS[kind] * (right - left - 1)
        yield Clause(sentence, text, "".join(blanked), begin)
        begin = end


def clause_of(annotations: Annotations, topic: Topic, sentence: Sentence) -> Clause:
    """The (first) clause of a sentence."""
    return next(clauses_of(annotations, topic, sentence))


def _symbols(annotations: Annotations, topic: Topic, span: Span) -> Iterator[tuple[str, int, int]]:
    """What is blanked, in text order and disjoint: the earliest and longest mention wins."""
    last = span.start
    # "American", "Western": capitalised adjectives are words, not names.
    adjectives = {m.span for m in annotations.mentions_in(span, MentionKind.NATIONALITY, MentionKind.GENRE)}
    works = [m for m in annotations.mentions_in(span, MentionKind.WORK) if m.score >= 0.7 and _kind(m, topic) == "work"]
    for mention in annotations.mentions_in(span, *_KINDS, MentionKind.ORGANISATION):
        if mention.kind is MentionKind.ORGANISATION and not _TROUPE.match(mention.surface):
            continue
        left, right = mention.span.start, mention.span.end
        if left < last or right <= left or mention.span in adjectives:
            continue
        if mention.kind is not MentionKind.WORK and any(mention.span in work.span for work in works):
            continue
        overlapping = next((work for work in works if left < work.span.start < right), None)
        if overlapping is not None and mention.kind is not MentionKind.WORK:
            right = overlapping.span.start - 1  # "Watch *Ride the High Country*"
            if right <= left:
                continue
        kind = _kind(mention, topic)
        if kind is None:
            continue
        if left == span.start and is_occupation(mention.surface):
            continue  # "Actors include …", "Narrated by …": a capital that only opens the sentence
        if kind == "name":
            left += leading_words(mention.surface)
            words = annotations.document.text[left:right]
            if left >= right:
                continue
            # "Abbott & Costello", "Priscilla Lane and the Lane Sisters": several names to a cast list.
            begin = left
            for joint in [*_JOINT.finditer(words), None]:
                end = left + joint.start() if joint else right
                if end > begin and (joint is None or joint.group() == " & " or " " in words[begin - left : joint.start()]):
                    yield kind, begin, end
                    begin = left + joint.end() if joint else end
        else:
            yield kind, left, right
        last = right


def _kind(mention: Mention, topic: Topic) -> str | None:
    if any(same_title(mention.surface, title) for title in (topic.title, *topic.aliases)):
        return "film"
    if mention.kind is MentionKind.WORK:
        # Italics and quotation marks also set off emphasis and nicknames.
        if not mention.surface[:1].isupper() and not mention.surface[:1].isdigit():
            return None
        return "work" if mention.score >= 0.7 or len(mention.surface.split()) > 1 else None
    if _PRIZE.search(mention.surface):
        return None
    return "place" if mention.kind is MentionKind.PLACE else "name"
