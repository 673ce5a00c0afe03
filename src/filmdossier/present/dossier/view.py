"""What the page shows: a film record turned into the pieces the template lays out.

A record enters; a :class:`Page` of plain values leaves, every statement with its citation. No
markup is made here, and nothing of the record is left out.
"""

from dataclasses import dataclass

from filmdossier.model.claim import Predicate
from filmdossier.model.film import CastEntry, Character, FilmRecord, SetAside
from filmdossier.model.titles import title_key
from filmdossier.present import outline
from filmdossier.present.citing import Citation, Sources
from filmdossier.present.deciding_words import decided_words
from filmdossier.present.dossier.documents import BackLink, DocumentView, aside, back_links, documents_view
from filmdossier.present.dossier.reception import PageOfReview, ReceptionView, reception_view, this_page
from filmdossier.present.dossier.statements import Entry, Row, Statements, StatusMark
from filmdossier.present.dossier.story import StoryView, story_view
from filmdossier.present.wording import POLARITIES, RELATIONS, conflict_subject, count, fact_value, percent, predicate_label


@dataclass(frozen=True, slots=True, kw_only=True)
class CastRow:
    """A performer and the character."""

    actor: str
    character: str
    note: str
    citation: Citation
    mark: StatusMark


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictView:
    """Two or more values that cannot all be true."""

    id: str
    statement: str
    subject: str
    sides: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Everything on the page. Empty parts are not shown."""

    title: str
    year: str
    aliases: tuple[str, ...]
    identifiers: tuple[str, ...]
    named: Citation | None
    rests_on: str
    disputes: str
    film: tuple[Row, ...]
    credits: tuple[Row, ...]
    cast: tuple[CastRow, ...]
    story: StoryView
    music: tuple[Row, ...]
    links: tuple[Row, ...]
    release: tuple[Row, ...]
    reception: ReceptionView
    conflicts: tuple[ConflictView, ...]
    silence: tuple[str, ...]
    suggestions: tuple[Entry, ...]
    set_aside: tuple[Entry, ...]
    documents: tuple[DocumentView, ...]
    back: dict[str, tuple[BackLink, ...]]
    asides: frozenset[str]


def page_of(record: FilmRecord, page_of_review: PageOfReview = this_page) -> Page:
    """The page of a record, with all its reviews; ``page_of_review`` tells which of them will be shown on other pages."""
    sources = Sources.of(record)
    statements = Statements(sources=sources, conflicts=record.conflicts)
    film = record.film
    named = sources.cite("Title and year", film.evidence, statement="title") if film.evidence else None
    cast, characters = _cast(record, statements)
    return Page(
        title=film.title,
        year=str(film.year) if film.year is not None else "",
        aliases=film.aliases,
        identifiers=film.identifiers,
        named=named,
        rests_on=rests_on(record),
        disputes=count(len(record.conflicts), "point") if record.conflicts else "",
        film=_rows(record, outline.IDENTITY, statements),
        credits=_rows(record, outline.CREDITS, statements),
        cast=cast,
        story=story_view(record, characters, statements),
        music=_rows(record, outline.MUSIC, statements),
        links=(*_connections(record, statements), *_rows(record, outline.LINKS, statements)),
        release=_rows(record, outline.RELEASE, statements),
        reception=reception_view(record, statements, page_of_review),
        conflicts=_conflicts(record, statements),
        silence=tuple(outline.silence(record)),
        suggestions=_suggestions(record, statements),
        set_aside=tuple(_set_aside(item, statements) for item in record.set_aside),
        documents=documents_view(sources),
        back=back_links(sources),
        asides=aside(sources),
    )


def rests_on(record: FilmRecord) -> str:
    """What the dossier rests on, in one sentence."""
    return f"Rests on {count(len(record.documents), 'document')} and makes {count(outline.statements(record), 'statement')}."


def _rows(record: FilmRecord, predicates: tuple[Predicate, ...], statements: Statements) -> tuple[Row, ...]:
    return tuple(
        Row(
            label=group.label,
            entries=tuple(
                statements.entry(
                    f"{predicate_label(fact.predicate)}: {fact.value}",
                    fact_value(fact.predicate, fact.value),
                    fact.evidence,
                    detail=f"(also {', '.join(fact.also)})" if fact.also else "",
                    status=fact.status,
                    confidence=fact.confidence,
                    about=fact.predicate.value,
                    statement=fact.id,
                    decision=fact.decision,
                    predicate=fact.predicate,
                )
                for fact in group.facts
            ),
        )
        for group in outline.groups(record.facts, predicates)
    )


def _cast(record: FilmRecord, statements: Statements) -> tuple[tuple[CastRow, ...], list[Character]]:
    """The cast, and the characters of whom there is more to tell than the cast tells."""
    left = list(record.characters)
    acting = _acting(record)
    rows = []
    for entry in record.cast:
        evidence = entry.evidence
        character = next((c for c in left if _is_played(c, entry)), None)
        if character and not (character.aliases or character.description or acting & _names(character)):
            left.remove(character)
            evidence += character.evidence
        title = f"{entry.actor} as {entry.character}" if entry.character else entry.actor
        citation = statements.sources.cite(title, evidence, statement=entry.id)
        rows.append(
            CastRow(
                actor=entry.actor,
                character=entry.character or "",
                note="; ".join(filter(None, (entry.note, decided_words(entry, Predicate.CAST)))),
                citation=citation,
                mark=statements.mark(entry.status, citation, entry.confidence, "cast"),
            )
        )
    return tuple(rows), left


def _acting(record: FilmRecord) -> set[str]:
    """Who has a part in a relation, an event or a line."""
    names = [name for relation in record.relations for name in (relation.a, relation.b)]
    names += [name for event in record.events for name in (event.agent, event.patient) if name]
    names += [line.speaker for line in record.dialogue if line.speaker]
    return {title_key(name) for name in names}


def _names(character: Character) -> set[str]:
    return {title_key(name) for name in (character.name, *character.aliases)}


def _is_played(character: Character, entry: CastEntry) -> bool:
    return (
        entry.character is not None
        and title_key(entry.character) in _names(character)
        and character.played_by in (None, entry.actor)
    )


def _connections(record: FilmRecord, statements: Statements) -> tuple[Row, ...]:
    rows = []
    for relation, label in RELATIONS.items():
        entries = tuple(
            statements.entry(
                f"{label} {link.film}",
                link.film,
                link.evidence,
                detail=f"({link.year})" if link.year else "",
                status=link.status,
                confidence=link.confidence,
                about="connection",
                statement=link.id,
                decision=link.decision,
                predicate=Predicate.CONNECTION,
            )
            for link in record.connections
            if link.relation is relation
        )
        if entries:
            rows.append(Row(label=label, entries=entries))
    return tuple(rows)


def _conflicts(record: FilmRecord, statements: Statements) -> tuple[ConflictView, ...]:
    views = []
    for index, conflict in enumerate(record.conflicts, start=1):
        subject = conflict_subject(conflict.about)
        sides = tuple(statements.entry(f"Conflict, {subject}: {side.value}", side.value, side.evidence) for side in conflict.values)
        views.append(ConflictView(id=f"conflict-{index}", statement=conflict.id, subject=subject, sides=sides))
    return tuple(views)


def _suggestions(record: FilmRecord, statements: Statements) -> tuple[Entry, ...]:
    return tuple(
        statements.entry(
            f"Suggestion: {predicate_label(fact.predicate)}, {fact.value}",
            f"{predicate_label(fact.predicate)}: {fact_value(fact.predicate, fact.value)}",
            fact.evidence,
            detail=f"confidence {percent(fact.confidence)}",
            aside=True,
            statement=fact.id,
        )
        for fact in record.suggestions
    )


def _set_aside(item: SetAside, statements: Statements) -> Entry:
    claim = item.claim
    words = f"{predicate_label(claim.predicate)}: {outline.claim_words(claim)}"
    return statements.entry(
        f"Set aside: {words}",
        words,
        claim.evidence,
        detail=f"{POLARITIES[claim.polarity]}; {item.reason}",
        aside=True,
        statement=item.id,
    )
