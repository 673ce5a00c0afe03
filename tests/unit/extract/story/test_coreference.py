"""Who is meant, and what one is to another, on hand-made trees."""

from filmdossier.extract import extract
from filmdossier.model.annotations import Annotations
from filmdossier.model.claim import StoryEvent, StoryRelation
from support.grammar import story_of

CAST = "It stars Ida Roy as Ana Dahl, Otto Berg as Per and Eva Lind as Siri."


def events(annotations: Annotations) -> list[tuple[str | None, str, str | None]]:
    values = [claim.value for claim in extract(annotations.document, annotations)]
    found = sorted((value for value in values if isinstance(value, StoryEvent)), key=lambda event: event.position)
    return [(event.agent, event.verb, event.patient) for event in found]


def ties(annotations: Annotations) -> set[tuple[str, str, str]]:
    values = [claim.value for claim in extract(annotations.document, annotations)]
    return {(value.a, value.relation, value.b) for value in values if isinstance(value, StoryRelation)}


MEETS = "Ana/PROPN/2/nsubj meet=meets/VERB/0/root Per/PROPN/2/obj ./PUNCT/2/punct"


def test_a_pronoun_is_not_the_one_beside_it() -> None:
    sentence = "Siri/PROPN/2/nsubj betray=betrays/VERB/0/root she=her/PRON/2/obj ./PUNCT/2/punct"
    assert events(story_of(MEETS, sentence, before=[CAST]))[-1] == ("Siri", "betray", "Ana Dahl")


def test_a_reflexive_stays_as_it_is() -> None:
    sentence = "Ana/PROPN/2/nsubj kill=kills/VERB/0/root herself/PRON/2/obj ./PUNCT/2/punct"
    assert events(story_of(sentence, before=[CAST])) == [("Ana Dahl", "kill", "herself")]


def test_a_pronoun_before_the_main_clause_may_mean_its_subject() -> None:
    sentence = (
        "after/SCONJ/3/mark she/PRON/3/nsubj escape=escapes/VERB/6/advcl ,/PUNCT/3/punct Ana/PROPN/6/nsubj rob=robs/VERB/0/root "
        "a/DET/8/det bank/NOUN/6/obj ./PUNCT/6/punct"
    )
    assert events(story_of(sentence, before=[CAST])) == [("Ana Dahl", "escape", None), ("Ana Dahl", "rob", "a bank")]


def test_his_wife_is_who_the_text_says() -> None:
    first = "Per/PROPN/2/nsubj meet=meets/VERB/0/root he=his/PRON/4/nmod:poss wife/NOUN/2/obj ,/PUNCT/6/punct Siri/PROPN/4/appos ./PUNCT/2/punct"
    second = "Ana/PROPN/2/nsubj warn=warns/VERB/0/root Per/PROPN/5/nmod:poss 's/PART/3/case wife/NOUN/2/obj ./PUNCT/2/punct"
    annotations = story_of(first, second, before=[CAST])
    assert ("Siri", "spouse", "Per") in ties(annotations)
    assert events(annotations)[-1] == ("Ana Dahl", "warn", "Siri")


def test_whoever_has_no_name_and_does_something_is_called_after_the_owner() -> None:
    sentence = "Ana/PROPN/4/nmod:poss 's/PART/1/case brother/NOUN/4/nsubj shoot=shoots/VERB/0/root Per/PROPN/4/obj ./PUNCT/4/punct".replace(
        "Ana/PROPN/4", "Ana/PROPN/3"
    )
    annotations = story_of(sentence, before=[CAST])
    assert events(annotations) == [("Ana Dahl's brother", "shoot", "Per")]
    assert ties(annotations) == {("Ana Dahl's brother", "brother", "Ana Dahl")}


def test_kin_without_a_name_who_do_nothing_are_no_relation() -> None:
    sentence = "Per/PROPN/2/nsubj phone=phones/VERB/0/root Ana/PROPN/5/nmod:poss 's/PART/3/case brother/NOUN/2/obj ./PUNCT/2/punct"
    assert not ties(story_of(sentence, before=[CAST]))


def test_all_of_a_list_are_friends() -> None:
    sentence = (
        "Per/PROPN/2/nsubj call=calls/VERB/0/root he=his/PRON/4/nmod:poss friend=friends/NOUN/2/obj ,/PUNCT/6/punct Nils/PROPN/4/appos "
        "and/CCONJ/8/cc Kit/PROPN/6/conj ./PUNCT/2/punct"
    )
    annotations = story_of(MEETS, sentence, before=[CAST])
    assert {("Nils", "friend", "Per"), ("Kit", "friend", "Per")} <= ties(annotations)
    assert events(annotations)[-1] == ("Per", "call", "Nils and Kit")


def test_a_hyphened_noun_is_one_tie() -> None:
    sentence = (
        "Per/PROPN/2/nsubj call=calls/VERB/0/root he=his/PRON/4/nmod:poss wife/NOUN/2/obj ,/PUNCT/6/punct Siri/PROPN/4/appos ./PUNCT/2/punct"
    ).replace("wife/NOUN", "ex-wife/NOUN")
    assert ("Siri", "ex-wife", "Per") in ties(story_of(sentence, before=[CAST]))


def test_a_former_partner_is_a_former_one() -> None:
    sentence = "Per/PROPN/2/nsubj call=calls/VERB/0/root he=his/PRON/5/nmod:poss former/ADJ/5/amod partner/NOUN/2/obj ,/PUNCT/7/punct Siri/PROPN/5/appos ./PUNCT/2/punct"
    assert ("Siri", "former partner", "Per") in ties(story_of(sentence, before=[CAST]))


