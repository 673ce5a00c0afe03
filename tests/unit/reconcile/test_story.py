"""One story out of what several documents tell."""

from filmdossier.model.claim import CastMember, CharacterName, Claim, Predicate, SpokenLine, StoryEvent, StoryRelation, Value
from filmdossier.model.film import CastEntry, Character, Event, Status
from filmdossier.model.text import Document, Evidence, Span
from filmdossier.reconcile.cast import reconcile_cast, reconcile_characters
from filmdossier.reconcile.story import Story, reconcile_story
from support.prose import document

TEXT = "Ana finds the money. She shoots Per on the pier. The police arrest her. “Keep the change,” she says."
A, B = document(TEXT, origin="a.txt"), document(TEXT, origin="b.txt")


def said(source: Document, predicate: Predicate, value: Value, *, at: int = 0, by: str = "story: plot", sure: float = 0.7) -> Claim:
    return Claim.make(
        subject=f"{source.id}/0",
        predicate=predicate,
        value=value,
        evidence=(Evidence.cite(source, Span(at, at + 9)),),
        extractor=by,
        confidence=sure,
    )


def event(source: Document, at: int, verb: str, agent: str | None = None, patient: str | None = None, **more: object) -> Claim:
    value = StoryEvent(verb=verb, agent=agent, patient=patient, position=at, **more)  # type: ignore[arg-type]
    return said(source, Predicate.EVENT, value, at=at)


def story(*claims: Claim) -> Story:
    cast, _, _ = reconcile_cast(claims)
    characters, _ = reconcile_characters(claims, cast)
    return reconcile_story(sorted(claims, key=lambda claim: claim.id), characters, cast)


def told(events: tuple[Event, ...]) -> list[tuple[str | None, str, str | None]]:
    return [(event.agent, event.verb, event.patient) for event in events]


def test_the_same_event_told_twice_is_one_with_both_sentences() -> None:
    (one,) = story(event(A, 0, "find", "Ana", "the money"), event(B, 21, "find", "Ana", "the money", place="the pier")).events
    assert {evidence.document for evidence in one.evidence} == {A.id, B.id}
    assert one.place == "the pier"
    assert one.confidence > 0.9


def test_words_for_one_deed_are_one_event() -> None:
    assert len(story(event(A, 0, "kill", "Ana", "Per"), event(B, 0, "murder", "Ana", "Per")).events) == 1


def test_the_longest_telling_gives_the_order_and_others_are_woven_in() -> None:
    made = story(
        event(A, 0, "find", "Ana", "the money"),
        event(A, 21, "shoot", "Ana", "Per"),
        event(A, 50, "flee", "Ana"),
        event(B, 0, "shoot", "Ana", "Per"),
        event(B, 21, "arrest", "the police", "Ana"),
    )
    assert [verb for _, verb, _ in told(made.events)] == ["find", "shoot", "arrest", "flee"]
    assert [one.order for one in made.events] == [1, 2, 3, 4]


def test_what_happens_twice_in_one_telling_stays_twice() -> None:
    assert len(story(event(A, 0, "meet", "Ana", "Per"), event(A, 50, "meet", "Ana", "Per")).events) == 2


def test_a_cut_scene_is_another_event() -> None:
    events = story(event(A, 0, "shoot", "Ana", "Per"), event(B, 0, "shoot", "Ana", "Per", deleted_scene=True)).events
    assert [one.deleted_scene for one in events] == [False, True]


def test_names_become_the_characters_and_performers_their_parts() -> None:
    made = story(
        said(A, Predicate.CAST, CastMember(actor="Ida Roy", character="Ana Dahl")),
        said(A, Predicate.CAST, CastMember(actor="Nils Holm")),
        said(A, Predicate.CHARACTER, CharacterName(name="Ana Dahl", aliases=("Ana", "the diver"), played_by="Ida Roy")),
        event(A, 0, "shoot", "Ana", "the diver's dog"),
        event(B, 0, "meet", "Ida Roy", "Nils Holm"),
        event(B, 21, "rob", "Ana and Per", None),
    )
    assert set(told(made.events)) == {
        ("Ana Dahl", "shoot", "Ana Dahl's dog"),
        ("Ana Dahl", "meet", "Nils Holm's character"),
        ("Ana Dahl and Per", "rob", None),
    }


def test_a_tie_told_from_both_sides_is_one() -> None:
    made = story(
        said(A, Predicate.RELATION, StoryRelation(a="Kit", relation="son", b="Ana"), sure=0.8),
        said(B, Predicate.RELATION, StoryRelation(a="Ana", relation="mother", b="Kit")),
    )
    ((a, relation, b),) = [(one.a, one.relation, one.b) for one in made.relations]
    assert (a, relation, b) == ("Kit", "son", "Ana")
    assert len(made.relations[0].evidence) == 2


def test_nobody_is_tied_to_himself() -> None:
    claims = (
        said(A, Predicate.CHARACTER, CharacterName(name="Ana Dahl", aliases=("Ana",))),
        said(A, Predicate.RELATION, StoryRelation(a="Ana", relation="friend", b="Ana Dahl")),
    )
    made = story(*claims)
    assert not made.relations
    assert [aside.claim for aside in made.set_aside] == [claims[1]]


def test_what_is_too_unsure_is_set_aside_with_the_reason() -> None:
    unsure = said(A, Predicate.EVENT, StoryEvent(verb="flee", agent="Ana"), sure=0.3)
    made = story(unsure)
    assert not made.events
    assert [(aside.claim, bool(aside.reason)) for aside in made.set_aside] == [(unsure, True)]


def test_a_line_stands_once_with_its_speaker() -> None:
    words = TEXT.index("Keep")
    whole, part = Evidence.cite(A, Span(words, words + 15)), Evidence.cite(B, Span(words, words + 8))
    made = story(
        said(A, Predicate.DIALOGUE, SpokenLine(words=whole)), said(B, Predicate.DIALOGUE, SpokenLine(words=part, speaker="Ana"))
    )
    ((line),) = made.dialogue
    assert (line.speaker, line.words) == ("Ana", "Keep the change")
    assert line.evidence[0] == whole


def test_characters_and_cast_are_what_the_record_has() -> None:
    character = Character(name="Ana", aliases=(), played_by="Ida Roy", description="", evidence=())
    entry = CastEntry(actor="Ida Roy", character="Ana", note="", status=Status.STATED, confidence=0.9, evidence=())
    made = reconcile_story([event(A, 0, "flee", "Roy")], [character], [entry])
    assert told(made.events) == [("Roy", "flee", None)]


def test_somebody_only_described_in_one_document_is_the_character_named_so_in_another() -> None:
    named = said(A, Predicate.CAST, CastMember(actor="Ida Roy", character="The Widow"))
    known = said(A, Predicate.CHARACTER, CharacterName(name="The Widow", played_by="Ida Roy"))
    nameless = said(
        B,
        Predicate.CHARACTER,
        CharacterName(name="a lone rider", description="a widow from the north"),
        by="story: characters",
        sure=0.3,
    )
    made = story(named, known, nameless, event(B, 0, "return", "a lone rider"))
    assert told(made.events) == [("The Widow", "return", None)]
    other = said(
        B, Predicate.CHARACTER, CharacterName(name="a lone rider", description="a thief"), by="story: characters", sure=0.3
    )
    assert told(story(named, known, other, event(B, 0, "return", "a lone rider")).events) == [("a lone rider", "return", None)]
