"""A film in a library in miniature: its document, put and linked; all that a library holds, for comparison."""

from collections.abc import Sequence
from hashlib import sha256

from filmdossier.model.annotations import FilmHint
from filmdossier.model.entity import LinkedFilm
from filmdossier.model.film import FilmIdentity
from filmdossier.model.text import Source
from filmdossier.run.pipeline import Processed, process
from filmdossier.store import Store, View
from filmdossier.store.kept import REVISIONS
from filmdossier.store.tables import METADATA
from support import stand_ins

DESPERADO = "film: Desperado (1995)\ndirector: Robert Rodriguez\ncast: Antonio Banderas as El Mariachi\nreview: It „stings“.\n"
FILM = FilmIdentity(id="desperado-1995", title="Desperado", year=1995, aliases=("Pistolero",), identifiers=("imdb:tt0112851",))


def processed(content: str = DESPERADO, origin: str = "notes/desperado.txt", hint: FilmHint | None = None) -> Processed:
    raw = content.encode()
    source = Source(origin=origin, media_type="text/plain", sha256=sha256(raw).hexdigest())
    return process(raw, source, hint, stages=stand_ins.STAGES)


def put(store: Store, made: Processed, *, version: str = "1", hint: FilmHint | None = None) -> bool:
    return store.writer().replace(made.document, made.annotations, made.claims, version=version, hint=hint)


def relink(store: Store, films: Sequence[tuple[FilmIdentity, Sequence[str]]], *, version: str) -> bool:
    linked = [LinkedFilm(film=film, topics=tuple(topics)) for film, topics in films]
    return store.writer().relink(lambda _: linked, version=version)


def everything(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, in an order of our own."""
    with store.transaction(writes=False) as connection:
        return {
            table.name: sorted((tuple(row) for row in connection.execute(table.select())), key=repr)
            for table in METADATA.sorted_tables
        }


def held(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """:func:`everything` but the number of changes that led there."""
    tables = everything(store)
    return {**tables, "meta": [row for row in tables["meta"] if row[0] not in REVISIONS]}


def topics_of(view: View, origin: str) -> set[str]:
    return {topic.id for topic in view.topics() if view.document(topic.title_evidence[0].document).source.origin == origin}
