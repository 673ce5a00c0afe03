"""What is spoken in the film, and what is only written about it."""

from filmdossier.annotate import annotate
from filmdossier.extract import extract
from filmdossier.model.claim import Predicate, SpokenLine
from support.reading import read_as

NOTE = (
    "# Night Ferry (1951)\n\nAnna Brandt keeps the ferry. Her brother Carl Moss comes home from the war, and Anna asks him where he has been. "
    'Carl says "You would not know the place if I named it" and goes to bed.\n\n{}\n'
)


def lines(after: str) -> list[tuple[str, str]]:
    document = read_as("note.md", NOTE.format(after))
    return [
        (claim.value.speaker, claim.value.words.quote)
        for claim in extract(document, annotate(document))
        if claim.predicate is Predicate.DIALOGUE and isinstance(claim.value, SpokenLine)
    ]


def test_who_says_it_in_the_story_speaks() -> None:
    assert lines("It was shot in Leith.") == [("Carl Moss", "You would not know the place if I named it")]


def test_a_critics_words_are_no_line_whoever_is_named_behind_them() -> None:
    written = (
        "The critic of the Guardian, Nell Harker, thought it “one of the saddest and loveliest films ever made on the Forth”, "
        "and Ruben Dahl has said that his own film would not exist without it."
    )
    assert [speaker for speaker, _ in lines(written)] == ["Carl Moss"]


def test_what_another_maker_says_of_the_film_is_no_line() -> None:
    said = 'Ruben Dahl called it the greatest film of the north; "One could go on about it for pages and pages," he says.'
    assert [speaker for speaker, _ in lines(said)] == ["Carl Moss"]
