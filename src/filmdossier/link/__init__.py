"""Which film each document is about: topics in, films out."""

from filmdossier.link.decided import Films, decide_films
from filmdossier.link.films import link_topics

__all__ = ["Films", "decide_films", "link_topics"]
