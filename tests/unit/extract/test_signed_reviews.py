"""Lines of posters, press pages and round-ups: who, how many stars, which words, and nothing of the next line's."""

import pytest

from filmdossier.annotate import annotate
from filmdossier.extract.reviews.critics import reviews
from filmdossier.extract.reviews.own import own_review
from filmdossier.extract.reviews.signed import signed_reviews
from filmdossier.model.annotations import Annotations, FilmHint
from filmdossier.model.claim import CriticReview, Stance
from support.prose import document


def page(*lines: str) -> Annotations:
    return annotate(document(*lines), FilmHint(title="The Ferry", year=1999))


def found(*lines: str) -> list[CriticReview]:
    annotations = page(*lines)
    claims = signed_reviews(annotations, annotations.topics[0])
    return [claim.value for claim in claims if isinstance(claim.value, CriticReview)]


@pytest.mark.parametrize(
    ("line", "critic", "outlet", "rating", "quote"),
    [
        ('"A small wonder" – Per Halvorsen, The Guardian', "Per Halvorsen", "The Guardian", None, "A small wonder"),
        ("“A small wonder” (Ines Valdovinos, The Sunday Times)", "Ines Valdovinos", "The Sunday Times", None, "A small wonder"),
        ("'A small wonder.' – Variety – Per Halvorsen", "Per Halvorsen", "Variety", None, "A small wonder."),
        ("'It doesn't sink.' – Time Out", None, "Time Out", None, "It doesn't sink."),
        ("★★★★ “A small wonder” — Empire", None, "Empire", "★★★★", "A small wonder"),
        ("Per Halvorsen, The Observer ★★★½", "Per Halvorsen", "The Observer", "★★★½", None),
        ("Ines Valdovinos (Variety): B+", "Ines Valdovinos", "Variety", "B+", None),
        ('Empire – 5/5 – "Brutal and fine."', None, "Empire", "5/5", "Brutal and fine."),
        ("« Une merveille » — Inès Valdovinos, Le Monde", "Inès Valdovinos", "Le Monde", None, "Une merveille"),
        ("„Ein Ereignis“ – Der Spiegel", None, "Der Spiegel", None, "Ein Ereignis"),
        ('"A small wonder" THE NEW YORK TIMES', None, "THE NEW YORK TIMES", None, "A small wonder"),
        ('Per Halvorsen at the Village Voice: "Loud." 1 star.', "Per Halvorsen", "Village Voice", "1 star", "Loud."),
        ("Variety's Per Halvorsen: 2/4", "Per Halvorsen", "Variety", "2/4", None),
        ("Empire: 4.5 skulls out of 5. “Brutal.”", None, "Empire", "4.5 skulls out of 5", "Brutal."),
        ("Variety: 3 stars (out of 4)", None, "Variety", "3 stars (out of 4)", None),
        ("Variety (Per Halvorsen): ●●●○○", "Per Halvorsen", "Variety", "●●●○○", None),
        ("Variety - Per Halvorsen - B minus - “Long.”", "Per Halvorsen", "Variety", "B minus", "Long."),
        (
            '"Una joya." Cuatro estrellas. – Inés Valdovinos, El Mundo',
            "Inés Valdovinos",
            "El Mundo",
            "Cuatro estrellas",
            "Una joya.",
        ),
        ('La Repubblica: 4 stelle su 5. "Freddo."', None, "La Repubblica", "4 stelle su 5", "Freddo."),
        (
            'Drei von fünf Sternen – Filmstarts (Per Halvorsen: "Ein Ereignis.")',
            "Per Halvorsen",
            "Filmstarts",
            "Drei von fünf Sternen",
            "Ein Ereignis.",
        ),
        ('de Volkskrant, 5 sterren: "Meesterlijk"', None, "de Volkskrant", "5 sterren", "Meesterlijk"),
        (
            "“Four stars. A film to live in” – Per Halvorsen, Variety",
            "Per Halvorsen",
            "Variety",
            "Four stars",
            "Four stars. A film to live in",
        ),
    ],
)
def test_a_line_says_who_and_what(line: str, critic: str | None, outlet: str, rating: str | None, quote: str | None) -> None:
    (review,) = found(line)
    assert (review.critic, review.outlet, review.rating) == (critic, outlet, rating)
    assert [each.quote for each in review.quotes][:1] == ([quote] if quote else [])


