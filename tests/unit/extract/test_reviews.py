"""Critics' reviews as articles report them: who, where, how many stars, in which words.

The films and publications are real, the critics and their sentences invented, but for the shapes of the sentences.
"""

import pytest

from filmdossier.extract.reviews.critics import reviews
from filmdossier.extract.reviews.signed import signed_reviews
from filmdossier.model.claim import CriticReview, Stance
from support.claims import claims_of

LEAD = (
    "{{Infobox film|name=Desperado|director=Robert Rodriguez|starring=Antonio Banderas}}\n"
    "'''''Desperado''''' is a 1995 American film directed by Robert Rodriguez.\n\n"
)


def found(body: str, heading: str = "Critical response") -> list[CriticReview]:
    page = f"{LEAD}== {heading} ==\nThe film opened in August.\n\n{body}\n"
    claims = [*claims_of(reviews, page), *claims_of(signed_reviews, page)]
    return [claim.value for claim in claims if isinstance(claim.value, CriticReview) and claim.confidence >= 0.5]


def quotes(review: CriticReview) -> list[str]:
    return [quote.quote for quote in review.quotes]


@pytest.mark.parametrize(
    ("body", "critic", "outlet"),
    [
        ('Ines Valdovinos of ''Variety'' wrote that it was "a lively if shallow entertainment."', "Ines Valdovinos", "Variety"),
        ('A. H. Halvorsen of The New York Times called it "thin".', "A. H. Halvorsen", "The New York Times"),
        ("Variety's Per Halvorsen deemed it \"glossy but empty\".", "Per Halvorsen", "Variety"),
        ("The Los Angeles Times' Per Halvorsen called it \"an engaging trifle\".", "Per Halvorsen", "The Los Angeles Times"),
        ('The New York Times critic Per Halvorsen said it was "a lovely, melancholy film".', "Per Halvorsen", "The New York Times"),
        ('Writing for The Guardian, Ines Valdovinos found it "numbing".', "Ines Valdovinos", "The Guardian"),
        ('In his review for IndieWire, Per Halvorsen praised the action.', "Per Halvorsen", "IndieWire"),
        ('In her New York Times review, Ines Valdovinos thought it "brutish".', "Ines Valdovinos", "New York Times"),
        ('In The Village Voice, film critic Per Halvorsen wrote, "It has no soul."', "Per Halvorsen", "The Village Voice"),
        ('Ines Valdovinos, writing in The New Yorker, dismissed the film as "a bad joke".', "Ines Valdovinos", "The New Yorker"),
        ('Per Halvorsen, chief film critic at Variety, noted: "It is too neat by half."', "Per Halvorsen", "Variety"),
        ('Per Halvorsen wrote in The Observer that it was "a cracking yarn".', "Per Halvorsen", "The Observer"),
        ('Per Halvorsen (The Times) found it "numbing".', "Per Halvorsen", "The Times"),
        ("Per Halvorsen's review in Empire was enthusiastic.", "Per Halvorsen", "Empire"),
        ('"Noisy, silly, joyful," wrote Per Halvorsen of The Washington Post.', "Per Halvorsen", "The Washington Post"),
        ('The film was panned by Per Halvorsen of Time Out, who called it "tedious nonsense".', "Per Halvorsen", "Time Out"),
        ('The film received a favorable review from Ines Valdovinos of Variety, who called it "sweet".', "Ines Valdovinos", "Variety"),
        ('Critic Ines Valdovinos in the Harbour Gazette called it "a disappointment".', "Ines Valdovinos", "Harbour Gazette"),
        ('The staff at Variety wrote, "A tense piece."', None, "Variety"),
        ("A reviewer for The Sydney Morning Herald considered it \"too long by half\".", None, "The Sydney Morning Herald"),
        ('The Time Out Film Guide noted the film\'s "seedy glamour".', None, "Time Out Film Guide"),
        ('Time magazine called it "an odd little movie".', None, "Time"),
        ('"Loud and long," said Variety.', None, "Variety"),
        ('A contemporary review in Variety noted "fine trick photography".', None, "Variety"),
        ('Screen Lantern Weekly called it "uneven".', None, "Screen Lantern Weekly"),
        ('According to Per Halvorsen of the Chicago Reader, the film is "a small triumph".', "Per Halvorsen", "Chicago Reader"),
    ],
)  # fmt: skip
def test_who_and_where(body: str, critic: str | None, outlet: str | None) -> None:
    assert [(review.critic, (review.outlet or "").removeprefix("The ")) for review in found(body)] == [
        (critic, (outlet or "").removeprefix("The "))
    ]


