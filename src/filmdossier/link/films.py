"""Ties the topics of all documents to films, so that documents about one film meet.

Enters every topic of the library with the people its document names as directors and cast; leaves
the films, each with its topics. Two topics are one film if they share an identifier, or a title
(or other title) and a year; years one apart count as one film (production and release year)
unless the people named have nobody in common. Remakes with one title stay apart by year. A topic
without a year joins the only film of its title, or among several the one whose people it shares;
if that does not decide, it stays a film of its own.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from filmdossier.model.annotations import Topic
from filmdossier.model.entity import LinkedFilm
from filmdossier.model.film import FilmIdentity
from filmdossier.model.titles import slugify, title_key

_NOBODY: frozenset[str] = frozenset()


def link_topics(topics: Sequence[Topic], people: Mapping[str, frozenset[str]]) -> tuple[LinkedFilm, ...]:
    """The films, sorted by id; ``people`` maps a topic's id to the names of its directors and cast."""
    ordered = sorted(topics, key=lambda topic: topic.id)
    clusters = _Clusters(ordered)
    by_identifier: dict[str, int] = {}
    by_title: dict[str, list[int]] = defaultdict(list)
    for index, topic in enumerate(ordered):
        for identifier in topic.identifiers:
            clusters.join(by_identifier.setdefault(identifier, index), index)
        for key in {title_key(name) for name in (topic.title, *topic.aliases)}:
            by_title[key].append(index)
    for group in by_title.values():
        _join_dated(ordered, group, people, clusters)
    for index, topic in enumerate(ordered):
        if topic.year is None:
            _join_undated(ordered, index, by_title[title_key(topic.title)], people, clusters)
    return _films(ordered, clusters)


class _Clusters:
    """Union–find over topic numbers; the smallest number stands for its set."""

    def __init__(self, topics: Sequence[Topic]) -> None:
        self._parent = list(range(len(topics)))

    def root(self, index: int) -> int:
        while self._parent[index] != index:
            self._parent[index] = self._parent[self._parent[index]]
            index = self._parent[index]
        return index

    def join(self, a: int, b: int) -> None:
        a, b = sorted((self.root(a), self.root(b)))
        self._parent[b] = a


def _join_dated(topics: Sequence[Topic], group: Sequence[int], people: Mapping[str, frozenset[str]], clusters: _Clusters) -> None:
    """Joins topics of one title whose years agree, or differ by one and share (or do not name) people."""
    by_year: dict[int, list[int]] = defaultdict(list)
    for index in group:
        year = topics[index].year
        if year is not None:
            by_year[year].append(index)
    for year, same in sorted(by_year.items()):
        for index in same[1:]:
            clusters.join(same[0], index)
        for other in by_year.get(year + 1, [])[:1]:
            here = frozenset[str]().union(*(people.get(topics[i].id, _NOBODY) for i in same))
            there = frozenset[str]().union(*(people.get(topics[i].id, _NOBODY) for i in by_year[year + 1]))
            if here & there or not here or not there:
                clusters.join(same[0], other)


def _join_undated(
    topics: Sequence[Topic], index: int, group: Sequence[int], people: Mapping[str, frozenset[str]], clusters: _Clusters
) -> None:  # fmt: skip
    dated: dict[int, set[str]] = defaultdict(set)
    for other in group:
        if topics[other].year is not None:
            dated[clusters.root(other)] |= people.get(topics[other].id, _NOBODY)
    if not dated:
        # Nobody gives a year: one title is taken for one film.
        for other in group:
            if topics[other].year is None:
                clusters.join(other, index)
        return
    if len(dated) == 1:
        clusters.join(next(iter(dated)), index)
        return
    mine = people.get(topics[index].id, _NOBODY)
    shared = sorted(((len(mine & names), -root) for root, names in dated.items()), reverse=True)
    if shared[0][0] > 0 and shared[0][0] > shared[1][0]:
        clusters.join(-shared[0][1], index)


def _films(topics: Sequence[Topic], clusters: _Clusters) -> tuple[LinkedFilm, ...]:
    members: dict[int, list[Topic]] = defaultdict(list)
    for index, topic in enumerate(topics):
        members[clusters.root(index)].append(topic)
    films: list[LinkedFilm] = []
    taken: set[str] = set()
    for group in sorted(members.values(), key=lambda topics: _rank(_best(topics))):
        best = _best(group)
        years = [topic.year for topic in sorted(group, key=_rank) if topic.year is not None]
        year = years[0] if years else None
        base = "-".join(filter(None, (slugify(best.title) or "film", str(year) if year else "")))
        film_id, number = base, 2
        while film_id in taken:
            film_id, number = f"{base}-{number}", number + 1
        taken.add(film_id)
        names = {title_key(best.title): best.title}
        for topic in sorted(group, key=_rank):
            for name in (topic.title, *topic.aliases):
                names.setdefault(title_key(name), name)
        films.append(
            LinkedFilm(
                film=FilmIdentity(
                    id=film_id,
                    title=best.title,
                    year=year,
                    aliases=tuple(name for name in names.values() if name != best.title),
                    identifiers=tuple(sorted({identifier for topic in group for identifier in topic.identifiers})),
                ),
                topics=tuple(sorted(topic.id for topic in group)),
            )
        )
    return tuple(sorted(films, key=lambda linked: linked.film.id))


def _best(group: Sequence[Topic]) -> Topic:
    return min(group, key=_rank)


def _rank(topic: Topic) -> tuple[bool, float, str, int, str]:
    """The surest topic first; content before ids, so that nothing hangs on the order of reading."""
    return (topic.year is None, -topic.confidence, topic.title, topic.year or 0, topic.id)
