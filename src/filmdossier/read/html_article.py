"""Reads web pages of any kind: reviews, news, festival and database pages.

Enters the page's tree; leaves the data it carries for programs (schema.org, Open Graph), its tables
and lists of facts, and its main text without navigation, advertisements and teasers. Where no main
text stands out, all visible text is kept rather than none.
"""

import re
from collections.abc import Iterator
from copy import deepcopy

from lxml.etree import _Element
from lxml.html import HtmlElement
from trafilatura import bare_extraction

from filmdossier.model.text import BlockKind, Document, MarkKind, Source
from filmdossier.read.builder import CellDraft, DocumentBuilder, Run
from filmdossier.read.html_facts import add_fact_tables
from filmdossier.read.html_inline import Inline, Marks
from filmdossier.read.html_parts import parts_of_text
from filmdossier.read.html_reviews import add_review_list
from filmdossier.read.html_structured import add_structured_data
from filmdossier.read.html_tables import table_rows
from filmdossier.read.html_tree import drop_silent, language_of, text_of, words_of
from filmdossier.read.html_walk import Walker
from filmdossier.read.runs import add_labelled, lines_of, paragraphs_of, words

_SITE_TAGS = frozenset({"nav", "aside", "header", "footer", "form", "iframe", "button", "article", "main"})
_SITE_NAMES = re.compile(
    r"nav|menu|sidebar|footer|header|masthead|comment|share|social|related|cookie|advert|banner|widget|promo", re.IGNORECASE
)
_NO_TEXT_TAGS = frozenset({"nav", "aside", "footer", "form", "button"})
_RATING_NAMES = re.compile(
    r"(?:[\w-]+[ _-])?(?:(?:review|critic|film|movie|our|my|final|star)s?[_-])?(?:rating|score|grade|stars|verdict)s?",
    re.IGNORECASE,
)
_A_RATING = re.compile(
    r"(?:(?:(?:our|my|final|overall) )?(?:rating|score|grade|verdict)\s*[:–-]?\s*)?"
    r"(?:[★☆⭐✭½]{2,10}|\d{1,3}(?:[.,]\d)?\s*(?:/|out of)\s*\d{1,3}(?: stars)?|[A-DF][+−–-]?|[\w -]{3,20} stars?(?: out of (?:four|five))?)",
    re.IGNORECASE,
)
_MARKS = {"#i": MarkKind.ITALIC, "#b": MarkKind.BOLD}
# Under this many characters the main text is more likely missed than short.
_SHORTEST_MAIN_TEXT = 200
# A cell with more characters holds an article, not a value.
_LONGEST_CELL = 1500


def read_article_page(root: HtmlElement, source: Source) -> Document:
    """The document in the page ``root``."""
    builder = DocumentBuilder(source, language=language_of(root))
    add_structured_data(builder, root)
    _sign_quotations(root)
    simple = _is_simple(root)
    _unframe(root)
    main = None if simple else _main_text(root)
    drop_silent(root)
    add_fact_tables(builder, root, Inline(), main)
    listed = add_review_list(builder, root)
    if main is None:
        _add_everything(builder, root)
    elif parts := parts_of_text(root, main):
        walker = Walker(builder, Inline(), labelled=True)
        for part in parts:
            walker.walk(part)
    elif main.text and main.text.strip():
        _add_mixed(builder, main, 0, quoted=False)
    else:
        for element in main:
            if not any(words_of(element) in review for review in listed):
                _add(builder, element, 0)
    return builder.build()


def _main_text(root: HtmlElement) -> _Element | None:
    # No metadata: finding a page's date would look at the clock.
    copied = deepcopy(root)
    _keep_rating(copied)
    found = bare_extraction(
        copied,
        include_formatting=True,
        include_links=True,
        include_tables=True,
        include_comments=False,
        with_metadata=False,
    )
    body: _Element | None = getattr(found, "body", None)
    return body if body is not None and len(words_of(body)) >= _SHORTEST_MAIN_TEXT else None


def _keep_rating(root: HtmlElement) -> None:
    """Makes a plain paragraph of the one short line that the page marks as its rating, which passes for furniture else.

    Several different ones are a list's, or boxes for readers to click on: they stay what they are.
    """
    marked = [
        element
        for element in root.iter("p", "div", "span")
        if _RATING_NAMES.fullmatch(element.get("class") or element.get("id") or "")
        and _A_RATING.fullmatch(text_of(element).strip())
        and not any(above.tag in _NO_TEXT_TAGS for above in element.iterancestors())
    ]
    if len({" ".join(text_of(element).split()) for element in marked}) != 1:
        return
    element = marked[0]
    element.attrib.clear()
    if not any(above.tag in ("p", "span", "h1", "h2", "h3", "li", "td") for above in element.iterancestors()):
        element.tag = "p"


def _is_simple(root: HtmlElement) -> bool:
    """Whether the page is one text with nothing around it, as word processors and people write them."""
    for element in root.iter():
        if element.tag in _SITE_TAGS or _SITE_NAMES.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
            return False
    return sum(len(text_of(link)) for link in root.iter("a")) <= 0.1 * len(text_of(root))


