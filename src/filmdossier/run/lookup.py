"""Finds the film a user means: an id, a title, "Title (Year)", or the beginning of one.

Case, accents, punctuation and a leading article do not count. Never guesses: what could be several
films, or none, is an UnknownFilm that lists the likely ones.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from filmdossier.errors import UnknownFilm
from filmdossier.model.film import FilmIdentity
from filmdossier.model.titles import slugify, title_key, title_year

_SHOWN = 5
_LONGEST_TITLE = 12  # words
_WORD = re.compile(r"[^\W_]+(?:[-'’.:&]+[^\W_]+)*\.?")
_CLOSE = 60.0  # WRatio of 0..100: "desparado" / "Desperado" is 89, unrelated titles stay under 50


def find_film(films: Sequence[FilmIdentity], wanted: str) -> FilmIdentity:
    """The one film that ``wanted`` means."""
    named = title_year(wanted)
    key, slug = title_key(named.title), slugify(wanted)
    if not wanted.strip():
        raise UnknownFilm("no film was named; 'filmdossier films' lists them")

    def titled(film: FilmIdentity) -> bool:
        year_fits = named.year is None or film.year == named.year
        return year_fits and key in {title_key(name) for name in (film.title, *film.aliases)}

    def begins(film: FilmIdentity) -> bool:
        names = (film.id, title_key(film.title), slugify(film.title))
        starts = [slug] if named.year else [slug, key]
        return any(name.startswith(start) for name in names for start in starts if start)

    tests: Iterable[Callable[[FilmIdentity], bool]] = (
        lambda film: film.id == wanted.strip(),
        lambda film: title_key(wanted) == title_key(film.title),  # titles that end in a year of their own
        titled,
        lambda film: film.id == slug,
        begins,
    )
    for test in tests:
        found = [film for film in films if test(film)]
        if len(found) == 1:
            return found[0]
        if found:
            raise UnknownFilm(f"{wanted!r} could be {_listed(found)}; name one by its id")
    if not films:
        raise UnknownFilm(f"no film {wanted!r}: the library is empty; read documents first with 'filmdossier read PATH…'")
    close = _close(films, wanted)
    hint = f"did you mean {_listed(close)}?" if close else "'filmdossier films' lists the films in the library"
    raise UnknownFilm(f"no film {wanted!r}; {hint}")


def by_title(films: Iterable[FilmIdentity]) -> dict[str, list[FilmIdentity]]:
    """The films under the key of each of their titles."""
    titled: dict[str, list[FilmIdentity]] = {}
    for film in films:
        for key in {title_key(title) for title in (film.title, *film.aliases)}:
            titled.setdefault(key, []).append(film)
    return titled


def films_named(titled: Mapping[str, list[FilmIdentity]], words: str) -> list[FilmIdentity]:
    """Of films :func:`by_title` those whose title stands in ``words``, of the longest title; a year beside it tells films of one title apart."""
    found = list(_WORD.finditer(words))
    for length in range(min(len(found), _LONGEST_TITLE), 0, -1):
        for start in range(len(found) - length + 1):
            named = words[found[start].start() : found[start + length - 1].end()]
            # One small word is a title only with its capital: "caged" is none; and the first word of a question has one anyway.
            if length == 1 and (not named[0].isupper() or start == 0):
                continue
            if title_key(named) in titled:
                same = titled[title_key(named)]
                dated = [film for film in same if film.year is not None and str(film.year) in words]
                return dated or same
    return []


def _close(films: Sequence[FilmIdentity], wanted: str) -> list[FilmIdentity]:
    from rapidfuzz import fuzz

    plain = slugify(wanted) or wanted.casefold()
    scored = [
        (max(fuzz.WRatio(plain, slugify(name) or name.casefold()) for name in (film.id, film.title, *film.aliases)), film)
        for film in films
    ]
    scored.sort(key=lambda pair: (-pair[0], pair[1].id))
    return [film for score, film in scored[:_SHOWN] if score >= _CLOSE]


def _listed(films: Sequence[FilmIdentity]) -> str:
    named = [f"{film.id} ({film.title}{f', {film.year}' if film.year else ''})" for film in films[:_SHOWN]]
    if len(films) > _SHOWN:
        named.append(f"{len(films) - _SHOWN} more")
    return named[0] if len(named) == 1 else ", ".join(named[:-1]) + " or " + named[-1]
