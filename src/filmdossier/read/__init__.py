"""Read stage: bytes and their source in, a :class:`~filmdossier.model.text.Document` out."""

from filmdossier.read.readers import media_type_of, read

__all__ = ["media_type_of", "read"]
