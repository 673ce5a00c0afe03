"""Which headings become sections of a document."""

from filmdossier.model.text import BlockKind, Document, Source
from filmdossier.read.builder import DocumentBuilder
from filmdossier.read.plain import read_plain

SOURCE = Source(origin="a.txt", media_type="text/plain", sha256="")


def _sections(document: Document) -> dict[str, tuple[str, ...]]:
    return {block.span.of(document.text): block.section for block in document.blocks if block.kind is not BlockKind.HEADING}


def _built(*pieces: tuple[int, str]) -> Document:
    builder = DocumentBuilder(SOURCE)
    for level, words in pieces:
        if level:
            builder.heading(level, words)
        else:
            builder.paragraph(words)
    return builder.build()


def test_the_title_over_a_whole_document_is_no_section() -> None:
    document = _built((1, "Desperado"), (0, "It opens."), (2, "Plot"), (0, "He shoots."))
    assert _sections(document) == {"It opens.": (), "He shoots.": ("Plot",)}


def test_a_first_heading_among_equals_is_a_section() -> None:
    document = _built((2, "Scarface (1932)"), (0, "Lean."), (2, "Scarface (1983)"), (0, "Loud."))
    assert _sections(document) == {"Lean.": ("Scarface (1932)",), "Loud.": ("Scarface (1983)",)}


def test_an_excerpt_that_begins_with_the_heading_of_a_section_keeps_it() -> None:
    assert _sections(_built((2, "Plot"), (0, "He shoots."))) == {"He shoots.": ("Plot",)}


def test_a_heading_after_words_is_a_section() -> None:
    assert _sections(_built((0, "Before."), (1, "After"), (0, "Later."))) == {"Before.": (), "Later.": ("After",)}


def test_a_section_may_follow_a_list_that_ends_without_a_full_stop() -> None:
    text = "Desperado (1995 film)\n\nIt opens.\n\nCast\n\nSalma Hayek as Carolina\nTito Larriva as Tavo\n\nProduction\n\nShot in Acuña."
    document = read_plain(text, SOURCE)
    assert _sections(document) == {
        "It opens.": (),
        "Salma Hayek as Carolina": ("Cast",),
        "Tito Larriva as Tavo": ("Cast",),
        "Shot in Acuña.": ("Production",),
    }
