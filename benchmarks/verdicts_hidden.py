"""The share of positive with the verdicts hidden: read out of each review's words and rating, film by film.

``python -m benchmarks verdicts-hidden [--models DIR]`` reads the critics' lines of 247 films beside their
published share of positive. Everything that was fitted is fitted without the film it is tried on:
the word models (five, each without a fifth of the films; ``DIR`` keeps them, or they are trained anew
in a quarter of an hour), the regression and the films' common error. Reported are the mean absolute
error in points, how often the 95 % interval holds the published figure and how wide it is; and the
same where only the first ten, twenty or forty reviews of a film are known (in an order by hash).
Two readings are measured: everything that the words' reading says, and what a record keeps of it and estimates
from, the likeliest stance and how likely it is. The word model that ships has seen most of these films and is not used.
"""

import sys
import tempfile
from collections.abc import Callable, Sequence
from hashlib import sha1
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING

from filmdossier.model.reception import EstimatedShare
from filmdossier.reception.estimated import Shared, estimate_share

if TYPE_CHECKING:
    from training import recommends

DATA = Path(__file__).parents[2] / "shared" / "data"
SAMPLES = (10, 20, 40)
MODELS = "--models"


def main(arguments: list[str]) -> int:
    """Prints one table."""
    if not (DATA / "critic-reviews-2023.jsonl.gz").is_file():
        print(f"the critics' lines are not at {DATA}", file=sys.stderr)
        return 1
    if MODELS in arguments:
        return _report(Path(arguments[arguments.index(MODELS) + 1]))
    with tempfile.TemporaryDirectory() as folder:
        return _report(Path(folder))


def _report(models: Path) -> int:
    # Fitting needs the training extra: nobody else who asks for a measurement should.
    from training import recommends

    read = recommends.read_reviews(DATA, recommends.word_models(DATA, models))
    for name, reviews in (("all that the words' reading says", read), ("what a record keeps of it", recommends.as_recorded(read))):
        print(f"\n{name}")
        _report_on(reviews)
    return 0


def _report_on(reviews: "Sequence[recommends.Review]") -> None:
    from training import recommends

    odds = recommends.cross_fitted(reviews)
    known: dict[str, list[tuple[float, bool]]] = {}
    for review, own in zip(reviews, odds, strict=True):
        known.setdefault(review.film, []).append((own, review.fresh))
    parts = {review.film: review.part for review in reviews}
    published = {review.film: review.published for review in reviews}
    common = [
        recommends.fit_shared([_apart(rows) for film, rows in known.items() if parts[film] != part])
        for part in range(recommends.PARTS)
    ]
    right = mean((own > 0) == review.fresh for review, own in zip(reviews, odds, strict=True))
    fresh = mean(review.fresh for review in reviews)
    print(
        f"{len(reviews)} reviews of {len(known)} films; verdict from words and rating right in {right:.3f} (majority {fresh:.3f})"
    )
    print(f"{'reviews read':22}{'films':>6}{'MAE':>7}{'held':>7}{'width':>7}   deviations: classification, bias, sampling")
    whole = _table(known, published, lambda film, rows: _whole(rows, common[parts[film]]))
    print(f"{'all':22}{whole}")
    for size in SAMPLES:
        large = {film: rows for film, rows in known.items() if len(rows) >= 2 * size}

        def sampled(film: str, rows: Sequence[tuple[float, bool]], size: int = size) -> EstimatedShare:
            order = sorted(range(len(rows)), key=lambda i: sha1(f"{film}/{i}".encode(), usedforsecurity=False).digest())
            return estimate_share([rows[i][0] for i in order[:size]], common[parts[film]], total=len(rows))

        print(f"{f'{size} of them, by hash':22}{_table(large, published, sampled)}")
    naive = mean(abs(100 * mean(own > 0 for own, _ in rows) - published[film]) for film, rows in known.items())
    given = max(abs(100 * mean(fresh for _, fresh in rows) - published[film]) for film, rows in known.items())
    print(f"for comparison: counting the likelier verdicts errs by {naive:.2f} points; the given verdicts by at most {given:.2f}")


def _apart(rows: Sequence[tuple[float, bool]]) -> tuple[list[float], list[bool]]:
    return [own for own, _ in rows], [fresh for _, fresh in rows]


def _whole(rows: Sequence[tuple[float, bool]], shared: Shared) -> EstimatedShare:
    return estimate_share([own for own, _ in rows], shared, total=len(rows))


def _table(
    known: dict[str, list[tuple[float, bool]]],
    published: dict[str, float],
    estimate: Callable[[str, Sequence[tuple[float, bool]]], EstimatedShare],
) -> str:
    found = [(estimate(film, rows), published[film]) for film, rows in known.items()]
    error = mean(abs(one.share - figure) for one, figure in found)
    held = mean(one.low <= figure <= one.high for one, figure in found)
    width = mean(one.high - one.low for one, _ in found)
    parts = ", ".join(
        f"{mean(values):.1f}" for values in zip(*((e.classification, e.bias, e.sampling) for e, _ in found), strict=True)
    )
    return f"{len(found):6}{error:7.2f}{held:7.3f}{width:7.1f}   {parts}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
