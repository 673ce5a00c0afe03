"""What commands on a library share: its options, and the library opened for reading.

Heavy modules are imported when a command runs, so that ``--help`` answers at once.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from filmdossier.model.annotations import FilmHint
    from filmdossier.model.film import FilmRecord
    from filmdossier.settings import Settings
    from filmdossier.store import View

DEBUG = "filmdossier.debug"  # where the context of the command line keeps what --debug says


def _remember_debug(ctx: typer.Context, value: bool) -> bool:
    ctx.meta[DEBUG] = value
    return value


Library = Annotated[
    str | None,
    typer.Option(
        metavar="FILE",
        help="The library: a file, or postgresql+psycopg://USER@HOST/NAME. [default: filmdossier.db]",
        show_default=False,
    ),
]
Debug = Annotated[bool, typer.Option("--debug", callback=_remember_debug, help="Show where in the program an error arose.")]
Film = Annotated[str, typer.Argument(metavar="FILM", help='An id, a title, "Title (Year)", or the beginning of one.')]


def current_settings() -> "Settings":
    """The settings of the current folder and the environment."""
    from filmdossier.settings import load_settings

    return load_settings(Path.cwd(), os.environ)


@contextmanager
def opened_view(library: str | None) -> "Iterator[View]":
    """A view of the library, its films up to date."""
    from filmdossier.run.linking import link_films
    from filmdossier.store import Store

    with Store.open(library or current_settings().library, create=False) as store:
        link_films(store)
        with store.view() as view:
            yield view


@contextmanager
def opened_record(film: str, library: str | None) -> "Iterator[FilmRecord]":
    """The record of the film that ``film`` names."""
    from filmdossier.run.lookup import find_film
    from filmdossier.run.records import film_record

    with opened_view(library) as view:
        yield film_record(view, find_film(view.films(), film).id, compare=True)


def film_hint(film: str | None) -> "FilmHint | None":
    """The film that the option ``--film`` names."""
    from filmdossier.model.annotations import FilmHint
    from filmdossier.model.titles import title_year

    if film is None:
        return None
    named = title_year(film)
    if not any(character.isalnum() for character in named.title):
        raise typer.BadParameter('give the film as "TITLE (YEAR)"', param_hint="--film")
    return FilmHint(title=named.title, year=named.year)
