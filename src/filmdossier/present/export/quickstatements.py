"""Film record → lines for QuickStatements (version 1), which write statements into Wikidata.

What Wikidata cannot know from a name is left to a person: a value whose item is not known for
certain is a line behind ``#``, ready but for the number. So is what the documents disagree about, what
is less sure than :data:`SURE`, and scores whose arithmetic cannot be right. A source is the document
and its words; ``S248 Q105584`` would say that Rotten Tomatoes itself was read, so it is never
written, and a date that nobody stated is left out.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from filmdossier.model.claim import Predicate, Relation
from filmdossier.model.film import (
    DECISIONS_KIND,
    DocumentSummary,
    Fact,
    FilmRecord,
    Status,
)
from filmdossier.model.text import Evidence
from filmdossier.present.export import choosing
from filmdossier.present.export.choosing import Site, SiteScore
from filmdossier.present.export.dates import iso_date
from filmdossier.present.export.wikidata_lines import Line, monolingual, plain, quantity, references, string, time
from filmdossier.present.wording import count
from filmdossier.reconcile.values import country_key, language_key

SURE = 0.8  # below this confidence a line is left to a person: what is written there, others copy

_FILM, _MINUTE, _CRITIC_REVIEW = "Q11424", "Q7727", "Q80698083"
_ROTTEN_TOMATOES, _METACRITIC, _IMDB = "Q105584", "Q150248", "Q37312"
_TOMATOMETER, _CRITICS_AVERAGE, _POPCORNMETER, _METASCORE = "Q108403393", "Q108403540", "Q131100566", "Q106515043"
_PROPERTIES = {
    Predicate.COUNTRY: "P495", Predicate.LANGUAGE: "P364", Predicate.GENRE: "P136", Predicate.DIRECTOR: "P57", Predicate.WRITER: "P58",
    Predicate.PRODUCER: "P162", Predicate.COMPOSER: "P86", Predicate.CINEMATOGRAPHER: "P344", Predicate.EDITOR: "P1040",
    Predicate.PRODUCTION_COMPANY: "P272", Predicate.DISTRIBUTOR: "P750", Predicate.FILMING_PLACE: "P915", Predicate.SETTING: "P840",
    Predicate.BASED_ON: "P144", Predicate.INFLUENCED_BY: "P941", Predicate.SERIES: "P179", Predicate.AWARD: "P166",
}  # fmt: skip
_RELATIONS = {
    Relation.SEQUEL_TO: "P155", Relation.FOLLOWED_BY: "P156", Relation.REMAKE_OF: "P144", Relation.REMADE_AS: "P4969",
    Relation.BASED_ON_FILM: "P144", Relation.PART_OF_SERIES: "P179", Relation.INFLUENCED_BY_FILM: "P941",
}  # fmt: skip
_IDENTIFIERS = {"imdb": "P345", "rottentomatoes": "P1258", "metacritic": "P1712", "tmdb": "P4947"}
_EDITORS = (Status.CONFIRMED, Status.CORRECTED)


@cache
def _known_items() -> Mapping[str, Mapping[str, str]]:
    loaded: dict[str, dict[str, str]] = tomllib.loads(
        (files(__package__) / "wikidata_items.toml").read_text(encoding="utf-8")
    )  # fmt: skip
    return loaded


@dataclass(frozen=True, slots=True)
class _Batch:
    """What every line of one film needs."""

    record: FilmRecord
    subject: str
    items: Mapping[str, str]
    documents: dict[str, DocumentSummary]

    def item(self, name: str, predicate: Predicate | None = None) -> str:
        """The item of a value, or ``Q? (value)``, which no program takes for one."""
        if name in self.items:
            return self.items[name]
        known = _known_items()
        found = {
            Predicate.COUNTRY: lambda: known["countries"].get(country_key(name)),
            Predicate.LANGUAGE: lambda: known["languages"].get(language_key(name)),
        }.get(predicate or Predicate.TITLE, lambda: None)()
        return found or f"Q? ({plain(name)})"

    def line(self, property_: str, value: str, evidence: tuple[Evidence, ...], *qualifiers: tuple[str, str]) -> Line:
        return Line(self.subject, property_, value, qualifiers, references(evidence, self.documents))


def dumps(record: FilmRecord, *, item: str | None = None, items: Mapping[str, str] | None = None) -> str:
    """The lines, with a final line feed. ``item`` is the film's own item; ``items`` are those of names, which a person looked up."""
    known = item or next((one.removeprefix("wikidata:") for one in record.film.identifiers if one.startswith("wikidata:Q")), None)
    documents = {document.id: document for document in record.documents if document.kind != DECISIONS_KIND}
    batch = _Batch(record, known or "LAST", items or {}, documents)
    lines = [*_head(record, known, len(documents)), *_identity(batch, new=known is None), *_facts(batch), *_cast(batch)]
    lines += [*_connections(batch), *_scores(batch)]
    return "\n".join(dict.fromkeys(lines)) + "\n"


