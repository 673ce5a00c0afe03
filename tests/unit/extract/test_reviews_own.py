"""A document that is itself the review."""

import pytest

from filmdossier.extract.reviews.own import own_review
from filmdossier.model.claim import CriticReview, Stance
from support.claims import claims_of

BODY = (
    "# Desperado\n\nRobert Rodriguez directed, wrote and cut this second helping of his mariachi, and the joy of it is in every frame. "
    "The gunfights are exhilarating, half ballet and half slapstick. Banderas is superb and moves like a dancer. "
    "The weak last act runs out of ideas before it runs out of bullets. Still, the film is a thrilling and very funny entertainment.\n"
)


def own(page: str) -> CriticReview:
    (claim,) = claims_of(own_review, page, "review.md")
    assert isinstance(claim.value, CriticReview)
    return claim.value


def test_labels_give_critic_outlet_rating_and_date() -> None:
    review = own(
        f"---\nfilm: Desperado (1995)\nauthor: Ines Valdovinos\npublication: Harbour Film Letter\ngrade: B+\ndate: 2019-03-02\n---\n{BODY}"
    )
    assert (review.critic, review.outlet, review.rating, review.published) == (
        "Ines Valdovinos",
        "Harbour Film Letter",
        "B+",
        "2019-03-02",
    )
    assert review.own


def test_an_unsigned_review_stays_unsigned() -> None:
    review = own(f"---\nfilm: Desperado (1995)\ngrade: B+\n---\n{BODY}")
    assert (review.critic, review.outlet) == (None, None)


@pytest.mark.parametrize(
    ("line", "critic"),
    [
        ("By Ines Valdovinos", "Ines Valdovinos"),
        ("Reviewed by Ines Valdovinos, for Harbour Film Letter", "Ines Valdovinos"),
        ("By the sea", None),
    ],
)
def test_a_byline(line: str, critic: str | None) -> None:
    assert own(f"---\nfilm: Desperado (1995)\nscore: 4/5\n---\n{line}\n\n{BODY}").critic == critic


@pytest.mark.parametrize(
    ("line", "rating"),
    [
        ("Rating: 3½ stars out of 4", "3½ stars out of 4"),
        ("★★★½", "★★★½"),
        ("Our verdict: 8/10", "8/10"),
        ("Grade: B-", "B-"),
        ("Four stars out of five", "Four stars out of five"),
        ("**My grade: A**", "A"),
        ("Three and a half stars", "Three and a half stars"),
        ("Drei von fünf Sternen", "Drei von fünf Sternen"),
        ("* * *", None),
        ("An evening at the Tarasco bar", None),
    ],
)
def test_a_rating_on_a_line_of_its_own(line: str, rating: str | None) -> None:
    page = f"---\nfilm: Desperado (1995)\nreviewer: Ines Valdovinos\n---\n{BODY}\n{BODY}\n{line}\n"
    assert own(page).rating == rating


def test_a_rating_ends_where_its_sentence_does() -> None:
    assert own(f"---\nfilm: Desperado (1995)\nrating: 9 out of 10. Ines Valdovinos\n---\n{BODY}").rating == "9 out of 10"


@pytest.mark.parametrize(
    "line",
    [
        "Ines Valdovinos, Filmclub Harbour, notes for May",
        "— Ines Valdovinos, writing for Filmclub Harbour",
        "*Ines Valdovinos, Filmclub Harbour*",
    ],
)
def test_a_signature_with_its_publication_at_the_foot(line: str) -> None:
    review = own(f"---\nfilm: Desperado (1995)\ngrade: B+\n---\n{BODY}\n\n{line}\n")
    assert (review.critic, review.outlet) == ("Ines Valdovinos", "Filmclub Harbour")
    assert not any("Valdovinos" in quote.quote for quote in review.quotes)


def test_sentences_that_sum_up_are_quoted_and_are_the_documents() -> None:
    review = own(f"---\nfilm: Desperado (1995)\ngrade: B+\n---\n{BODY}")
    assert "Still, the film is a thrilling and very funny entertainment." in [quote.quote for quote in review.quotes]


def test_what_is_praised_and_criticised() -> None:
    review = own(f"---\nfilm: Desperado (1995)\ngrade: B+\n---\n{BODY}")
    assert "Banderas" in [aspect.aspect for aspect in review.praised]
    for aspect in (*review.praised, *review.criticised):
        assert aspect.aspect in aspect.evidence[0].quote


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        (
            "It is a superb, moving and brilliantly acted film. Every scene is a delight. One of the best films of the year.",
            Stance.POSITIVE,
        ),
        (
            "It is a dull, lifeless and stupid film. Every scene drags. The script is a mess and the jokes fall flat. A tedious bore.",
            Stance.NEGATIVE,
        ),
    ],
)
def test_the_stance_of_the_words(words: str, stance: Stance) -> None:
    assert own(f"---\nfilm: Desperado (1995)\nreview: yes\n---\n# Desperado\n\n{words}\n").stance is stance


def test_no_review_of_its_own_in_an_article() -> None:
    page = (
        "{{Infobox film|name=Desperado}}\n'''''Desperado''''' is a 1995 film.\n\n== Reception ==\nVariety called it \"superb\".\n"
    )
    assert claims_of(own_review, page) == []
