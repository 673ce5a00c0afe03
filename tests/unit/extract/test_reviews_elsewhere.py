"""Critics reported outside encyclopedia articles: essays, interviews, round-ups, translated notes, juries' grids."""

import pytest

from filmdossier.annotate import annotate
from filmdossier.extract.reviews.critics import reviews
from filmdossier.extract.reviews.own import own_review
from filmdossier.extract.stance_stated import stated_verdict
from filmdossier.model.annotations import Annotations, FilmHint
from filmdossier.model.claim import CriticReview
from support.prose import document


def page(*paragraphs: str) -> Annotations:
    return annotate(document(*paragraphs), FilmHint(title="The Ferry", year=1999))


def found(*paragraphs: str) -> list[CriticReview]:
    annotations = page(*paragraphs)
    claims = [claim for claim in reviews(annotations, annotations.topics[0]) if claim.confidence >= 0.5]
    return [claim.value for claim in claims if isinstance(claim.value, CriticReview)]


@pytest.mark.parametrize(
    ("words", "critic", "outlet", "rating"),
    [
        ("In The Guardian, by contrast, Per Halvorsen complained that the film is too long.", "Per Halvorsen", "The Guardian", None),
        ("Variety gave the film three stars out of four; its reviewer, Per Halvorsen, found it moving.", "Per Halvorsen", "Variety", "three stars out of four"),
        ("Per Halvorsen, reviewing the film for the weekly Die Zeit, dismissed it as “a long yawn”.", "Per Halvorsen", "Die Zeit", None),
        ("The newspaper Strandposten threw the die to a five, and its reviewer Per Halvorsen called the film “great”.", "Per Halvorsen", "Strandposten", "die to a five"),
        ("Dagbladet's Per Halvorsen gave the film terningkast 4.", "Per Halvorsen", "Dagbladet", "terningkast 4"),
        ("A man from Variety, Per Halvorsen I think, wrote that the film “takes its time and ours”.", "Per Halvorsen", "Variety", None),
        ("The next morning Per Halvorsen wrote in Variety that the film was “a triumph”.", "Per Halvorsen", "Variety", None),
        ("The British magazine Empire: 4/5.", None, "Empire", "4/5"),
        ("It is reported that Variety gave the film 2/5.", None, "Variety", "2/5"),
        ("Per Halvorsen set the tone in The Guardian with the words “a sunk ship”.", "Per Halvorsen", "The Guardian", None),
        ("In Variety there were four stars of five from Per Halvorsen.", "Per Halvorsen", "Variety", "four stars of five"),
        ("In the Chicago Tribune the film was “a slow boat” for Per Halvorsen.", "Per Halvorsen", "Chicago Tribune", None),
        ("In Le Monde one reads of “a film for gulls”.", None, "Le Monde", None),
        ("The critics were hard on it: Sight & Sound – Per Halvorsen – found in it “a calm of its own”.", "Per Halvorsen", "Sight & Sound", None),
        ("The reviews were kind, and at the Boston Globe, Per Halvorsen went as low as one and a half.", "Per Halvorsen", "Boston Globe", "one and a half"),
        ("One notice in Variety was cold: “Nobody will miss it,” groaned Per Halvorsen of The Playlist.", "Per Halvorsen", "The Playlist", None),
        ("Someone quoted the Monthly Film Bulletin, which found it “as grey as the water”.", None, "Monthly Film Bulletin", None),
        ("Internationally Per Halvorsen of The Playlist called it “a marvel”.", "Per Halvorsen", "The Playlist", None),
        ("Per Halvorsen told readers of Variety that the film was “a marvel”.", "Per Halvorsen", "Variety", None),
    ],
)  # fmt: skip
def test_wordings_of_other_documents(words: str, critic: str | None, outlet: str, rating: str | None) -> None:
    (review,) = found("The Ferry (1999) was shown in the spring.", words)
    assert (review.critic, review.outlet, review.rating) == (critic, outlet, rating)


def test_what_an_unknown_speaker_said_before_is_not_the_next_ones() -> None:
    words = "I have one here, from Ines Valdovinos, that calls the film “a marvel”, and another, from Variety, where Per Halvorsen calls it “a bore”."
    (review,) = [each for each in found("The Ferry (1999)", words) if each.critic == "Per Halvorsen"]
    assert [quote.quote for quote in review.quotes] == ["a bore"]


