"""What is praised and what criticised: a row for each aspect, praise to the right, criticism to the left, counted.

Reviews enter; a picture leaves. Phrases on one side of the film stand together under its name. An aspect
counts once for each review that names it on a side; what is said of the film as a whole is its stance, and none.
"""

from collections import Counter
from collections.abc import Sequence

from filmdossier.model.claim import Aspect, AspectMention
from filmdossier.model.reception import Review
from filmdossier.model.titles import title_key
from filmdossier.present.pictures.drawing import Drawing, Picture, shortened
from filmdossier.present.wording import count

_MOST = 12
_LONGEST = 44
_ROW = 38.0
_MIDDLE, _REACH = 50.0, 40.0


def aspects(reviews: Sequence[Review]) -> Picture | None:
    """The picture; None where no review names anything."""
    praised, criticised, names = _counted(reviews)
    every = sorted(praised.keys() | criticised.keys(), key=lambda key: (-(praised[key] + criticised[key]), -praised[key], key))
    if not every:
        return None
    shown = every[:_MOST]
    most = max(*(praised[key] for key in shown), *(criticised[key] for key in shown))
    drawing = Drawing("picture-aspects")
    drawing.words(_MIDDLE - 2, 13, "criticised", anchor="end", kind="minor")
    drawing.words(_MIDDLE + 2, 13, "praised", kind="minor")
    y, told = 24.0, []
    for key in shown:
        name = names[key].most_common(1)[0][0]
        drawing.words(_MIDDLE, y + 13, shortened(name, _LONGEST), anchor="middle", full=name)
        for number, side in ((criticised[key], -1), (praised[key], 1)):
            if number:
                length = _REACH * number / most
                x = _MIDDLE if side > 0 else _MIDDLE - length
                kind, pattern = ("bar positive", "") if side > 0 else ("bar negative", "hatched")
                drawing.bar(x, y + 19, length, 11, kind=kind, pattern=pattern)
                end, anchor = (_MIDDLE + side * (length + 1.5)), "start" if side > 0 else "end"
                drawing.words(end, y + 29, str(number), anchor=anchor, kind="number")
        told.append(
            f"{name}: {count(praised[key], 'review praises', 'reviews praise')} it, {count(criticised[key], 'criticises', 'criticise')} it"
        )
        y += _ROW
    drawing.line(_MIDDLE, 18, _MIDDLE, 22, kind="tick")
    if len(every) > len(shown):
        drawing.words(0, y + 13, f"and {len(every) - len(shown)} more, named less often", kind="minor")
        y += 22
    reviewers = sum(any(m.kind is not Aspect.FILM for m in (*review.praised, *review.criticised)) for review in reviews)
    return drawing.picture(f"Praised and criticised in {count(reviewers, 'review')}", ". ".join(told) + ".", y)


def _counted(reviews: Sequence[Review]) -> tuple[Counter[str], Counter[str], dict[str, Counter[str]]]:
    """Reviews that praise, that criticise, and the ways an aspect is written, by aspect."""
    praised: Counter[str] = Counter()
    criticised: Counter[str] = Counter()
    names: dict[str, Counter[str]] = {}
    for review in reviews:
        for mentions, side in ((review.praised, praised), (review.criticised, criticised)):
            labels = [_label(mention) for mention in mentions if mention.kind is not Aspect.FILM]
            for label in labels:
                names.setdefault(title_key(label), Counter())[label] += 1
            side.update({title_key(label) for label in labels})
    return praised, criticised, names


def _label(mention: AspectMention) -> str:
    """The side of the film that a phrase belongs to; the phrase itself where it belongs to none."""
    return mention.kind.value if mention.kind else mention.aspect
