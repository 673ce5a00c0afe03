"""What a story says that its persons are to each other, in the wordings that plots have for it."""

import pytest

from filmdossier.extract import extract
from filmdossier.extract.story.persons import Person
from filmdossier.extract.story.relations import relations
from filmdossier.extract.story.ties import Told
from filmdossier.model.annotations import Annotations
from filmdossier.model.claim import CharacterName, StoryEvent, StoryRelation
from filmdossier.model.text import Span
from support.grammar import story_of

CAST = "It stars Ida Roy as Ana, Otto Berg as Paul and Jan Holm as Olaf."


def values(annotations: Annotations) -> list[object]:
    return [claim.value for claim in extract(annotations.document, annotations)]


def ties(*sentences: str) -> set[tuple[str, str, str]]:
    found = values(story_of(*sentences, before=[CAST]))
    return {(one.a, one.relation, one.b) for one in found if isinstance(one, StoryRelation)}


def names(*sentences: str) -> dict[str, tuple[str, ...]]:
    found = values(story_of(*sentences, before=[CAST]))
    aliases: dict[str, tuple[str, ...]] = {}
    for one in found:
        if isinstance(one, CharacterName):
            aliases[one.name] = (*aliases.get(one.name, ()), *one.aliases)
    return aliases


@pytest.mark.parametrize(
    ("sentence", "tie"),
    [
        ("paul=Paul/PROPN/2/nsubj fling=flings/VERB/0/root olaf=Olaf/PROPN/2/obj down/ADV/2/advmod to/ADP/7/case his/PRON/7/nmod:poss death/NOUN/2/obl ./PUNCT/2/punct",
         ("Paul", "killer", "Olaf")),
        ("paul=Paul/PROPN/2/nsubj cut=cuts/VERB/0/root olaf=Olaf/PROPN/5/nmod:poss 's/PART/3/case throat/NOUN/2/obj ./PUNCT/2/punct",
         ("Paul", "killer", "Olaf")),
        ("olaf=Olaf/PROPN/2/nsubj die=dies/VERB/0/root at/ADP/5/case the/DET/5/det hand=hands/NOUN/2/obl of/ADP/7/case paul=Paul/PROPN/5/nmod ./PUNCT/2/punct",
         ("Paul", "killer", "Olaf")),
        ("olaf=Olaf/PROPN/3/nsubj:pass be=is/AUX/3/aux:pass kill=killed/VERB/0/root and/CCONJ/5/cc bury=buried/VERB/3/conj by/ADP/7/case paul=Paul/PROPN/5/obl:agent ./PUNCT/3/punct",
         ("Paul", "killer", "Olaf")),
        ("ana=Ana/PROPN/2/nsubj try=tries/VERB/0/root to/PART/4/mark shoot/VERB/2/xcomp paul=Paul/PROPN/4/obj ./PUNCT/2/punct",
         ("Ana", "enemy", "Paul")),
        ("paul=Paul/PROPN/4/nsubj be=is/AUX/4/cop at/ADP/4/case war/NOUN/0/root with/ADP/6/case olaf=Olaf/PROPN/4/nmod ./PUNCT/4/punct",
         ("Paul", "enemy", "Olaf")),
        ("the=The/DET/3/det married/ADJ/3/amod couple/NOUN/7/nsubj tom=Tom/PROPN/3/appos and/CCONJ/6/cc eva=Eva/PROPN/4/conj live/VERB/0/root in/ADP/9/case oslo=Oslo/PROPN/7/obl ./PUNCT/7/punct",
         ("Tom", "spouse", "Eva")),
        ("paul=Paul/PROPN/2/nsubj live=lives/VERB/0/root with/ADP/6/case his/PRON/6/nmod:poss two/NUM/6/nummod son=sons/NOUN/2/obl ,/PUNCT/8/punct tom=Tom/PROPN/6/appos and/CCONJ/10/cc olaf=Olaf/PROPN/8/conj ./PUNCT/2/punct",
         ("Tom", "brother", "Olaf")),
        ("ana=Ana/PROPN/2/nsubj have=has/VERB/0/root a/DET/4/det daughter/NOUN/2/obj ,/PUNCT/6/punct eva=Eva/PROPN/2/vocative ./PUNCT/2/punct",
         ("Ana", "mother", "Eva")),
        ("paul=Paul/PROPN/2/nsubj make=makes/VERB/0/root olaf=Olaf/PROPN/2/obj his/PRON/5/nmod:poss partner/NOUN/2/obj ./PUNCT/2/punct",
         ("Olaf", "partner", "Paul")),
        ("ana=Ana/PROPN/2/nsubj visit=visits/VERB/0/root her/PRON/5/nmod:poss parole/NOUN/5/compound officer/NOUN/2/obj ,/PUNCT/7/punct olaf=Olaf/PROPN/5/appos ./PUNCT/2/punct",
         ("Olaf", "parole officer", "Ana")),
        ("eva=Eva/PROPN/10/nsubj ,/PUNCT/4/punct a/DET/4/det nurse/NOUN/1/appos and/CCONJ/6/cc friend/NOUN/4/conj of/ADP/8/case paul=Paul/PROPN/4/nmod ,/PUNCT/1/punct leave=leaves/VERB/0/root ./PUNCT/10/punct",
         ("Eva", "friend", "Paul")),
        ("paul=Paul/PROPN/6/nsubj and/CCONJ/4/cc fellow/ADJ/4/amod veteran/NOUN/5/compound olaf=Olaf/PROPN/1/conj fight/VERB/0/root ./PUNCT/6/punct",
         ("Olaf", "fellow veteran", "Paul")),
    ],
)  # fmt: skip
def test_wordings_of_a_tie(sentence: str, tie: tuple[str, str, str]) -> None:
    assert tie in ties(sentence)


