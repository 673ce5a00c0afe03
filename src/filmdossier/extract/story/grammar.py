"""The grammar of one sentence as a tree, and what hangs where in it.

Enters the words of a sentence (Universal Dependencies, as a parser left them); leaves children,
phrases and conjuncts. Every index is local to the tree. Refuses no tree: heads outside the
sentence count as its root, and loops that a parser made are walked once.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property

from filmdossier.extract.story.lemmas import verb_lemma
from filmdossier.extract.story.roles import second_role
from filmdossier.model.annotations import Annotations, Sentence, Word
from filmdossier.model.text import Span

# What a noun phrase keeps of its head's dependents when it stands for a person or thing.
_IN_PHRASE = frozenset({"compound", "amod", "nummod", "flat", "det", "nmod:poss", "nmod:desc", "fixed", "goeswith", "advmod"})
_RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})


class Tree:
    """The words of one sentence with their children; ``first`` is the index of its first word in the annotations."""

    def __init__(self, words: Sequence[Word], first: int, text: str) -> None:
        self.words = tuple(words)
        self.first = first
        self.text = text

    @classmethod
    def of(cls, annotations: Annotations, sentence: Sentence) -> "Tree | None":
        """The tree of a sentence; None where no parser has read it."""
        found = list(annotations.words_in(sentence.span))
        return cls([word for _, word in found], found[0][0], annotations.document.text) if found else None

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def heads(self) -> tuple[int | None, ...]:
        """The local index of each word's head; None for the root."""
        found: list[int | None] = []
        for index, word in enumerate(self.words):
            head = word.head - self.first
            found.append(head if head != index and 0 <= head < len(self.words) else None)
        return tuple(found)

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        children: list[list[int]] = [[] for _ in self.words]
        for index, head in enumerate(self.heads):
            if head is not None:
                children[head].append(index)
        return tuple(map(tuple, children))

    def lemma(self, index: int) -> str:
        """The lemma in lower case; a verb's by rule."""
        word = self.words[index]
        return verb_lemma(word.span.of(self.text)) if word.pos == "VERB" else word.lemma.casefold()

    def surface(self, index: int) -> str:
        """The word as written."""
        return self.words[index].span.of(self.text)

    def noun(self, index: int) -> str:
        """A noun's lemma; all of a hyphened one, whose parts are words of their own: "ex-boyfriend", "son-in-law"."""
        span = self.words[index].span
        start, end = span.start, span.end
        while start > 1 and self.text[start - 1] in "-‐‑" and self.text[start - 2].isalpha():
            start -= 1
            while start > 0 and self.text[start - 1].isalpha():
                start -= 1
        while end + 1 < len(self.text) and self.text[end] in "-‐‑" and self.text[end + 1].isalpha():
            end += 1
            while end < len(self.text) and self.text[end].isalpha():
                end += 1
        if self.text[:start].endswith("right-hand "):
            return f"right-hand {self.lemma(index)}"
        return self.lemma(index) if (start, end) == (span.start, span.end) else self.text[start:end].casefold()

    def within_hyphens(self, index: int) -> bool:
        """Whether the word only goes on with the hyphened noun that its head opens: "law" of "father-in-law"."""
        head = self.heads[index]
        if head is None or head >= index:
            return False
        between = self.text[self.words[head].span.end : self.words[index].span.start]
        return bool(between) and between[0] in "-‐‑" and " " not in between

    def past_hyphens(self, index: int) -> int:
        """Where the text goes on behind a hyphened noun: the place of "Max" for "father" of "father-in-law Max"."""
        last = index
        while (
            last + 1 < len(self.words)
            and self.words[last + 1].span.start == self.words[last].span.end
            and (self.surface(last + 1) in ("-", "‐", "‑") or self.surface(last) in ("-", "‐", "‑"))
        ):
            last += 1
        return last + 1

    def relation(self, index: int) -> str:
        """The relation to the head, subtype included."""
        return self.words[index].relation

    def base(self, index: int) -> str:
        """The relation to the head without its subtype."""
        return self.words[index].relation.split(":")[0]

    def pos(self, index: int) -> str:
        """The universal part of speech."""
        return self.words[index].pos

    def children(self, index: int, *relations: str) -> list[int]:
        """The dependents in text order, of the given relations only if any are given ("nsubj" does not take in "nsubj:pass")."""
        kids = self._children[index]
        return [kid for kid in kids if not relations or self.words[kid].relation in relations]

    def child(self, index: int, *relations: str) -> int | None:
        """The first such dependent; None without one."""
        return next(iter(self.children(index, *relations)), None)

    def subtree(self, index: int) -> list[int]:
        """The word and all below it, in text order."""
        seen = {index}
        queue = [index]
        while queue:
            for kid in self._children[queue.pop()]:
                if kid not in seen:
                    seen.add(kid)
                    queue.append(kid)
        return sorted(seen)

    def ancestors(self, index: int) -> Iterator[int]:
        """The heads above a word, nearest first."""
        seen = {index}
        head = self.heads[index]
        while head is not None and head not in seen:
            seen.add(head)
            yield head
            head = self.heads[head]

    def conjuncts(self, index: int) -> list[int]:
        """The word and the nouns joined to it: "Campa and Quino"."""
        nominal = ("NOUN", "PROPN", "PRON", "NUM", "ADJ")
        joined = [kid for kid in self.children(index, "conj") if not second_role(self, index, kid)]
        return [index, *(kid for kid in joined if self.pos(kid) in nominal and not self.children(kid, "nsubj", "cop"))]

    def cases(self, index: int) -> str:
        """The preposition of a phrase: "with", "in front of", "because of"; '' without one."""
        words = []
        for kid in self.children(index, "case"):
            words.append(self.lemma(kid) if self.lemma(kid) != "’s" else "'s")
            words += [self.lemma(part) for part in self.children(kid, "fixed")]
        return " ".join(words)

    def mark(self, index: int) -> str:
        """The words that open a clause: "to", "if", "so that"; '' without any."""
        words = []
        for kid in self.children(index, "mark"):
            words.append(self.lemma(kid))
            words += [self.lemma(part) for part in self.children(kid, "fixed")]
        return " ".join(words)

    def relative(self, index: int) -> bool:
        """Whether the word is a relative pronoun."""
        return self.lemma(index) in _RELATIVE and self.pos(index) in ("PRON", "DET", "SCONJ")

    def participle(self, index: int) -> bool:
        """Whether a verb's form is a past one ("captured", "shot"), going by its ending and its lemma."""
        form = self.surface(index).casefold()
        return form != self.lemma(index) and not form.endswith(("ing", "s", "in'"))

    def progressive(self, index: int) -> bool:
        """Whether a verb ends in -ing."""
        return self.surface(index).casefold().endswith(("ing", "in'"))

    def phrase(self, index: int) -> Span:
        """The words of a noun phrase that name it: "two uniformed officers", "the end of the war"; no clauses."""
        low, high = self._near(index)
        for kid in self.children(index, "nmod", "nmod:unmarked"):
            # "the head of the gang" means little without its second half.
            if self.cases(kid) == "of" and kid > index and kid - index <= 4:
                high = max(high, self._near(kid)[1])
        return Span(self.words[low].span.start, self.words[high].span.end)

    def _near(self, index: int) -> tuple[int, int]:
        """First and last word of the head with its closest dependents, without a gap."""
        low = high = index
        wanted: set[int] = {index}
        queue = [index]
        while queue:
            for kid in self._children[queue.pop()]:
                if self.words[kid].relation in _IN_PHRASE and kid not in wanted:
                    wanted.add(kid)
                    queue.append(kid)
                elif self.words[kid].relation == "case" and self.lemma(kid) in ("'s", "’s", "'", "’") and kid not in wanted:
                    wanted.add(kid)
        while low - 1 in wanted or (low - 2 in wanted and low >= 2 and self.surface(low - 1) in ("-", "–", '"', "“", "”")):
            low -= 1
        while high + 1 in wanted and self.words[high + 1].relation in (
            "flat",
            "compound",
            "fixed",
            "goeswith",
            "nummod",
            "nmod:desc",
        ):
            high += 1
        return low, high

    def words_of(self, span: Span) -> str:
        """The characters of a span, white space made one blank."""
        return " ".join(span.of(self.text).split())


def trees(annotations: Annotations, sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, Tree]]:
    """The sentences that a parser has read, with their trees."""
    for sentence in sentences:
        tree = Tree.of(annotations, sentence)
        if tree is not None:
            yield sentence, tree
