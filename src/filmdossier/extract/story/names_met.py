"""Finds the names of persons in the sentences of a story; a name met for the first time becomes a person if it acts like one."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from filmdossier.extract.cast.names import person_key
from filmdossier.extract.cast.persons import person_noun
from filmdossier.extract.story.grammar import Tree
from filmdossier.extract.story.kin import gender_of_name, gender_of_noun, noun_of_title, tie_of
from filmdossier.extract.story.persons import Person
from filmdossier.extract.story_names import OPENERS
from filmdossier.model.annotations import MentionKind, Role, Sentence
from filmdossier.model.text import Span

if TYPE_CHECKING:
    from filmdossier.extract.story.coreference import Coreference


_LONGEST_NAME = 2  # words of a title that may be a name
_TO_PERSONS = frozenset("marry wed befriend seduce murder hire kidnap adopt divorce".split())
# What a film does, rather than somebody whom it is named after.
_OF_FILMS = frozenset(
    "open begin start end close tell follow star feature depict portray focus center revolve premiere take play run show be have".split()
)
# What reviewers and reports say of a film.
_OF_WORKS = frozenset(
    "become remain work fail succeed make offer deliver prove tell seem look feel deserve rank receive win earn gross get give keep move need want try go come use set end bring find hold stand leave suffer boast mark lack contain include "
    "belong manage rely benefit capture explore combine mix share owe lose cost draw attract rise fall hit arrive return live die rely draw grow build recall resemble suggest raise".split()
)
_TITLES = frozenset(
    "king queen prince princess duke duchess earl count countess baron baroness marquis lord lady bishop archbishop emperor empress".split()
)
_SMALL = frozenset({"ADV", "ADP", "CCONJ", "SCONJ", "INTJ", "VERB", "AUX", "PRON"})


class Names:
    """The names of a story. ``titles`` are names of the film, which are nobody's."""

    def __init__(self, known: "Coreference", titles: frozenset[str]) -> None:
        self._known = known
        self._titles = titles
        self._pattern_key: tuple[str, ...] = ()
        self._compiled: re.Pattern[str] | None = None

    def met(self, sentence: Sentence, tree: Tree) -> Iterator[tuple[int, Person]]:
        """Heads of names in the sentence with whom they name; new names become new persons."""
        for span in self._one_by_one(sentence, tree):
            inside = [i for i, word in enumerate(tree.words) if word.span in span]
            if not inside:
                continue
            heads = tree.heads
            inside, span = self._without_opening(tree, inside, span)
            head = next((i for i in inside if heads[i] is None or heads[i] not in inside), inside[0])
            name = re.sub(r"['’]s?$", "", " ".join(span.of(tree.text).split()))
            person = self._known.persons.find(name)
            if person is None:
                if person_key(name) in self._titles and not self._named_for(sentence, tree, head, name):
                    continue
                if not self._is_person(sentence, tree, span, head):
                    continue
                person = self._entitled(tree, head, name) or self._known.persons.add(name)
            for i in inside:
                if i != head:
                    self._known.covered[i] = head
            noun = self._noun_before(tree, head)
            if called := noun_of_title(name):
                person.nouns.add(called)
            if noun:
                person.nouns.add(noun)
                person.gender = person.gender or gender_of_noun(noun)
            yield head, person

    def _one_by_one(self, sentence: Sentence, tree: Tree) -> Iterator[Span]:
        """The names, each alone: without the noun before one ("Brothers Tom"), two that only stand together apart."""
        for span in self._name_spans(sentence):
            inside = [i for i, word in enumerate(tree.words) if word.span in span]
            if len(inside) < 2 or self._known.persons.knows(span.of(tree.text)):
                yield span
                continue
            first, rest = inside[0], Span(tree.words[inside[1]].span.start, span.end)
            kin = tree.pos(first) == "NOUN" and tie_of(tree.lemma(first)) is not None and tree.surface(first).endswith("s")
            other = self._known.persons.find(rest.of(tree.text))
            verb = inside[-1] + 1 < len(tree) and tree.pos(inside[-1] + 1) == "VERB" and not tree.participle(inside[-1] + 1)
            placed = first > 0 and tree.surface(first - 1).casefold() in ("in", "at", "from", "to") and verb
            if kin or (placed and other is not None and gender_of_name(tree.surface(first)) is None):
                yield rest
            elif other is not None and (one := self._known.persons.find(tree.surface(first))) is not None and one is not other:
                yield Span(span.start, tree.words[first].span.end)
                yield rest
            else:
                yield span

    def _without_opening(self, tree: Tree, inside: list[int], span: Span) -> tuple[list[int], Span]:
        """A name without the small words that open the sentence it stands in: "Sometimes Bill", "To Ann"."""
        first = 0
        while (
            first + 1 < len(inside)
            and (tree.pos(inside[first]) in _SMALL or tree.surface(inside[first]) in OPENERS)
            and tree.pos(inside[first + 1]) == "PROPN"
        ):
            first += 1
        if not first or inside[0] != 0 or self._known.persons.knows(span.of(tree.text)):
            return inside, span
        return inside[first:], Span(tree.words[inside[first]].span.start, span.end)

    def _name_spans(self, sentence: Sentence) -> list[Span]:
        text = self._known.annotations.text(sentence.span)
        found: list[Span] = []
        base = sentence.span.start
        pattern = self._pattern()
        if pattern is not None:
            found += [Span(base + m.start(), base + m.end()) for m in pattern.finditer(text)]
        for mention in self._known.annotations.mentions_in(sentence.span, MentionKind.PERSON, MentionKind.NAME):
            if any(mention.span in span for span in found):
                continue
            inside = [span for span in found if span.overlaps(mention.span)]
            first = mention.surface.split()[0]
            extra = first in OPENERS or (first.endswith("s") and tie_of(first) is not None)  # "Next Scar", "Brothers Tom"
            if inside and (extra or self._known.persons.find(mention.surface) is None):
                continue  # a known name with a word too many
            found = [span for span in found if span not in inside] + [mention.span]
        return sorted(found)

    def _pattern(self) -> re.Pattern[str] | None:
        names = sorted({name for name in self._known.persons.known_names() if len(name) > 1}, key=lambda name: (-len(name), name))
        if not names:
            return None
        key = tuple(names)
        if self._pattern_key != key:
            self._pattern_key = key
            self._compiled = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, names)) + r")(?![\w])")
        return self._compiled

    def _named_for(self, sentence: Sentence, tree: Tree, head: int, name: str) -> bool:
        """Whether a title is somebody's name in the plot as well: "Babe saves the sheep"."""
        verb = tree.heads[head]
        acts = tree.base(head) == "nsubj" and verb is not None and tree.pos(verb) == "VERB" and tree.lemma(verb) not in _OF_FILMS
        # Elsewhere it takes a first name that people have, and a deed that no film does.
        told = sentence.role is Role.PLOT or (
            gender_of_name(name) is not None
            and verb is not None
            and tree.lemma(verb) not in _OF_WORKS
            and not self._set_apart(tree, head)
        )
        return told and acts and len(name.split()) <= _LONGEST_NAME and tree.pos(head) == "PROPN"

    def _set_apart(self, tree: Tree, head: int) -> bool:
        """Whether the page sets the word in italics or quotation marks, as titles are."""
        span = tree.words[head].span
        return any(span in mention.span for mention in self._known.annotations.mentions_in(span, MentionKind.WORK))

    def _entitled(self, tree: Tree, head: int, name: str) -> Person | None:
        """Whose title the name is: "Louis Mazzini, tenth Duke of Chalfont"."""
        above = tree.heads[head]
        if above is None or tree.base(head) != "appos" or " of " not in name or name.split()[0].casefold() not in _TITLES:
            return None
        person = self._known.people.get((self._known.number, self._known.covered.get(above, above)))
        if person is not None and person.named:
            self._known.persons.learn_name(person, name)
            return person
        return None

    def _is_person(self, sentence: Sentence, tree: Tree, span: Span, head: int) -> bool:
        """Whether a name that the cast does not know is a person's, going by what it does in the sentence."""
        annotations = self._known.annotations
        kinds = {m.kind for m in annotations.mentions_in(span) if m.span == span}
        if kinds & {
            MentionKind.WORK,
            MentionKind.NATIONALITY,
            MentionKind.DATE,
            MentionKind.LANGUAGE,
            MentionKind.GENRE,
            MentionKind.YEAR,
        }:
            return False
        name = span.of(tree.text)
        if not name[:1].isalpha():
            return False
        if (name.isupper() and len(name) > 2 and MentionKind.PERSON not in kinds) or any(
            tree.lemma(kid) in ("a", "an") for kid in tree.children(head, "det")
        ):
            return False  # "KGF"; "a Deadite" is one of several
        if tree.pos(head) != "PROPN" and " " not in name:
            return False  # a common word that opens the sentence
        if gender_of_name(name) is not None:
            return True
        if kinds & {MentionKind.PLACE, MentionKind.ORGANISATION}:
            return False
        before = next(i for i, word in enumerate(tree.words) if word.span.start >= span.start) - 1
        if before > 0 and tree.surface(before) == ",":
            before -= 1
        if (
            before >= 0
            and tree.pos(before) == "NOUN"
            and (person_noun(tree.surface(before)) or tie_of(tree.lemma(before)) is not None)
        ):
            return True  # "his friends, Campa and Quino"
        if tree.base(head) in ("nsubj", "iobj", "vocative") or tree.relation(head) == "obl:agent":
            return not any(tree.lemma(kid) in ("the", "a", "an") for kid in tree.children(head, "det"))
        if tree.base(head) == "appos":
            above = tree.heads[head]
            return above is not None and (person_noun(tree.surface(above)) or tie_of(tree.lemma(above)) is not None)
        if tree.children(head, "appos"):
            return any(
                person_noun(tree.surface(kid)) or person_noun(tree.noun(kid)) or tie_of(tree.lemma(kid)) is not None
                for kid in tree.children(head, "appos")
            )
        if tree.base(head) == "conj":
            above = tree.heads[head]
            return (
                above is not None
                and tree.pos(above) == "PROPN"
                and (tree.base(above) == "nsubj" or (self._known.number, above) in self._known.people)
            )
        if tree.base(head) == "obj":
            above = tree.heads[head]
            return MentionKind.PERSON in kinds or (above is not None and tree.lemma(above) in _TO_PERSONS)
        if (
            MentionKind.NAME in kinds
            and tree.pos(head) == "PROPN"
            and tree.cases(head) in ("with", "against")
            and not tree.children(head, "det")
        ):
            return True  # "is in bed with Hayek"
        return MentionKind.PERSON in kinds and tree.cases(head) in (
            "",
            "with",
            "by",
            "against",
            "about",
            "between",
            "than",
            "like",
            "of",
        )

    def _noun_before(self, tree: Tree, head: int) -> str:
        """What a name is said to be right before it: "hit man Joe Stefanos"."""
        for kid in tree.children(head, "compound", "nmod:desc", "amod"):
            if tree.pos(kid) == "NOUN" and kid < head and person_noun(tree.surface(kid)):
                return tree.lemma(kid)
        return ""
