"""Performers named by a critic, and the other people a critic names."""

import pytest

from support.cast import cast_of, review


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A small-town garage owner (Robert Mitchum) hears from a gambler (Kirk Douglas).", {("Robert Mitchum", "small-town garage owner"), ("Kirk Douglas", "gambler")}),
        ("A writer (Johnny Depp) and his lawyer (Benicio Del Toro) drive to Las Vegas.", {("Johnny Depp", "writer"), ("Benicio Del Toro", "his lawyer")}),
        ("Jane Greer is good as the femme fatale.", {("Jane Greer", "the femme fatale")}),
        ("Nova Pilbeam is a whiney, unsympathetic mess as the kidnapped daughter.", {("Nova Pilbeam", "the kidnapped daughter")}),
        ("Supporting them is the excellent Alec Cawthorne as the gruff Inspector Doppler.", {("Alec Cawthorne", "Inspector Doppler")}),
        ("As Van Helsing, Anthony Hopkins fares better.", {("Anthony Hopkins", "Van Helsing")}),
        ("Oscar Isaac plays William Tell, a gambler who limits his winnings.", {("Oscar Isaac", "William Tell")}),
        ("Eric DaRe, son of Aldo Ray, plays her brother.", {("Eric DaRe", "her brother")}),
        ("Robert Mitchum is tailor-made for this. Mitchum plays Bailey, a man with a past.", {("Robert Mitchum", None), ("Robert Mitchum", "Bailey")}),
        ("The woman is Salma Hayek, the owner of a bookshop.", {("Salma Hayek", "the woman")}),
        ("Quentin Tarantino has a small cameo in this movie.", {("Quentin Tarantino", None)}),
        ("Antonio Banderas plays here the first big role of his career.", {("Antonio Banderas", None)}),
        ("There is an excellent performance by Gloria Grahame.", {("Gloria Grahame", None)}),
        ("William Jordan's biker delivers his lines like a shopping list.", {("William Jordan", "biker")}),
        ("Burt Lancaster's Ned Merrill emerges from the woods.", {("Burt Lancaster", "Ned Merrill")}),
        ("We learn little of the heroes, played by Cesare Danova and Wilfrid Hyde-White.", {("Cesare Danova", "hero"), ("Wilfrid Hyde-White", "hero")}),
        ("Will Rogers plays a salesman.", {("Will Rogers", "salesman")}),
        ("Donald Sutherland is Oddball, a tank commander.", {("Donald Sutherland", "Oddball")}),
        ("Robert Shaw is the shark hunter Quint, who sings.", {("Robert Shaw", "Quint")}),
        ("Roy Scheider is the police chief of Amity, Martin Brody, a man who hates the water.", {("Roy Scheider", "Martin Brody")}),
        ("Hurt plays a scientist in the year 2031.", {("Hurt", "scientist")}),
    ],
)  # fmt: skip
def test_performers(text: str, expected: set[tuple[str, str | None]]) -> None:
    assert review(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Director Renny Harlin manages to keep the pace up.",
        "The script by Daniel Mainwaring, from his novel, is sharp.",
        "It reminded me of Dwight Frye's turn as Renfield in _Dracula_.",
        "She is a clone of Lauren Bacall's character in _The Big Sleep_.",
        "Hitchcock would remake this film with James Stewart and Doris Day in the lead roles.",
        "Watch _Ride the High Country_, which starred Randolph Scott, instead.",
        "It is more akin to Anne Rice's Lestat than to anything here.",
        "The film feels like a lecture, as Orson Welles once said.",
        "The lack of the usual faces, especially Desmond Llewelyn as Q, does hurt.",
        "Based on H. Rider Haggard's Victorian novel, it drags.",
        "The plot plays out as a series of lectures on St. Paul's Cathedral.",
        "Roger Corman uses silence as a weapon.",
    ],
)
def test_others(text: str) -> None:
    assert review(text) == set()


def test_players_before_the_brackets_are_not_taken_for_the_parts() -> None:
    told = "The wise King Mufasa rules. Voices: Jonathan Hale (Simba), James Earl Jones (Mufasa), Jeremy Irons (Scar)."
    assert not {actor for actor, _ in review(told)} & {"King Mufasa", "Mufasa", "Simba", "Scar"}


def test_the_synopsis_in_the_header_counts() -> None:
    page = "---\nfilm: Night Ferry (1951)\ngrade: B\nsynopsis: Robert Quarry plays Khorda, a vampire who poses as a guru.\n---\n\nIt is absurd, and I enjoyed it."
    assert cast_of(page, "review.md") == {("Robert Quarry", "Khorda")}


def test_a_pronoun_right_after_the_one_performer() -> None:
    assert ("Humphrey Bogart", "John Murrell") in review(
        "Humphrey Bogart gives a strange performance. Sporting a moustache, he's playing the outlaw John Murrell."
    )


def test_no_character_becomes_a_performer() -> None:
    found = review("Dick Powell plays Philip Marlowe. Philip Marlowe's character deserves better, and Marlowe is great as ever.")
    assert {actor for actor, _ in found} == {"Dick Powell"}


@pytest.mark.parametrize(
    ("sentence", "player"),
    [
        ("Ines Roy rivets as Carla, a widow bent on revenge.", "Ines Roy"),
        ("Per Dahl still chills as the ferryman.", "Per Dahl"),
        ("Ines Roy, Per Dahl and Ana Lund all perform well.", "Per Dahl"),
        ("Ines Roy and Per Dahl round out Carla's crew.", "Per Dahl"),
        ("Ines Roy and Per Dahl commit to their roles with surprising professionalism.", "Ines Roy"),
    ],
)
def test_players_by_what_a_critic_says_they_do(sentence: str, player: str) -> None:
    assert player in {actor for actor, _ in review(sentence)}


@pytest.mark.parametrize(
    "sentence",
    ["It reads like a set-up for Per Dahl's one-liners.", "I kept hoping Per Dahl would turn up as the ferryman."],
)
def test_lines_and_wishes_are_no_parts(sentence: str) -> None:
    assert "Per Dahl" not in {actor for actor, _ in review(sentence)}
