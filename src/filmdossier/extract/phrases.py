"""Patterns and checks that several extractors share: capitalised phrases, clauses, whose film a clause is about.

Offsets are the document's; nothing is lower-cased before it is matched.
"""

import re
from collections.abc import Iterator

from filmdossier.extract.works import works_in
from filmdossier.model.annotations import Annotations, Sentence, Topic
from filmdossier.model.text import BlockKind, Origin, Span
from filmdossier.model.titles import same_title

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪĮİĶĻĽŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚ"
CAPITALISED = rf"(?:(?:d'|d’|l'|l’|al-|el-)?[{UPPER}][\w'’]*(?:[-/][\w'’]+)*(?:\.(?=[ ,][{UPPER}a-z(])|(?:\.[{UPPER}])+\.?)?)"
_JOIN = r"(?:of the|of|the|de la|de los|de|del|della|di|da|do|dos|du|des|la|las|le|les|los|el|van|von|der|den|upon|on|and the|&|and|sur|am|an der)"
NAME_PHRASE = rf"{CAPITALISED}(?:[ \u00a0](?:{_JOIN} )?{CAPITALISED})*"
_OTHER_SUBJECT = re.compile(
    r"\b(?<![Bb]est )(?:[Tt]he |[Ii]ts |[Aa] |[Tt]his )?(?:sequels?|prequels?|remakes?|original film|first film|second film|third film|previous film|predecessor|"
    r"novel|book|play|series|soundtrack|album|song|single|game|video game|novelization|musical|comic|[Dd]ocumentary|re-?issue|re-?release)\b"
)
# No clause that a pattern needs is longer; without a bound a sentence of a megabyte would take hours.
REACH = 800
PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)


# What stands under these tells of the other films of the people who made this one.
BIOGRAPHIES = re.compile(
    r"^\W*(?:about the (?:[\w/-]+ )?(?:film-?makers?|cast|crew|directors?|producers?|writers?|authors?|actors?|artists?|stars?|team)\b.*|(?:[\w’'-]+ ){0,3}(?:biograph(?:y|ies)|filmograph(?:y|ies)|bios?)"
    r"|also (?:available|by (?:the|this) (?:director|studio)).*|(?:other|further|more|selected|previous) (?:films|works|titles)\b.*)\W*$",
    re.IGNORECASE,
)


def prose_sentences(annotations: Annotations, topic: Topic) -> Iterator[Sentence]:
    """The sentences of running text and lists in the topic's passage; no notes, tables, headings, quotations, lives of the makers."""
    for sentence in annotations.sentences_in(topic.passage):
        block = annotations.block_of(sentence)
        if block.kind in PROSE and block.origin is Origin.BODY and not heading_says(sentence, BIOGRAPHIES):
            yield sentence


def heading_says(sentence: Sentence, pattern: re.Pattern[str]) -> bool:
    """Whether any heading above the sentence matches."""
    return any(pattern.search(title) for title in sentence.section)


def clause_start(text: str, start: int, at: int) -> int:
    """Where the clause that holds ``at`` begins, not before ``start`` nor further back than :data:`REACH`.

    Clauses part at a semicolon, "but", "while", "although".
    """
    start = max(start, at - REACH)
    breaks = list(
        re.finditer(
            r"[;:](?= )|,? (?:but|while|whereas|although|though) |(?<!\bMrs)(?<!\bMr)(?<!\bDr)(?<!\bSt)(?<![A-Z])\. (?=[A-Z])",
            text[start:at],
        )
    )
    return start + breaks[-1].end() if breaks else start


_ASIDE_ENDED = re.compile(r", (?:which|whose) (?:[^,;.]|[.,](?=\d)){1,120}, (?:and|but) (?=[a-z])")


def speaks_of_other(annotations: Annotations, topic: Topic, start: int, at: int, *, parts: bool = False) -> bool:
    """Whether the clause from ``start`` to ``at`` has another film, or another thing than a film, as its subject.

    The last work or thing named before ``at`` counts; "the film" or the film's own title after it gives the word back.
    With ``parts``, its songs and soundtrack count as the film.
    """
    text = annotations.document.text
    start = max(start, at - REACH)
    if at <= start:
        return False
    last_other = last_own = -1
    works = works_in(annotations, topic, Span(start, at))
    for work in works:
        if (parts and not work.italic) or _in_brackets(text, start, work.span.start, at):
            continue
        if work.span.start > start and _ASIDE_ENDED.match(text, work.span.end, at):
            continue  # "the studio had bought Day Ferry, which had cost little, and gave him …": the studio did
        if work.own:
            last_own = max(last_own, work.span.start)
        else:
            last_other = max(last_other, work.span.start)
    for match in _OTHER_SUBJECT.finditer(text, start, at):
        if not same_title(match.group(), topic.title) and not (parts and re.search(r"soundtrack|album|song|single", match.group())):
            last_other = max(last_other, match.start())
    for match in re.finditer(
        r"\b(?:[Tt]h(?:e|is) (?:film|movie|picture|feature|production)|[Ii]t)\b(?!['’]s (?:sequel|remake|predecessor))",
        text[start:at],
    ):
        last_own = max(last_own, start + match.start())
    named = text.rfind(topic.title, start, at)
    if named >= 0 and any(named in work.span for work in works if not work.own):
        named = -1  # "Lego The Incredibles" is not The Incredibles
    if named >= 0 and re.match(
        r":? ?(?:\d\b|I{2,3}\b|IV\b|Part\b|: )", text[named + len(topic.title) : named + len(topic.title) + 6]
    ):
        named = -1  # nor is "Joe Dirt 2" Joe Dirt
    return last_other > max(last_own, named)


def _in_brackets(text: str, start: int, offset: int, end: int) -> bool:
    """Whether ``offset`` stands inside brackets that open after ``start`` and close before ``end``: an aside."""
    opened = text.rfind("(", start, offset)
    return opened >= 0 and text.find(")", opened, offset) < 0 and text.find(")", offset, end) >= 0
