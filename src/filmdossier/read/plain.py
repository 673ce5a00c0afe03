"""Reads plain text: articles exported without markup, reviews, press notes, e-mails.

Enters text; leaves its paragraphs, headings (``== Plot ==``, ``# Plot``, underlined, in capitals),
lists, and the ``Director: …`` lines at its head or in a block of credits. Line breaks inside a
paragraph are the writer's and stay. Refuses to guess structure where a line could as well be prose.
"""

import re
from collections.abc import Sequence

from filmdossier.model.text import BlockKind, Document, Origin, Source
from filmdossier.read.builder import DocumentBuilder
from filmdossier.read.labels import is_credit_label

_WIKI_HEADING = re.compile(r"[ \t]*(={1,6})[ \t]*([^=\n](?:[^\n]{0,198}[^=\n])?)[ \t]*\1[ \t]*")
_HASH_HEADING = re.compile(r"(#{1,6})[ \t]+([^\n]{1,200}?)[ \t]*#*[ \t]*")
_UNDERLINE = re.compile(r"(={3,}|-{3,}|~{3,}|\*{3,})[ \t]*")
BULLET = re.compile(r"([ \t]*)(?:[*•·‣▪●○–—-]|\d{1,3}[.)])[ \t]+(?=\S)")
_LABELLED = re.compile(r"[ \t]*([A-Z][A-Za-z'’/&() -]{1,40}?)[ \t]*:[ \t]+(\S[^\n]{0,400})")
SENTENCE_END = re.compile(r"""[.!?…]["'”’)\]]*\s*$""")
LIST_SECTION = re.compile(
    r"cast|starring|characters?|voices?|credits|crew|track ?list(?:ing)?|songs?|soundtrack|awards?|accolades|nominations",
    re.IGNORECASE,
)
# Headings that every film article shares: they need no sentence above them to be one.
_SECTION_NAME = re.compile(
    r"plot(?: summary)?|synopsis|premise|cast(?: and characters)?|production(?: notes)?|development|filming|music|soundtrack|release|"
    r"distribution|box office|(?:critical )?(?:reception|response)|reviews|awards|accolades|legacy|influence|sequels?|remakes?|"
    r"references|see also|external links",
    re.IGNORECASE,
)
_LONGEST_ITEM = 200
_LONGEST_HEADING = 80
_LONGEST_MARKED_HEADING = 250


def read_plain(text: str, source: Source) -> Document:
    """The document in ``text``; its title is the heading it opens with, if any."""
    builder = DocumentBuilder(source)
    # A form feed ends a page and so a paragraph.
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").split("\n")
    groups = _paragraph_groups(lines)
    listing = False
    for number, group in enumerate(groups):
        first, last = number == 0, number + 1 == len(groups)
        around = (groups[number - 1][-1] if number else "", "" if last else groups[number + 1][0])
        for heading, rest in _headings(group, around):
            if heading is not None:
                level, title = heading
                builder.heading(level, title)
                if builder.title is None and number == 0:
                    builder.title = title
                listing = LIST_SECTION.search(title) is not None
            if rest:
                add_lines(builder, rest, listing=listing, head=first or (builder.title is not None and number == 1))
    return builder.build()


def _paragraph_groups(lines: Sequence[str]) -> list[list[str]]:
    groups: list[list[str]] = []
    open_group = False
    for line in lines:
        if not line.strip():
            open_group = False
        elif open_group:
            groups[-1].append(line)
        else:
            groups.append([line])
            open_group = True
    return groups


def _headings(group: list[str], around: tuple[str, str]) -> list[tuple[tuple[int, str] | None, list[str]]]:
    """The group cut at its heading lines: each heading (None for none) with the lines under it.

    ``around`` are the line before the group and the line after it ('' at either end of the file).
    """
    pieces: list[tuple[tuple[int, str] | None, list[str]]] = [(None, [])]
    index = 0
    while index < len(group):
        line = group[index]
        following = group[index + 1] if index + 1 < len(group) else ""
        marked = (_WIKI_HEADING.fullmatch(line) or _HASH_HEADING.fullmatch(line)) if len(line) <= _LONGEST_MARKED_HEADING else None
        if marked is not None:
            pieces.append(((len(marked.group(1)), marked.group(2).strip()), []))
        elif (
            len(line) <= _LONGEST_HEADING
            and _UNDERLINE.fullmatch(following)
            and abs(len(line.strip()) - len(following.strip())) <= 4
        ):
            pieces.append(((1 if following.startswith("=") else 2, line.strip()), []))
            index += 1
        elif _UNDERLINE.fullmatch(line):
            pass  # a rule between parts says nothing
        else:
            pieces[-1][1].append(line)
        index += 1
    if len(pieces) == 1 and len(group) == 1 and around[1]:
        alone, opens = group[0].strip(), not around[0]
        ends = SENTENCE_END.search(around[0][-200:]) or _SECTION_NAME.fullmatch(alone)
        if _in_capitals(alone) or (_is_title_line(alone) and (opens or ends)):
            return [((1 if opens else 2, alone), [])]
    return pieces


