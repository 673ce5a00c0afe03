"""Documents of bare paragraphs, for tests of what comes after reading."""

from hashlib import sha256

from filmdossier.model.text import Document, Source
from filmdossier.read.builder import DocumentBuilder


def document(*paragraphs: str, origin: str = "a.txt") -> Document:
    """A document of these paragraphs."""
    builder = DocumentBuilder(Source(origin=origin, media_type="text/plain", sha256=sha256(origin.encode()).hexdigest()))
    for paragraph in paragraphs:
        builder.paragraph(paragraph)
    return builder.build()
