"""Reading in tests: a document from a text or bytes, and its outline for readable comparisons."""

from hashlib import sha256

from filmdossier.model.text import Block, BlockKind, Document, Mark, MarkKind, Source
from filmdossier.read import media_type_of, read


def source_of(name: str, raw: bytes) -> Source:
    """The source of a file called ``name``, its media type found out."""
    return Source(origin=name, media_type=media_type_of(name, raw[:4096]), sha256=sha256(raw).hexdigest())


def read_as(name: str, content: str | bytes) -> Document:
    """The document in a file called ``name``."""
    raw = content.encode() if isinstance(content, str) else content
    return read(raw, source_of(name, raw))


def text(document: Document, block: Block) -> str:
    """The block's characters."""
    return block.span.of(document.text)


def outline(document: Document) -> list[tuple[str, str]]:
    """Kind and text of every block; headings and list items with their level ("heading 2")."""
    return [(f"{block.kind} {block.level}" if block.level else str(block.kind), text(document, block)) for block in document.blocks]


def texts(document: Document, kind: BlockKind) -> list[str]:
    """The texts of the blocks of one kind."""
    return [text(document, block) for block in document.blocks if block.kind is kind]


def values(document: Document) -> dict[str, list[str]]:
    """Every field's values by its label."""
    return {block.label: [item.of(document.text) for item in block.cells[0].items] for block in document.fields()}


def rows(document: Document) -> list[dict[str, list[str]]]:
    """Every row's values by the column's label."""
    return [
        {cell.label: [item.of(document.text) for item in cell.items] for cell in block.cells}
        for block in document.blocks
        if block.kind is BlockKind.ROW
    ]


def marked(document: Document, kind: MarkKind) -> list[str]:
    """The texts under marks of one kind."""
    return [mark.span.of(document.text) for mark in document.marks if mark.kind is kind]


def links(document: Document) -> list[tuple[str, str]]:
    """Text and target of every link."""

    def pair(mark: Mark) -> tuple[str, str]:
        return mark.span.of(document.text), mark.target

    return [pair(mark) for mark in document.marks if mark.kind is MarkKind.LINK]
