"""The drawing of who is who to whom: persons in two columns, a labelled line for each relation.

A record enters; shapes with their places leave, in the units of the drawing (pixels at full size),
for the template to write as inline SVG. Every line and every name leads to a passage. The same is
told in the table beside it, which is what small screens and screen readers get.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from filmdossier.model.film import Character, FilmRecord
from filmdossier.model.text import Evidence
from filmdossier.present.citing import Sources
from filmdossier.present.dossier.columns import two_columns
from filmdossier.present.story import People, Tie, is_mutual, known_words, relation_words

# More lines than this are a tangle that nobody reads; the table still tells them.
MOST_TIES = 60

_WIDTH = 640
_WIDEST, _NARROWEST = 168, 90  # a column, as wide as its longest name
_LINE = 16
_NAME_PIXELS, _LABEL_PIXELS = 7.9, 7.3  # width of a middling letter at the sizes in the style sheet, in a wide font
_NAME_LETTERS = 19
_PLACES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.21, 0.79, 0.16, 0.84)


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A person's name in a box; ``lines`` are its words with the middle of each line."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[tuple[str, float, float], ...]
    href: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A relation: the line, the head of an arrow where it has a direction, and its words.

    ``x`` and ``y`` are the middle of the words, ``left``, ``top``, ``width`` and ``height`` the plate behind them.
    """

    path: str
    head: str
    words: str
    x: float
    y: float
    left: float
    top: float
    width: float
    height: float
    href: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """The drawing and its size."""

    width: int
    height: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def relation_graph(record: FilmRecord, sources: Sources) -> Graph | None:
    """The drawing of the record's relations; None where there are none, or too many to be read."""
    people = People.of(record)
    ties = list(_distinct(people.relations(record)))
    if not 0 < len(ties) <= MOST_TIES:
        return None
    places, height = two_columns([(tie.a, tie.b) for tie in ties])
    inner = {
        side: 1
        + max([_NARROWEST, *(_name_width(people.persons[person].name) for person, (left, _) in places.items() if left is side)])
        for side in (True, False)
    }
    ends = {person: (inner[True] if left else _WIDTH - inner[False], y) for person, (left, y) in places.items()}
    boxes = {person: _box(people.persons[person], ends[person], left=places[person][0]) for person in places}
    curves = _curves(ties, ends, {person: left for person, (left, _) in places.items()})
    return Graph(
        width=_WIDTH,
        height=height,
        nodes=tuple(_node(people.persons[person], boxes[person], sources) for person in sorted(places)),
        edges=_edges(ties, people.persons, curves, list(boxes.values()), sources),
    )


def _distinct(ties: Iterable[Tie]) -> Iterator[Tie]:
    """The ties without those that only say again, from the other side, what holds both ways."""
    said: set[tuple[frozenset[int], str]] = set()
    for tie in ties:
        if tie.relation is not None and is_mutual(tie.relation):
            key = (frozenset((tie.a, tie.b)), relation_words(tie.relation))
            if key in said:
                continue
            said.add(key)
        yield tie


@dataclass(frozen=True, slots=True)
class _Box:
    x: float
    y: float
    width: float
    height: float

    def overlap(self, other: "_Box") -> float:
        """The area shared."""
        wide = min(self.x + self.width, other.x + other.width) - max(self.x, other.x)
        high = min(self.y + self.height, other.y + other.height) - max(self.y, other.y)
        return max(wide, 0.0) * max(high, 0.0)


def _name_width(name: str) -> float:
    return min(max(_letters(line) for line in _wrapped(name)) * _NAME_PIXELS + 16, _WIDEST)


def _box(person: Character, end: "_Point", *, left: bool) -> _Box:
    width, height = _name_width(person.name), len(_wrapped(person.name)) * _LINE + 8
    x, y = end
    return _Box(x - width if left else x, y - height / 2, width, height)


def _node(person: Character, box: _Box, sources: Sources) -> Node:
    lines = _wrapped(person.name)
    return Node(
        x=_short(box.x),
        y=_short(box.y),
        width=_short(box.width),
        height=_short(box.height),
        lines=tuple(
            (line, _short(box.x + box.width / 2), _short(box.y + 4 + _LINE * (row + 0.5))) for row, line in enumerate(lines)
        ),
        href=_first(person.evidence, sources),
        title=": ".join(filter(None, (person.name, known_words(person)))),
    )


def _edges(
    ties: Sequence[Tie], persons: Sequence[Character], curves: Sequence["_Curve"], boxes: Sequence[_Box], sources: Sources
) -> tuple[Edge, ...]:
    taken = list(boxes)
    edges: dict[int, Edge] = {}
    # The shortest line has the fewest places for its words, so it chooses first.
    for index in sorted(range(len(ties)), key=lambda index: (_length(curves[index]), index)):
        relation, curve = ties[index].relation, curves[index]
        if relation is None:
            continue
        mutual = is_mutual(relation)
        words = relation_words(relation).removesuffix(" of") if mutual else relation_words(relation)
        plate = _plate(words, curve, taken)
        taken.append(plate)
        edges[index] = Edge(
            path=_path(curve),
            head="" if mutual else _head(curve),
            words=words,
            x=_short(plate.x + plate.width / 2),
            y=_short(plate.y + plate.height / 2),
            left=_short(plate.x),
            top=_short(plate.y),
            width=_short(plate.width),
            height=_short(plate.height),
            href=_first(relation.evidence, sources),
            title=f"{persons[ties[index].a].name}, {relation_words(relation)} {persons[ties[index].b].name}",
        )
    return tuple(edges[index] for index in sorted(edges))


