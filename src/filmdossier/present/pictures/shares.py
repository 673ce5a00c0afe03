"""The share of positive reviews with its interval: ours, and beside it what aggregators claim of critics and of audiences.

A record enters; a picture leaves: each share on a line of its own, with what it counts. They are
never added up, and audiences stand apart.
"""

from dataclasses import dataclass

from filmdossier.model.film import FilmRecord
from filmdossier.model.reception import AggregatorClaim
from filmdossier.present.outline import Measure, headline, interval_words, measures
from filmdossier.present.pictures.drawing import Drawing, Picture

_LEFT, _ACROSS = 4.0, 92.0
_ROW = 62.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    name: str
    measure: Measure
    shape: str


def shares(record: FilmRecord) -> Picture | None:
    """The picture; None where there is no share with a place on the line."""
    own = headline(record.reception)
    rows = [_Row(name="Reviews here", measure=own, shape="dot")] if own else []
    critics = [claim for claim in record.aggregators if not claim.score.audience]
    audiences = [claim for claim in record.aggregators if claim.score.audience]
    rows += [_Row(name=f"{claim.score.name}, as claimed", measure=one, shape="ring") for claim in critics for one in _share(claim)]
    rows += [
        _Row(name=f"{claim.score.name}, audience", measure=one, shape="square") for claim in audiences for one in _share(claim)
    ]
    if not rows:
        return None
    drawing, y, told = Drawing("picture-share"), 0.0, []
    for row in rows:
        interval = f"; {interval_words(row.measure.interval)}" if row.measure.interval else ""
        drawing.words(0, y + 13, row.name, kind="heading")
        drawing.words(0, y + 30, f"{row.measure.words}, {row.measure.of}{interval}", kind="minor")
        _line(drawing, y + 46, row)
        told.append(f"{row.name}: {row.measure.words}, {row.measure.of}{interval}")
        y += _ROW + 6
    for at in (0, 50, 100):
        drawing.words(_LEFT + _ACROSS * at / 100, y + 6, f"{at} %", anchor="middle", kind="minor")
    return drawing.picture("Share of positive reviews with its 95 % interval", ". ".join(told) + ".", y + 14)


def _share(claim: AggregatorClaim) -> list[Measure]:
    return [
        measure
        for measure in measures(claim)
        if claim.score.approval is not None and measure.high == "100 %" and measure.position is not None
    ]


def _line(drawing: Drawing, y: float, row: _Row) -> None:
    drawing.line(_LEFT, y, _LEFT + _ACROSS, y)
    for at in (0, 50, 100):
        drawing.line(_LEFT + _ACROSS * at / 100, y - 5, _LEFT + _ACROSS * at / 100, y + 5, kind="tick")
    if row.measure.interval:
        low, high = row.measure.interval
        drawing.bar(_LEFT + _ACROSS * low / 100, y - 5, _ACROSS * (high - low) / 100, 10, kind="band")
        for bound in (low, high):
            drawing.line(_LEFT + _ACROSS * bound / 100, y - 7, _LEFT + _ACROSS * bound / 100, y + 7, kind="bound")
    drawing.mark(_LEFT + _ACROSS * (row.measure.position or 0.0), y, row.shape)
