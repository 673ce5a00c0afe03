"""Reads Markdown: reviews and notes, with or without a header of keys.

Enters text; leaves the header's keys as fields, then headings, paragraphs, lists, quotations and
tables in order, with italics, bold and links as marks. HTML tags inside the text are dropped and
what they enclose stays; comments, scripts and styles go. Nothing is executed or fetched.
"""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from filmdossier.errors import BrokenFile
from filmdossier.model.text import BlockKind, Document, MarkKind, Origin, Source
from filmdossier.read.builder import CellDraft, DocumentBuilder, Run
from filmdossier.read.front_matter import FrontMatter, split_front_matter
from filmdossier.read.labels import is_credit_label
from filmdossier.read.plain import add_paragraph_lines
from filmdossier.read.runs import add_labelled, lines_of

_TITLE_KEYS = ("title", "film", "movie")
_DATE_KEYS = ("date", "published", "pubdate", "publish_date", "published_at")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_HREF = re.compile(r"""\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_MARKED_TAGS = {
    "i": MarkKind.ITALIC, "em": MarkKind.ITALIC, "cite": MarkKind.ITALIC, "b": MarkKind.BOLD, "strong": MarkKind.BOLD, "a": MarkKind.LINK,
}  # fmt: skip
_BREAKING_TAGS = frozenset(
    {"p", "div", "section", "article", "aside", "ul", "ol", "li", "table", "tr", "hr", "figure", "blockquote"}
)
_DEEPEST = 100

# HTML blocks are read as paragraphs with tags in them: Markdown inside <div> or <span> is still Markdown.
_PARSER = MarkdownIt("commonmark", {"html": True, "maxNesting": _DEEPEST}).enable(["table", "strikethrough"]).disable("html_block")
_PARSER_WITHOUT_LINKS = (
    MarkdownIt("commonmark", {"html": True, "maxNesting": _DEEPEST})
    .enable(["table"])
    .disable(["html_block", "link", "image", "reference"])
)
_MOST_OPEN_BRACKETS = 1_000


def read_markdown(text: str, source: Source) -> Document:
    """The document in ``text``, titled by its header or else by its first top heading."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    header, body = split_front_matter(text)
    builder = DocumentBuilder(source, title=header.first(*_TITLE_KEYS), published=header.first(*_DATE_KEYS))
    _add_header(builder, header)
    body = _without(body, "<!--", "-->")
    # Every bracket that opens nothing makes the parser look through the rest of its paragraph.
    parser = _PARSER if body.count("[") - body.count("]") < _MOST_OPEN_BRACKETS else _PARSER_WITHOUT_LINKS
    tokens = parser.parse(body)
    if max((token.level for token in tokens), default=0) >= _DEEPEST - 1:
        # The parser leaves out what lies deeper, and says nothing.
        raise BrokenFile(source.origin, f"its lists or quotations are nested {_DEEPEST} deep", "take some of the nesting out")
    _add_body(builder, tokens)
    return builder.build()


def _add_header(builder: DocumentBuilder, header: FrontMatter) -> None:
    for key, values in header.fields:
        builder.field(key, values, origin=Origin.FRONT_MATTER)
    for key, rows in header.rows:
        for row in rows:
            cells = [CellDraft(name, [[Run(value)]]) for name, value in row.items()]
            builder.row(cells, origin=Origin.FRONT_MATTER, template=key)


def _without(text: str, opening: str, closing: str) -> str:
    """``text`` without what lies between the two, in one pass (an unclosed comment hides nothing)."""
    kept, position = [], 0
    while (start := text.find(opening, position)) >= 0 and (end := text.find(closing, start + len(opening))) >= 0:
        kept.append(text[position:start])
        position = end + len(closing)
    return "".join(kept) + text[position:]


def _add_body(builder: DocumentBuilder, tokens: Sequence[Token]) -> None:
    lists = quotes = 0
    fresh_item = False
    table = _Table()
    width = _wrapped_at(tokens)
    opens = True
    for token in tokens:
        kind = token.type
        if kind in ("bullet_list_open", "ordered_list_open"):
            lists += 1
        elif kind in ("bullet_list_close", "ordered_list_close"):
            lists -= 1
        elif kind == "list_item_open":
            fresh_item = True
        elif kind in ("blockquote_open", "blockquote_close"):
            quotes += 1 if kind.endswith("open") else -1
        elif kind == "heading_open":
            table.heading = int(token.tag[1])
        elif kind == "heading_close":
            table.heading = 0
        elif kind.startswith(("table", "thead", "tbody", "tr_", "th_", "td_")):
            table.step(kind, builder)
        elif kind in ("fence", "code_block"):
            builder.paragraph(token.content)
        elif kind == "inline":
            typed = _typed_as_lines(token.content, width)
            if typed and not (table.heading or quotes or lists) and _is_bare(token):
                add_paragraph_lines(builder, token.content.split("\n"), ("" if opens else ".", "."))
                opens = False
                continue
            opens = False
            pieces = list(_pieces(token.children or [], kept_breaks=typed or _are_labelled(token.content)))
            if table.takes(pieces):
                continue
            for runs in pieces:
                if table.heading:
                    _add_heading(builder, table.heading, runs)
                elif not quotes and add_labelled(builder, runs):
                    fresh_item = False
                elif lists:
                    # A second paragraph of an item is text under the item, not a new one.
                    item = BlockKind.LIST_ITEM if fresh_item else BlockKind.PARAGRAPH
                    builder.paragraph(runs, kind=item, level=min(lists, 6) if fresh_item else 0)
                    fresh_item = False
                else:
                    builder.paragraph(runs, kind=BlockKind.QUOTE if quotes else BlockKind.PARAGRAPH)


def _add_heading(builder: DocumentBuilder, level: int, runs: Sequence[Run]) -> None:
    builder.heading(level, runs)
    title = " ".join("".join(run.text for run in runs).split())
    if builder.title is None and level == 1 and title:
        builder.title = title


class _Table:
    """Collects a table's cells until its row is complete; also knows the heading being read."""

    def __init__(self) -> None:
        self.heading = 0
        self._columns: list[str] = []
        self._row: list[list[list[Run]]] | None = None
        self._header: list[list[list[Run]]] = []
        self._rows: list[list[list[list[Run]]]] = []
        self._in_header = False

    def step(self, kind: str, builder: DocumentBuilder) -> None:
        if kind == "table_open":
            self._columns, self._header, self._rows = [], [], []
        elif kind == "table_close":
            self._add(builder)
        elif kind in ("thead_open", "thead_close"):
            self._in_header = kind == "thead_open"
        elif kind == "tr_open":
            self._row = []
        elif kind in ("th_open", "td_open") and self._row is not None:
            self._row.append([])
        elif kind == "tr_close" and self._row is not None:
            if self._in_header:
                self._header = self._row
                self._columns = [_words(cell) for cell in self._row]
            else:
                self._rows.append(self._row)
            self._row = None

    def _add(self, builder: DocumentBuilder) -> None:
        """Adds the table read: as fields where its first column are labels of credits, else row by row."""
        # The form has no table without a header: one of facts leaves it empty, or puts its first fact there.
        rows = [self._header, *self._rows] if any(self._columns) else self._rows
        labels = [_words(row[0]).rstrip(": ") for row in rows if row]
        facts = all(len(row) == 2 for row in rows) and sum(map(is_credit_label, labels)) * 2 > len(labels) > 2
        if facts and (not any(self._columns) or is_credit_label(labels[0])):
            for label, row in zip(labels, rows, strict=True):
                builder.field(label, row[1], origin=Origin.TABLE)
            return
        for row in self._rows:
            columns = self._columns + [""] * (len(row) - len(self._columns))
            builder.row([CellDraft(label, cell) for label, cell in zip(columns, row, strict=False)])

    def takes(self, pieces: list[list[Run]]) -> bool:
        if self._row is None:
            return False
        if self._row:
            self._row[-1] = [line for runs in pieces for line in lines_of(runs)]
        return True


def _words(cell: list[list[Run]]) -> str:
    return " ".join("".join(run.text for runs in cell for run in runs).split())


# "**Director:** A" on a line of its own.
_LABEL_LINE = re.compile(r"[*_]{0,3}[A-Z][\w .&/'’-]{1,40}?(?::[*_]{0,3}|[*_]{1,3}:)[ \t]\S")


def _are_labelled(source: str) -> bool:
    """Whether every line of a paragraph opens with a label: then its line breaks are meant, though Markdown would join them."""
    lines = source.split("\n")
    return len(lines) > 1 and all(_LABEL_LINE.match(line) for line in lines)


_UNWRAPPED = 160  # a line longer than this was broken by nobody


def _wrapped_at(tokens: Sequence[Token]) -> int:
    """The width in characters that the writer's lines are broken at; a very large one where paragraphs are single lines."""
    lines = [line for token in tokens if token.type == "inline" for line in token.content.split("\n")]
    longest = max(map(len, lines), default=0)
    return longest if longest <= _UNWRAPPED else 10 * longest


def _typed_as_lines(source: str, width: int) -> bool:
    """Whether a paragraph's line breaks are meant: the next word would still have fitted, at half of them or more.

    A line that goes on in a small letter is prose, broken where its writer took breath.
    """
    lines = [line.strip() for line in source.split("\n") if line.strip()]
    if any(line[0].islower() for line in lines[1:]):
        return False
    short = [len(line) + 1 + len(after.split()[0]) <= 0.85 * width for line, after in pairwise(lines)]
    return bool(short) and sum(short) * 2 >= len(short)


def _is_bare(token: Token) -> bool:
    """Whether nothing is marked in a paragraph: no emphasis, link, code or HTML."""
    return all(child.type in ("text", "softbreak", "text_special") for child in token.children or [])


def _pieces(children: Sequence[Token], *, kept_breaks: bool = False) -> Iterator[list[Run]]:
    """The inline text of one block; several pieces where HTML tags inside it break the paragraph."""
    marks: list[tuple[str, tuple[MarkKind, str]]] = []
    runs: list[Run] = []
    hidden = ""

    def close(tag: str) -> None:
        for index in range(len(marks) - 1, -1, -1):
            if marks[index][0] == tag:
                del marks[index]
                return

    for token in children:
        text = ""
        if token.type == "html_inline":
            slash, tag = _tag_of(token.content)
            if hidden:
                hidden = "" if slash and tag == hidden else hidden
            elif tag in ("script", "style") and not slash:
                hidden = tag
            elif tag == "br":
                text = "\n"
            elif tag in _BREAKING_TAGS:
                yield runs
                runs = []
            elif tag in _MARKED_TAGS and slash:
                close(tag)
            elif tag in _MARKED_TAGS:
                marks.append((tag, (_MARKED_TAGS[tag], _href(token.content) if tag == "a" else "")))
        elif hidden:
            continue
        elif token.type in ("em_open", "strong_open", "link_open"):
            kind = {"em": MarkKind.ITALIC, "st": MarkKind.BOLD, "li": MarkKind.LINK}[token.type[:2]]
            marks.append((token.type[:-5], (kind, str(token.attrGet("href") or ""))))
        elif token.type in ("em_close", "strong_close", "link_close"):
            close(token.type[:-6])
        elif token.type == "softbreak":
            text = "\n" if kept_breaks else " "
        elif token.type == "hardbreak":
            text = "\n"
        elif token.type in ("text", "code_inline", "text_special"):
            text = token.content
        if text:
            runs.append(Run(text, tuple(dict.fromkeys(mark for _, mark in marks))))
    yield runs


def _tag_of(markup: str) -> tuple[str, str]:
    found = _TAG.match(markup)
    return (found.group(1), found.group(2).lower()) if found else ("", "")


def _href(markup: str) -> str:
    found = _HREF.search(markup)
    return unescape(next((group for group in found.groups() if group is not None), "")) if found else ""
