"""Reads all links to other films, so that a film which is a sequel, a remake or an original is not also called an influence."""

from collections.abc import Iterator

from filmdossier.extract.connections.influences import influences
from filmdossier.extract.connections.prose import connections
from filmdossier.model.annotations import Annotations, Topic
from filmdossier.model.claim import Claim, Connection, Relation
from filmdossier.model.titles import title_key

# What is only gathered from two titles in one sentence gives way to what the words say.
_GATHERED = frozenset({"film named", "kindred film", "later film"})
_SURE = 0.5


def links(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    """Claims on connections of every kind and on influences."""
    said = list(connections(annotations, topic))
    yield from said
    linked = {
        title_key(made.value.film)
        for made in said
        if isinstance(made.value, Connection) and made.confidence >= _SURE and made.value.relation is not Relation.PART_OF_SERIES
    }
    for made in influences(annotations, topic):
        film = made.value.film if isinstance(made.value, Connection) else made.value
        if made.extractor in _GATHERED and isinstance(film, str) and title_key(film) in linked:
            continue
        yield made
