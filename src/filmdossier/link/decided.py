"""Which film a decision is about, and what decisions do to films: merged, split, given another title or year.

A film's id is made from what documents call it, so that it may change when they are read again. A
decision keeps the film's title, year and identifiers beside the id, and is about the film that they
name: the one that shares an identifier, else the one of that id, else the only one of that title and
year. Where none or several answer, it is about no film until one does.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from filmdossier.model.annotations import Topic
from filmdossier.model.claim import IDENTITY_PREDICATES, Predicate
from filmdossier.model.decision import Choose, Confirm, Correct, Decision, FilmReference, MergeFilms, SplitFilm
from filmdossier.model.entity import LinkedFilm
from filmdossier.model.film import FilmIdentity
from filmdossier.model.standing import in_force
from filmdossier.model.titles import slugify, title_key


class Films:
    """Finds films by references; ``merged`` maps the id of a film that is another by decision to that one."""

    def __init__(self, films: Iterable[FilmIdentity], decisions: Iterable[Decision] = ()) -> None:
        self._films = list(films)
        self._by_id = {film.id: film for film in self._films}
        self._by_key: dict[str, list[FilmIdentity]] = {}
        for film in self._films:
            for key in {title_key(name) for name in (film.title, *film.aliases)}:
                self._by_key.setdefault(key, []).append(film)
        self._merged = {
            decision.film.id: decision.act.into for decision in decisions if isinstance(decision.act, MergeFilms)
        }  # fmt: skip

    def find(self, reference: FilmReference) -> FilmIdentity | None:
        """The film; None where none or several answer."""
        seen = set()
        while True:
            found = self._named(reference)
            if found is not None or reference.id in seen or reference.id not in self._merged:
                return found
            seen.add(reference.id)
            reference = self._merged[reference.id]

    def _named(self, reference: FilmReference) -> FilmIdentity | None:
        wanted = set(reference.identifiers)
        sharing = [film for film in self._films if wanted & set(film.identifiers)] if wanted else []
        if len(sharing) == 1:
            return sharing[0]
        same_id = self._by_id.get(reference.id)
        if same_id is not None and not _contradicts(reference, same_id):
            return same_id
        titled = [
            film
            for film in self._by_key.get(title_key(reference.title), ())
            if (film.year is None or reference.year is None or film.year == reference.year) and not _contradicts(reference, film)
        ]
        return titled[0] if len(titled) == 1 else None


def is_plainly(reference: FilmReference, same_id: FilmIdentity) -> bool:
    """Whether the film with the reference's id is the one, whatever other films there are; see :meth:`Films.find`."""
    shared = set(reference.identifiers) & set(same_id.identifiers)
    return not _contradicts(reference, same_id) and bool(shared or not reference.identifiers)


def _contradicts(reference: FilmReference, film: FilmIdentity) -> bool:
    """Whether both have an id in one catalogue, and not the same one."""
    there = dict(identifier.split(":", 1) for identifier in film.identifiers if ":" in identifier)
    here = dict(identifier.split(":", 1) for identifier in reference.identifiers if ":" in identifier)
    return any(here[catalogue] != there[catalogue] for catalogue in here.keys() & there.keys())


def decide_films(
    linked: Sequence[LinkedFilm], topics: Iterable[Topic], origins: Mapping[str, str], decisions: Iterable[Decision]
) -> tuple[LinkedFilm, ...]:
    """The films as decided, by id; ``origins`` gives the path of the document of each topic, by the topic's id."""
    held = [decision for decision in in_force(decisions) if decision.changes_films]
    by_id = {film.film.id: film for film in linked}
    known = {topic.id: topic for topic in topics}
    done: list[Decision] = []
    for decision in held:
        films = Films((film.film for film in by_id.values()), done)
        found = films.find(decision.film)
        if found is None:
            continue
        act = decision.act
        if isinstance(act, MergeFilms):
            into = films.find(act.into)
            if into is not None and into.id != found.id:
                by_id[into.id] = _joined(by_id[into.id], by_id.pop(found.id))
                done.append(decision)
        elif isinstance(act, SplitFilm):
            _split(by_id, by_id[found.id], act, known, origins)
    for decision in held:
        found = Films((film.film for film in by_id.values()), done).find(decision.film)
        if found is not None:
            by_id[found.id] = replace(by_id[found.id], film=_called(found, decision))
    return tuple(by_id[film] for film in sorted(by_id))


def _joined(into: LinkedFilm, gone: LinkedFilm) -> LinkedFilm:
    film = into.film
    names = (*film.aliases, gone.film.title, *gone.film.aliases)
    return LinkedFilm(
        film=replace(
            film,
            aliases=_others(film.title, names),
            identifiers=tuple(sorted({*film.identifiers, *gone.film.identifiers})),
        ),
        topics=tuple(sorted({*into.topics, *gone.topics})),
    )


def _split(
    by_id: dict[str, LinkedFilm], film: LinkedFilm, act: SplitFilm, topics: Mapping[str, Topic], origins: Mapping[str, str]
) -> None:  # fmt: skip
    documents = set(act.documents)
    moved = tuple(topic for topic in film.topics if origins.get(topic) in documents)
    if not moved:
        return
    stay = tuple(topic for topic in film.topics if topic not in moved)
    base = "-".join(filter(None, (slugify(act.title) or "film", str(act.year) if act.year else "")))
    new_id, number = base, 2
    while new_id in by_id and not _is(by_id[new_id].film, act):
        new_id, number = f"{base}-{number}", number + 1
    theirs = {identifier for topic in moved for identifier in topics[topic].identifiers}
    ours = {identifier for topic in stay for identifier in topics[topic].identifiers}
    if new_id == film.film.id:
        return  # it is called so already: nothing is left to tell the two apart by
    if stay:
        identifiers = tuple(one for one in film.film.identifiers if one in ours or one not in theirs)
        by_id[film.film.id] = LinkedFilm(film=replace(film.film, identifiers=identifiers), topics=stay)
    else:
        del by_id[film.film.id]
    split = LinkedFilm(
        film=FilmIdentity(id=new_id, title=act.title, year=act.year, identifiers=tuple(sorted(theirs - ours))), topics=moved
    )
    by_id[new_id] = _joined(by_id[new_id], split) if new_id in by_id else split


def _is(film: FilmIdentity, act: SplitFilm) -> bool:
    return title_key(film.title) == title_key(act.title) and film.year == act.year


def _called(film: FilmIdentity, decision: Decision) -> FilmIdentity:
    """The film with the title or year decided; its id stays, and its old title is another title of it."""
    match decision.act:
        case Correct(statement=statement, value=str(value)) if statement.predicate in IDENTITY_PREDICATES:
            predicate, words = statement.predicate, value
        case Confirm(statement=statement) | Choose(side=statement) if statement.predicate in IDENTITY_PREDICATES and isinstance(
            statement.value, str
        ):
            predicate, words = statement.predicate, statement.value
        case _:
            return film
    if predicate is Predicate.YEAR:
        return replace(film, year=int(words)) if words.isdigit() else film
    return replace(film, title=words, aliases=_others(words, (film.title, *film.aliases)))


def _others(title: str, names: Iterable[str]) -> tuple[str, ...]:
    """The names that are not the title, each once."""
    others = {title_key(name): name for name in reversed(tuple(names))}
    others.pop(title_key(title), None)
    return tuple(name for name in dict.fromkeys(names) if others.get(title_key(name)) == name)
