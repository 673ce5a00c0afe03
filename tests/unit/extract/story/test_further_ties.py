"""Ties that further wordings tell, and who a verb is said of: on hand-made trees."""

import pytest

from filmdossier.extract import extract
from filmdossier.model.annotations import Annotations
from filmdossier.model.claim import CharacterName, StoryEvent, StoryRelation
from support.grammar import story_of

CAST = "It stars Ida Roy as Ana Dahl, Otto Berg as Karl, Carl Lind as Paul, Eva Lind as Siri and Jon Lind as Max."


def events(annotations: Annotations) -> list[tuple[str | None, str, str | None]]:
    values = [claim.value for claim in extract(annotations.document, annotations)]
    found = sorted((value for value in values if isinstance(value, StoryEvent)), key=lambda event: event.position)
    return [(event.agent, event.verb, event.patient) for event in found]


def ties(*sentences: str) -> set[tuple[str, str, str]]:
    annotations = story_of(*sentences, before=[CAST])
    values = [claim.value for claim in extract(annotations.document, annotations)]
    return {(value.a, value.relation, value.b) for value in values if isinstance(value, StoryRelation)}


@pytest.mark.parametrize(
    ("sentence", "tie"),
    [
        ("Ana/PROPN/2/nsubj see=sees/VERB/0/root Karl/PROPN/2/obj argue=arguing/VERB/2/advcl with/ADP/7/case his/PRON/7/nmod:poss son/NOUN/4/obl Max/PROPN/7/appos ./PUNCT/2/punct", ("Karl", "father", "Max")),
        ("Karl/PROPN/5/nsubj be=is/AUX/5/cop Paul/PROPN/5/nmod:poss 's/PART/3/case manager/NOUN/0/root ,/PUNCT/9/punct his/PRON/9/nmod:poss closest/ADJ/9/amod friend/NOUN/5/appos ./PUNCT/5/punct", ("Karl", "friend", "Paul")),
        ("A/DET/3/det famous/ADJ/3/amod singer/NOUN/9/nsubj from/ADP/5/case Oslo/PROPN/3/nmod ,/PUNCT/7/punct Max/PROPN/5/appos ,/PUNCT/3/punct hear=hears/VERB/0/root Ana/PROPN/9/obj and/CCONJ/12/cc become=becomes/VERB/9/conj her/PRON/14/nmod:poss teacher/NOUN/12/xcomp ./PUNCT/9/punct", ("Max", "teacher", "Ana Dahl")),
        ("The/DET/3/det two/NUM/3/nummod enemy=enemies/NOUN/7/nsubj Ana/PROPN/3/appos and/CCONJ/6/cc Karl/PROPN/4/conj join/VERB/0/root force=forces/NOUN/7/obj ./PUNCT/7/punct", ("Ana Dahl", "enemy", "Karl")),
        ("Ana/PROPN/3/nsubj be=is/AUX/3/aux:pass marry=married/VERB/0/root to/ADP/5/case Karl/PROPN/3/obl ,/PUNCT/10/punct and/CCONJ/10/cc their/PRON/9/nmod:poss daughter/NOUN/11/nsubj Siri/PROPN/9/appos leave=leaves/VERB/3/conj they=them/PRON/11/obj ./PUNCT/3/punct", ("Karl", "father", "Siri")),
        ("Ana/PROPN/4/nsubj be=was/AUX/4/cop to/PART/4/mark marry/VERB/0/root Karl/PROPN/4/obj ./PUNCT/4/punct", ("Ana Dahl", "fiancé", "Karl")),
        ("It/PRON/2/expl turn=turns/VERB/0/root out/ADP/2/compound:prt that/SCONJ/6/mark Ana/PROPN/6/nsubj work=works/VERB/2/ccomp for/ADP/8/case Karl/PROPN/6/obl ./PUNCT/2/punct", ("Ana Dahl", "employee", "Karl")),
        ("Paul/PROPN/2/nsubj flee=flees/VERB/0/root ,/PUNCT/6/punct and/CCONJ/6/cc Karl/PROPN/6/nsubj hide=hides/VERB/2/conj the/DET/8/det gun/NOUN/6/obj ,/PUNCT/11/punct then/ADV/11/advmod kill=kills/VERB/2/conj Max/PROPN/11/obj ./PUNCT/2/punct", ("Karl", "killer", "Max")),
        ("Ana/PROPN/11/nsubj ,/PUNCT/1/punct seven/NUM/4/nummod month=months/NOUN/5/obl:unmarked pregnant/ADJ/1/amod and/CCONJ/7/cc marry=married/VERB/5/conj to/ADP/9/case Max/PROPN/7/obl ,/PUNCT/1/punct hear=hears/VERB/0/root it/PRON/11/obj ./PUNCT/11/punct", ("Ana Dahl", "spouse", "Max")),
        ("Ana/PROPN/2/nsubj meet=meets/VERB/0/root an/DET/5/det old/ADJ/5/amod classmate/NOUN/2/obj ,/PUNCT/7/punct Max/PROPN/5/appos ./PUNCT/2/punct", ("Max", "classmate", "Ana Dahl")),
        ("Ana/PROPN/2/nsubj turn=turns/VERB/0/root out/ADP/2/compound:prt to/PART/8/mark be/AUX/8/cop Paul/PROPN/8/nmod:poss 's/PART/6/case sister/NOUN/2/xcomp ./PUNCT/2/punct", ("Ana Dahl", "sister", "Paul")),
        ("Karl/PROPN/2/nsubj work=works/VERB/0/root for/ADP/4/case Paul/PROPN/2/obl as/ADP/7/case a/DET/7/det driver/NOUN/2/obl ./PUNCT/2/punct", ("Karl", "chauffeur", "Paul")),
        ("At/ADP/3/case the/DET/3/det wedding/NOUN/9/obl of/ADP/5/case Ana/PROPN/3/nmod and/CCONJ/7/cc Karl/PROPN/5/conj somebody/PRON/9/nsubj sing=sings/VERB/0/root ./PUNCT/9/punct", ("Ana Dahl", "spouse", "Karl")),
        ("Karl/PROPN/2/nsubj have=has/VERB/0/root a/DET/5/det business/NOUN/5/compound relationship/NOUN/2/obj with/ADP/7/case Paul/PROPN/5/nmod ./PUNCT/2/punct", ("Karl", "partner", "Paul")),
        ("Karl/PROPN/2/nsubj shoot=shoots/VERB/0/root Max/PROPN/2/obj dead/ADV/2/advmod ./PUNCT/2/punct", ("Karl", "killer", "Max")),
        ("Siri/PROPN/2/nsubj call=calls/VERB/0/root Karl/PROPN/2/obj and/CCONJ/6/cc his/PRON/6/nmod:poss friend/NOUN/3/conj Max/PROPN/6/appos ./PUNCT/2/punct", ("Max", "friend", "Karl")),
        ("Karl/PROPN/2/nsubj bring=brings/VERB/0/root a/DET/4/det cake/NOUN/2/obj to/ADP/6/case Ana/PROPN/2/obl ,/PUNCT/9/punct who/PRON/9/nsubj meet=meets/VERB/4/acl:relcl her/PRON/11/nmod:poss boyfriend/NOUN/9/obj Max/PROPN/11/appos ./PUNCT/2/punct", ("Max", "boyfriend", "Ana Dahl")),
        ("Karl/PROPN/2/nsubj see=sees/VERB/0/root Paul/PROPN/2/obj ,/PUNCT/6/punct a/DET/6/det guard/NOUN/3/appos ,/PUNCT/8/punct argue=arguing/VERB/2/advcl with/ADP/11/case his/PRON/11/nmod:poss son/NOUN/8/obl Max/PROPN/11/appos ./PUNCT/2/punct", ("Paul", "father", "Max")),
        ("Max/PROPN/3/nsubj:pass be=is/AUX/3/aux:pass capture=captured/VERB/0/root and/CCONJ/5/cc kill=killed/VERB/3/conj by/ADP/7/case Karl/PROPN/3/obl:agent ./PUNCT/3/punct", ("Karl", "killer", "Max")),
        ("Max/PROPN/2/nsubj trust=trusts/VERB/0/root Karl/PROPN/2/obj ,/PUNCT/6/punct with/ADP/6/case whom/PRON/2/obl Ana/PROPN/10/nsubj be=is/AUX/10/cop at/ADP/10/case war/NOUN/2/advcl ./PUNCT/2/punct", ("Ana Dahl", "enemy", "Karl")),
        ("Ana/PROPN/3/nmod:poss 's/PART/1/case love/NOUN/6/nsubj for/ADP/5/case Karl/PROPN/3/nmod break=breaks/VERB/0/root it/PRON/6/obj ./PUNCT/6/punct", ("Ana Dahl", "lover", "Karl")),
        ("Ana/PROPN/2/nsubj date=dates/VERB/0/root Karl/PROPN/2/obj but/CCONJ/7/cc be=is/AUX/7/cop in/ADP/7/case love/NOUN/2/conj with/ADP/9/case Max/PROPN/7/nmod ./PUNCT/2/punct", ("Ana Dahl", "lover", "Max")),
        ("It/PRON/2/nsubj show=shows/VERB/0/root the/DET/4/det friendship/NOUN/2/obj between/ADP/7/case two/NUM/7/nummod hustler=hustlers/NOUN/4/nmod :/PUNCT/10/punct naive/ADJ/10/amod Karl/PROPN/4/appos and/CCONJ/12/cc Max/PROPN/10/conj ./PUNCT/2/punct", ("Karl", "friend", "Max")),
        ("Karl/PROPN/2/nsubj become=becomes/VERB/0/root Ana/PROPN/6/nmod:poss 's/PART/3/case campaign/NOUN/6/compound manager/NOUN/2/xcomp ./PUNCT/2/punct", ("Karl", "campaign manager", "Ana Dahl")),
        ("There/PRON/2/expl be=is/VERB/0/root Ana/PROPN/7/nmod:poss ,/PUNCT/3/punct Karl/PROPN/7/nmod:poss 's/PART/5/case girlfriend/NOUN/2/nsubj ,/PUNCT/10/punct who/PRON/10/nsubj sing=sings/VERB/7/acl:relcl ./PUNCT/2/punct", ("Ana Dahl", "girlfriend", "Karl")),
        ("Max/PROPN/4/nsubj be=is/AUX/4/cop a/DET/4/det hitman/NOUN/0/root who/PRON/6/nsubj work=works/VERB/4/acl:relcl for/ADP/9/case a/DET/9/det mafioso/NOUN/6/obl name=named/VERB/9/acl Karl/PROPN/10/obj ./PUNCT/4/punct", ("Max", "employee", "Karl")),
        ("There/PRON/2/expl be=is/VERB/0/root Karl/PROPN/2/nsubj ,/PUNCT/6/punct the/DET/6/det spy/NOUN/3/appos who/PRON/8/nsubj trick=tricks/VERB/6/acl:relcl Max/PROPN/8/obj and/CCONJ/11/cc hire=hires/VERB/3/conj Paul/PROPN/11/obj ./PUNCT/2/punct", ("Karl", "employer", "Paul")),
        ("Ana/PROPN/2/nsubj tell=tells/VERB/0/root Karl/PROPN/2/iobj that/SCONJ/6/mark she/PRON/6/nsubj love=loves/VERB/2/ccomp he=him/PRON/6/obj ./PUNCT/2/punct", ("Ana Dahl", "lover", "Karl")),
        ("Paul/PROPN/2/nsubj tell=tells/VERB/0/root Ana/PROPN/2/iobj that/SCONJ/7/mark Karl/PROPN/7/nsubj have=has/AUX/7/aux kill=killed/VERB/2/ccomp Max/PROPN/7/obj ./PUNCT/2/punct", ("Karl", "killer", "Max")),
        ("Paul/PROPN/2/nsubj attempt=attempts/VERB/0/root to/PART/4/mark blackmail/VERB/2/xcomp Max/PROPN/4/obj ./PUNCT/2/punct", ("Paul", "blackmailer", "Max")),
        ("Ana/PROPN/5/nsubj and/CCONJ/3/cc Karl/PROPN/1/conj 's/PART/3/case affair/NOUN/7/nsubj:pass be=is/AUX/7/aux:pass discover=discovered/VERB/0/root ./PUNCT/7/punct", ("Ana Dahl", "lover", "Karl")),
        ("Karl/PROPN/9/nsubj and/CCONJ/3/cc Ana/PROPN/1/conj ,/PUNCT/7/punct a/DET/7/det married/ADJ/7/amod couple/NOUN/1/appos ,/PUNCT/1/punct move/VERB/0/root ./PUNCT/9/punct", ("Karl", "spouse", "Ana Dahl")),
    ],
)  # fmt: skip
def test_wordings(sentence: str, tie: tuple[str, str, str]) -> None:
    assert tie in ties(sentence)


