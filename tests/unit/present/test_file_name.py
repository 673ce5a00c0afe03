"""Names of documents' files, parts of tables among them."""

import pytest

from filmdossier.present.wording import file_name


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("films/desperado/article.txt", "article.txt"),
        ("article.txt", "article.txt"),
        ("tables/reviews.csv#Heat (1995)", "reviews.csv#Heat (1995)"),
        ("reviews.csv#Heat (1995) [m/heat] part 2", "reviews.csv#Heat (1995) [m/heat] part 2"),
        ("tables/reviews.csv#Fahrenheit 9/11 (2004)", "reviews.csv#Fahrenheit 9/11 (2004)"),
    ],
)
def test_a_file_is_named_without_its_folders_and_with_its_part(path: str, name: str) -> None:
    assert file_name(path) == name