def _head(record: FilmRecord, item: str | None, documents: int) -> Iterator[str]:
    year = f" ({record.film.year})" if record.film.year is not None else ""
    yield f"# {plain(record.film.title)}{year}: statements of {count(documents, 'document')}, for QuickStatements (version 1)"
    yield "# A line behind # does nothing. TODO: put the item's number for Q? and the words after it, take '# TODO' away."
    if item is None:
        yield "# No item of this film is known. If Wikidata has one, take CREATE and the label away and put its number for LAST."


def _written(line: Line, *, confidence: float = 1.0, status: Status = Status.STATED, wrong: str = "") -> str:
    """The line, behind a mark where a person must look at it first."""
    text = str(line)
    if wrong:
        return f"# WRONG ({plain(wrong)})\t{text}"
    if status is Status.DISPUTED:
        return f"# DISPUTED\t{text}"
    if confidence < SURE and status not in _EDITORS:
        return f"# UNSURE ({confidence:.2f})\t{text}"
    return f"# TODO\t{text}" if "Q? " in text else text


def _identity(batch: _Batch, *, new: bool) -> Iterator[str]:
    film = batch.record.film
    title = string(film.title)
    if new:
        yield "CREATE"
        if len(title) <= 252 and title != '""':  # a label has 250 characters at most
            yield f"LAST\tLen\t{title}"
        yield str(batch.line("P31", _FILM, choosing.title_evidence(film)))
    languages = [language_key(language) for language in choosing.values(batch.record, Predicate.LANGUAGE)]
    if plain(film.title):
        # The original title needs its language. Films in English alone are titled in it; of others it is not known.
        language = "en" if languages == ["english"] else "Q? "
        text = monolingual(language, film.title).replace("Q? :", "Q? (language):")
        yield _written(batch.line("P1476", text, choosing.title_evidence(film)))
    for identifier in film.identifiers:
        scheme, _, value = identifier.partition(":")
        if scheme in _IDENTIFIERS and plain(value):
            yield str(batch.line(_IDENTIFIERS[scheme], string(value), ()))
    yield from _dates(batch)


def _dates(batch: _Batch) -> Iterator[str]:
    record = batch.record
    found = False
    for fact in (fact for fact in record.facts if fact.predicate is Predicate.RELEASE_DATE):
        if (date := iso_date(fact.value)) is not None:
            found = True
            yield _of(fact, batch.line("P577", time(date), fact.evidence))
    if not found and record.film.year is not None:
        told = any(conflict.about == "year" for conflict in record.conflicts)
        line = batch.line("P577", time(str(record.film.year)), choosing.year_evidence(record.film))
        yield _written(line, status=Status.DISPUTED if told else Status.STATED)
    for fact in (fact for fact in record.facts if fact.predicate is Predicate.RUNTIME_MINUTES):
        if fact.value.isdecimal() and fact.value.isascii():
            yield _of(fact, batch.line("P2047", quantity(int(fact.value), _MINUTE), fact.evidence))


