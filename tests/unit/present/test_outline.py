"""What is shown where, and each score on its own scale."""

from dataclasses import replace
from fractions import Fraction

import pytest

from filmdossier.model.claim import FACT_PREDICATES, AggregatorScore, Predicate, Relation
from filmdossier.model.film import Status
from filmdossier.model.reception import AggregatorClaim, Rating, RatingOrigin
from filmdossier.present import outline, wording
from support.records import desperado, silent
from support.texts import cite, encyclopedia, review


def test_every_fact_predicate_is_shown_in_exactly_one_part() -> None:
    shown = [*outline.IDENTITY, *outline.CREDITS, *outline.MUSIC, *outline.LINKS, *outline.RELEASE]
    assert sorted(shown) == sorted(FACT_PREDICATES)


def test_everything_has_words() -> None:
    assert set(wording.PREDICATES) == set(Predicate)
    assert set(wording.RELATIONS) == set(Relation)
    assert all(wording.status_words(status, 2) for status in Status)


def measured(**numbers: object) -> list[outline.Measure]:
    """The measures of an aggregator with these numbers."""
    score = AggregatorScore(name="Somebody", **numbers)  # type: ignore[arg-type]
    return outline.measures(AggregatorClaim(score=score, check="", evidence=desperado().facts[0].evidence))


def test_a_share_has_its_count_and_interval() -> None:
    (share,) = measured(approval=70.0, reviews=54)
    assert (share.words, share.of, share.low, share.high, share.position) == ("70 % positive", "54 reviews", "0 %", "100 %", 0.7)
    assert share.interval is not None
    assert outline.interval_words(share.interval) == "95 % interval 57–81 %"


@pytest.mark.parametrize(
    ("numbers", "of", "interval"),
    [
        pytest.param({"approval": 71.0, "reviews": 54}, "54 reviews", None, id="impossible: no interval"),
        pytest.param({"approval": 70.0}, "number of reviews not given", None, id="no count"),
        pytest.param({"approval": 70.0, "audience": True}, "number of votes not given", None, id="audience without a count"),
        pytest.param({"approval": 100.0, "reviews": 1}, "1 review", (20.7, 100.0), id="one review"),
    ],
)
def test_a_share_never_stands_without_its_count_or_the_words_that_say_so(
    numbers: dict[str, object], of: str, interval: tuple[float, float] | None
) -> None:
    (share,) = measured(**numbers)
    assert share.of == of
    assert share.interval == (pytest.approx(interval, abs=0.1) if interval else None)


def test_a_rounded_share_of_many_reviews_gets_the_interval_of_all_counts_it_can_be() -> None:
    (share,) = measured(approval=50.0, reviews=1000)
    assert share.interval is not None
    assert share.interval[0] < 46.7 < 53.3 < share.interval[1]


def test_scores_stand_on_their_own_scale_or_on_none() -> None:
    average, weighted = measured(average=6.5, average_max=10.0, score=55.0, reviews=18)
    assert (average.words, average.high, average.position) == ("average 6.5 / 10", "10", 0.65)
    assert (weighted.words, weighted.high, weighted.position) == ("55 / 100", "100", 0.55)
    unknown, grade = measured(average=4.0, grade="A-")
    assert (unknown.words, unknown.position, grade.words, grade.position) == ("average 4", None, "A-", None)
    (beyond,) = measured(average=12.0, average_max=10.0)
    assert beyond.position is None


@pytest.mark.parametrize(
    ("rating", "of", "low", "high"),
    [
        pytest.param(Rating(raw="B", scale="letters", value=Fraction(3, 4), origin=RatingOrigin.CONVERTED), "converted from a grade", "F", "A+"),
        pytest.param(Rating(raw="3/5", scale="5", value=Fraction(3, 5), origin=RatingOrigin.GIVEN), "as given", "0", "5"),
        pytest.param(Rating(raw="7", scale="unknown", value=None, origin=RatingOrigin.GIVEN), "scale not told", "", ""),
        pytest.param(Rating(raw="thumbs up", scale="thumbs", value=Fraction(1), origin=RatingOrigin.GIVEN), "as given", "down", "up"),
    ],
)  # fmt: skip
def test_a_rating_keeps_its_words_and_its_scale(rating: Rating, of: str, low: str, high: str) -> None:
    measure = outline.rating_measure(rating)
    assert (measure.words, measure.of, measure.low, measure.high) == (rating.raw, of, low, high)
    assert (measure.position is None) is (rating.value is None)


def test_no_headline_and_no_mean_under_five() -> None:
    reception = desperado().reception
    headline = outline.headline(reception)
    assert headline is not None
    assert (headline.words, headline.of) == ("40 % positive", "5 reviews with a stance")
    assert outline.mean_words(reception) == "Mean of 5 ratings: 67 % of their scales"
    few = replace(reception, mixed=1, rated=4)
    assert outline.headline(few) is None
    assert outline.mean_words(few) == ""


def test_silence_is_said() -> None:
    missing = outline.silence(silent())
    assert "Director" not in missing
    assert {"Writer", "Cast", "Reviews", "Budget", "Links to other films"} <= set(missing)
    assert outline.silence(desperado()) == ["Story by", "Based on", "Executive producer"]
    assert outline.silence(replace(silent(), film=replace(silent().film, year=None)))[0] == "Year"


def test_an_unsigned_review_is_called_after_its_document() -> None:
    film = desperado()
    paths = {document.id: document.path for document in film.documents}
    names = [outline.reviewer(review, paths) for review in film.reviews]
    assert names[0] == "Owen Gleiberman, Entertainment Weekly"
    assert names[-1] == "Unsigned review (review.md)"
    assert outline.reviewer(replace(film.reviews[-1], own=False), paths) == "Unsigned judgement"


def test_words_quoted_twice_are_shown_once_and_lead_to_both_places() -> None:
    wiki = encyclopedia()
    inner, outer = cite(wiki, "almost too much action"), cite(wiki, 'finds "almost too much action", yet')
    other = cite(review(), "runs out of ideas")
    assert outline.quotations(replace(desperado().reviews[0], quotes=(other, inner, outer, inner))) == [(other,), (outer, inner)]


def test_claims_set_aside_are_put_into_words() -> None:
    assert [outline.claim_words(item.claim) for item in desperado().set_aside] == ["Raúl Juliá as Bucho", "Ines Valdovinos"]


def test_numbers_and_lists_in_words() -> None:
    assert [wording.number(value) for value in (70.0, 6.5, 4312, 0.0, 66.6667)] == ["70", "6.5", "4,312", "0", "66.67"]
    assert [wording.listed(items) for items in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]
    assert (wording.count(1, "reply", "replies"), wording.count(2, "reply", "replies")) == ("1 reply", "2 replies")
    assert wording.conflict_subject("runtime_minutes") == "Running time"
    assert wording.conflict_subject("what the woman owns") == "What the woman owns"
