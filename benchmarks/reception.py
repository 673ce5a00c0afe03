"""Holds our share of positive reviews against the published one, and measures what critics' leniency is worth.

``python -m benchmarks reception`` prints, over every film of the table of 2023, the difference between
the share counted from the verdicts (as printed, and with each review once) and the published figure;
then the error of the leniency model on ratings it has not seen, against the plain mean of the film,
beside what the model could reach at best; and the time it takes for a million ratings.
"""

import csv
import gzip
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha1
from math import sqrt
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.corpus import DATA
from filmdossier.reception.adjusting import LEAST_RATINGS, Critic
from filmdossier.reception.aggregators import tomatometer
from filmdossier.reception.copies import copies, voice
from filmdossier.reception.leniency import Leniency, fit
from filmdossier.reception.ratings import parse_rating

if TYPE_CHECKING:
    from numpy.typing import NDArray

TABLE_2018 = DATA / "critic-reviews-2018.tsv.gz"
TABLE_2023 = DATA / "critic-reviews-2023.jsonl.gz"
_HELD_BACK = 5  # one rating in so many
_FEW = (1, 2, 3, 5, 10, 20)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A critic's line in a table: ``fresh`` is the verdict, ``published`` the film's share in per cent, None where not given."""

    film: str
    critic: str
    outlet: str
    rating: str
    words: str
    fresh: bool
    published: int | None = None


Lines = Callable[[], Iterator[Line]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """A rating, 0 to 1, by a critic of a film."""

    film: str
    critic: Critic
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """The positive share of one film: published, and counted from the lines as printed and each once; (positive, all)."""

    film: str
    published: int
    printed: tuple[int, int]
    once: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Errors:
    """Root mean square and mean absolute error over ``ratings`` held back, of the film's plain mean and of the model."""

    ratings: int
    plain: tuple[float, float]
    model: tuple[float, float]

    def __str__(self) -> str:
        gains = [1 - model / plain for plain, model in zip(self.plain, self.model, strict=True)]
        return (
            f"{self.ratings:6} ratings   RMSE {self.plain[0]:.4f} → {self.model[0]:.4f} ({-gains[0]:+.1%})   "
            f"MAE {self.plain[1]:.4f} → {self.model[1]:.4f} ({-gains[1]:+.1%})"
        )


def lines_2023() -> Iterator[Line]:
    """The table of 2023: animation, musicals and others, with each film's published share."""
    with gzip.open(TABLE_2023, "rt", encoding="utf-8") as file:
        for text in file:
            row = json.loads(text)
            yield Line(
                film=f"{row['set']}/{row['movie']} ({row['year']})",
                critic=row["critic"],
                outlet=row["outlet"],
                rating=row["score"],
                words=row["quote"],
                fresh=row["state"] == "fresh",
                published=int(row["tomatometer"].rstrip("%")),
            )


