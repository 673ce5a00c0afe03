"""The two pictures of the reception: scores on their own scales, and stances one by one.

Measures and reviews enter; what the template draws as inline SVG leaves: places in per cent,
shapes and labels. Each picture stands beside the same thing in words, and shape, not colour, tells
its marks apart.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from filmdossier.model.claim import Stance
from filmdossier.model.reception import RatingOrigin
from filmdossier.present.outline import Measure
from filmdossier.present.wording import STANCES, count

# More single marks than this are a texture, not something to count or to point at.
MOST_UNITS = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """A score's place on a line: ``at`` in per cent of its length; ``shape`` is dot, ring or diamond.

    ``left`` and ``width`` are its interval in per cent of the line; both empty where it has none.
    """

    at: str
    low: str
    high: str
    shape: str
    left: str = ""
    width: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One review: ``href`` leads to it, ``title`` names it."""

    href: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceGroup:
    """The reviews of one stance; ``shape`` is the stance, or none. ``width`` is their share in per cent."""

    shape: str
    label: str
    units: tuple[Unit, ...]
    width: str


_SHAPES = {RatingOrigin.GIVEN: "dot", RatingOrigin.CONVERTED: "ring", RatingOrigin.INTERPRETED: "diamond"}


def track(measure: Measure, origin: RatingOrigin = RatingOrigin.GIVEN) -> Track | None:
    """The line on which a score stands; None where its scale is unknown."""
    if measure.position is None:
        return None
    low, high = measure.interval or (0.0, 0.0)
    return Track(
        at=_percent(measure.position),
        low=measure.low,
        high=measure.high,
        shape=_SHAPES[origin],
        left=_percent(low / 100) if measure.interval else "",
        width=_percent((high - low) / 100) if measure.interval else "",
    )


def stance_groups(reviews: Sequence[tuple[Stance | None, Unit]]) -> tuple[StanceGroup, ...]:
    """The reviews by stance, for to against, those without one last; stances nobody takes are left out."""
    groups = []
    for stance in (*Stance, None):
        units = tuple(unit for taken, unit in reviews if taken is stance)
        if units:
            words = STANCES[stance]
            groups.append(
                StanceGroup(
                    shape=stance.value if stance else "none",
                    label=f"{count(len(units), words, words)}",
                    units=units,
                    width=_percent(len(units) / len(reviews)),
                )
            )
    return tuple(groups)


def _percent(share: float) -> str:
    return f"{100 * share:.2f}".rstrip("0").rstrip(".") + "%"