def test_a_clause_on_one_of_two_names_is_not_on_the_other() -> None:
    sentence = (
        "They/PRON/2/nsubj hire/VERB/0/root Ana/PROPN/2/obj ,/PUNCT/8/punct who/PRON/8/nsubj be=is/AUX/8/cop Paul/PROPN/8/nmod:poss girlfriend/NOUN/3/acl:relcl "
        ",/PUNCT/11/punct and/CCONJ/11/cc Karl/PROPN/3/conj ./PUNCT/2/punct"
    )
    assert {tie for tie in ties(sentence) if "girlfriend" in tie} == {("Ana Dahl", "girlfriend", "Paul")}


def test_what_somebody_only_says_may_be_untrue() -> None:
    sentence = "Paul/PROPN/2/nsubj claim=claims/VERB/0/root that/SCONJ/6/mark Karl/PROPN/6/nsubj have=has/AUX/6/aux kill=killed/VERB/2/ccomp Max/PROPN/6/obj ./PUNCT/2/punct"
    assert not ties(sentence)


def test_a_relationship_with_a_whole_list_is_no_love() -> None:
    sentence = "Ana/PROPN/2/nsubj keep=keeps/VERB/0/root a/DET/4/det relationship/NOUN/2/obj with/ADP/6/case Karl/PROPN/4/nmod ,/PUNCT/8/punct Max/PROPN/6/conj and/CCONJ/10/cc Paul/PROPN/6/conj ./PUNCT/2/punct"
    assert not ties(sentence)