def _in_capitals(line: str) -> bool:
    letters = [character for character in line if character.isalpha()]
    return (
        len(letters) >= 4
        and len(line) <= _LONGEST_HEADING
        and all(character.isupper() for character in letters)
        and not BULLET.match(line)
        and not SENTENCE_END.search(line)
    )


def _is_title_line(line: str) -> bool:
    # Between paragraphs that end like sentences, a short line that does not is the title of what follows.
    return (
        len(line) <= _LONGEST_HEADING
        and len(line.split()) <= 10
        and (line[:1].isupper() or line[:1].isdigit())
        and not SENTENCE_END.search(line)
        and not line.endswith((",", ";", ":", '"', "”"))
        and not _LABELLED.fullmatch(line)
        and not BULLET.match(line)
    )


def add_lines(builder: DocumentBuilder, lines: list[str], *, listing: bool, head: bool) -> None:
    """Adds one paragraph's lines as fields, list items, a quotation or a paragraph.

    ``listing``: the section is one of lists (cast, songs); ``head``: the lines stand at the head of the file.
    """
    if fields := labelled_lines(lines):
        for label, value in fields:
            builder.field(label, [value], origin=Origin.FRONT_MATTER if head else Origin.INFOBOX)
            if head and builder.title is None and label.lower() in ("title", "film", "movie"):
                builder.title = value
        return
    if _are_items(lines, listing=listing):
        for line in lines:
            bullet = BULLET.match(line)
            depth = 1 + (len(bullet.group(1).expandtabs(4)) // 4 if bullet else 0)
            builder.paragraph(line[bullet.end() :] if bullet else line, kind=BlockKind.LIST_ITEM, level=min(depth, 6))
        return
    if any(BULLET.match(line) for line in lines[1:]) and (cut := _first_bullet(lines)):
        add_lines(builder, lines[:cut], listing=False, head=False)
        add_lines(builder, lines[cut:], listing=listing, head=False)
        return
    if all(line.lstrip().startswith(">") for line in lines):
        builder.paragraph("\n".join(line.lstrip()[1:] for line in lines), kind=BlockKind.QUOTE)
        return
    builder.paragraph("\n".join(lines))


def _first_bullet(lines: list[str]) -> int:
    """Where a list begins under its introducing line; 0 where the lines after it are not all items."""
    cut = next(index for index, line in enumerate(lines) if index and BULLET.match(line))
    return cut if all(BULLET.match(line) for line in lines[cut:]) and len(lines) - cut > 1 else 0


def _are_items(lines: list[str], *, listing: bool) -> bool:
    if all(BULLET.match(line) for line in lines):
        # One dash alone opens a line of dialogue as often as a list.
        return len(lines) > 1 or listing or lines[0].lstrip()[0] in "*•"
    short = all(len(line) <= _LONGEST_ITEM for line in lines)
    indented = sum(line[:1] in " \t" for line in lines)
    if listing and short and len(lines) > 1:
        # Wrapped prose ends its lines anywhere; list entries do not run on into the next line.
        ended = sum(SENTENCE_END.search(line) is not None for line in lines)
        opened = sum(line.lstrip()[:1].isupper() or line.lstrip()[:1] in "\"“'‘«([0123456789" for line in lines)
        return indented * 2 > len(lines) or (ended * 2 <= len(lines) and opened * 10 >= len(lines) * 9)
    return short and len(lines) > 2 and indented == len(lines)


def labelled_lines(lines: list[str]) -> list[tuple[str, str]]:
    """Labels and values where (nearly) every line is ``Label: value`` and some label is a known one; else []."""
    found: list[tuple[str, str]] = []
    for line in lines:
        labelled = _LABELLED.fullmatch(line)
        if labelled is not None and len(labelled.group(1).split()) <= 5:
            found.append((labelled.group(1).strip(), labelled.group(2).strip()))
        elif found and line[:1] in " \t":
            # An indented line goes on with the value above it.
            label, value = found[-1]
            found[-1] = (label, f"{value} {line.strip()}")
        else:
            return []
    known = sum(is_credit_label(label) for label, _ in found)
    return found if known and len(found) >= 2 and known * 2 >= len(found) else []
