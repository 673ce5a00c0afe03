"""Whose words they are, where a sentence names several people, and which words are of another film."""

import pytest

from filmdossier.extract.reviews.critics import reviews
from filmdossier.model.claim import CriticReview, Stance
from support.claims import claims_of

LEAD = "'''''The Ferry''''' is a 1999 American film directed by [[Una Brandt]].\n\n== Reception ==\n"


def found(body: str) -> dict[str, CriticReview]:
    claims = claims_of(reviews, f"{LEAD}{body}\n")
    values = [claim.value for claim in claims if isinstance(claim.value, CriticReview) and claim.confidence >= 0.5]
    return {value.critic or value.outlet or "": value for value in values}


def said(review: CriticReview) -> list[str]:
    return [quote.quote for quote in review.quotes]


@pytest.mark.parametrize(
    ("body", "critic", "outlet"),
    [
        ('Per Halvorsen, whose column ran in the Chicago Tribune, panned it: "Fog."', "Per Halvorsen", "Chicago Tribune"),
        ('Per Halvorsen, the poet, wrote in Die Welt: "A true film."', "Per Halvorsen", "Die Welt"),
        ("Per Halvorsen, long of The New Republic, found it cloying.", "Per Halvorsen", "The New Republic"),
        ('Ines Valdovinos, in her 2.5/5 review in The Indian Express, wrote: "Too long."', "Ines Valdovinos", "The Indian Express"),
        ("In the New Statesman, Per Halvorsen was won over by the harbour.", "Per Halvorsen", "New Statesman"),
        ("Per Halvorsen's review in Variety was unkind.", "Per Halvorsen", "Variety"),
        ("A critic based at Rediff rated the film three out of five stars.", None, "Rediff"),
        ("On the website IndieWire, an anonymous writer gave it an F.", None, "IndieWire"),
        ('"It is a masterpiece," says Per Halvorsen.', "Per Halvorsen", None),
        ('For New Times magazine, Per Halvorsen wrote that it was "a fine film".', "Per Halvorsen", "New Times"),
    ],
)
def test_who_and_where(body: str, critic: str | None, outlet: str | None) -> None:
    (review,) = found(body).values()
    assert (review.critic, review.outlet) == (critic, outlet)


def test_she_is_whom_the_sentence_names() -> None:
    reviewed = found(
        '"A fine debut", said Per Halvorsen\'s review for Variety. The author Ines Valdovinos, who grew up there, objected in The Guardian that no '
        'ferry ran; still, she called it "a superb film".'
    )
    assert said(reviewed["Per Halvorsen"]) == ["A fine debut"]
    assert (reviewed["Ines Valdovinos"].outlet, said(reviewed["Ines Valdovinos"])) == ("The Guardian", ["a superb film"])


def test_words_before_the_next_speaker_are_the_last_ones() -> None:
    reviewed = found(
        'Ines Valdovinos remarked in her column: "I said, \'the best film I saw.\'" Per Halvorsen, reviewing it in Variety, wrote, "Dull."'
    )
    assert said(reviewed["Per Halvorsen"]) == ["Dull."]


def test_respectively() -> None:
    reviewed = found("Empire's Per Halvorsen and Total Film's Ines Valdovinos gave it 5/5 and 4/5 respectively.")
    assert {name: review.rating for name, review in reviewed.items()} == {"Per Halvorsen": "5/5", "Ines Valdovinos": "4/5"}


def test_words_on_another_film_are_left_out() -> None:
    reviewed = found(
        "Per Halvorsen of Variety praised the film, less than her earlier ''Lighthouse'', which he had called \"a miracle\".\n\n"
        "Ines Valdovinos of The Guardian called ''The Ferry'' \"a slow boat\"."
    )
    assert said(reviewed["Per Halvorsen"]) == []
    assert said(reviewed["Ines Valdovinos"]) == ["a slow boat"]


def test_the_name_of_a_song_is_no_quotation() -> None:
    reviewed = found('Per Halvorsen of Variety praised the song "Harbour Lights" and called the film "a pleasure".')
    assert said(reviewed["Per Halvorsen"]) == ["a pleasure"]


def test_the_films_producer_is_no_critic() -> None:
    assert not found('Producer Per Halvorsen said he was "never prouder of a film".')


def test_a_surname_alone_counts_with_a_rating() -> None:
    reviewed = found('Valdovinos awarded the film four stars and wrote that it was "a great film".')
    assert reviewed["Valdovinos"].rating == "four stars"


