"""Where and when the story plays."""

import pytest

from filmdossier.annotate import annotate
from filmdossier.extract.setting import setting
from support.claims import stated
from support.prose import document
from support.reading import read_as

LEAD = "{{Infobox film|name=Chinatown}}\n'''''Chinatown''''' is a 1974 American film directed by Roman Polanski."


def page(body: str, heading: str = "Plot") -> set[str]:
    return stated(setting, f"{LEAD}\n\n== {heading} ==\n{body}").get("setting", set())


def opening(sentence: str) -> set[str]:
    return stated(setting, f"{LEAD} {sentence}").get("setting", set())


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It is set in Los Angeles in 1937.", {"Los Angeles", "1937"}),
        ("Set in 1970s Darjeeling, the film follows a deaf man.", {"1970s", "Darjeeling"}),
        ("The story takes place in rural Iowa during the Great Depression.", {"rural Iowa", "Great Depression"}),
        ("The film is set in a women's prison.", {"women's prison"}),
        ("It is set in British East Africa but filmed in Texas.", {"British East Africa"}),
    ],
)
def test_set_in(sentence: str, expected: set[str]) -> None:
    assert opening(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The car is set on fire in Paris.",
        "Filming took place in Spain.",
        "Its sequel is set in Rome.",
        "The table is set in place.",
    ],
)
def test_other_meanings_of_set(sentence: str) -> None:
    assert opening(sentence) == set()


def test_the_opening_of_the_plot_gives_time_and_place() -> None:
    assert page("In 1937 Los Angeles, J. J. Gittes is hired by a woman.") == {"1937", "Los Angeles"}


def test_a_plot_that_opens_on_a_month_and_a_region() -> None:
    assert page("In July 1938, in upstate New York, a girl leaves home.") == {"1938", "upstate New York"}


def test_places_the_story_moves_to() -> None:
    assert page("Gittes works in Los Angeles. He drives a day and a night and flees to Mexico.") == {"Los Angeles", "Mexico"}


def test_characters_are_no_places() -> None:
    found = stated(
        setting,
        f"{LEAD}\n\n== Plot ==\nHe waits at Kitty's, then shoots at Noah.\n\n== Cast ==\n* John Huston as Noah Cross\n* Ann Ray as Kitty",
    )
    assert found == {}


def test_a_place_somebody_comes_from_is_only_suggested() -> None:
    assert page("He is an accountant. He dislikes flowers. He meets nobody. One day a United States senator calls.") == set()


def test_categories() -> None:
    assert opening(
        "\n\n[[Category:Films set in Los Angeles]]\n[[Category:Films set in the 1930s]]\n[[Category:Films set in hotels]]"
    ) == {"Los Angeles", "1930s"}


def test_a_review_that_tells_where() -> None:
    review = "---\nfilm: Notorious\nyear: 1946\ngrade: A\n---\n\nAn agent (Cary Grant) recruits a woman to spy on a Nazi in Rio de Janeiro."
    assert stated(setting, review, "r.md") == {"setting": {"Rio de Janeiro"}}


def test_somebody_in_the_story_is_no_place() -> None:
    assert not any(
        "Borgnine" in one for one in page("In a small frontier village, Ernest Borgnine leads his brothers past the guards.")
    )


def test_the_years_of_the_critic_are_not_those_of_the_story() -> None:
    annotations = annotate(
        document("Night Ferry (1982) is a brilliant, moving thriller. I loved it.", "In 2016, I gave Fog Island one star.")
    )
    assert "2016" not in {str(made.value) for topic in annotations.topics for made in setting(annotations, topic)}


def test_where_a_remake_moves_the_story_is_not_where_this_one_plays() -> None:
    assert "Mississippi" not in page("Per Dahl remade the film in 2004, moving it to Mississippi.", heading="Legacy")


def test_country_and_year_of_the_sheet_are_not_where_it_plays() -> None:
    sheet = (
        "MONSIEUR HULOT'S HOLIDAY\nFrance, 1953. 114 min. b/w.\nDir: Jacques Tati.\n\nFrance, 1953. 114 min. b/w.\n"
        "A man on holiday is too polite for the other guests of a small hotel by the sea,\nand every one of his favours ends in a "
        "small disaster\nthat he does not notice at all, for he is already on his way to the next.\n"
    )
    annotations = annotate(read_as("sheet.txt", sheet))
    told = {claim.value for claim in setting(annotations, annotations.topics[0])}
    assert told & {"1953", "France"} == set()