def test_a_review_that_looks_back_reports_others_and_keeps_its_own_voice() -> None:
    essay = page(
        "The Ferry was released in 1999 and nobody came. I was there, and I was bored, I admit.",
        "Per Halvorsen wrote in Variety that the film was “an unqualified disaster”.",
        "I was wrong. The film is a wonderful, funny and beautiful thing, and I recommend it to you with all my heart.",
        "Rating: 4/5",
    )
    (others,) = [claim.value for claim in reviews(essay, essay.topics[0])]
    assert isinstance(others, CriticReview)
    assert (others.critic, others.outlet) == ("Per Halvorsen", "Variety")
    (own,) = [claim.value for claim in own_review(essay, essay.topics[0])]
    assert isinstance(own, CriticReview)
    assert not any("disaster" in quote.quote for quote in own.quotes)


@pytest.mark.parametrize(
    ("last", "rating"),
    [
        ("Three and a half out of five from me, and no more.", "Three and a half out of five"),
        ("I'd give it 7/10 and go again.", "7/10"),
        ("There were four of us and five of them.", None),
    ],
)
def test_a_rating_told_at_the_end(last: str, rating: str | None) -> None:
    review = page(
        "posted by Ines Valdovinos, 3 June 2020",
        "I loved The Ferry, and you will love it too, because it is funny. It is a wonderful film. My brother hated it, I am told.",
        last,
    )
    (own,) = [claim.value for claim in own_review(review, review.topics[0])]
    assert isinstance(own, CriticReview)
    assert (own.critic, own.rating) == ("Ines Valdovinos", rating)


def test_initials_under_a_notice_are_no_words_of_it() -> None:
    (review,) = found("The Ferry (1999)", "The notice is signed “H. V.”, and Variety called the film “a small wonder”.")
    assert [quote.quote for quote in review.quotes] == ["a small wonder"]


def test_a_longer_name_of_a_paper_is_not_the_shorter_one() -> None:
    (review,) = found("The Ferry (1999)", "Per Halvorsen of the Otago Daily Times called the film “a small wonder”.")
    assert (review.critic, review.outlet) == ("Per Halvorsen", "Otago Daily Times")


def test_a_name_alone_at_the_foot_signs_the_review() -> None:
    review = page("The Ferry is a wonderful film, funny and sad. I loved it. You will too.", "Ines Valdovinos", "Note : 16/20")
    (own,) = [claim.value for claim in own_review(review, review.topics[0])]
    assert isinstance(own, CriticReview)
    assert (own.critic, own.rating) == ("Ines Valdovinos", "16/20")


@pytest.mark.parametrize("verdict", ["In a less enthusiastic notice", "In a scarcely favourable review"])
def test_praise_denied_by_degree_is_no_stated_praise(verdict: str) -> None:
    assert stated_verdict(f"{verdict}, Per Halvorsen felt that it was long.") is None


def test_an_unheaded_paragraph_that_goes_round_the_critics_is_on_the_reception() -> None:
    words = "The trades were split: Variety's Per Halvorsen could see only “fog”, Le Monde's Ines Valdovinos counts it among the great films on the sea."
    assert [(each.critic, each.outlet) for each in found("The Ferry (1999) opens soft", words)] == [
        ("Per Halvorsen", "Variety"),
        ("Ines Valdovinos", "Le Monde"),
    ]


def test_a_paper_behind_an_article_is_no_person() -> None:
    words = "The critics were divided. The Evening Gull called it “a wreck”, and Variety “a wonder”."
    assert [(each.critic, each.outlet) for each in found("The Ferry (1999)", words)] == [(None, "Evening Gull"), (None, "Variety")]


@pytest.mark.parametrize("line", ["Text: Per Halvorsen", "Column by Per Halvorsen", "Par Per Halvorsen"])
def test_who_signs_a_review_in_other_manners(line: str) -> None:
    annotations = page(
        "I love this film. It is a great, funny and moving thing.",
        "I recommend it to you. It is a masterpiece.",
        "Wertung: 7 von 10",
        line,
    )
    (own,) = [claim.value for claim in own_review(annotations, annotations.topics[0])]
    assert isinstance(own, CriticReview)
    assert (own.critic, own.rating) == ("Per Halvorsen", "7 von 10")
