"""Reads the cast from sentences.

Enters the sentences of a document's passage and the performances that fields and lists gave; leaves
further performances. Refuses the casts of other films and versions, the makers and critics of this
one, and persons that a sentence names without saying that they act in it.
"""

import re
from collections.abc import Iterator, Sequence

from filmdossier.extract.cast.announced import ANNOUNCED
from filmdossier.extract.cast.belief import Belief
from filmdossier.extract.cast.clauses import NAME, Clause, clauses_of
from filmdossier.extract.cast.entries import is_cast_section, other_production
from filmdossier.extract.cast.gapped import RULE as GAPPED
from filmdossier.extract.cast.gapped import Gapped
from filmdossier.extract.cast.grammar import RULE, CastGrammar
from filmdossier.extract.cast.lists import list_entry_end
from filmdossier.extract.cast.making import Making
from filmdossier.extract.cast.patterns import PATTERNS, Reading
from filmdossier.extract.cast.performance import Performance
from filmdossier.extract.cast.reader import Reader
from filmdossier.extract.cast.roster import Roster
from filmdossier.extract.story.grammar import Tree
from filmdossier.model.annotations import Annotations, DocumentKind, Topic
from filmdossier.model.claim import Polarity
from filmdossier.model.text import BlockKind, Origin

_AFTER_PARTS = 1  # the pass after which characters are known
_READ = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE})
_SYNOPSIS = re.compile(
    r"^(?:.*\.)?(?:synopsis|summary|description|excerpt|plot|logline|tagline|lede|dek|subtitle|premise|abstract|storyline|intro)$",
    re.IGNORECASE,
)


def told(annotations: Annotations, topic: Topic, sure: Sequence[Performance]) -> Iterator[Performance]:
    """Performances that sentences tell, those of the sure patterns first."""
    roster = Roster(annotations, topic, sure)
    clauses = list(_clauses(annotations, topic))
    for clause in clauses:
        roster.read_crew(clause)
    review = annotations.kind not in (DocumentKind.ENCYCLOPEDIA, DocumentKind.SCORES)
    # Beside a long cast list, a name that the list lacks needs better words than "N … as P".
    complete = sum(performance.rule.startswith(("list", "table")) for performance in sure) >= 6
    judging = annotations.kind is DocumentKind.REVIEW
    by_sentence = {c.sentence.index: c for c in clauses}
    belief = Belief(roster, review=review, judging=judging, complete=complete, clauses=by_sentence)
    reader = Reader(belief)
    # Those that give a part come before those that only name: by then the characters are known.
    rows = (*PATTERNS, *ANNOUNCED)
    passes = (
        [p for p in rows if p.sure],
        [p for p in rows if not p.sure and p.gives_part],
        [p for p in rows if not p.sure and p.reading is Reading.NO_PART],
        [p for p in rows if p.reading is Reading.PRONOUN],
    )
    read: dict[int, list[Performance]] = {}  # by sentence
    for number, patterns in enumerate(passes):
        for clause in clauses:
            for performance in reader.read(clause, patterns):
                if performance.polarity is Polarity.ASSERTED:
                    roster.add(performance)
                    read.setdefault(clause.sentence.index, []).append(performance)
                yield performance
        if number == _AFTER_PARTS:
            yield from _by_grammar(annotations, clauses, belief, read)


def _by_grammar(
    annotations: Annotations, clauses: Sequence[Clause], belief: Belief, read: dict[int, list[Performance]]
) -> Iterator[Performance]:
    """What the trees of sentences tell beside the patterns, once the parts they give are known, and what follows without a verb."""
    making = Making(belief)
    grammar = CastGrammar(belief.roster, making)
    gapped = Gapped(grammar, making)
    for clause in clauses:
        if belief.silent(clause):
            continue
        told = read.setdefault(clause.sentence.index, [])
        tree = Tree.of(annotations, clause.sentence) if belief.review else None
        for performance in list(grammar.read(clause, tree, told=bool(told))) if tree is not None else ():
            if belief.believes(performance, RULE, clause):
                belief.roster.add(performance)
                told.append(performance)
                yield performance
        for performance in list(gapped.read(clause, told)):
            if belief.believes(performance, GAPPED, clause):
                belief.roster.add(performance)
                yield performance


def _clauses(annotations: Annotations, topic: Topic) -> Iterator[Clause]:
    for sentence in annotations.sentences_in(topic.passage):
        block = annotations.block_of(sentence)
        synopsis = block.kind is BlockKind.FIELD and _SYNOPSIS.match(block.label)
        if (block.kind not in _READ and not synopsis) or block.origin in (Origin.CATEGORIES, Origin.RATINGS, Origin.TRACK_LISTING):
            continue
        if annotations.kind is DocumentKind.ENCYCLOPEDIA and other_production(block.section):
            continue
        start = None
        if block.kind is BlockKind.LIST_ITEM and is_cast_section(block.section):
            end = list_entry_end(annotations, block)
            if sentence.span.end <= end:
                continue
            start = max(end, sentence.span.start)
        if synopsis:
            start = block.cells[0].span.start
        for clause in clauses_of(annotations, topic, sentence, start=start):
            if NAME[0] in clause.blanked:
                yield clause
