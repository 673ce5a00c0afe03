"""Reads tables of reviews and of films: rows by what their columns mean, and a document for each film."""

from filmdossier.read.tables.columns import Columns, Field, film_columns, review_columns
from filmdossier.read.tables.documents import (
    AUDIENCE,
    MEDIA_TYPE,
    REVIEWS,
    ScaledRow,
    Tally,
    audience_document,
    film_heading,
    reviews_document,
)
from filmdossier.read.tables.opening import BadRow, Record, Table, open_table
from filmdossier.read.tables.rows import FilmName, FilmRow, ReviewRow, film_reader, review_reader

__all__ = [
    "AUDIENCE",
    "MEDIA_TYPE",
    "REVIEWS",
    "BadRow",
    "Columns",
    "Field",
    "FilmName",
    "FilmRow",
    "Record",
    "ReviewRow",
    "ScaledRow",
    "Table",
    "Tally",
    "audience_document",
    "film_columns",
    "film_heading",
    "film_reader",
    "open_table",
    "review_columns",
    "review_reader",
    "reviews_document",
]
