"""Only sentences that may tell the story are parsed."""

from filmdossier.annotate.reader.told import LONGEST, may_tell
from filmdossier.annotate.sentences import sentences
from filmdossier.model.annotations import DocumentKind
from filmdossier.model.text import Document, Source
from filmdossier.read.builder import DocumentBuilder


def _told(document: Document, kind: DocumentKind) -> list[str]:
    return [sentence.span.of(document.text) for sentence in may_tell(document, kind, sentences(document))]


def _article() -> Document:
    builder = DocumentBuilder(Source(origin="a.txt", media_type="text/plain", sha256="0" * 64))
    builder.paragraph("Hatari is a 1962 film.")
    builder.heading(2, "Plot")
    builder.paragraph("They catch a rhinoceros.")
    builder.heading(2, "Production")
    builder.paragraph("It was shot in Tanganyika.")
    return builder.build()


def test_an_article_with_a_plot_section_tells_it_there() -> None:
    assert _told(_article(), DocumentKind.ENCYCLOPEDIA) == ["They catch a rhinoceros."]


def test_a_review_may_tell_it_anywhere_but_in_sections_of_other_things() -> None:
    assert _told(_article(), DocumentKind.REVIEW) == ["Hatari is a 1962 film.", "They catch a rhinoceros."]


def test_what_never_ends_is_no_prose() -> None:
    builder = DocumentBuilder(Source(origin="a.txt", media_type="text/plain", sha256="0" * 64))
    builder.paragraph("x, " * LONGEST)
    assert _told(builder.build(), DocumentKind.REVIEW) == []
