"""Annotations in, claims out: one small extractor for each part of the record."""

from filmdossier.extract.registry import EXTRACTORS, extract

__all__ = ["EXTRACTORS", "extract"]
