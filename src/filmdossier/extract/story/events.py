"""What happens in the story, in the order in which it is told.

Enters the sentences of a story with whom their words mean; leaves one claim for each deed that the
text says is done. Refuses states, wishes, plans, denials and hearsay, and what has neither a doer
nor one that it is done to.
"""

from collections.abc import Iterator

from filmdossier.extract.story import verbs
from filmdossier.extract.story.clauses import Clause, Clauses
from filmdossier.extract.story.coreference import Coreference
from filmdossier.extract.story.grammar import Tree
from filmdossier.extract.story.happenings import Happening, Refusal
from filmdossier.extract.story.kin import GROUPS
from filmdossier.extract.story.persons import Person
from filmdossier.extract.story.places import place_case, place_noun, tool_noun
from filmdossier.extract.story.premise import of_the_film, of_the_playing, of_the_story, talk
from filmdossier.extract.story.telling import Part, StorySentence
from filmdossier.model.annotations import Annotations, MentionKind
from filmdossier.model.claim import StoryEvent
from filmdossier.model.text import Span

# States that make a tie between two, though no event: loving, hating.
STATES = frozenset({"love", "hate", "resent", "despise"})
_TIME = frozenset(
    "day week month year hour minute decade night time while moment days weeks months years hours minutes decades nights".split()
)
_NOWHERE = frozenset(
    "scene film movie story sequence picture version search time order fact pursuit end life death love danger return exchange turn help front way result disguise secret fear anger shock morning evening afternoon dawn night midnight noon trouble control anguish".split()
)
# What is done to a scene, not in it.
_CUTTING = frozenset(
    "cut delete remove excise drop trim shorten film edit release restore omit include leave rate replace extend reshoot".split()
)
# What is done to a part and ends the life of the whole.
FATAL = {"throat": ("cut", "slit", "slash"), "throats": ("cut", "slit", "slash"), "life": ("take", "end"), "death": ("cause",)}
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves", "themself"})
_LONGEST = 90  # characters of a clause that stands as what somebody learns


