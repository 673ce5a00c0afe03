"""Who kills whom, how somebody dies and what becomes of them, from the story of a record.

Deeds that end a life go by many verbs, and a story may tell of several against one person: all of
them are the answer to "who kills Lime?". "How" is answered with the sentence, or the end of it, that
tells the death.
"""

import re
from collections.abc import Iterator

from filmdossier.ask.from_record import Asked, candidate
from filmdossier.ask.names import is_named
from filmdossier.ask.questions import Question
from filmdossier.model.film import Event, FilmRecord

# What ends a life for certain, what may end one, and how one dies by oneself; an event's verb begins with one of them.
_KILLS = frozenset(
    "kill murder slay assassinate behead decapitate strangle smother suffocate asphyxiate execute poison drown electrocute guillotine lynch "
    "butcher disembowel euthanize garrotte garrote hang incinerate dismember slaughter devour".split()
)
_MAY_KILL = frozenset(
    "shoot stab knife gun bludgeon impale crush spear burn eat axe hack run blow throw push bite engulf trample maul bayonet".split()
)
_DIES = frozenset("die perish drown suffocate succumb expire".split())
_TO_DEATH = re.compile(r"\b(?:to (?:\w+ )?death|dead|commit suicide|hang oneself|kill oneself|shoot oneself|bleed out)\b")
_IDLE = r"(?: (?:in|at) the (?:end|film|movie|story|finale|climax)(?: of the film)?| finally| eventually| ultimately| in the end)*"
_WHO = re.compile(
    rf"^(?:who|which (?:character|person|man|woman)) (?:is it (?:that|who) )?(?:finally |actually |really |eventually )?(?:kills?|killed|murders?|murdered|slays?|slew|assassinates?|assassinated) (?P<a>.+?){_IDLE}$"
    rf"|^(?:by whom|who) (?:is|was|gets?) (?P<b>.+?) (?:killed|murdered|slain|assassinated) by{_IDLE}$|^by whom (?:is|was|gets?) (?P<c>.+?) (?:killed|murdered|slain){_IDLE}$"
    rf"|^who (?:is|was) (?P<d>.+?)['’]s? (?:killer|murderer|assassin)$|^who (?:is|was) the (?:killer|murderer|assassin) of (?P<e>.+?)$",
    re.IGNORECASE,
)
_HOW = re.compile(
    rf"^(?:how|in what way) (?:does|did|do) (?P<a>.+?) (?:finally |eventually )?(?:die|perish|meet (?:his|her|their) (?:end|death)|get killed){_IDLE}$"
    rf"|^how (?:is|was|are|were|gets?) (?P<b>.+?) (?:finally |eventually )?(?:killed|murdered|slain|assassinated|executed){_IDLE}$"
    rf"|^what (?:is|was) the cause of (?P<c>.+?)['’]s? death$|^what (?:kills|killed) (?P<f>.+?){_IDLE}$",
    re.IGNORECASE,
)
_BECOMES = re.compile(
    rf"^what (?:finally |eventually |ultimately )?(?:happens|happened|becomes|became) (?:to|of|with) (?P<a>.+?){_IDLE}$",
    re.IGNORECASE,
)
_LAST = 2 / 3  # of a person's own events: what becomes of somebody is told at the end of what is told of them
_MOST_WORDS = 24
_MOST = 4  # different killers: of one who has more, something else was meant


def deaths_asked(question: Question, record: FilmRecord) -> Iterator[Asked]:
    """Who killed the person that the question names, or how that person dies; nothing for any other question."""
    text = question.plain.strip(" ?.!")
    if match := _WHO.match(text):
        yield from _killers(_group(match), record)
    elif match := _HOW.match(text):
        yield from _death(_group(match), record, least=0.0)
    elif match := _BECOMES.match(text):
        yield from _death(_group(match), record, least=_LAST)


def _group(match: re.Match[str]) -> str:
    return next(value for value in match.groups() if value is not None)


