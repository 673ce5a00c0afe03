"""How the persons of the story stand to each other.

From nouns that say so ("his brother Cesar", "Helen is Bob's wife") and from deeds that make it so
("marries", "hires", "kills"). Refuses ties of somebody to himself and ties that only a group has.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from filmdossier.extract.story.course import Tied, ended, repeated, together
from filmdossier.extract.story.happenings import Happening
from filmdossier.extract.story.kin import tie_of
from filmdossier.extract.story.persons import Person, possessive
from filmdossier.extract.story.ties import Told
from filmdossier.model.claim import StoryRelation

# Deed → what its doer is to the one it is done to, and how sure one telling of it makes that.
_MAKES: dict[str, tuple[str, float]] = {
    deed: (relation, confidence)
    for relation, confidence, deeds in (
        ("killer", 0.7, "kill murder assassinate slay strangle behead decapitate execute|shoot dead|beat to death|stab to death|put to death|finish off|leave to die"),
        ("spouse", 0.7, "marry wed|elope with|marry to|divorce from"),
        ("fiancé", 0.6, "|engage to|betroth to"),
        ("employer", 0.6, "hire employ|"),
        ("employee", 0.65, "|work for"),
        ("guardian", 0.55, "adopt raise foster|bring up|take in"),
        ("captor", 0.55, "imprison|hold captive|hold hostage|hold prisoner|take hostage|take prisoner|lock up"),
        ("rival", 0.55, "|compete with|compete against|vie with"),
        ("friend", 0.65, "befriend|become friends with|make friends with|bond with"),
        ("kidnapper", 0.6, "kidnap abduct"),
        ("blackmailer", 0.6, "blackmail extort"),
        ("lover", 0.6, "date seduce romance woo court kiss|fall in love with|fall for|have affair with|begin affair with|start affair with|begin relationship with|start relationship with|begin romance with|have relationship with|"
         "keep company with|make love to|make love with|have sex with|sleep with|propose to|declare love for|confess love to|confess love for"),
        ("partner", 0.55, "|team up with|team with|partner with|work with"),
        ("enemy", 0.6, "betray double-cross fight torture frame challenge tempt|try to kill|fight with|fight against|swear revenge on|plot against|conspire against|seek revenge on|take revenge on"),
        ("teacher", 0.55, "teach tutor train"),
    )
    for deed in [*deeds.split("|")[0].split(), *deeds.split("|")[1:]]
    if deed
}  # fmt: skip
# What the states that no event is made of say.
_STATES: dict[str, tuple[str, float]] = {
    "love": ("lover", 0.6),
    "hate": ("enemy", 0.55),
    "resent": ("enemy", 0.5),
    "despise": ("enemy", 0.55),
}
_TURNED = {"serve under": ("superior", 0.6)}
# What is done "to death" all the same without anybody dying of it.
_NO_DEATH = frozenset("condemn sentence scare frighten worry bore love put want doom".split())
# "tries to strangle", "plots to murder": whom it is meant for is an enemy.
_MEANS_HARM = re.compile(
    r"(?:try|attempt|plan|plot|threaten|vow|swear|seek|conspire|intend|scheme) to (?:kill|murder|assassinate|shoot|stab|strangle|poison|drown|smother|hang|execute|burn|push|throw|run over|blow up|destroy|get rid of)\b"
)
# Kin that is written from the elder's side where it is known whether that is a man or a woman.
_ELDERS = {
    "parent": ("father", "mother"), "stepson": ("stepfather", "stepmother"), "stepdaughter": ("stepfather", "stepmother"), "niece": ("uncle", "aunt"), "nephew": ("uncle", "aunt"),
    "grandson": ("grandfather", "grandmother"), "granddaughter": ("grandfather", "grandmother"),
}  # fmt: skip
_ANYONE = frozenset("man woman girl boy guy lady person kid child baby".split())
_FATAL = ("'s throat", "' throats", "'s throats", "'s life", "'s death")
_MUTUAL = {
    "marry": ("spouse", 0.7), "wed": ("spouse", 0.7), "get engaged": ("fiancé", 0.6), "get married": ("spouse", 0.7), "fall in love": ("lover", 0.65), "fall in love with": ("lover", 0.65),
    "become friends": ("friend", 0.6), "divorce": ("spouse", 0.6), "kiss": ("lover", 0.6), "make love": ("lover", 0.6), "have sex": ("lover", 0.6), "elope": ("spouse", 0.6), "fight": ("enemy", 0.55), "team up": ("partner", 0.55),
    "have affair": ("lover", 0.6), "begin affair": ("lover", 0.6), "start affair": ("lover", 0.6), "begin relationship": ("lover", 0.6), "duel": ("enemy", 0.55), "become lovers": ("lover", 0.65),
}  # fmt: skip
# Kin of these kinds is only one of them to the same person.
_KINDS = {
    "parent": frozenset("father mother parent stepfather stepmother stepson stepdaughter".split()),
    "sibling": frozenset("brother sister sibling half-brother half-sister stepbrother stepsister".split()),
    "spouse": frozenset("spouse fiancé fiancée ex-wife ex-husband".split()),
    "of two generations": frozenset(
        "uncle aunt nephew niece grandfather grandmother grandson granddaughter great-grandmother great-grandfather".split()
    ),
}
_FAMILY = frozenset("father mother parent brother sister sibling stepfather stepmother uncle aunt grandfather grandmother".split())
_COUPLE = frozenset({"spouse", "fiancé", "lover"})


def relations(ties: Iterable[Told], happenings: Iterable[Happening]) -> Iterator[Tied]:
    """Every tie of two persons that the story tells, in text order of each source."""
    said = list(ties)
    family = {
        frozenset((told.a.text, told.b.text)) for told in said if (tie := tie_of(told.noun)) is not None and tie.relation in _FAMILY
    }
    deeds = list(happenings)
    named = {(told.a.text, told.noun) for told in said if told.b.named} | {
        (told.noun, told.b.text) for told in said if told.a.named
    }
    kin = _kin_of_each(said)
    for told in said:
        pair = frozenset((told.a.text, told.b.text))
        if _kind(told) != "other" and kin[pair] != _kind(told):
            continue  # nobody is the father and the husband of one person
        # "The boy's mother", who is known to be Tom's: the same tie over again.
        again = ((told.a.text, told.noun) in named and _bare(told.b)) or ((told.noun, told.b.text) in named and _bare(told.a))
        if again:
            continue
        if told.noun in _COUPLE and frozenset((told.a.text, told.b.text)) in family:
            continue
        known = tie_of(told.noun) is not None or told.noun.startswith("fellow ") or told.trade
        if known and not (told.a.plural or told.b.plural or _anybody(told.a) or _anybody(told.b)):
            yield Tied(of_sort(relation_of(told.a, told.noun, told.b), told.sort), told.span, 0.75 if told.sure else 0.55)
    tied: set[frozenset[str]] = set()

    for happening in deeds:
        for a, relation, b, confidence in _made(happening):
            if a is not b and not (a.plural or b.plural or _anybody(a) or _anybody(b)) and a.text != b.text and not _owned(a, b):
                if relation in _COUPLE and frozenset((a.text, b.text)) in family:
                    continue  # a "they" read wrongly: brother and sister do not marry
                tied.add(frozenset((a.text, b.text)))
                yield Tied(StoryRelation(a=a.text, relation=relation, b=b.text), happening.span, confidence)
    yield from repeated(deeds, tied | {frozenset((told.a.text, told.b.text)) for told in said})
    yield from ended(deeds)
    yield from together(deeds, tied | {frozenset((told.a.text, told.b.text)) for told in said})


def of_the_unnamed(kin: Iterable[Told], said: Iterable[Told], happenings: Iterable[Happening]) -> Iterator[Tied]:
    """Ties of kin without a name who do something to somebody in the story: "Joe's grandmother raises him".

    Not of those whose like the text names ("her husband", where it has told whom she married): a description not followed.
    """
    acting = {id(one) for happening in happenings if happening.patients and not happening.state for one in happening.agents}
    known = {(id(one), _kin_kind(told)) for told in said for one in (told.a, told.b)}
    for told in kin:
        owner = told.b
        if (
            id(told.a) in acting
            and (id(owner), _kin_kind(told)) not in known
            and not (told.a.plural or owner.plural or owner.members)
            and (owner.named or owner.cast)
        ):
            yield Tied(relation_of(told.a, told.noun, owner), told.span, 0.55)


def _kin_kind(told: Told) -> str:
    """The kind of kin, else the tie by its noun."""
    kind = _kind(told)
    return kind if kind != "other" else told.noun


def _kind(told: Told) -> str:
    """What kind of kin a tie makes of two, whichever side it is told from."""
    tie = tie_of(told.noun)
    relation = tie.relation if tie is not None else told.noun
    return next((kind for kind, nouns in _KINDS.items() if relation in nouns), "other")


def _kin_of_each(said: Sequence[Told]) -> dict[frozenset[str], str]:
    """What kin two are of whom the text tells more than one kind: the kind told most often."""
    times: dict[frozenset[str], Counter[str]] = {}
    for told in said:
        if _kind(told) != "other":
            times.setdefault(frozenset((told.a.text, told.b.text)), Counter())[_kind(told)] += 1
    # Of equals a parent last: a "his" read wrongly makes parents of husbands more often than the other way round.
    order = ("sibling", "spouse", "of two generations", "parent")
    return {pair: min(counted, key=lambda kind: (-counted[kind], order.index(kind))) for pair, counted in times.items()}


def _anybody(person: Person) -> bool:
    """Whether the person is one of whom nothing is known: "a girl", "one of the guards"."""
    return not person.named and person.text.split()[0].casefold() in ("a", "an", "one", "another", "some")


def _bare(person: Person) -> bool:
    """Whether the person is only called by a noun that fits half of all: "the boy"."""
    return not person.named and person.text.casefold().removeprefix("the ") in _ANYONE


def _owned(a: Person, b: Person) -> bool:
    """Whether one is only known as something of the other's: "Ana" and "Ana's husband"."""
    return a.text.startswith(possessive(b)) or b.text.startswith(possessive(a))


