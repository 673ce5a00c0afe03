"""What the columns of a table mean: the layouts that exist in the wild, the field names of our own, the user's mapping.

Column names enter; :class:`Columns` leave. A known layout is recognised by its header; a column that is
called by a field's name, or by a plain other word for it ("score"), is that field in any table; what the
user maps comes before both. Nothing else is guessed: an ``id`` may be a film's or a review's, and of two
columns with other words for one field neither is taken.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from filmdossier.errors import UnknownColumns


class Field(StrEnum):
    """What a column can hold."""

    FILM = "film"  # a title, or "Title (Year)"
    YEAR = "year"  # of the film: a year, or a date that begins or ends with one
    FILM_ID = "film_id"
    ALIAS = "alias"  # another title of the film
    CRITIC = "critic"
    USER = "user"  # somebody of the audience
    OUTLET = "outlet"
    DATE = "date"
    VERDICT = "verdict"
    RATING = "rating"
    QUOTE = "quote"
    APPROVAL = "approval"  # an aggregator's share of positive reviews, the same in each row of a film
    AUDIENCE_APPROVAL = "audience_approval"
    AUDIENCE_AVERAGE = "audience_average"
    AUDIENCE_VOTES = "audience_votes"


# Other words for a field, where no column is called by its own: without blanks and marks.
_OTHER_WORDS: Mapping[Field, tuple[str, ...]] = {
    Field.FILM: ("movie", "filmtitle", "movietitle", "title"),
    Field.YEAR: ("releaseyear", "filmyear"),
    Field.CRITIC: ("reviewer", "criticname", "reviewername", "author"),
    Field.OUTLET: ("publication", "publicationname", "publisher", "publishername", "newspaper", "magazine", "paper", "source"),
    Field.DATE: ("reviewdate", "published", "datepublished"),
    Field.VERDICT: ("stance", "sentiment", "recommendation", "fresh"),
    Field.RATING: ("score", "grade", "stars", "mark", "reviewscore", "originalscore", "criticscore"),
    Field.QUOTE: ("review", "reviewtext", "excerpt", "blurb", "text", "words", "comment"),
}
FILM_FIELDS = frozenset({Field.FILM, Field.FILM_ID})
SCORES = (Field.APPROVAL, Field.AUDIENCE_APPROVAL, Field.AUDIENCE_AVERAGE, Field.AUDIENCE_VOTES)
# What says something of a film; without one of these a table of reviews has nothing to say.
JUDGEMENTS = frozenset({Field.VERDICT, Field.RATING, Field.QUOTE, *SCORES})


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A table that exists in the wild. ``fields`` names its columns, case aside.

    It is recognised by the columns ``by``. ``aggregator`` is who published the scores in it, ``scale`` the
    maximum of its bare ratings. ``identifier`` begins the identifier that a film's id makes, "" where ids
    are the table's own. ``no_date`` stands in it where no date is known; ``others`` are columns to leave out.
    """

    name: str
    by: tuple[str, ...]
    fields: Mapping[str, Field]
    aggregator: str = ""
    scale: str = ""
    identifier: str = ""
    no_date: tuple[str, ...] = ()


_TOMATOES = "Rotten Tomatoes"
# The day on which the aggregator entered the reviews that it had no date for.
_ENTERED = ("2000-01-01", "January 1, 2000", "2000-01-01 00:00:00")

REVIEW_LAYOUTS: tuple[Layout, ...] = (
    Layout(
        name="reviews under a link to the film",
        by=("rotten_tomatoes_link", "critic_name", "review_content"),
        fields={
            "rotten_tomatoes_link": Field.FILM_ID,
            "critic_name": Field.CRITIC,
            "publisher_name": Field.OUTLET,
            "review_type": Field.VERDICT,
            "review_score": Field.RATING,
            "review_date": Field.DATE,
            "review_content": Field.QUOTE,
        },
        aggregator=_TOMATOES,
        identifier="rottentomatoes:",
        no_date=_ENTERED,
    ),
    Layout(
        name="reviews with a state and a sentiment",
        by=("id", "reviewId", "criticName", "reviewState"),
        fields={
            "id": Field.FILM_ID,
            "creationDate": Field.DATE,
            "criticName": Field.CRITIC,
            "originalScore": Field.RATING,
            "reviewState": Field.VERDICT,
            "publicatioName": Field.OUTLET,  # misspelt so in the wild
            "publicationName": Field.OUTLET,
            "reviewText": Field.QUOTE,
        },
        aggregator=_TOMATOES,
        identifier="rottentomatoes:m/",
        no_date=_ENTERED,
    ),
    Layout(
        name="reviews under a film's number",
        by=("id", "review", "rating", "fresh", "critic", "publisher"),
        fields={
            "id": Field.FILM_ID,
            "review": Field.QUOTE,
            "rating": Field.RATING,
            "fresh": Field.VERDICT,
            "critic": Field.CRITIC,
            "publisher": Field.OUTLET,
            "date": Field.DATE,
        },
        aggregator=_TOMATOES,
        no_date=_ENTERED,
    ),
    Layout(
        name="reviews with the film's Tomatometer",
        by=("movie", "tomatometer", "critic", "outlet", "quote"),
        fields={
            "movie": Field.FILM,
            "year": Field.YEAR,
            "tomatometer": Field.APPROVAL,
            "audience": Field.AUDIENCE_APPROVAL,
            "critic": Field.CRITIC,
            "outlet": Field.OUTLET,
            "state": Field.VERDICT,
            "score": Field.RATING,
            "date": Field.DATE,
            "quote": Field.QUOTE,
        },
        aggregator=_TOMATOES,
        no_date=_ENTERED,
    ),
    Layout(
        name="IMDb title.ratings",
        by=("tconst", "averageRating", "numVotes"),
        fields={"tconst": Field.FILM_ID, "averageRating": Field.AUDIENCE_AVERAGE, "numVotes": Field.AUDIENCE_VOTES},
        aggregator="IMDb",
        scale="10",
        identifier="imdb:",
    ),
    Layout(
        name="MovieLens ratings",
        by=("userId", "movieId", "rating", "timestamp"),
        fields={"userId": Field.USER, "movieId": Field.FILM_ID, "rating": Field.RATING},
        scale="5",
    ),
)

