"""The persons of the story: the parts that performers play, with the other names the text uses.

Enters the performances of a passage; leaves one claim for each named part. Refuses names that are a
performer's, parts that are only described ("a gambler") and people who play themselves.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from filmdossier.extract.cast.names import HONORIFICS, nickname, person_key, without_nickname
from filmdossier.extract.cast.performance import Performance
from filmdossier.extract.cast.persons import role_word
from filmdossier.extract.cast.roles import Part, clean, without_title
from filmdossier.extract.statement import claim
from filmdossier.model.annotations import Annotations, MentionKind, Role, Topic
from filmdossier.model.claim import CharacterName, Claim, Polarity, Predicate

# "In the 1970s and 1980s": when somebody is seen, and no part.
_YEARS = re.compile(r"(?:the )?\d{4}s?")
_STORY = (Role.PLOT, Role.CAST, Role.OTHER, Role.OPINION)


def characters(annotations: Annotations, topic: Topic, performances: Sequence[Performance]) -> Iterator[Claim]:
    """A claim for each performance of a named part, with the short forms of the name that the text uses.

    A part that the performer has under a longer name elsewhere ("Stallworth", "Detective Ron
    Stallworth") is the same person under that name.
    """
    actors = {person_key(performance.actor) for performance in performances}
    parts: list[tuple[Performance, Part]] = [
        (performance, performance.part)
        for performance in performances
        if performance.part is not None
        and performance.part.named
        and _YEARS.fullmatch(performance.part.character) is None
        and performance.polarity is Polarity.ASSERTED
        and person_key(performance.part.character) not in actors - {person_key(performance.actor)}
    ]
    used = _used(annotations, topic)
    shared = _shared_words(parts)
    played: dict[str, dict[str, Part]] = {}  # player → the parts by their names
    players: dict[str, set[str]] = {}  # a part's name → its players
    for performance, part in parts:
        player = person_key(performance.actor)
        played.setdefault(player, {}).setdefault(part.character, part)
        players.setdefault(part.character, set()).add(player)
    for performance, part in parts:
        player = person_key(performance.actor)
        fullest = _fullest(part, played[player])
        name, aliases = _forms(fullest)
        aliases += [form for form in (part.character, *part.aliases) if form not in (name, fullest.character)]
        aliases += [form for form in _short_forms((name, *aliases), shared) if used[form] and person_key(form) not in actors]
        yield claim(
            annotations,
            topic,
            Predicate.CHARACTER,
            CharacterName(
                name=name,
                aliases=tuple(
                    alias for alias in dict.fromkeys(aliases) if alias != name and players.get(alias, {player}) <= {player}
                ),
                played_by=performance.actor,
                description=part.description,
            ),
            *performance.spans,
            extractor=f"characters: {performance.rule}",
            confidence=performance.confidence,
        )


def _fullest(part: Part, others: Mapping[str, Part]) -> Part:
    """The longest of the performer's parts, by their names, that holds all the words of this one's name."""
    words = set(without_title(without_nickname(part.character)).split())
    longer = [name for name in others if words < set(without_nickname(name).split())]
    return others[max(longer, key=lambda name: (len(name), name))] if longer else part


def _forms(part: Part) -> tuple[str, list[str]]:
    """The name, and the other names that are written with it."""
    pieces = [clean(piece) for piece in part.character.split("/")] if "/" in part.character else [part.character]
    name = pieces[0] or part.character
    aliases = [*pieces[1:], *part.aliases]
    plain = without_nickname(name)
    nick = nickname(name)
    if nick:
        aliases += [nick, plain]
        surname = plain.split()[-1]
        if surname != plain:
            aliases.append(f"{nick} {surname}")
    return name, [alias for alias in aliases if alias and alias != name and alias not in part.character.split(" / ")[:1]]


def _short_forms(names: Sequence[str], shared: set[str]) -> Iterator[str]:
    """First names, surnames, and names without or with only their title: "Jeff", "Bailey", "Captain Morton"."""
    for name in names:
        words = without_nickname(name).split()
        plain = without_title(" ".join(words))
        if plain != name and len(plain) > 2:
            yield plain
        parts = plain.split()
        if 1 < len(parts) <= 4 and not role_word(parts[-1]):
            for word in (parts[0], parts[-1]):
                if word[:1].isupper() and word not in shared and word not in HONORIFICS and len(word.strip(".")) > 2:
                    yield word
            if words[0] in HONORIFICS:
                yield f"{words[0]} {parts[-1]}"


def _used(annotations: Annotations, topic: Topic) -> Counter[str]:
    """How often each name stands in the passages that tell or describe the story."""
    counts: Counter[str] = Counter()
    roles = {}
    for sentence in annotations.sentences_in(topic.passage):
        roles[sentence.index] = sentence.role
    for mention in annotations.mentions_in(topic.passage, MentionKind.NAME, MentionKind.PERSON, MentionKind.PLACE):
        within = annotations.sentence_at(mention.span.start)
        if within is not None and roles.get(within.index) in _STORY:
            counts[re.sub(r"['’]s?$", "", mention.surface)] += 1
    return counts


def _shared_words(parts: Sequence[tuple[Performance, Part]]) -> set[str]:
    """Words that stand in the names of characters of several performers ("Parr"): alone they name nobody."""
    owners: dict[str, set[str]] = {}
    for performance, part in parts:
        for name in (part.character, *part.aliases):
            for word in re.findall(r"[\w'’.-]+", name):
                owners.setdefault(word, set()).add(person_key(performance.actor))
    return {word for word, players in owners.items() if len(players) > 1}