@pytest.mark.parametrize(
    ("body", "critic", "outlet", "rating", "quote"),
    [
        ('Ines Valdovinos panned it in The New York Times as "a dreary little tale".', "Ines Valdovinos", "The New York Times", None, "a dreary little tale"),
        ('Ines Valdovinos gave it three and a half stars out of four in the Chicago Tribune.', "Ines Valdovinos", "Chicago Tribune", "three and a half stars out of four", None),
        ('Ines Valdovinos gave the film 1.5/4 stars in her review for RogerEbert.com.', "Ines Valdovinos", "RogerEbert.com", "1.5/4 stars", None),
        ('Time Out awarded the film four stars, with Ines Valdovinos describing it as "a lost classic".', "Ines Valdovinos", "Time Out", "four stars", "a lost classic"),
        ('It got a C+ from Entertainment Weekly, whose critic Ines Valdovinos said it was "all surface".', "Ines Valdovinos", "Entertainment Weekly", "C+", "all surface"),
        ('Ines Valdovinos, also of The Hindu, said that "it is a mixed bag".', "Ines Valdovinos", "The Hindu", None, "it is a mixed bag"),
        ('Ines Valdovinos writes that it "resists closure" (Senses of Cinema).', "Ines Valdovinos", "Senses of Cinema", None, "resists closure"),
        ('Ines Valdovinos, The Washington Post: "A film of stature."', "Ines Valdovinos", "The Washington Post", None, "A film of stature."),
        ('"He gives the performance of his life" (Ines Valdovinos, Los Angeles Times).', "Ines Valdovinos", "Los Angeles Times", None, "He gives the performance of his life"),
        ('Newsweek: "A charmer."', None, "Newsweek", None, "A charmer."),
        ('The Lisbon-based website Filmgrip found the film "likable".', None, "Filmgrip", None, "likable"),
        ("Idlebrain.com's Jeevi gave the film a rating of 3/5.", "Jeevi", "Idlebrain.com", "3/5", None),
        ("Harbour Gazette's reviewer praised the film's visuals.", None, "Harbour Gazette", None, None),
        ('Critic Ines Valdovinos called the film "a minor classic" in her book Cult Movies.', "Ines Valdovinos", "Cult Movies", None, "a minor classic"),
    ],
)  # fmt: skip
def test_further_wordings(body: str, critic: str | None, outlet: str, rating: str | None, quote: str | None) -> None:
    (review,) = found(body)
    assert (review.critic, (review.outlet or "").removeprefix("The "), review.rating) == (
        critic,
        outlet.removeprefix("The "),
        rating,
    )
    assert quotes(review)[:1] == ([quote] if quote else [])


def test_reviewers_joined_by_and_share_their_words() -> None:
    first, second = found("Per Halvorsen of The Nation and Ines Valdovinos of Variety both admired the film.")
    assert [(r.critic, r.outlet) for r in (first, second)] == [("Per Halvorsen", "The Nation"), ("Ines Valdovinos", "Variety")]


def test_another_clause_keeps_its_own_publication() -> None:
    first, second = found("Per Halvorsen of Empire admired the film; Ines Valdovinos dismissed it in Variety.")
    assert [(r.critic, r.outlet) for r in (first, second)] == [("Per Halvorsen", "Empire"), ("Ines Valdovinos", "Variety")]


@pytest.mark.parametrize(
    ("body", "rating"),
    [
        ("Per Halvorsen of Empire gave the film three out of five stars, calling it slight.", "three out of five stars"),
        ('Per Halvorsen of Empire gave it a grade of "B+".', "B+"),
        ("Per Halvorsen of Empire rated the film a B-, and found it dull.", "B-"),
        ("Per Halvorsen of Empire gave it a half-star out of four.", "half-star out of four"),
        ("Per Halvorsen of Empire awarded it ★★★½.", "★★★½"),
        ("Per Halvorsen of Empire awarded it 3,5/5.", "3,5/5"),
        ("Per Halvorsen of Empire gave the film a full four stars.", "four stars"),
        ('Per Halvorsen of Empire praised it: "Two stars turn in top work."', None),
        ("Per Halvorsen of Empire said that one out of three scenes was dull.", None),
    ],
)
def test_the_rating_as_written(body: str, rating: str | None) -> None:
    assert [review.rating for review in found(body)] == [rating]


def test_a_similar_rating_is_the_one_before() -> None:
    first, second = found(
        "Per Halvorsen of Empire gave it 3 out of 5. Ines Valdovinos of Variety gave the film a similar rating and praised the music."
    )
    assert (first.rating, second.rating) == ("3 out of 5", "3 out of 5")


def test_a_quotation_stays_with_its_critic() -> None:
    first, second = found(
        'Ines Valdovinos of Variety called it "a feast", while Per Halvorsen of Empire found it "a famine". "It is too long," he added.'
    )
    assert (quotes(first), quotes(second)) == (["a feast"], ["a famine", "It is too long"])


def test_quotations_before_and_after_a_passive() -> None:
    first, second = found('The film was called "a feast" by Ines Valdovinos of Variety and "a famine" by Per Halvorsen of Empire.')
    assert (first.critic, quotes(first), second.critic, quotes(second)) == (
        "Ines Valdovinos",
        ["a feast"],
        "Per Halvorsen",
        ["a famine"],
    )


def test_an_interrupted_quotation_is_two() -> None:
    (review,) = found('"It is big," wrote Ines Valdovinos of Variety, "and it is daft."')
    assert quotes(review) == ["It is big", "and it is daft."]


