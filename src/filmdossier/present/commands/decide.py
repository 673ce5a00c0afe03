"""The command ``decide``: what an editor says of a record, kept apart from what documents say.

Statements are named by their ids, which ``show --ids`` prints. Every decision can be undone, listed,
and kept under version control as a file.
"""

import getpass
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from filmdossier.errors import FilmdossierError
from filmdossier.present.commands.opened import Debug, Film, Library, current_settings, opened_view
from filmdossier.present.exporters import write_text

if TYPE_CHECKING:
    from filmdossier.model.decision import Decision
    from filmdossier.run.on_film import PassageGiven
    from filmdossier.store import Store

By = Annotated[
    str | None, typer.Option("--by", metavar="NAME", help="Who decides. [default: the user's login name]", show_default=False)
]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="A note that says why.", show_default=False)]
Id = Annotated[str, typer.Argument(metavar="STATEMENT", help="The statement's id, as show --ids prints it.")]
Fields = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="FIELD=VALUE", help="A field of a value that has several. May be repeated.", show_default=False),
]
Kind = Annotated[
    str, typer.Option("--what", metavar="KIND", help="film, person (who made it or wrote of it) or character.", show_default=False)
]
_SOURCE = "The passage: a document's path or id, and its first and last character: notes.txt:120-164."

decide = typer.Typer(
    name="decide",
    help="Decide on statements of a record: confirm, correct, reject, merge, split, choose, add; undo, list, export, import.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    app.add_typer(decide)


@decide.command()
def confirm(film: Film, statement: Id, by: By = None, why: Why = "", library: Library = None, debug: Debug = False) -> None:
    """Say that a statement is right."""
    from filmdossier.run import deciding

    with _store(library) as store:
        _done(deciding.confirm(store, film, statement, by=_editor(by), why=why))


@decide.command()
def correct(
    film: Film,
    statement: Id,
    value: Annotated[str | None, typer.Argument(metavar="[VALUE]", help="The right value.", show_default=False)] = None,
    fields: Fields = None,
    source: Annotated[str | None, typer.Option(metavar="PASSAGE", help=_SOURCE, show_default=False)] = None,
    by: By = None,
    why: Why = "",
    library: Library = None,
    debug: Debug = False,
) -> None:
    """Say what is right instead; needs --why or --source."""
    from filmdossier.run import deciding

    given = _given(value, fields)
    with _store(library) as store:
        made = deciding.correct(store, film, statement, given, by=_editor(by), why=why, source=_passage(source) if source else None)
        _done(made)


@decide.command()
def reject(film: Film, statement: Id, by: By = None, why: Why = "", library: Library = None, debug: Debug = False) -> None:
    """Say that a statement is wrong, or that a conflict is none."""
    from filmdossier.run import deciding

    with _store(library) as store:
        _done(deciding.reject(store, film, statement, by=_editor(by), why=why))


@decide.command()
def choose(
    film: Film,
    conflict: Annotated[str, typer.Argument(metavar="CONFLICT", help="The conflict's id, as show --ids prints it.")],
    side: Annotated[str, typer.Argument(metavar="SIDE", help="The value that is right, or its id.")],
    by: By = None,
    why: Why = "",
    library: Library = None,
    debug: Debug = False,
) -> None:
    """Say which side of a conflict is right."""
    from filmdossier.run import deciding

    with _store(library) as store:
        _done(deciding.choose(store, film, conflict, side, by=_editor(by), why=why))


@decide.command()
def add(
    film: Film,
    predicate: Annotated[str, typer.Argument(metavar="PREDICATE", help="What is stated: director, cast, award, …")],
    passage: Annotated[str, typer.Argument(metavar="PASSAGE", help=_SOURCE)],
    value: Annotated[
        str, typer.Argument(metavar="[VALUE]", help="The value. [default: the words of the passage]", show_default=False)
    ] = "",
    fields: Fields = None,
    by: By = None,
    why: Why = "",
    library: Library = None,
    debug: Debug = False,
) -> None:
    """Add a statement that a passage makes and that was not found."""
    from filmdossier.run import deciding

    with _store(library) as store:
        given = _given(value or None, fields) if value or fields else ""
        _done(deciding.add(store, film, predicate, given, _passage(passage), by=_editor(by), why=why))


@decide.command()
def merge(
    film: Film,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name that is somebody else's, or the film that is another one.")],
    into: Annotated[
        str | None, typer.Argument(metavar="[INTO]", help="Whose name it is; not for films.", show_default=False)
    ] = None,
    what: Kind = "person",
    by: By = None,
    why: Why = "",
    library: Library = None,
    debug: Debug = False,
) -> None:
    """Say that two names are one person or character, or that FILM is the film NAME."""
    from filmdossier.run import deciding

    if (into is None) is not (what == "film"):
        raise typer.BadParameter("give two names, or --what film and the film that FILM is", param_hint="INTO")
    with _store(library) as store:
        if into is None:
            _done(deciding.merge_films(store, film, name, by=_editor(by), why=why))
        else:
            _done(deciding.merge_names(store, film, what, name, into, by=_editor(by), why=why))


@decide.command()
def split(
    film: Film,
    names: Annotated[
        list[str],
        typer.Argument(metavar="NAME…", help="Two names that are two; or the title of the other film, and its documents."),
    ],
    what: Kind = "person",
    by: By = None,
    why: Why = "",
    library: Library = None,
    debug: Debug = False,
) -> None:
    """Say that two names are two persons or characters, or that documents are about another film."""
    from filmdossier.model.titles import title_year
    from filmdossier.run import deciding

    if len(names) < 2 or (what != "film" and len(names) > 2):
        raise typer.BadParameter("give two names, or --what film, a title and documents", param_hint="NAME")
    with _store(library) as store:
        if what == "film":
            other = title_year(names[0])
            made = deciding.split_film(store, film, names[1:], other.title, other.year, by=_editor(by), why=why)
        else:
            made = deciding.split_names(store, film, what, names[0], names[1], by=_editor(by), why=why)
        _done(made)


@decide.command()
def undo(
    decision: Annotated[str, typer.Argument(metavar="DECISION", help="The decision's id, or its beginning.")],
    by: By = None,
    why: Why = "",
    library: Library = None,
    debug: Debug = False,
) -> None:
    """Take a decision back; of an undoing, make it hold again."""
    from filmdossier.run import deciding

    with _store(library) as store:
        _done(deciding.undo(store, decision, by=_editor(by), why=why))


@decide.command("list")
def list_decisions(
    film: Annotated[str | None, typer.Argument(metavar="[FILM]", help="Only this film's.", show_default=False)] = None,
    library: Library = None,
    debug: Debug = False,
) -> None:
    """List every decision, the last first, with those undone."""
    from filmdossier.present.deciding_lists import show_history
    from filmdossier.run.deciding import history
    from filmdossier.run.lookup import find_film

    with opened_view(library) as view:
        show_history(history(view, find_film(view.films(), film).id if film else None))


@decide.command("export")
def export_file(
    film: Annotated[str | None, typer.Argument(metavar="[FILM]", help="Only this film's.", show_default=False)] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where to write it. [default: standard output]", show_default=False)
    ] = None,
    library: Library = None,
    debug: Debug = False,
) -> None:
    """Write decisions to a file, a line each."""
    from filmdossier.run.decision_file import export_decisions
    from filmdossier.run.lookup import find_film

    with opened_view(library) as view:
        write_text(out, export_decisions(view, find_film(view.films(), film).id if film else None))
    if out is not None and str(out) != "-":
        typer.echo(f"wrote {out}")


