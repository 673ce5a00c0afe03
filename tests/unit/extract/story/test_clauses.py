"""Who does what to whom, read from hand-made trees."""

import pytest

from filmdossier.extract.story.clauses import Clauses
from filmdossier.extract.story.grammar import Tree
from support.grammar import parsed

Read = tuple[tuple[str, ...], str, tuple[str, ...]]


def clauses(sentence: str, *, all_of_them: bool = False) -> list[Read]:
    """Agents, deed and patients of the clauses that happen."""
    text, words = parsed(sentence)
    tree = Tree(words, 0, text)
    return [
        (tuple(map(tree.surface, clause.agents)), clause.lemma, tuple(map(tree.surface, clause.patients)))
        for clause in Clauses(tree)
        if all_of_them or (clause.real and not clause.negated)
    ]


def test_subject_verb_and_object() -> None:
    assert clauses("Ana/PROPN/2/nsubj shoot=shoots/VERB/0/root Per/PROPN/2/obj") == [(("Ana",), "shoot", ("Per",))]


def test_joined_verbs_share_their_subject() -> None:
    sentence = "Ana/PROPN/2/nsubj find=finds/VERB/0/root Per/PROPN/2/obj and/CCONJ/5/cc flee=flees/VERB/2/conj"
    assert clauses(sentence) == [(("Ana",), "find", ("Per",)), (("Ana",), "flee", ())]


def test_a_passive_is_turned_round() -> None:
    sentence = "Per/PROPN/3/nsubj:pass be=is/AUX/3/aux:pass shoot=shot/VERB/0/root by/ADP/5/case Ana/PROPN/3/obl:agent"
    assert clauses(sentence) == [(("Ana",), "shoot", ("Per",))]


def test_a_passive_without_a_doer() -> None:
    assert clauses("Per/PROPN/3/nsubj:pass be=is/AUX/3/aux:pass arrest=arrested/VERB/0/root") == [((), "arrest", ("Per",))]


def test_a_relative_clause_takes_its_antecedent() -> None:
    who = "the/DET/2/det man/NOUN/0/root who/PRON/4/nsubj kill=kills/VERB/2/acl:relcl Per/PROPN/4/obj"
    assert clauses(who) == [(("man",), "kill", ("Per",))]
    gap = "the/DET/2/det man/NOUN/0/root she/PRON/4/nsubj love=loved/VERB/2/acl:relcl"
    assert clauses(gap, all_of_them=True) == [(("she",), "love", ("man",))]


def test_a_participle_belongs_to_the_noun_or_to_the_subject() -> None:
    captured = "Ana/PROPN/0/root ,/PUNCT/3/punct capture=captured/VERB/1/acl by/ADP/5/case soldier=soldiers/NOUN/3/obl:agent"
    assert clauses(captured) == [(("soldiers",), "capture", ("Ana",))]
    killing = "Ana/PROPN/2/nsubj shoot=shoots/VERB/0/root ,/PUNCT/4/punct kill=killing/VERB/2/advcl Per/PROPN/4/obj"
    assert clauses(killing) == [(("Ana",), "shoot", ()), (("Ana",), "kill", ("Per",))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana/PROPN/4/nsubj do=does/AUX/4/aux not/PART/4/advmod kill/VERB/0/root Per/PROPN/4/obj",
        "Ana/PROPN/3/nsubj never/ADV/3/advmod meet=meets/VERB/0/root Per/PROPN/3/obj",
        "Ana/PROPN/3/nsubj could/AUX/3/aux kill/VERB/0/root Per/PROPN/3/obj",
        "nobody/PRON/2/nsubj kill=kills/VERB/0/root Per/PROPN/2/obj",
    ],
)
def test_what_is_denied_or_only_possible_does_not_happen(sentence: str) -> None:
    assert clauses(sentence) == []


def test_an_attempt_is_no_deed() -> None:
    sentence = "Ana/PROPN/2/nsubj try=tries/VERB/0/root to/PART/4/mark kill/VERB/2/xcomp Per/PROPN/4/obj"
    assert clauses(sentence) == [(("Ana",), "try to kill", ("Per",))]