def _of(fact: Fact, line: Line) -> str:
    return _written(line, confidence=fact.confidence, status=fact.status)


def _facts(batch: _Batch) -> Iterator[str]:
    for predicate, property_ in _PROPERTIES.items():
        for fact in batch.record.facts:
            if fact.predicate is predicate and plain(fact.value):
                yield _of(fact, batch.line(property_, batch.item(fact.value, predicate), fact.evidence))


def _cast(batch: _Batch) -> Iterator[str]:
    for entry in batch.record.cast:
        if not plain(entry.actor):
            continue
        property_ = "P725" if "voice" in entry.note.lower() else "P161"
        role: list[tuple[str, str]] = []
        if entry.character and plain(entry.character).strip('"'):
            known = batch.items.get(entry.character)
            role = [("P453", known)] if known else [("P4633", string(entry.character))]
        line = batch.line(property_, batch.item(entry.actor), entry.evidence, *role)
        yield _written(line, confidence=entry.confidence, status=entry.status)


def _connections(batch: _Batch) -> Iterator[str]:
    for connection in batch.record.connections:
        if (property_ := _RELATIONS.get(connection.relation)) and plain(connection.film):
            year = f" ({connection.year})" if connection.year is not None else ""
            known = batch.items.get(f"{connection.film}{year}") or batch.items.get(connection.film)
            line = batch.line(property_, known or f"Q? ({plain(connection.film)}{year})", connection.evidence)
            yield _written(line, confidence=connection.confidence, status=connection.status)


def _scores(batch: _Batch) -> Iterator[str]:
    best = [score.claim for score in choosing.scores(batch.record)]
    for claim in batch.record.aggregators:
        score = SiteScore(site=choosing.site_of(claim.score.name), claim=claim)
        wrong = "" if choosing.possible(claim) else claim.check
        for line in _score(batch, score):
            # Of several scores of one site one is written; the others wait for a person.
            written = _written(line, wrong=wrong)
            yield written if wrong or claim in best or written.startswith("#") else f"# OTHER\t{written}"


def _score(batch: _Batch, score: SiteScore) -> Iterator[Line]:
    """A line for each figure that Wikidata has a method for: the share, the critics' average, the Metascore, a rating."""
    told, site, audience = score.claim.score, score.site, choosing.is_audience(score)
    by = {Site.ROTTEN_TOMATOES: _ROTTEN_TOMATOES, Site.METACRITIC: _METACRITIC, Site.IMDB: _IMDB}.get(site)
    by = by or batch.item(told.name)
    date = iso_date(told.as_of or "")
    when = [("P585", time(date))] if date else []
    count = [("P7887", quantity(told.reviews, "" if audience else _CRITIC_REVIEW))] if told.reviews else []
    figures: list[tuple[str, str]] = []
    if told.approval is not None:
        method = _POPCORNMETER if audience else _TOMATOMETER
        figures.append((f"{told.approval:g}%", method if site is Site.ROTTEN_TOMATOES else ""))
    if told.average is not None and (told.average_max or site in (Site.ROTTEN_TOMATOES, Site.IMDB)):
        top = told.average_max or 10
        # There is a method for the critics' average, none for the public's.
        method = _CRITICS_AVERAGE if not audience else "Q? (average of the audience)"
        figures.append((f"{told.average:g}/{top:g}", method if site is Site.ROTTEN_TOMATOES else ""))
    if told.score is not None:
        method = _METASCORE if not audience else "Q? (user score)"
        figures.append((f"{told.score:g}/100", method if site is Site.METACRITIC else ""))
    if told.grade:
        figures.append((told.grade, ""))
    for value, method in figures:
        how = [("P459", method)] if method else []
        yield batch.line("P444", string(value), score.claim.evidence, ("P447", by), *how, *count, *when)