@decide.command("import")
def import_file(
    file: Annotated[Path, typer.Argument(metavar="FILE", help='A file that "decide export" wrote, or "-".')],
    library: Library = None,
    debug: Debug = False,
) -> None:
    """Take in decisions from a file; what is there already changes nothing."""
    from filmdossier.present.deciding_lists import show_imported
    from filmdossier.run.decision_file import import_decisions

    try:
        text = sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise FilmdossierError(f"{file} is not a text in UTF-8; choose a file that 'decide export' wrote") from None
    with _store(library) as store:
        imported = import_decisions(store, text)
    show_imported(imported)
    if imported.refused:
        raise typer.Exit(1)


@contextmanager
def _store(library: str | None) -> "Iterator[Store]":
    from filmdossier.store import Store

    with Store.open(library or current_settings().library, create=False) as store:
        yield store


def _editor(by: str | None) -> str:
    if by is not None:
        return by
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no login name, as in a container
        raise FilmdossierError("nobody is logged in by name; say who decides with --by") from None


def _given(value: str | None, fields: list[str] | None) -> str | Mapping[str, object]:
    """The value typed: a text, or fields."""
    if (value is None) is (not fields):
        raise typer.BadParameter("give the right value, or its fields with --set", param_hint="VALUE")
    if value is not None:
        return value
    pairs = [field.partition("=") for field in fields or ()]
    for name, equals, _ in pairs:
        if not equals or not name:
            raise typer.BadParameter(f"{name!r} gives no value; write FIELD=VALUE", param_hint="--set")
    given: dict[str, object] = {name.strip(): text for name, _, text in pairs}
    if "aliases" in given:
        given["aliases"] = tuple(part.strip() for part in str(given["aliases"]).split(";") if part.strip())
    return given


def _passage(typed: str) -> "PassageGiven":
    from filmdossier.run.on_film import PassageGiven

    document, colon, span = typed.rpartition(":")
    start, dash, end = span.partition("-")
    if not (colon and dash and document and start.isdigit() and end.isdigit()):
        raise typer.BadParameter(f"{typed!r} names no passage; write DOCUMENT:START-END", param_hint="PASSAGE")
    return PassageGiven(document=document, start=int(start), end=int(end))


def _done(decision: "Decision") -> None:
    typer.echo(
        f"{decision.id[:8]}  {decision.verdict.value} {decision.about}  (undo with: filmdossier decide undo {decision.id[:8]})"
    )
