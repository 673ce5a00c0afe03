"""Which film a user means."""

import pytest

from filmdossier.errors import UnknownFilm
from filmdossier.model.film import FilmIdentity
from filmdossier.run.lookup import find_film


def film(film_id: str, title: str, year: int | None, *aliases: str) -> FilmIdentity:
    return FilmIdentity(id=film_id, title=title, year=year, aliases=aliases)


FILMS = (
    film("2001-a-space-odyssey-1968", "2001: A Space Odyssey", 1968),
    film("amelie-2001", "Amélie", 2001, "Le Fabuleux Destin d'Amélie Poulain"),
    film("blade-runner-1982", "Blade Runner", 1982),
    film("blade-runner-2049-2017", "Blade Runner 2049", 2017),
    film("desperado-1995", "Desperado", 1995),
    film("film-1954", "七人の侍", 1954, "Seven Samurai"),
    film("rec-2007", "[REC]", 2007),
    film("scarface-1932", "Scarface", 1932),
    film("scarface-1983", "Scarface", 1983),
    film("the-thing-1982", "The Thing", 1982),
)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("desperado-1995", "desperado-1995"),
        ("Desperado", "desperado-1995"),
        ("DESPERADO (1995)", "desperado-1995"),
        ("desp", "desperado-1995"),
        ("Scarface (1983)", "scarface-1983"),
        ("scarface 1932", "scarface-1932"),
        ("amelie", "amelie-2001"),
        ("le fabuleux destin d’Amelie Poulain", "amelie-2001"),
        ("Thing", "the-thing-1982"),
        ("the thi", "the-thing-1982"),
        ("Blade Runner", "blade-runner-1982"),
        ("blade runner 2049", "blade-runner-2049-2017"),
        ("Blade Runner 2", "blade-runner-2049-2017"),
        ("2001", "2001-a-space-odyssey-1968"),
        ("[REC]", "rec-2007"),
        ("rec (2007)", "rec-2007"),
        ("七人の侍", "film-1954"),
        ("Seven Samurai (1954)", "film-1954"),
    ],
)
def test_found(wanted: str, found: str) -> None:
    assert find_film(FILMS, wanted).id == found
    assert find_film(FILMS[::-1], wanted).id == found


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ("Scarface", r"could be scarface-1932 \(Scarface, 1932\) or scarface-1983 \(Scarface, 1983\); name one"),
        ("s", "could be scarface-1932.*scarface-1983"),
        ("Desparado", r"no film 'Desparado'; did you mean desperado-1995 \(Desperado, 1995\)\?"),
        ("Desperado (1996)", "did you mean desperado-1995"),
        ("Casablanca", "no film 'Casablanca'"),
        ("", "no film was named"),
        ("!!!", "no film '!!!'"),
    ],
)
def test_never_guessed(wanted: str, message: str) -> None:
    with pytest.raises(UnknownFilm, match=message):
        find_film(FILMS, wanted)


def test_an_empty_library_says_so() -> None:
    with pytest.raises(UnknownFilm, match="the library is empty"):
        find_film((), "Desperado")
