"""Places persons who are tied to each other in two columns, so that the ties can be drawn between them.

Pairs of persons enter; a column and a row for each leave, from the pairs alone. Whoever has most
ties starts on the left, and each next person goes to the column that lets most lines run from
column to column; rows are ordered by the mean of their neighbours' (the barycentre heuristic of
Sugiyama, Tagawa and Toda, 1981). Those who hang together stand together.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations

_ROW = 46
_LINE = 26  # what a tie needs for its words
_MARGIN = 8


def two_columns(pairs: Iterable[tuple[int, int]]) -> tuple[dict[int, tuple[bool, float]], int]:
    """The place of each of the paired, and the height of all.

    A place is whether the column is the left one, and the middle of the row in pixels.
    """
    neighbours: dict[int, list[int]] = {}
    for a, b in pairs:
        neighbours.setdefault(a, []).append(b)
        neighbours.setdefault(b, []).append(a)
    places: dict[int, tuple[bool, float]] = {}
    top = float(_MARGIN)
    for group in _groups(neighbours):
        left, right = _columns(group, neighbours)
        left, right = _ordered(left, right, neighbours)
        lines = sum(len(neighbours[person]) for person in group) // 2
        height = max(max(len(left), len(right)) * _ROW, lines * _LINE)
        for column, side in ((left, True), (right, False)):
            for row, person in enumerate(column):
                places[person] = (side, top + height * (row + 0.5) / len(column))
        top += height
    return places, round(top) + _MARGIN


def _groups(neighbours: dict[int, list[int]]) -> list[list[int]]:
    """Persons who hang together, the most central of each group first, large groups first."""
    left = sorted(neighbours, key=lambda person: (-len(neighbours[person]), person))
    groups = []
    while left:
        group, at = [left[0]], 0
        while at < len(group):
            group += sorted({person for person in neighbours[group[at]] if person not in group})
            at += 1
        groups.append(group)
        left = [person for person in left if person not in group]
    return sorted(groups, key=lambda group: -len(group))


def _columns(group: Sequence[int], neighbours: dict[int, list[int]]) -> tuple[list[int], list[int]]:
    side: dict[int, bool] = {}
    for person in group:
        met = [side[other] for other in neighbours[person] if other in side]
        side[person] = met.count(False) >= met.count(True)
    for _ in group:  # until nobody gains by changing sides; each change shortens the sum of same-sided lines
        moved = False
        for person in group:
            same = sum(side[other] is side[person] for other in neighbours[person])
            if 2 * same > len(neighbours[person]):
                side[person], moved = not side[person], True
        if not moved:
            break
    return [person for person in group if side[person]], [person for person in group if not side[person]]


def _ordered(left: list[int], right: list[int], neighbours: dict[int, list[int]]) -> tuple[list[int], list[int]]:
    best, fewest = (left, right), _crossings(left, right, neighbours)
    for turn in range(8):
        moving, fixed = (right, left) if turn % 2 == 0 else (left, right)
        row = {person: (index + 0.5) / len(fixed) for index, person in enumerate(fixed)}
        own = {person: (index + 0.5) / len(moving) for index, person in enumerate(moving)}

        def mean(person: int, row: dict[int, float] = row, own: dict[int, float] = own) -> float:
            rows = [row[other] for other in neighbours[person] if other in row]
            return sum(rows) / len(rows) if rows else own[person]

        moving = sorted(moving, key=mean)
        left, right = (fixed, moving) if turn % 2 == 0 else (moving, fixed)
        crossings = _crossings(left, right, neighbours)
        if crossings < fewest:
            best, fewest = (left, right), crossings
    return best


def _crossings(left: Sequence[int], right: Sequence[int], neighbours: dict[int, list[int]]) -> int:
    row = {person: index for index, person in enumerate(right)}
    lines = [(index, row[other]) for index, person in enumerate(left) for other in neighbours[person] if other in row]
    return sum((a[0] - b[0]) * (a[1] - b[1]) < 0 for a, b in combinations(lines, 2))
