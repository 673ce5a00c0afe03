"""Reads credits from the grammar of sentences: who does what to the film, or is what to it.

Enters sentences that a parser has read; leaves claims on makers. It reaches what no row of words does:
"Peter Katz, to whom we owe so much, produced it", "a script that A and B had drawn from the novel".
"""

import re
from collections.abc import Iterator

from filmdossier.extract.credits.crafts import BARE, CREDITED, DOING, GIVEN, HIRED, SHOWING, VERBS
from filmdossier.extract.credits.film_words import FilmSentence
from filmdossier.extract.credits.job_names import JobNames
from filmdossier.extract.credits.where import is_critical, weight
from filmdossier.extract.names import full_names
from filmdossier.extract.polarity import polarity_of
from filmdossier.extract.statement import claim
from filmdossier.extract.story.grammar import Tree
from filmdossier.model.annotations import Annotations, Mention, MentionKind, Role, Topic
from filmdossier.model.claim import Claim, Polarity, Predicate
from filmdossier.model.text import Span
from filmdossier.model.titles import same_title

_OPENING = 3  # sentences in which "Ana Dahl's third feature" is the film itself
_TOGETHER = frozenset({"with", "together with", "along with", "alongside", "together", "along"})
_SHARED = frozenset({Predicate.WRITER, Predicate.PRODUCER, Predicate.COMPOSER, Predicate.EDITOR})

Found = tuple[Predicate, Mention, float]


