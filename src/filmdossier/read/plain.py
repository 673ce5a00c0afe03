"""Reads plain text: articles exported without markup, reviews, press notes, e-mails.

Enters text; leaves its paragraphs, headings (``== Plot ==``, ``# Plot``, underlined, in capitals),
lists, and the ``Director: …`` lines at its head or in a block of credits. Line breaks inside a
paragraph are the writer's and stay. Refuses to guess structure where a line could as well be prose.
"""

import re
from collections.abc import Sequence

from filmdossier.model.text import BlockKind, Document, Source
from filmdossier.read.builder import DocumentBuilder
from filmdossier.read.labels import is_credit_label
from filmdossier.read.lines import BULLET, LABELLED, LIST_SECTION, SENTENCE_END, add_lines, labelled_lines

_WIKI_HEADING = re.compile(r"[ \t]*(={1,6})[ \t]*([^=\n](?:[^\n]{0,198}[^=\n])?)[ \t]*\1[ \t]*")
_HASH_HEADING = re.compile(r"(#{1,6})[ \t]+([^\n]{1,200}?)[ \t]*#*[ \t]*")
_UNDERLINE = re.compile(r"(={3,}|-{3,}|~{3,}|\*{3,})[ \t]*")
# Headings that every film article shares: they need no sentence above them to be one.
_SECTION_NAME = re.compile(
    r"plot(?: summary)?|synopsis|premise|cast(?: and characters)?|production(?: notes)?|development|filming|music|soundtrack|release|"
    r"distribution|box office|(?:critical )?(?:reception|response)|reviews|awards|accolades|legacy|influence|sequels?|remakes?|"
    r"references|see also|external links|notes|trivia|locations?|filming locations?|background|credits|crew|cast list|story|about the (?:film|director|cast)|director's (?:statement|note)",
    re.IGNORECASE,
)
# The sign that opens an entry of a list.
_SIGN = re.compile(r"[ \t]*([*•·‣▪●○–—-])[ \t]+(?=\S)")
_FEWEST_ITEMS = 3
_LONGEST_HEADING = 80
_LONGEST_TITLE_BLOCK = 5
_LONGEST_MARKED_HEADING = 250


def read_plain(text: str, source: Source) -> Document:
    """The document in ``text``; its title is the heading it opens with, if any."""
    builder = DocumentBuilder(source)
    # A form feed ends a page and so a paragraph.
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").split("\n")
    groups = _paragraph_groups(lines)
    listing = False
    items = _items_apart(groups)
    for number, group in enumerate(groups):
        if number in items:
            bullet = BULLET.match(group[0])
            words = [group[0][bullet.end() if bullet else 0 :], *group[1:]]
            builder.paragraph("\n".join(words), kind=BlockKind.LIST_ITEM, level=1)
            continue
        around = (groups[number - 1][-1] if number else "", "" if number + 1 == len(groups) else groups[number + 1][0])
        titled = builder.title
        listing = add_paragraph_lines(
            builder, group, around, listing=listing, head=number == 0 or (titled is not None and number == 1)
        )
    return builder.build()


def add_paragraph_lines(
    builder: DocumentBuilder, group: list[str], around: tuple[str, str], *, listing: bool = False, head: bool = False
) -> bool:
    """Adds the lines of one paragraph, headings among them; whether what comes next stands under a heading of lists.

    ``around`` are the line before the paragraph and the one after it ('' at either end of the file); ``listing``
    says that it stands under a heading of lists, ``head`` that it is at the head of the file.
    """
    opens = not around[0]
    for heading, rest in _headings(group, around):
        if heading is not None:
            level, title = heading
            builder.heading(level, title)
            if builder.title is None and opens:
                builder.title = title
            listing = LIST_SECTION.search(title) is not None
        if rest:
            add_lines(builder, rest, listing=listing, head=head)
    return listing


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


def _items_apart(groups: Sequence[Sequence[str]]) -> frozenset[int]:
    """The paragraphs that are entries of one list with an empty line after each: three or more under one sign.

    Lines of dialogue open with a dash as well; they are short.
    """
    signed = {
        number: mark.group(1).strip()[:1]
        for number, group in enumerate(groups)
        if (mark := _SIGN.match(group[0])) and not any(_SIGN.match(line) for line in group[1:])
    }
    found = {number for number, sign in signed.items() if signed.get(number - 1) == sign or signed.get(number + 1) == sign}
    long = sum(sum(map(len, groups[number])) > _LONGEST_HEADING for number in found)
    return frozenset(found) if len(found) >= _FEWEST_ITEMS and long * 2 > len(found) else frozenset()


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
    if len(pieces) > 1:
        return pieces
    title, opens = group[0].strip(), not around[0]
    level = 1 if opens else 2
    if len(group) == 1:
        ends = SENTENCE_END.search(around[0][-200:]) or _SECTION_NAME.fullmatch(title)
        is_heading = bool(around[1]) and (_in_capitals(title) or (_is_title_line(title) and bool(opens or ends)))
        return [((level, title), [])] if is_heading else pieces
    if _SECTION_NAME.fullmatch(title):
        return [((level, title), group[1:])]
    if opens and around[1] and _is_title_block(group):
        # Each line under the title says something of its own: who wrote it, where, how many stars.
        return [((level, title), group[1:2]), *((None, [line]) for line in group[2:])]
    over_text = _in_capitals(title) and " " in title and not _in_capitals(group[1].strip())
    return [((level, title), group[1:])] if over_text else pieces


def _is_title_block(group: list[str]) -> bool:
    return (
        len(group) <= _LONGEST_TITLE_BLOCK
        and (_is_title_line(group[0].strip()) or _in_capitals(group[0].strip()))
        and all(len(line) <= _LONGEST_HEADING and not SENTENCE_END.search(line) and not BULLET.match(line) for line in group)
        and not labelled_lines(group)
    )


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
        and not _is_labelled(line)
        and not BULLET.match(line)
    )


def _is_labelled(line: str) -> bool:
    # "Director: Jo Park" and not "Mission: Impossible".
    labelled = LABELLED.fullmatch(line)
    return labelled is not None and is_credit_label(labelled.group(1))
