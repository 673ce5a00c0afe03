"""What ``reviews import`` prints: a bar while it runs, then what became of the rows.

Rows that could not be taken come last, the first of them one by one with their line and the reason.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.text import Text

from filmdossier.present.listing import headed_table, plain_console, shown
from filmdossier.present.wording import count
from filmdossier.run.tables import TableSummary

_WORDS = 5  # of verdicts not known


@contextmanager
def table_progress() -> Iterator[Callable[[str, int, int], None] | None]:
    """What to tell the progress of an import; None where nobody watches."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    columns = (BarColumn(), TaskProgressColumn(), TimeRemainingColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=console, transient=True) as progress:
        tasks = {}

        def advance(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = progress.add_task(what, total=total)
            progress.update(tasks[what], completed=done, total=total)

        yield advance


def show_table_summary(summary: TableSummary, table: str, library: str, films: int) -> None:
    """Prints what an import did."""
    console = plain_console()
    said = (
        count(summary.rows, "rating of the audience", "ratings of the audience") if summary.audience else count(summary.rows, "row")
    )
    parts = [f"{said} about {count(summary.films, 'film')}"]
    if summary.repeated:
        parts.append(f"{summary.repeated:,} said twice")
    if summary.passed_over:
        parts.append(f"{count(summary.passed_over, 'film')} not in the library passed over")
    if summary.bad:
        parts.append(f"{summary.bad:,} failed")
    done = [f"{count(summary.written, 'document')} written"] if summary.written else []
    done += [f"{summary.unchanged:,} unchanged"] if summary.unchanged else []
    done += [f"{summary.dropped:,} dropped"] if summary.dropped else []
    console.print(Text(shown(f"{table}: {', '.join(parts)}; {', '.join(done)}; {library} holds {count(films, 'film')}")))
    if summary.unnamed:
        told = f"{count(summary.unnamed, 'film')} named by nothing but an id: give a table of films with --films and import again"
        console.print(Text(told))
    if summary.verdicts:
        words = ", ".join(f"“{shown(word)}” ({number:,})" for word, number in list(summary.verdicts.items())[:_WORDS])
        console.print(Text(f"words in the column of verdicts that are none, taken without: {words}"))
    if summary.bad:
        table_of_rows = headed_table("Failed", "Line", "Why")
        table_of_rows.columns[1].justify = "right"
        for origin, row in summary.bad_rows:
            table_of_rows.add_row(Text(shown(origin)), Text(f"{row.line:,}"), Text(shown(row.reason)))
        if (more := summary.bad - len(summary.bad_rows)) > 0:
            table_of_rows.add_row(Text(f"and {more:,} more"), Text(""), Text(""))
        console.print()
        console.print(table_of_rows)
