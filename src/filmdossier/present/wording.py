"""The words in which a record is shown: labels of predicates, relations, statuses, numbers.

Model values enter, English phrases leave. Nothing here decides what is shown.
"""

from pathlib import PurePosixPath

from filmdossier.model.annotations import DocumentKind
from filmdossier.model.claim import Polarity, Predicate, Relation, Stance
from filmdossier.model.film import Status
from filmdossier.model.reception import RatingOrigin

PREDICATES: dict[Predicate, tuple[str, str]] = {
    Predicate.DIRECTOR: ("Director", "Directors"),
    Predicate.WRITER: ("Writer", "Writers"),
    Predicate.STORY_BY: ("Story by", "Story by"),
    Predicate.BASED_ON: ("Based on", "Based on"),
    Predicate.PRODUCER: ("Producer", "Producers"),
    Predicate.EXECUTIVE_PRODUCER: ("Executive producer", "Executive producers"),
    Predicate.COMPOSER: ("Music by", "Music by"),
    Predicate.CINEMATOGRAPHER: ("Cinematography", "Cinematography"),
    Predicate.EDITOR: ("Editor", "Editors"),
    Predicate.PRODUCTION_COMPANY: ("Production company", "Production companies"),
    Predicate.DISTRIBUTOR: ("Distributor", "Distributors"),
    Predicate.COUNTRY: ("Country", "Countries"),
    Predicate.LANGUAGE: ("Language", "Languages"),
    Predicate.GENRE: ("Genre", "Genres"),
    Predicate.RUNTIME_MINUTES: ("Running time", "Running time"),
    Predicate.RELEASE_DATE: ("Release date", "Release dates"),
    Predicate.PREMIERE: ("Premiere", "Premiere"),
    Predicate.BUDGET: ("Budget", "Budget"),
    Predicate.BOX_OFFICE: ("Box office", "Box office"),
    Predicate.FILMING_PLACE: ("Filmed in", "Filmed in"),
    Predicate.SETTING: ("Set in", "Set in"),
    Predicate.SOUNDTRACK_ARTIST: ("Artist on the soundtrack", "Artists on the soundtrack"),
    Predicate.SONG: ("Song", "Songs"),
    Predicate.AWARD: ("Award", "Awards"),
    Predicate.INFLUENCED_BY: ("Influence", "Influences"),
    Predicate.SERIES: ("Series", "Series"),
    Predicate.TITLE: ("Title", "Titles"),
    Predicate.YEAR: ("Year", "Years"),
    Predicate.CAST: ("Cast", "Cast"),
    Predicate.CHARACTER: ("Character", "Characters"),
    Predicate.CONNECTION: ("Link to another film", "Links to other films"),
    Predicate.AGGREGATOR: ("Aggregated score", "Aggregated scores"),
    Predicate.REVIEW: ("Review", "Reviews"),
    Predicate.EVENT: ("Event", "Events"),
    Predicate.RELATION: ("Relation between characters", "Relations between characters"),
    Predicate.DIALOGUE: ("Line of dialogue", "Lines of dialogue"),
    Predicate.UNTOLD: ("Sentence of the story", "Sentences of the story"),
    Predicate.DETAIL: ("Detail of the story", "Details of the story"),
}

RELATIONS: dict[Relation, str] = {
    Relation.SEQUEL_TO: "Sequel to",
    Relation.PREQUEL_TO: "Prequel to",
    Relation.FOLLOWED_BY: "Followed by",
    Relation.REMAKE_OF: "Remake of",
    Relation.REMADE_AS: "Remade as",
    Relation.SPIN_OFF_OF: "Spin-off of",
    Relation.BASED_ON_FILM: "Based on the film",
    Relation.PART_OF_SERIES: "Part of the series",
    Relation.INFLUENCED_BY_FILM: "Influenced by the film",
    Relation.INFLUENCED_FILM: "Influenced the film",
}

KINDS: dict[str, str] = {
    DocumentKind.ENCYCLOPEDIA: "encyclopedia article",
    DocumentKind.REVIEW: "review",
    DocumentKind.INTERVIEW: "interview",
    DocumentKind.PRESS: "press material",
    DocumentKind.SCORES: "table of scores",
    DocumentKind.OTHER: "document",
}

STANCES: dict[Stance | None, str] = {
    Stance.POSITIVE: "positive",
    Stance.MIXED: "mixed",
    Stance.NEGATIVE: "negative",
    None: "not told",
}

RATING_ORIGINS: dict[RatingOrigin, str] = {
    RatingOrigin.GIVEN: "as given",
    RatingOrigin.CONVERTED: "converted from a grade",
    RatingOrigin.INTERPRETED: "read from the words",
}

STANCE_ORIGINS: dict[RatingOrigin, str] = {
    RatingOrigin.GIVEN: "given in the document",
    RatingOrigin.CONVERTED: "from the rating",
    RatingOrigin.INTERPRETED: "read from the words",
}

POLARITIES: dict[Polarity, str] = {
    Polarity.ASSERTED: "asserted",
    Polarity.DENIED: "denied",
    Polarity.RUMOURED: "rumoured",
    Polarity.PLANNED: "planned",
}


def predicate_label(predicate: Predicate, count: int = 1) -> str:
    """The heading for ``count`` values of a predicate."""
    return PREDICATES[predicate][count != 1]


def fact_value(predicate: Predicate, value: str) -> str:
    """A fact's value as read aloud: the running time gets its unit."""
    return f"{value} minutes" if predicate is Predicate.RUNTIME_MINUTES and value.isdigit() else value


def conflict_subject(about: str) -> str:
    """What a conflict is about: a predicate's label, or the words as they are, first letter raised."""
    known = next((predicate for predicate in Predicate if predicate.value == about), None)
    return predicate_label(known) if known else raised(about)


def status_words(status: Status, documents: int) -> str:
    """How sure a statement is: "stated by one document", "corroborated by 3 documents", …"""
    match status:
        case Status.STATED:
            return "stated by one document" if documents == 1 else f"stated by {documents} documents"
        case Status.CORROBORATED:
            return f"corroborated by {documents} documents"
        case Status.DISPUTED:
            return "disputed"
        case Status.INFERRED:
            return "inferred: follows from the documents, none says it"
        case Status.CONFIRMED:
            return "confirmed by an editor"
        case Status.CORRECTED:
            return "corrected by an editor"


def number(value: float) -> str:
    """A number without a needless decimal point, with thousands separated: "70", "6.5", "4,312"."""
    return f"{round(value):,}" if value == round(value) else f"{value:,.4g}"


def count(amount: int, one: str, many: str = "") -> str:
    """An amount with its noun: "1 review", "54 reviews"."""
    return f"{number(amount)} {one if amount == 1 else many or one + 's'}"


def percent(share: float) -> str:
    """A probability as per cent: 0.31 → "31 %"."""
    return f"{round(100 * share)} %"


def sureness(probability: float) -> str:
    """How sure a reading is: 0.93 → "93 % sure"; of three stances one that is less likely than the others together is "only" so sure."""
    return f"{'only ' if probability < 0.5 else ''}{percent(probability)} sure"


def file_name(path: str) -> str:
    """The name of a document's file; of a part of a table (``TABLE#FILM``, whatever the film is called) with that part."""
    file, mark, part = path.partition("#")
    return PurePosixPath(file).name + mark + part


def raised(text: str) -> str:
    """The text with its first letter raised."""
    return text[:1].upper() + text[1:]


def listed(items: list[str]) -> str:
    """Items as one phrase: "a, b and c"."""
    return " and ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))
