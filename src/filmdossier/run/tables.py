"""Imports tables of reviews into a library.

The path of a table and an open store enter; a :class:`TableSummary` leaves. The rows are sorted by film
outside memory and become a document a film, each written whole. A row that cannot be taken is
reported and stops nothing; a table that cannot be read at all is a ReadError, and the library stays as it was.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import count, islice
from pathlib import Path

from filmdossier.model.annotations import Annotations, DocumentKind, FilmHint, Topic
from filmdossier.model.claim import Claim
from filmdossier.model.film import FilmIdentity
from filmdossier.model.text import Document, Evidence, Source, Span
from filmdossier.model.titles import title_key
from filmdossier.read.tables import (
    MEDIA_TYPE,
    BadRow,
    Columns,
    FilmName,
    audience_document,
    film_heading,
    reviews_document,
)
from filmdossier.run.files import origin_of
from filmdossier.run.linking import link_films
from filmdossier.run.staging import Staging, scaled_row, staging
from filmdossier.run.table_intake import Intake, Progress, TableOptions
from filmdossier.run.version import reading_version
from filmdossier.store import Store, encode_document

# A film of more rows becomes several documents: one of a hundred thousand would be held in memory as a whole.
_ROWS_A_DOCUMENT = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSummary:
    """What an import did. ``rows`` are those taken, ``repeated`` of them said nothing that another did not.

    ``bad_rows`` are the first of those that could not be taken, with the table they stand in, ``bad`` how many
    there are; ``verdicts`` counts words in the verdict column that are no verdict. ``written``, ``unchanged`` and ``dropped`` are documents;
    ``films`` the films that the rows are about, ``unnamed`` of them named by nothing but an id, ``passed_over`` those that the library does
    not hold.
    """

    rows: int
    repeated: int
    bad: int
    bad_rows: tuple[tuple[str, BadRow], ...]
    verdicts: Mapping[str, int]
    films: int
    unnamed: int
    passed_over: int
    written: int
    unchanged: int
    dropped: int
    layout: str
    audience: bool


def import_table(
    path: Path, store: Store, options: TableOptions | None = None, on_progress: Progress | None = None
) -> TableSummary:
    """What became of the table at ``path``.

    Raises a ReadError where it cannot be read, UnknownColumns where its columns are not understood,
    StoreError.
    """
    options = options or TableOptions()
    origin = origin_of(path, store.folder)
    with staging() as stage:
        intake = Intake(stage=stage, origin=origin, on_progress=on_progress)
        films = None if options.films is None else intake.take_films(options.films, origin_of(options.films, store.folder))
        columns, audience = intake.take_rows(path, options)
        identifier = columns.layout.identifier or (films.layout.identifier if films else "")
        with store.view() as view:
            prints = view.fingerprints()
            known = {name: (each.sha256, each.version) for name, each in prints.items() if name.startswith(f"{origin}#")}
            held = view.films() if options.known_only else None
        run = _Import(
            store=store,
            origin=origin,
            columns=columns,
            film=options.film,
            identifier=identifier,
            known=known,
            held=None if held is None else _Held(held),
            version=reading_version(),
            total=1 if options.film else stage.films(),
            on_progress=on_progress,
        )
        run.write(stage, audience=audience)
        link_films(store)
        return TableSummary(
            rows=intake.rows,
            repeated=run.repeated,
            bad=intake.bad,
            bad_rows=tuple(intake.bad_rows),
            verdicts=dict(intake.verdicts.most_common()),
            films=run.films,
            unnamed=run.unnamed,
            passed_over=run.passed_over,
            written=run.written,
            unchanged=run.unchanged,
            dropped=run.dropped,
            layout=columns.layout.name,
            audience=audience,
        )


class _Held:
    """The films that a library holds, to look a table's films up in."""

    def __init__(self, films: Sequence[FilmIdentity]) -> None:
        self._identifiers = {identifier for film in films for identifier in film.identifiers}
        self._years: dict[str, set[int | None]] = {}
        for film in films:
            for name in (film.title, *film.aliases):
                self._years.setdefault(title_key(name), set()).add(film.year)

    def has(self, film: FilmName, identifiers: Sequence[str]) -> bool:
        """Whether one of them may be this film; years one apart are one film's."""
        if self._identifiers.intersection(identifiers):
            return True
        years = [year for name in (film.title, film.alias) if name for year in self._years.get(title_key(name), ())]
        return any(year is None or film.year is None or abs(year - film.year) <= 1 for year in years)


