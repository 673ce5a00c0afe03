"""Measures who is meant in a story: MUC, B³ and entity CEAF over persons in LitBank's fiction.

``python -m benchmarks coreference [train|dev|test]`` reads the hundred openings of novels (or one
part of them) with the shipped reader and prints the mean of the three F1 values for each part: the
scorer of antecedents is trained on *train*, what was tried was chosen by *dev*, and nobody looked at
the mistakes in *test*. LitBank's entities are not typed in these files: those with a personal pronoun
among their mentions count as persons. Mentions are matched by their heads; entities mentioned once
are left out on both sides.

Three tables, since there are two usual ways to measure: *found* takes the mentions as the program
finds them; *given* leaves those that are none of the annotators' out, so that only the linking is
measured; *given, told of* also leaves the words of narrators and of those addressed ("I", "you")
out on both sides.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence

from benchmarks.litbank import LITBANK, Novel, novels, part_of
from filmdossier.extract.story.coreference import Coreference
from filmdossier.extract.story.grammar import trees
from filmdossier.extract.story.persons import Person, Persons
from filmdossier.model.text import Document, Span

PARTS = ("train", "dev", "test")
WAYS = ("found", "given", "given, told of")
_PRONOUNS = frozenset(
    "he him his himself she her hers herself i me my mine myself they them their themselves you your yours yourself we us our".split()
)

_SPEAKING = frozenset("i me my mine myself we us our ours you your yours yourself thou thee thy".split())

Tally = dict[str, float]
Clusters = list[frozenset[Span]]


def main(arguments: list[str]) -> int:
    """Prints three tables for each part, and for all of them together."""
    if not LITBANK.is_file():
        print(f"LitBank is not at {LITBANK}", file=sys.stderr)
        return 1
    parts = [part for part in arguments if part in PARTS] or [*PARTS, "all"]
    tallies = {part: {way: [_nothing() for _ in range(3)] for way in WAYS} for part in parts}
    counts = dict.fromkeys(parts, 0)
    for novel in novels():
        own = [part for part in parts if part in (part_of(novel.name), "all")]
        if not own:
            continue
        measured = measure(novel, found(novel))
        for part in own:
            counts[part] += 1
            for way in WAYS:
                for tally, values in zip(tallies[part][way], measured[way], strict=True):
                    for name, value in values.items():
                        tally[name] += value
    for part in parts:
        print(
            f"\n{part}: {counts[part]} documents\n{'mentions':16}{'MUC P':>7}{'R':>6}{'F1':>6}{'B³ P':>8}{'R':>6}{'F1':>6}{'CEAF P':>8}{'R':>6}{'F1':>6}{'mean':>8}"
        )
        for way, three in tallies[part].items():
            rows = [_figures(one) for one in three]
            cells = "".join(f"{precision:8.3f}{recall:6.3f}{f1:6.3f}" for precision, recall, f1 in rows)
            print(f"{way:15}{cells}{sum(row[2] for row in rows) / 3:8.3f}")
    return 0


def _nothing() -> Tally:
    return dict.fromkeys(("recalled", "wanted", "right", "given"), 0.0)


def measure(novel: Novel, clusters: Clusters) -> dict[str, list[Tally]]:
    """For each way of measuring what MUC, B³ and CEAF count in a novel for which the program has found these clusters."""
    key = [cluster for cluster in novel.entities if len(cluster) > 1 and _persons(novel.document, cluster)]
    theirs = frozenset(span for cluster in key for span in cluster)
    told = frozenset(span for span in theirs if span.of(novel.document.text).casefold() not in _SPEAKING)
    return {
        way: [measuring(_kept(key, kept), _kept(clusters, kept)) for measuring in (_muc, _b_cubed, _ceaf)]
        for way, kept in zip(WAYS, (None, theirs, told), strict=True)
    }


def _kept(clusters: Clusters, mentions: frozenset[Span] | None) -> Clusters:
    """The clusters with only these mentions (all where none are given), as far as two are left of them."""
    if mentions is None:
        return clusters
    return [kept for cluster in clusters if len(kept := cluster & mentions) > 1]


def found(novel: Novel) -> Clusters:
    """The entities that the program finds, each mention as the narrowest annotated one around its head, else as the head."""
    spans = sorted({span for cluster in novel.entities for span in cluster}, key=len)
    annotations = novel.annotated()
    story = list(trees(annotations, novel.sentences))
    coreference = Coreference(annotations, story, Persons(), narrator=Person(name="narrator"))
    entities: dict[int, set[Span]] = defaultdict(set)
    for (sentence, word), person in coreference.people.items():
        head = story[sentence][1].words[word].span
        entities[id(person)].add(_mention(head, spans))
    return [frozenset(cluster) for cluster in entities.values() if len(cluster) > 1]


def _mention(head: Span, spans: Sequence[Span]) -> Span:
    # "his" of "his wife" lies in two mentions: its own is the narrower one.
    return next((span for span in spans if head in span), head)


def _persons(document: Document, cluster: Iterable[Span]) -> bool:
    return any(span.of(document.text).casefold() in _PRONOUNS for span in cluster)


def _muc(key: Clusters, found: Clusters) -> Tally:
    """Vilain et al. 1995: links that must be added to join the parts into which the other side cuts an entity."""

    def links(these: Clusters, those: Clusters) -> tuple[int, int]:
        owner = {mention: number for number, cluster in enumerate(those) for mention in cluster}
        kept = 0
        for cluster in these:
            parts = {owner[mention] for mention in cluster if mention in owner}
            kept += len(cluster) - len(parts) - sum(mention not in owner for mention in cluster)
        return kept, sum(len(cluster) - 1 for cluster in these)

    recalled, wanted = links(key, found)
    right, given = links(found, key)
    return {"recalled": recalled, "wanted": wanted, "right": right, "given": given}


def _b_cubed(key: Clusters, found: Clusters) -> Tally:
    """Bagga and Baldwin 1998: for each mention the share of its entity that both sides agree on."""

    def shared(these: Clusters, those: Clusters) -> tuple[float, int]:
        owner = {mention: cluster for cluster in those for mention in cluster}
        total = sum(len(cluster & owner.get(mention, frozenset())) / len(cluster) for cluster in these for mention in cluster)
        return total, sum(map(len, these))

    recalled, wanted = shared(key, found)
    right, given = shared(found, key)
    return {"recalled": recalled, "wanted": wanted, "right": right, "given": given}


def _ceaf(key: Clusters, found: Clusters) -> Tally:
    """Luo 2005, with φ4: entities matched one to one, 2|K∩F| / (|K| + |F|) each."""
    alike = [[2 * len(wanted & given) / (len(wanted) + len(given)) for given in found] for wanted in key]
    matched = _best_matching(alike)
    return {"recalled": matched, "wanted": len(key), "right": matched, "given": len(found)}


def _best_matching(weights: Sequence[Sequence[float]]) -> float:
    """The largest sum of weights over pairs of a row and a column, each used once (Kuhn and Munkres)."""
    if not weights or not weights[0]:
        return 0.0
    if len(weights) > len(weights[0]):
        weights = list(zip(*weights, strict=True))
    rows, columns = len(weights), len(weights[0])
    of_row, of_column = [0.0] * (rows + 1), [0.0] * (columns + 1)
    taken, way = [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        taken[0], column = row, 0
        least, used = [float("inf")] * (columns + 1), [False] * (columns + 1)
        while True:
            used[column] = True
            here, smallest, following = taken[column], float("inf"), 0
            for other in range(1, columns + 1):
                if used[other]:
                    continue
                cost = -weights[here - 1][other - 1] - of_row[here] - of_column[other]
                if cost < least[other]:
                    least[other], way[other] = cost, column
                if least[other] < smallest:
                    smallest, following = least[other], other
            for other in range(columns + 1):
                if used[other]:
                    of_row[taken[other]] += smallest
                    of_column[other] -= smallest
                else:
                    least[other] -= smallest
            column = following
            if taken[column] == 0:
                break
        while column:
            taken[column] = taken[way[column]]
            column = way[column]
    return sum(weights[taken[column] - 1][column - 1] for column in range(1, columns + 1) if taken[column])


def _figures(tally: Tally) -> tuple[float, float, float]:
    precision = tally["right"] / tally["given"] if tally["given"] else 0.0
    recall = tally["recalled"] / tally["wanted"] if tally["wanted"] else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0
