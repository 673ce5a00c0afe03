"""Documents in, annotations out."""

from filmdossier.annotate.document import annotate

__all__ = ["annotate"]