def _sign_quotations(root: HtmlElement) -> None:
    """Makes paragraphs of the footers of block quotations: they say whose words these are, and are no foot of the page."""
    for footer in list(root.iter("footer")):
        if any(above.tag in ("blockquote", "figure") for above in footer.iterancestors()):
            footer.tag = "p"


def _unframe(root: HtmlElement) -> None:
    """Makes boxes of the tables that only set a page's text: in cells, line ends would be lost."""
    for table in list(root.iter("table")):
        rows = list(table_rows(table))
        cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in rows]
        longest = max((len(text_of(cell)) for row in cells for cell in row), default=0)
        if max(map(len, cells), default=0) < 2 or longest > _LONGEST_CELL:
            for element in (table, *table.iter("tbody", "thead", "tfoot"), *rows, *(cell for row in cells for cell in row)):
                element.tag = "div"


def _add_everything(builder: DocumentBuilder, root: HtmlElement) -> None:
    for element in list(root.iter("nav", "header", "footer", "form", "button", "head")):
        if element.getparent() is not None:
            element.drop_tree()
    Walker(builder, Inline(), labelled=True).walk(root)


def _add(builder: DocumentBuilder, element: _Element, lists: int, *, quoted: bool = False) -> None:
    """Adds one block of the main text (trafilatura writes TEI: head, p, list, item, quote, table, hi, ref, lb)."""
    tag = element.tag
    if tag == "head":
        rend = element.get("rend") or "h2"
        builder.heading(int(rend[1]) if rend[1:].isdecimal() and 1 <= int(rend[1:]) <= 6 else 2, _runs(element))
    elif tag == "list":
        for item in element:
            _add_item(builder, item, lists + 1)
    elif tag == "table":
        _add_table(builder, element)
    elif tag in ("quote", "p", "div") and any(child.tag in ("p", "list", "quote", "table", "head") for child in element):
        _add_mixed(builder, element, lists, quoted=quoted or tag == "quote")
    elif tag not in ("graphic", "comments"):
        for runs in paragraphs_of(_runs(element)):
            _add_text(builder, runs, BlockKind.QUOTE if quoted or tag == "quote" else BlockKind.PARAGRAPH)


def _add_mixed(builder: DocumentBuilder, element: _Element, lists: int, *, quoted: bool) -> None:
    buffer = [Run(_spaces(element.text))]

    def flush() -> None:
        for runs in paragraphs_of(buffer):
            _add_text(builder, runs, BlockKind.QUOTE if quoted else BlockKind.PARAGRAPH)
        buffer.clear()

    for child in element:
        if child.tag in ("p", "list", "quote", "table", "head", "div"):
            flush()
            _add(builder, child, lists, quoted=quoted)
        else:
            buffer.extend(_inline(child, ()))
        buffer.append(Run(_spaces(child.tail)))
    flush()


def _add_text(builder: DocumentBuilder, runs: list[Run], kind: BlockKind, level: int = 0) -> None:
    """Adds a paragraph or list item, as fields where its lines are ``Director: …``."""
    if kind is BlockKind.QUOTE or not add_labelled(builder, runs):
        builder.paragraph(runs, kind=kind, level=level)


def _add_item(builder: DocumentBuilder, item: _Element, level: int) -> None:
    buffer = [Run(_spaces(item.text))]
    for child in item:
        if child.tag in ("list", "table", "quote"):
            _add_text(builder, buffer, BlockKind.LIST_ITEM, min(level, 6))
            buffer = []
            _add(builder, child, level)
        else:
            if child.tag == "p" and words(buffer):
                buffer.append(Run("\n"))
            buffer.extend(_inline(child, ()))
        buffer.append(Run(_spaces(child.tail)))
    _add_text(builder, buffer, BlockKind.LIST_ITEM, min(level, 6))


def _add_table(builder: DocumentBuilder, table: _Element) -> None:
    rows = [[cell for cell in row if cell.tag == "cell"] for row in table.iter("row")]
    if max((len(cells) for cells in rows), default=0) < 2:
        # A table of one column only sets text.
        for cell in (cell for cells in rows for cell in cells):
            for line in lines_of(_runs(cell)):
                builder.paragraph(line)
        return
    labels: list[str] = []
    for cells in rows:
        if cells and all(cell.get("role") == "head" for cell in cells):
            labels = [words(_runs(cell)) for cell in cells]
            continue
        padded = labels if len(labels) == len(cells) else [""] * len(cells)
        builder.row([CellDraft(label, lines_of(_runs(cell))) for label, cell in zip(padded, cells, strict=True)])


def _runs(element: _Element) -> list[Run]:
    return [Run(_spaces(element.text)), *(run for child in element for run in (*_inline(child, ()), Run(_spaces(child.tail))))]


def _inline(element: _Element, marks: Marks) -> Iterator[Run]:
    if element.tag == "lb":
        yield Run("\n", marks)
    if element.tag == "hi" and (kind := _MARKS.get(element.get("rend") or "")) is not None:
        marks = (*marks, (kind, ""))
    elif element.tag == "ref" and (target := element.get("target")):
        marks = (*marks, (MarkKind.LINK, target))
    yield Run(_spaces(element.text), marks)
    for child in element:
        yield from _inline(child, marks)
        yield Run(_spaces(child.tail), marks)


def _spaces(text: str | None) -> str:
    return " ".join(text.split("\n")) if text else ""