def test_never_married_is_not_married() -> None:
    sentence = "Ana/PROPN/4/nsubj:pass be=was/AUX/4/aux:pass never/ADV/4/advmod marry=married/VERB/0/root to/ADP/6/case Karl/PROPN/4/obl ./PUNCT/4/punct"
    assert not ties(sentence)


def test_whose_niece_it_is_follows_from_brothers_and_children() -> None:
    brother = "Karl/PROPN/5/nsubj be=is/AUX/5/cop Paul/PROPN/5/nmod:poss 's/PART/3/case brother/NOUN/0/root ./PUNCT/5/punct"
    daughter = "Siri/PROPN/5/nsubj be=is/AUX/5/cop Paul/PROPN/5/nmod:poss 's/PART/3/case daughter/NOUN/0/root ./PUNCT/5/punct"
    frees = "Karl/PROPN/2/nsubj free=frees/VERB/0/root his/PRON/4/nmod:poss niece/NOUN/2/obj ./PUNCT/2/punct"
    assert ("Karl", "free", "Siri") in events(story_of(brother, daughter, frees, before=[CAST]))


def test_the_family_is_those_who_bear_the_name() -> None:
    rent = "Eva/PROPN/5/nsubj and/CCONJ/3/cc Jon/PROPN/1/conj Lund/PROPN/3/flat rent=rent/VERB/0/root a/DET/7/det house/NOUN/5/obj ./PUNCT/5/punct"
    invite = "Karl/PROPN/2/nsubj invite=invites/VERB/0/root the/DET/4/det Lunds/PROPN/2/obj ./PUNCT/2/punct"
    assert ("Karl", "invite", "Eva and Jon Lund") in events(story_of(rent, invite, before=[CAST]))