def test_footnotes_do_not_run_critics_together() -> None:
    reviewed = found('Per Halvorsen of Variety wrote, "It drags."[2] In The Guardian, Ines Valdovinos called it "a wonder".[3]')
    assert (said(reviewed["Per Halvorsen"]), said(reviewed["Ines Valdovinos"])) == (["It drags."], ["a wonder"])
    assert reviewed["Ines Valdovinos"].outlet == "The Guardian"


def test_what_was_blamed_is_not_praised() -> None:
    (review,) = found("Variety's Per Halvorsen praised the zither and blamed the plot.").values()
    assert ([a.aspect for a in review.praised], [a.aspect for a in review.criticised]) == (["zither"], ["plot"])


@pytest.mark.parametrize(
    ("body", "critic", "outlet"),
    [
        (
            'Per Halvorsen, looking back on it in The Observer in 2010, called it "a horror film without a monster".',
            "Per Halvorsen",
            "The Observer",
        ),
        ('Per Halvorsen, in his capsule for the Chicago Reader, wrote that it was "daring".', "Per Halvorsen", "Chicago Reader"),
        ('According to Variety, "it is a film that plays its audience like a piano".', None, "Variety"),
        ("The Western Encyclopedia of Film loves it.", None, "The Western Encyclopedia of Film"),
        ('Variety\'s man in Kansas, who saw it twice, thought it "creditable".', None, "Variety"),
        (
            'Only The Observer could not be moved; Per Halvorsen there found the acting "amateurish".',
            "Per Halvorsen",
            "The Observer",
        ),
        ('Critic and filmmaker Per Halvorsen called it "a great film".', "Per Halvorsen", None),
        ("Filmmaker Per Halvorsen criticized the film in an open letter as dishonest.", "Per Halvorsen", None),
    ],
)
def test_who_else_and_where(body: str, critic: str | None, outlet: str | None) -> None:
    assert [(review.critic, review.outlet) for review in found(body).values()] == [(critic, outlet)]


@pytest.mark.parametrize(
    "body",
    [
        'In 2013 the filmmaker Per Halvorsen called it "the summit of our cinema".',
        'Actress Ines Valdovinos called it "a brilliant film".',
        'Martin Scorsese called it "a masterpiece".',
    ],
)
def test_praise_from_people_who_make_films_is_no_review(body: str) -> None:
    assert found(body) == {}


def test_an_episode_of_a_series_is_no_place_to_write_in() -> None:
    (review,) = found(
        'Per Halvorsen, three stars, compared it with an episode of The Hollow Hour and found it "absorbing".'
    ).values()
    assert (review.critic, review.outlet, review.rating) == ("Per Halvorsen", None, "three stars")


def test_what_the_disc_is_given_is_not_the_films() -> None:
    (review,) = found('Per Halvorsen of Variety gave the disc edition four stars; the film he called "a fine melodrama".').values()
    assert (review.rating, said(review)) == (None, ["a fine melodrama"])


@pytest.mark.parametrize(
    ("body", "critics"),
    [
        ("It was praised by both Per Halvorsen and Ines Valdovinos.", ["Per Halvorsen", "Ines Valdovinos"]),
        ('In the opinion of Per Halvorsen, the picture is "a great and paranoid film".', ["Per Halvorsen"]),
        ('Film scholar Ines Valdovinos describes the last shot as "the most quoted gesture of its time".', ["Ines Valdovinos"]),
        (
            "Per Halvorsen praised it in The Observer in 2013, and an essay in Variety argued that it is a great film.",
            ["Per Halvorsen", "Variety"],
        ),
    ],
)
def test_critics_named_in_further_ways(body: str, critics: list[str]) -> None:
    assert list(found(body)) == critics


def test_a_rating_after_a_comma_belongs_to_the_publication() -> None:
    review = found('Variety called it "dull". Empire, 2/5: "Ambitious, and how."')["Empire"]
    assert (review.outlet, review.rating, said(review)) == ("Empire", "2/5", ["Ambitious, and how."])


def test_a_rating_told_without_a_word_of_judgement_is_left_to_count_by_itself() -> None:
    (review,) = found("Per Halvorsen's guide gives it three out of four stars.").values()
    assert (review.rating, review.stance) == ("three out of four stars", Stance.POSITIVE)