@dataclass(slots=True, kw_only=True)
class _Import:
    """Writes the documents of one table."""

    store: Store
    origin: str
    columns: Columns
    film: FilmHint | None
    identifier: str
    known: dict[str, tuple[str, str]]
    held: _Held | None
    version: str
    total: int
    on_progress: Progress | None
    films: int = 0
    unnamed: int = 0
    passed_over: int = 0
    repeated: int = 0
    written: int = 0
    unchanged: int = 0
    dropped: int = 0

    def write(self, stage: Staging, *, audience: bool) -> None:
        """Writes what is new, and drops what earlier imports of the table left and this one does not hold."""
        gone = dict.fromkeys(self.known)
        for number, (source, make) in enumerate(self._documents(stage, audience=audience)):
            if number % 10 == 0 and self.on_progress is not None:
                self.on_progress("films", self.films + self.passed_over, self.total)
            gone.pop(source.origin, None)
            if self.known.get(source.origin) == (source.sha256, self.version):
                self.unchanged += 1
            elif self._put(*make(source)):
                self.written += 1
            else:
                self.unchanged += 1
        self.dropped = self.store.writer().drop(gone)

    def _documents(self, stage: Staging, *, audience: bool) -> Iterator[tuple[Source, Callable[[Source], tuple[Document, Topic]]]]:
        """Each document's source, and what makes the document."""
        if audience:
            for film, tallies in stage.tallies():
                if (named := self._named(film)) is not None:
                    name, heading = named
                    yield (
                        self._source(name, heading, 0, map(repr, tallies)),
                        _maker(self, audience_document, tallies, name, heading),
                    )
            return
        for film, rows in stage.reviews():
            if (named := self._named(film)) is None:
                continue
            name, heading = named
            told = self._told_once(rows)
            for part in count():
                chunk = list(islice(told, _ROWS_A_DOCUMENT))
                if not chunk:
                    break
                yield self._source(name, heading, part, chunk), _maker(self, self._reviews_document, chunk, name, heading)

    def _reviews_document(self, rows: Sequence[str], film: FilmName, source: Source, heading: str) -> Document:
        return reviews_document([scaled_row(film, row) for row in rows], film, self.columns, source, heading)

    def _named(self, film: FilmName) -> tuple[FilmName, str] | None:
        """The film as the user or the tables name it, and the heading of its document; None where it is passed over."""
        if self.film is not None:
            film = FilmName(self.film.title, self.film.year, film.id)
        if self.held is not None and not self.held.has(film, self._identifiers(film)):
            self.passed_over += 1
            return None
        self.films += 1
        self.unnamed += not film.title
        return film, film_heading(film, self.origin.rpartition("/")[2], self._identifiers(film))

    def _told_once(self, rows: Iterable[str]) -> Iterator[str]:
        """The rows without those that say what an earlier one of the film has said, letter for letter."""
        seen: set[bytes] = set()
        for row in rows:
            digest = sha256(row.encode()).digest()[:16]
            if digest in seen:
                self.repeated += 1
                continue
            seen.add(digest)
            yield row

    def _source(self, film: FilmName, heading: str, part: int, content: Iterable[str]) -> Source:
        """Where the document comes from; its hash is of the rows, so that a table that grew leaves other films' documents alone."""
        digest = sha256(f"{heading}\0{film}\0{self.columns.layout.aggregator}\0{self.identifier}\0".encode())
        for each in content:
            digest.update(each.encode())
        named = f"{heading} ({film.year})" if film.year else heading
        named += f" [{film.id}]" if film.id and film.title else ""
        named += f" part {part + 1}" if part else ""
        return Source(origin=f"{self.origin}#{named}", media_type=MEDIA_TYPE, sha256=digest.hexdigest())

    def _put(self, document: Document, topic: Topic) -> bool:
        annotations = Annotations(document=document, kind=DocumentKind.SCORES, sentences=(), mentions=(), topics=(topic,))
        return self.store.writer().put(encode_document(document, annotations, _claims(document, topic), version=self.version))

    def topic(self, document: Document, film: FilmName, heading: str) -> Topic:
        """The film that a document is about."""
        title = Span(0, len(heading))
        year = Span(len(heading) + 2, len(heading) + 6)
        return Topic(
            id=f"{document.id}/0",
            title=heading,
            year=film.year,
            aliases=(film.alias,) if film.alias else (),
            identifiers=self._identifiers(film),
            passage=Span(0, len(document.text)),
            title_evidence=(Evidence.cite(document, title),),
            year_evidence=(Evidence.cite(document, year),) if film.year else (),
            confidence=0.9 if film.title else 0.2,
        )

    def _identifiers(self, film: FilmName) -> tuple[str, ...]:
        if not film.id:
            return ()
        if film.id.startswith("tt") and len(film.id) >= 9 and film.id[2:].isdigit():
            return (f"imdb:{film.id}",)
        return (f"{self.identifier}{film.id}",) if self.identifier and self.identifier != "imdb:" else ()


def _maker(
    run: _Import, make: Callable[..., Document], content: object, film: FilmName, heading: str
) -> Callable[[Source], tuple[Document, Topic]]:
    def made(source: Source) -> tuple[Document, Topic]:
        document = make(content, film, source, heading)
        return document, run.topic(document, film, heading)

    return made


# The stages bring heavy libraries with them: `--help` must not wait for those.
def _claims(document: Document, topic: Topic) -> Iterable[Claim]:
    from filmdossier.extract.review_tables import table_claims

    return table_claims(document, topic)
