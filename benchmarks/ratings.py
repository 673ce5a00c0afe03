"""Reads every distinct rating of 65,000 critics' reviews, and takes denominators away to see whether they are found again.

``python -m benchmarks ratings`` prints how many ratings are read on which scale, those that are not
with the reason, and as a check of plausibility the share of "fresh" verdicts beside each value; then,
over reviews with their critics, how often the scale of a bare number is inferred and how often rightly.
"""

import csv
import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from benchmarks.corpus import DATA
from filmdossier.reception.own_scale import likeliest_scale
from filmdossier.reception.ratings import RatingReading, read_rating

FORMATS = DATA / "rating-formats.tsv"
REVIEWS = (DATA / "critic-reviews-2018.tsv.gz", DATA / "critic-reviews-2023.jsonl.gz")
_STATED = re.compile(r"(\d+(?:\.\d+)?)/(\d+)")
_BARE = re.compile(r"\d+(?:\.\d+)?")
# A string counts as implausible where this many verdicts or more mostly contradict its value.
_VERDICTS = 5
_HIGH, _LOW = Fraction(7, 10), Fraction(2, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One distinct rating as written, how often it was given and with which verdicts, and what the program reads."""

    raw: str
    count: int
    fresh: int
    rotten: int
    reading: RatingReading

    @property
    def implausible(self) -> bool:
        """Whether a high value goes with "rotten" or a low one with "fresh", in most of enough verdicts."""
        value = self.reading.rating.value
        if value is None or self.fresh + self.rotten < _VERDICTS:
            return False
        return (value >= _HIGH and self.rotten > self.fresh) or (value <= _LOW and self.fresh > self.rotten)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inferred:
    """How many denominators were found again, found wrong, and left open."""

    right: int
    wrong: int
    open: int

    def __str__(self) -> str:
        told = self.right + self.wrong
        total = told + self.open
        if not told:
            return f"none of {total} inferred"
        return f"{self.right} of {told} right ({self.right / told:.1%}), {self.open} of {total} left open"


def written() -> list[Written]:
    """The distinct ratings, in the order of the file."""
    with FORMATS.open(encoding="utf-8") as lines:
        return [
            Written(
                raw=row["rating"],
                count=int(row["count"]),
                fresh=int(row["fresh"]),
                rotten=int(row["rotten"]),
                reading=read_rating(row["rating"]),
            )
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def by_critic() -> Mapping[tuple[str, str], list[tuple[str, str]]]:
    """Critic and outlet → their ratings as written, each with its verdict ("fresh", "rotten", "")."""
    found: defaultdict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for critic, outlet, rating, verdict in _reviews():
        if critic and rating:
            found[critic, outlet].append((rating.strip(), verdict.casefold()))
    return found


def _reviews() -> Iterator[tuple[str, str, str, str]]:
    with gzip.open(REVIEWS[0], "rt", encoding="utf-8", errors="replace") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield row["critic"] or "", row["publisher"] or "", row["rating"] or "", row["fresh"] or ""
    with gzip.open(REVIEWS[1], "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield row["critic"] or "", row["outlet"] or "", row["score"] or "", row["state"] or ""


def one_bare(critics: Mapping[tuple[str, str], Sequence[tuple[str, str]]]) -> Inferred:
    """One rating of each critic without its denominator (two, where there are ten), all others as they are."""
    outcomes: Counter[bool | None] = Counter()
    for given in critics.values():
        stated = [index for index, (raw, _) in enumerate(given) if _share(raw) is not None]
        for index in (stated[:1] + stated[len(stated) // 2 :][:1]) if len(stated) >= 10 else stated[:1]:
            count, top = _share(given[index][0]) or (Fraction(0), 1)
            found = likeliest_scale(count, [raw for other, (raw, _) in enumerate(given) if other != index])
            outcomes[None if found is None else found == top] += 1
    return Inferred(right=outcomes[True], wrong=outcomes[False], open=outcomes[None])


def all_bare(critics: Mapping[tuple[str, str], Sequence[tuple[str, str]]], least: int) -> Inferred:
    """Every rating of a critic without its denominator, for critics of one scale with ``least`` ratings or more."""
    outcomes: Counter[bool | None] = Counter()
    for given in critics.values():
        shares = [share for raw, _ in given if (share := _share(raw)) is not None]
        if len(shares) < least or len({top for _, top in shares}) > 1:
            continue
        found = likeliest_scale(shares[0][0], [f"{float(count):g}" for count, _ in shares[1:]])
        outcomes[None if found is None else found == shares[0][1]] += 1
    return Inferred(right=outcomes[True], wrong=outcomes[False], open=outcomes[None])


def really_bare(critics: Mapping[tuple[str, str], Sequence[tuple[str, str]]]) -> tuple[dict[str, Counter[str]], int]:
    """The bare numbers of the reviews themselves: band of the inferred value → verdicts, and how many stay open."""
    bands: defaultdict[str, Counter[str]] = defaultdict(Counter)
    open_ = 0
    for given in critics.values():
        for raw, verdict in given:
            if _BARE.fullmatch(raw) is None or verdict not in ("fresh", "rotten"):
                continue
            top = likeliest_scale(Fraction(raw), [other for other, _ in given])
            if top is None:
                open_ += 1
            else:
                bands[_band(Fraction(raw) / top)][verdict] += 1
    return dict(sorted(bands.items())), open_


def _share(raw: str) -> tuple[Fraction, int] | None:
    match = _STATED.fullmatch(raw)
    if match is None or not int(match[2]) or Fraction(match[1]) > int(match[2]):
        return None
    return Fraction(match[1]), int(match[2])


def _band(value: Fraction) -> str:
    return next(name for name, top in (("0–39 %", 0.4), ("40–59 %", 0.6), ("60–69 %", 0.7), ("70–100 %", 1.1)) if value < top)


def report(found: Sequence[Written]) -> str:
    """The measurement of the formats as text."""
    total = sum(each.count for each in found)
    valued = [each for each in found if each.reading.rating.value is not None]
    lines = [
        f"{len(found)} distinct strings, {total} ratings; with a value {len(valued)} strings, "
        f"{sum(each.count for each in valued) / total:.2%} of the ratings"
    ]
    scales = Counter[str]()
    strings = Counter[str]()
    for each in valued:
        scales[each.reading.rating.scale] += each.count
        strings[each.reading.rating.scale] += 1
    lines += [f"  scale {scale:10} {count:6} ratings in {strings[scale]:3} strings" for scale, count in scales.most_common()]
    lines.append("without a value, and why:")
    reasons: defaultdict[str, list[Written]] = defaultdict(list)
    for each in found:
        if each.reading.doubt is not None:
            reasons[each.reading.doubt.value].append(each)
    for reason, those in sorted(reasons.items(), key=lambda item: -sum(each.count for each in item[1])):
        lines.append(f"  {reason}: {sum(each.count for each in those)} ratings: " + ", ".join(each.raw for each in those))
    lines.append('"fresh" among the verdicts, by value:')
    bands: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    for each in valued:
        assert each.reading.rating.value is not None
        band = bands[_band(each.reading.rating.value)]
        band[0] += each.fresh
        band[1] += each.fresh + each.rotten
    lines += [f"  {band:9} {fresh / all_:6.1%} of {all_}" for band, (fresh, all_) in sorted(bands.items())]
    lines.append("values that most verdicts contradict: " + (", ".join(each.raw for each in found if each.implausible) or "none"))
    return "\n".join(lines)


def main(_arguments: list[str]) -> int:
    """Prints the measurements."""
    if not FORMATS.exists() or not all(path.exists() for path in REVIEWS):
        print(f"the critics' ratings are not at {DATA}", file=sys.stderr)
        return 1
    print(report(written()))
    critics = by_critic()
    print("\nthe scale of a bare number, from the critic's other ratings:")
    print(f"  one denominator taken away: {one_bare(critics)}")
    for least in (4, 16, 64):
        print(f"  all taken away, critics of one scale with {least} ratings or more: {all_bare(critics, least)}")
    bands, open_ = really_bare(critics)
    print(f"  bare numbers of the reviews themselves: {open_} left open; by inferred value")
    for band, verdicts in bands.items():
        judged = verdicts["fresh"] + verdicts["rotten"]
        print(f"    {band:9} {verdicts['fresh'] / judged if judged else 0:6.1%} fresh of {judged}")
    return 0
