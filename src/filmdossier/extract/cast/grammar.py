"""Reads performances from the grammar of sentences: "A, who had never acted, is the blind sister, Heather".

Enters a clause with its tree; leaves where a performer stands and where the words of the part begin.
What the words of a part are stays with :mod:`~filmdossier.extract.cast.phrases`. Refuses what somebody merely is:
a part has a name, or is "the", "his" or "her" somebody in the present tense of a story.
"""

import re
from collections.abc import Iterator

from filmdossier.extract.cast.clauses import NAME, PLACE, Clause
from filmdossier.extract.cast.descriptions import Found
from filmdossier.extract.cast.making import Making
from filmdossier.extract.cast.names import full_name, person_key
from filmdossier.extract.cast.patterns import Pattern, Reading
from filmdossier.extract.cast.performance import Performance
from filmdossier.extract.cast.persons import person_phrase
from filmdossier.extract.cast.phrases import part_after
from filmdossier.extract.cast.roster import Roster
from filmdossier.extract.story.grammar import Tree
from filmdossier.model.annotations import Role

_PLAYING = frozenset("plays played play portrays portrayed portray voices voiced".split())
_APPEARING = frozenset(
    "appears appeared appear turns turned pops popped shows showed doubled doubles cast seen returns returned stars starred heard featured drops dropped looks looked crops cropped wanders wandered breezes engaged makes made does".split()
)
# "agreed to be the sheriff", "was chosen to play him".
_TAKEN = frozenset("agreed agrees consented came got gets chosen hired engaged persuaded lured picked brought recruited".split())
_BECOMING = frozenset({"becomes", "became"})
_PRESENT = frozenset({"is", "are", "'s", "’s"})
_BEING = _PRESENT | {"was", "were"}
_SOMEBODY = re.compile(r"(?:the|his|her|their) ")
_ANYBODY = re.compile(r"(?:the|his|her|their|an?) ")
_NAMED = re.compile(rf"(?:(?:the|his|her|their|an?) (?:[a-z][\w'’-]* ){{0,4}})?(?:{NAME}|{PLACE})")
# The parser loses the subject behind a long aside: "A, who had acted all her life and was …, is Mrs B".
_WHO_IS = re.compile(r", who\b[^;:()\ue000\ue010]{3,170}, (?:is|was|becomes|became) (?=(?:the|his|her|their|an?) |\ue000)")
_MAKING_WORDS = re.compile(
    r"\b(?:direct|film|movie|picture|stor|script|camera|music|scor|book|novel|writ|wrote|compos|edit|produc)\w*", re.IGNORECASE
)
_CLOSED = re.compile(rf",? (?:the )?(?:[a-z][\w-]* ){{0,2}}(?P<name>{NAME})(?=[,.;)]|$| and )")
_ENDS = re.compile(r"[,.;:)–—]|$| (?:and|at|in|with|who|whose|from|on|opposite|while|that|as|of) ")
RULE = Pattern("grammar", re.compile(""), Reading.PART_AFTER, 0.85)