def test_a_friend_named_by_what_is_said_of_him() -> None:
    paul = "paul=Paul/PROPN/2/nsubj wait=waits/VERB/0/root ./PUNCT/2/punct"
    friend = "his=His/PRON/3/nmod:poss only/ADJ/3/amod friend/NOUN/5/nsubj be=is/AUX/5/cop olaf=Olaf/PROPN/0/root ./PUNCT/5/punct"
    assert ties(paul, friend) == {("Olaf", "friend", "Paul")}


def test_her_uncle_is_the_one_who_has_a_niece() -> None:
    told = ties(
        "paul=Paul/PROPN/2/nsubj give=gives/VERB/0/root his/PRON/4/nmod:poss niece/NOUN/2/iobj a/DET/6/det ring/NOUN/2/obj ./PUNCT/2/punct",
        "ana=Ana/PROPN/2/nsubj thank=thanks/VERB/0/root her/PRON/4/nmod:poss uncle/NOUN/2/obj ./PUNCT/2/punct",
    )
    assert told == {("Paul", "uncle", "Ana")}  # from both sides, written from the elder's


def test_her_uncle_stays_unknown_where_two_have_nieces() -> None:
    told = ties(
        "paul=Paul/PROPN/2/nsubj give=gives/VERB/0/root his/PRON/4/nmod:poss niece/NOUN/2/iobj a/DET/6/det ring/NOUN/2/obj ./PUNCT/2/punct",
        "olaf=Olaf/PROPN/2/nsubj give=gives/VERB/0/root his/PRON/4/nmod:poss niece/NOUN/2/iobj a/DET/6/det hat/NOUN/2/obj ./PUNCT/2/punct",
        "ana=Ana/PROPN/2/nsubj thank=thanks/VERB/0/root her/PRON/4/nmod:poss uncle/NOUN/2/obj ./PUNCT/2/punct",
    )
    assert not told


def test_the_eldest_is_a_child_of_those_whose_children_were_spoken_of() -> None:
    told = ties(
        "ana=Ana/PROPN/4/nsubj and/CCONJ/3/cc paul=Paul/PROPN/1/conj have/VERB/0/root three/NUM/6/nummod child=children/NOUN/4/obj ./PUNCT/4/punct",
        "the=The/DET/2/det eldest/ADJ/6/nsubj ,/PUNCT/2/punct tom=Tom/PROPN/2/appos ,/PUNCT/4/punct leave=leaves/VERB/0/root home/NOUN/6/advmod ./PUNCT/6/punct",
    )
    assert told == {("Ana", "mother", "Tom"), ("Paul", "father", "Tom")}


def test_who_is_really_somebody_else_is_one_person() -> None:
    sentence = (
        "olaf=Olaf/PROPN/9/nsubj ,/PUNCT/6/punct who/PRON/6/nsubj be=is/AUX/6/cop really/ADV/6/advmod carl=Carl/PROPN/1/acl:relcl "
        "dyle=Dyle/PROPN/6/flat ,/PUNCT/1/punct try=tries/VERB/0/root to/PART/11/mark shoot/VERB/9/xcomp her/PRON/11/obj ./PUNCT/9/punct"
    )
    ana = "ana=Ana/PROPN/2/nsubj wait=waits/VERB/0/root ./PUNCT/2/punct"
    assert "Carl Dyle" in names(ana, sentence)["Olaf"]
    events = [one for one in values(story_of(ana, sentence, before=[CAST])) if isinstance(one, StoryEvent)]
    assert ("Olaf", "try to shoot", "Ana") in {(one.agent, one.verb, one.patient) for one in events}


