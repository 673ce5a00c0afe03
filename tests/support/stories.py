"""Hand-built records whose story is long, tangled, or small, for the tests of what is shown and exported.

The story and its persons are invented.
"""

from dataclasses import replace

from filmdossier.model.annotations import DocumentKind
from filmdossier.model.film import (
    Character,
    CharacterRelation,
    DialogueLine,
    DocumentSummary,
    Event,
    FilmRecord,
)
from support.records import record, summary
from support.texts import build, cite

NAMES = (
    "Marta Lindqvist", "Ivo", "the ferryman", "Captain Sebastião Albuquerque de Carvalho", "Oriel", "Dr. Hannah Weiss", "Tomas Reed",
    "Old Pell", "Agnes", "the night watchman", "Bruno Castellane", "Lise", "Rufus Okafor", "Inspector Gray", "Mina", "Johann",
    "the twins", "Salome Dufresne", "Kit", "Father Anselm", "Wen 文", "Zora", "Elias Thorne", "the magistrate", "Percival Aldous Wetherby-Smythe",
)  # fmt: skip
TIES = (
    (0, "sister", 1), (1, "brother", 0), (0, "lover", 6), (3, "employer", 2), (3, "enemy", 0), (3, "killer", 7), (6, "partner", 13), (13, "superior", 6),
    (5, "doctor", 7), (8, "daughter", 7), (0, "friend", 8), (10, "rival", 3), (11, "wife", 10), (12, "bodyguard", 10), (14, "mother", 15), (15, "son", 14),
    (16, "children", 17), (17, "spouse", 18), (18, "spouse", 17), (19, "confessor", 0), (20, "ally", 6), (21, "in love with", 12), (22, "blackmailer", 23),
    (23, "judge", 0), (24, "landlord", 4), (4, "informant", 13), (9, "witness", 3), (2, "friend", 0),
)  # fmt: skip
VERBS = ("hide", "betray", "find", "warn", "follow", "shoot at", "rescue", "deceive", "recognise", "bury")
PLACES = ("the salt mill", "outside the chapel", None, "on the night ferry", None)
INSTRUMENTS = (None, "a boat hook", None, None)


def long_story(events: int = 80, characters: int = 25) -> FilmRecord:
    """As long as stories get: every sentence of one document is an event or a relation."""
    names = NAMES[:characters]
    ties = [tie for tie in TIES if tie[0] < characters and tie[2] < characters]
    told = [f"{names[a]} is the {words} of {names[b]}, as the town knows." for a, words, b in ties]
    happens = []
    for number in range(events):
        agent, patient = names[number * 7 % characters], names[(number * 11 + 3) % characters]
        happens.append((agent, VERBS[number % 10], patient, PLACES[number % 5], INSTRUMENTS[number % 4]))
    lines = [
        f"In chapter {number} {agent} must {verb} {patient}." for number, (agent, verb, patient, *_) in enumerate(happens, start=1)
    ]
    said = [f'"Nobody crosses the bay twice, not even number {number}."' for number in range(1, 15)]
    text = "\n\n".join((" ".join(told), " ".join(lines), " ".join(said)))
    document = build("the-salt-mill/plot.txt", text)
    return _record(
        document_summary=summary(document, DocumentKind.OTHER),
        characters=tuple(
            Character(
                name=name,
                aliases=("the one with the lamp", "Lamp") if index % 4 == 1 else (),
                played_by=f"Performer {index + 1}" if index % 3 == 0 else None,
                description="keeps the accounts of the mill and has not spoken since the fire" if index % 5 == 2 else "",
                evidence=(cite(document, name),),
            )
            for index, name in enumerate(names)
        ),
        relations=tuple(
            CharacterRelation(a=names[a], relation=words, b=names[b], confidence=0.8, evidence=(cite(document, sentence),))
            for (a, words, b), sentence in zip(ties, told, strict=True)
        ),
        events=tuple(
            Event(
                order=number,
                verb=verb,
                agent=agent,
                patient=patient,
                place=place,
                instrument=instrument,
                deleted_scene=number % 19 == 0,
                confidence=0.7,
                evidence=(cite(document, lines[number - 1]),),
            )
            for number, (agent, verb, patient, place, instrument) in enumerate(happens, start=1)
        ),
        dialogue=tuple(
            DialogueLine(
                speaker=names[number] if number % 3 else None, words=words.strip('"'), evidence=(cite(document, words.strip('"')),)
            )
            for number, words in enumerate(said[:14])
        ),
    )


def short_story() -> FilmRecord:
    """Three relations between persons whom the record otherwise does not know, two of them between the same two."""
    text = "Ada loves Ben, her old teacher, and Ben is hunted by Cole."
    document = build("short.txt", text)
    evidence = (cite(document, text),)

    def tie(a: str, words: str, b: str) -> CharacterRelation:
        return CharacterRelation(a=a, relation=words, b=b, confidence=0.9, evidence=evidence)

    return _record(
        document_summary=summary(document, DocumentKind.OTHER),
        relations=(tie("Ada", "lover", "Ben"), tie("Ben", "teacher", "Ada"), tie("Cole", "enemy", "Ben")),
    )


def _record(
    *,
    document_summary: DocumentSummary,
    characters: tuple[Character, ...] = (),
    relations: tuple[CharacterRelation, ...] = (),
    events: tuple[Event, ...] = (),
    dialogue: tuple[DialogueLine, ...] = (),
) -> FilmRecord:

    return replace(
        record((document_summary,), title="The Salt Mill"),
        characters=characters,
        relations=relations,
        events=events,
        dialogue=dialogue,
    )
