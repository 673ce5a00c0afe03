"""A player who is like somebody is no influence on the film."""

import pytest

from filmdossier.annotate import annotate
from filmdossier.extract.connections.influences import influences
from support.prose import document


def named(sentence: str) -> set[str]:
    annotations = annotate(document("Night Ferry (1982) is a brilliant, moving thriller. I loved Night Ferry.", sentence))
    return {str(made.value) for topic in annotations.topics for made in influences(annotations, topic)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Ines Roy channels Greta Garbo and the result is fun.",
        "Per Dahl, who bears more than a passing resemblance to William Holden, does well.",
        "At his best, he channels Kevin Bacon's everyman quality.",
        "Per Dahl is a Rasputin-like figure of menace.",
        "Carl Berg gives a performance reminiscent of James Cagney.",
        "The director keeps it sober without aping Alfred Hitchcock.",
    ],
)
def test_players_and_what_is_avoided(sentence: str) -> None:
    assert named(sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "whom"),
    [
        ("The film channels John Ford at every turn.", "John Ford"),
        ("Writer-director Ana Dahl channels John Huston.", "John Huston"),
        ("The script is full of Hawksian banter.", "Howard Hawks"),
        ("The picture evokes Howard Hawks.", "Howard Hawks"),
        ("She pays homage to Sergio Leone in the duel.", "Sergio Leone"),
    ],
)
def test_the_film_and_its_makers(sentence: str, whom: str) -> None:
    assert named(sentence) == {whom}
