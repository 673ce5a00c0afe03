"""Who is for the film and who against: a row for each critic, or a bar for each stance where they are many.

Reviews enter with the names and places they have in the page; a picture leaves. A stance that was
read out of words is drawn hollow, one that the critic gave or that comes from a rating is drawn full.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from filmdossier.model.claim import Stance
from filmdossier.model.reception import RatingOrigin
from filmdossier.present.pictures.drawing import LINE, Drawing, Picture, shortened
from filmdossier.present.wording import STANCE_ORIGINS, STANCES, count

MOST_ROWS = 40
_NAMES = 58.0
_COLUMNS: dict[Stance | None, float] = {Stance.NEGATIVE: 67.0, Stance.MIXED: 82.0, Stance.POSITIVE: 95.0}
_HEADS = {Stance.NEGATIVE: "against", Stance.MIXED: "mixed", Stance.POSITIVE: "for"}
_ROW = 24.0
_PATTERNS: dict[Stance | None, str] = {Stance.POSITIVE: "", Stance.MIXED: "dotted", Stance.NEGATIVE: "hatched", None: ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """A critic's stance; ``href`` leads to the review, '' where there is nowhere to lead."""

    name: str
    stance: Stance | None
    origin: RatingOrigin | None
    rating: str = ""
    href: str = ""


def stances(judges: Sequence[Judge]) -> Picture | None:
    """The picture of ``judges``, for to against; None where nobody takes a stance."""
    if not any(judge.stance for judge in judges):
        return None
    order = (*Stance, None)
    ranked = sorted(judges, key=lambda judge: order.index(judge.stance))
    title = f"Stance by critic, {count(len(judges), 'review')}"
    if len(judges) > MOST_ROWS:
        return _bars(judges, title)
    drawing = Drawing("picture-stances")
    for stance, x in _COLUMNS.items():
        if stance:
            drawing.words(x, 13, _HEADS[stance], anchor="middle", kind="minor")
            number = sum(judge.stance is stance for judge in judges)
            drawing.words(x, 13 + LINE, str(number), anchor="middle", kind="number")
    y = 13 + LINE + 8
    for x in _COLUMNS.values():
        drawing.line(x, y, x, y + _ROW * len(ranked), kind="guide")
    for judge in ranked:
        _row(drawing, y, judge)
        y += _ROW
    hollow = any(judge.origin is RatingOrigin.INTERPRETED and judge.stance for judge in judges)
    if hollow:
        drawing.words(0, y + LINE, "Hollow marks were read out of the words.", kind="minor")
        y += LINE + 8
    return drawing.picture(title, ". ".join(_told(judge) for judge in ranked) + ".", y + 4)


def _row(drawing: Drawing, y: float, judge: Judge) -> None:
    middle = y + _ROW / 2
    drawing.line(0, y, 100, y, kind="rule")
    drawing.clipped(_NAMES, middle + 4.5, judge.name)
    if judge.stance is None:
        drawing.words(_COLUMNS[Stance.MIXED], middle + 4.5, "not told", anchor="middle", kind="minor")
        return
    kind = "hollow" if judge.origin is RatingOrigin.INTERPRETED else ""
    drawing.mark(_COLUMNS[judge.stance], middle, judge.stance.value, kind=kind, title=_told(judge), href=judge.href)


def _told(judge: Judge) -> str:
    parts = [STANCES[judge.stance]]
    if judge.stance and judge.origin:
        parts.append(STANCE_ORIGINS[judge.origin])
    if judge.rating:
        parts.append(f"“{shortened(judge.rating, 40)}”")
    return f"{shortened(judge.name, 80)}: {', '.join(parts)}"


def _bars(judges: Sequence[Judge], title: str) -> Picture:
    drawing, y, told = Drawing("picture-stances"), 0.0, []
    for stance in (*Stance, None):
        group = [judge for judge in judges if judge.stance is stance]
        if not group:
            continue
        words = f"{len(group)} of {len(judges)} {STANCES[stance]}"
        drawing.words(0, y + 13, words)
        kind = f"bar {stance.value}" if stance else "bar none"
        drawing.bar(0, y + 20, 100 * len(group) / len(judges), 14, kind=kind, pattern=_PATTERNS[stance])
        told.append(words)
        y += 46
    return drawing.picture(title, ". ".join(told) + ".", y)
