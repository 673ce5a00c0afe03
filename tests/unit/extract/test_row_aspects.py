"""What rows of tables praise and criticise: each phrase on its own sentence of the cell."""

import pytest

from filmdossier.extract.row_aspects import row_aspects
from filmdossier.model.annotations import Annotations, DocumentKind
from filmdossier.model.claim import Aspect
from filmdossier.model.text import Document, Source, Span

SOURCE = Source(origin="t.csv#Night Ferry (1951)", media_type="text/tab-separated-values", sha256="0")


def read(words: str, *titles: str) -> tuple[list[tuple[Aspect | None, str, str]], list[tuple[Aspect | None, str, str]]]:
    line = f"Ada Quill | {words}"
    document = Document(id="d", source=SOURCE, text=line, title="Night Ferry", blocks=())
    annotations = Annotations(document=document, kind=DocumentKind.SCORES, sentences=(), mentions=())
    sides = row_aspects(annotations, Span(len("Ada Quill | "), len(line)), titles)
    for mentions in sides:
        assert all(cited.quote == cited.span.of(line) for mention in mentions for cited in mention.evidence)
    praised, criticised = ([(each.kind, each.aspect, each.evidence[0].quote) for each in mentions] for mentions in sides)
    return praised, criticised


def test_each_phrase_stands_on_its_own_sentence() -> None:
    praised, criticised = read(
        "The harbour is shot with superb photography. Sadly the dialogue is wooden and the plot predictable."
    )
    assert (Aspect.IMAGES, "superb photography", "The harbour is shot with superb photography.") in praised
    assert Aspect.SCRIPT in [kind for kind, _, _ in criticised]
    assert {quote for _, _, quote in criticised} == {"Sadly the dialogue is wooden and the plot predictable."}


def test_an_initial_and_a_title_end_no_sentence() -> None:
    praised, _ = read("Mr. J. R. Hale gives a superb performance.")
    assert [quote for _, _, quote in praised] == ["Mr. J. R. Hale gives a superb performance."] * len(praised)
    assert praised


@pytest.mark.parametrize(
    "words",
    [
        "A ferry crosses the bay, and the characters talk.",
        "The first thriller of the sound era.",
        "Too much cannot be said about it.",
    ],
)
def test_where_nothing_is_judged_there_is_nothing(words: str) -> None:
    assert read(words) == ([], [])


def test_the_film_s_title_is_no_player() -> None:
    praised, _ = read("Night Ferry is superb.", "Night Ferry")
    assert Aspect.ACTING not in [kind for kind, _, _ in praised]


def test_a_passage_without_a_stop_is_read_no_further_than_a_sentence_is_long() -> None:
    assert read("superb acting and " * 200) == ([], [])
