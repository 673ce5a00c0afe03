"""What holds for every document, whatever is in the file."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from filmdossier.errors import ReadError
from filmdossier.model.text import Block, BlockKind, Document, Span
from filmdossier.read.builder import CellDraft, DocumentBuilder, Run, normalise
from filmdossier.read.encoding import repaired
from support.reading import read_as, source_of

WORDS = st.text(st.characters(codec="utf-8"), max_size=60)
LINES = st.lists(
    st.one_of(
        WORDS,
        st.sampled_from(
            ["", "== Plot ==", "# Plot", "- Ann Lee as Marta", "* *", "> quoted", "Director: Jo Park", "PLOT", "----", "| a | b |", "|---|---|",
             "<b>", "</i>", "<table><tr><td rowspan=3>", "<ul><li>", "{{Infobox film|name=x}}", "[[a|b]]", "---", "title: x", "İ", "e\u0301", "\u2028"]
        ),
    ),
    max_size=25,
).map("\n".join)  # fmt: skip
NAMES = st.sampled_from(["a.txt", "a.md", "a.html", "a.wikitext"])


def check(document: Document) -> None:
    """Asserts what every document promises."""
    end = 0
    for block in document.blocks:
        assert block.span.start >= end, "blocks are in order and apart"
        end = block.span.end
        _check_edges(document, block.span)
        _check_cells(document, block)
        assert all(heading in document.text for heading in block.section)
    assert end <= len(document.text)
    assert unicodedata.is_normalized("NFC", document.text) or document.marks or document.citations
    assert not {"\r", "\0", "\t", "\ufeff", "\u200b"} & set(document.text)
    starts = [mark.span.start for mark in document.marks]
    assert starts == sorted(starts)
    for mark in document.marks:
        _check_edges(document, mark.span)
        assert any(mark.span in block.span for block in document.blocks)
    for citation in document.citations:
        assert 0 <= citation.position <= len(document.text)


def _check_edges(document: Document, span: Span) -> None:
    words = span.of(document.text)
    assert len(words) == len(span)
    assert words == words.strip()


def _check_cells(document: Document, block: Block) -> None:
    assert (block.kind in (BlockKind.FIELD, BlockKind.ROW)) == bool(block.cells)
    end = block.span.start
    for cell in block.cells:
        assert cell.span in block.span
        assert cell.span.start >= end
        end = cell.span.end
        assert cell.items
        assert all(item in cell.span for item in cell.items)


@given(NAMES, LINES)
@settings(max_examples=400, deadline=None)
def test_blocks_marks_and_cells_cover_what_they_say(name: str, text: str) -> None:
    try:
        document = read_as(name, text)
    except ReadError:
        return
    check(document)


@given(NAMES, LINES)
@settings(max_examples=100, deadline=None)
def test_reading_twice_gives_the_same_document(name: str, text: str) -> None:
    try:
        document = read_as(name, text)
    except ReadError:
        return
    assert read_as(name, text) == document


@given(WORDS)
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Zs", "Zl", "Zp", "Cs"]), min_size=1, max_size=20),
        min_size=1,
        max_size=12,
    )
)
def test_plain_text_loses_no_word(words: list[str]) -> None:
    text = "We see " + " ".join(words) + "."
    assert normalise(repaired(text)).split() == read_as("a.txt", f"It begins.\n\n{text}\n\nIt ends.").text.split()[2:-2]


@given(
    st.lists(
        st.tuples(st.text("ab \n", max_size=6), st.sampled_from([(), (("italic", ""),), (("italic", ""), ("bold", ""))])),
        max_size=8,
    )
)
def test_a_builder_keeps_the_words_of_its_runs_in_order(pieces: list[tuple[str, tuple[tuple[str, str], ...]]]) -> None:
    builder = DocumentBuilder(source_of("a", b""))
    builder.paragraph([Run(text, marks) for text, marks in pieces])  # type: ignore[arg-type]
    document = builder.build()
    assert document.text.split() == "".join(text for text, _ in pieces).split()
    check(document)


@given(st.lists(st.lists(st.text("xy| ;", max_size=5), max_size=3), max_size=4))
def test_a_row_s_items_are_its_values(cells: list[list[str]]) -> None:
    builder = DocumentBuilder(source_of("a", b""))
    builder.row([CellDraft(f"c{number}", [[Run(value)] for value in values]) for number, values in enumerate(cells)])
    document = builder.build()
    found = [[item.of(document.text) for item in cell.items] for block in document.blocks for cell in block.cells]
    wanted = [[" ".join(value.split()) for value in values if value.strip()] for values in cells]
    assert found == [values for values in wanted if values]
    check(document)
