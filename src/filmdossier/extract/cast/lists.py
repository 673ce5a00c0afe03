"""Reads the cast from lists, tables and labelled fields.

Enters the blocks of a document's passage; leaves performances. A list whose lines do not say which
side is the performer is turned by evidence: who is known to star, which side is linked, which side
looks like full names. Lists of crews, songs, awards and other productions are left alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, takewhile

from filmdossier.extract.cast.entries import (
    entries_in,
    first_sentence,
    is_cast_section,
    other_production,
    performance_of,
    performances_of,
    performer_first,
    values_in,
)
from filmdossier.extract.cast.lines import Line, read_line, read_names
from filmdossier.extract.cast.names import full_name, person_key
from filmdossier.extract.cast.performance import Performance
from filmdossier.extract.cast.roles import NOTE, Part, read_parts
from filmdossier.extract.cast.tables import table_cast
from filmdossier.model.annotations import Annotations, Topic
from filmdossier.model.field_words import english
from filmdossier.model.text import Block, BlockKind, Origin, Span

_STARRING = re.compile(
    r"^(?:starring|stars?|cast|main cast|lead cast|actors?|actress(?:es)?|performers?|voices?|voice cast|voices of|narrat(?:or|ors|ed by)|narrated|presenters?|featuring|co-?starring|leads?|"
    r"cast members?|starring cast|principal cast|key cast|with|(?:the |leading |principal )?players|dramatis personae|in the cast)$"
)
# "Players: Ana Dahl (Ida), Max Roy (Tom)", "With Ana Dahl (Ida) and Max Roy (Tom).": a paragraph that is a field in all but its setting.
_ENTRY = r"[^\W\d_a-z][^()\n:;]{2,50}? \([^()\n]{1,80}\)"
_CAST_PARAGRAPH = re.compile(
    r"(?P<label>[A-Z][A-Za-z]*(?: [a-z]+){0,2})(?::\s*|\s+)"
    rf"(?P<entries>{_ENTRY}(?:(?:[,;]\s*(?:and |with )?|\s+and ){_ENTRY})+)\s*\.?\s*"
)
_WORD = r"(?:(?![a-z])[^\W\d_](?:\.(?:[^\W\d_]\.)*|[\w'’-]*(?:(?<=\b[JS]r)\.)?))"
_ONE = (
    rf"(?:{_WORD}(?: (?:(?:van|von|de|del|della|der|den|la|le|di|da|du|al|el|bin) ){{0,2}}{_WORD}){{1,4}}(?: \([^()\n]{{1,80}}\))?)"
)
# The same within a paragraph of credits, or on a line of its own: "Cast: Ana Dahl, Max Roy.", "With Ana Dahl, Max Roy and Ida Lund."
_CAST_LINE = re.compile(
    rf"(?:^|\n|(?<=[.;|•·] ))(?P<label>(?![a-z])[^\W\d_]+(?: [a-z]+){{0,2}})(?::\s*|(?<=[Ww]ith) |(?<=Starring) |(?<=Avec) )(?P<entries>{_ONE}(?:(?:,\s*(?:and |with )?|\s+(?:and|&|und|et|y|e) ){_ONE})+)\s*(?=\.(?:\s|$)|[;|•·\n]|$)"
)
_NARRATION = re.compile(r"^narrat")
_STRUCTURED = re.compile(r"(?:^|\.)(?:actors?|performer|voice ?actor)(?:\.(?:actor\.)?name)?$", re.IGNORECASE)
_TABLES = frozenset({Origin.TABLE, Origin.BODY, Origin.FRONT_MATTER, Origin.STRUCTURED_DATA, Origin.INFOBOX})
_CHARACTER_SECTION = re.compile(r"\bcharacters?\b", re.IGNORECASE)
_CREW = re.compile(
    r"^(?:directors?|directed|producers?|produced|writers?|written|screenplay|story|music|composers?|cinematograph\w+|editors?|edited|editing|costumes?|art direct\w+|production|make-?up|sound|"
    r"choreograph\w+|lyric\w*|stunts?|director of photography|set decorat\w+|visual effects|special effects|camera|screenwriters?|executive|casting|distribut\w+|songs?|dialogues?|"
    r"assistant directors?|sets?|photography|score|orchestra\w*|runtime|budget|release\w*|country|language|genre)\b(?! .{0,30}\bas\b)",
    re.IGNORECASE,
)
_NARRATOR = Part(character="Narrator", note="narrator")


def listed(annotations: Annotations, topic: Topic) -> Iterator[Performance]:
    """Performances from fields, lists and tables of the topic's passage, in text order of each kind."""
    blocks = list(annotations.blocks_in(topic.passage))
    starring = list(_fields(annotations, blocks))
    yield from starring
    known = {person_key(performance.actor) for performance in starring}
    for _, run in groupby(blocks, key=lambda block: (block.kind, block.section, block.template)):
        group = list(run)
        if group[0].kind is BlockKind.ROW and group[0].origin in _TABLES:
            yield from table_cast(annotations, group, known, topic)
        elif group[0].kind is BlockKind.LIST_ITEM:
            several, used = _with_several_parts(annotations, group) if is_cast_section(group[0].section) else ([], set())
            yield from several
            yield from _list(annotations, [block.span for block in group if block.span not in used], group[0].section, known)
        elif group[0].kind is BlockKind.CAPTION:
            yield from _captions(annotations, group)
        elif group[0].kind is BlockKind.PARAGRAPH and is_cast_section(group[0].section):
            yield from _paragraphs(annotations, group, known)