class Events:
    """Reads the events of a story."""

    def __init__(self, annotations: Annotations, story: list[StorySentence], coreference: Coreference) -> None:
        self.annotations = annotations
        self.story = story
        self.coreference = coreference
        self.people = coreference.people
        self.refused: dict[int, list[Refusal]] = {}  # why clauses are no events, by the sentence's number; filled while reading

    def __iter__(self) -> Iterator[Happening]:
        for number, told in enumerate(self.story):
            if told.part is Part.CAST:
                continue
            seen: set[tuple[str, str | None, str | None]] = set()
            for clause in Clauses(told.tree):
                found = self._happening(number, told, clause)
                if isinstance(found, Refusal):
                    self.refused.setdefault(number, []).append(found)
                    continue
                key = (found.event.verb, found.event.agent, found.event.patient)
                if key not in seen:
                    seen.add(key)
                    yield found

    def _happening(self, number: int, told: StorySentence, clause: Clause) -> Happening | Refusal:
        tree = told.tree
        if clause.negated or not (clause.real or (told.part is Part.CUT and self._planned(tree, clause))):
            return Refusal.UNREAL
        if tree.surface(len(tree) - 1) == "?":
            return Refusal.UNREAL  # "Why did they kill him?" asks, and tells of no killing
        if tree.lemma(clause.verb) in verbs.TRANSPARENT and self._carries(tree, clause):
            return Refusal.BARE
        if any(tree.lemma(i) in _TIME for i in clause.agents):
            return Refusal.NOBODY
        if told.part is Part.CUT and tree.lemma(clause.verb) in _CUTTING:
            return Refusal.FILM
        if self._quoted(told, clause):
            return Refusal.QUOTED
        state = tree.lemma(clause.verb) in STATES and clause.complement is None
        if not (self._deed(tree, clause) or state):
            return Refusal.STATE
        agent, agents = self._named(number, tree, clause.agents)
        patient, patients = self._named(number, tree, clause.patients)
        if clause.other:
            other, others = self._named(number, tree, clause.other)
            if others and (
                patient is None or tree.lemma(clause.verb) in ("tell", "ask", "teach", "show", "warn", "promise", "inform")
            ):
                patient, patients = other, others
        if patient is None and not clause.passive:
            patient = self._learned(tree, clause)
        if patient is None and agent is None:
            return Refusal.NOBODY  # a pronoun that stays open among them
        if of_the_film(tree, clause, agents):
            return Refusal.FILM
        if agent is not None and agent == patient:
            return Refusal.NOBODY  # a pronoun read wrongly; "kills herself" keeps its pronoun
        if told.part is Part.PREMISE:
            if of_the_playing(tree, clause):
                return Refusal.FILM
            everyone = self.coreference.persons.everyone
            if not of_the_story(tree, clause, agents, patients, everyone, talked=talk(self.annotations, told.sentence)):
                return Refusal.FILM if agents or patients else Refusal.NOBODY
        if not patients and not clause.passive:
            patients = self._of_the_body(number, tree, clause)
        place, instrument = self._where(number, tree, clause)
        if patient is None and place is None and self._bare(tree, clause):
            return Refusal.BARE
        event = StoryEvent(
            verb=clause.lemma,
            agent=agent,
            patient=patient,
            place=place,
            instrument=instrument,
            deleted_scene=told.part is Part.CUT,
            position=tree.words[clause.verb].span.start,
        )
        confidence = {Part.PLOT: 0.7, Part.CUT: 0.65, Part.PREMISE: 0.55}[told.part]
        confidence += 0.05 * bool(agents) + 0.05 * bool(patients)
        if not state and told.part is not Part.CUT and not self._likely(tree, clause, agent, agents, patients):
            confidence = 0.45
        verb = tree.words[clause.verb].span
        return Happening(event, tree.lemma(clause.verb), agents, patients, told, verb, confidence, state)

    def _of_the_body(self, number: int, tree: Tree, clause: Clause) -> tuple[Person, ...]:
        """Who dies of what is done to a part: "cuts her throat", "takes his life"."""
        lemma = tree.lemma(clause.verb)
        owners = [
            self.people[number, kid]
            for head in clause.patients
            if lemma in FATAL.get(tree.lemma(head), ())
            for kid in tree.children(head, "nmod:poss")
            if (number, kid) in self.people
        ]
        return tuple(dict.fromkeys(owners))

    def _bare(self, tree: Tree, clause: Clause) -> bool:
        """Whether the verb alone tells too little ("he comes")."""
        return clause.lemma in verbs.BARE and not tree.children(clause.verb, "compound:prt", "ccomp")

    def _likely(
        self, tree: Tree, clause: Clause, agent: str | None, agents: tuple[Person, ...], patients: tuple[Person, ...]
    ) -> bool:
        """Whether somebody does it or it is done to somebody; of things alone, only what can go on without a person."""
        if agents or patients:
            return agents != () or agent is not None or clause.passive or not clause.agents
        verb = tree.lemma(clause.verb)
        if verb in verbs.HAPPENING:
            return True
        proper = any(tree.pos(i) == "PROPN" or tree.surface(i).casefold() in GROUPS for i in clause.agents)
        return proper and agent is not None

    def _planned(self, tree: Tree, clause: Clause) -> bool:
        """In a scene that was cut, what "was to" or "would" happen is what happens there."""
        verb = clause.verb
        head = tree.heads[verb]
        if head is None or tree.relation(verb) == "conj":
            return True
        return tree.lemma(head) == "be" or tree.relation(verb) in ("acl:relcl", "parataxis")

    def _deed(self, tree: Tree, clause: Clause) -> bool:
        """Whether the verb tells something that is done, rather than a state."""
        lemma = tree.lemma(clause.verb)
        if not lemma.replace("-", "").isalpha():
            return False
        if clause.complement is not None:
            return lemma not in ("be", "have")
        if lemma not in verbs.STATIVE:
            return not (lemma in ("tell", "say") and not clause.patients and not clause.other)
        words = clause.lemma.split()
        if (
            lemma in verbs.PHRASES
            and len(words) > 1
            and words[-1] in verbs.PHRASES[lemma] | {"with", "to", "of", "on", "from", "for"}
        ):
            return len(words) > 2 or words[-1] in verbs.PHRASES[lemma]
        named = lemma == "call" and tree.child(clause.verb, "xcomp") is not None
        return lemma in verbs.WITH_OBJECT and bool(clause.patients or clause.other) and not clause.passive and not named

    def _carries(self, tree: Tree, clause: Clause) -> bool:
        """Whether the verb only brings in another that tells it all: "makes him sing", "sees them leave"."""
        return any(
            tree.pos(kid) == "VERB" and tree.child(clause.verb, "obj") is not None for kid in tree.children(clause.verb, "xcomp")
        )

    def _quoted(self, told: StorySentence, clause: Clause) -> bool:
        span = told.tree.words[clause.verb].span
        return any(
            span in m.span and len(m.surface.split()) > 2
            for m in self.annotations.mentions_in(told.sentence.span, MentionKind.QUOTATION)
        )

    def _named(self, number: int, tree: Tree, heads: tuple[int, ...]) -> tuple[str | None, tuple[Person, ...]]:
        """The words for these heads, and the persons among them; None where a pronoun stays open."""
        if len(heads) == 1 and tree.surface(heads[0]).casefold() in _REFLEXIVE:
            return tree.surface(heads[0]).casefold(), ()
        persons = tuple(dict.fromkeys(self.people[number, i] for i in heads if (number, i) in self.people))
        if persons and len(persons) == len(dict.fromkeys(self.people.get((number, i)) for i in heads)):
            return self.coreference.persons.group(persons).text, persons
        texts = []
        for index in heads:
            if (number, index) in self.people:
                texts.append(self.people[number, index].text)
            elif tree.pos(index) in ("NOUN", "PROPN", "NUM", "ADJ", "VERB", "SYM", "X") and tree.lemma(index) != "way":
                texts.append(self.coreference.text(number, tree, index))
        texts = list(dict.fromkeys(texts))
        if not texts:
            return None, persons
        return (f"{', '.join(texts[:-1])} and {texts[-1]}" if len(texts) > 1 else texts[0]), persons

    def _learned(self, tree: Tree, clause: Clause) -> str | None:
        """What somebody learns or tells, as a clause: "that she is pregnant"."""
        clause_head = tree.child(clause.verb, "ccomp")
        if clause_head is None or tree.lemma(clause.verb) not in verbs.FACTIVE | {
            "announce",
            "declare",
            "claim",
            "suspect",
            "decide",
            "agree",
        }:
            return None
        words = [i for i in tree.subtree(clause_head) if i > clause.verb]
        while words and (tree.base(words[0]) in ("punct",) or tree.lemma(words[0]) == "that"):
            words.pop(0)
        if not words:
            return None
        span = Span(tree.words[words[0]].span.start, tree.words[words[-1]].span.end)
        text = tree.words_of(span).rstrip(" ,.;:")
        return text if len(text) <= _LONGEST else text[: text.rindex(" ", 0, _LONGEST)].rstrip(" ,.;:") + " …"

    def _where(self, number: int, tree: Tree, clause: Clause) -> tuple[str | None, str | None]:
        """Place and instrument of an event."""
        place = instrument = None
        for case, head in clause.obliques:
            if (number, head) in self.people:
                continue
            if place is None and place_case(case) and self._somewhere(tree, head, moving=tree.lemma(clause.verb) in verbs.MOTION):
                place = self.coreference.text(number, tree, head)
            elif (
                instrument is None
                and case in ("with", "using")
                and tree.pos(head) == "NOUN"
                and tool_noun(tree.lemma(head), tree.lemma(clause.verb))
            ):
                instrument = self.coreference.text(number, tree, head)
        return place, instrument

    def _somewhere(self, tree: Tree, head: int, *, moving: bool) -> bool:
        if tree.pos(head) == "PROPN":
            span = tree.words[head].span
            kinds = {m.kind for m in self.annotations.mentions_in(Span(max(span.start - 40, 0), span.end + 40)) if span in m.span}
            return not kinds & {MentionKind.PERSON, MentionKind.DATE, MentionKind.YEAR, MentionKind.WORK}
        if tree.pos(head) != "NOUN" or tree.lemma(head) in _TIME | _NOWHERE:
            return False
        return moving or place_noun(tree.lemma(head)) or place_noun(tree.surface(head))