class CastGrammar:
    """Performances by the trees of sentences, with what is known of performers and makers."""

    def __init__(self, roster: Roster, making: Making) -> None:
        self._roster = roster
        self._making = making

    def read(self, clause: Clause, tree: Tree, *, told: bool = False) -> Iterator[Performance]:
        """The performances in a clause; where others are ``told`` in it, "is a copper" is a part as well."""
        for begin, end in list(clause.names(0, len(clause.blanked))):
            head = _head(clause, tree, begin, end)
            if head is None:
                continue
            for start, story in self._parts(clause, tree, head, end):
                found = self.part(clause, start, story=story, told=told)
                if found is None or not self.may_perform(clause.original(begin, end)):
                    continue
                yield from self._making.made(clause, [(begin, end)], found.parts, RULE)
                break
            else:
                yield from self._turned(clause, tree, head, begin, end)

    def _parts(self, clause: Clause, tree: Tree, head: int, end: int) -> Iterator[tuple[int, bool]]:
        """Where the words of a part may begin, and whether only a person in a story can be meant ("is the sister")."""
        governor = tree.heads[head]
        verbs = [
            kid for kid in tree.children(head, "acl:relcl") if any(tree.lemma(one) == "who" for one in tree.children(kid, "nsubj"))
        ]
        if governor is not None and tree.base(head) == "nsubj" and head < governor:
            verbs.insert(0, governor)
        for verb in verbs:
            if re.search(r"[;:]", clause.blanked[end : max(end, tree.words[verb].span.start - clause.start)]):
                continue
            being = {tree.surface(kid).casefold() for kid in tree.children(verb, "cop")}
            surface = tree.surface(verb).casefold()
            if (
                surface in _TAKEN
                and verb == governor
                and not any(tree.lemma(kid) in ("not", "never") for kid in tree.children(verb))
            ):
                for kid in tree.children(verb, "xcomp"):
                    if any(tree.lemma(one) == "be" for one in tree.children(kid, "cop")):
                        yield tree.phrase(kid).start - clause.start, False
                    elif tree.surface(kid).casefold() in _PLAYING:
                        for one in tree.children(kid, "obj"):
                            yield tree.phrase(one).start - clause.start, False
            elif surface in _BECOMING and verb == governor:
                for kid in tree.children(verb, "xcomp", "obj"):
                    yield tree.phrase(kid).start - clause.start, True
            elif being & _BEING and verb == governor:
                yield tree.phrase(verb).start - clause.start, True
            elif surface in _PLAYING:
                for kid in tree.children(verb, "obj"):
                    yield tree.phrase(kid).start - clause.start, False
            elif surface in _APPEARING:
                for kid in tree.children(verb, "obl", "advcl"):
                    if tree.cases(kid) == "as" or tree.mark(kid) == "as":
                        yield tree.phrase(kid).start - clause.start, False
        aside = _WHO_IS.match(clause.blanked, end)
        if aside:
            yield aside.end(), True

    def part(self, clause: Clause, start: int, *, story: bool, told: bool = False) -> Found | None:
        """The part whose words begin at ``start``; where only what somebody is can be meant (``story``), a named one or "the" somebody."""
        if start < 0:
            return None
        before = clause.blanked[max(0, start - 12) : start]
        present = re.search(r"(?:\b(?:is|are|becomes|became)|['’]s)(?: \w+ly)? $", before)
        named = _NAMED.match(clause.blanked, start)
        somebody = _ANYBODY if told else _SOMEBODY
        if story and not named and not (somebody.match(clause.blanked, start) and present):
            return None
        found = part_after(clause, start)
        if found is None or not (found.parts[0].named or person_phrase(found.parts[0].character)):
            return None
        if story and not found.parts[0].named:
            closed = _CLOSED.match(clause.blanked, found.edge)
            name = clause.original(*closed.span("name")) if closed else ""
            if closed and not self._roster.performs(name) and not self._roster.made(name):
                return part_after(clause, closed.start("name")) or found
        if story and not _ENDS.match(clause.blanked, found.edge):
            return None
        return found

    def may_perform(self, words: str) -> bool:
        """Whether the words are the full name of somebody who may act, no maker's."""
        form = self._roster.full_form(words)
        return form is not None and full_name(form) and not self._roster.made(form, perhaps=True)

    def other(self, clause: Clause, found: Found) -> Found:
        """ "his boss, the stargazing Felix Happer": the name that closes a description."""
        closed = _CLOSED.match(clause.blanked, found.edge)
        if closed is None or clause.blanked[found.edge : found.edge + 1] != ",":
            return found
        name = clause.original(*closed.span("name"))
        if self._roster.performs(name) or self._roster.made(name):
            return found
        return part_after(clause, closed.start("name")) or found

    def _turned(self, clause: Clause, tree: Tree, head: int, begin: int, end: int) -> Iterator[Performance]:
        """ "Kit, who collects rubbish, is Martin Sheen": the part comes first, the performer after "is"."""
        if not any(tree.surface(kid).casefold() in _PRESENT for kid in tree.children(head, "cop")):
            return
        words = clause.original(begin, end)
        if not full_name(words) or not self.may_perform(words) or not _ENDS.match(clause.blanked, end):
            return
        if self._revealed(clause, tree, head, end):
            yield from self._making.made(clause, [(begin, end)], (), RULE)
            return
        for subject in tree.children(head, "nsubj"):
            start = tree.phrase(subject).start - clause.start
            if subject > head or not (_SOMEBODY.match(clause.blanked[start:].casefold()) or _NAMED.match(clause.blanked, start)):
                continue
            found = part_after(clause, start)
            if found is None or not (found.parts[0].named or person_phrase(found.parts[0].character)):
                continue
            described = not found.parts[0].named
            if described:
                found = self.other(clause, found)
            part = found.parts[0].character
            if self._roster.performs(part) or person_key(part) == person_key(words):
                continue
            if full_name(part) and not (described or found.parts[0].description or self._roster.plays_a_part(part)):
                continue  # two full names: which of them acts is not told
            yield from self._making.made(clause, [(begin, end)], found.parts, RULE)
            return

    def _revealed(self, clause: Clause, tree: Tree, head: int, end: int) -> bool:
        """ "When she turns round, it is A in a pink sweater": a face that somebody is seen to have."""
        subjects = tree.children(head, "nsubj")
        return (
            [tree.surface(kid).casefold() for kid in subjects] == ["it"]
            and clause.sentence.role not in (Role.PRODUCTION, Role.MUSIC, Role.CREDITS)
            and re.match(r"[,.]| in an? ", clause.blanked[end:]) is not None
            and _MAKING_WORDS.search(clause.text) is None
        )


def _head(clause: Clause, tree: Tree, begin: int, end: int) -> int | None:
    """The word of a name on which its others hang."""
    span = clause.span(begin, end)
    inside = [i for i, word in enumerate(tree.words) if word.span.start >= span.start and word.span.end <= span.end]
    return next((i for i in inside if tree.heads[i] not in inside), None)
