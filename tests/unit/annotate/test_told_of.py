"""The film that running text is about, by what its sentences say of it."""

import pytest

from filmdossier.annotate.mentions import mentions
from filmdossier.annotate.sentences import sentences
from filmdossier.annotate.told_of import told_of
from support.prose import document


def told(*paragraphs: str) -> str | None:
    read = document(*paragraphs)
    span = told_of(read, mentions(read, sentences(read)))
    return span.of(read.text) if span is not None else None


@pytest.mark.parametrize(
    ("paragraphs", "title"),
    [
        (("A diver comes home and finds the house let.", "Glass Harbour is a thriller that forgets to thrill. The director shot it in a week."), "Glass Harbour"),
        (("They rowed out in the winter of 1962 and came back with a picture.", "The Glass Harbour opened in Lisbon the next spring. Like The Night Boat, it lost money."), "The Glass Harbour"),
        (("Glass Harbour, which took the prize at Locarno, opens here on Friday.", "Rui Serra plays the diver."), "Glass Harbour"),
        (("I want to speak to you about a boat.", "It sinks on a Saturday, and that is all that happens in Glass Harbour.", "It was first seen in Lisbon in November 1963."), "Glass Harbour"),
        (("Dear all,", "the film is Glass Harbour, which half of you know.", "It is about a diver, played by Rui Serra."), "Glass Harbour"),
        (("Anyone who comes to Ines Valdor's The Glass Harbour (Szklany port, 1963) for the water will be disappointed.", "There is hardly any."), "The Glass Harbour"),
    ],
)  # fmt: skip
def test_the_title_that_sentences_treat_as_their_subject(paragraphs: tuple[str, ...], title: str) -> None:
    assert told(*paragraphs) == title


@pytest.mark.parametrize(
    "paragraphs",
    [
        # Players and characters are named again and again as well.
        ("Serra strides through the harbour. Serra is a marvel, and Serra knows it.", "Marta finds the letter. Marta is a widow. Marta tries to burn it."),
        # What a film is measured against is another.
        ("It is no better than The Night Boat, and after The Night Boat we had hoped for more.", "Like The Night Boat it has a cat."),
        # Who comes out of a door is not in cinemas.
        ("We waited behind the camera.", "Then Edward Woodward came out in the shirt and the director cried."),
        # Two that stand level leave the question open.
        ("The Glass Harbour is a comedy and The Night Boat is a comedy.", "I laughed at both of them."),
    ],
)  # fmt: skip
def test_names_and_films_for_comparison_are_not_what_a_text_is_about(paragraphs: tuple[str, ...]) -> None:
    assert told(*paragraphs) is None


def test_a_title_is_taken_whole() -> None:
    text = "Ruth and the Ferryman is a melodrama. Nobody pities Ruth, and Ruth pities nobody. Ruth and the Ferryman was shot on the Tagus."
    assert told(text) == "Ruth and the Ferryman"