def _killers(name: str, record: FilmRecord) -> Iterator[Asked]:
    against = [
        (event, event.agent)
        for event in record.events
        if event.agent and event.patient and _is(name, event.patient, record) and not _is(name, event.agent, record)
    ]
    sure = [(event, agent) for event, agent in against if _ends(event)]
    last = max((event.order for event, _ in sure), default=0)
    # "is killed by a car", and later "Martins shoots him": what was thought to be a death may not have been one.
    after = [(event, agent) for event, agent in against if not _ends(event) and _may_end(event) and event.order > last]
    found = sorted((*sure, *after), key=lambda item: item[0].order)
    told = [(agent, event.evidence, event.confidence) for event, agent in found]
    told += [
        (relation.a, relation.evidence, relation.confidence)
        for relation in record.relations
        if relation.relation.casefold() in ("killer", "murderer") and _is(name, relation.b, record)
    ]
    told = [item for item in told if item[0].casefold() not in _NOBODY]
    if 0 < len({agent for agent, _, _ in told}) <= _MOST:
        evidence = [one for _, cited, _ in told for one in cited]
        yield Asked(
            part="event",
            left_over=(),
            candidate=candidate([agent for agent, _, _ in told], evidence, min(confidence for _, _, confidence in told)),
        )


_NOBODY = frozenset({"he", "she", "they", "it", "who", "someone", "somebody"})


def _death(name: str, record: FilmRecord, *, least: float) -> Iterator[Asked]:
    """The last death that is told of the person; ``least`` of all that is told of them stands before it."""
    about = [
        event
        for event in record.events
        if (event.agent and _is(name, event.agent, record)) or (event.patient and _is(name, event.patient, record))
    ]
    deaths = [(place, event) for place, event in enumerate(about) if _dies(event, name, record)]
    after = deaths[-1][0] if deaths else -1
    # As with the killers: a shot that is told after the "death" may be the one that he dies of.
    later = [
        (place, event) for place, event in enumerate(about) if place > after and _may_end(event) and _suffers(event, name, record)
    ]
    told = deaths[-1:] + later if deaths else later if least and later and later[-1][0] + 1 == len(about) else []
    told = [(place, event) for place, event in told if place + 1 >= least * len(about)]
    if not told:
        return
    values = [_ending(event.evidence[0].quote, event.verb.split()[0]) for _, event in told]
    evidence = [one for _, event in told for one in event.evidence]
    yield Asked(part="event", left_over=(), candidate=candidate(values, evidence, min(event.confidence for _, event in told)))


def _suffers(event: Event, name: str, record: FilmRecord) -> bool:
    return bool(event.patient) and _is(name, event.patient or "", record) and not (event.agent and _is(name, event.agent, record))


def _dies(event: Event, name: str, record: FilmRecord) -> bool:
    if _suffers(event, name, record):
        return _ends(event)
    own = event.agent is not None and _is(name, event.agent, record) and event.patient is None
    return own and (event.verb.split()[0] in _DIES or bool(_TO_DEATH.search(event.verb)))


def _ends(event: Event) -> bool:
    return event.verb.split()[0] in _KILLS or bool(_TO_DEATH.search(event.verb))


def _may_end(event: Event) -> bool:
    return event.verb.split()[0] in _MAY_KILL


def _is(name: str, other: str, record: FilmRecord) -> bool:
    # "Alice's brother" is not Alice, in the question nor in the story.
    if re.search(r"\w['’]s? \w", name) or re.search(r"\w['’]s? \w", other):
        return name.casefold() == other.casefold()
    own = next((character.aliases for character in record.characters if character.name == other), ())
    return is_named(name, (other, *own))


def _ending(sentence: str, verb: str) -> str:
    """The sentence, or so much of a long one, from a comma on, as tells what the verb stands for."""
    words = sentence.split()
    if len(words) <= _MOST_WORDS + 4:
        return sentence.strip()
    told = re.search(rf"\b{re.escape(verb[:-1] if len(verb) > 4 else verb)}\w*", sentence, re.IGNORECASE)
    near = told.end() if told else len(sentence)
    stop = re.compile(r"[;.](?=\s|$)").search(sentence, near)
    end = stop.start() if stop else len(sentence)
    starts = [match.end() for match in re.finditer(r"[,;:]\s+(?:and |but )?|(?:^|\s)—\s*", sentence[:near])]
    start = next((place for place in starts if len(sentence[place:end].split()) <= _MOST_WORDS), starts[-1] if starts else 0)
    return sentence[start:end].strip()
