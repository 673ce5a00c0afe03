"""What a line of expanded wikitext reads as: pieces in, inline runs out.

Settles what works within a line: apostrophes, HTML tags, external links, entities. :func:`runs`
turns one line of pieces into inline runs, :func:`items` a whole value into its separate entries.
"""

import html
import re
from collections.abc import Iterable, Iterator, Sequence

from filmdossier.model.text import BlockKind, MarkKind, Origin
from filmdossier.read.builder import Run
from filmdossier.read.wikitext.pieces import Boxed, Cite, Marks, Piece, Prose, Text, first_text, split_lines, without_prefix

BREAK = Run("\n")
"""A line break set by hand inside a line."""

_INLINE = re.compile(
    r"'{2,}"
    r"|</?[A-Za-z][^<>\n]{0,1000}>"
    r"|\[(?:https?:|ftp:|mailto:)?//?[^\s\[\]<>\"]*[ \t]*|\[mailto:[^\s\[\]<>\"]*[ \t]*"
    r"|https?://[^\s<>\[\]\"|{}]+"
    r"|\]\]|\]"
    r"|__[A-Z]{3,25}__"
    r"|\{\{+|\}\}+|\[\[+"
)
_ITALIC_TAGS = {"i", "em", "cite", "var", "dfn"}
_BOLD_TAGS = {"b", "strong"}
_BULLET = re.compile(r"\s*[*#:;]+\s*")
_NOTE_WORDS = 6
_CLOSERS = tuple(",.;:!?)")
_TRAILING = ".,;:!?)'"


class _Line:
    """The state of one line: which apostrophe and HTML emphases and which external link are open."""

    def __init__(self) -> None:
        self.out: list[Run] = []
        self.italic = self.bold = False
        self.tags: list[str] = []
        self.link: str | None = None
        self.link_start = 0

    def text(self, text: str, marks: Marks) -> None:
        if not text:
            return
        extra: list[tuple[MarkKind, str]] = []
        if self.italic or any(tag in _ITALIC_TAGS for tag in self.tags):
            extra.append((MarkKind.ITALIC, ""))
        if self.bold or any(tag in _BOLD_TAGS for tag in self.tags):
            extra.append((MarkKind.BOLD, ""))
        if self.link is not None:
            extra.append((MarkKind.LINK, self.link))
        self.out.append(Run(text, (*marks, *extra)))

    def apostrophes(self, count: int) -> None:
        if count == 2 or count >= 5:
            self.italic = not self.italic
        if count == 3 or count >= 5:
            self.bold = not self.bold

    def tag(self, source: str) -> None:
        name = re.match(r"</?\s*([A-Za-z]+)", source)
        tag = name.group(1).lower() if name else ""
        if tag in ("br", "hr"):
            self.out.append(BREAK)
        elif tag == "q":
            self.text("”" if source.startswith("</") else "“", ())
        elif tag in _ITALIC_TAGS or tag in _BOLD_TAGS:
            if not source.startswith("</"):
                if len(self.tags) < 20:
                    self.tags.append(tag)
            elif tag in self.tags:
                self.tags.remove(tag)


def _apostrophe_counts(pieces: Sequence[Piece]) -> Iterator[int]:
    """The size of each apostrophe run of a line in order, odd ones settled as MediaWiki does.

    Four are an apostrophe and a bold mark, more than five are apostrophes and five. Where both
    italic and bold stay open, one bold mark must have been an apostrophe and an italic mark.
    """
    counts, before = [], []
    for piece in pieces:
        if isinstance(piece, Text) and piece.raw and "''" in piece.text:
            for match in re.finditer("'{2,}", piece.text):
                counts.append(len(match.group()))
                before.append(piece.text[max(0, match.start() - 2) : match.start()])
    italics = sum(1 for count in counts if count == 2 or count >= 5)
    bolds = sum(1 for count in counts if count >= 3)
    if italics % 2 and bolds % 2:
        candidates = [index for index, count in enumerate(counts) if count == 3]
        if candidates:
            single = [i for i in candidates if len(before[i]) == 2 and before[i][0] == " " and before[i][1] != " "]
            word = [i for i in candidates if before[i] and not before[i].endswith(" ")]
            counts[(single or word or candidates)[0]] = -3
    return iter(counts)