def credits_by_grammar(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    """Claims on makers from every sentence of the passage with a tree."""
    full = full_names(annotations)
    critical = is_critical(annotations)
    read = 0
    for sentence in annotations.sentences_in(topic.passage):
        where = weight(annotations, sentence)
        if not where:
            continue
        tree = Tree.of(annotations, sentence)
        if tree is None:
            continue
        opening = not sentence.section and not critical
        read += 1
        opens = read <= _OPENING and critical
        for predicate, mention, confidence in Deeds(FilmSentence(annotations, topic, sentence, tree, opens=opens)):
            if sentence.role is Role.RELEASE and not (opening or critical):
                continue
            if sentence.role is Role.MUSIC and not (opening or critical) and predicate is not Predicate.COMPOSER:
                continue
            value = full.get(mention.surface, mention.surface)
            if mention.kind is not MentionKind.PERSON and value == mention.surface:
                continue  # one word that may be anybody's or anything's
            if same_title(value, topic.title):
                continue
            before = annotations.text(Span(sentence.span.start, max(mention.span.start, sentence.span.start + 1)))
            yield claim(
                annotations, topic, predicate, value, mention.span, extractor="credit grammar",
                confidence=round(where * confidence, 3),
                polarity=Polarity.ASSERTED if opening else polarity_of(re.split(r"[;]|, (?:but|while|and) ", before)[-1]),
            )  # fmt: skip


class Deeds:
    """The makers that one sentence names."""

    def __init__(self, film: FilmSentence) -> None:
        self._film = film
        self._tree = film.tree
        self._jobs = JobNames(film)

    def __iter__(self) -> Iterator[Found]:
        if not self._film.persons or not self._tree.words:
            return
        seen: set[tuple[Predicate, Span]] = set()
        for mention in self._film.persons:
            for predicate, confidence in self._roles(mention):
                if (predicate, mention.span) not in seen:
                    seen.add((predicate, mention.span))
                    yield predicate, mention, confidence

    def _roles(self, mention: Mention) -> Iterator[tuple[Predicate, float]]:
        tree = self._tree
        head = self._head(mention)
        if head is None:
            return
        for index in self._first_of_list(head):
            relation, governor = tree.relation(index), tree.heads[index]
            for verb in self._deeds(index):
                yield from self._by_deed(verb, index)
            if governor is not None and self._agent(index, governor):
                yield from self._by_passive(governor)
            if governor is not None and relation.startswith(("obl", "nmod", "obj", "iobj")) and tree.cases(index) in ("to", "upon"):
                yield from self._by_gift(governor)
            if governor is not None and tree.base(index) in ("obl", "nmod") and tree.cases(index) in _TOGETHER:
                yield from (
                    found
                    for found in self._by_deed(governor, index)
                    if found[0] in _SHARED and tree.children(governor, "nsubj", "conj")
                )
            if governor is not None and tree.lemma(governor) == "work" and tree.base(index) == "nmod" and tree.cases(index) == "of":
                yield from self._by_being(governor)
            if tree.cases(index) == "by" and index == head:
                yield from self._by_being(index)
            yield from self._jobs.by_tree(index, head)
        yield from self._jobs.by_row(mention, head)

    def _head(self, mention: Mention) -> int | None:
        """The word of a name on which its others hang."""
        inside = [index for index, other in self._film.of.items() if other is mention]
        return next((i for i in inside if self._tree.heads[i] not in inside), None)

    def _first_of_list(self, index: int) -> Iterator[int]:
        """The word, and the persons that it is joined to before it: what holds of the first holds of all."""
        tree, seen = self._tree, {index}
        yield index
        while tree.base(index) == "conj" and (head := tree.heads[index]) is not None and head in self._film.of and head not in seen:
            if tree.children(index, "nsubj", "cop") or self._opens_a_clause(index, head):
                return
            seen.add(head)
            index = head
            yield index

    def _opens_a_clause(self, index: int, head: int) -> bool:
        """Whether a name only seems joined to another: "was done by A, and B, who died soon after, wrote …"."""
        words, between = self._film.text, self._film.between(head, index)
        after = words[self._film.of[index].span.end : self._film.of[index].span.end + 8]
        return re.search(r", (?:and|while|but) $", between) is not None and re.match(r", wh|['’]s ", after) is not None

    def _deeds(self, index: int) -> Iterator[int]:
        """The verbs that the person is the subject of, by a relative clause too, and those joined to them."""
        tree = self._tree
        governor = tree.heads[index]
        found: list[int] = []
        if governor is not None and tree.relation(index) == "nsubj" and index < governor and not self._film.broken(index, governor):
            nearer = [kid for kid in tree.children(governor, "nsubj") if index < kid < governor]
            if not nearer:
                found.append(governor)
        if governor is not None and tree.relation(index) == "nsubj:pass" and tree.surface(governor).casefold() == "credited":
            found.append(governor)
        found += [kid for kid in tree.children(index, "acl:relcl", "acl") if self._film.of_whom(kid)]
        if governor is not None and tree.relation(index) == "nsubj:pass" and tree.surface(governor).casefold() in HIRED:
            for kid in tree.children(governor, "xcomp", "advcl"):
                if tree.mark(kid) == "to":
                    self._film.hired.add(kid)
                    found.append(kid)
        for verb in found:
            yield verb
            for other in tree.children(verb, "conj"):
                if not tree.children(other, "nsubj", "nsubj:pass", "cop") and not self._has_its_own(verb, other):
                    yield other

    def _has_its_own(self, verb: int, other: int) -> bool:
        """Whether a name stands before the second verb, which the parser hung elsewhere: "A cut it, B, whom …, wrote the music"."""
        start, end = self._tree.words[verb].span.end, self._tree.words[other].span.start
        return any(
            start <= one.span.start
            and one.span.end <= end
            and re.fullmatch(r"(?:, who(?:m|se)?\b[^;:]*,)?\s*", self._film.text[one.span.end : end])
            for one in self._film.persons
        )

    def _agent(self, index: int, governor: int) -> bool:
        tree = self._tree
        by = tree.relation(index) == "obl:agent" or (tree.base(index) in ("obl", "nmod") and tree.cases(index) == "by")
        return by and not self._film.broken(index, governor)

    def _by_deed(self, verb: int, subject: int) -> Iterator[tuple[Predicate, float]]:
        """ "A photographed it", "A, who …, wrote the music", "A is credited with the photography"."""
        tree = self._tree
        form = tree.surface(verb).casefold() + ("s" if verb in self._film.hired else "")
        if tree.pos(verb) in ("VERB", "AUX", "ADJ", "NOUN") and form in CREDITED:
            for kid in tree.children(verb, "obl", "nmod"):
                if tree.cases(kid) in ("for", "with", "of"):
                    yield from ((one, 0.9) for one in self._film.crafts(kid))
            return
        if tree.pos(verb) != "VERB" or tree.children(verb, "aux:pass", "nsubj:pass"):
            if form in CREDITED:
                for kid in tree.children(verb, "obl"):
                    yield from ((one, 0.9) for one in self._film.crafts(kid))
            return
        if self._film.is_modal(verb) or self._film.of_another(verb):
            return
        objects = self._film.objects(verb)
        predicate = VERBS.get(form)
        if predicate is not None:
            if form in ("shot", "shoots", "films", "filmed"):
                predicate = None  # directors shoot as well
            elif (
                any(map(self._film.is_film, objects))
                or (form in BARE and not objects and self._film.is_free(verb))
                or (predicate is Predicate.WRITER and form.startswith("adapt") and any(map(self._film.is_source, objects)))
            ):
                yield predicate, 0.85
            elif (
                form in SHOWING
                and " " in self._film.of[subject].surface
                and objects
                and not any(one in self._film.of for one in objects)
            ):
                yield predicate, 0.8
        if form in DOING or predicate is not None:
            for kid in objects:
                for made in self._film.crafts(kid):
                    if any(tree.cases(to) == "for" and self._film.is_somebody(to) for to in tree.children(verb, "obl")):
                        continue  # "had held the camera for A and B"
                    if predicate in (None, made) or made in (Predicate.COMPOSER, Predicate.WRITER):
                        yield made, 0.9

    def _by_being(self, predicate: int) -> Iterator[tuple[Predicate, float]]:
        """ "The light is the work of A", "the screenplay, after a novel by B, was by A"."""
        tree = self._tree
        if not tree.children(predicate, "cop") or self._film.of_another(predicate):
            return
        for kid in tree.children(predicate, "nsubj"):
            if kid < predicate and not self._film.broken(kid, predicate):
                yield from ((one, 0.85) for one in self._film.crafts(kid, looks=True))

    def _by_passive(self, verb: int) -> Iterator[tuple[Predicate, float]]:
        """ "which was produced for X by A", "the music is by A", "a script drawn by A"."""
        tree = self._tree
        if tree.pos(verb) in ("NOUN", "PROPN"):
            yield from ((one, 0.85) for one in self._film.crafts(verb))
            return
        form = tree.surface(verb).casefold()
        if self._film.is_modal(verb) or self._film.of_another(verb):
            return
        objects = self._film.undergoing(verb)
        predicate = VERBS.get(form)
        if predicate is None and form == "put" and any(tree.lemma(kid) == "together" for kid in tree.children(verb)):
            predicate = Predicate.EDITOR
        if predicate is not None and any(map(self._film.is_film, objects)):
            yield predicate, 0.9
        for kid in objects:
            if form in DOING or predicate is not None:
                yield from ((one, 0.9) for one in self._film.crafts(kid))

    def _by_gift(self, verb: int) -> Iterator[tuple[Predicate, float]]:
        """ "The photography was entrusted to A", "the music fell to A", "the look of it we owe to A"."""
        tree = self._tree
        if tree.surface(verb).casefold() not in GIVEN or self._film.of_another(verb):
            return
        for kid in [
            *self._film.undergoing(verb),
            *self._film.objects(verb),
            *tree.children(verb, "nsubj", "dislocated", "obl:unmarked"),
        ]:
            if tree.lemma(kid) == "look":
                yield Predicate.CINEMATOGRAPHER, 0.8
            yield from ((one, 0.85) for one in self._film.crafts(kid))
