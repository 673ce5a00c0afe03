"""Conversations: what they are about, and that they are conversations."""

import pytest

from filmdossier.annotate import annotate
from filmdossier.annotate.standfirst import titled_in_standfirst
from filmdossier.model.annotations import DocumentKind
from support.prose import document
from support.reading import read_as


@pytest.mark.parametrize(
    ("words", "title", "year"),
    [
        ("Ines Roy talks to the festival daily about Night Ferry", "Night Ferry", None),
        ("Per Dahl looks back on the making of Night Ferry (1951).", "Night Ferry", 1951),
        ("In conversation with Ines Roy, on her first feature, The Night Ferry", "The Night Ferry", None),
        ("An interview with Ana Sá, the editor of Night Ferry", "Night Ferry", None),
    ],
)
def test_what_the_talk_is_about(words: str, title: str, year: int | None) -> None:
    found = titled_in_standfirst(document(words, "I never wanted to be nice."))
    assert found is not None
    assert (found.title, found.year) == (title, year)


@pytest.mark.parametrize(
    "words", ["Ines Roy talks to us about what she likes", "The ferry leaves at nine.", "He speaks about it at length."]
)
def test_lines_that_name_no_film(words: str) -> None:
    assert titled_in_standfirst(document(words)) is None


def test_questions_in_bold_make_a_conversation() -> None:
    talk = "\n\n".join(
        [
            '# "It was cold"',
            "*Ines Roy talks to our reporter in the harbour about Night Ferry*",
            "**How did it begin?**",
            "I saw the ferry and I knew. We had no money at all.",
            "**People say it is cold.**",
            "It was cold. I had a coat, they had none.",
            "**And the music?**",
            "My brother played it for us in one night.",
        ]
    )
    annotations = annotate(read_as("a.md", talk))
    assert annotations.kind is DocumentKind.INTERVIEW
    assert [topic.title for topic in annotations.topics] == ["Night Ferry"]