def runs(pieces: Sequence[Piece]) -> list[Run]:
    """One line as inline runs; :data:`BREAK` stands where the source breaks the line by hand.

    Boxed blocks are not part of a line and are passed over.
    """
    line = _Line()
    counts = _apostrophe_counts(pieces)
    for piece in pieces:
        if isinstance(piece, Cite):
            line.out.append(Run("", (), piece.citation))
        elif isinstance(piece, Text):
            if piece.text[:1] in _CLOSERS:
                _close_up(line.out)
            if piece.raw:
                _raw(piece, line, counts)
            else:
                line.text(piece.text, piece.marks)
    return line.out


def _close_up(out: list[Run]) -> None:
    """Takes away the space before references that a stop follows: "awards <ref/>." reads "awards."."""
    index = len(out) - 1
    while index >= 0 and out[index].citation is not None:
        index -= 1
    if 0 <= index < len(out) - 1 and out[index] is not BREAK:
        out[index] = Run(out[index].text.rstrip(), out[index].marks)


def _raw(piece: Text, line: _Line, counts: Iterator[int]) -> None:
    text, position = piece.text, 0
    for match in _INLINE.finditer(text):
        found = match.group()
        # A pair of closing brackets without its opening one is a slip of the pen and printed by nobody on purpose.
        if found == "]" and line.link is None:
            continue
        if match.start() > position:
            line.text(html.unescape(text[position : match.start()]), piece.marks)
        position = match.end()
        if found[0] == "'":
            count = next(counts)
            if count == -3:
                line.text("'", piece.marks)
                line.apostrophes(2)
            else:
                line.text("'" * (count - 3 if count == 4 else max(count - 5, 0)), piece.marks)
                line.apostrophes(3 if count == 4 else min(count, 5))
        elif found[0] == "<":
            line.tag(found)
        elif found[0] == "[" and not found.startswith("[["):
            line.link = found[1:].strip()
        elif found[0] == "]":
            line.link = None
        elif found[0] == "h":
            url = found.rstrip(_TRAILING)
            line.out.append(Run(url, (*piece.marks, (MarkKind.LINK, url))))
            line.text(found[len(url) :], piece.marks)
    if position < len(text):
        line.text(html.unescape(text[position:]), piece.marks)


def items(pieces: Iterable[Piece]) -> list[list[Run]]:
    """A value as its separate entries: list entries, lines and hand-made line breaks part them.

    What opens with a bracket belongs to the entry before it ("Soylent Films" / "(uncredited)"), as does
    "by Jane Doe", unless brackets head the value ("(Songs)" / "Jane Doe"); what follows a colon belongs to it
    ("Screenplay:" / "Jane Doe"), and so does a reference that stands alone.
    """
    entries: list[list[Run]] = []
    heads = False
    for part in _entry_lines(pieces):
        shown = plain(part).strip()
        bracketed = shown.startswith("(")
        before = plain(entries[-1]).strip() if entries else ""
        if not entries:
            heads = bracketed and shown.endswith(")")
            if shown:
                entries.append(part)
        elif not shown:
            entries[-1].extend(run for run in part if run.citation)
        elif (
            (bracketed and not heads)
            or shown.startswith("by ")
            or before.endswith((":", " by"))
            or (heads and before.startswith("(") and before.endswith(")"))
        ):
            entries[-1].extend([Run(" "), *part])
        else:
            entries.append(part)
    return entries


def _entry_lines(pieces: Iterable[Piece]) -> Iterator[list[Run]]:
    """The lines of a value less their bullets, cut at hand-made breaks."""
    for line in split_lines(pieces):
        bullet = _BULLET.match(first_text(line))
        current: list[Run] = []
        for run in runs(without_prefix(line, bullet.end()) if bullet else line):
            if run is BREAK:
                yield current
                current = []
            else:
                current.append(run)
        yield current


def plain(line: Iterable[Run]) -> str:
    """The characters of inline runs."""
    return "".join(run.text for run in line)


def joined(pieces: Iterable[Piece], separator: str = " ") -> list[Run]:
    """A value of several lines as one line of runs, its lines and breaks joined by ``separator``."""
    out: list[Run] = []
    for number, entry in enumerate(items(pieces)):
        if number:
            out.append(Run(separator))
        out.extend(entry)
    return out


def note(pieces: Sequence[Piece]) -> list[Piece]:
    """A footnote as a note beside the text; one of a few words only leaves its citations."""
    words = joined(pieces)
    if len(plain(words).split()) < _NOTE_WORDS:
        return [piece for piece in pieces if isinstance(piece, Cite)]
    return [Boxed([Prose(BlockKind.PARAGRAPH, words, Origin.NOTE)], floating=True)]
