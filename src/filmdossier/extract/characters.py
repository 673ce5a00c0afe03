"""The persons of the story: the parts that performers play, with the other names the text uses.

Enters the performances of a passage; leaves one claim for each named part. Refuses names that are a
performer's, parts that are only described ("a gambler") and people who play themselves.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from filmdossier.extract.cast_names import HONORIFICS, nickname, person_key, without_nickname
from filmdossier.extract.cast_performance import Performance
from filmdossier.extract.cast_roles import Part, clean, without_title
from filmdossier.extract.statement import claim
from filmdossier.model.annotations import Annotations, MentionKind, Role, Topic
from filmdossier.model.claim import CharacterName, Claim, Polarity, Predicate

_STORY = (Role.PLOT, Role.CAST, Role.OTHER, Role.OPINION)


def characters(annotations: Annotations, topic: Topic, performances: Sequence[Performance]) -> Iterator[Claim]:
    """A claim for each performance of a named part, with the short forms of the name that the text uses."""
    actors = {person_key(performance.actor) for performance in performances}
    named = [p for p in performances if p.part is not None and p.part.named and p.polarity is Polarity.ASSERTED]
    named = [p for p in named if person_key(p.part.character if p.part else "") not in actors - {person_key(p.actor)}]
    used = _used(annotations, topic)
    shared = _shared_words([p.part for p in named if p.part is not None])
    for performance in named:
        part = performance.part
        if part is None:
            continue
        name, aliases = _forms(part)
        aliases += [form for form in _short_forms((name, *aliases), shared) if used[form] and person_key(form) not in actors]
        yield claim(
            annotations,
            topic,
            Predicate.CHARACTER,
            CharacterName(
                name=name,
                aliases=tuple(a for a in dict.fromkeys(aliases) if a != name),
                played_by=performance.actor,
                description=part.description,
            ),
            *performance.spans,
            extractor=f"characters: {performance.rule}",
            confidence=performance.confidence,
        )


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
        if plain != name:
            yield plain
        parts = plain.split()
        if len(parts) > 1:
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


def _shared_words(parts: Sequence[Part]) -> set[str]:
    """Words that stand in the names of several characters ("Parr"): alone they name nobody."""
    words: dict[str, set[str]] = {}
    for part in parts:
        for name in (part.character, *part.aliases):
            for word in re.findall(r"[\w'’.-]+", name):
                words.setdefault(word, set()).add(part.character)
    return {word for word, owners in words.items() if len(owners) > 1}