def test_one_is_not_both_kin_and_spouse() -> None:
    wife = "Ana/PROPN/5/nsubj be=is/AUX/5/cop Karl/PROPN/5/nmod:poss 's/PART/3/case wife/NOUN/0/root ./PUNCT/5/punct"
    sister = "Ana/PROPN/5/nsubj be=is/AUX/5/cop Karl/PROPN/5/nmod:poss 's/PART/3/case sister/NOUN/0/root ./PUNCT/5/punct"
    assert ties(wife, wife, sister) == {("Ana Dahl", "spouse", "Karl")}


def test_a_title_that_is_a_first_name_is_somebody_where_it_acts() -> None:
    from filmdossier.annotate import annotate
    from filmdossier.model.annotations import FilmHint
    from support.prose import document

    told = "Gilda flirts with everybody. Then Gilda marries Johnny, the gambler who left her, and Johnny locks Gilda in."
    page = document("Glenn Ford plays Johnny Farrell, a gambler.", told)
    annotations = annotate(page, FilmHint(title="Gilda", year=1946))
    names = {c.value.name for c in extract(page, annotations) if isinstance(c.value, CharacterName)}
    assert "Gilda" in names


@pytest.mark.parametrize(
    ("sentence", "tie"),
    [
        ("Karl/PROPN/2/nsubj order=orders/VERB/0/root Paul/PROPN/2/obj to/PART/5/mark kill/VERB/2/xcomp Max/PROPN/5/obj ./PUNCT/2/punct", ("Karl", "enemy", "Max")),
        ("Paul/PROPN/2/nsubj avenge=avenges/VERB/0/root the/DET/4/det murder/NOUN/2/obj of/ADP/6/case Max/PROPN/4/nmod by/ADP/8/case Karl/PROPN/2/obl ./PUNCT/2/punct", ("Karl", "killer", "Max")),
        ("Paul/PROPN/2/nsubj mourn=mourns/VERB/0/root Max/PROPN/5/nmod:poss 's/PART/3/case death/NOUN/2/obj at/ADP/8/case the/DET/8/det hand=hands/NOUN/2/obl of/ADP/10/case Karl/PROPN/8/nmod ./PUNCT/2/punct", ("Karl", "killer", "Max")),
        ("Ana/PROPN/2/nsubj accept=accepts/VERB/0/root Karl/PROPN/5/nmod:poss 's/PART/3/case proposal/NOUN/2/obj ./PUNCT/2/punct", ("Ana Dahl", "fiancé", "Karl")),
        ("A/DET/2/det romance/NOUN/3/nsubj develop=develops/VERB/0/root between/ADP/5/case Ana/PROPN/3/obl and/CCONJ/7/cc Karl/PROPN/5/conj ./PUNCT/3/punct", ("Ana Dahl", "lover", "Karl")),
        ("Ana/PROPN/2/nsubj have=has/VERB/0/root a/DET/4/det crush/NOUN/2/obj on/ADP/6/case Karl/PROPN/4/nmod ./PUNCT/2/punct", ("Ana Dahl", "lover", "Karl")),
        ("Max/PROPN/3/nsubj:pass be=is/AUX/3/aux:pass hire=hired/VERB/0/root as/ADP/6/case a/DET/6/det guard/NOUN/3/obl by/ADP/8/case Karl/PROPN/6/nmod ./PUNCT/3/punct", ("Karl", "employer", "Max")),
    ],
)  # fmt: skip
def test_killings_and_bonds_told_by_nouns(sentence: str, tie: tuple[str, str, str]) -> None:
    assert tie in ties(sentence)


