"""What the words of a sentence are to this film: "it" and "the picture" are the film, "the music" is its music.

Enters a sentence with its tree; leaves whether a word means the film, a part of its making, or another
film's, and what a verb is done to. An object that is named otherwise is another film's.
"""

import re
from collections.abc import Iterator

from filmdossier.extract.credits.crafts import FILM, LOOKS, OTHER_FILM, PRODUCTS
from filmdossier.extract.story.grammar import Tree
from filmdossier.extract.works import works_in
from filmdossier.model.annotations import Annotations, Mention, MentionKind, Sentence, Topic
from filmdossier.model.claim import Predicate
from filmdossier.model.text import Span

_CLAUSE_ENDS = frozenset({"parataxis", "advcl", "acl", "ccomp", "csubj"})
_FILM_MUSIC = frozenset({"the", "its", "original", "film", "orchestral", "background"})


class FilmSentence:
    """The words of one sentence, with its persons and the works it names; ``opens``: it is one of a text's first."""

    def __init__(self, annotations: Annotations, topic: Topic, sentence: Sentence, tree: Tree, *, opens: bool = False) -> None:
        self.text = annotations.document.text
        self._topic = topic
        self.sentence = sentence
        self.tree = tree
        self.persons = list(_persons(annotations, sentence))
        self.of = {
            index: mention
            for mention in self.persons
            for index, word in enumerate(tree.words)
            if word.span.start >= mention.span.start and word.span.end <= mention.span.end
        }
        works = works_in(annotations, topic, sentence.span)
        self._others = [work.span for work in works if not work.own]
        self._own = [work.span for work in works if work.own]
        self.genres = [one.span for one in annotations.mentions_in(sentence.span, MentionKind.GENRE)]
        self._companies = [one.span for one in annotations.mentions_in(sentence.span, MentionKind.ORGANISATION)]
        self.opens = opens
        self.hired: set[int] = set()  # infinitives of what somebody was engaged for
        at = self.text.find(topic.title, sentence.span.start, sentence.span.end)
        if at >= 0:
            self._own.append(Span(at, at + len(topic.title)))

    def broken(self, start: int, end: int) -> bool:
        """Whether a semicolon or a colon parts two words: then the parser has joined two sentences."""
        return re.search(r"[;:]|(?<!\b[A-ZÀ-Þ])(?<!\bJr)(?<!\bSr)(?<!\bSt)\. ", self.between(start, end)) is not None

    def between(self, start: int, end: int) -> str:
        words = self.tree.words
        return self.text[words[min(start, end)].span.end : words[max(start, end)].span.start]

    def of_whom(self, index: int) -> bool:
        return any(self.tree.lemma(kid) == "who" for kid in self.tree.children(index, "nsubj"))

    def objects(self, verb: int) -> list[int]:
        """The objects of a verb; of a relative clause what it is about ("the script that A wrote")."""
        tree = self.tree
        found = []
        for kid in tree.children(verb, "obj"):
            found += [self.antecedent(kid, verb), *tree.conjuncts(kid)[1:]]
        head = tree.heads[verb]
        relative = tree.relation(verb).startswith("acl:relcl") and not self.of_whom(verb) and tree.children(verb, "nsubj")
        return [head] if not found and relative and head is not None else found

    def undergoing(self, verb: int) -> list[int]:
        """What a passive verb is done to: its subject, or what a participle hangs on."""
        tree = self.tree
        found = [self.antecedent(kid, verb) for kid in tree.children(verb, "nsubj:pass")]
        found = [other for kid in found for other in tree.conjuncts(kid)]
        if not found and tree.base(verb) == "acl" and (head := tree.heads[verb]) is not None:
            found = [head]
        if not found and tree.base(verb) == "conj" and (head := tree.heads[verb]) is not None and tree.pos(head) == "VERB":
            found = self.undergoing(head)
        return found

    def antecedent(self, index: int, verb: int) -> int:
        tree = self.tree
        if tree.lemma(index) in ("which", "that", "who", "whom") and tree.base(verb) == "acl":
            head = tree.heads[verb]
            return index if head is None else head
        return index

    def is_film(self, index: int) -> bool:
        """Whether a word means this film: "it", "the picture", its title."""
        tree = self.tree
        if self.is_title(index):
            return True
        if tree.pos(index) == "PRON":
            return tree.surface(index).casefold() in ("it", "this", "its")
        if tree.lemma(index) not in FILM or self.near_another(index):
            return False
        words = {tree.surface(kid).casefold() for kid in tree.children(index, "det", "amod", "nmod:poss")}
        if words & OTHER_FILM or words & {
            "his",
            "her",
            "their",
            "a",
            "an",
            "another",
            "that",
            "first",
            "second",
            "third",
            "many",
            "several",
        }:
            return False
        return bool(words & {"the", "this", "our", "whole"})

    def is_source(self, index: int) -> bool:
        return self.tree.lemma(index) in {"novel", "book", "play", "story", "novella", "memoir", "tale", "bestseller", "work"}

    def is_title(self, index: int) -> bool:
        return any(self.tree.words[index].span in own for own in self._own)

    def crafts(self, index: int, *, looks: bool = False) -> Iterator[Predicate]:
        """Whose work a noun such as "music" or "script" is, if it is this film's; with ``looks`` also "light" or "images"."""
        tree = self.tree
        for noun in tree.conjuncts(index):
            predicate = PRODUCTS.get(tree.noun(noun))
            if predicate is None and looks and tree.noun(noun) in LOOKS:
                predicate = Predicate.CINEMATOGRAPHER
            if predicate is None or tree.pos(noun) not in ("NOUN", "PROPN"):
                continue
            words = {
                tree.surface(kid).casefold()
                for kid in tree.children(noun, "det", "amod", "nmod:poss", "compound", "nummod", "nmod")
            }
            if tree.noun(noun) == "music" and tree.children(noun, "amod", "compound", "nummod") and not words & _FILM_MUSIC:
                continue  # "rock music of the seventies by …"
            if words & OTHER_FILM or words & {
                "video",
                "still",
                "stills",
                "sheet",
                "additional",
                "no",
                "some",
                "incidental",
                "stage",
                "second-unit",
            }:
                continue
            if predicate is Predicate.CINEMATOGRAPHER and tree.noun(noun) == "camera" and tree.children(noun, "nmod:poss"):
                continue
            if any(tree.pos(kid) == "PROPN" for kid in tree.children(noun, "nmod:poss")) or self.near_another(noun):
                continue
            if any(self.is_foreign(kid) for kid in tree.children(noun, "nmod") if tree.cases(kid) in ("for", "of", "to", "in")):
                continue
            yield predicate

    def is_somebody(self, index: int) -> bool:
        company = any(self.tree.words[index].span in one for one in self._companies)
        return self.tree.pos(index) == "PROPN" and not company and not self.is_title(index)

    def is_foreign(self, index: int) -> bool:
        """Whether a phrase names something that is not this film: "the music for Vertigo"."""
        tree = self.tree
        return tree.pos(index) == "PROPN" and not self.is_title(index) and index not in self.of

    def is_modal(self, verb: int) -> bool:
        tree = self.tree
        near = [kid for kid in tree.children(verb, "aux", "advmod", "mark") if "," not in self.between(kid, verb)]
        helpers = {tree.surface(kid).casefold() for kid in near}
        if verb in self.hired:
            helpers -= {"to"}
        return bool(helpers & {"would", "could", "should", "might", "may", "will", "can", "not", "n't", "never", "to", "if"})

    def is_free(self, verb: int) -> bool:
        """Whether nothing in the clause but the verb says what was made: no "in Paris with", no "for television"."""
        tree = self.tree
        return not any(
            tree.cases(kid) in ("for", "in", "on", "at") for kid in tree.children(verb, "obl") if tree.pos(kid) == "PROPN"
        )

    def of_another(self, verb: int) -> bool:
        """Whether another work is named in the clause of a verb."""
        return any(self.clause_of(index) == verb for index in self.in_others()) or self.other_year(verb)

    def near_another(self, noun: int) -> bool:
        below = self.tree.subtree(noun)
        return any(index in below and self.clause_of(index) == self.clause_of(noun) for index in self.in_others())

    def in_others(self) -> list[int]:
        return [
            index
            for index, word in enumerate(self.tree.words)
            if any(word.span in other for other in self._others) and index not in self.of
        ]

    def other_year(self, verb: int) -> bool:
        tree = self.tree
        years = [
            int(tree.surface(i))
            for i in tree.subtree(verb)
            if re.fullmatch(r"(?:18[89]|19\d|20[0-4])\d", tree.surface(i))
            and self.clause_of(i) == verb
            and not any(self.is_source(above) for above in tree.ancestors(i))
        ]
        return bool(years) and self._topic.year is not None and all(abs(year - self._topic.year) > 2 for year in years)

    def clause_of(self, index: int) -> int:
        """The verb or predicate whose clause a word stands in."""
        tree = self.tree
        while (head := tree.heads[index]) is not None:
            if tree.base(index) in _CLAUSE_ENDS or (tree.base(index) == "conj" and tree.pos(index) in ("VERB", "AUX")):
                return index
            index = head
        return index


def _persons(annotations: Annotations, sentence: Sentence) -> Iterator[Mention]:
    """The names of the sentence that may be persons', each the longest of its place."""
    last = sentence.span.start
    for mention in annotations.mentions_in(
        sentence.span, MentionKind.PERSON, MentionKind.NAME, MentionKind.ORGANISATION, MentionKind.PLACE
    ):
        if mention.span.start < last:
            continue
        last = mention.span.end
        if mention.kind in (MentionKind.PERSON, MentionKind.NAME):
            yield mention
