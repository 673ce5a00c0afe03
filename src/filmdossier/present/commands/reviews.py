"""The commands on reviews: ``reviews import`` takes a table of them into the library."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from filmdossier.present.commands.opened import Debug, Library, current_settings, film_hint

if TYPE_CHECKING:
    from filmdossier.read.tables import Field

_HIGHEST_SCALE = 1000


def add_to(app: typer.Typer) -> None:
    """Adds the group of commands."""
    group = typer.Typer(
        name="reviews", help="Work with tables of reviews.", no_args_is_help=True, add_completion=False, rich_markup_mode=None
    )
    group.command("import")(import_reviews)
    # A group of one command would be that command; a callback keeps it a group.
    group.callback()(_reviews)
    app.add_typer(group)


def _reviews() -> None:
    """Work with tables of reviews."""


def import_reviews(
    table: Annotated[
        Path,
        typer.Argument(
            metavar="TABLE",
            exists=True,
            dir_okay=False,
            help="CSV, TSV, JSON lines or Parquet, packed with gzip or not.",
            show_default=False,
        ),
    ],
    film: Annotated[
        str | None,
        typer.Option(
            metavar='"TITLE (YEAR)"',
            help="The film that all rows are about; for a table without a column of films.",
            show_default=False,
        ),
    ] = None,
    mapping: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="COLUMN=FIELD",
            help="What a column holds: film, year, film_id, critic, user, outlet, date, verdict, rating or quote. May be repeated.",
            show_default=False,
        ),
    ] = None,
    films: Annotated[
        Path | None,
        typer.Option(
            metavar="TABLE",
            exists=True,
            dir_okay=False,
            help="A table of films (id, title, year), where TABLE names films by an id.",
            show_default=False,
        ),
    ] = None,
    scale: Annotated[
        int | None,
        typer.Option(
            metavar="NUMBER",
            min=1,
            max=_HIGHEST_SCALE,
            help="What ratings that are a number and no more are out of, such as 10.",
            show_default=False,
        ),
    ] = None,
    audience: Annotated[
        bool, typer.Option("--audience", help="The rows are the audience's: they become one score, and no reviews.")
    ] = False,
    known: Annotated[bool, typer.Option("--known", help="Only films that the library holds already.")] = False,
    encoding: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="The encoding. [default: as it looks: UTF-8, UTF-16, Windows-1252]", show_default=False),
    ] = None,
    library: Library = None,
    debug: Debug = False,
) -> None:
    """Import a table of reviews."""
    from filmdossier.present.table_summary import show_table_summary, table_progress
    from filmdossier.run.table_intake import TableOptions
    from filmdossier.run.tables import import_table
    from filmdossier.store import Store

    options = TableOptions(
        film=film_hint(film),
        mapping=_mapping(mapping or []),
        films=films,
        scale="" if scale is None else str(scale),
        audience=audience,
        known_only=known,
        encoding=encoding,
    )
    with Store.open(library or current_settings().library) as store:
        with table_progress() as on_progress:
            summary = import_table(table, store, options, on_progress)
        with store.view() as view:
            show_table_summary(summary, table.name, store.location, len(view.films()))
    if summary.bad:
        raise typer.Exit(1)


def _mapping(pairs: list[str]) -> "dict[str, Field]":
    from filmdossier.read.tables import Field

    found: dict[str, Field] = {}
    for pair in pairs:
        column, _, name = (part.strip() for part in pair.rpartition("="))
        if not column or name not in list(Field):
            raise typer.BadParameter(f"{pair!r}: write COLUMN=FIELD, the field one of {', '.join(Field)}", param_hint="--map")
        if column in found or name in found.values():
            raise typer.BadParameter(f"{pair!r}: a column holds one field, and a field is held by one column", param_hint="--map")
        found[column] = Field(name)
    return found