def list_entry_end(annotations: Annotations, block: Block) -> int:
    """Where the entry proper of a cast list's item ends and prose about it begins; its start where it is all prose."""
    text = annotations.document.text
    first = first_sentence(text, block.span)
    return first.end if read_line(text, first) is not None else block.span.start


def _fields(annotations: Annotations, blocks: Sequence[Block]) -> Iterator[Performance]:
    text = annotations.document.text
    for block in blocks:
        paragraph = _cast_paragraph(text, block) if block.kind is BlockKind.PARAGRAPH else None
        if block.kind is not BlockKind.FIELD and paragraph is None:
            continue
        label = english(re.sub(r"[_\s]+", " ", paragraph[0] if paragraph else block.label)).strip(" :").casefold()
        structured = block.origin is Origin.STRUCTURED_DATA and _STRUCTURED.search(block.label) and "review" not in label
        if not (_STARRING.match(label) or structured):
            continue
        narrating = bool(_NARRATION.match(label))
        items = block.cells[0].items if paragraph is None else (paragraph[1],)
        for item in items:
            for line in values_in(annotations, item):
                for actor in line.actors:
                    part = _NARRATOR if narrating and not line.parts else (line.parts[0] if line.parts else None)
                    note = actor.note
                    if part is None and note and not NOTE.search(note) and not note.startswith(("as ", "credited")):
                        # "Cast: Salma Hayek (Carolina), Danny Trejo (Navajas)"
                        part, note = next(iter(read_parts(note)), None), ""
                    name = actor.span.of(text)
                    if (
                        block.origin in (Origin.FRONT_MATTER, Origin.BODY)
                        and not full_name(name)
                        and len(line.actors) == 1
                        and len(name) < 3
                    ):
                        continue
                    yield Performance(
                        actor=name, span=actor.span, part=part, note=note, rule=f"field {label}", confidence=0.97, sure=True
                    )


def _cast_paragraph(text: str, block: Block) -> tuple[str, Span] | None:
    """The label and the entries of a paragraph, or of a part of it, that lists players; one with the parts first ("With Ida (Ana Dahl), …") is none."""
    whole = _CAST_PARAGRAPH.fullmatch(block.span.of(text))
    found = [whole] if whole is not None else _CAST_LINE.finditer(block.span.of(text))
    for match in found:
        label = english(match["label"]).casefold()
        names = [name.split(",")[-1].strip() for name in re.split(r" \([^()]*\)", match["entries"])]
        names = [re.sub(r"^(?:and|with|und|et|y|e) ", "", name) for name in names if name]
        if _STARRING.match(label) and sum(" " in name for name in names) * 2 > len(names):
            return match["label"], Span(block.span.start + match.start("entries"), block.span.start + match.end("entries"))
    return None


