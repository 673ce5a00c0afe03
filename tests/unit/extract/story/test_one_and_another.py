"""One person or two, whose wife, who kills: on hand-made trees."""

import pytest

from filmdossier.extract import extract
from filmdossier.extract.story.kin import gender_of_title
from filmdossier.extract.story.persons import Persons
from filmdossier.model.annotations import Annotations
from filmdossier.model.claim import StoryEvent, StoryRelation
from support.grammar import story_of

CAST = "It stars Ida Roy as Ana Dahl, Otto Berg as Per, Carl Lind as Kit and Eva Lind as Siri."
KIT_ENTERS = "Per/PROPN/2/nsubj meet=meets/VERB/0/root Kit/PROPN/2/obj ./PUNCT/2/punct"


def events(annotations: Annotations) -> list[tuple[str | None, str, str | None]]:
    values = [claim.value for claim in extract(annotations.document, annotations)]
    found = sorted((value for value in values if isinstance(value, StoryEvent)), key=lambda event: event.position)
    return [(event.agent, event.verb, event.patient) for event in found]


def ties(annotations: Annotations) -> set[tuple[str, str, str]]:
    values = [claim.value for claim in extract(annotations.document, annotations)]
    return {(value.a, value.relation, value.b) for value in values if isinstance(value, StoryRelation)}


def test_who_learns_of_a_death_is_not_the_dead() -> None:
    learns = (
        "he/PRON/2/nsubj learn=learns/VERB/0/root that/SCONJ/7/mark Per/PROPN/7/nsubj:pass has/AUX/7/aux been/AUX/7/aux:pass "
        "kill=killed/VERB/2/ccomp ./PUNCT/2/punct"
    )
    assert events(story_of(KIT_ENTERS, learns, before=[CAST]))[1][:2] == ("Kit", "learn")


def test_who_is_told_that_somebody_flees_is_another() -> None:
    tells = "Ana/PROPN/2/nsubj tell=tells/VERB/0/root he=him/PRON/2/obj that/SCONJ/6/mark Kit/PROPN/6/nsubj flee=flees/VERB/2/ccomp ./PUNCT/2/punct"
    assert events(story_of(KIT_ENTERS, tells, before=[CAST]))[1] == ("Ana Dahl", "tell", "Per")


def test_two_roles_before_one_name_are_one_person() -> None:
    sentence = (
        "Per/PROPN/2/nsubj call=calls/VERB/0/root he=his/PRON/4/nmod:poss boss/NOUN/2/obj and/CCONJ/6/cc friend/NOUN/4/conj ,/PUNCT/8/punct "
        "Kit/PROPN/4/appos ./PUNCT/2/punct"
    )
    annotations = story_of(sentence, before=[CAST])
    assert events(annotations) == [("Per", "call", "Kit")]
    assert {("Kit", "employer", "Per"), ("Kit", "friend", "Per")} <= ties(annotations)


def test_a_role_taken_for_a_part_of_the_name_is_one_person_too() -> None:
    sentence = (
        "Per/PROPN/3/nsubj:pass is/AUX/3/aux:pass order=ordered/VERB/0/root by/ADP/6/case he=his/PRON/6/nmod:poss friend/NOUN/3/obl:agent "
        "and/CCONJ/9/cc superior/ADJ/9/amod Kit/PROPN/6/conj ./PUNCT/3/punct"
    )
    assert events(story_of(sentence, before=[CAST])) == [("Kit", "order", "Per")]


def test_a_wife_and_a_daughter_are_two() -> None:
    sentence = (
        "Per/PROPN/2/nsubj call=calls/VERB/0/root he=his/PRON/4/nmod:poss wife/NOUN/2/obj and/CCONJ/6/cc daughter/NOUN/4/conj ,/PUNCT/8/punct "
        "Siri/PROPN/6/appos ./PUNCT/2/punct"
    )
    ((agent, verb, patient),) = events(story_of(sentence, before=[CAST]))
    assert (agent, verb) == ("Per", "call")
    assert " and " in str(patient)


def test_an_aside_of_two_roles_is_the_one_before_it() -> None:
    sentence = (
        "Ana/PROPN/2/nsubj call=calls/VERB/0/root Kit/PROPN/2/obj ,/PUNCT/6/punct the/DET/6/det pianist/NOUN/3/appos and/CCONJ/10/cc "
        "Per/PROPN/10/nmod:poss 's/PART/8/case friend/NOUN/6/conj ,/PUNCT/6/punct again/ADV/2/advmod ./PUNCT/2/punct"
    )
    annotations = story_of(sentence, before=[CAST])
    assert events(annotations) == [("Ana Dahl", "call", "Kit")]
    assert ("Kit", "friend", "Per") in ties(annotations)


def test_whose_marriage_it_is() -> None:
    sentence = (
        "Per/PROPN/9/nsubj ,/PUNCT/7/punct whose/PRON/4/nmod:poss marriage/NOUN/7/nsubj to/ADP/6/case Siri/PROPN/4/nmod fail=fails/VERB/1/acl:relcl "
        ",/PUNCT/7/punct leave=leaves/VERB/0/root ./PUNCT/9/punct"
    )
    assert ("Per", "spouse", "Siri") in ties(story_of(sentence, before=[CAST]))


