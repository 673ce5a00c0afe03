"""What a person is to the film by the noun beside the name: "its producer, A", "the editor was A", "A the cameraman".

Enters a sentence of which a word is a person's name; leaves the jobs that nouns give him, and the film
that is his ("A's third feature"). Other jobs of the same noun ("art director") are none of these.
"""

import re
from collections.abc import Iterator

from filmdossier.extract.credits.crafts import FILM, MAKERS, OTHER_FILM, OTHER_JOB
from filmdossier.extract.credits.film_words import FilmSentence
from filmdossier.model.annotations import Mention
from filmdossier.model.claim import Predicate

_OWN_DETERMINERS = frozenset({"the", "its", "his", "her", "their", "our", "my", "this"})
_JOB = r"(?:(?:film|chief|sole|only|on-set|principal) )?(?P<job>[a-z]+(?:-[a-z]+)?(?: of photography)?)"
# "A was the cameraman, B the editor, C the producer": the verb stands once.
_GAPPED = re.compile(rf" (?:the|its|his|her) (?:film['’]s )?{_JOB}(?=[,.;)]|,? and |$)")
_WITH_AS = re.compile(rf",? as (?:(?:the|its|his|her) )?(?:film['’]s )?{_JOB}(?=[,.;)]|,? and | who |$)")
_PLAYED = re.compile(r",? (?:is |was )?(?:played|portrayed|voiced) ")  # "B, the director, played by C": a part
_IT_WAS = re.compile(r"\b(?:is|was) (?:the work of |by )?$")
# "Ana Dahl's third feature", "Ana Dahl's noisy musical": the first sentences of a text.
_SET_APART = frozenset({"previous", "earlier", "next", "later", "other", "another", "early", "latter", "best-known"})


class JobNames:
    """The jobs that the nouns of one sentence give its persons."""

    def __init__(self, film: FilmSentence) -> None:
        self._film = film
        self._tree = film.tree

    def by_tree(self, index: int, own: int) -> Iterator[tuple[Predicate, float]]:
        """ "its producer, A", "A was the editor", "the editor was A", "with A as its producer"."""
        tree = self._tree
        governor = tree.heads[index]
        mention = self._film.of[own]
        if _GAPPED.match(self._film.text, mention.span.end, self._film.sentence.span.end):
            return  # read by the words beside it
        if governor is not None and governor not in self._film.of:
            # "The French director Ana Dahl" may have directed anything; "his producer Max Roy", "the editor, Ida Lund".
            near = self._film.between(governor, index)
            if tree.base(index) == "appos" and index > governor and ("," in near or tree.children(governor, "nmod:poss")):
                yield from self._job(governor, loose=True)
                for other in tree.children(governor, "conj"):
                    if other < index:
                        yield from self._job(other, loose=True, determiner=governor)
                if tree.base(governor) == "conj" and (first := tree.heads[governor]) is not None:
                    yield from self._job(governor, loose=True, determiner=first)
            elif tree.relation(index) == "nsubj" and tree.children(governor, "cop") and not self._film.broken(index, governor):
                yield from self._job(governor)
            elif tree.base(index) in ("nmod", "obl") and tree.cases(index) == "with" and tree.cases(governor) == "as":
                yield from self._job(governor, bare=True)
        for kid in tree.children(index):
            if (
                (tree.relation(kid) == "appos" and kid > index and not _PLAYED.match(self._film.text, tree.words[kid].span.end))
                or (tree.relation(kid) in ("acl:relcl", "acl") and tree.children(kid, "cop") and self._film.of_whom(kid))
                or (tree.relation(kid) == "nsubj" and tree.children(index, "cop"))
            ):
                yield from self._job(kid)
            elif tree.base(kid) in ("nmod", "obl") and tree.cases(kid) == "as" and kid > index:
                yield from self._job(kid, bare=True)
        if governor is not None and tree.relation(index) == "nsubj" and tree.pos(governor) == "VERB":
            for kid in tree.children(governor, "obl"):
                if tree.cases(kid) == "as" and not self._film.is_modal(governor) and not tree.children(governor, "obj", "iobj"):
                    yield from self._job(kid, bare=True)

    def by_row(self, mention: Mention, head: int) -> Iterator[tuple[Predicate, float]]:
        """What words right beside a name say where its verb is left out or the tree goes astray."""
        tree, text, end = self._tree, self._film.text, self._film.sentence.span.end
        gapped = _GAPPED.match(text, mention.span.end, end)
        if gapped is not None and re.search(r"\b(?:is|was|were|are)\b", text[self._film.sentence.span.start : end]):
            yield from ((one, 0.85) for one in _jobs(gapped["job"]))
        given = _WITH_AS.match(text, mention.span.end, end)
        before = text[self._film.sentence.span.start : mention.span.start]
        if given is not None and re.search(r"\bwith $", before, re.IGNORECASE):
            yield from ((one, 0.85) for one in _jobs(given["job"]))
        if _IT_WAS.search(before) and text[mention.span.end : mention.span.end + 2] in ("'s", "’s"):
            for kid in range(head):
                if tree.relation(kid) == "nsubj" and not self._film.broken(kid, head) and kid >= head - 6:
                    yield from ((one, 0.85) for one in self._film.crafts(kid))
        governor = tree.heads[head]
        if governor is None or text[mention.span.end : mention.span.end + 1] not in ("'", "’") or governor < head:
            return
        if self._film.opens and tree.base(governor) in ("nsubj", "root", "appos") and self._makes(governor):
            yield Predicate.DIRECTOR, 0.8

    def _makes(self, noun: int) -> bool:
        """Whether what somebody owns is this film: "third feature", "black comedy"; not "previous film"."""
        tree = self._tree
        words = {tree.surface(kid).casefold() for kid in tree.children(noun, "amod", "nmod", "compound")}
        if tree.pos(noun) != "NOUN" or words & _SET_APART or self._film.near_another(noun):
            return False
        return tree.lemma(noun) in FILM or any(tree.words[noun].span.end == genre.end for genre in self._film.genres)

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
        bare = bare or (not words - {"photography"} and bool(tree.children(noun, "cop")))  # "was director of photography"
        owner = next(iter(tree.children(holder, "nmod:poss")), None)
        if (
            words & OTHER_JOB
            or words & OTHER_FILM
            or (owner is not None and tree.pos(owner) == "PROPN" and not self._film.is_title(owner))
        ):
            return
        if not (
            words & _OWN_DETERMINERS or bare or (loose and articles == {"a"}) or (owner is not None and self._film.is_film(owner))
        ):
            return
        if articles and not loose:
            return
        if "executive" in words:
            predicates = (Predicate.EXECUTIVE_PRODUCER,) if predicates == (Predicate.PRODUCER,) else ()
        for kid in tree.children(noun, "nmod"):
            if tree.cases(kid) == "of":
                if tree.lemma(kid) == "photography":
                    predicates = (Predicate.CINEMATOGRAPHER,)
                elif not self._film.is_film(kid):
                    return
        if self._film.near_another(noun):
            return
        for predicate in predicates:
            yield predicate, 0.75 if articles else 0.85


def _jobs(words: str) -> tuple[Predicate, ...]:
    return (Predicate.CINEMATOGRAPHER,) if words == "director of photography" else MAKERS.get(words, ())