def _list(annotations: Annotations, spans: Sequence[Span], section: tuple[str, ...], known: set[str]) -> Iterator[Performance]:
    text = annotations.document.text
    in_cast = is_cast_section(section)
    if not in_cast and other_production(section):
        return
    lines: list[tuple[Span, Line]] = []
    for span in spans:
        first = first_sentence(text, span)
        if _CREW.match(first.of(text)) and ":" in first.of(text)[:40]:
            continue
        several = _several_entries(text, first) if in_cast else []
        if several:
            lines += several
            continue
        line = read_line(text, first)
        if line is not None:
            lines.append((first, line))
    if not in_cast:
        # A list without a heading that says so is a cast list if nearly all of it reads "Full Name as Somebody".
        told = [line for _, line in lines if line.mark in ("as", "by") and all(full_name(a.span.of(text)) for a in line.actors)]
        if len(told) < 3 or len(told) * 10 < len(spans) * 7:
            return
    only_characters = any(
        _CHARACTER_SECTION.search(title) and not re.search(r"\bcast\b", title, re.IGNORECASE) for title in section[-1:]
    )
    only_characters = only_characters or (len(section) > 1 and _CHARACTER_SECTION.match(section[-2]) is not None)
    undecided = [line for _, line in lines if line.sides is not None]
    actor_first = performer_first(annotations, undecided, known, lean=-2.0 * len(undecided) if only_characters else 0.0)
    for span, line in lines:
        yield from performances_of(
            annotations, span, line, actor_first=actor_first, bare=in_cast and not only_characters, known=known
        )


def _with_several_parts(annotations: Annotations, group: Sequence[Block]) -> tuple[list[Performance], set[Span]]:
    """Performances of items such as "Jason Isaacs as:" whose parts are the items nested under it, and the spans so read."""
    text = annotations.document.text
    found: list[Performance] = []
    used: set[Span] = set()
    for number, block in enumerate(group):
        head = re.fullmatch(r"(?P<names>[^()\n]{2,80}?),? (?:as|plays|voices) ?(?::|…|\.\.\.)?", block.span.of(text))
        nested = [] if head is None else list(takewhile(lambda item, block=block: item.level > block.level, group[number + 1 :]))  # type: ignore[misc]
        names = read_names(text, Span(block.span.start, block.span.start + head.end("names"))) if head and nested else []
        if not names:
            continue
        used |= {block.span, *(item.span for item in nested)}
        for item in nested:
            for part in read_parts(first_sentence(text, item.span).of(text)):
                found += [replace(performance_of(text, actor, part, "list as"), also=item.span) for actor in names]
    return found, used


def _captions(annotations: Annotations, group: Sequence[Block]) -> Iterator[Performance]:
    """Captions such as "Audrey Hepburn as Princess Ann"."""
    text = annotations.document.text
    for block in group:
        line = read_line(text, first_sentence(text, block.span))
        if (
            line is not None
            and line.mark == ""
            and is_cast_section(block.section)
            and len(line.actors) == 1
            and full_name(block.span.of(text))
        ):
            yield replace(performance_of(text, line.actors[0], None, "caption"), confidence=0.7, sure=False)
        if (
            line is not None
            and line.mark == "as"
            and len(block.span) < 160
            and all(full_name(a.span.of(text)) for a in line.actors)
        ):
            for actor in line.actors:
                for part in line.parts:
                    yield replace(performance_of(text, actor, part, "caption"), confidence=0.85)


def _several_entries(text: str, span: Span) -> list[tuple[Span, Line]]:
    """The entries of a line such as "Charles Middleton (banker), Chester Gan (singer), Bessie Loo"; [] for one entry."""
    pieces = entries_in(text, span)
    if len(pieces) < 3 or "(" not in span.of(text):
        return []
    lines = [(piece, read_line(text, piece)) for piece in pieces]
    good = [(piece, line) for piece, line in lines if line is not None and line.mark in ("(", "", "as")]
    return good if len(good) == len(lines) else []


def _paragraphs(annotations: Annotations, group: Sequence[Block], known: set[str]) -> Iterator[Performance]:
    """Plain lines under a cast heading that were not marked up as a list."""
    text = annotations.document.text
    lines: list[Span] = []
    for block in group:
        start = block.span.start
        for piece in block.span.of(text).split("\n"):
            end = start + len(piece)
            if piece.strip():
                lines.append(Span(start, end))
            start = end + 1
    short = [line for line in lines if _is_entry(text, line)]
    if short and len(short) * 2 > len(lines):
        yield from _list(annotations, short, group[0].section, known)


def _is_entry(text: str, line: Span) -> bool:
    if len(line) > 220:
        return False
    read = read_line(text, line)
    return read is not None and (read.mark in ("as", "by", "…") or not re.search(r"[a-z]\.(?: |$)", line.of(text)))
