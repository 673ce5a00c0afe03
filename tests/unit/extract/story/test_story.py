"""The story of a document whose sentences have their grammar."""

from filmdossier.extract import extract
from filmdossier.model.annotations import Annotations, DocumentKind, Role
from filmdossier.model.claim import CharacterName, Claim, Predicate, SpokenLine, StoryEvent, StoryRelation
from support.grammar import story_of

CAST = "It stars Ida Roy as Ana Dahl and Otto Berg as Per."

Told = tuple[str | None, str, str | None]


def claims(annotations: Annotations) -> list[Claim]:
    return list(extract(annotations.document, annotations))


def events(annotations: Annotations) -> list[StoryEvent]:
    """The events in the order in which they are told."""
    found = [claim.value for claim in claims(annotations) if isinstance(claim.value, StoryEvent)]
    return sorted(found, key=lambda event: event.position)


def told(annotations: Annotations) -> list[Told]:
    return [(event.agent, event.verb, event.patient) for event in events(annotations)]


def ties(annotations: Annotations) -> set[tuple[str, str, str]]:
    values = [claim.value for claim in claims(annotations) if isinstance(claim.value, StoryRelation)]
    return {(value.a, value.relation, value.b) for value in values}


ANA_SHOOTS = "Ana/PROPN/2/nsubj shoot=shoots/VERB/0/root Per/PROPN/2/obj ./PUNCT/2/punct"


def test_without_grammar_there_are_no_events() -> None:
    annotations = story_of(ANA_SHOOTS, before=[CAST])
    assert told(annotations)
    bare = Annotations(
        document=annotations.document,
        kind=annotations.kind,
        sentences=annotations.sentences,
        mentions=annotations.mentions,
        topics=annotations.topics,
    )
    assert told(bare) == []


def test_a_short_name_is_the_character() -> None:
    assert told(story_of(ANA_SHOOTS, before=[CAST])) == [("Ana Dahl", "shoot", "Per")]


def test_a_performer_stands_for_the_part() -> None:
    sentence = "Roy/PROPN/2/nsubj shoot=shoots/VERB/0/root Berg/PROPN/2/obj ./PUNCT/2/punct"
    assert told(story_of(sentence, before=[CAST])) == [("Ana Dahl", "shoot", "Per")]


def test_a_performer_without_a_part_is_no_character() -> None:
    sentence = "Nils/PROPN/3/nsubj Holm/PROPN/1/flat shoot=shoots/VERB/0/root Per/PROPN/3/obj ./PUNCT/3/punct"
    annotations = story_of(sentence, before=["It stars Nils Holm, and Otto Berg as Per."])
    assert told(annotations) == [("Nils Holm's character", "shoot", "Per")]
    told_of = [claim.value for claim in claims(annotations) if claim.extractor.startswith("story: ")]
    assert not any(isinstance(value, CharacterName) for value in told_of)


def test_pronouns_follow_gender_and_subject() -> None:
    second = "she/PRON/2/nsubj bury=buries/VERB/0/root he=him/PRON/2/obj ./PUNCT/2/punct"
    assert told(story_of(ANA_SHOOTS, second, before=[CAST]))[-1] == ("Ana Dahl", "bury", "Per")


def test_two_persons_together() -> None:
    first = "Ana/PROPN/2/nsubj meet=meets/VERB/0/root Per/PROPN/2/obj ./PUNCT/2/punct"
    second = "the/DET/2/det two/NUM/3/nsubj escape/VERB/0/root ./PUNCT/3/punct"
    assert told(story_of(first, second, before=[CAST]))[-1] == ("Ana Dahl and Per", "escape", None)


def test_a_description_comes_back() -> None:
    first = "a/DET/2/det gambler/NOUN/3/nsubj rob=robs/VERB/0/root Per/PROPN/3/obj ./PUNCT/3/punct"
    second = "Ana/PROPN/2/nsubj shoot=shoots/VERB/0/root the/DET/4/det gambler/NOUN/2/obj ./PUNCT/2/punct"
    annotations = story_of(first, second, before=[CAST])
    assert told(annotations) == [("a gambler", "rob", "Per"), ("Ana Dahl", "shoot", "a gambler")]


def test_place_and_instrument() -> None:
    sentence = (
        "Ana/PROPN/2/nsubj stab=stabs/VERB/0/root Per/PROPN/2/obj with/ADP/6/case a/DET/6/det knife/NOUN/2/obl "
        "in/ADP/9/case the/DET/9/det church/NOUN/2/obl ./PUNCT/2/punct"
    )
    (event,) = events(story_of(sentence, before=[CAST]))
    assert (event.place, event.instrument) == ("the church", "a knife")


def test_states_are_no_events() -> None:
    sentence = "Ana/PROPN/2/nsubj own=owns/VERB/0/root a/DET/4/det boat/NOUN/2/obj ./PUNCT/2/punct"
    assert told(story_of(sentence, before=[CAST])) == []


def test_a_cut_scene_is_marked() -> None:
    sentence = (
        "in/ADP/4/case a/DET/4/det deleted/ADJ/4/amod scene/NOUN/7/obl ,/PUNCT/7/punct Ana/PROPN/7/nsubj "
        "shoot=shoots/VERB/0/root Per/PROPN/7/obj ./PUNCT/7/punct"
    )
    (event,) = events(story_of(sentence, before=[CAST], role=Role.PRODUCTION))
    assert event.deleted_scene
    assert not events(story_of(ANA_SHOOTS, before=[CAST]))[0].deleted_scene


