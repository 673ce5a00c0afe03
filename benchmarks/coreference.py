"""Measures who is meant in a story: MUC, B³ and entity CEAF over persons in LitBank's fiction.

``python -m benchmarks coreference [DOCUMENTS]`` reads the hundred openings of novels (or so many of
them) with the shipped reader and prints the mean of the three F1 values. LitBank's entities are not
typed in these files: those with a personal pronoun among their mentions count as persons. Mentions
are matched by their heads; entities mentioned once are left out on both sides.

Three tables, since there are two usual ways to measure, and one thing that the program does not do:
*found* takes the mentions as the program finds them; *given* leaves those that are none of the
annotators' out, so that only the linking is measured; *given, told of* also leaves the words of
narrators and of those addressed ("I", "you") out on both sides. In the first two these count as
missed: plots have neither, and the program does not look for them.
"""

import sys
import tarfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from filmdossier.annotate.mentions import mentions
from filmdossier.annotate.reader.grammar import parse
from filmdossier.extract.story.coreference import Coreference
from filmdossier.extract.story.grammar import trees
from filmdossier.extract.story.persons import Persons
from filmdossier.model.annotations import Annotations, DocumentKind, Role, Sentence
from filmdossier.model.text import Document, Source, Span
from filmdossier.read.builder import DocumentBuilder

LITBANK = Path(__file__).parents[2] / "shared" / "data" / "litbank.tar.gz"
_PRONOUNS = frozenset(
    "he him his himself she her hers herself i me my mine myself they them their themselves you your we us our".split()
)

_SPEAKING = frozenset("i me my mine myself we us our ours you your yours yourself thou thee thy".split())

Tally = dict[str, float]
Clusters = list[frozenset[Span]]


def main(arguments: list[str]) -> int:
    """Prints one table."""
    if not LITBANK.is_file():
        print(f"LitBank is not at {LITBANK}", file=sys.stderr)
        return 1
    most = int(arguments[0]) if arguments and arguments[0].isdigit() else None
    tallies: dict[str, list[Tally]] = {
        way: [dict.fromkeys(("recalled", "wanted", "right", "given"), 0.0) for _ in range(3)]
        for way in ("found", "given", "given, told of")
    }
    texts = list(_texts(most))
    for text in texts:
        document, sentences, wanted = _document(text)
        found = _found(document, sentences, wanted)
        key = [cluster for cluster in wanted if len(cluster) > 1 and _persons(document, cluster)]
        theirs = frozenset(span for cluster in key for span in cluster)
        told = frozenset(span for span in theirs if span.of(document.text).casefold() not in _SPEAKING)
        for way, kept in (("found", None), ("given", theirs), ("given, told of", told)):
            these, those = _kept(key, kept), _kept(found, kept)
            for tally, measure in zip(tallies[way], (_muc, _b_cubed, _ceaf), strict=True):
                for name, value in measure(these, those).items():
                    tally[name] += value
    print(f"{len(texts)} documents")
    for way, measured in tallies.items():
        rows = [_figures(tally) for tally in measured]
        print(f"\nmentions {way}\n{'':8}{'P':>7}{'R':>7}{'F1':>7}")
        for name, (precision, recall, f1) in zip(("MUC", "B³", "CEAFe"), rows, strict=True):
            print(f"{name:8}{precision:7.3f}{recall:7.3f}{f1:7.3f}")
        print(f"{'average':8}{'':14}{sum(row[2] for row in rows) / 3:7.3f}")
    return 0


def _kept(clusters: Clusters, mentions: frozenset[Span] | None) -> Clusters:
    """The clusters with only these mentions (all where none are given), as far as two are left of them."""
    if mentions is None:
        return clusters
    return [kept for cluster in clusters if len(kept := cluster & mentions) > 1]


def _texts(most: int | None) -> Iterator[str]:
    with tarfile.open(LITBANK) as archive:
        names = sorted(name for name in archive.getnames() if "/conll/" in f"/{name}" and name.endswith(".conll"))
        for name in names[:most]:
            member = archive.extractfile(name)
            if member is not None:
                yield member.read().decode()


def _document(text: str) -> tuple[Document, list[Sentence], Clusters]:
    """The tokens as a document of one paragraph a sentence, and its entities as spans of mentions."""
    rows = [[line.split("\t") for line in block.splitlines() if "\t" in line] for block in text.split("\n\n")]
    rows = [block for block in rows if block]
    builder = DocumentBuilder(Source(origin="novel.txt", media_type="text/plain", sha256=sha256(text.encode()).hexdigest()))
    for block in rows:
        builder.paragraph(" ".join(row[3] for row in block))
    document = builder.build()
    sentences: list[Sentence] = []
    entities: dict[str, set[Span]] = defaultdict(set)
    position = 0
    for block in rows:
        start = position
        opened: dict[str, list[int]] = defaultdict(list)
        for row in block:
            at = document.text.index(row[3], position)
            position = at + len(row[3])
            start = at if row is block[0] else start
            for mark in row[-1].strip().split("|") if len(row) > 12 else ():
                entity = mark.strip("()")
                if mark.startswith("("):
                    opened[entity].append(at)
                if mark.endswith(")") and opened[entity]:
                    entities[entity].add(Span(opened[entity].pop(), position))
        index = next((i for i, one in enumerate(document.blocks) if start in one.span), 0)
        sentences.append(Sentence(index=len(sentences), span=Span(start, position), block=index, section=(), role=Role.PLOT))
    return document, sentences, [frozenset(spans) for spans in entities.values()]


def _found(document: Document, sentences: Sequence[Sentence], wanted: Clusters) -> Clusters:
    """The entities that the program finds, each mention as the narrowest annotated one around its head, else as the head."""
    spans = sorted({span for cluster in wanted for span in cluster}, key=len)
    annotations = Annotations(
        document=document,
        kind=DocumentKind.OTHER,
        sentences=tuple(sentences),
        mentions=mentions(document, sentences),
        words=parse(document.text, [sentence.span for sentence in sentences]),
    )
    story = list(trees(annotations, sentences))
    coreference = Coreference(annotations, story, Persons())
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
