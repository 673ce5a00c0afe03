"""What killings and orders to kill make of two: "dies at the hands of Karl", "Siri's murder by Karl", "sends Ben to kill Ana".

Reads one word at a time; tells each tie to whoever keeps them. Killings told by a verb of their own are events.
"""

from typing import TYPE_CHECKING

from filmdossier.extract.story.bonds import Tell
from filmdossier.extract.story.grammar import Tree
from filmdossier.model.text import Span

if TYPE_CHECKING:
    from filmdossier.extract.story.coreference import Coreference

_SLAIN = frozenset("die perish kill murder slay fall".split())
_KILLING = frozenset("kill murder assassinate execute eliminate".split())
_DEATHS = frozenset("death murder killing assassination slaying".split())
_HANDS = ("at", "the", "hands", "of")
# Whoever has another kill somebody, or means to do it, is that one's enemy.
_ORDERS = frozenset("order hire send instruct command pay bribe persuade force assign task".split())
_WISHES = frozenset("want wish set come swear vow".split())


class Harm:
    """Reads killings with the help of ``known``, who is meant by the words read so far."""

    def __init__(self, known: "Coreference", tell: Tell) -> None:
        self._known = known
        self._tell = tell

    def read(self, number: int, tree: Tree, index: int, span: Span) -> None:
        """What a word for a killing or a death says of two."""
        lemma = tree.lemma(index)
        if lemma in ("hand", "hands") and tree.cases(index) == "at":
            self._at_the_hands(number, tree, index, span)
        elif lemma in _DEATHS and tree.pos(index) == "NOUN":
            if tree.cases(index) == "for":
                self._answers_for(number, tree, index, span)
            else:
                self._death_by(number, tree, index, span)
        elif lemma in _KILLING and tree.pos(index) == "VERB":
            self._meant(number, tree, index, span)

    def _at_the_hands(self, number: int, tree: Tree, index: int, span: Span) -> None:
        """Who killed somebody that dies by him: "dies at the hands of Karl"."""
        verb = tree.heads[index]
        by = next(
            (k for k in tree.children(index, "nmod", "obl") if tree.cases(k) == "of" and (number, k) in self._known.people), None
        )
        if by is None or verb is None or tree.lemma(verb) not in _SLAIN:
            return
        slain = next((k for k in self._known.subjects[number].of(verb) if (number, k) in self._known.people), None)
        if slain is not None:
            self._tell(self._known.people[number, by], "killer", self._known.people[number, slain], span, sure=True)

    def _death_by(self, number: int, tree: Tree, index: int, span: Span) -> None:
        """Who killed whom, the killer named right behind: "the murder of Siri by Karl", "Siri's death at the hands of Karl"."""
        dead = [k for k in tree.children(index, "nmod:poss") if (number, k) in self._known.people]
        of = next((k for k in tree.children(index, "nmod") if tree.cases(k) == "of" and (number, k) in self._known.people), None)
        victim = dead[-1] if dead else of
        if victim is None:
            return
        after = index + 1 if dead else victim + 1
        while self._known.covered.get(after) == victim:
            after += 1
        if after < len(tree) and tree.lemma(after) == "by":
            after += 1
        elif tuple(tree.lemma(step) if step < len(tree) else "" for step in range(after, after + 2)) == _HANDS[:2] and (
            after + 3 < len(tree) and tree.surface(after + 2) in ("hand", "hands")
        ):
            after += len(_HANDS)
        else:
            return
        named = next((k for k in range(after, min(after + 4, len(tree))) if (number, k) in self._known.people), None)
        killer = self._known.people[number, named] if named is not None else None
        person = self._known.people[number, victim]
        if killer is not None and killer is not person and killer.named:
            self._tell(killer, "killer", person, span, sure=True)

    def _meant(self, number: int, tree: Tree, index: int, span: Span) -> None:
        """Whose enemy somebody is who wants him dead: "orders Ben to kill Ana", "sets out to murder Ana"."""
        head, held = tree.heads[index], tree.child(index, "obj")
        if head is None or held is None or "to" not in tree.mark(index).split() or tree.relation(index) not in ("xcomp", "advcl"):
            return
        ordered = (
            tree.lemma(head) in _ORDERS and tree.children(head, "obj", "iobj") and not self._known.subjects[number].passive(head)
        )
        wished = tree.lemma(head) in _WISHES and not tree.children(head, "obj", "iobj")
        denied = any(tree.lemma(k) in ("not", "n't", "never") for k in tree.children(head, "advmod"))
        subject = next((k for k in self._known.subjects[number].of(head) if (number, k) in self._known.people), None)
        if (ordered or wished) and not denied and subject is not None and (number, held) in self._known.people:
            enemy, victim = self._known.people[number, subject], self._known.people[number, held]
            if enemy is not victim and enemy.named and victim.named:
                self._tell(enemy, "enemy", victim, span, sure=False)

    def _answers_for(self, number: int, tree: Tree, index: int, span: Span) -> None:
        """Who killed somebody, being responsible for the death: "Karl, responsible for her brother's death"."""
        guilty = tree.heads[index]
        if guilty is None or tree.lemma(guilty) != "responsible":
            return
        said = tree.child(guilty, "nsubj")
        said = said if said is not None and not tree.relative(said) else tree.heads[guilty]
        killer = self._known.people.get((number, said)) if said is not None else None
        dead = [*tree.children(index, "nmod:poss"), *(k for k in tree.children(index, "nmod") if tree.cases(k) == "of")]
        victim = next((self._known.people[number, k] for k in dead if (number, k) in self._known.people), None)
        if killer is not None and victim is not None and not victim.text.startswith(killer.text):
            self._tell(killer, "killer", victim, span, sure=True)
