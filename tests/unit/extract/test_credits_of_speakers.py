"""What somebody who is asked says to have done for the film."""

from filmdossier.annotate import annotate
from filmdossier.extract.credits.prose import prose_credits
from filmdossier.extract.credits.speaker import credits_of_the_speaker
from filmdossier.model.annotations import Annotations
from support.reading import read_as

ANSWERS = [
    "I wrote the script in a month, and I never wrote a sequel. We had no money at all.",
    "My producer, Per Dahl, sold his house. We shot it with Carl Berg on the camera.",
    "I edited the film in my kitchen, I had a coat.",
]


def talk(standfirst: str) -> Annotations:
    questions = ["**How did it begin?**", "**And the money?**", "**Who cut it?**"]
    parts = ['# "It was cold"', f"*{standfirst}*"] + [one for pair in zip(questions, ANSWERS, strict=True) for one in pair]
    return annotate(read_as("a.md", "\n\n".join(parts)))


def said(annotations: Annotations) -> set[tuple[str, str]]:
    return {
        (made.predicate.value, str(made.value))
        for topic in annotations.topics
        for made in (*credits_of_the_speaker(annotations, topic), *prose_credits(annotations, topic))
    }


def test_i_is_who_is_asked() -> None:
    found = said(talk("Ines Roy talks to our reporter in the harbour about Night Ferry"))
    assert {("writer", "Ines Roy"), ("editor", "Ines Roy"), ("producer", "Per Dahl"), ("cinematographer", "Carl Berg")} <= found


def test_of_two_who_are_asked_nobody_can_tell() -> None:
    found = said(talk("Ines Roy and Ana Lund talk to our reporter in the harbour about Night Ferry"))
    assert not {value for _, value in found} & {"Ines Roy", "Ana Lund"}


def test_who_asks_is_not_who_answers() -> None:
    found = said(talk("Ines Roy talks to Mark Hale about Night Ferry"))
    assert ("writer", "Ines Roy") in found
    assert "Mark Hale" not in {value for _, value in found}
