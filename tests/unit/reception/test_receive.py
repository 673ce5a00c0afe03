"""The reception stage over a whole record."""

from dataclasses import replace

from filmdossier.model.claim import Stance
from filmdossier.model.reception import Rating, RatingOrigin, Review
from filmdossier.reception import receive
from support.records import desperado


def test_the_record_is_received() -> None:
    before = desperado()
    after = receive(before)
    assert [review.critic for review in after.reviews] == [review.critic for review in before.reviews]
    by_critic = {review.critic: review for review in after.reviews}
    gleiberman = by_critic["Owen Gleiberman"]
    assert gleiberman.rating is not None
    assert (gleiberman.rating.scale, float(gleiberman.rating.value or 0), gleiberman.rating.origin) == (
        "letters",
        0.75,
        RatingOrigin.CONVERTED,
    )
    checks = [claim.check for claim in after.aggregators]
    assert "possible: 38 of 54" in checks
    assert "impossible: no count of 54 rounds to 71 %" in checks
    assert after.reception.reviews == len(after.reviews)


def test_receiving_twice_changes_no_rating() -> None:
    once = receive(desperado())
    assert [review.rating for review in receive(once).reviews] == [review.rating for review in once.reviews]


def test_everything_else_is_left_alone() -> None:
    before = desperado()
    after = receive(before)
    assert replace(after, reviews=before.reviews, aggregators=before.aggregators, reception=before.reception) == before


def test_stances_only_come_from_words_or_ratings() -> None:
    for review in receive(desperado()).reviews:
        assert (review.stance is None) == (review.stance_origin is None)
        assert review.stance is None or review.stance in Stance


def _alone(raw: str, stance: Stance | None = None) -> Review:
    """The one review of a record, received: a rating as written, and a first reading of the words if there is one."""
    (first, *_), record = desperado().reviews, desperado()
    review = replace(
        first,
        rating=Rating(raw=raw, scale="unknown", value=None, origin=RatingOrigin.GIVEN),
        stance=stance,
        stance_probability=0.9 if stance else None,
        stance_origin=RatingOrigin.INTERPRETED if stance else None,
    )
    return receive(replace(record, reviews=(review,))).reviews[0]


def test_a_rating_in_the_middle_gives_no_verdict_by_rule() -> None:
    assert _alone("B-").stance is not Stance.POSITIVE
    assert _alone("2.5/4", Stance.POSITIVE).stance is Stance.POSITIVE
    assert _alone("2.5/4", Stance.NEGATIVE).stance is not Stance.POSITIVE


def test_where_a_verdict_came_from_is_kept() -> None:
    assert _alone("4/4").stance_origin is RatingOrigin.CONVERTED
    assert _alone("no rating at all", Stance.POSITIVE).stance_origin is RatingOrigin.INTERPRETED


def test_audiences_are_in_no_count_of_critics() -> None:
    record = desperado()
    without = replace(record, aggregators=tuple(claim for claim in record.aggregators if not claim.score.audience))
    assert receive(record).reception == receive(without).reception
    assert [claim.comparison for claim in receive(record).aggregators if claim.score.audience] == [()]
