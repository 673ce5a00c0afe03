"""What holds for every set of reviews: shares, intervals, means and counts agree with one another."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from filmdossier.model.claim import AggregatorScore, Stance
from filmdossier.model.reception import Rating, RatingOrigin, Review
from filmdossier.reception.aggregate import shrunk_mean, summarise, wilson
from filmdossier.reception.aggregators import tomatometer
from filmdossier.reception.checks import check_claim, compare_claim, positive_counts
from filmdossier.reception.copies import copies

_WORDS = st.sampled_from(
    [
        "",
        "It limps from the first reel to the last and never once looks up.",
        "A rare and quiet pleasure from a director who shouts.",
        "Fine.",
    ]
)
_NAMES = st.sampled_from([None, "Ada Brandt", "Nell Harker", "Cid Orlow"])
_OUTLETS = st.sampled_from([None, "Harbour Times", "The Harbour Times", "Inland Post"])


@st.composite
def reviews(draw: st.DrawFn) -> Review:
    stance = draw(st.none() | st.sampled_from(Stance))
    value = draw(st.none() | st.fractions(0, 1, max_denominator=20))
    rating = None if value is None else Rating(raw=f"{value}", scale="1", value=value, origin=RatingOrigin.GIVEN)
    return Review(
        critic=draw(_NAMES), outlet=draw(_OUTLETS), rating=rating, stance=stance, stance_probability=None if stance is None else 0.8,
        stance_origin=None if stance is None else draw(st.sampled_from(RatingOrigin)), quotes=(), praised=(), criticised=(), published=None, own=False,
        evidence=(),
    )  # fmt: skip


@given(st.lists(reviews(), max_size=40))
def test_counts_add_up_and_every_review_is_counted_or_named_as_a_copy(some: list[Review]) -> None:
    made = summarise(some)
    assert made.reviews + len(made.copies) == len(some)
    judged = made.positive + made.mixed + made.negative
    assert made.given + made.converted + made.interpreted == judged <= made.reviews
    assert (made.approval is None) == (judged < 5) == (made.approval_interval is None)
    assert (made.mean is None) == (made.rated < 5)
    if made.approval is not None and made.approval_interval is not None:
        low, high = made.approval_interval
        assert 0 <= low <= made.approval + 0.1
        assert made.approval - 0.1 <= high <= 100
    assert made.adjusted_mean is None


@given(st.lists(reviews(), max_size=30))
def test_one_more_positive_review_never_lowers_the_share(some: list[Review]) -> None:
    more = replace(
        some[0] if some else _positive(),
        critic="Somebody Else",
        outlet="Hill Courier",
        stance=Stance.POSITIVE,
        stance_origin=RatingOrigin.GIVEN,
    )
    before, after = summarise(some), summarise([*some, more])
    assert after.positive == before.positive + 1
    if before.approval is not None:
        assert after.approval is not None
        assert after.approval >= before.approval


def _positive() -> Review:
    return Review(
        critic=None, outlet=None, rating=None, stance=Stance.POSITIVE, stance_probability=0.9, stance_origin=RatingOrigin.GIVEN, quotes=(), praised=(),
        criticised=(), published=None, own=False, evidence=(),
    )  # fmt: skip


@given(st.integers(1, 500).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total))))
def test_a_share_lies_in_its_interval_and_its_printed_form_leads_back_to_it(counts: tuple[int, int]) -> None:
    positive, total = counts
    low, high = wilson(positive, total)
    assert low <= 100 * positive / total + 1e-9
    assert 100 * positive / total - 1e-9 <= high
    shown = tomatometer(positive, total)
    assert positive in positive_counts(shown, total)
    claim = AggregatorScore(name="A site", approval=shown, reviews=total)
    assert check_claim(claim).startswith("possible")


@given(st.lists(reviews(), max_size=30))
def test_a_claim_counted_from_the_reviews_themselves_fits_them(some: list[Review]) -> None:
    made = summarise(some)
    judged = made.positive + made.mixed + made.negative
    if judged == made.reviews and judged:
        claim = AggregatorScore(name="A site", approval=tomatometer(made.positive, judged), reviews=judged)
        assert not any("at most" in remark or "earlier count" in remark for remark in compare_claim(claim, made))


@given(st.floats(0, 100), st.integers(0, 1000), st.floats(0, 100), st.floats(0.1, 100))
def test_a_shrunk_mean_lies_between_the_mean_and_what_it_is_shrunk_to(
    mean: float, number: int, prior: float, weight: float
) -> None:
    low, high = sorted((mean, prior))
    assert low - 1e-6 <= shrunk_mean(mean, number, prior_mean=prior, prior_weight=weight) <= high + 1e-6


@given(st.lists(st.tuples(_NAMES, _OUTLETS, _WORDS), max_size=25))
def test_copies_point_at_what_is_counted_and_never_from_one_critic_to_another(
    printed: list[tuple[str | None, str | None, str]],
) -> None:
    found = copies(printed)
    again = {copy.index for copy in found}
    assert len(again) == len(found)
    groups: dict[int, set[str]] = {}
    for copy in found:
        assert copy.of < copy.index
        assert copy.of not in again
        for index in (copy.of, copy.index):
            if printed[index][0]:
                groups.setdefault(copy.of, set()).add(str(printed[index][0]))
    assert all(len(critics) == 1 for critics in groups.values())


@given(st.lists(st.fractions(0, 1, max_denominator=10), min_size=5, max_size=30))
def test_the_mean_is_the_mean(values: list[Fraction]) -> None:
    some = [
        replace(
            _positive(),
            critic=f"Critic {n}",
            outlet="Harbour Times",
            rating=Rating(raw="x", scale="10", value=value, origin=RatingOrigin.GIVEN),
        )
        for n, value in enumerate(values)
    ]
    assert summarise(some).mean == round(float(100 * sum(values) / len(values)), 2)
