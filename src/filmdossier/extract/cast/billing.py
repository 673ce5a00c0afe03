"""Reads lists of performers that a word announces: "starring A as X, B and C", "the cast includes A and B".

Enters a clause and the offset after the word; leaves each performer with the part given there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from filmdossier.extract.cast.clauses import BEFORE, NAME, Clause
from filmdossier.extract.cast.descriptions import Found, single_of
from filmdossier.extract.cast.names import full_name
from filmdossier.extract.cast.phrases import part_after
from filmdossier.extract.cast.roles import NOTE, Part, read_parts

_WELL_KNOWN_AS = (
    r"(?:contract |child |stage |screen |film |former |radio |country )?(?:star|player|drummer|singer|actor|actress|member|comedian|leader|veteran|alumnus|alumna|alum|regular|wrestler|rapper|vocalist|guitarist|frontman|idol|"
    r"model|newcomer|champion)s?"
)
_HEAD = rf"(?:(?:the |former )?{NAME} {_WELL_KNOWN_AS} )?(?:the (?:(?:[a-z]+ )?(?:team|duo|trio) of )|the (?:voices?|voice talents?|singing voice) of )?{BEFORE}"
_ITEM = re.compile(rf"{_HEAD}(?P<name>(?:\d{{1,2}} )?{NAME})")
_BRACKET = re.compile(r" \((?P<inside>[^()]{1,120})\)")
# What may stand between a performer and the next without being a part.
_ASIDE = re.compile(
    rf" of (?:the |an? )?[^,.;:()]{{1,60}}?(?=, {BEFORE}{NAME})| (?:in (?:his|her|their|its|an?|the|one of (?:his|her)) [^,.;:()\ue000]{{1,60}}?|at (?:his|her) [^,.;:()\ue000]{{1,40}}?)(?=,? and {BEFORE}{NAME}|, {BEFORE}{NAME}|,? (?:along |together )?with |,? alongside |,? as well as )"
    rf"| [—–-] [^—–.;]{{1,90}} [—–-](?= and {BEFORE}{NAME})|, [A-Z0-9][\w.'’!&$-]*(?: [A-Z][\w.'’!&$-]*){{0,2}}(?=,? and {BEFORE}{NAME}|, {BEFORE}{NAME})"
    rf"|, (?:reprising|making|in (?:his|her|their)|returning|an?|the|fresh|better known|best known|then|credited|billed|who (?!(?:also )?(?:directed|wrote|produced|co-)))[^.;:()\ue000]{{1,80}}?(?=,? and {BEFORE}{NAME}|, {BEFORE}{NAME})"
)
_DESCRIPTION = re.compile(
    rf"(?:(?! (?:and|which|it) (?:is|was|follows|tells|features|cent(?:er|re)s|depicts|revolves)\b)[^.;:()\ue000]){{1,160}}?(?=(?:,? (?:and|with)|, and with|,? alongside|,? along with|,? as well as) {BEFORE}{NAME}(?:,? (?:as|in|plays?|playing) |,? and {BEFORE}{NAME}|\.|$)|, {BEFORE}{NAME},? as |(?:, with|,? alongside|,? along with) {BEFORE}{NAME}, {BEFORE}{NAME})"
    rf"|[^.;]{{0,250}}?(?=; (?:and )?{NAME}(?: as|;| also|,|\.))"
)
_AS = re.compile(
    r",? (?:as(?! well\b)|(?:reprising|returning in|in|repeating) (?:his|her|their) (?:\w+ )?roles? (?:as|of)|returning as|in the (?:\w+ )?roles? of|playing|portraying|in the (?:title|lead) roles? of|voicing) (?=\S)"
)
_NEXT = re.compile(
    rf"(?:,? (?:and|&)(?: also| introducing| featuring| starring)? |, (?:with |plus |alongside |along with |together with |as well as |featuring |introducing |co-starring |and with |and introducing )?|; (?:and |with )?|,? (?:along|together) with |,? as well as |,? alongside |,? plus | with | & |/|,? and, (?:in|as|for) [^,.;:()]{{3,50}}, |, and )(?={_HEAD}(?:\d{{1,2}} )?{NAME})"
)
_NOT_A_PERSON = re.compile(
    r"(?:['’]s? (?!as\b)|-| (?:songs?|music|films?|movies?|fans?|footage|tunes?|numbers?|novels?|comics|characters?|vehicles?|characters|stories|score|style)\b)"
)
_CREW_AS = re.compile(
    r"(?:the )?(?:[a-z-]+ )?(?:director|producer|writer|cinematographer|composer|editor|screenwriter|distributor|lyricist|choreographer|consultant|adviser|advisor)s?\b"
)
# Words that may follow a performer's name in a billing.
_GOES_ON = (
    r"(?:and|as|in|with|who|whose|at|on|for|from|to|of|or|but|while|when|where|which|that|plus|alongside|along|opposite|playing|portraying|making|reprising|returning|is|are|was|were|has|have|had|play|plays|star|stars|"
    r"starred|co-stars?|co-starring|co-starred|completing|rounding|featured|directed|also|among|amongst|together|under|by|after|before|during|about|against|because|since|voicing|appearing|doing|giving|supported|joined|leading|respectively|both|each|all|then|via|through|tells|"
    r"produced|written|based|set|released|making|taking|being|getting|hiding|trying|acting|starring|singing|dancing|himself|herself|themselves|not|rather|instead|if|so|than|it|he|she|they|the|a|an|his|her|their|does|did|do|"
    r"can|will|would|could|never|again|here|now|once|shot|appears?|appear|round|complete|round|follows?|concerns|joining|heading|serving|looking|wearing)"
)

_ODD = re.compile(rf" (?!{_GOES_ON}\b)[.a-z][\w.'’-]{{0,12}}(?: {NAME})?, (?={_HEAD}{NAME},? )")
_SUBJECT_NEXT = re.compile(r" (?:is|was|tells|follows|marks|depicts|centers|centres|revolves) ")


@dataclass(frozen=True, slots=True)
class Billed:
    """A performer in a billing: offsets in the clause, the part and a note."""

    start: int
    end: int
    part: Part | None = None
    note: str = ""


def billing(clause: Clause, start: int) -> Iterator[Billed]:
    """The performers listed from ``start`` on, each with the part the list gives; ends where the list ends."""
    blanked = clause.blanked
    at = start
    waiting: list[tuple[int, int, str]] = []
    joined_by_and = False
    for _ in range(80):
        item = _ITEM.match(blanked, at)
        if item is None or _NOT_A_PERSON.match(blanked, item.end()):
            break
        odd = _ODD.match(blanked, item.end()) if waiting else None
        if odd:
            at = odd.end()  # "A, Bea dell Colle, C": one name of the list is not understood
            continue
        if re.match(rf" (?!{_GOES_ON}\b)[a-z]", blanked[item.end() :]):
            # "Asian, White and Black heroes", "Springfield songs": the names describe something else.
            waiting = [name for name in waiting if full_name(clause.original(name[0], name[1]))]
            break
        if (joined_by_and or waiting) and _SUBJECT_NEXT.match(blanked, item.end()) and blanked.endswith(", ", 0, at):
            break  # "Starring A and B, The Return is the second film": the list has ended
        begin, at = item.start("name"), item.end()
        note = ""
        bracket = _BRACKET.match(blanked, at)
        part: tuple[Part, ...] | None = None
        if bracket:
            inside = clause.original(*bracket.span("inside"))
            members = [
                (m.start(), m.end()) for m in re.finditer(NAME, blanked[: bracket.end()]) if m.start() >= bracket.start("inside")
            ]
            if len(members) > 1 and re.fullmatch(rf"{NAME}(?:(?:,? and |, | & ){NAME})+", bracket.group("inside")):
                # "the Lane Sisters (Priscilla, Rosemary and Lola Lane)": the members are the performers.
                yield from _flushed(waiting, None)
                yield from (Billed(start, end) for start, end in members)
                waiting, at = [], bracket.end()
                step = _NEXT.match(blanked, at)
                if step is None:
                    return
                at = step.end()
                continue
            if NOTE.search(inside) or inside.startswith("as "):
                note = inside
            else:
                found = read_parts(inside)
                part = (
                    tuple(found)
                    if found and found[0].character and not re.search(r"\d{4}|^(?:or|and|aka|from|who|with|in|also) ", inside)
                    else None
                )
            at = bracket.end()
        waiting.append((begin, item.end(), note))
        if part:
            yield from _flushed(waiting[:-1], None)
            yield Billed(begin, item.end(), part[0], note)
            waiting = []
        as_part = _AS.match(blanked, at)
        if as_part and waiting:
            pair = joined_by_and and len(waiting) >= 2
            found_part = part_after(clause, as_part.end(), number=len(waiting) if pair else 1, makers=True)
            if found_part is not None:
                at = found_part.edge
                yield from _dealt(waiting, found_part, pair=pair)
                waiting = []
                at = _after_part(clause, at)
            elif as_part.group().strip(" ,") != "as":
                at = as_part.end()
            elif _CREW_AS.match(blanked, as_part.end()):
                return
            else:
                at = _after_part(clause, as_part.end())
        aside = _ASIDE.match(blanked, at)
        if aside:
            at = aside.end()
        step = _NEXT.match(blanked, at)
        if step is None:
            break
        joined_by_and = bool(re.fullmatch(r",? (?:and|&) ", step.group()))
        at = step.end()
    yield from _flushed(waiting, None)


def _after_part(clause: Clause, at: int) -> int:
    """Where the list goes on after a part: behind its description (" fighting pirates", " who is hired to …")."""
    aside = _DESCRIPTION.match(clause.blanked, at)
    return aside.end() if aside else at


def _dealt(waiting: list[tuple[int, int, str]], found: Found, *, pair: bool) -> Iterator[Billed]:
    number = len(found.parts)
    if number > 1 and len(waiting) >= number:
        yield from _flushed(waiting[:-number], None)
        for (start, end, note), part in zip(waiting[-number:], found.parts, strict=True):
            yield Billed(start, end, part, note)
        return
    # "A and B as brothers" means both; in "A, B and C as X" the part is C's alone.
    shared = waiting if pair and found.several else waiting[-1:]
    yield from _flushed(waiting[: len(waiting) - len(shared)], None)
    for start, end, note in shared:
        for part in found.parts if len(shared) == 1 else found.parts[:1]:
            yield Billed(start, end, single_of(part) if len(shared) > 1 else part, note)


def _flushed(waiting: list[tuple[int, int, str]], part: Part | None) -> Iterator[Billed]:
    for start, end, note in waiting:
        yield Billed(start, end, part, note)