def relation_of(a: Person, noun: str, b: Person) -> StoryRelation:
    """The relation that ``noun`` names, for "a is the noun of b"; from the side that the record writes it."""
    tie = tie_of(noun)
    relation, turned = (tie.relation, tie.turned) if tie is not None and not noun.startswith("fellow ") else (noun, False)
    if noun.startswith("former ") and not turned:
        relation = f"former {relation}"
    if (relation in _ELDERS and b.gender is not None) and (turned or relation != "parent"):
        relation, turned = _ELDERS[relation][b.gender == "f"], True
    return StoryRelation(a=b.text, relation=relation, b=a.text) if turned else StoryRelation(a=a.text, relation=relation, b=b.text)


def of_sort(relation: StoryRelation, sort: str) -> StoryRelation:
    """The relation with the word that says what sort of it: "campaign manager"."""
    return StoryRelation(a=relation.a, relation=f"{sort} {relation.relation}", b=relation.b) if sort else relation


def _made(happening: Happening) -> Iterator[tuple[Person, str, Person, float]]:
    """What an event makes of its persons."""
    verb = happening.event.verb
    if verb.endswith(" to death") and verb.split()[0] not in _NO_DEATH:
        verb = "kill"  # "beats him to death", "flings him down to his death"
    if happening.patients and happening.event.patient and happening.event.patient.endswith(_FATAL):
        verb = "kill"  # "cuts her throat"
    if verb.endswith((" to blackmail", " to extort")):
        verb = "blackmail"  # who only tries to is a blackmailer all the same
    if _MEANS_HARM.match(verb):
        verb = "try to kill"
    agents = [one for agent in happening.agents for one in (agent.members or (agent,))]
    patients = [one for patient in happening.patients for one in (patient.members or (patient,))]
    if happening.state:
        relation, confidence = _STATES[happening.verb]
        yield from ((a, relation, b, confidence) for a in agents for b in patients)
        return
    if verb in _TURNED:
        relation, confidence = _TURNED[verb]
        yield from ((b, relation, a, confidence) for a in agents for b in patients)
    elif verb in _MAKES and patients:
        relation, confidence = _MAKES[verb]
        yield from ((a, relation, b, confidence) for a in agents for b in patients)
    elif verb in _MUTUAL and len(agents) == 2 and happening.event.patient is None:
        relation, confidence = _MUTUAL[verb]
        yield agents[0], relation, agents[1], confidence