def test_a_title_behind_a_name_is_nobody_else() -> None:
    sentence = (
        "louis=Louis/PROPN/9/nsubj borg=Borg/PROPN/1/flat ,/PUNCT/5/punct tenth/ADJ/5/amod duke=Duke/PROPN/1/appos of/ADP/7/case "
        "lund=Lund/PROPN/5/nmod ,/PUNCT/1/punct meet=meets/VERB/0/root ana=Ana/PROPN/9/obj ./PUNCT/9/punct"
    )
    assert "Duke of Lund" not in names(sentence)


def test_a_nation_beside_a_name_is_that_person() -> None:
    sentence = (
        "ana=Ana/PROPN/2/nsubj meet=meets/VERB/0/root a/DET/5/det charming/ADJ/5/amod american=American/ADJ/2/obj ,/PUNCT/7/punct "
        "peter=Peter/PROPN/5/appos joshua=Joshua/PROPN/7/flat ./PUNCT/2/punct"
    )
    events = [one for one in values(story_of(sentence, before=[CAST])) if isinstance(one, StoryEvent)]
    assert [(one.agent, one.patient) for one in events] == [("Ana", "Peter Joshua")]


def test_neighbours_and_then_somebody_else_are_no_list() -> None:
    sentence = (
        "paul=Paul/PROPN/2/nsubj leave=leaves/VERB/0/root his/PRON/4/nmod:poss neighbor=neighbors/NOUN/2/obj ,/PUNCT/8/punct and/CCONJ/8/cc "
        "olaf=Olaf/PROPN/8/nsubj stay=stays/VERB/2/conj ./PUNCT/2/punct"
    )
    assert not ties(sentence)


def test_sons_named_behind_a_colon_with_a_word_on_each_are_brothers() -> None:
    sentence = (
        "ana=Ana/PROPN/2/nsubj have=has/VERB/0/root two/NUM/4/nummod son=sons/NOUN/2/obj :/PUNCT/6/punct tom=Tom/PROPN/4/appos ,/PUNCT/9/punct "
        "who/PRON/9/nsubj work=works/VERB/6/acl:relcl ,/PUNCT/12/punct and/CCONJ/12/cc olaf=Olaf/PROPN/6/conj ./PUNCT/2/punct"
    )
    assert {("Tom", "brother", "Olaf"), ("Ana", "mother", "Tom"), ("Ana", "mother", "Olaf")} <= ties(sentence)


def test_whose_in_the_second_clause_is_of_the_same_person() -> None:
    sentence = (
        "paul=Paul/PROPN/12/nsubj ,/PUNCT/5/punct whose/PRON/4/nmod:poss wife/NOUN/5/nsubj sleep=sleeps/VERB/1/acl:relcl and/CCONJ/10/cc whose/PRON/8/nmod:poss "
        "stepdaughter/NOUN/10/nsubj eva=Eva/PROPN/8/appos sing=sings/VERB/5/conj ,/PUNCT/1/punct wait=waits/VERB/0/root ./PUNCT/12/punct"
    )
    assert ("Paul", "stepfather", "Eva") in ties(sentence)


def test_who_falls_in_love_whatever_the_parser_makes_of_love() -> None:
    sentence = "ana=Ana/PROPN/2/nsubj fall=falls/VERB/0/root in/ADP/4/case love/NOUN/2/obj with/ADP/6/case olaf=Olaf/PROPN/2/obl ./PUNCT/2/punct"
    assert ("Ana", "lover", "Olaf") in ties(sentence)


def test_a_short_first_name_is_the_one_who_bears_it_in_full() -> None:
    told = ties(
        "benjamin=Benjamin/PROPN/3/nsubj borg=Borg/PROPN/1/flat marry=marries/VERB/0/root ana=Ana/PROPN/3/obj ./PUNCT/3/punct",
        "paul=Paul/PROPN/2/nsubj kill=kills/VERB/0/root ben=Ben/PROPN/2/obj ./PUNCT/2/punct",
    )
    assert ("Paul", "killer", "Benjamin Borg") in told


def test_the_boys_mother_is_told_once_where_the_boy_has_a_name() -> None:
    ana, tom, boy = Person(name="Ana", named=True, gender="f"), Person(name="Tom", named=True, gender="m"), Person(name="the boy")
    told = [Told(ana, "mother", one, 0, Span(0, 1), sure=True) for one in (tom, boy)]
    assert [one.relation.b for one in relations(told, [])] == ["Tom"]
    assert [one.relation.b for one in relations(told[1:], [])] == ["the boy"]
