"""Whatever a critic writes: the raw words stay, the value lies in its scale, and more is never less."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from filmdossier.model.claim import AggregatorScore, Stance
from filmdossier.model.reception import RatingOrigin, Review
from filmdossier.reception.aggregate import summarise, wilson
from filmdossier.reception.checks import check_claim, positive_counts
from filmdossier.reception.letters import LetterProfile, letter_value
from filmdossier.reception.own_scale import infer_scale
from filmdossier.reception.ratings import parse_rating, read_rating

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


@st.composite
def stars(draw: st.DrawFn) -> tuple[str, Fraction, int]:
    """Stars as symbols, full, half and empty, or full ones with the maximum after them."""
    top = draw(st.sampled_from([4, 5, 6, 10]))
    halves = draw(st.integers(1, 2 * top))
    whole, half = divmod(halves, 2)
    full, empty, mark = draw(st.sampled_from([("★", "☆", "½"), ("⭐", "☆", "½"), ("●", "○", "◐")]))
    shown = full * whole + mark * half
    if draw(st.booleans()) and whole + half < top:
        return shown + empty * (top - whole - half), Fraction(halves, 2 * top), top
    return f"{shown} out of {top}" if whole else f"{shown}/{top}", Fraction(halves, 2 * top), top


@given(stars())
def test_generated_stars_are_counted(written: tuple[str, Fraction, int]) -> None:
    raw, value, top = written
    rating = parse_rating(raw)
    assert (rating.raw, rating.value, rating.scale) == (raw, value, str(top)), raw


@given(
    st.integers(-5, -1),
    st.integers(1, 5),
    st.integers(0, 10),
    st.sampled_from(["{n:+} out of {a}..{b:+}", "{n} on a scale of {a} to {b}"]),
)
def test_scales_below_nought_count_from_their_lower_end(low: int, high: int, step: int, form: str) -> None:
    number = low + step % (high - low + 1)
    rating = parse_rating(form.format(n=number, a=low, b=high))
    assert rating.value == Fraction(number - low, high - low)


@given(
    _TOPS,
    st.integers(0, 99),
    st.integers(0, 99),
    st.sampled_from(["{n}/{m}", "{n} out of {m}", "{n} stars out of {m}", "{n} sur {m}"]),
)
def test_more_is_never_less(top: int, one: int, other: int, form: str) -> None:
    low, high = sorted((Fraction(one, 99) * top, Fraction(other, 99) * top))
    values = [parse_rating(form.format(n=f"{float(count):.2f}", m=top)).value for count in (low, high)]
    assert values[0] is not None
    assert values[1] is not None
    assert values[0] <= values[1]


@given(out_of())
def test_a_rating_without_its_scale_is_put_back_on_it_by_the_critics_others(written: tuple[str, Fraction, int]) -> None:
    raw, value, top = written
    count = value * top
    others = [f"{step / 10 * top:g}/{top}" for step in (3, 4, 5, 6, 7, 8, 9, 10)]
    bare = parse_rating(f"{float(count):g}")
    rating = infer_scale(bare, others)
    assert rating.raw == bare.raw
    # Above a few, the same number is likely on one scale only; low ones may stay open, never wrong.
    assert rating.value in (value, None), (raw, others)


@given(st.text(max_size=200))
def test_any_text_at_all_keeps_its_raw_form_and_its_bounds(raw: str) -> None:
    rating = parse_rating(raw)
    assert rating.raw == raw
    assert rating.value is None or 0 <= rating.value <= 1
    assert rating.scale != "unknown" or rating.value is None
    assert (read_rating(raw).doubt is None) is (rating.value is not None)


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
