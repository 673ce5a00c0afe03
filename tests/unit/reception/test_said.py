"""What critics said: counted over reviews, each part of the sentence on its passages, nothing invented."""

from filmdossier.model.claim import Aspect, AspectMention
from filmdossier.model.reception import Review
from filmdossier.model.text import Evidence, Span
from filmdossier.reception.said import what_was_said

TEXT = "The action scenes thrill. The chases are superb. The characters are thin. The music soars."


def cited(words: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence(document="d", span=Span(start, start + len(words)), quote=words)


def mention(words: str, kind: Aspect | None) -> AspectMention:
    return AspectMention(aspect=words, evidence=(cited(words),), kind=kind)


def review(praised: tuple[AspectMention, ...] = (), criticised: tuple[AspectMention, ...] = ()) -> Review:
    return Review(
        critic=None,
        outlet=None,
        rating=None,
        stance=None,
        stance_probability=None,
        stance_origin=None,
        quotes=(),
        praised=praised,
        criticised=criticised,
        published=None,
        own=False,
        evidence=(cited("The action scenes thrill."),),
    )


SCENES, CHASES = mention("action scenes", Aspect.ACTION), mention("chases", Aspect.ACTION)
THIN, MUSIC = mention("characters", Aspect.CHARACTERS), mention("music", Aspect.MUSIC)


def test_reviews_are_counted_and_not_phrases() -> None:
    said = what_was_said([review((SCENES, CHASES), (THIN,)), review((CHASES,)), review()])
    assert said.reviews == 3
    action, characters = said.aspects
    assert (action.aspect, action.praised_by, action.criticised_by) == (Aspect.ACTION, 2, 0)
    assert (characters.aspect, characters.praised_by, characters.criticised_by) == (Aspect.CHARACTERS, 0, 1)
    assert [words.review for words in action.praised] == [0, 0, 1]


def test_the_sentence_is_made_of_counts_and_cites_each() -> None:
    said = what_was_said([review((SCENES, CHASES), (THIN,)), review((CHASES,)), review()])
    sentence = "".join(part.words for part in said.summary)
    assert sentence == "Of 3 reviews, 2 praise the action (action scenes, chases); 1 criticises the characters."
    stated = [part for part in said.summary if part.evidence]
    assert [part.words.split()[0] for part in stated] == ["2", "1"]
    assert {evidence.quote for evidence in stated[0].evidence} == {"action scenes", "chases"}
    assert not any(word in sentence for word in ("most", "many", "critics"))


def test_a_review_printed_twice_counts_once() -> None:
    said = what_was_said([review((MUSIC,)), review((MUSIC,))], counted=[0])
    assert said.reviews == 1
    assert said.aspects[0].praised_by == 1


def test_silence_makes_no_sentence() -> None:
    assert what_was_said([review(), review()]).summary == ()
    assert what_was_said([review((mention("thrill", None),))]).aspects == ()
    assert what_was_said([]).summary == ()
