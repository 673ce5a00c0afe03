"""What the commands print of runs and libraries: the progress bar, the summary of a run, the table of films.

Names of files and titles of films are shown as they are, never as markup or control codes: a
document must not be able to write on the terminal.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from rich import box
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from filmdossier.model.annotations import PluginReport
from filmdossier.model.summary import FilmSummary
from filmdossier.present.wording import count, file_name
from filmdossier.run.library import Summary

_LISTED = 20  # documents about no film: a folder of them says it once, failures are listed to the last
_DIRECTORS = 3
_NAME = 40  # characters of a file's name beside the bar: one width, or the bar jumps
_WIDE = 10_000  # a pipe has no width: let whoever reads it cut


@contextmanager
def progress_bar() -> Iterator[Callable[[int, int, str], None] | None]:
    """What to tell the progress of a run; None where nobody watches."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("", total=None)

        def advance(done: int, total: int, origin: str) -> None:
            name = shown(file_name(origin))
            progress.update(task, completed=done, total=total, description=f"{name[:_NAME]:{_NAME}}")

        yield advance


def show_summary(summary: Summary, library: str, films: int, *, tracebacks: bool) -> None:
    """Prints what a run did; what failed, why and what to do come last."""
    console = plain_console()
    parts = [count(len(summary.read), "document") + " read"]
    if summary.unchanged:
        parts.append(f"{len(summary.unchanged):,} unchanged")
    if summary.failures:
        parts.append(f"{len(summary.failures):,} failed")
    if summary.without_film:
        parts.append(f"{len(summary.without_film):,} about no film")
    console.print(Text(f"{', '.join(parts)}; {shown(library)} holds {count(films, 'film')}"))
    for report in summary.plugins:
        console.print(Text(f"{shown(report.annotator)}: {_plugged(report)}"))
    if summary.without_film:
        table = headed_table("About no film", "Why")
        for origin, reason in list(summary.without_film.items())[:_LISTED]:
            table.add_row(Text(shown(origin)), Text(shown(reason)))
        if (more := len(summary.without_film) - _LISTED) > 0:
            table.add_row(Text(f"and {more:,} more"), Text(""))
        console.print()
        console.print(table)
    if summary.failures:
        table = headed_table("Failed", "Why", "What to do")
        for failure in summary.failures:
            kept = " (its earlier reading is kept)" if failure.origin in summary.kept else ""
            table.add_row(Text(shown(failure.origin)), Text(shown(failure.reason) + kept), Text(shown(failure.remedy)))
        console.print()
        console.print(table)
    if tracebacks:
        for origin, trace in summary.tracebacks.items():
            Console(stderr=True).print(Text(f"\n{shown(origin)}\n{trace}"))


def _plugged(report: PluginReport) -> str:
    """What became of the output of a plugged-in annotator; what was dropped is never left unsaid."""
    words = f"{count(report.mentions, 'mention')} taken over"
    if report.unanchored:
        words += f", {report.unanchored:,} dropped because the text does not hold them"
    if report.unusable:
        words += f", {count(report.unusable, 'answer')} could not be used"
    return words


def show_films(films: Iterable[FilmSummary]) -> None:
    """Prints a line for each film."""
    table = headed_table("Id", "Title", "Year", "Director", "Documents", "Facts", "Cast", "Reviews", "Conflicts")
    for column in table.columns[4:]:
        column.justify = "right"
    for film in films:
        numbers = (film.documents, film.facts, film.cast, film.reviews, len(film.disputed))
        names = (film.film, film.title, str(film.year) if film.year else "", _directors(film))
        table.add_row(*(Text(shown(name)) for name in names), *(Text(str(number) if number else "–") for number in numbers))
    if table.row_count:
        plain_console().print(table)
    else:
        plain_console().print("no films yet: read documents about some with 'filmdossier read PATH'")


def _directors(film: FilmSummary) -> str:
    more = f" and {len(film.directors) - _DIRECTORS} more" if len(film.directors) > _DIRECTORS else ""
    return ", ".join(film.directors[:_DIRECTORS]) + more


def plain_console() -> Console:
    """The standard output; as wide as need be where it is no terminal."""
    console = Console(highlight=False)
    return console if console.is_terminal else Console(highlight=False, width=_WIDE)


def headed_table(*headers: str) -> Table:
    """An empty table under these headers."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for header in headers:
        table.add_column(header, overflow="fold")
    return table


def shown(words: str) -> str:
    """The words without control characters: what a file or a title is called must not write on the terminal."""
    return "".join("\N{REPLACEMENT CHARACTER}" if unicodedata.category(letter)[0] == "C" else letter for letter in words)