def test_the_next_sentences_belong_to_the_same_review() -> None:
    (review,) = found(
        'Ines Valdovinos of Variety found the film "too loud". She praised Banderas. The critic concluded that it was "a missed chance". Valdovinos also called it "long".'
    )
    assert quotes(review) == ["too loud", "a missed chance", "long"]
    assert review.critic == "Ines Valdovinos"


def test_a_block_quotation_belongs_to_whom_announced_it() -> None:
    (review,) = found("Per Halvorsen of Empire wrote:\n{{quote|It is big and it is daft. Nobody will mind.}}")
    assert quotes(review)[0] == "It is big and it is daft. Nobody will mind."


def test_slid_marks_go_back() -> None:
    first, second = found(
        'Ines Valdovinos of Variety wrote that it "could hardly be louder.\n"[8] Per Halvorsen of Empire rated the film "B" and praised the stunts despite the lack of plot.\n[18]'
    )
    assert (quotes(first), first.rating) == (["could hardly be louder."], None)
    assert (quotes(second), second.rating) == ([], "B")
    assert [aspect.aspect for aspect in second.praised] == ["stunts"]
    assert [aspect.aspect for aspect in second.criticised] == ["plot"]


def test_the_outlet_of_the_reference_that_bears_the_name() -> None:
    (review,) = found(
        'Per Halvorsen called it "a feast".<ref>{{cite web|last=Halvorsen|first=Per|title=Guns and guitars|work=Nordlys}}</ref>'
    )
    assert (review.critic, review.outlet) == ("Per Halvorsen", "Nordlys")


def test_no_publisher_of_a_book_is_an_outlet() -> None:
    (review,) = found(
        'Critic Per Halvorsen called it "a feast".<ref>{{cite book|last=Halvorsen|first=Per|title=Border Films|publisher=Lantern University Press}}</ref>'
    )
    assert review.outlet is None


def test_several_publications_of_one_sentence() -> None:
    assert [
        review.outlet
        for review in found("Critics from Variety, Empire and IndieWire each described it as the best film of the year.")
    ] == ["Variety", "Empire", "IndieWire"]


@pytest.mark.parametrize(
    "body",
    [
        "Variety reported that the film earned $2 million in its first week.",
        'Robert Rodriguez said that the shoot "was the hardest thing I ever did".',
        'In an interview with The Guardian, Banderas said that the shoot was "a nightmare".',
        "The film was nominated for Best Picture by the Boston Society of Film Critics.",
        "Critics praised the film for its photography.",
        "The film opened at number one, according to Box Office Mojo.",
        'On Rotten Tomatoes it holds 70%, and the consensus reads, "More bullets than plot."',
        'The novel was described by The New York Times as "a small masterpiece".',
        'Allmusic\'s Per Halvorsen wrote of the soundtrack album that it was "a feast".',
    ],
)
def test_what_is_no_review_of_the_film(body: str) -> None:
    assert found(body) == []


def test_a_review_of_the_album_under_its_own_heading() -> None:
    assert found('Per Halvorsen of Empire called it "a feast".', "Soundtrack") == []


def test_no_review_in_the_plot() -> None:
    assert found('Bucho of Acuña called it "a feast".', "Plot") == []


def test_every_quote_and_every_piece_of_evidence_is_the_documents() -> None:
    page = f'{LEAD}== Reception ==\nInes Valdovinos of Variety gave it 3/5 and wrote, "It is big. It is daft." Per Halvorsen of Empire found it "dull".\n'
    for claim in claims_of(reviews, page):
        assert isinstance(claim.value, CriticReview)
        for evidence in (*claim.evidence, *claim.value.quotes):
            assert evidence.quote.strip()
            assert len(evidence.quote) == len(evidence.span)


@pytest.mark.parametrize(
    ("body", "stance"),
    [
        ("Per Halvorsen of Empire gave the film a negative review.", Stance.NEGATIVE),
        ("Per Halvorsen of Empire gave the film a rave review.", Stance.POSITIVE),
        ("Per Halvorsen of Empire gave the film a mixed review.", Stance.MIXED),
        ('Per Halvorsen of Empire praised it as "a superb, moving and beautifully acted film".', Stance.POSITIVE),
        ('Per Halvorsen of Empire panned it as "a tedious, witless bore".', Stance.NEGATIVE),
        ('Per Halvorsen of Empire found it "dazzling to look at, but anemic in story".', Stance.MIXED),
    ],
)
def test_the_words_give_a_stance(body: str, stance: Stance) -> None:
    assert [review.stance for review in found(body)] == [stance]


def test_hostile_prose_is_read_in_time() -> None:
    found("Per Halvorsen of " * 4_000)
    found('Variety said "' * 2_000)


def test_a_verb_run_on_to_the_outlet_is_a_verb() -> None:
    (review,) = found('Ann Smith of Rediffgave the film a rating of 4 out of 5 and said that "it stays with you".')
    assert (review.critic, review.outlet, review.rating) == ("Ann Smith", "Rediff", "4 out of 5")
