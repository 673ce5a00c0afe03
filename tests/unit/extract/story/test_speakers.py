"""Who says "I" and who is meant by "you", on hand-made trees."""

from filmdossier.extract.story.coreference import Coreference
from filmdossier.extract.story.grammar import trees
from filmdossier.extract.story.persons import Person, Persons
from support.grammar import story_of

ANA_SPEAKS = (
    "“/PUNCT/3/punct I/PRON/3/nsubj see=saw/VERB/7/ccomp you/PRON/3/obj ,/PUNCT/3/punct ”/PUNCT/3/punct say=said/VERB/0/root "
    "Ana/PROPN/7/nsubj to/ADP/10/case Peter/PROPN/7/obl ./PUNCT/7/punct"
)
PETER_ASKS = "“/PUNCT/4/punct where/ADV/4/advmod be=were/AUX/4/cop you/PRON/0/root ?/PUNCT/4/punct ”/PUNCT/4/punct"


def meant(*sentences: str, narrator: Person | None = None) -> list[tuple[str, str]]:
    """Each word for a person with who is meant, in text order."""
    annotations = story_of(*sentences)
    first = annotations.words[0].span.start
    story = list(trees(annotations, [one for one in annotations.sentences if one.span.start >= first]))
    found = Coreference(annotations, story, Persons(), narrator=narrator).people
    return [(story[number][1].surface(index), person.text) for (number, index), person in sorted(found.items())]


def test_i_in_a_quotation_is_who_says_it_and_you_is_to_whom() -> None:
    assert meant(ANA_SPEAKS) == [("I", "Ana"), ("you", "Peter"), ("Ana", "Ana"), ("Peter", "Peter")]


def test_the_noun_behind_the_verb_speaks_whatever_the_parser_says() -> None:
    misread = ANA_SPEAKS.replace("Ana/PROPN/7/nsubj", "Ana/PROPN/7/iobj")
    assert ("I", "Ana") in meant(misread)
    assert ("you", "Peter") in meant(misread)


def test_a_line_without_a_verb_of_saying_is_the_other_ones() -> None:
    rain = "the/DET/2/det rain/NOUN/3/nsubj stop=stopped/VERB/0/root ./PUNCT/3/punct"
    assert meant(ANA_SPEAKS, rain, rain, PETER_ASKS)[-1] == ("you", "Ana")


def test_i_outside_quotations_is_the_narrator_if_there_is_one() -> None:
    told = "I/PRON/2/nsubj meet=met/VERB/0/root Ana/PROPN/2/obj on/ADP/6/case my/PRON/6/nmod:poss boat/NOUN/2/obl ./PUNCT/2/punct"
    teller = Person(name="the narrator")
    assert ("I", "the narrator") in meant(told, narrator=teller)
    assert ("my", "the narrator") in meant(told, narrator=teller)


def test_a_critic_who_says_i_is_nobody_of_the_story() -> None:
    told = "I/PRON/2/nsubj like=liked/VERB/0/root Ana/PROPN/2/obj ./PUNCT/2/punct"
    assert all(surface not in ("I", "my") for surface, _ in meant(told))


def test_a_name_with_a_title_is_known_by_the_noun() -> None:
    named = "Dr./PROPN/3/nsubj Holt/PROPN/1/flat leave=left/VERB/0/root ./PUNCT/3/punct"
    noun = "the/DET/2/det doctor/NOUN/3/nsubj return=returned/VERB/0/root ./PUNCT/3/punct"
    assert ("doctor", "Dr. Holt") in meant(named, noun)


def test_the_wife_of_mr_is_mrs() -> None:
    told = "Mr./PROPN/3/nsubj Brook/PROPN/1/flat meet=met/VERB/0/root Mrs./PROPN/3/obj Brook/PROPN/4/flat ./PUNCT/3/punct"
    wife = "Mr./PROPN/4/nmod:poss Brook/PROPN/1/flat 's/PART/1/case wife/NOUN/5/nsubj laugh=laughed/VERB/0/root ./PUNCT/5/punct"
    assert ("wife", "Mrs. Brook") in meant(told, wife)