def test_choosing_not_to_is_no_event() -> None:
    sentence = (
        "Ana/PROPN/2/nsubj choose=chooses/VERB/0/root not/PART/5/advmod to/PART/5/mark attempt/VERB/2/xcomp "
        "to/PART/7/mark kill/VERB/5/xcomp Per/PROPN/7/obj"
    )
    assert clauses(sentence) == []


def test_a_wish_is_no_event_and_has_none_under_it() -> None:
    sentence = "Ana/PROPN/2/nsubj want=wants/VERB/0/root to/PART/4/mark kill/VERB/2/xcomp Per/PROPN/4/obj"
    assert [deed for _, deed, _ in clauses(sentence)] == ["want"]  # the state, which events leave out


def test_beginning_and_managing_pass_the_deed_on() -> None:
    sentence = "Ana/PROPN/2/nsubj manage=manages/VERB/0/root to/PART/4/mark escape/VERB/2/xcomp"
    assert (("Ana",), "escape", ()) in clauses(sentence)


def test_who_is_forced_does_it() -> None:
    sentence = "Ana/PROPN/2/nsubj force=forces/VERB/0/root Per/PROPN/2/obj to/PART/5/mark pay/VERB/2/xcomp"
    assert clauses(sentence) == [(("Ana",), "force", ("Per",)), (("Per",), "pay", ())]


def test_who_is_asked_need_not_do_it() -> None:
    sentence = "Ana/PROPN/2/nsubj ask=asks/VERB/0/root Per/PROPN/2/obj to/PART/5/mark pay/VERB/2/xcomp"
    assert clauses(sentence) == [(("Ana",), "ask", ("Per",))]


def test_what_is_learned_has_happened_and_what_is_said_need_not() -> None:
    learned = (
        "Ana/PROPN/2/nsubj learn=learns/VERB/0/root that/SCONJ/5/mark Per/PROPN/5/nsubj steal=stole/VERB/2/ccomp it/PRON/5/obj"
    )
    assert (("Per",), "steal", ("it",)) in clauses(learned)
    said = learned.replace("learn=learns", "claim=claims")
    assert (("Per",), "steal", ("it",)) not in clauses(said)


def test_a_purpose_is_no_event_unless_it_is_how_things_turn_out() -> None:
    purpose = "Ana/PROPN/2/nsubj return=returns/VERB/0/root to/PART/4/mark find/VERB/2/advcl Per/PROPN/4/obj"
    assert clauses(purpose) == [(("Ana",), "return", ())]
    outcome = "Ana/PROPN/2/nsubj return=returns/VERB/0/root only/ADV/5/advmod to/PART/5/mark find/VERB/2/advcl Per/PROPN/5/obj"
    assert (("Ana",), "find", ("Per",)) in clauses(outcome)


def test_particles_prepositions_and_nouns_make_one_verb() -> None:
    kick = "Ana/PROPN/2/nsubj kick=kicks/VERB/0/root out/ADP/2/compound:prt Per/PROPN/2/obj"
    assert clauses(kick) == [(("Ana",), "kick out", ("Per",))]
    into = "Ana/PROPN/2/nsubj break=breaks/VERB/0/root into/ADP/5/case the/DET/5/det vault/NOUN/2/obl"
    assert clauses(into) == [(("Ana",), "break into", ("vault",))]
    suicide = "Ana/PROPN/2/nsubj commit=commits/VERB/0/root suicide/NOUN/2/obj"
    assert clauses(suicide) == [(("Ana",), "commit suicide", ())]
    love = "Ana/PROPN/2/nsubj fall=falls/VERB/0/root in/ADP/4/case love/NOUN/2/obl with/ADP/6/case Per/PROPN/4/nmod"
    assert clauses(love) == [(("Ana",), "fall in love with", ("Per",))]


def test_all_of_a_joined_subject_act() -> None:
    sentence = "Ana/PROPN/4/nsubj and/CCONJ/3/cc Per/PROPN/1/conj escape=escape/VERB/0/root"
    assert clauses(sentence) == [(("Ana", "Per"), "escape", ())]


def test_a_loop_that_a_parser_made_ends() -> None:
    sentence = "Ana/PROPN/2/nsubj go=goes/VERB/3/conj come=comes/VERB/2/conj"
    assert [deed for _, deed, _ in clauses(sentence, all_of_them=True)] == ["go", "come"]
