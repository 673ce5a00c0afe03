"""What a clause of the story comes to: an event, or the reason why it is none."""

from dataclasses import dataclass
from enum import StrEnum

from filmdossier.extract.story.persons import Person
from filmdossier.extract.story.telling import StorySentence
from filmdossier.model.claim import StoryEvent
from filmdossier.model.text import Span


class Refusal(StrEnum):
    """Why a clause tells no event; the first that fits a sentence is the reason given for all of it."""

    UNREAL = "denied, wished, planned or only said"
    STATE = "a state or a possession, no deed"
    NOBODY = "nobody of the story does it or suffers it"
    QUOTED = "words spoken or quoted"
    BARE = "the verb alone tells too little"
    FILM = "told of the film, its making or its players"
    VERBLESS = "no verb tells what is done"


@dataclass(frozen=True, slots=True)
class Happening:
    """An event with the persons in it, for those who look for ties between them."""

    event: StoryEvent
    verb: str  # the lemma of the deed alone
    agents: tuple[Person, ...]
    patients: tuple[Person, ...]
    told: StorySentence
    span: Span
    confidence: float
    state: bool = False  # a tie that no event is made of: "she loves him"
