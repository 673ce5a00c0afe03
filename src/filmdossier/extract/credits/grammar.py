"""Reads credits from the grammar of sentences: who does what to the film, or is what to it.

Enters sentences that a parser has read; leaves a maker's mention with what he is to the film. It
reaches what no row of words does: "Peter Katz, to whom we owe so much, produced it", "a script that A
and B had drawn from the novel". What is done must be done to this film, or to its script, music or
photography: an object that is named otherwise is another film's.
"""

import re
from collections.abc import Iterator

from filmdossier.extract.credits.crafts import BARE, CREDITED, DOING, FILM, GIVEN, HIRED, MAKERS, OTHER_JOB, PRODUCTS, VERBS
from filmdossier.extract.credits.where import is_critical, weight
from filmdossier.extract.names import full_names
from filmdossier.extract.polarity import polarity_of
from filmdossier.extract.statement import claim
from filmdossier.extract.story.grammar import Tree
from filmdossier.extract.works import works_in
from filmdossier.model.annotations import Annotations, Mention, MentionKind, Role, Sentence, Topic
from filmdossier.model.claim import Claim, Polarity, Predicate
from filmdossier.model.text import Span
from filmdossier.model.titles import same_title

_OPENING = 3  # sentences in which "Ana Dahl's third feature" is the film itself
_OWN_DETERMINERS = frozenset({"the", "its", "his", "her", "their", "our", "my", "this"})
_CLAUSE_ENDS = frozenset({"parataxis", "advcl", "acl", "ccomp", "csubj"})
_OTHER_FILM = frozenset(
    "previous earlier next later other another early last original first-ever silent short subsequent future".split()
)
_PERFECT = re.compile(r"\bhad (?:already |once |just )?(?:\w+ and )?$")

_TOGETHER = frozenset({"with", "together with", "along with", "alongside", "together", "along"})
_SHARED = frozenset({Predicate.WRITER, Predicate.PRODUCER, Predicate.COMPOSER, Predicate.EDITOR})
_JOB = r"(?:(?:film|chief|sole|only|on-set|principal) )?(?P<job>[a-z]+(?:-[a-z]+)?(?: of photography)?)"
# "A was the cameraman, B the editor, C the producer": the verb stands once.
_GAPPED = re.compile(rf" (?:the|its|his|her) (?:film['’]s )?{_JOB}(?=[,.;)]|,? and |$)")
_WITH_AS = re.compile(rf",? as (?:(?:the|its|his|her) )?(?:film['’]s )?{_JOB}(?=[,.;)]|,? and | who |$)")
_IT_WAS = re.compile(r"\b(?:is|was) (?:the work of |by )?$")
# "Ana Dahl's third feature", "Ana Dahl's noisy musical": the first sentences of a text.
_SET_APART = frozenset({"previous", "earlier", "next", "later", "other", "another", "early", "latter", "best-known"})

_FILM_MUSIC = frozenset({"the", "its", "original", "film", "orchestral", "background"})

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
        for predicate, mention, confidence in Crafts(annotations, topic, sentence, tree, opens=opens):
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


