"""Names, titles, dates and amounts."""

import pytest

from filmdossier.annotate import annotate
from filmdossier.model.annotations import MentionKind
from support.prose import document


def found(text: str, *kinds: MentionKind) -> list[str]:
    return [mention.surface for mention in annotate(document(text)).mentions if mention.kind in kinds]


NAMES = (MentionKind.PERSON, MentionKind.NAME, MentionKind.ORGANISATION, MentionKind.PLACE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It stars Jean-Pierre Léaud and Samuel L. Jackson.", ["Jean-Pierre Léaud", "Samuel L. Jackson"]),
        ("Ines Roy of The Post liked it.", ["Ines Roy", "The Post"]),
        ("Ines Roy of the Daily Courier liked it.", ["Ines Roy", "Daily Courier"]),
        ("Guillermo del Toro's film opened.", ["Guillermo del Toro"]),
        ("The Bank of America paid.", ["Bank of America"]),
        ("Writer-director Ines Roy returned.", ["Ines Roy"]),
        ("Robert Downey Jr. was cast.", ["Robert Downey Jr."]),
        ("Walking home, he sang.", []),
        ("It's late. There's more.", []),
        ("İnci Özgür plays Ayşe.", ["İnci Özgür", "Ayşe"]),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    assert found(text, *NAMES) == expected


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Young John Carson plays Ponce.", "John Carson"),
        ("Top-billed Boris Karloff is suitably menacing.", "Boris Karloff"),
        ("Twenty-five-year-old Pietro Berg plays the son.", "Pietro Berg"),
        ("Veteran Ida Lupino shines.", "Ida Lupino"),
        ("Directors Ana Dahl and Per Roy keep it short.", "Ana Dahl"),
        ("Young Mr. Lincoln is a film.", "Young Mr. Lincoln"),
        ("Trapper John Wayne wins.", "Trapper John Wayne"),
    ],
)
def test_words_that_tell_of_a_name_are_no_part_of_it(sentence: str, name: str) -> None:
    assert found(sentence, MentionKind.PERSON)[0] == name


def test_a_capital_at_the_head_of_a_sentence_is_no_name_if_the_word_is_common() -> None:
    assert found("Weapons are all he has. He loves weapons.", *NAMES) == []


@pytest.mark.parametrize("date", ["May 14, 2018", "14 May 2018", "2018-05-14", "May 2018", "1st June 1999"])
def test_dates(date: str) -> None:
    assert found(f"It opened on {date} in Lyon.", MentionKind.DATE) == [date]


@pytest.mark.parametrize(
    "sum_", ["$25.4 million", "£200,000", "₹90 crore", "US$16–18 million", "HK$3,307,536", "2 million dollars", "Rs 2.5 crore"]
)
def test_money(sum_: str) -> None:
    assert found(f"It cost {sum_} to make.", MentionKind.MONEY) == [sum_]


@pytest.mark.parametrize("time", ["104 minutes", "1h 35m", "2 hours and 10 minutes", "97-minute"])
def test_durations(time: str) -> None:
    assert found(f"A {time} film.", MentionKind.DURATION) == [time]


def test_countries_by_adjective_and_genres() -> None:
    annotations = annotate(document("It is a 1995 Mexican neo-Western action film."))
    assert [m.value for m in annotations.mentions if m.kind is MentionKind.NATIONALITY] == ["Mexico"]
    assert [m.surface for m in annotations.mentions if m.kind is MentionKind.GENRE] == ["neo-Western", "action"]


def test_films_that_somebody_speaks_of() -> None:
    assert "Taxi Driver" in found('"People say Taxi Driver, but I never thought of it," says Day.', MentionKind.WORK)
