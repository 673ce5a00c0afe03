"""The command ``queue``: what is most worth an editor's look first."""

from typing import Annotated

import typer

from filmdossier.present.commands.opened import Debug, Library, opened_view


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    app.command()(queue)


def queue(
    film: Annotated[
        str | None,
        typer.Argument(metavar="[FILM]", help='An id, a title, "Title (Year)", or the beginning of one.', show_default=False),
    ] = None,
    limit: Annotated[int, typer.Option(metavar="NUMBER", min=1, help="How many to list.")] = 20,
    library: Library = None,
    debug: Debug = False,
) -> None:
    """List what is most worth a look first: disputed, barely sure, much read."""
    from filmdossier.present.deciding_lists import show_queue
    from filmdossier.run.lookup import find_film
    from filmdossier.run.queueing import queue as queued

    with opened_view(library) as view:
        show_queue(queued(view, find_film(view.films(), film).id if film else None, limit=limit))
