"""Reads title, year and identifiers from labelled values: infobox, front matter, schema.org data."""

import re
from dataclasses import dataclass, field

from filmdossier.model.field_words import english, jobs
from filmdossier.model.text import Block, Document, Origin, Span
from filmdossier.model.titles import slug_title, slugify, title_year

_TITLE_LABELS = {
    Origin.INFOBOX: ("name", "title", "film_name", "film name"),
    Origin.FRONT_MATTER: ("film", "movie", "film_title", "movie_title", "film title", "title", "name"),
    Origin.BODY: ("title", "film", "film title", "original title"),
    Origin.TABLE: ("title", "film", "film title", "original title"),
    Origin.STRUCTURED_DATA: (
        "movie.name",
        "review.itemreviewed.name",
        "criticreview.itemreviewed.name",
        "review.itemreviewed",
        "film.name",
    ),
}
_YEAR_LABELS = (
    "year",
    "released",
    "release date",
    "release_date",
    "release dates",
    "film_year",
    "movie_year",
    "release",
    "movie.datepublished",
    "movie.datecreated",
    "film year",
    "year of release",
    "first shown",
    "origin",
    "country",
    "country and year",
    "country/year",
    "production year",
    "made",
    "opened",
    "premiere",
)
_ALIAS_LABELS = (
    "native_name",
    "native name",
    "original_title",
    "original title",
    "aka",
    "also known as",
    "movie.alternatename",
    "other names",
    "alternative title",
    "alternative titles",
    "english title",
    "alternate_title",
)
_YEAR = re.compile(r"(?<!\d)(18[89]\d|19\d\d|20[0-4]\d)(?!\d)")
_IMDB = re.compile(r"\btt\d{7,9}\b")
_FILM_BOX = re.compile(r"\b(?:film|movie|telefilm|television film|hollywood cartoon|short|cinema)\b", re.IGNORECASE)
_EPISODE = re.compile(
    r"(?:episode|season|no\.? of (?:episodes|seasons)|num_(?:episodes|seasons)|original network)\b", re.IGNORECASE
)
# The jobs whose labels make a sheet of credits.
_JOB = re.compile(
    r"direct(?:or|ed by|ion)|(?:screenplay|script|scenario|writ(?:er|ers|ing|ten))(?: by)?|produce(?:r|rs|d by)|(?:director of )?photograph(?:y|ed by)|cinematograph(?:y|er)|camera"
    r"|music(?: by)?|composer|edit(?:or|ing|ed by)|cast|starring|production compan(?:y|ies)|distribut(?:or|ed by)|countr(?:y|ies)|running time|duration",
    re.IGNORECASE,
)
_DIRECTOR = re.compile(r"direct(?:or|ed by|ion)", re.IGNORECASE)
_FEWEST_JOBS = 4
_OTHER_BOX = re.compile(r"^infobox (?P<what>[\w -]+)|^(?P<bare>[\w -]+ infobox)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """What the labels say; ``other`` names the subject of an infobox that is about no film."""

    title: Span | None = None
    title_is_slug: bool = False
    in_infobox: bool = False
    year: int | None = None
    years: tuple[Span, ...] = field(default=())
    aliases: tuple[Span, ...] = field(default=())
    identifiers: tuple[str, ...] = field(default=())
    other: str = ""
    sheet: bool = False  # labels in the text or its tables are a film's credits


def read_labels(document: Document) -> Labelled:
    """Reads the fields of the document, the first of each kind counting."""
    text = document.text
    # A box under a heading describes what that part is about, not the page.
    boxes = [block for block in document.fields(Origin.INFOBOX) if not block.section]
    other = ""
    if boxes:
        template = boxes[0].template
        match = _OTHER_BOX.match(template)
        if template and not _FILM_BOX.search(template) and match:
            other = (match["what"] or match["bare"] or "").strip()
        elif any(_EPISODE.match(block.label) for block in boxes):
            other = "television series or episode"
    fields = [
        block
        for block in document.fields(Origin.INFOBOX, Origin.FRONT_MATTER, Origin.STRUCTURED_DATA)
        if block.origin is not Origin.INFOBOX or (boxes and not block.section and block.template == boxes[0].template)
    ]
    sheet = _sheet(document, text)
    fields += sheet
    title, is_slug, year = _title(fields, text)
    years = []
    aliases: list[Span] = []
    identifiers: dict[str, None] = {}
    for block in fields:
        label = english(block.label).casefold()
        if label in _YEAR_LABELS or (label == "date" and block.origin is Origin.INFOBOX):
            found = [
                Span(block.cells[0].span.start + m.start(), block.cells[0].span.start + m.end())
                for m in _YEAR.finditer(block.cells[0].span.of(text))
            ]
            years += sorted(found, key=lambda span: (span.of(text), span))[:1]
        if label in _ALIAS_LABELS:
            aliases += block.cells[0].items
        if "imdb" in label:
            for match in _IMDB.finditer(block.cells[0].span.of(text)):
                identifiers[f"imdb:{match.group()}"] = None
    years = years or _made(document, text)
    return Labelled(
        title=title, title_is_slug=is_slug, in_infobox=title is not None and any(title in block.span for block in boxes), year=year, years=tuple(years), aliases=tuple(aliases), identifiers=tuple(identifiers), other=other, sheet=bool(sheet)
    )  # fmt: skip


_MADE = ("year", "origin", "country", "country and year", "country/year", "production year", "year of production", "made", "opened", "released", "release date")  # fmt: skip


def _made(document: Document, text: str) -> list[Span]:
    """The year in a short table of facts that is no sheet of credits: "Origin | Taiwan, 1994"; [] where several tell several."""
    found = [
        Span(block.cells[0].span.start + year.start(), block.cells[0].span.start + year.end())
        for block in document.fields(Origin.BODY, Origin.TABLE)
        if block.label.casefold().strip(" :") in _MADE
        for year in _YEAR.finditer(block.cells[0].span.of(text))
    ]
    return found[:1] if len({span.of(text) for span in found}) == 1 else []


def _sheet(document: Document, text: str) -> list[Block]:
    """The labelled lines of a catalogue's record or a table of facts; [] where they are not a film's credits."""
    fields = list(document.fields(Origin.BODY, Origin.TABLE))
    told = {match.group().casefold() for block in fields for job in jobs(block.label) if (match := _JOB.fullmatch(job.strip()))}
    directed = [block for block in fields if any(_DIRECTOR.fullmatch(job.strip()) for job in jobs(block.label))]
    several = len(directed) > 1 and len({block.cells[0].span.of(text) for block in directed}) > 1
    return fields if directed and not several and len(told) >= _FEWEST_JOBS else []


def _title(fields: list[Block], text: str) -> tuple[Span | None, bool, int | None]:
    """The title's span, whether it is a slug, and the year that stands in it."""
    slugs = {}
    for block in fields:
        if block.origin is Origin.FRONT_MATTER and block.label.casefold() in ("slug", "film_slug", "movie_slug"):
            slug = slug_title(block.cells[0].span.of(text))
            if slug is not None:
                slugs[block.cells[0].span] = slug
    slug_year = next((slug.year for slug in slugs.values()), None)
    for origin in (Origin.FRONT_MATTER, Origin.INFOBOX, Origin.STRUCTURED_DATA, Origin.BODY, Origin.TABLE):
        for wanted in _TITLE_LABELS[origin]:
            for block in fields:
                if block.origin is not origin or english(block.label).casefold() != wanted:
                    continue
                span = block.cells[0].items[0]
                named = title_year(span.of(text))
                if wanted == "title" and origin is Origin.FRONT_MATTER and slugs:
                    # A review's headline may be anything; beside a slug it must agree with it.
                    slug = next(iter(slugs.values()))
                    if slugify(slug.title) not in slugify(named.title) and named.year is None:
                        continue
                return span, False, named.year or slug_year
    for span, slug in slugs.items():
        return span, True, slug.year
    return None, False, None
