"""What states and bonds say that two persons are to each other: "is in love with her", "his affair with Ana", "at war with".

Reads one word at a time; tells each tie to whoever keeps them.
"""

from typing import TYPE_CHECKING, Protocol

from filmdossier.extract.story.grammar import Tree
from filmdossier.extract.story.persons import Person
from filmdossier.model.text import Span

if TYPE_CHECKING:
    from filmdossier.extract.story.coreference import Coreference

_STATES = {
    "married": "spouse", "engaged": "fiancé", "betrothed": "fiancé", "love": "lover", "infatuated": "lover", "smitten": "lover", "enamored": "lover", "enamoured": "lover", "estranged": "spouse", "attracted": "lover", "attract": "lover", "involve": "lover", "involved": "lover", "infatuate": "lover", "marry": "spouse", "engage": "fiancé", "war": "enemy", "enamor": "lover", "enamour": "lover",
}  # fmt: skip
_BONDS = {
    "affair": "lover", "romance": "lover", "fling": "lover", "liaison": "lover", "relationship": "lover", "friendship": "friend", "rivalry": "rival", "feud": "enemy", "marriage": "spouse", "engagement": "fiancé",
    "wedding": "spouse", "partnership": "partner", "honeymoon": "spouse", "crush": "lover", "infatuation": "lover",
}  # fmt: skip
_SOBER = frozenset("business professional working".split())
_KINDLY = frozenset("close friendly warm platonic unlikely".split())
# Whom somebody is to marry; whom he only wishes to marry he loves.
_BETROTHED = frozenset("be plan agree promise intend prepare arrange decide".split())
_WOOING = frozenset("want wish hope ask".split())


class Tell(Protocol):
    """Keeps that ``a`` is the ``noun`` of ``b``."""

    def __call__(self, a: Person, noun: str, b: Person, span: Span, *, sure: bool) -> None: ...


