"""Players whose verb stands once, before: "A plays the Colonel, B his aide; C, who came late, the cook"."""

import pytest

from support.cast import review


@pytest.mark.parametrize(
    ("sentence", "played"),
    [
        (
            "Edith Evans plays the Dean, Robert Newton the porter, and Flora Robson his wife.",
            {("Edith Evans", "Dean"), ("Robert Newton", "porter"), ("Flora Robson", "his wife")},
        ),
        (
            "Nigel Stock is the vicar; Peggy Ashcroft, who came to it late, the organist; John Laurie and Moore Marriott, the gravediggers.",
            {
                ("Nigel Stock", "vicar"),
                ("Peggy Ashcroft", "organist"),
                ("John Laurie", "gravedigger"),
                ("Moore Marriott", "gravedigger"),
            },
        ),
        (
            "The widow is played by Googie Withers, her boy by Jeremy Spenser, and the lodger by Robert Beatty.",
            {("Googie Withers", "the widow"), ("Jeremy Spenser", "her boy"), ("Robert Beatty", "the lodger")},
        ),
        ("Miss Grey is Joan Hickson; the lodger, Guy Middleton.", {("Joan Hickson", "Miss Grey"), ("Guy Middleton", "lodger")}),
    ],
)
def test_the_verb_stands_once(sentence: str, played: set[tuple[str, str | None]]) -> None:
    found = {(actor, part.removeprefix("the ") if part else part) for actor, part in review(sentence)}
    assert found == {(actor, part.removeprefix("the ") if part else part) for actor, part in played}


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("Joan Hickson, who had nursed a company through Burma and hated every week of it, is Miss Grey.", "Joan Hickson"),
        ("Ferdy Mayne agreed to be the envoy.", "Ferdy Mayne"),
        ("Googie Withers plays the widow, and Guy Middleton is a gangster.", "Guy Middleton"),
        ("Paul Scofield, who as Becket hardly moves, is worth the fare.", "Paul Scofield"),
    ],
)
def test_asides_and_offers(sentence: str, actor: str) -> None:
    assert actor in {one for one, _ in review(sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Edith Evans plays the Dean, who has buried Max Roy, the founder, and Jo Lund the cook.",
        "Edith Evans plays the Dean, and Max Roy, the critic of a Sunday paper, hated it.",
    ],
)
def test_others_in_the_sentence(sentence: str) -> None:
    assert "Max Roy" not in {one for one, _ in review(sentence)}


def test_a_process_is_no_part() -> None:
    assert review("Otto Kanturek's Technicolor glows.") == set()


def test_voices_lent() -> None:
    sentence = "Joan Hickson lent her voice to the goose, and Guy Middleton his to Lord Fox."
    assert ("Guy Middleton", "Lord Fox") in review(sentence)
    assert "Flora Robson" in {actor for actor, _ in review("The narrator's voice belongs to Flora Robson.")}


def test_a_bracket_between_player_and_part() -> None:
    sentence = "Edith Evans is the Dean; Flora Robson (the director's wife at the time) Mrs Grey."
    assert ("Flora Robson", "Mrs Grey") in review(sentence)


def test_harbours_do_not_act() -> None:
    assert review("The quays were those of Wapping and St Katharine.") == set()


def test_papers_are_no_parts() -> None:
    assert review('DAILY EXPRESS (Flora Robson): "I have not stopped thinking about her face."') == set()
