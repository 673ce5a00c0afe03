"""Only sentences that may tell the story are parsed."""

from filmdossier.annotate.reader.told import LONGEST, may_tell
from filmdossier.annotate.sentences import sentences
from filmdossier.model.text import Document, Source
from filmdossier.read.builder import DocumentBuilder


def _told(document: Document) -> list[str]:
    return [sentence.span.of(document.text) for sentence in may_tell(document, sentences(document))]


def _builder() -> DocumentBuilder:
    return DocumentBuilder(Source(origin="a.txt", media_type="text/plain", sha256="0" * 64))


def _article(*plot: str) -> Document:
    builder = _builder()
    builder.paragraph("Hatari is a 1962 film.")
    builder.heading(2, "Plot")
    builder.paragraph(" ".join(plot))
    builder.heading(2, "Production")
    builder.paragraph("It was shot in Tanganyika. The crew flew in from Paris. Hawks liked the heat. Wayne did not.")
    builder.paragraph("A scene with a leopard was cut. In it the hunters lose their dog.")
    return builder.build()


_PLOT = ("They catch a rhinoceros.", "A photographer arrives.", "She saves a calf.", "Sean falls for her.")
_CUT = ["Hawks liked the heat.", "Wayne did not.", "A scene with a leopard was cut.", "In it the hunters lose their dog."]


def test_an_article_tells_the_story_under_its_plot_and_where_scenes_were_cut() -> None:
    assert _told(_article(*_PLOT)) == [*_PLOT, *_CUT]


def test_where_the_plot_is_short_the_opening_may_tell_it_too() -> None:
    assert _told(_article(_PLOT[0])) == ["Hatari is a 1962 film.", _PLOT[0], *_CUT]


def test_what_never_ends_is_no_prose() -> None:
    builder = _builder()
    builder.paragraph("x, " * LONGEST)
    assert _told(builder.build()) == []