class Bonds:
    """Reads bonds with the help of ``known``, who is meant by the words read so far."""

    def __init__(self, known: "Coreference", tell: Tell) -> None:
        self._known = known
        self._tell = tell

    def read(self, number: int, tree: Tree, index: int, span: Span) -> None:
        """What a state or a bond between two says: "is in love with her", "his affair with Ana"."""
        lemma = tree.lemma(index)
        if lemma == "marry":
            self._to_marry(number, tree, index, span)
        if lemma == "love" and tree.pos(index) == "NOUN":
            self._love_for(number, tree, index, span)
            self._love_between(number, tree, index, span)
        partner = next(
            (
                k
                for k in tree.children(index, "nmod", "obl")
                if tree.cases(k) in ("with", "to", "of", "by") and (number, k) in self._known.people
            ),
            None,
        )
        said = tree.child(index, "nsubj", "nsubj:pass")
        if said is None and tree.relation(index) == "xcomp":
            said = next(iter(self._known.subjects[number].of(index)), None)
        if said is not None and tree.relative(said) and tree.base(index) == "acl":
            said = tree.heads[index]
        if lemma in _STATES and partner is None:
            partner = self._with_whom(number, tree, index)
        if said is None and lemma in _STATES and partner is not None:
            said = self._borne(number, tree, index)
        if lemma in _STATES and any(tree.lemma(kid) in ("not", "n't", "never") for kid in tree.children(index, "advmod", "aux")):
            return
        if lemma in _STATES and said is not None and (number, said) in self._known.people:
            subject = self._known.whole(number, tree, said)
            if lemma in ("love", "war") and {"love": "in", "war": "at"}[lemma] not in tree.cases(index).split():
                return
            if lemma in ("involve", "involved") and (partner is None or tree.cases(partner) != "with"):
                return
            if partner is not None:
                self._tell(subject, _STATES[lemma], self._known.whole(number, tree, partner), span, sure=True)
            elif len(subject.members) == 2:
                self._tell(subject.members[0], _STATES[lemma], subject.members[1], span, sure=True)
            return
        if lemma == "proposal":
            self._accepted(number, tree, index, span)
        if lemma not in _BONDS or tree.pos(index) != "NOUN":
            return
        kind = _BONDS[lemma]
        if lemma == "friendship" and self._friends_by_name(number, tree, index, span):
            return
        if lemma == "relationship" and (of := {tree.lemma(k) for k in tree.children(index, "amod", "compound")}):
            kind = "partner" if of & _SOBER else "friend" if of & _KINDLY else kind
        holders = [
            self._known.whole(number, tree, k) for k in tree.children(index, "nmod:poss") if (number, k) in self._known.people
        ]
        holders += [
            owner
            for k in tree.children(index, "nmod:poss")
            if tree.surface(k).casefold() == "whose" and (owner := self._known.whose(number, tree, k)) is not None
        ]
        head = tree.heads[index]
        if not holders and head is not None and tree.relation(index) == "obj" and tree.pos(head) == "VERB":
            holders = [
                self._known.people[number, k] for k in self._known.subjects[number].of(head) if (number, k) in self._known.people
            ]
        if not holders and index > 1 and tree.surface(index - 1) in ("'s", "’s") and tree.relation(index - 2) == "conj":
            pair = tree.heads[index - 2]  # "Ana and Karl's relationship", hung on the first of them
            if pair is not None and (number, pair) in self._known.people:
                holders = [self._known.whole(number, tree, pair)]
        between = next(
            (k for k in tree.children(index, "nmod") if tree.cases(k) in ("between", "of") and (number, k) in self._known.people),
            None,
        )
        if between is None and not holders and head is not None and tree.relation(index) == "nsubj":
            # "A romance develops between Ana and Karl."
            between = next(
                (k for k in tree.children(head, "obl") if tree.cases(k) == "between" and (number, k) in self._known.people), None
            )
        if between is not None:
            holders = [self._known.whole(number, tree, between)]
        several = partner is not None and len(self._known.whole(number, tree, partner).members) > 1
        if several and lemma == "relationship":
            return  # with a whole list of people it is no love
        if lemma in ("crush", "infatuation"):
            partner = next(
                (k for k in tree.children(index, "nmod") if tree.cases(k) in ("on", "with") and (number, k) in self._known.people),
                None,
            )
        if partner is not None and tree.cases(partner) in ("with", "to", "on"):
            for holder in holders:
                self._tell(holder, kind, self._known.whole(number, tree, partner), span, sure=True)
        elif len(holders) == 1 and len(holders[0].members) == 2:
            self._tell(holders[0].members[0], kind, holders[0].members[1], span, sure=True)

    def _borne(self, number: int, tree: Tree, index: int) -> int | None:
        """Who is so of whom it is said in passing: "Marge, seven months pregnant and married to Norm, …"."""
        for step in (index, *tree.ancestors(index)):
            head = tree.heads[step]
            if head is None or tree.base(step) not in ("conj", "acl", "amod", "appos", "dep", "parataxis", "advcl"):
                return None
            if (number, head) in self._known.people and head < index:
                return head
            if tree.base(step) in ("advcl", "conj") and tree.pos(head) == "VERB":
                return next(iter(self._known.subjects[number].of(head)), None)
        return None

    def _with_whom(self, number: int, tree: Tree, index: int) -> int | None:
        """With whom somebody is at war or in love, said of a name right before it: "Karl, with whom Ana is at war"."""
        subject = tree.child(index, "nsubj", "nsubj:pass")
        if subject is None or subject < 3 or tree.lemma(subject - 1) != "whom":
            return None
        before = subject - (3 if tree.pos(subject - 2) == "ADP" else 2)
        before -= before > 0 and tree.surface(before) == ","
        of = self._known.covered.get(before, before)
        return of if before >= 0 and (number, of) in self._known.people and tree.pos(before) != "PRON" else None

    def _love_for(self, number: int, tree: Tree, index: int, span: Span) -> None:
        """That somebody loves another: "Ana's love for Karl", "her unrequited love for him"."""
        holder = next((k for k in tree.children(index, "nmod:poss") if (number, k) in self._known.people), None)
        loved = next(
            (k for k in tree.children(index, "nmod") if tree.cases(k) == "for" and (number, k) in self._known.people), None
        )
        if holder is None or loved is None:
            return
        one, other = self._known.people[number, holder], self._known.people[number, loved]
        if one.named and other.named and not self._known.persons.kinship.share_name(one, other):
            self._tell(one, "lover", other, span, sure=False)

    def _love_between(self, number: int, tree: Tree, index: int, span: Span) -> None:
        """That two love each other: "love blossoms between Ana and Karl"."""
        head = tree.heads[index]
        if head is None or tree.relation(index) != "nsubj" or tree.pos(head) != "VERB":
            return
        between = next(
            (k for k in tree.children(head, "obl") if tree.cases(k) == "between" and (number, k) in self._known.people), None
        )
        two = self._known.whole(number, tree, between).members if between is not None else ()
        if len(two) == 2:
            self._tell(two[0], "lover", two[1], span, sure=True)

    def _accepted(self, number: int, tree: Tree, index: int, span: Span) -> None:
        """That two will marry: "Ana accepts Karl's proposal", "has accepted a proposal from Karl"."""
        verb = tree.heads[index]
        if verb is None or tree.relation(index) != "obj" or tree.lemma(verb) != "accept":
            return
        kids = [*tree.children(index, "nmod:poss"), *tree.children(index, "nmod"), *tree.children(verb, "obl")]
        by = next((k for k in kids if tree.cases(k) in ("", "'s", "’s", "from", "of") and (number, k) in self._known.people), None)
        to = next((k for k in self._known.subjects[number].of(verb) if (number, k) in self._known.people), None)
        if by is not None and to is not None:
            one, other = self._known.people[number, to], self._known.people[number, by]
            if {one.gender, other.gender} == {"m", "f"}:
                self._tell(one, "fiancé", other, span, sure=False)

    def _friends_by_name(self, number: int, tree: Tree, index: int, span: Span) -> bool:
        """Whether two names stand behind "the friendship between two hustlers: naive Joe and ailing Rico", who are told to be friends."""
        colon = next((k for k in range(index + 1, len(tree)) if tree.surface(k) == ":"), None)
        if colon is None or tree.lemma(index + 1) not in ("between", "of"):
            return False
        behind = [
            self._known.people[number, k]
            for k in range(colon + 1, len(tree))
            if (number, k) in self._known.people and tree.pos(k) == "PROPN"
        ]
        two = list(dict.fromkeys(one for one in behind if one.named))[:3]
        if len(two) == 2:
            self._tell(two[0], "friend", two[1], span, sure=True)
        return len(two) == 2

    def _to_marry(self, number: int, tree: Tree, index: int, span: Span) -> None:
        """What a marriage that is only planned makes of two: "was to marry Ana", "plans to marry her", "wants to marry her"."""
        head, object_ = tree.heads[index], tree.child(index, "obj")
        if "to" not in tree.mark(index).split():
            return
        if any(tree.lemma(kid) == "be" for kid in tree.children(index, "cop", "aux")):
            head = index  # "was to marry Ana"
        if head is None or (head != index and tree.relation(index) not in ("xcomp", "ccomp", "advcl")):
            return
        lemma = tree.lemma(head) if head != index else "be"
        kind = "fiancé" if lemma in _BETROTHED else "lover" if lemma in _WOOING and tree.child(head, "obj") is None else None
        subject = next((k for k in self._known.subjects[number].of(head) if (number, k) in self._known.people), None)
        denied = any(tree.lemma(k) in ("not", "n't", "never", "no") for k in tree.children(head, "advmod", "aux"))
        if (
            kind is not None
            and subject is not None
            and object_ is not None
            and (number, object_) in self._known.people
            and not denied
        ):
            self._tell(self._known.people[number, subject], kind, self._known.people[number, object_], span, sure=False)