FILM_LAYOUTS: tuple[Layout, ...] = (
    Layout(
        name="IMDb title.basics",
        by=("tconst", "primaryTitle", "startYear"),
        fields={"tconst": Field.FILM_ID, "primaryTitle": Field.FILM, "originalTitle": Field.ALIAS, "startYear": Field.YEAR},
        identifier="imdb:",
    ),
    Layout(
        name="films under a link",
        by=("rotten_tomatoes_link", "movie_title"),
        fields={"rotten_tomatoes_link": Field.FILM_ID, "movie_title": Field.FILM, "original_release_date": Field.YEAR},
        identifier="rottentomatoes:",
    ),
    Layout(
        name="films with release dates",
        by=("id", "title", "releaseDateTheaters"),
        fields={"id": Field.FILM_ID, "title": Field.FILM, "releaseDateTheaters": Field.YEAR},
        identifier="rottentomatoes:m/",
    ),
    Layout(name="MovieLens movies", by=("movieId", "title"), fields={"movieId": Field.FILM_ID, "title": Field.FILM}),
    Layout(
        name="films under an id",
        by=("id", "title"),
        fields={"id": Field.FILM_ID, "title": Field.FILM, "year": Field.YEAR},
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Which column holds which field, and what the layout knows beside; ``layout`` has no name where none was recognised."""

    of: Mapping[Field, str]
    layout: Layout = field(default_factory=lambda: Layout(name="", by=(), fields={}))

    def score_name(self, score: Field) -> str:
        """Who published a score: the layout's aggregator, or the column as the table calls it."""
        return self.layout.aggregator or self.of[score]


def review_columns(columns: Sequence[str], mapping: Mapping[str, Field], origin: str, *, film_named: bool) -> Columns:
    """What the columns of a table of reviews mean; ``film_named`` tells that the user says which film it is about.

    Raises UnknownColumns where no column tells the film, or none a judgement.
    """
    found = _columns(columns, mapping, REVIEW_LAYOUTS, origin)
    if not found.of.keys() & JUDGEMENTS:
        if _columns(columns, mapping, FILM_LAYOUTS, origin).layout.name and not mapping:
            raise UnknownColumns(
                origin, "it lists films and holds no reviews", f"give it beside a table of reviews: --films {origin}"
            )
        raise UnknownColumns(
            origin,
            f"no column is known to hold a rating, a verdict or a quotation (it has {listed(columns)})",
            "say which does, such as --map COLUMN=rating",
        )
    if not film_named and not found.of.keys() & FILM_FIELDS:
        raise UnknownColumns(
            origin,
            f"no column is known to tell the film (it has {listed(columns)})",
            'say which does with --map COLUMN=film or --map COLUMN=film_id, or name the one film with --film "TITLE (YEAR)"',
        )
    return found


def film_columns(columns: Sequence[str], origin: str) -> Columns:
    """What the columns of a table of films mean; raises UnknownColumns where it lacks ids or titles."""
    found = _columns(columns, {}, FILM_LAYOUTS, origin)
    if not found.of.keys() >= FILM_FIELDS:
        raise UnknownColumns(
            origin,
            f"no columns are known to hold the films' ids and titles (it has {listed(columns)})",
            "call them film_id, film and year",
        )
    return found


def _columns(columns: Sequence[str], mapping: Mapping[str, Field], layouts: Sequence[Layout], origin: str) -> Columns:
    by_name = {name.casefold(): name for name in columns}
    for name in mapping:
        if name not in columns:
            raise UnknownColumns(origin, f"it has no column {name!r} (it has {listed(columns)})", "name one of them in --map")
    known = [layout for layout in layouts if all(name.casefold() in by_name for name in layout.by)]
    layout = max(known, key=lambda layout: len(layout.by), default=None)
    found: dict[Field, str] = {}
    if layout is not None:
        for name, meaning in layout.fields.items():
            if name.casefold() in by_name:
                found.setdefault(meaning, by_name[name.casefold()])
    else:
        found = {meaning: by_name[meaning] for meaning in Field if meaning in by_name}
        for meaning, words in _OTHER_WORDS.items():
            called = [name for name in columns if re.sub(r"[\W_]+", "", name.casefold()) in words]
            if meaning not in found and len(called) == 1:
                found[meaning] = called[0]
    for name, meaning in mapping.items():
        # A column has one meaning: what the user maps elsewhere no longer means what the layout says.
        found = {other: column for other, column in found.items() if column != name}
        found[meaning] = name
    if layout is None:
        return Columns(of=found)
    if Field.FILM_ID in mapping.values():
        layout = replace(layout, identifier="")  # the ids are of another column than the layout's
    return Columns(of=found, layout=layout)


def listed(columns: Sequence[str]) -> str:
    """The names of the first columns, for a message."""
    shown = ", ".join(name or "a column without a name" for name in columns[:12])
    return shown + (f" and {len(columns) - 12} more" if len(columns) > 12 else "") if shown else "none"
