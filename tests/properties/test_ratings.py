"""Whatever a critic writes: the raw words stay, the value lies in its scale, and more is never less."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from filmdossier.model.claim import AggregatorScore, Stance
from filmdossier.model.film import RatingOrigin, Review
from filmdossier.reception.aggregate import summarise, wilson
from filmdossier.reception.checks import check_claim, positive_counts
from filmdossier.reception.letters import LetterProfile, letter_value
from filmdossier.reception.ratings import parse_rating

_WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_TOPS = st.sampled_from([4, 5, 6, 10, 20, 100])
_GRADES = ["F", "D-", "D", "D+", "C-", "C", "C+", "B-", "B", "B+", "A-", "A", "A+"]


@st.composite
def out_of(draw: st.DrawFn) -> tuple[str, Fraction, int]:
    """A rating in halves of a scale, in one of the ways it is written."""
    top = draw(_TOPS)
    halves = draw(st.integers(0, 2 * top))
    whole, half = divmod(halves, 2)
    number = draw(
        st.sampled_from(
            [f"{whole}.5", f"{whole},5", f"{whole}½", f"{whole} 1/2"]
            + ([f"{_WORDS[whole]} and a half", f"{_WORDS[whole]}-and-a-half"] if 0 < whole <= 10 else [])
            if half
            else [str(whole), f"{whole}.0"] + ([_WORDS[whole]] if whole <= 10 else [])
        )
    )
    maximum = draw(st.sampled_from([str(top)] + ([_WORDS[top]] if top <= 10 else [])))
    form = draw(st.sampled_from(["{n}/{m}", "{n} out of {m}", "{n} out of {m} stars", "{n} stars out of {m}", "{n}/{m} stars"]))
    return form.format(n=number, m=maximum), Fraction(halves, 2 * top), top


@given(out_of())
def test_generated_ratings_are_read_exactly(written: tuple[str, Fraction, int]) -> None:
    raw, value, top = written
    rating = parse_rating(raw)
    assert (rating.value, rating.scale) == (value, str(top)), raw


@given(st.text(max_size=200))
def test_any_text_at_all_keeps_its_raw_form_and_its_bounds(raw: str) -> None:
    rating = parse_rating(raw)
    assert rating.raw == raw
    assert rating.value is None or 0 <= rating.value <= 1
    assert rating.scale != "unknown" or rating.value is None


@given(st.sampled_from(_GRADES), st.sampled_from(["{0}", "a {0}", 'a grade of "{0}"', "graded {0}"]))
def test_letters_are_read_in_every_dress(grade: str, form: str) -> None:
    if grade == "A" and form == "a {0}":
        return  # "a A" is nobody's English
    rating = parse_rating(form.format(grade))
    assert rating.value == letter_value(grade)


@given(st.sampled_from(list(LetterProfile)))
def test_better_letters_are_never_worth_less(profile: LetterProfile) -> None:
    values = [letter_value(grade, profile) for grade in _GRADES]
    known = [value for value in values if value is not None]
    assert len(known) == len(_GRADES)
    assert known == sorted(known)


def _review(stance: Stance) -> Review:
    return Review(
        critic=None, outlet=None, rating=None, stance=stance, stance_probability=0.9, stance_origin=RatingOrigin.INTERPRETED,
        quotes=(), praised=(), criticised=(), published=None, own=False, evidence=(),
    )  # fmt: skip


@given(st.lists(st.sampled_from(list(Stance)), min_size=5, max_size=60))
def test_one_more_positive_review_never_lowers_the_share(stances: list[Stance]) -> None:
    reviews = [_review(stance) for stance in stances]
    before, after = summarise(reviews), summarise([*reviews, _review(Stance.POSITIVE)])
    assert before.approval is not None
    assert after.approval is not None
    assert after.approval >= before.approval
    assert before.positive + before.mixed + before.negative == before.reviews


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_holds_the_share(counts: tuple[int, int]) -> None:
    positive, total = counts
    low, high = wilson(positive, total)
    assert 0 <= low <= 100 * positive / total + 1e-9
    assert 100 * positive / total - 1e-9 <= high <= 100


@given(st.integers(1, 600).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_every_true_share_is_possible(counts: tuple[int, int]) -> None:
    positive, total = counts
    shown = int(Fraction(100 * positive, total) + Fraction(1, 2))
    assert positive in positive_counts(shown, total)
    assert check_claim(AggregatorScore(name="Rotten Tomatoes", approval=shown, reviews=total)).startswith("possible")
