"""The command ``pictures``: a film's reception drawn, a file each."""

from pathlib import Path
from typing import Annotated

import typer

from filmdossier.present.commands.opened import Debug, Film, Library, opened_record


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    app.command()(pictures)


def pictures(
    film: Film,
    out: Annotated[Path, typer.Option(metavar="FOLDER", help="Where to write them.")] = Path(),
    library: Library = None,
    debug: Debug = False,
) -> None:
    """Draw the reception of a film as SVG files: the share with its interval, scores, stances, aspects."""
    from filmdossier.present.exporters import write_text
    from filmdossier.present.pictures.files import picture_files

    with opened_record(film, library) as record:
        files = picture_files(record)
    if not files:
        typer.echo("nothing to draw: the documents hold no review and no share of positive ones")
        return
    out.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        write_text(out / name, text)
        typer.echo(f"wrote {out / name}")
