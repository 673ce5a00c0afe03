"""The command ``ask``: a question in plain words, answered from the documents or not at all.

Silence is an answer: its exit status is 0, and the reason is printed. With ``--json`` the output is
one object, whose ``answer`` is null where the documents do not say.
"""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from filmdossier.present.commands.opened import Debug, Library, opened_view

if TYPE_CHECKING:
    from filmdossier.model.answer import Answer
    from filmdossier.store import View

_FILM = 'An id, a title, "Title (Year)", or the beginning of one. Left out, the whole library is asked.'


def add_to(app: typer.Typer) -> None:
    """Adds the command."""

    @app.command()
    def ask(
        film: Annotated[str, typer.Argument(metavar="[FILM]", help=_FILM, show_default=False)],
        question: Annotated[
            str | None, typer.Argument(metavar="QUESTION", help="The question, in plain words.", show_default=False)
        ] = None,
        as_json: Annotated[bool, typer.Option("--json", help="Print answer, confidence and evidence as JSON.")] = False,
        library: Library = None,
        debug: Debug = False,
    ) -> None:
        """Answer a question from the documents: of a film, or of the whole library."""
        from filmdossier.run.asking import ask
        from filmdossier.run.lookup import find_film

        with opened_view(library) as view:
            answer = ask(view, film) if question is None else ask(view, question, find_film(view.films(), film).id)
            if as_json:
                typer.echo(json.dumps(answer_json(answer), ensure_ascii=False, indent=1))
            else:
                _print(answer, view)


def answer_json(answer: "Answer") -> dict[str, object]:
    """The answer as the JSON of the command line and the HTTP API."""
    return {
        "answer": answer.text,
        "confidence": answer.confidence,
        "evidence": [
            {"document": one.document, "start": one.span.start, "end": one.span.end, "quote": one.quote} for one in answer.evidence
        ],
    }


def _print(answer: "Answer", view: "View") -> None:
    from rich.console import Console
    from rich.text import Text

    from filmdossier.present.wording import percent

    console = Console(highlight=False, soft_wrap=True)
    if not answer.values:
        console.print(Text(f"No answer: {answer.reason}."))
        return
    for value in answer.values:
        console.print(Text(_plain(value), style="bold"))
    about = ", ".join(f"{film.title} ({film.year})" if film.year else film.title for film in answer.films)
    console.print(Text(_plain(f"{about + ', ' if about else ''}{percent(answer.confidence)} sure")))
    origins = {document: head.origin for document, head in view.heads(sorted({one.document for one in answer.evidence})).items()}
    for one in answer.evidence:
        console.print(Text(f"  {_plain(origins.get(one.document, one.document))}: “{_plain(one.quote)}”"))


def _plain(text: str) -> str:
    """The text on one line, without what a terminal could take for a command."""
    return " ".join("".join(character if character.isprintable() else " " for character in text).split())
