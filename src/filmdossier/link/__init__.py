"""Which film each document is about: topics in, films out."""

from filmdossier.link.films import link_topics

__all__ = ["link_topics"]
