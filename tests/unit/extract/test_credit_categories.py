"""Credits told by the categories a page is filed under."""

from filmdossier.extract.credits.categories import categorised_credits
from support.claims import stated

PAGE = "'''''Night Ferry''''' is a 1951 film directed by Ida Roy.\n\n"


def filed(*categories: str) -> dict[str, set[str]]:
    return stated(categorised_credits, PAGE + "\n".join(f"[[Category:{name}]]" for name in categories))


def test_makers_languages_and_kinds() -> None:
    assert filed(
        "Films directed by Ida Roy",
        "Films scored by John Barry (composer)",
        "Films produced by Otto Berg",
        "Films with screenplays by Eva Lind",
        "1950s Swedish-language films",
        "American Sign Language films",
        "1951 crime drama films",
    ) == {
        "director": {"Ida Roy"},
        "composer": {"John Barry"},
        "producer": {"Otto Berg"},
        "writer": {"Eva Lind"},
        "language": {"Swedish", "American Sign Language"},
        "genre": {"crime drama"},
    }


def test_shelves_are_no_kinds_of_film() -> None:
    assert (
        filed("American films", "1951 films", "1951 thriller films", "Films set in Oslo", "Films about ferries", "Sailing films")
        == {}
    )
