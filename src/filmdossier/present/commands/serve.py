"""The command ``serve``: the library as pages in the browser, on this machine alone unless a token guards it."""

import gc
import getpass
import logging
from typing import TYPE_CHECKING, Annotated

import typer

from filmdossier.present.commands.opened import Debug, Library, current_settings

if TYPE_CHECKING:
    from filmdossier.present.web.serving import Serving
    from filmdossier.settings import Settings


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    app.command()(serve)


def serve(
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Where to listen; another than this machine's own needs a token.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="NUMBER", min=0, max=65535, help="The port; 0 for any that is free.")] = 8000,
    token: Annotated[
        str | None,
        typer.Option(
            metavar="TOKEN", help='What browsers must show to come in; "new" makes one and prints it.', show_default=False
        ),
    ] = None,
    name: Annotated[
        list[str] | None,
        typer.Option(
            metavar="HOST", help="A further name under which this machine is reached. May be repeated.", show_default=False
        ),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Who decides where a form names nobody. [default: the user's name]", show_default=False),
    ] = None,
    library: Library = None,
    debug: Debug = False,
) -> None:
    """Serve the library as pages in the browser."""
    import socket

    import uvicorn

    from filmdossier.present.web import create_app
    from filmdossier.present.web.serving import is_local
    from filmdossier.store import Store

    settings = current_settings()
    serving = _serving(settings, host, port, token, name, by)
    logging.basicConfig(level=logging.INFO if debug else logging.WARNING, format="%(message)s")
    with Store.open(library or settings.library) as store:
        listening = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
        serving = _serving(settings, host, listening.getsockname()[1], serving.token, name, by)
        # Nobody reaches the address that stands for all of a machine's.
        named = socket.gethostname() if host in ("0.0.0.0", "::") else host  # noqa: S104 - only compared
        shown = f"[{named}]" if ":" in named else named
        address = f"http://{shown}:{serving.port}/" + (f"?token={serving.token}" if serving.token else "")
        typer.echo(f"{store.location} is at {address}")
        if not is_local(host):
            typer.echo("anybody with this address can read and change the library; the connection is not encrypted", err=True)
        config = uvicorn.Config(
            create_app(store, serving),
            log_level="info" if debug else "warning",
            server_header=False,
            date_header=True,
            access_log=debug,
        )
        # What is loaded by now stays: a look through all of it for garbage would hold up whoever asks at that moment.
        gc.collect()
        gc.freeze()
        with listening:
            uvicorn.Server(config).run(sockets=[listening])


def _serving(settings: "Settings", host: str, port: int, token: str | None, names: list[str] | None, by: str | None) -> "Serving":
    from filmdossier.present.web.serving import Serving, new_token
    from filmdossier.run.reading import Limits

    limits = Limits(
        workers=settings.workers,
        time_limit_seconds=settings.time_limit_seconds,
        size_limit_bytes=settings.size_limit_megabytes * 1_000_000,
        memory_limit_bytes=settings.memory_limit_megabytes * 1_000_000,
    )
    return Serving(
        host=host,
        port=port,
        token=new_token() if token == "new" else token,  # noqa: S105 - a word of the command line, not a secret
        names=frozenset(one.lower() for one in names or ()),
        editor=by or _user(),
        limits=limits,
    )


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no such user, as in a container
        return "editor"
