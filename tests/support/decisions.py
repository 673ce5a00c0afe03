"""Decisions for the tests."""

from filmdossier.model.claim import CastMember, Predicate
from filmdossier.model.decision import (
    Act,
    Add,
    Choose,
    Confirm,
    Correct,
    Decision,
    Dismiss,
    FilmReference,
    KeptPassage,
    MergeFilms,
    MergeNames,
    NameKind,
    Reject,
    SplitFilm,
    SplitNames,
    Statement,
    Undo,
)

RONIN = FilmReference(id="ronin-1998", title="Ronin", year=1998, identifiers=("imdb:tt0122690",))


def decided(act: Act, *, film: FilmReference = RONIN, minute: int = 0, by: str = "ines", why: str = "") -> Decision:
    """A decision on a film, made ``minute`` minutes after ten."""
    return Decision.make(
        film=film, act=act, decided_by=by, decided_at=f"2026-11-21T{10 + minute // 60}:{minute % 60:02}:00Z", why=why
    )


def statement(predicate: Predicate, value: str, address: str = "") -> Statement:
    """A statement with a text for its value and a passage."""
    passage = KeptPassage(origin="a.txt", document="d1", start=20, end=20 + len(value), quote=value)
    name = address or f"{predicate.value}:{value.lower().replace(' ', '-')}"
    return Statement(id=name, predicate=predicate, value=value, passages=(passage,))


def decisions_of_every_kind() -> list[Decision]:
    """One decision of each kind."""
    director = statement(Predicate.DIRECTOR, "John Frankenheimer")
    role = Statement(
        id="cast:jean-reno.vincent",
        predicate=Predicate.CAST,
        value=CastMember(actor="Jean Reno", character="Vincent"),
        forms=("x",),
    )
    acts: list[Act] = [
        Confirm(statement=director),
        Reject(statement=role),
        Correct(statement=role, value=CastMember(actor="Jean Reno", character="Vincent", note="“voice”\t\n☃")),
        Add(statement=statement(Predicate.GENRE, "thriller")),
        Choose(conflict="conflict:running-time", side=statement(Predicate.RUNTIME_MINUTES, "122"), words="122"),
        Dismiss(conflict="conflict:country"),
        MergeNames(kind=NameKind.PERSON, name="J. Frankenheimer", into="John Frankenheimer"),
        SplitNames(kind=NameKind.CHARACTER, name="Sam", other="Sam Regazzoli"),
        MergeFilms(into=FilmReference(id="ronin", title="Ronin")),
        SplitFilm(documents=("b.txt", "a.txt"), title="Ronin", year=2011),
        Undo(decision="0123456789abcdef0123"),
    ]
    return [decided(act, minute=minute, why="seen on the print") for minute, act in enumerate(acts)]