def test_production_is_no_story() -> None:
    assert told(story_of(ANA_SHOOTS, before=[CAST], role=Role.PRODUCTION)) == []


def test_makers_are_not_in_the_story() -> None:
    sentence = "Lupino/PROPN/2/nsubj hire=hires/VERB/0/root Roy/PROPN/2/obj ./PUNCT/2/punct"
    annotations = story_of(
        sentence, before=["Night Ferry was directed by Ida Lupino. " + CAST], role=Role.OTHER, kind=DocumentKind.REVIEW
    )
    assert told(annotations) == []


def test_nouns_say_who_is_what_to_whom() -> None:
    apposition = "Ana/PROPN/2/nsubj meet=meets/VERB/0/root he=his/PRON/4/nmod:poss brother/NOUN/2/obj ,/PUNCT/6/punct Nils/PROPN/4/appos ./PUNCT/2/punct"
    found = ties(story_of(ANA_SHOOTS, apposition, before=[CAST]))
    assert ("Nils", "brother", "Per") in found
    copula = "Per/PROPN/5/nsubj be=is/AUX/5/cop Ana/PROPN/5/nmod:poss 's/PART/3/case husband/NOUN/0/root ./PUNCT/5/punct"
    assert ("Per", "spouse", "Ana Dahl") in ties(story_of(copula, before=[CAST]))


def test_deeds_make_ties() -> None:
    kills = "Ana/PROPN/2/nsubj kill=kills/VERB/0/root Per/PROPN/2/obj ./PUNCT/2/punct"
    assert ties(story_of(kills, before=[CAST])) == {("Ana Dahl", "killer", "Per")}
    works = "Per/PROPN/2/nsubj work=works/VERB/0/root for/ADP/4/case Ana/PROPN/2/obl ./PUNCT/2/punct"
    assert ties(story_of(works, before=[CAST])) == {("Per", "employee", "Ana Dahl")}


def test_a_quoted_line_has_its_speaker_and_tells_no_event() -> None:
    sentence = (
        "Per/PROPN/2/nsubj say=says/VERB/0/root :/PUNCT/6/punct “/PUNCT/6/punct you/PRON/6/nsubj shoot/VERB/2/ccomp they=them/PRON/6/obj "
        "all/DET/7/det tonight/NOUN/6/obl ./PUNCT/6/punct ”/PUNCT/6/punct"
    )
    found = claims(story_of(sentence, before=[CAST]))
    lines = [claim.value for claim in found if isinstance(claim.value, SpokenLine)]
    assert [(line.speaker, line.words.quote) for line in lines] == [("Per", "you shoot them all tonight.")]
    assert not [claim for claim in found if isinstance(claim.value, StoryEvent)]


def test_evidence_is_the_sentence() -> None:
    annotations = story_of(ANA_SHOOTS, before=[CAST])
    for claim in claims(annotations):
        for evidence in claim.evidence:
            assert evidence.quote == evidence.span.of(annotations.document.text)
    (event,) = [claim for claim in claims(annotations) if isinstance(claim.value, StoryEvent)]
    assert event.evidence[0].quote == "Ana shoots Per."


def untold(annotations: Annotations) -> list[tuple[str, str]]:
    found = [claim for claim in claims(annotations) if claim.predicate is Predicate.UNTOLD]
    return [(claim.evidence[0].quote, str(claim.value)) for claim in found]


def test_a_sentence_of_the_plot_without_an_event_says_why() -> None:
    state = "Ana/PROPN/2/nsubj own=owns/VERB/0/root a/DET/4/det boat/NOUN/2/obj ./PUNCT/2/punct"
    denied = "Per/PROPN/4/nsubj do=does/AUX/4/aux not/PART/4/advmod shoot/VERB/0/root Ana/PROPN/4/obj ./PUNCT/4/punct"
    verbless = "a/DET/3/det cold/ADJ/3/amod night/NOUN/0/root ./PUNCT/3/punct"
    assert untold(story_of(ANA_SHOOTS, state, denied, verbless, before=[CAST])) == [
        ("Ana owns a boat.", "a state or a possession, no deed"),
        ("Per does not shoot Ana.", "denied, wished, planned or only said"),
        ("a cold night.", "no verb tells what is done"),
    ]


def test_every_sentence_of_a_plot_is_told_or_accounted_for() -> None:
    annotations = story_of(ANA_SHOOTS, "it/PRON/2/nsubj rain=rains/VERB/0/root ./PUNCT/2/punct", before=[CAST])
    plot = {sentence.span for sentence in annotations.sentences if sentence.role is Role.PLOT}
    told_of = {
        sentence.span
        for sentence in annotations.sentences
        for claim in claims(annotations)
        if claim.predicate in (Predicate.EVENT, Predicate.UNTOLD) and any(e.span.start in sentence.span for e in claim.evidence)
    }
    assert plot == told_of & plot


def test_the_performance_is_no_story() -> None:
    sentence = "Ana/PROPN/2/nsubj show=shows/VERB/0/root a/DET/5/det dramatic/ADJ/5/amod side/NOUN/2/obj ./PUNCT/2/punct"
    assert told(story_of(sentence, before=[CAST], role=Role.OTHER, kind=DocumentKind.REVIEW)) == []
