"""Tells which descriptions mean a part: "a washed-up salesman", not "a result" or "the role".

Enters a phrase; leaves the part it describes, None for what means the film, the acting or the crew.
"""

import re
from dataclasses import dataclass

from filmdossier.extract.cast.clauses import SYMBOLS
from filmdossier.extract.cast.persons import person_noun
from filmdossier.extract.cast.roles import Part, clean

STOP = frozenset(
    "who whom whose that which when where while but opposite alongside as is was are were has had have having than then because since until after before though although if unless whether "
    "into onto upon against during through throughout within without despite except like unlike via per in on at by for from to with and or nor so yet about over under between "
    "plays played play portrays stars starring does did do can could will would should may might must gets goes makes takes comes leads becomes finds himself herself themselves "
    "directed written produced based set released accused forced determined haunted obsessed trapped known armed hired sent caught torn driven tasked assigned named called played portrayed married introduced "
    "seeking looking trying investigating searching living working running hiding fighting attempting hoping dealing struggling suffering chasing hunting "
    "first here again too also not never no once still he she they it his's this these those there".split()
)
DETERMINER = (
    r"(?:an?|the|his|her|their|its|our|my|your|one|two|three|four|five|six|another|some|several|various|both|this|that|these)"
)
_NO_PART = frozenset(
    "film movie picture version novel book adaptation remake script screenplay song songs score music soundtrack original title role roles part parts cast performance performances scene scenes "
    "story plot way result whole example rule matter fact point reminder vehicle showcase debut follow-up sequel prequel series franchise production project effort work piece kind sort "
    "type bit lot half hour minute minutes year years time times day days place possible ever always well usual such same much far soon long success failure hit talent talents flop genre comedy drama "
    "thriller documentary director writer producer screenwriter composer cinematographer filmmaker filmmakers editor studio studios actor actress performer performers comedian star stars lead leads "
    "leading man's favorite favourite material themselves everything anything something nothing anyone everyone stunts piano game games guitar choice career feature features appearance "
    "appearances cameo cameos character characters acting thing things dialogue lines response exception addition classic masterpiece triumph disappointment mess treat delight foil standout asset".split()
)
_JOBS = frozenset(
    "director writer producer screenwriter composer filmmaker editor actor actress performer comedian star author".split()
)
GROUPS = frozenset("group gang pair team couple band crew family trio duo head heads member members owner bunch".split())
_PLURAL = re.compile(
    r"\b(?:couple|pair|duo|trio|twins|men|women|people|children|kids|parents|lovers|partners|siblings|brothers|sisters|cops|[a-z]{3,}(?<!s)(?<!u)s)$"
)
WORD = rf"(?:[\w][\w'’.-]*|[{SYMBOLS}]+(?:['’]s?)?)"


@dataclass(frozen=True, slots=True)
class Found:
    """A part with where its words end (or begin) in the clause; ``several`` where they mean more than one person."""

    parts: tuple[Part, ...]
    edge: int
    several: bool = False


def ends_in_person(words: str) -> bool:
    """Whether the last of the words is a noun for a person."""
    last = words.strip(" ,").split()
    return bool(last) and person_noun(last[-1])


def described_part(phrase: str, edge: int, *, makers: bool = False) -> Found | None:
    """The part that ``phrase`` describes, ending (or beginning) at ``edge``; ``makers`` admits "a director" as a part."""
    tales = re.match(
        r"(?:the |their |an? )?(?:[a-z]+ )?(?:adventures|story|stories|life|lives|tale|exploits|misadventures|journey|role|part|character|title) of (?=\S)",
        phrase,
    )
    phrase = phrase[tales.end() :] if tales else phrase
    bare = re.sub(rf"^(?:{DETERMINER} )+", "", phrase, flags=re.IGNORECASE).strip()
    head = re.split(r" (?:of|for) ", bare)[0].split()
    if not head or len(bare) < 2 or len(bare) > 90:
        return None
    last = head[-1].casefold().strip(".,'’")
    # "A writer (Johnny Depp)": before a performer, "a director" is a part; after "as" it is a job.
    job = makers and last in _JOBS
    if (
        (last in _NO_PART and not job)
        or last in STOP
        or last.endswith("ly")
        or (bare.casefold() in _NO_PART and not job)
        or re.fullmatch(r"[\d.,%]+", bare)
    ):
        return None
    if not any(c.isalpha() for c in bare):
        return None
    # "The killer (N)" at the head of a sentence is "the killer" elsewhere.
    phrase = phrase[0].lower() + phrase[1:] if re.match(rf"{DETERMINER}\b", phrase, re.IGNORECASE) else phrase
    return Found((Part(character=clean(phrase)),), edge, several=bool(_PLURAL.search(" ".join(head))))


_IRREGULAR = {
    "men": "man",
    "women": "woman",
    "wives": "wife",
    "thieves": "thief",
    "children": "child",
    "heroes": "hero",
    "people": "person",
}


def single_of(part: Part) -> Part:
    """The part of each of several: "two brothers" → brother; a named part stays as it is."""
    if part.named:
        return part
    head, of, rest = part.character.partition(" of ")
    head = re.sub(r"^(?:the |these )?(?:two|three|four|five|six|seven|both|several|some) ", "", head)
    *before, last = head.split()
    plain = next((last[: -len(many)] + one for many, one in _IRREGULAR.items() if last.endswith(many)), None)
    if plain is None and last.endswith("ies") and person_noun(last):
        plain = last[:-3] + "y"
    if plain is None and re.search(r"[^su]s$", last) and person_noun(last):
        plain = last[:-1]
    if plain is not None:
        head = re.sub(r"^the ", "", " ".join([*before, plain]))
    return Part(character=head + of + rest, aliases=part.aliases, description=part.description, note=part.note)