def lines_2018() -> Iterator[Line]:
    """The table of 2018: a thousand films of all kinds by number, no published share."""
    with gzip.open(TABLE_2018, "rt", encoding="latin-1", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield Line(
                film=f"2018/{row['id']}",
                critic=row["critic"] or "",
                outlet=row["publisher"] or "",
                rating=row["rating"] or "",
                words=row["review"] or "",
                fresh=row["fresh"] == "fresh",
            )


def shares(lines: Iterable[Line]) -> list[Share]:
    """The share of every film that has a published one."""
    films: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        films[line.film].append(line)
    found = []
    for film, printed in films.items():
        again = {copy.index for copy in copies([(line.critic, line.outlet, line.words) for line in printed])}
        once = [line for index, line in enumerate(printed) if index not in again]
        if printed[0].published is not None:
            counts = [(sum(line.fresh for line in some), len(some)) for some in (printed, once)]
            found.append(Share(film=film, published=printed[0].published, printed=counts[0], once=counts[1]))
    return found


def rated(lines: Iterable[Line]) -> list[Rated]:
    """The ratings on known scales, the first of each film, critic and outlet."""
    found: dict[tuple[str, Critic], Rated] = {}
    for line in lines:
        value = parse_rating(line.rating).value if line.rating else None
        if value is not None:
            critic = voice(line.critic, line.outlet)
            found.setdefault((line.film, critic), Rated(film=line.film, critic=critic, value=float(value)))
    return list(found.values())


def _number(*words: str) -> int:
    return int(sha1("\x1f".join(words).encode(), usedforsecurity=False).hexdigest(), 16)


def _fitted(known: Sequence[Rated]) -> Leniency:
    return fit([one.film for one in known], [one.critic for one in known], [one.value for one in known])


def errors(known: Sequence[Rated], held: Sequence[Rated], model: Leniency) -> Errors:
    """The errors over ``held`` of the plain mean of what is ``known`` of the film, and of the model fitted to it."""
    by_film: dict[str, list[float]] = defaultdict(list)
    for one in known:
        by_film[one.film].append(one.value)
    plain = {film: sum(values) / len(values) for film, values in by_film.items()}
    everywhere = sum(one.value for one in known) / len(known)
    return Errors(
        ratings=len(held),
        plain=_both([one.value - plain.get(one.film, everywhere) for one in held]),
        model=_both([one.value - model.expected(one.film, one.critic) for one in held]),
    )


def _both(differences: Sequence[float]) -> tuple[float, float]:
    size = max(len(differences), 1)
    return sqrt(sum(d * d for d in differences) / size), sum(map(abs, differences)) / size


def split(ratings: Sequence[Rated], is_held: Callable[[Rated], bool]) -> tuple[list[Rated], list[Rated]]:
    """The ratings to learn from, and those held back."""
    return [one for one in ratings if not is_held(one)], [one for one in ratings if is_held(one)]


def held_back(one: Rated) -> bool:
    """Whether a rating is held back: a fifth of them, by a hash of film, critic and outlet."""
    return _number(one.film, *one.critic) % _HELD_BACK == 0


def few_known(ratings: Sequence[Rated], number: int) -> tuple[list[Rated], list[Rated]]:
    """All ratings of four films in five and ``number`` of each fifth film; the rest of the fifth films'."""
    fifth: dict[str, list[Rated]] = defaultdict(list)
    for one in ratings:
        if _number(one.film) % _HELD_BACK == 0:
            fifth[one.film].append(one)
    ordered = {film: sorted(some, key=lambda one: _number(one.film, *one.critic)) for film, some in fifth.items()}
    held = {id(one) for some in ordered.values() for one in some[number:]}
    return split(ratings, lambda one: id(one) in held)


def best_possible(model: Leniency) -> float:
    """How much lower than the plain mean's the error of film + critic can be if every critic were known exactly.

    By the variances: √(σ²_noise / (σ²_critics + σ²_noise)).
    """
    components = model.components
    return 1 - sqrt(components.noise / (components.critics + components.noise))


def million(films: int = 20_000, critics: int = 8_000, ratings: int = 1_000_000) -> tuple[float, float]:
    """Seconds of computing to fit a made-up million ratings, and the correlation of the critics found with those it was made of."""
    chance = np.random.default_rng(7)
    quality, generosity = chance.normal(0, 0.14, films), chance.normal(0, 0.06, critics)
    # Some films and critics have thousands of ratings and most have few, as in the tables.
    of_film = chance.choice(films, ratings, p=_shares(chance.pareto(1.2, films) + 0.2))
    of_critic = chance.choice(critics, ratings, p=_shares(chance.pareto(1.1, critics) + 0.1))
    values = np.clip(0.6 + quality[of_film] + generosity[of_critic] + chance.normal(0, 0.15, ratings), 0, 1).tolist()
    names = [(f"critic {number}", f"outlet {number % 900}") for number in range(critics)]
    titles = [f"film {number}" for number in range(films)]
    start = time.process_time()  # what else the machine does should not count
    model = fit([titles[number] for number in of_film], [names[number] for number in of_critic], values)
    seconds = time.process_time() - start
    known = [number for number, name in enumerate(names) if name in model.critics]
    found = np.array([model.critics[names[number]] for number in known])
    return seconds, float(np.corrcoef(found, generosity[known])[0, 1])


def _shares(weights: "NDArray[np.float64]") -> "NDArray[np.float64]":
    parts: NDArray[np.float64] = weights / float(weights.sum())
    return parts


def main(_arguments: list[str]) -> int:
    """Prints the figures; 1 where a film's share is more than a point off."""
    if not TABLE_2023.is_file():
        print(f"the shared data set is not at {DATA}", file=sys.stderr)
        return 1
    lines = list(lines_2023())
    start = time.perf_counter()
    found = shares(lines)
    seconds = time.perf_counter() - start
    print(f"share of positive reviews, {len(found)} films, {len(lines)} lines, {seconds:.1f} s")
    status = 0
    for name, counts in (("as printed", [share.printed for share in found]), ("each once", [share.once for share in found])):
        off = [abs(100 * k / n - share.published) for share, (k, n) in zip(found, counts, strict=True)]
        same = sum(tomatometer(k, n) == share.published for share, (k, n) in zip(found, counts, strict=True))
        within = sum(difference <= 1 for difference in off)
        print(
            f"  {name:12}{sum(n for _, n in counts):7} reviews; within a point {within} of {len(found)}, the same whole per cent {same}, largest {max(off):.2f}"
        )
        status |= within < len(found)
        for share, (k, n), difference in zip(found, counts, off, strict=True):
            if difference > 0.5:
                print(f"    {share.film}: {k} of {n} is {100 * k / n:.2f} %, published {share.published} %")
    tables = {"2018": rated(lines_2018()), "2023": rated(lines)}
    tables["both"] = [*tables["2018"], *tables["2023"]]
    for name, ratings in tables.items():
        _leniency(name, ratings)
    seconds, correlation = million()
    print(
        f"a million made-up ratings: {seconds:.1f} s of computing; correlation with the leniency they were made with {correlation:.3f}"
    )
    return status


def _leniency(name: str, ratings: Sequence[Rated]) -> None:
    known, held = split(ratings, held_back)
    model = _fitted(known)
    parts = model.components
    print(
        f"leniency, table {name}: {len(ratings)} ratings, {len(model.critics)} critics with {LEAST_RATINGS} or more; standard deviations "
        f"film {sqrt(parts.films):.3f}, critic {sqrt(parts.critics):.3f}, rest {sqrt(parts.noise):.3f}; at best {-best_possible(model):.1%}"
    )
    print(f"  a fifth held back              {errors(known, held, model)}")
    print(f"  of those, by a known critic    {errors(known, [one for one in held if one.critic in model.critics], model)}")
    for number in _FEW:
        few, rest = few_known(ratings, number)
        print(f"  films of {number:2} known ratings      {errors(few, rest, _fitted(few))}")
