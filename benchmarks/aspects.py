"""Sides of a film with polarity, held against reviews annotated sentence by sentence.

``python -m benchmarks aspects`` counts a side right where a sentence is said to praise (or blame) it and the
annotators said the same; what they merely saw named, or did not see, is a false alarm. The film as a
whole, which a record lists under stance and not under aspects, is counted apart. First the third of the
reviews that nothing was fitted on and nobody looked at, then the others with the polarity fitted anew
without an eighth of the reviews at a time; with the trained reader of opinions and without. Beside it the word lists alone: every side named in a clause
where words of praise and blame do not balance.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from training.aspect_annotation import WHOLE, AnnotatedSentence, read_sentences, their_side

from filmdossier.annotate.reader.judging import judge
from filmdossier.extract.reviews.aspect_kinds import Named
from filmdossier.extract.reviews.aspect_polarity import PolarityModel, candidates, clause_around, judged_sides
from filmdossier.extract.stance import judging_words
from filmdossier.model.annotations import Judge

DATA = Path(__file__).parents[2] / "shared" / "data"
FOLDS = 8


def main(_arguments: list[str]) -> int:
    """Prints one table a part."""
    if not (DATA / "film-aspects.tar.gz").is_file():
        print(f"the annotated reviews are not at {DATA}", file=sys.stderr)
        return 1
    sentences = list(read_sentences(DATA))
    apart = [one for one in sentences if one.kept_apart]
    known = [one for one in sentences if not one.kept_apart]
    print(f"kept apart: {_size(apart)}")
    _print("with the reader", [(one, found(one.words, judge=judge)) for one in apart], sides=True)
    _print("without", [(one, found(one.words)) for one in apart])
    _print("word lists alone", [(one, listed(one.words)) for one in apart])
    print(f"\nthe others, fitted anew for each eighth: {_size(known)}")
    _print("with the reader", list(_refitted(known, judge)), sides=True)
    _print("without", list(_refitted(known)))
    _print("word lists alone", [(one, listed(one.words)) for one in known])
    return 0


def found(words: str, model: PolarityModel | None = None, judge: Judge | None = None) -> dict[str, int]:
    """The sides that ``model`` finds judged; of several of ours that are one of theirs the surest."""
    sides: dict[str, tuple[float, int]] = {}
    for judged in judged_sides(words, film=True, model=model, judge=judge):
        side = their_side(Named(judged.kind, judged.start, judged.end), words)
        sides[side] = max(sides.get(side, (0.0, 0)), (judged.probability, 1 if judged.good else -1))
    return {side: sign for side, (_, sign) in sides.items()}


def listed(words: str) -> dict[str, int]:
    """The sides named in clauses where the lists of judging words tip the balance."""
    sides = {}
    for named, _ in candidates(words, film=True):
        good, bad = judging_words(clause_around(words, named))
        if good != bad:
            sides[their_side(named, words)] = 1 if good > bad else -1
    return sides


def _refitted(
    sentences: Sequence[AnnotatedSentence], judge: Judge | None = None
) -> Iterator[tuple[AnnotatedSentence, dict[str, int]]]:
    # Fitting needs the training extra.
    from training import aspects

    reviews = sorted({one.review for one in sentences})
    for fold in range(FOLDS):
        held = set(reviews[fold::FOLDS])
        model = aspects.fit([one for one in sentences if one.review not in held], judge)
        yield from ((one, found(one.words, model, judge)) for one in sentences if one.review in held)


def _size(sentences: Sequence[AnnotatedSentence]) -> str:
    judged = [sign for one in sentences for sign in one.sides.values() if sign]
    return f"{len({one.review for one in sentences})} reviews, {len(sentences)} sentences, {len(judged)} sides judged ({judged.count(-1)} blamed)"


def _print(name: str, results: Sequence[tuple[AnnotatedSentence, dict[str, int]]], *, sides: bool = False) -> None:
    tally: Counter[tuple[str, str]] = Counter()
    for one, got in results:
        wanted = {side: sign for side, sign in one.sides.items() if sign}
        tally.update(("gold", side) for side in wanted)
        tally.update(("got", side) for side in got)
        tally.update(("hit", side) for side, sign in got.items() if wanted.get(side) == sign)
        tally.update(("named", side) for side in got if side in wanted)
    every = sorted({side for _, side in tally})
    print(
        f"{name:22} aspects {_figures(tally, [s for s in every if s != WHOLE])}; with the film as a whole {_figures(tally, every)}"
    )
    agreed = sum(tally["named", side] for side in every if side != WHOLE)
    right = sum(tally["hit", side] for side in every if side != WHOLE)
    print(f"{'':22} of {agreed} aspects judged by both, the polarity agrees in {right / max(agreed, 1):.3f}")
    if sides:
        for side in every:
            print(f"    {side:18}{_figures(tally, [side])}")


def _figures(tally: Counter[tuple[str, str]], sides: Sequence[str]) -> str:
    hit, got, gold = (sum(tally[kind, side] for side in sides) for kind in ("hit", "got", "gold"))
    return f"F1 {2 * hit / max(got + gold, 1):.3f} ({hit / max(got, 1):.3f}/{hit / max(gold, 1):.3f}) n={gold}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