def test_a_man_and_a_woman_told_by_one_surname_are_married_unless_they_are_kin() -> None:
    couple = "Karl/PROPN/5/nsubj and/CCONJ/3/cc Ana/PROPN/1/conj Dahl/PROPN/3/flat arrive/VERB/0/root ./PUNCT/5/punct"
    kin = "Karl/PROPN/4/nsubj be=is/AUX/4/cop Ana/PROPN/4/nmod:poss brother/NOUN/0/root ./PUNCT/4/punct"
    assert ("Karl", "spouse", "Ana Dahl") in ties(couple)
    assert ("Karl", "spouse", "Ana Dahl") not in ties(couple, kin)


def test_a_couple_whose_surname_is_told_once_only() -> None:
    couple = "Siri/PROPN/5/nsubj and/CCONJ/3/cc Karl/PROPN/1/conj Moe/PROPN/1/flat arrive/VERB/0/root ./PUNCT/5/punct"
    assert ("Siri", "spouse", "Karl") in ties(couple)
    of_three = "Ana/PROPN/7/nsubj ,/PUNCT/3/punct Siri/PROPN/1/conj and/CCONJ/5/cc Karl/PROPN/1/conj Moe/PROPN/5/flat arrive/VERB/0/root ./PUNCT/7/punct"
    assert not ties(of_three)


def test_a_question_makes_nobody_a_killer() -> None:
    sentence = "Why/ADV/4/advmod do=did/AUX/4/aux Karl/PROPN/4/nsubj kill/VERB/0/root Max/PROPN/4/obj %s/PUNCT/4/punct"
    assert ties(sentence % ".") == {("Karl", "killer", "Max")}
    assert not ties(sentence % "?")