def test_states_and_bonds_tie_two() -> None:
    love = "Ana/PROPN/4/nsubj be=is/AUX/4/cop in/ADP/4/case love/NOUN/0/root with/ADP/6/case Per/PROPN/4/nmod ./PUNCT/4/punct"
    assert ("Ana Dahl", "lover", "Per") in ties(story_of(love, before=[CAST]))
    affair = (
        "Siri/PROPN/2/nsubj begin=begins/VERB/0/root a/DET/4/det affair/NOUN/2/obj with/ADP/6/case Per/PROPN/4/nmod ./PUNCT/2/punct"
    )
    assert ("Siri", "lover", "Per") in ties(story_of(affair, before=[CAST]))


def test_somebody_denied_is_no_relation() -> None:
    sentence = "Per/PROPN/6/nsubj be=is/AUX/6/cop not/PART/6/advmod Ana/PROPN/6/nmod:poss 's/PART/4/case husband/NOUN/0/root ./PUNCT/6/punct"
    assert not ties(story_of(sentence, before=[CAST]))


def test_the_film_is_nobody_in_it() -> None:
    sentence = "Night/PROPN/3/nsubj Ferry/PROPN/1/flat follow=follows/VERB/0/root Ana/PROPN/3/obj ./PUNCT/3/punct"
    assert all(agent != "Night Ferry" for agent, _, _ in events(story_of(sentence, before=[CAST])))


def test_brother_and_sister_do_not_marry() -> None:
    sister = "Per/PROPN/2/nsubj meet=meets/VERB/0/root he=his/PRON/4/nmod:poss sister/NOUN/2/obj ,/PUNCT/6/punct Siri/PROPN/4/appos ./PUNCT/2/punct"
    marry = "the/DET/2/det two/NUM/3/nsubj marry/VERB/0/root ./PUNCT/3/punct"
    assert ties(story_of(sister, marry, before=[CAST])) == {("Siri", "sister", "Per")}


def test_an_aside_belongs_to_the_name_before_it() -> None:
    sentence = "Kit/PROPN/5/obl ,/PUNCT/1/punct a/DET/4/det killer/NOUN/5/nsubj ambush=ambushes/VERB/0/root ,/PUNCT/5/punct Per/PROPN/5/obj ./PUNCT/5/punct"
    assert events(story_of(MEETS, sentence, before=[CAST + " Nils Holm is Kit."]))[-1][1:] == ("ambush", "Per")


def test_every_man_is_nobody_to_come_back_to() -> None:
    sentence = "Ana/PROPN/2/nsubj kill=kills/VERB/0/root every/DET/4/det man/NOUN/2/obj ./PUNCT/2/punct"
    annotations = story_of(sentence, before=[CAST])
    assert events(annotations) == [("Ana Dahl", "kill", "every man")]
    assert not ties(annotations)


def test_his_lover_is_not_the_killers() -> None:
    sentence = (
        "Ana/PROPN/2/nsubj hunt=hunts/VERB/0/root the/DET/4/det gangster/NOUN/2/obj who/PRON/6/nsubj kill=killed/VERB/4/acl:relcl "
        "she=her/PRON/8/nmod:poss lover/NOUN/6/obj ./PUNCT/2/punct"
    )
    assert events(story_of(sentence, before=[CAST]))[-1] == ("the gangster", "kill", "Ana Dahl's lover")
    man = "Per/PROPN/2/nsubj hunt=hunts/VERB/0/root the/DET/4/det gangster/NOUN/2/obj who/PRON/6/nsubj kill=killed/VERB/4/acl:relcl he=his/PRON/8/nmod:poss lover/NOUN/6/obj ./PUNCT/2/punct"
    assert events(story_of(man, before=[CAST]))[-1] == ("the gangster", "kill", "Per's lover")


def test_the_head_of_criminals_is_who_has_men_at_his_orders() -> None:
    first = "Ana/PROPN/2/nsubj hunt=hunts/VERB/0/root the/DET/5/det drug/NOUN/5/compound lord/NOUN/2/obj ./PUNCT/2/punct"
    second = (
        "Per/PROPN/4/nmod:poss 's/PART/1/case loyal/ADJ/4/amod men/NOUN/5/nsubj find/VERB/0/root she=her/PRON/5/obj ./PUNCT/5/punct"
    )
    third = (
        "Siri/PROPN/4/nmod:poss 's/PART/1/case old/ADJ/4/amod gang/NOUN/5/nsubj find/VERB/0/root she=her/PRON/5/obj ./PUNCT/5/punct"
    )
    assert events(story_of(first, second, before=[CAST]))[0] == ("Ana Dahl", "hunt", "Per")
    # Where two have men, nothing tells which of them it is.
    assert events(story_of(first, second, third, before=[CAST]))[0] == ("Ana Dahl", "hunt", "the drug lord")


def test_they_are_the_two_of_this_sentence_rather_than_a_pair_of_long_ago() -> None:
    pair = "Per/PROPN/4/nsubj and/CCONJ/3/cc Siri/PROPN/1/conj leave/VERB/0/root town/NOUN/4/obj ./PUNCT/4/punct"
    gap = "a/DET/2/det storm/NOUN/3/nsubj break=breaks/VERB/0/root ./PUNCT/3/punct"
    last = (
        "a/DET/2/det gun/NOUN/3/nsubj explode=explodes/VERB/0/root while/SCONJ/6/mark Ana/PROPN/6/nsubj sleep=sleeps/VERB/3/advcl "
        "with/ADP/8/case Hugo/PROPN/6/obl while/SCONJ/11/mark they/PRON/11/nsubj count/VERB/6/advcl it/PRON/11/obj ./PUNCT/3/punct"
    )
    found = events(story_of(pair, gap, last, before=[CAST]))
    assert ("Ana Dahl and Hugo", "count", None) in found
