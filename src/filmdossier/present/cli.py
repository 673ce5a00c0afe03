"""The command line: what a person types becomes a run, a table, a page or a file.

Exit status 0 when all is well, 1 when something failed (the rest is done), 2 for a usage error.
Commands import what they need when they run: ``--help`` answers before SQLAlchemy could be loaded.
"""

import logging
import os
import sys
from dataclasses import replace
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from filmdossier import __version__
from filmdossier.errors import FilmdossierError, SettingsError
from filmdossier.present.commands.ask import add_to as add_ask
from filmdossier.present.commands.decide import add_to as add_decide
from filmdossier.present.commands.export import add_to as add_export
from filmdossier.present.commands.opened import DEBUG, Debug, Film, Library, current_settings, film_hint, opened_record, opened_view
from filmdossier.present.commands.pictures import add_to as add_pictures
from filmdossier.present.commands.queue import add_to as add_queue
from filmdossier.present.commands.reviews import add_to as add_reviews
from filmdossier.present.commands.serve import add_to as add_serve
from filmdossier.present.exporters import write_text

if TYPE_CHECKING:
    from filmdossier.annotate.plugins.additions import Plugin
    from filmdossier.settings import Settings


def _no_interrupt(record: logging.LogRecord) -> bool:
    """Whether a record is of something else than an interrupt: SQLAlchemy logs one that falls into its pool, and raises it too."""
    return record.exc_info is None or not isinstance(record.exc_info[1], KeyboardInterrupt)


class _Commands(TyperGroup):
    """The commands; an error becomes one line on the error stream, and a traceback only with ``--debug``."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        # Typer loads pydantic to find that a flag was not given, half of the time of "read --help". Where
        # the command comes first, --help is the command's and not ours to parse.
        self.add_help_option = not args or args[0].startswith("-")
        try:
            return super().parse_args(ctx, args)
        finally:
            self.add_help_option = True

    def invoke(self, ctx: Any) -> Any:
        if logging.lastResort is not None:
            logging.lastResort.addFilter(_no_interrupt)
        try:
            return super().invoke(ctx)
        except FilmdossierError as error:
            if ctx.meta.get(DEBUG):
                raise
            message, status = str(error), 2 if isinstance(error, SettingsError) else 1
        except KeyboardInterrupt:
            message, status = "interrupted; what was read so far is in the library, run again to go on", 130
        except BrokenPipeError:
            raise  # Typer ends quietly
        except OSError as error:
            if ctx.meta.get(DEBUG):
                raise
            message, status = (
                f"{error.filename or 'the file'} cannot be used ({error.strerror or error}); check that it exists and its permissions",
                1,
            )
        typer.echo(f"filmdossier: {' '.join(message.split())}", err=True)
        raise typer.Exit(status)


app = typer.Typer(
    name="filmdossier",
    cls=_Commands,
    help="Everything written about a film, in one record you can check.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _version(value: bool) -> None:
    if value:
        typer.echo(f"filmdossier {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    pass


@app.command()
def read(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH", exists=True, help="Files and folders to read.", show_default=False)
    ],
    film: Annotated[
        str | None, typer.Option(metavar='"TITLE (YEAR)"', help="The film these documents are about.", show_default=False)
    ] = None,
    annotator: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help="Plug in an annotator: spacy:PIPELINE, or openai:URL#MODEL, which sends the documents' text to that URL. May be repeated.",
            show_default=False,
        ),
    ] = None,
    library: Library = None,
    debug: Debug = False,
) -> None:
    """Read files and folders into the library."""
    from filmdossier.present.listing import progress_bar, show_summary
    from filmdossier.run.library import read_paths
    from filmdossier.run.pipeline import STAGES
    from filmdossier.run.reading import Limits
    from filmdossier.store import Store

    settings = current_settings()
    stages = replace(STAGES, plugins=_plugins(annotator, settings)) if annotator else STAGES
    limits = Limits(
        workers=settings.workers,
        time_limit_seconds=settings.time_limit_seconds,
        size_limit_bytes=settings.size_limit_megabytes * 1_000_000,
        memory_limit_bytes=settings.memory_limit_megabytes * 1_000_000,
    )
    hint = film_hint(film)
    with Store.open(library or settings.library) as store:
        with progress_bar() as on_progress:
            summary = read_paths(paths, store, hint, on_progress, limits=limits, stages=stages)
        with store.view() as view:
            show_summary(summary, store.location, len(view.films()), tracebacks=debug)
    if summary.failures:
        raise typer.Exit(1)


@app.command()
def films(library: Library = None, debug: Debug = False) -> None:
    """List the films in the library, with what is known of each."""
    from filmdossier.present.listing import show_films
    from filmdossier.run.linking import link_films
    from filmdossier.run.summaries import every_summary
    from filmdossier.store import Store

    with Store.open(library or current_settings().library, create=False) as store:
        link_films(store)
        show_films(every_summary(store))


@app.command()
def show(
    film: Film,
    part: Annotated[str | None, typer.Option(metavar="PART", help="Only one part of the record.", show_default=False)] = None,
    ids: Annotated[bool, typer.Option("--ids", help="List the statements by their ids, which decisions name.")] = False,
    library: Library = None,
    debug: Debug = False,
) -> None:
    """Show the record of a film."""
    if ids:
        from filmdossier.present.deciding_lists import show_ids
        from filmdossier.run.lookup import find_film
        from filmdossier.run.records import film_record

        with opened_view(library) as view:
            found = find_film(view.films(), film).id
            show_ids(film_record(view, found, layout=False), view.claims_of(found), part)
        return
    from rich.console import Console

    from filmdossier.present.show import render

    with opened_record(film, library) as record:
        render(record, Console(), part)


@app.command()
def dossier(
    film: Film,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE.html", help="Where to write it. [default: FILM-ID.html]", show_default=False),
    ] = None,
    library: Library = None,
    debug: Debug = False,
) -> None:
    """Write the dossier of a film: one page that needs no network."""
    from filmdossier.present.dossier import render

    with opened_record(film, library) as record:
        path = output or Path(f"{record.film.id}.html")
        write_text(path, render(record))
    if str(path) != "-":
        typer.echo(f"wrote {path}")


add_decide(app)
add_ask(app)
add_queue(app)
add_export(app)
add_pictures(app)
add_reviews(app)
add_serve(app)


def main() -> None:
    """Runs the command that the arguments name."""
    for stream in (sys.stdout, sys.stderr):
        # Titles hold any character; a terminal or a pipe of an older encoding shows what it can of them.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        app()
    except Exception as error:
        if "--debug" in sys.argv:
            raise
        typer.echo(
            f"filmdossier: internal error: {type(error).__name__}: {error}; please report it, with what --debug shows", err=True
        )
        sys.exit(1)
    finally:
        try:
            sys.stdout.flush()
        except BrokenPipeError:  # whoever read the pipe has gone; Python would complain of it once more at exit
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _plugins(names: list[str], settings: "Settings") -> "tuple[Plugin, ...]":
    from filmdossier.annotate.plugins import choose
    from filmdossier.settings import KEY_VARIABLE

    key = os.environ.get(KEY_VARIABLE, "")
    return tuple(choose(name, key=key, timeout_seconds=settings.annotator_timeout_seconds) for name in dict.fromkeys(names))


if __name__ == "__main__":
    main()