_Point = tuple[float, float]
_Curve = tuple[_Point, _Point, _Point, _Point]  # a cubic Bézier curve


def _curves(ties: Sequence[Tie], ends: Mapping[int, _Point], left: Mapping[int, bool]) -> list[_Curve]:
    """The line of each tie: across the middle, or round it where both stand in one column. Lines of one pair part from each other."""
    pairs: dict[frozenset[int], list[int]] = {}
    for index, tie in enumerate(ties):
        pairs.setdefault(frozenset((tie.a, tie.b)), []).append(index)
    curves = []
    for index, tie in enumerate(ties):
        pair = pairs[frozenset((tie.a, tie.b))]
        turn = pair.index(index)
        (x_a, y_a), (x_b, y_b) = ends[tie.a], ends[tie.b]
        if left[tie.a] is left[tie.b]:
            reach = (1 if left[tie.a] else -1) * (min(50 + 0.35 * abs(y_a - y_b), 170) + 44 * turn)
            curves.append(((x_a, y_a), (x_a + reach, y_a), (x_b + reach, y_b), (x_b, y_b)))
        else:
            apart = (turn - (len(pair) - 1) / 2) * 30
            x, y = (x_b - x_a) / 3, (y_b - y_a) / 3
            curves.append(((x_a, y_a), (x_a + x, y_a + y + apart), (x_b - x, y_b - y + apart), (x_b, y_b)))
    return curves


def _at(curve: _Curve, t: float) -> _Point:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    x, y = (sum(weight * point[axis] for weight, point in zip(weights, curve, strict=True)) for axis in (0, 1))
    return x, y


def _length(curve: _Curve) -> float:
    (x_a, y_a), *_, (x_b, y_b) = curve
    return abs(x_a - x_b) + abs(y_a - y_b)


def _plate(words: str, curve: _Curve, taken: Sequence[_Box]) -> _Box:
    """The first place along the line where the words cover nothing else, or the one where they cover least."""
    width, height = _letters(words) * _LABEL_PIXELS + 6, _LINE
    boxes = []
    for t in _PLACES:
        x, y = _at(curve, t)
        x = min(max(x, width / 2), _WIDTH - width / 2)
        boxes.append(_Box(x - width / 2, y - height / 2, width, height))
    covered: Callable[[_Box], float] = lambda box: sum(box.overlap(other) for other in taken)  # noqa: E731
    return min(boxes, key=covered)


def _path(curve: _Curve) -> str:
    (x_a, y_a), *rest = curve
    return f"M{_short(x_a)} {_short(y_a)}C" + " ".join(f"{_short(x)} {_short(y)}" for x, y in rest)


def _head(curve: _Curve) -> str:
    """An arrow's head at the end of the line."""
    (x_b, y_b), (x_c, y_c) = curve[3], curve[2]
    length = ((x_b - x_c) ** 2 + (y_b - y_c) ** 2) ** 0.5 or 1.0
    x, y = (x_b - x_c) / length, (y_b - y_c) / length
    corners = ((x_b - 9 * x - 4 * y, y_b - 9 * y + 4 * x), (x_b - 9 * x + 4 * y, y_b - 9 * y - 4 * x))
    return f"M{_short(x_b)} {_short(y_b)}L" + "L".join(f"{_short(px)} {_short(py)}" for px, py in corners) + "z"


def _first(evidence: Sequence[Evidence], sources: Sources) -> str:
    """The address of the first passage; empty where there is none."""
    passages = sources.passages(evidence)
    return f"#{passages[0].label}" if passages else ""


def _wrapped(name: str) -> tuple[str, ...]:
    """A name on at most two lines, cut where it is longer than any name."""
    words, lines = name.split(), [""]
    for word in words:
        joined = f"{lines[-1]} {word}".strip()
        if lines[-1] and _letters(joined) > _NAME_LETTERS:
            lines.append(word)
        else:
            lines[-1] = joined
    if len(lines) > 2:
        lines[1:] = [" ".join(lines[1:])]
    return tuple(_cut(line) for line in lines)


def _cut(line: str) -> str:
    while _letters(line) > _NAME_LETTERS:
        line = line[:-2].rstrip() + "…" if line.endswith("…") else line[:-1].rstrip() + "…"
    return line


def _letters(text: str) -> float:
    """The length of a text in letters of middling width; a drawing made here cannot measure the reader's fonts."""
    return sum(_letter(letter) for letter in text)


def _letter(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.7
    if letter in "mwMW@…":
        return 1.6
    if letter in "fijlrtI.,:;'’-() ":
        return 0.6
    return 1.2 if letter.isupper() else 1.0


def _short(value: float) -> float:
    rounded = round(value, 1)
    return int(rounded) if rounded == int(rounded) else rounded