def test_a_man_hires_another_to_kidnap_his_own_wife() -> None:
    sentence = (
        "Per/PROPN/2/nsubj hire=hires/VERB/0/root Kit/PROPN/2/obj to/PART/5/mark kidnap/VERB/2/advcl he=his/PRON/7/nmod:poss wife/NOUN/5/obj "
        ",/PUNCT/9/punct Siri/PROPN/7/appos ./PUNCT/2/punct"
    )
    assert ("Siri", "spouse", "Per") in ties(story_of(sentence, before=[CAST]))


def test_the_wife_is_of_him_who_bears_her_surname() -> None:
    cast = "It stars Carl Lind as Kit Moe, Otto Berg as Per Holm and Eva Lind as Siri Holm."
    follows = "Kit/PROPN/2/nsubj follow=follows/VERB/0/root Per/PROPN/2/obj ./PUNCT/2/punct"
    fears = "he/PRON/2/nsubj watch=watches/VERB/0/root he=his/PRON/4/nmod:poss wife/NOUN/2/obj ,/PUNCT/6/punct Siri/PROPN/4/appos ./PUNCT/2/punct"
    assert ("Siri Holm", "spouse", "Per Holm") in ties(story_of(follows, fears, before=[cast]))


def test_a_brother_before_his_name_is_the_owners() -> None:
    sentence = "Ana/PROPN/2/nsubj warn=warns/VERB/0/root Per/PROPN/6/nmod:poss 's/PART/3/case brother/NOUN/6/compound Kit/PROPN/2/obj ./PUNCT/2/punct"
    assert ("Kit", "brother", "Per") in ties(story_of(sentence, before=[CAST]))


SHOT = "Ana/PROPN/2/nsubj shoot=shoots/VERB/0/root Per/PROPN/2/obj ./PUNCT/2/punct"


def test_who_does_nothing_any_more_was_killed() -> None:
    assert ("Ana Dahl", "killer", "Per") in ties(story_of(SHOT, before=[CAST]))


@pytest.mark.parametrize("later", [KIT_ENTERS, KIT_ENTERS.replace("Per/", "Siri/").replace("Kit/", "Per/")])
def test_whoever_goes_on_or_is_met_has_survived(later: str) -> None:
    assert ("Ana Dahl", "killer", "Per") not in ties(story_of(SHOT, later, before=[CAST]))


def test_somebody_of_whom_nothing_is_known_has_no_ties() -> None:
    sentence = "Ana/PROPN/2/nsubj kill=kills/VERB/0/root a/DET/4/det girl/NOUN/2/obj ./PUNCT/2/punct"
    assert not ties(story_of(sentence, before=[CAST]))


def test_two_who_act_together_time_and_again_are_partners() -> None:
    joint = "Per/PROPN/4/nsubj and/CCONJ/3/cc Kit/PROPN/1/conj {0}/VERB/0/root a/DET/6/det bank/NOUN/4/obj ./PUNCT/4/punct"
    deeds = [joint.format(deed) for deed in ("rob=rob", "burn=burn", "watch=watch")]
    assert any(relation == "partner" for _, relation, _ in ties(story_of(*deeds, before=[CAST])))
    assert not ties(story_of(*deeds[:2], before=[CAST]))


def test_nobody_takes_a_home() -> None:
    sentence = "Per/PROPN/2/nsubj take=takes/VERB/0/root she=her/PRON/4/nmod:poss home/NOUN/2/obj ./PUNCT/2/punct"
    ana = "Ana/PROPN/2/nsubj flee=flees/VERB/0/root ./PUNCT/2/punct"
    assert ("Per", "take", "Ana Dahl") in events(story_of(ana, sentence, before=[CAST]))


def test_what_is_joined_to_a_decision_is_done() -> None:
    sentence = (
        "Kit/PROPN/2/nsubj decide=decides/VERB/0/root to/PART/4/mark write/VERB/2/xcomp and/CCONJ/6/cc hide=hides/VERB/4/conj a/DET/8/det "
        "gun/NOUN/6/obj ./PUNCT/2/punct"
    )
    assert ("Kit", "hide", "a gun") in events(story_of(sentence, before=[CAST]))
    planned = sentence.replace("hide=hides", "hide=hide")
    assert all(verb != "hide" for _, verb, _ in events(story_of(planned, before=[CAST])))


def test_found_dead_and_murdered_is_the_one_who_is_found() -> None:
    sentence = (
        "Ana/PROPN/2/nsubj find=finds/VERB/0/root Per/PROPN/2/obj dead/ADJ/2/xcomp ,/PUNCT/6/punct murder=murdered/VERB/2/advcl by/ADP/8/case "
        "Kit/PROPN/6/obl:agent ./PUNCT/2/punct"
    )
    assert ("Kit", "murder", "Per") in events(story_of(sentence, before=[CAST]))


def test_the_girl_of_whom_no_girl_was_told_is_the_last_woman() -> None:
    ana = "Ana/PROPN/2/nsubj faint=faints/VERB/0/root ./PUNCT/2/punct"
    hires = "Per/PROPN/2/nsubj hire=hires/VERB/0/root the/DET/4/det girl/NOUN/2/obj ./PUNCT/2/punct"
    assert ("Per", "hire", "Ana Dahl") in events(story_of(ana, hires, before=[CAST]))


def test_a_bare_surname_is_not_madames() -> None:
    persons = Persons()
    persons.add("Madame Holm")
    son = persons.add("Per Holm")
    assert persons.find("Holm") is son
    assert gender_of_title("Madame Holm") == "f"
    assert gender_of_title("Per Holm") is None