class Crafts:
    """The makers that one sentence names, by its tree."""

    def __init__(self, annotations: Annotations, topic: Topic, sentence: Sentence, tree: Tree, *, opens: bool = False) -> None:
        self._text = annotations.document.text
        self._topic = topic
        self._sentence = sentence
        self._tree = tree
        self._persons = list(_persons(annotations, sentence))
        self._of = {
            index: mention
            for mention in self._persons
            for index, word in enumerate(tree.words)
            if word.span.start >= mention.span.start and word.span.end <= mention.span.end
        }
        works = works_in(annotations, topic, sentence.span)
        self._others = [work.span for work in works if not work.own]
        self._own = [work.span for work in works if work.own]
        self._genres = [one.span for one in annotations.mentions_in(sentence.span, MentionKind.GENRE)]
        self._companies = [one.span for one in annotations.mentions_in(sentence.span, MentionKind.ORGANISATION)]
        self._opens = opens
        self._hired: set[int] = set()  # infinitives of what somebody was engaged for
        at = self._text.find(topic.title, sentence.span.start, sentence.span.end)
        if at >= 0:
            self._own.append(Span(at, at + len(topic.title)))

    def __iter__(self) -> Iterator[Found]:
        if not self._persons or not self._tree.words:
            return
        seen: set[tuple[Predicate, Span]] = set()
        for mention in self._persons:
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
            yield from self._by_name(index, head)
        yield from self._by_row(mention, head)

    # Who the person is in the tree.

    def _head(self, mention: Mention) -> int | None:
        """The word of a name on which its others hang."""
        inside = [index for index, other in self._of.items() if other is mention]
        return next((i for i in inside if self._tree.heads[i] not in inside), None)

    def _first_of_list(self, index: int) -> Iterator[int]:
        """The word, and the persons that it is joined to before it: what holds of the first holds of all."""
        tree, seen = self._tree, {index}
        yield index
        while tree.base(index) == "conj" and (head := tree.heads[index]) is not None and head in self._of and head not in seen:
            if tree.children(index, "nsubj", "cop"):
                return
            seen.add(head)
            index = head
            yield index

    def _deeds(self, index: int) -> Iterator[int]:
        """The verbs that the person is the subject of, by a relative clause too, and those joined to them."""
        tree = self._tree
        governor = tree.heads[index]
        found: list[int] = []
        if governor is not None and tree.relation(index) == "nsubj" and index < governor and not self._broken(index, governor):
            nearer = [kid for kid in tree.children(governor, "nsubj") if index < kid < governor]
            if not nearer:
                found.append(governor)
        found += [kid for kid in tree.children(index, "acl:relcl", "acl") if self._who(kid)]
        if governor is not None and tree.relation(index) == "nsubj:pass" and tree.surface(governor).casefold() in HIRED:
            for kid in tree.children(governor, "xcomp", "advcl"):
                if tree.mark(kid) == "to":
                    self._hired.add(kid)
                    found.append(kid)
        for verb in found:
            yield verb
            for other in tree.children(verb, "conj"):
                if not tree.children(other, "nsubj", "nsubj:pass", "cop"):
                    yield other

    def _broken(self, start: int, end: int) -> bool:
        """Whether a semicolon or a colon parts two words: then the parser has joined two sentences."""
        return re.search(r"[;:]|\. ", self._between(start, end)) is not None

    def _between(self, start: int, end: int) -> str:
        words = self._tree.words
        return self._text[words[min(start, end)].span.end : words[max(start, end)].span.start]

    def _agent(self, index: int, governor: int) -> bool:
        tree = self._tree
        by = tree.relation(index) == "obl:agent" or (tree.base(index) in ("obl", "nmod") and tree.cases(index) == "by")
        return by and not self._broken(index, governor)

    # What the person does.

    def _by_deed(self, verb: int, subject: int) -> Iterator[tuple[Predicate, float]]:
        """ "A photographed it", "A, who …, wrote the music", "A is credited with the photography"."""
        tree = self._tree
        form = tree.surface(verb).casefold() + ("s" if verb in self._hired else "")
        if tree.pos(verb) in ("VERB", "AUX", "ADJ", "NOUN") and form in CREDITED:
            for kid in tree.children(verb, "obl", "nmod"):
                if tree.cases(kid) in ("for", "with", "of"):
                    yield from ((one, 0.9) for one in self._product(kid))
            return
        if tree.pos(verb) != "VERB" or tree.children(verb, "aux:pass", "nsubj:pass"):
            if form in CREDITED:
                for kid in tree.children(verb, "obl"):
                    yield from ((one, 0.9) for one in self._product(kid))
            return
        if self._modal(verb) or self._another(verb):
            return
        objects = self._objects(verb)
        predicate = VERBS.get(form)
        if predicate is not None:
            if form in ("shot", "shoots", "films", "filmed"):
                predicate = None  # directors shoot as well
            elif (
                any(map(self._is_film, objects))
                or (form in BARE and not objects and self._free(verb))
                or (predicate is Predicate.WRITER and form.startswith("adapt") and any(map(self._is_source, objects)))
            ):
                yield predicate, 0.85
        if form in DOING or predicate is not None:
            for kid in objects:
                for made in self._product(kid):
                    if any(tree.cases(to) == "for" and self._somebody(to) for to in tree.children(verb, "obl")):
                        continue  # "had held the camera for A and B"
                    if predicate in (None, made) or made in (Predicate.COMPOSER, Predicate.WRITER):
                        yield made, 0.9

    def _by_passive(self, verb: int) -> Iterator[tuple[Predicate, float]]:
        """ "which was produced for X by A", "the music is by A", "a script drawn by A"."""
        tree = self._tree
        if tree.pos(verb) in ("NOUN", "PROPN"):
            yield from ((one, 0.85) for one in self._product(verb))
            return
        form = tree.surface(verb).casefold()
        if self._modal(verb) or self._another(verb):
            return
        objects = self._undergoing(verb)
        predicate = VERBS.get(form)
        if predicate is None and form == "put" and any(tree.lemma(kid) == "together" for kid in tree.children(verb)):
            predicate = Predicate.EDITOR
        if predicate is not None and any(map(self._is_film, objects)):
            yield predicate, 0.9
        for kid in objects:
            if form in DOING or predicate is not None:
                yield from ((one, 0.9) for one in self._product(kid))

    def _by_gift(self, verb: int) -> Iterator[tuple[Predicate, float]]:
        """ "The photography was entrusted to A", "the music fell to A", "the look of it we owe to A"."""
        tree = self._tree
        if tree.surface(verb).casefold() not in GIVEN or self._another(verb):
            return
        for kid in [*self._undergoing(verb), *self._objects(verb), *tree.children(verb, "nsubj", "dislocated", "obl:unmarked")]:
            if tree.lemma(kid) == "look":
                yield Predicate.CINEMATOGRAPHER, 0.8
            yield from ((one, 0.85) for one in self._product(kid))

    # What the person is.

    def _by_name(self, index: int, own: int) -> Iterator[tuple[Predicate, float]]:
        """ "its producer, A", "A was the editor", "the editor was A", "with A as its producer"."""
        tree = self._tree
        governor = tree.heads[index]
        mention = self._of[own]
        if _GAPPED.match(self._text, mention.span.end, self._sentence.span.end):
            return  # read by the words beside it
        if governor is not None and governor not in self._of:
            # "The French director Ana Dahl" may have directed anything; "his producer Max Roy", "the editor, Ida Lund".
            near = self._between(governor, index)
            if tree.base(index) == "appos" and index > governor and ("," in near or tree.children(governor, "nmod:poss")):
                yield from self._job(governor, loose=True)
                for other in tree.children(governor, "conj"):
                    if other < index:
                        yield from self._job(other, loose=True, determiner=governor)
                if tree.base(governor) == "conj" and (first := tree.heads[governor]) is not None:
                    yield from self._job(governor, loose=True, determiner=first)
            elif tree.relation(index) == "nsubj" and tree.children(governor, "cop") and not self._broken(index, governor):
                yield from self._job(governor)
            elif tree.base(index) in ("nmod", "obl") and tree.cases(index) == "with" and tree.cases(governor) == "as":
                yield from self._job(governor, bare=True)
        for kid in tree.children(index):
            if (
                (tree.relation(kid) == "appos" and kid > index)
                or (tree.relation(kid) in ("acl:relcl", "acl") and tree.children(kid, "cop") and self._who(kid))
                or (tree.relation(kid) == "nsubj" and tree.children(index, "cop"))
            ):
                yield from self._job(kid)
            elif tree.base(kid) in ("nmod", "obl") and tree.cases(kid) == "as" and kid > index:
                yield from self._job(kid, bare=True)
        if governor is not None and tree.relation(index) == "nsubj" and tree.pos(governor) == "VERB":
            for kid in tree.children(governor, "obl"):
                if tree.cases(kid) == "as" and not self._modal(governor) and not tree.children(governor, "obj", "iobj"):
                    yield from self._job(kid, bare=True)

    def _by_row(self, mention: Mention, head: int) -> Iterator[tuple[Predicate, float]]:
        """What words right beside a name say where its verb is left out or the tree goes astray."""
        tree, text, end = self._tree, self._text, self._sentence.span.end
        gapped = _GAPPED.match(text, mention.span.end, end)
        if gapped is not None and re.search(r"\b(?:is|was|were|are)\b", text[self._sentence.span.start : end]):
            yield from ((one, 0.85) for one in _jobs(gapped["job"]))
        given = _WITH_AS.match(text, mention.span.end, end)
        before = text[self._sentence.span.start : mention.span.start]
        if given is not None and re.search(r"\bwith $", before, re.IGNORECASE):
            yield from ((one, 0.85) for one in _jobs(given["job"]))
        if _IT_WAS.search(before) and text[mention.span.end : mention.span.end + 2] in ("'s", "’s"):
            for kid in range(head):
                if tree.relation(kid) == "nsubj" and not self._broken(kid, head) and kid >= head - 6:
                    yield from ((one, 0.85) for one in self._product(kid))
        governor = tree.heads[head]
        if governor is None or text[mention.span.end : mention.span.end + 1] not in ("'", "’") or governor < head:
            return
        if self._opens and tree.base(governor) in ("nsubj", "root", "appos") and self._makes(governor):
            yield Predicate.DIRECTOR, 0.8

    def _makes(self, noun: int) -> bool:
        """Whether what somebody owns is this film: "third feature", "black comedy"; not "previous film"."""
        tree = self._tree
        words = {tree.surface(kid).casefold() for kid in tree.children(noun, "amod", "nmod", "compound")}
        if tree.pos(noun) != "NOUN" or words & _SET_APART or self._near_other(noun):
            return False
        return tree.lemma(noun) in FILM or any(tree.words[noun].span.end == genre.end for genre in self._genres)

    def _who(self, index: int) -> bool:
        return any(self._tree.lemma(kid) == "who" for kid in self._tree.children(index, "nsubj"))

    def _job(
        self, noun: int, *, loose: bool = False, bare: bool = False, determiner: int | None = None
    ) -> Iterator[tuple[Predicate, float]]:
        """What a noun such as "producer" makes of him: "the producer", "its producer"; "a producer" only before a name (``loose``)."""
        tree = self._tree
        lemma = tree.noun(noun)
        predicates = MAKERS.get(lemma)
        if predicates is None or tree.pos(noun) not in ("NOUN", "PROPN"):
            return
        holder = noun if determiner is None else determiner
        words = {tree.surface(kid).casefold() for kid in tree.children(holder, "det", "nmod:poss", "compound", "amod", "nmod")}
        words |= {tree.surface(kid).casefold() for kid in tree.children(noun, "det", "nmod:poss", "compound", "amod")}
        articles = words & {"a", "an", "one", "another", "some", "any", "no", "every"}
        owner = next(iter(tree.children(holder, "nmod:poss")), None)
        if (
            words & OTHER_JOB
            or words & _OTHER_FILM
            or (owner is not None and tree.pos(owner) == "PROPN" and not self._titled(owner))
        ):
            return
        if not (words & _OWN_DETERMINERS or bare or (loose and articles == {"a"}) or (owner is not None and self._is_film(owner))):
            return
        if articles and not loose:
            return
        if "executive" in words:
            predicates = (Predicate.EXECUTIVE_PRODUCER,) if predicates == (Predicate.PRODUCER,) else ()
        for kid in tree.children(noun, "nmod"):
            if tree.cases(kid) == "of":
                if tree.lemma(kid) == "photography":
                    predicates = (Predicate.CINEMATOGRAPHER,)
                elif not self._is_film(kid):
                    return
        if self._near_other(noun):
            return
        for predicate in predicates:
            yield predicate, 0.75 if articles else 0.85

    # What is done.

    def _objects(self, verb: int) -> list[int]:
        """The objects of a verb; of a relative clause what it is about ("the script that A wrote")."""
        tree = self._tree
        found = []
        for kid in tree.children(verb, "obj"):
            found += [self._antecedent(kid, verb), *tree.conjuncts(kid)[1:]]
        head = tree.heads[verb]
        relative = tree.relation(verb).startswith("acl:relcl") and not self._who(verb) and tree.children(verb, "nsubj")
        return [head] if not found and relative and head is not None else found

    def _undergoing(self, verb: int) -> list[int]:
        """What a passive verb is done to: its subject, or what a participle hangs on."""
        tree = self._tree
        found = [self._antecedent(kid, verb) for kid in tree.children(verb, "nsubj:pass")]
        found = [other for kid in found for other in tree.conjuncts(kid)]
        if not found and tree.base(verb) == "acl" and (head := tree.heads[verb]) is not None:
            found = [head]
        if not found and tree.base(verb) == "conj" and (head := tree.heads[verb]) is not None and tree.pos(head) == "VERB":
            found = self._undergoing(head)
        return found

    def _antecedent(self, index: int, verb: int) -> int:
        tree = self._tree
        if tree.lemma(index) in ("which", "that", "who", "whom") and tree.base(verb) == "acl":
            head = tree.heads[verb]
            return index if head is None else head
        return index

    def _is_film(self, index: int) -> bool:
        """Whether a word means this film: "it", "the picture", its title."""
        tree = self._tree
        if self._titled(index):
            return True
        if tree.pos(index) == "PRON":
            return tree.surface(index).casefold() in ("it", "this", "its")
        if tree.lemma(index) not in FILM or self._near_other(index):
            return False
        words = {tree.surface(kid).casefold() for kid in tree.children(index, "det", "amod", "nmod:poss")}
        if words & _OTHER_FILM or words & {
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

    def _is_source(self, index: int) -> bool:
        return self._tree.lemma(index) in {"novel", "book", "play", "story", "novella", "memoir", "tale", "bestseller", "work"}

    def _titled(self, index: int) -> bool:
        return any(self._tree.words[index].span in own for own in self._own)

    def _product(self, index: int) -> Iterator[Predicate]:
        """Whose work a noun such as "music" or "script" is, if it is this film's."""
        tree = self._tree
        for noun in tree.conjuncts(index):
            predicate = PRODUCTS.get(tree.noun(noun))
            if predicate is None or tree.pos(noun) not in ("NOUN", "PROPN"):
                continue
            words = {
                tree.surface(kid).casefold()
                for kid in tree.children(noun, "det", "amod", "nmod:poss", "compound", "nummod", "nmod")
            }
            if tree.noun(noun) == "music" and tree.children(noun, "amod", "compound", "nummod") and not words & _FILM_MUSIC:
                continue  # "rock music of the seventies by …"
            if words & _OTHER_FILM or words & {
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
            if any(tree.pos(kid) == "PROPN" for kid in tree.children(noun, "nmod:poss")) or self._near_other(noun):
                continue
            if any(self._foreign(kid) for kid in tree.children(noun, "nmod") if tree.cases(kid) in ("for", "of", "to", "in")):
                continue
            yield predicate

    def _somebody(self, index: int) -> bool:
        company = any(self._tree.words[index].span in one for one in self._companies)
        return self._tree.pos(index) == "PROPN" and not company and not self._titled(index)

    def _foreign(self, index: int) -> bool:
        """Whether a phrase names something that is not this film: "the music for Vertigo"."""
        tree = self._tree
        return tree.pos(index) == "PROPN" and not self._titled(index) and index not in self._of

    # Whether it is of this film, and happened.

    def _modal(self, verb: int) -> bool:
        tree = self._tree
        near = [kid for kid in tree.children(verb, "aux", "advmod", "mark") if "," not in self._between(kid, verb)]
        helpers = {tree.surface(kid).casefold() for kid in near}
        if verb in self._hired:
            helpers -= {"to"}
        return bool(helpers & {"would", "could", "should", "might", "may", "will", "can", "not", "n't", "never", "to", "if"})

    def _free(self, verb: int) -> bool:
        """Whether nothing in the clause but the verb says what was made: no "in Paris with", no "for television"."""
        tree = self._tree
        return not any(
            tree.cases(kid) in ("for", "in", "on", "at") for kid in tree.children(verb, "obl") if tree.pos(kid) == "PROPN"
        )

    def _another(self, verb: int) -> bool:
        """Whether another work is named in the clause of a verb."""
        return any(self._clause_of(index) == verb for index in self._in_others()) or self._other_year(verb)

    def _near_other(self, noun: int) -> bool:
        below = self._tree.subtree(noun)
        return any(index in below and self._clause_of(index) == self._clause_of(noun) for index in self._in_others())

    def _in_others(self) -> list[int]:
        return [
            index
            for index, word in enumerate(self._tree.words)
            if any(word.span in other for other in self._others) and index not in self._of
        ]

    def _other_year(self, verb: int) -> bool:
        tree = self._tree
        years = [
            int(tree.surface(i))
            for i in tree.subtree(verb)
            if re.fullmatch(r"(?:18[89]|19\d|20[0-4])\d", tree.surface(i)) and self._clause_of(i) == verb
        ]
        return bool(years) and self._topic.year is not None and all(abs(year - self._topic.year) > 2 for year in years)

    def _clause_of(self, index: int) -> int:
        """The verb or predicate whose clause a word stands in."""
        tree = self._tree
        while (head := tree.heads[index]) is not None:
            if tree.base(index) in _CLAUSE_ENDS or (tree.base(index) == "conj" and tree.pos(index) in ("VERB", "AUX")):
                return index
            index = head
        return index


def _jobs(words: str) -> tuple[Predicate, ...]:
    return (Predicate.CINEMATOGRAPHER,) if words == "director of photography" else MAKERS.get(words, ())


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
