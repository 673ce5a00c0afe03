"""Tells what the lines of one paragraph are: labelled values, columns, list entries, a quotation or prose.

Enters a paragraph's lines, as typed or printed; leaves blocks in a document builder. Refuses to
guess structure where the lines could as well be prose.
"""

import re

from filmdossier.model.text import BlockKind, Origin
from filmdossier.read.builder import CellDraft, DocumentBuilder, Run
from filmdossier.read.labels import describes_document, is_credit_label

BULLET = re.compile(r"([ \t]*)(?:[*•·‣▪●○–—-]|\d{1,3}[.)])[ \t]+(?=\S)")
LABELLED = re.compile(r"[ \t]*((?![a-z])[^\W\d_](?:[^\W\d_]|['’/&(), -]){1,40}?)[ \t]*:[ \t]+(\S[^\n]{0,400})")
SENTENCE_END = re.compile(r"""[.!?…]["'”’)\]]*\s*$""")
LIST_SECTION = re.compile(
    r"\b(?:cast|starring|characters?|voices?|credits|crew|track ?list(?:ing)?|songs?|soundtrack|awards?|accolades|nominations)\b",
    re.IGNORECASE,
)
# "Marta ........ Ines Valdor", or the same set apart by tabs or many spaces.
_COLUMNS = re.compile(r"[ \t]*(\S[^\n]{0,60}?)(?:[ \t]*[.·_…]{4,}[ \t]*|[ \t]*…{2,}[ \t]*|[ \t]*\t[ \t]*| {3,})(\S[^\n]{0,100})")
_FEWEST_FACTS = 4
_LONGEST_ITEM = 200
_LONGEST_LABELLED_ALONE = 80


def add_lines(builder: DocumentBuilder, lines: list[str], *, listing: bool, head: bool) -> None:
    """Adds one paragraph's lines as fields, list items, a quotation or a paragraph.

    ``listing``: the section is one of lists (cast, songs); ``head``: the lines stand at the head of the file.
    """
    if fields := labelled_lines(lines):
        for label, value in fields:
            about_document = head or describes_document(label)
            builder.field(label, [value], origin=Origin.FRONT_MATTER if about_document else Origin.BODY)
            if head and builder.title is None and label.lower() in ("title", "film", "movie"):
                builder.title = value
        return
    if columns := _columns(lines):
        facts = sum(is_credit_label(left) for left, _ in columns)
        record = facts >= _FEWEST_FACTS and facts * 2 > len(columns)
        for left, right in columns:
            if record or is_credit_label(left):
                builder.field(left, [right], origin=Origin.BODY)
            else:
                builder.row([CellDraft("", [[Run(left)]]), CellDraft("", [[Run(right)]])])
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


def _columns(lines: list[str]) -> list[tuple[str, str]]:
    """The two sides of lines set in columns; [] where any line is set otherwise."""
    found = [_COLUMNS.fullmatch(line.rstrip()) if len(line) < _LONGEST_ITEM else None for line in lines]
    pairs = [(match.group(1).strip(), match.group(2).strip()) for match in found if match is not None]
    return pairs if len(lines) > 1 and len(pairs) == len(lines) else []


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
        labelled = LABELLED.fullmatch(line)
        if labelled is not None and len(labelled.group(1).split()) <= 5:
            found.append((labelled.group(1).strip(), labelled.group(2).strip()))
        elif found and line[:1] in " \t":
            # An indented line goes on with the value above it.
            label, value = found[-1]
            found[-1] = (label, f"{value} {line.strip()}")
        else:
            return []
    known = sum(is_credit_label(label) for label, _ in found)
    if len(found) == 1:
        return (
            found
            if known and len(lines) == 1 and len(lines[0]) <= _LONGEST_LABELLED_ALONE and not SENTENCE_END.search(lines[0])
            else []
        )
    return found if known * 2 >= len(found) else []
