"""Turns lines of cast lists, fields and tables into performances.

Enters lines read by :mod:`~filmdossier.extract.cast.lines`; leaves performances. Lines that do not say which side is the
performer are turned by evidence: who is known to star, which side is linked, which side looks like
full names.
"""

import re
from collections.abc import Iterator, Sequence

from filmdossier.extract.cast.lines import Line, Named, read_line, read_names
from filmdossier.extract.cast.names import full_name, leading_words, person_key, person_like
from filmdossier.extract.cast.performance import Performance
from filmdossier.extract.cast.roles import NOTE, Part, read_parts
from filmdossier.extract.names import put_right
from filmdossier.model.annotations import Annotations
from filmdossier.model.text import MarkKind, Span

_CAST_SECTION = re.compile(
    r"\b(?:cast|starring|dramatis personae|players|performers?|actors?|voices?|voice actors|cameos?|(?:(?:special|guest|other|cameo) )?appearances?|hosts|narrators?|credited|uncredited|unbilled|"
    r"characters?|supporting roles?|main roles?|lead roles?|guest stars?|extended cast)\b(?!ing)",
    re.IGNORECASE,
)
_OTHER_PRODUCTION = re.compile(
    r"\b(?:remakes?|stage|broadway|musical|television|tv|radio|sequels?|video games?|other (?:versions|adaptations|media|films)|adaptations?|in popular culture|awards?|accolades|"
    r"nominations|soundtrack|music|songs?|track ?list\w*|crew|discography|references|sources|bibliography|external links|further reading|see also|notes|considered|home media|"
    r"novel|play|original series|pilot|theat(?:re|er|rical)|concept|west end|toys?|merchandise|reception|reviews?)\b",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(
    r"(?:\b[A-Z]|\b(?:[JS]r|Mrs?|Ms|Dr|St|Lt|Sgt|Capt|Col|Gen|Prof|Rev|Sen|Gov|Det|Insp|Cpl|Maj|Pvt)|(?: as|the|and|[–-]) [A-Z][a-z]{1,4})\.$"
)
SENTENCE_END = re.compile(r"(?<=[a-z\"”)])\. (?=[A-Z])")


def is_cast_section(section: tuple[str, ...]) -> bool:
    """Whether the headings announce the cast of this film."""
    if other_production(section):
        return False
    return any(_CAST_SECTION.search(title) for title in section[-2:])


def other_production(section: tuple[str, ...]) -> bool:
    """Whether a heading announces something other than this film's cast: a remake, the crew, awards, songs."""
    return any(_OTHER_PRODUCTION.search(title) and not _CAST_SECTION.match(title) for title in section)


def values_in(annotations: Annotations, item: Span) -> Iterator[Line]:
    """The lines inside one value of a field: names joined by commas, "X as Y, Z as W", links set side by side."""
    text = annotations.document.text
    links = [mark.span for mark in annotations.marks_in(item, MarkKind.LINK)]
    rest = item.of(text)
    for link in links:
        rest = rest.replace(link.of(text), "", 1)
    if len(links) > 1 and not rest.strip(" ,;&\n") and all(person_like(link.of(text)) for link in links):
        yield Line(actors=tuple(Named(link) for link in links))
        return
    names = read_names(text, item)
    if names:
        yield Line(actors=tuple(names))
        return
    for piece in entries_in(text, item):
        line = read_line(text, piece)
        if line is None:
            continue
        if line.sides is None:
            yield line
        elif line.mark in ("(", "(:", "-", "…"):
            actors = read_names(text, line.sides[0])
            if actors:
                yield Line(actors=tuple(actors), parts=tuple(read_parts(line.sides[1].of(text))))
        else:
            # "Voices: A, B": what stands before a colon inside a value is a label.
            for actor in read_names(text, line.sides[1]):
                yield Line(actors=(actor,))


def entries_in(text: str, span: Span) -> list[Span]:
    """Entries set on one line: cut at commas and semicolons outside brackets that precede a further entry."""
    masked = re.sub(r"\([^()\n]{0,300}\)", lambda match: "\x01" * len(match.group()), span.of(text))
    cuts = [match.span() for match in re.finditer(r"\s*;\s*|\n|,\s+(?:and\s+)?(?=[^\W\d_a-z])", masked)]
    pieces: list[Span] = []
    start = 0
    for left, right in [*cuts, (len(masked), len(masked))]:
        if left > start and masked[start:left].strip():
            pieces.append(Span(span.start + start, span.start + left))
        start = right
    return pieces


def performances_of(
    annotations: Annotations, span: Span, line: Line, *, actor_first: bool, bare: bool, known: set[str]
) -> Iterator[Performance]:
    text = annotations.document.text
    actors, parts = line.actors, line.parts
    rule = f"list {line.mark or 'name'}"
    if line.sides is not None:
        first, second = line.sides if actor_first else line.sides[::-1]
        found = read_names(text, first)
        if not found:
            return
        words = second.of(text)
        if line.mark == ":" and actor_first and len(words) > 120:
            words = ""
        actors, parts = tuple(found), tuple(read_parts(words)) if words else ()
    elif not line.parts and line.mark == "" and not bare:
        actors = tuple(actor for actor in actors if person_key(actor.span.of(text)) in known)
    if len(parts) == len(actors) > 1:
        for actor, part in zip(actors, parts, strict=True):
            yield performance_of(text, actor, part, rule)
        return
    for actor in actors:
        either: tuple[Part | None, ...] = parts or (None,)
        for role in either:
            yield performance_of(text, actor, role, rule)


def performance_of(text: str, actor: Named, part: Part | None, rule: str) -> Performance:
    name = put_right(actor.span.of(text))
    note = "; ".join(dict.fromkeys(n for n in (actor.note, part.note if part else "") if n))
    if part is not None and not part.character:
        part = None
    confidence = 0.97 if full_name(name) else 0.9
    return Performance(actor=name, span=actor.span, part=part, note=note, rule=rule, confidence=confidence, sure=True)


def performer_first(annotations: Annotations, lines: Sequence[Line], known: set[str], *, lean: float = 0.0) -> bool:
    """Whether the performer stands first in a list of undecided lines; ``lean`` under 0 is a doubt that it does."""
    text = annotations.document.text
    score = lean
    links = {mark.span.start for mark in annotations.document.marks if mark.kind is MarkKind.LINK} if lines else set()
    for line in lines:
        if line.sides is None:
            continue
        left, right = (put_right(side.of(text)) for side in line.sides)
        if NOTE.search(right):
            continue
        weight = {"-": 0.1, "…": 0.1, "(": 0.1, ":": -0.1, "(:": -0.5}.get(line.mark, 0.0)
        for side, sign in ((left, 1.0), (right, -1.0)):
            bare = side[leading_words(side) :].strip()
            if any(person_key(name) in known for name in re.split(r", | and | & ", bare)):
                weight += 5 * sign
            if person_like(bare) and full_name(bare) and not bare.startswith(("The ", "the ")):
                weight += sign
            elif not person_like(bare):
                weight -= sign
        starts = (line.sides[0].start in links, line.sides[1].start in links)
        if starts[0] != starts[1]:
            weight += 0.8 if starts[0] else -0.8
        score += weight
    return score >= 0


def first_sentence(text: str, span: Span) -> Span:
    """The entry of a list item: up to its first line break or the full stop before prose."""
    body = span.of(text)
    cut = len(body)
    line_end = body.find("\n")
    if line_end > 0:
        cut = line_end
    for stop in SENTENCE_END.finditer(body, 0, cut):
        if not _ABBREVIATED.search(body[: stop.start() + 1]):
            cut = stop.start() + 1
            break
    return Span(span.start, span.start + cut)
