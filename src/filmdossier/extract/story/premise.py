"""Tells the story from talk about the film in prose that holds both.

Enters a clause with whom its words mean; leaves whether it is of the film, its making or its players.
"""

import re
from collections.abc import Iterable

from filmdossier.extract.story.clauses import Clause
from filmdossier.extract.story.grammar import Tree
from filmdossier.extract.story.persons import Person
from filmdossier.model.annotations import Annotations, MentionKind, Sentence

# Of the film and its makers, not of the story.
_FILM = frozenset(
    "film movie picture story plot scene sequence screenplay script director writer camera audience viewer viewers critic critics film-maker filmmaker narrative cast actor actress production studio ending sequel remake "
    "performance performances title credits credit soundtrack music score song dialogue cinematography tone pace theme genre moment shot trailer version documentary novel book narrator "
    "budget picture series franchise reviewer reviewers fan fans".split()
)
_PLAYERS = frozenset("actor actress performer comedian comedienne newcomer thespian".split())
_PLAYING = frozenset("side role range talent charisma presence chemistry performance depth skill charm timing".split())
_MAKING = frozenset(
    "direct write produce star play portray cast film base adapt gross premiere nominate praise criticize criticise perform act edit compose score deliver co-star costar feature voice narrate remake reprise debut "
    "screen distribute choreograph rate review shine embody imbue overact entertain disappoint impress fare".split()
)
# Of either: the story's only where they are done to somebody, or lead somewhere.
_EITHER = frozenset(
    "steal capture earn command prove release make give bring show use create manage win appear look come go find take get add work receive join carry hold keep fill turn become".split()
)
_OPINION = re.compile(
    r"\b(?:I|me|my|we|us|our|you|your|films?|movies?|pictures?|audiences?|viewers?|director|screenplay|script|performances?|actors?|actress(?:es)?|cinematic|dialogue|plot|stars?|starring|"
    r"cinema|filmmak\w+|Hollywood|sequel|remake|critics?|reviews?|genre|acting|cast|role|roles|roughly|brilliant\w*|best|worst|great|terrific|excellent\w*|fun|boring|career)\b"
)


def of_the_film(tree: Tree, clause: Clause, agents: tuple[Person, ...]) -> bool:
    """Whether the film or its makers do it or suffer it, and no person of the story."""
    heads = (*clause.agents, *(clause.patients if clause.passive else ()))
    return not agents and any(tree.lemma(i) in _FILM for i in heads)


def of_the_playing(tree: Tree, clause: Clause) -> bool:
    """Whether a clause is of the performance: "the actor enjoys the action", "he shows a dark side"."""
    return any(tree.lemma(i) in _PLAYERS for i in clause.agents) or any(tree.lemma(i) in _PLAYING for i in clause.patients)


def talk(annotations: Annotations, sentence: Sentence) -> bool:
    """Whether the sentence, without what is quoted in it, speaks of films, their makers or the writer's opinion."""
    text = annotations.text(sentence.span)
    for mention in reversed(list(annotations.mentions_in(sentence.span, MentionKind.QUOTATION))):
        start, end = (place - sentence.span.start for place in (mention.span.start, mention.span.end))
        text = text[: max(start, 0)] + text[end:]
    return _OPINION.search(text) is not None


def of_the_story(
    tree: Tree, clause: Clause, doers: tuple[Person, ...], sufferers: tuple[Person, ...], cast: Iterable[Person], *, talked: bool
) -> bool:
    """Whether an event in prose of mixed content is the story's: persons of it, in the present, no talk of film-making.

    ``cast`` are all persons known; ``talked`` says that the sentence is :func:`talk`, which only named parts outweigh.
    """
    if not (doers or sufferers):
        return False
    lemma, form = tree.lemma(clause.verb), tree.surface(clause.verb).casefold()
    if lemma in _MAKING or (lemma in _EITHER and not sufferers and not clause.obliques and lemma != "become"):
        return False
    finite = form != lemma and not tree.participle(clause.verb)
    within = tree.base(clause.verb) in ("acl", "advcl", "ccomp")
    present = finite or form == lemma or clause.passive or within or tree.progressive(clause.verb)
    told_of = [person.text for person in (*doers, *sufferers)]
    known = any(person.cast and person.named and any(person.name in text for text in told_of) for person in cast)
    return present and (not talked or known)
