"""The command ``export``: records out of the library, in the formats of other programs."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from filmdossier.errors import FilmdossierError
from filmdossier.present.commands.opened import Debug, Library, opened_record, opened_view
from filmdossier.present.exporters import EXPORTERS, Exporter, ExportOptions, write_bytes, write_text

if TYPE_CHECKING:
    from filmdossier.model.film import FilmRecord

# The option of the command line that sets each option of the exporters.
_OPTIONS = {"item": "--item", "items": "--items", "average": "--no-average", "spreadsheet": "--spreadsheet"}
_ITEM = re.compile(r"Q[1-9][0-9]*")


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    app.command()(export)


def export(
    film: Annotated[
        str | None,
        typer.Argument(metavar="[FILM]", help='An id, a title, "Title (Year)", or the beginning of one.', show_default=False),
    ] = None,
    to: Annotated[str, typer.Option(metavar="FORMAT", help=f"The format: {', '.join(EXPORTERS)}.")] = "json",
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="PATH",
            help="The file to write; with --all, the folder; csv and parquet are one file. [default: standard output]",
            show_default=False,
        ),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Export every film: a file each, or one table.")] = False,
    item: Annotated[
        str | None, typer.Option(metavar="Q…", help="quickstatements: the film's own item on Wikidata.", show_default=False)
    ] = None,
    items: Annotated[
        Path | None,
        typer.Option(
            metavar="TABLE",
            help="quickstatements: a CSV file with a name and its Wikidata item in each line.",
            show_default=False,
            exists=True,
            dir_okay=False,
        ),
    ] = None,
    no_average: Annotated[
        bool, typer.Option("--no-average", help="wikitext: leave the average rating of Rotten Tomatoes out.")
    ] = False,
    spreadsheet: Annotated[
        bool, typer.Option("--spreadsheet", help="csv: put an apostrophe before what a spreadsheet would take for a formula.")
    ] = False,
    library: Library = None,
    debug: Debug = False,
) -> None:
    """Export the record of a film, or of all."""
    if to not in EXPORTERS:
        raise typer.BadParameter(f"{to!r} is no format; known are {', '.join(EXPORTERS)}", param_hint="--to")
    if every is (film is not None):
        raise typer.BadParameter("name a film, or give --all for every film", param_hint="FILM")
    exporter = EXPORTERS[to]
    if item is not None and (every or not _ITEM.fullmatch(item)):
        raise typer.BadParameter("give the item of one film, such as Q42", param_hint="--item")
    options = ExportOptions(
        item=item, items=_items(items) if items else {}, average=not no_average, spreadsheet=spreadsheet
    )  # fmt: skip
    for name in sorted(options.chosen() - exporter.options):
        raise typer.BadParameter(f"{to} has no such option", param_hint=_OPTIONS[name])
    if exporter.binary and (out is None or str(out) == "-"):
        raise typer.BadParameter(f"{to} is not text: name the file", param_hint="--out")
    if exporter.table and out is not None and out.is_dir():
        out = out / f"films{exporter.suffix}"
    if film is not None:
        with opened_record(film, library) as record:
            _write(exporter, out, [record], options)
    elif exporter.table:
        from filmdossier.run.records import film_records

        with opened_view(library) as view:
            _write(exporter, out, film_records(view, layout=False, compare=True), options)
    else:
        _write_each(exporter, out, options, library)


def _write_each(exporter: Exporter, folder: Path | None, options: ExportOptions, library: str | None) -> None:
    from filmdossier.run.records import film_records

    if folder is None:
        raise typer.BadParameter("--all writes a file for each film: name the folder", param_hint="--out")
    with opened_view(library) as view:
        folder.mkdir(parents=True, exist_ok=True)
        written = 0
        for record in film_records(view, layout=False, compare=True):
            written += _write(exporter, folder / f"{record.film.id}{exporter.suffix}", [record], options)
    typer.echo(f"wrote {written} {'file' if written == 1 else 'files'} to {folder}")


def _write(exporter: Exporter, out: Path | None, records: "Iterable[FilmRecord]", options: ExportOptions) -> int:
    """Writes the file and the one beside it; how many files that were."""
    if out is None or str(out) == "-":
        write_text(out, exporter.content_of(records, options).decode())
        return 0
    if exporter.beside is None:
        write_bytes(out, exporter.content_of(records, options))
        return 1
    suffix, text_of = exporter.beside
    (record,) = records
    write_text(out.with_name(f"{out.name.removesuffix(out.suffix)}{suffix}"), text_of(record))
    write_bytes(out, exporter.content_of([record], options))
    return 2


def _items(path: Path) -> Mapping[str, str]:
    """The items of names in a table of two columns: a name and its item; a first line of other words is its head."""
    import csv

    found: dict[str, str] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as table:
            rows = list(csv.reader(table))
    except (UnicodeDecodeError, csv.Error) as error:
        raise FilmdossierError(f"{path} is not a CSV file in UTF-8 ({error}); save it as one") from error
    for number, row in enumerate(rows, start=1):
        if len(row) >= 2 and _ITEM.fullmatch(row[1].strip()):
            found[row[0].strip()] = row[1].strip()
        elif row and number > 1:
            raise FilmdossierError(f"{path}, line {number}: {', '.join(row)!r} is not a name and an item such as Q42")
    return found
