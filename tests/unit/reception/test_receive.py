"""The reception stage over a whole record."""

from dataclasses import replace

from filmdossier.model.claim import Stance
from filmdossier.model.film import RatingOrigin
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
