"""Keeps the films of a library up to date with its documents."""

from collections import defaultdict
from collections.abc import Iterable

from filmdossier.model.claim import CastMember, Claim, Polarity, Predicate
from filmdossier.model.entity import LinkedFilm
from filmdossier.model.titles import slugify
from filmdossier.run.version import linking_version
from filmdossier.store import Store, View


def link_films(store: Store) -> bool:
    """Whether any film or link changed. Does nothing where no document came since the last time.

    Called after every run and before every look at the films: a run that was killed between its
    last document and its links is made good by whoever comes next.
    """
    with store.view() as view:
        if view.links_version() == linking_version():
            return False
    return store.writer().relink(_link, version=linking_version())


def _link(view: View) -> Iterable[LinkedFilm]:
    from filmdossier.link import decide_films, link_topics

    topics = view.topics()
    linked = link_topics(topics, people_of(view.claims(Predicate.DIRECTOR, Predicate.CAST)))
    decisions = view.decisions()
    return decide_films(linked, topics, view.origins_of_topics(), decisions) if decisions else linked


def people_of(claims: Iterable[Claim]) -> dict[str, frozenset[str]]:
    """The names of the directors and cast of each topic, spelt alike whatever their case and accents."""
    people: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims:
        name = claim.value.actor if isinstance(claim.value, CastMember) else str(claim.value)
        if claim.polarity is Polarity.ASSERTED:
            people[claim.subject].add(slugify(name) or name.casefold().strip())
    return {topic: frozenset(names) for topic, names in people.items()}