@pytest.mark.parametrize(
    "line", ["★★★★★ Empire. ★★★☆☆ Variety. ★★ Metro (Per Halvorsen).", "Empire ★★★★★ | Variety ★★★☆☆ | Metro (Per Halvorsen) ★★"]
)
def test_one_line_may_rate_for_several(line: str) -> None:
    assert [(review.critic, review.outlet, review.rating) for review in found(line)] == [
        (None, "Empire", "★★★★★"),
        (None, "Variety", "★★★☆☆"),
        ("Per Halvorsen", "Metro", "★★"),
    ]


def test_neighbouring_lines_keep_their_own_words() -> None:
    lines = found('"Warm and wise" – Variety\n"Cold as a key" – Per Halvorsen, The Guardian\n★★★ "So-so" – Empire')
    assert [(review.outlet, [quote.quote for quote in review.quotes]) for review in lines] == [
        ("Variety", ["Warm and wise"]),
        ("The Guardian", ["Cold as a key"]),
        ("Empire", ["So-so"]),
    ]
    annotations = page('"Warm and wise" – Variety\n"Cold as a key" – Per Halvorsen, The Guardian\n★★★ "So-so" – Empire')
    assert not list(reviews(annotations, annotations.topics[0]))


def test_the_name_may_stand_on_the_line_below() -> None:
    (review,) = found('"A small wonder"', "— Per Halvorsen, Variety")
    assert (review.critic, review.outlet, [quote.quote for quote in review.quotes]) == (
        "Per Halvorsen",
        "Variety",
        ["A small wonder"],
    )


def test_a_name_that_only_papers_bear_is_no_critics() -> None:
    listed = found("“Fine” – Variety", "“Good” – Empire", "4/5 – Harbour Evening News")
    assert [(review.critic, review.outlet) for review in listed][-1] == (None, "Harbour Evening News")


def test_names_above_their_words_keep_them() -> None:
    listed = found("Variety ★★★★", "“Warm and wise”", "Empire ★★", "“Cold as a key”")
    assert [(review.outlet, [quote.quote for quote in review.quotes]) for review in listed] == [
        ("Variety", ["Warm and wise"]),
        ("Empire", ["Cold as a key"]),
    ]


def test_a_rating_may_stand_above_with_the_words() -> None:
    (review,) = found("★★★★★ “A small wonder”", "Variety")
    assert (review.outlet, review.rating, [quote.quote for quote in review.quotes]) == ("Variety", "★★★★★", ["A small wonder"])


def test_an_unknown_publication_needs_known_ones_beside_it() -> None:
    assert not found('"A small wonder" – Per Halvorsen, Kvarteret')
    listed = found('"A small wonder" – Per Halvorsen, Kvarteret', '"Fine" – Variety', '"Good" – Empire')
    assert [review.outlet for review in listed] == ["Kvarteret", "Variety", "Empire"]


def test_the_films_people_and_aggregators_sign_no_review() -> None:
    assert not found("A film by Una Brandt.", '"I wanted it to be long."', "— Una Brandt, Variety")
    assert not found('"Certified fresh" – Rotten Tomatoes')


def test_thumbs_are_a_stated_verdict() -> None:
    (review,) = found("Per Halvorsen, Variety: thumbs down")
    assert (review.stance, review.stance_given) == (Stance.NEGATIVE, True)


def test_prose_is_no_signed_line() -> None:
    assert not found('Per Halvorsen of Variety called it "a small wonder" and left before the end.')


def test_a_round_up_is_no_review_of_its_own() -> None:
    lines = ["We loved it, and you will love it too.", "Empire: ★★★★", 'Variety: "Fine."', "Per Halvorsen, The Guardian: 2/5"]
    annotations = page(*lines, "Rating: 4/5")
    assert not list(own_review(annotations, annotations.topics[0]))
