"""The distribution of critics' ratings, each on the scale on which it was given.

Ratings enter; a histogram for every scale leaves. Nothing is converted: stars of four never stand
among stars of five, and letters stand in their own order.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from filmdossier.model.reception import Rating
from filmdossier.present.pictures.drawing import LINE, Drawing, Picture, shortened
from filmdossier.present.wording import count, listed
from filmdossier.reception.letters import GRADES, LetterProfile
from filmdossier.reception.ratings import parse_rating

_NAMED = 4  # ratings on scales that are not told
_LEFT, _ACROSS = 4.0, 92.0
_TALLEST = 56.0
# Nearer than this, bars and the numbers over them run together on a telephone.
_CLOSEST = Fraction(1, 25)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    """A scale: its heading, ticks (place 0 to 1, label), and what ratings at a place are called."""

    heading: str
    ticks: tuple[tuple[Fraction, str], ...]

    def called(self, place: Fraction) -> str:
        return next((label for at, label in self.ticks if at == place), "")


def scores(ratings: Sequence[Rating]) -> Picture | None:
    """The picture; None where no rating says its scale."""
    by_scale: dict[str, Counter[Fraction]] = defaultdict(Counter)
    for rating in ratings:
        place = _place(rating)
        if place is not None:
            by_scale[rating.scale][place] += 1
    if not by_scale:
        return None
    total = sum(places.total() for places in by_scale.values())
    drawing, y, told = Drawing("picture-scores"), 0.0, []
    for scale, places in sorted(by_scale.items(), key=lambda item: (-item[1].total(), item[0])):
        y = _histogram(drawing, y, _scale(scale), places)
        told.append(_told(scale, places))
    unknown = Counter(rating.raw for rating in ratings if rating.value is None)
    if unknown:
        each = [
            f"“{shortened(raw, 12)}”{f' ({number} times)' if number > 1 else ''}" for raw, number in unknown.most_common(_NAMED)
        ]
        words = f"On a scale that is not told: {listed(each)}"
        drawing.words(0, y + LINE, words + (f" and {len(unknown) - _NAMED} more" if len(unknown) > _NAMED else ""), kind="minor")
        y += LINE + 8
        told.append(words)
    title = f"Scores on their own scales, {count(total, 'rating')}"
    return drawing.picture(title, ". ".join(told) + ".", y)


def _place(rating: Rating) -> Fraction | None:
    if rating.scale == "letters":
        return parse_rating(rating.raw, LetterProfile.EQUAL_STEPS).value
    return rating.value


def _scale(scale: str) -> _Scale:
    if scale == "letters":
        ticks = [(Fraction(index, len(GRADES) - 1), grade) for index, grade in enumerate(GRADES)]
        return _Scale(heading="Letters", ticks=tuple(ticks))
    if scale == "percent":
        return _Scale(heading="Per cent", ticks=tuple((Fraction(tenth, 4), f"{25 * tenth}") for tenth in range(5)))
    if scale == "thumbs":
        return _Scale(heading="Thumbs", ticks=((Fraction(0), "down"), (Fraction(1, 2), "one each"), (Fraction(1), "up")))
    if re.fullmatch(r"[1-9]\d*", scale):
        top = int(scale)
        steps = top if top <= 10 else 4
        ticks = [(Fraction(index, steps), f"{top * index / steps:g}") for index in range(steps + 1)]
        return _Scale(heading=f"Out of {scale}", ticks=tuple(ticks))
    low, _, high = scale.partition("..")
    return _Scale(
        heading=f"From {low} to {high}" if high else f"Out of {scale}",
        ticks=((Fraction(0), low if high else "0"), (Fraction(1), high or low)),
    )


def _histogram(drawing: Drawing, y: float, scale: _Scale, places: Counter[Fraction]) -> float:
    """Draws one scale from ``y`` on; where it ends."""
    heights = _gathered(places)
    in_tenths = heights != dict(places)
    heading = f"{scale.heading}: {count(places.total(), 'rating')}{', in tenths of the scale' if in_tenths else ''}"
    drawing.words(0, y + 13, heading, kind="heading")
    base = y + 13 + 26 + _TALLEST
    tallest, width = max(heights.values()), _ACROSS / 11 if in_tenths else 2.4
    for place, number in sorted(heights.items()):
        x, height = _LEFT + _ACROSS * float(place), _TALLEST * number / tallest
        drawing.bar(x - width / 2, base - height, width, height)
        drawing.words(x, base - height - 5, str(number), anchor="middle", kind="number")
    drawing.line(_LEFT - 2, base, _LEFT + _ACROSS + 2, base)
    for at, label in scale.ticks:
        x = _LEFT + _ACROSS * float(at)
        drawing.line(x, base, x, base + 4, kind="tick")
        drawing.words(x, base + 18, label, anchor="middle", kind="minor")
    return base + 18 + 22


def _gathered(places: Counter[Fraction]) -> dict[Fraction, int]:
    """The ratings at their places; in tenths of the scale, each at its middle, where places lie too close to stand apart."""
    if all(after - before >= _CLOSEST for before, after in pairwise(sorted(places))):
        return dict(places)
    tenths: Counter[Fraction] = Counter()
    for place, number in places.items():
        tenths[Fraction(2 * min(int(place * 10), 9) + 1, 20)] += number
    return dict(tenths)


def _told(scale: str, places: Counter[Fraction]) -> str:
    known = _scale(scale)
    top = int(scale) if scale.isdigit() else 100
    values = [f"{number} at {known.called(place) or f'{float(place * top):g}'}" for place, number in sorted(places.items())]
    return f"{known.heading}, {count(places.total(), 'rating')}: {', '.join(values)}"
