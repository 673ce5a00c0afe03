"""Scores in boxes and tables."""

from filmdossier.annotate import annotate
from filmdossier.extract.aggregators import aggregators
from filmdossier.extract.reviews.tables import tabled_reviews
from filmdossier.model.annotations import FilmHint
from filmdossier.model.claim import AggregatorScore, Claim, CriticReview, Stance
from filmdossier.model.text import Origin, Source
from filmdossier.read.builder import CellDraft, DocumentBuilder, Run

Row = dict[str, str]


def rows(*table: Row, origin: Origin = Origin.RATINGS, heading: str = "Reception", template: str = "") -> list[CriticReview]:
    return [claim.value for claim in _claims(table, origin, heading, template) if isinstance(claim.value, CriticReview)]


def _claims(table: tuple[Row, ...], origin: Origin, heading: str, template: str = "") -> list[Claim]:
    builder = DocumentBuilder(Source(origin="scores.html", media_type="text/html", sha256="0"))
    builder.paragraph("Desperado is a 1995 American film directed by Robert Rodriguez.")
    builder.heading(2, heading)
    for row in table:
        builder.row([CellDraft(label, [[Run(value)]]) for label, value in row.items()], origin=origin, template=template)
    annotations = annotate(builder.build(), FilmHint(title="Desperado", year=1995))
    return [*tabled_reviews(annotations, annotations.topics[0]), *aggregators(annotations, annotations.topics[0])]


def test_a_box_of_ratings() -> None:
    found = rows(
        {"publication": "Empire", "rating": "★★★★☆"},
        {"publication": "Variety", "rating": "favorable"},
        {"publication": "Nordlys", "rating": "7"},
    )
    assert [(review.outlet, review.rating, review.stance) for review in found] == [
        ("Empire", "★★★★☆", None),
        ("Variety", None, Stance.POSITIVE),
        ("Nordlys", "7", None),
    ]


def test_a_table_of_critics() -> None:
    (review,) = rows(
        {"Critic": "Per Halvorsen", "Publication": "Nordlys", "Score": "3/6", "Review": "Big, loud and soon forgotten, alas."},
        origin=Origin.TABLE,
    )
    assert (review.critic, review.outlet, review.rating) == ("Per Halvorsen", "Nordlys", "3/6")
    assert [quote.quote for quote in review.quotes] == ["Big, loud and soon forgotten, alas."]


def test_fresh_and_rotten_are_verdicts() -> None:
    found = rows({"Critic": "Per Halvorsen", "Publisher": "Nordlys", "Fresh": "rotten"}, origin=Origin.TABLE)
    assert [review.stance for review in found] == [Stance.NEGATIVE]


def test_aggregators_in_a_box_are_no_reviews() -> None:
    table = ({"publication": "Rotten Tomatoes", "rating": "70%"}, {"publication": "Metacritic", "rating": "55/100"})
    claims = _claims(table, Origin.RATINGS, "Reception")
    scores = [claim.value for claim in claims if isinstance(claim.value, AggregatorScore)]
    assert [(score.name, score.approval, score.score) for score in scores] == [
        ("Rotten Tomatoes", 70, None),
        ("Metacritic", None, 55),
    ]
    assert rows(*table) == []


def test_awards_and_albums_are_passed_over() -> None:
    assert (
        rows({"Award": "Saturn Award", "Category": "Best Score", "Recipient": "Los Lobos", "Result": "Won"}, origin=Origin.TABLE)
        == []
    )
    assert rows({"publication": "AllMusic", "rating": "★★★★"}, heading="Soundtrack") == []


def test_the_header_may_state_the_scale() -> None:
    found = rows(
        {"critic": "Per Halvorsen", "publication": "Nordlys", "rating (0–4)": "2½"},
        {"critic": "Ines Valdovinos", "publication": "Empire", "score out of 10": "7"},
        {"critic": "Una Brandt", "publication": "Variety", "rating": "3"},
        origin=Origin.TABLE,
    )
    assert [(review.rating, review.rating_scale) for review in found] == [("2½", "4"), ("7", "10"), ("3", None)]


def test_a_card_may_say_no_rating_and_visitors_are_no_critics() -> None:
    card = {"critic": "Per Halvorsen", "outlet": "Variety", "quote": "A slow storm that stays with you."}
    (review,) = rows(card, template="review")
    assert [quote.quote for quote in review.quotes] == ["A slow storm that stays with you."]
    assert not rows(card)
    assert not rows({**card, "rating": "9/10"}, template="user review")


def test_in_a_jurys_grid_the_films_own_column_is_its_rating() -> None:
    (review,) = rows({"Critic": "Per Halvorsen", "Paper": "Variety", "El Mariachi": "★", "Desperado": "★★★★"}, origin=Origin.TABLE)
    assert (review.critic, review.outlet, review.rating) == ("Per Halvorsen", "Variety", "★★★★")
