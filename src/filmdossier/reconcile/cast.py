"""Reconciles cast and characters: one entry a performer and role, disagreement on the role shown."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from filmdossier.model.claim import CastMember, CharacterName, Claim, Predicate
from filmdossier.model.film import (
    CastEntry,
    Character,
    Conflict,
    ConflictValue,
    Fact,
)
from filmdossier.reconcile.addresses import conflict_id, statement_id
from filmdossier.reconcile.billing import Billing, Place
from filmdossier.reconcile.decided_names import UNDECIDED, DecidedNames
from filmdossier.reconcile.evidence import LEAST, claim_ids, gathered, joint_confidence, status_of, surest_first
from filmdossier.reconcile.values import Apart, are_apart, longest_forms, name_key


def reconcile_cast(
    claims: Sequence[Claim], names: DecidedNames = UNDECIDED, dismissed: frozenset[str] = frozenset()
) -> tuple[tuple[CastEntry, ...], tuple[Fact, ...], tuple[Conflict, ...]]:
    """Cast in the order of billing, suggestions (as facts), and conflicts over who played what.

    ``names`` tells what editors say of names, ``dismissed`` the ids of conflicts that they say are none.
    """
    members = [(claim, claim.value) for claim in claims if isinstance(claim.value, CastMember)]
    forms = longest_forms((member.actor for _, member in members), names.persons_apart)
    by_actor: dict[str, list[tuple[Claim, CastMember]]] = defaultdict(list)
    for claim, member in members:
        by_actor[name_key(forms[member.actor])].append((claim, member))
    billing = Billing(claim for claim, _ in members)
    entries: list[tuple[Place, CastEntry]] = []
    suggestions: list[Fact] = []
    conflicts: list[Conflict] = []
    for group in by_actor.values():
        every = [claim for claim, _ in group]
        actor = max((member.actor for _, member in group), key=lambda name: (len(name.split()), len(name), name))
        first = billing.first(every)
        if joint_confidence(every) < LEAST:
            played = next((m.character for _, m in group if m.character), None)
            value = f"{actor} as {played}" if played else actor
            suggestions.append(
                Fact(
                    predicate=Predicate.CAST,
                    value=value,
                    status=status_of(every),
                    confidence=joint_confidence(every),
                    evidence=gathered(every),
                    id=statement_id(Predicate.CAST, CastMember(actor=actor, character=played)),
                    claims=claim_ids(every),
                )
            )
            continue
        roles = _roles(group, names.characters_apart)
        conflict = _role_conflict(actor, roles)
        if conflict is not None and conflict.id in dismissed:
            conflict = None
        if conflict is not None:
            conflicts.append(conflict)
        silent = [claim for claim, member in group if member.character is None]
        for number, (character, role_claims, note) in enumerate(roles or [(None, every, "")]):
            support = role_claims + (silent if number == 0 and character is not None else [])
            entries.append(
                (
                    first,
                    CastEntry(
                        actor=actor,
                        character=character,
                        note=note or next((m.note for _, m in group if m.note), ""),
                        status=status_of(support, disputed=conflict is not None),
                        confidence=joint_confidence(support),
                        evidence=gathered(support),
                        id=statement_id(Predicate.CAST, CastMember(actor=actor, character=character)),
                        claims=claim_ids(support),
                    ),
                )
            )
    entries.sort(key=lambda pair: pair[0])  # stable: one performer's parts stay in their order
    return tuple(entry for _, entry in entries), tuple(suggestions), tuple(conflicts)


def _roles(group: Sequence[tuple[Claim, CastMember]], apart: Apart) -> list[tuple[str, list[Claim], str]]:
    """The characters an actor plays: names that share a word are one role; the surest first."""
    named = sorted(
        ((claim, member) for claim, member in group if member.character),
        key=lambda pair: surest_first(pair[0]),
    )
    roles: list[tuple[str, list[Claim], str]] = []
    for claim, member in named:
        character = member.character or ""
        for index, (known, support, note) in enumerate(roles):
            if _same_character(known, character, apart):
                roles[index] = (known, [*support, claim], note or member.note)
                break
        else:
            # A description ("the gambler") beside a proper name is the same part seen by a critic.
            if roles and not any(word[:1].isupper() for word in character.split()):
                roles[0][1].append(claim)
            elif roles and not any(word[:1].isupper() for word in roles[0][0].split()):
                roles[0] = (character, [*roles[0][1], claim], roles[0][2] or member.note)
            else:
                roles.append((character, [claim], member.note))
    return roles


_SMALL = frozenset({"the", "a", "an", "of", "and", "mr", "mrs", "ms", "dr", "s"})


def _same_character(a: str, b: str, apart: Apart) -> bool:
    """Whether two names of a character share a telling word, and nobody has told them apart."""
    if are_apart(a, b, apart):
        return False
    first, second = (frozenset(name_key(name).split("-")) - _SMALL for name in (a, b))
    return bool(first & second) or name_key(a) == name_key(b)


def _is_short_form(short: str, full: str) -> bool:
    """Whether all words of a name stand in another: "Zimmerman" and "Detective Flip Zimmerman"."""
    return set(name_key(short).split("-")) <= set(name_key(full).split("-"))


def _role_conflict(actor: str, roles: Sequence[tuple[str, list[Claim], str]]) -> Conflict | None:
    """A conflict where different documents give one actor different parts."""
    if len(roles) < 2:
        return None
    documents = [{claim.evidence[0].document for claim in support} for _, support, _ in roles]
    if any(documents[a] & documents[b] for a in range(len(roles)) for b in range(a)):
        return None
    values = tuple(
        ConflictValue(
            value=character,
            evidence=gathered(support),
            id=statement_id(Predicate.CAST, CastMember(actor=actor, character=character)),
            claims=claim_ids(support),
        )
        for character, support, _ in roles
    )
    about = f"the part played by {actor}"
    return Conflict(about=about, values=values, weight=0.8, id=conflict_id(about))


def reconcile_characters(
    claims: Sequence[Claim], cast: Sequence[CastEntry], apart: Apart = frozenset()
) -> tuple[tuple[Character, ...], tuple[Claim, ...]]:
    """The persons of the story in the order of the text, and the claims whose name is a performer's."""
    actors = {name_key(entry.actor) for entry in cast}
    characters: list[tuple[Character, list[Claim]]] = []
    performers: list[Claim] = []
    named = [(claim, claim.value) for claim in claims if isinstance(claim.value, CharacterName) and claim.confidence >= LEAST]
    billing = Billing(claim for claim, _ in named)
    for claim, value in sorted(named, key=lambda pair: (pair[1].played_by is None, billing.place(pair[0]))):
        played = name_key(value.played_by) if value.played_by else None
        if name_key(value.name) in actors and name_key(value.name) != played:
            performers.append(claim)
            continue
        for index, (known, support) in enumerate(characters):
            if any(are_apart(value.name, name, apart) for name in (known.name, *known.aliases)):
                continue
            names = {name_key(name) for name in (known.name, *known.aliases)}
            one_player = played is not None and known.played_by is not None and name_key(known.played_by) == played
            either = played is None or known.played_by is None
            short = played is None and _is_short_form(value.name, known.name)
            # One performer's "Stallworth" and "Detective Ron Stallworth" are one; of two performers, nobody is.
            if (
                short
                or (one_player and _same_character(known.name, value.name, apart))
                or ((one_player or either) and {name_key(value.name), *map(name_key, value.aliases)} & names)
            ):
                fuller = one_player and len(value.name.split()) > len(known.name.split())
                name = value.name if fuller else known.name
                others = (known.name, *known.aliases, value.name, *value.aliases)
                aliases = dict.fromkeys(other for other in others if name_key(other) != name_key(name))
                merged = Character(
                    name=name,
                    aliases=tuple(aliases),
                    played_by=known.played_by or value.played_by,
                    description=known.description or value.description,
                    evidence=gathered([*support, claim]),
                )
                characters[index] = (merged, [*support, claim])
                break
        else:
            character = Character(
                name=value.name, aliases=value.aliases, played_by=value.played_by, description=value.description, evidence=claim.evidence
            )  # fmt: skip
            characters.append((character, [claim]))
    named_so = tuple(
        replace(character, id=statement_id(Predicate.CHARACTER, CharacterName(name=character.name)), claims=claim_ids(support))
        for character, support in characters
    )
    return named_so, tuple(performers)
