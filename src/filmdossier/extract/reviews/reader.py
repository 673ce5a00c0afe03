"""Walks the statements of a document and finds whose judgement each one reports.

Enters annotations and a topic; leaves opinions, each with how likely it is a review of the film.
What the film's own people say, what other films are told of, and news are set aside.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from filmdossier.extract.reviews.anchors import Anchor, anchors, reports
from filmdossier.extract.reviews.lines import Line, of_another_work, regions
from filmdossier.extract.reviews.opinions import Opinion, Opinions, unquoted
from filmdossier.extract.reviews.people import MAKERS, WELL_KNOWN, People, film_people, surname
from filmdossier.extract.reviews.rounds import rounds
from filmdossier.extract.reviews.scores import rating_in, ratings_in
from filmdossier.extract.reviews.signed_lines import signed_lines
from filmdossier.extract.reviews.skeleton import GROUP, MAYBE, NAME, OUTLET, PERSON, QUOTE, WORK, Skeleton, skeleton
from filmdossier.extract.reviews.statements import Statement, is_quotation_block, statements
from filmdossier.extract.reviews.weighing import LEAST, LOOSE, Finding, confidence
from filmdossier.extract.reviews.wordings import VOLUME
from filmdossier.model.annotations import Annotations, Role, Topic
from filmdossier.model.text import Span

_ASIDE = re.compile(
    r"\b(?:soundtrack|album|video game|novel|home media|marketing|external links|see also|references|notes|further reading|bibliography|sources)\b",
    re.IGNORECASE,
)
_RECEPTION = re.compile(r"recept|review|critic", re.IGNORECASE)
# Whoever is called that beside the name makes films, this one or others: what he says of it is no review, unless a publication prints it.
_MAKER = re.compile(
    r"\b(?:[Pp]roducer|[Cc]o-?star|[Ll]ead actor|[Ll]ead actress|[Cc]inematographer|[Cc]omposer|(?:the )?film['’]s (?:director|writer|star|editor))s? $"
)
_OTHER_MAKER = re.compile(
    r"\b(?:[Ff]ilm-?(?:maker|director)|[Mm]ovie director|[Dd]irector|[Aa]ctor|[Aa]ctress|[Ss]creenwriter|[Aa]nimator|[Ss]inger|[Mm]usician)s?,? $"
)
# Praise in passing is no review; an argument with the film is one, whoever makes it.
_ARGUES = re.compile(
    r"\b(?:critici[sz]|critique|review|essay|open letter|took issue|tak(?:es|ing) issue|article|column)", re.IGNORECASE
)
_CRITIC_TOO = re.compile(
    r"\b(?:[Cc]ritic|[Rr]eviewer|[Hh]istorian|[Ss]cholar|[Aa]uthor|[Ww]riter|[Jj]ournalist) (?:and|/|turned|-turned-) ?(?:\w+ )?[\w-]+ $"
)
_RESPECTIVELY = re.compile(r"\brespectively\b")
_SAME_OUTLET = re.compile(r"\b(?:the same (?:\w+ )?|that )(?:publication|newspaper|paper|magazine|website|outlet|site|daily)\b")
_BESIDE = (
    re.compile(
        rf"\b(?:in|for|on|(?<!episode )(?<!sequel )(?<!remake )(?<!version )(?<!world )(?<!style )(?<!spirit )(?<!fan )of) (?:the |The |his |her |their )?(?:\d{{4}} )?(?P<o>[{OUTLET}{MAYBE}])"
    ),
    re.compile(rf"\b(?:writes?|wrote|writing|written) (?:\w+ ){{0,2}}?(?:in|for) (?:the )?(?P<o>{WORK})"),
    re.compile(rf"\bin (?:his|her|their) (?:[\w-]+ ){{0,3}}?(?P<o>[{WORK}{NAME}{OUTLET}{MAYBE}])(?=[ ,.;:]|$)"),
    re.compile(rf"\bin (?:his|her|their) (?:[\w-]+ ){{0,3}}?{VOLUME},? (?P<o>[{NAME}{PERSON}{GROUP}])(?=[ ,.;:]|$)"),
    re.compile(rf"{QUOTE}[.,]? ?[(\[](?:The |the )?(?P<o>[{OUTLET}{MAYBE}{WORK}])[)\]]"),
)
_BY_SURNAME = frozenset({"critic", "critic, loosely", "according to", "critic's review", "by"})
_CONTINUED = Anchor(0, 0, None, None, "continued")
_LONGEST = 20_000
_SURE = 0.5
_PASSING = 0.4  # a remark weighed at less adds nothing to a review already found


class Reader:
    """Reads one topic's statements once, in order."""

    def __init__(self, annotations: Annotations, topic: Topic) -> None:
        self.annotations, self.topic = annotations, topic
        self.text = annotations.document.text
        self.titles = tuple(title for title in (topic.title, *topic.aliases) if title)
        self.people = People(film_people(annotations, topic), critics=set(WELL_KNOWN))
        self.opinions = Opinions(annotations, self.titles)
        self.signed = [line.span for line in signed_lines(annotations, topic)]  # read elsewhere
        self.rounds = rounds(annotations, topic)
        self.current: Opinion | None = None
        self.pending = False  # the last statement announced words that follow in a block of their own

    def read(self) -> list[Opinion]:
        """All opinions that are at least worth suggesting, in the order in which their reviewers first speak."""
        found = (self._told_as(statement) for statement in statements(self.annotations, self.topic))
        lines = [self.line(statement) for statement in found if self._worth(statement)]
        for line in lines:
            self._meet(line)
        block = -1
        for line in lines:
            self._walk(line, new_block=line.statement.block != block)
            block = line.statement.block
        self.opinions.look_up_references()
        return [opinion for opinion in self.opinions.found if opinion.confidence >= LEAST]

    def line(self, statement: Statement) -> Line:
        """The statement with its skeleton and the attributions that may be reviewers'."""
        reduced = skeleton(self.annotations, statement, self.titles)
        elsewhere = of_another_work(reduced, self.text, self.titles)
        statement = replace(statement, quotes=tuple(q for q in statement.quotes if not any(map(q.overlaps, elsewhere))))
        return Line(statement, reduced, anchors(reduced, lambda anchor: self._allowed(reduced, anchor, statement)))

    def _told_as(self, statement: Statement) -> Statement:
        """The statement as one on the reception, where it stands among critics."""
        return replace(statement, role=Role.RECEPTION) if statement.block in self.rounds else statement

    def _worth(self, statement: Statement) -> bool:
        if statement.role is Role.PLOT or len(statement.span) > _LONGEST or any(map(statement.span.overlaps, self.signed)):
            return False
        section = self.annotations.document.blocks[statement.block].section
        return not any(_ASIDE.search(title) and not _RECEPTION.search(title) for title in section)

    def _meet(self, line: Line) -> None:
        for anchor in line.anchors:
            critic, outlet = self._names(line, anchor)
            if critic and anchor.kind not in ("critic", "by", "according to"):
                self.people.meet(critic, outlet)
            if critic and (anchor.kind == "critic named" or line.in_known_outlet(anchor)):
                self.people.critics.add(critic)

    def _allowed(self, reduced: Skeleton, anchor: Anchor, statement: Statement) -> bool:
        if anchor.kind in LOOSE and statement.role is not Role.RECEPTION:
            return False
        if anchor.critic is not None:
            tag = reduced.tag(anchor.critic)
            name = tag.span.of(self.text)
            if self.people.is_crew(name) or _MAKER.search(self.text, max(tag.span.start - 40, 0), tag.span.start):
                return False
            if anchor.outlet is None and self._makes_films(name, tag.span) and not _ARGUES.search(statement.masked):
                return False
            if tag.kind == NAME and anchor.outlet is None and " " not in name and anchor.kind not in _BY_SURNAME:
                return False
        if anchor.outlet is not None:
            tag = reduced.tag(anchor.outlet)
            if tag.kind != OUTLET and self.people.is_crew(tag.span.of(self.text)):
                return False
            if anchor.critic is None and tag.kind not in (OUTLET, MAYBE):
                plain = anchor.kind in ("outlet", "reviewer for")
                return plain and statement.role is Role.RECEPTION and tag.kind in (WORK, GROUP)
        return True

    def _makes_films(self, name: str, at: Span) -> bool:
        """Whether somebody whom no publication prints is known, or called, a maker of films and no critic."""
        before = max(at.start - 60, 0)
        called = _OTHER_MAKER.search(self.text, before, at.start) and not _CRITIC_TOO.search(self.text, before, at.start)
        return name in MAKERS or (bool(called) and name not in WELL_KNOWN)

    def _names(self, line: Line, anchor: Anchor) -> tuple[str | None, str | None]:
        critic, outlet = line.critic(anchor), line.outlet(anchor)
        return critic.of(self.text) if critic else None, outlet.of(self.text) if outlet else None

    def _walk(self, line: Line, *, new_block: bool) -> None:
        statement = line.statement
        if is_quotation_block(self.annotations, statement):
            if self.current is not None and (self.pending or not new_block):
                self.opinions.add_block(statement, self.current)
                self.pending = True
            return
        if new_block and not line.goes_on_from_above():
            self.current = None
        usable = [anchor for anchor in line.anchors if self._resolves(line, anchor)]
        for anchor, region in zip(usable, regions(line, usable) if usable else (), strict=True):
            self._judge(line, anchor, region)
        if len(usable) > 1 and _RESPECTIVELY.search(statement.masked):
            self._part_ratings(line, usable)
        if not usable:
            if self.current is not None and line.goes_on() and not self._another_speaks(line):
                self._go_on(line, self.current)
            elif line.anchors or self._another_speaks(line):
                self.current = None
        self.pending = self.current is not None and line.introduces(statement.span)

    def _part_ratings(self, line: Line, usable: Sequence[Anchor]) -> None:
        """Gives each of "A and B gave it 5/5 and 4/5 respectively" the rating of the same place."""
        ratings = ratings_in(unquoted(self.text, line.statement, line.statement.span))
        if len(ratings) != len(usable):
            return
        for anchor, (start, end) in zip(usable, ratings, strict=True):
            critic, outlet = self._names(line, anchor)
            critic = self.people.full(critic) or critic if critic else None
            opinion = self.opinions.of(critic, outlet)
            opinion.rating = self.text[line.statement.span.start + start : line.statement.span.start + end]

    def _another_speaks(self, line: Line) -> bool:
        """Whether the "he" or "she" of a statement is somebody it names, and neither the last reviewer nor one of the film's people."""
        names = [span.of(self.text) for span in line.named_before_speaker()]
        last = self.current.critic if self.current is not None else None
        return any(not self.people.is_crew(name) and (last is None or surname(name) != surname(last)) for name in names)

    def _resolves(self, line: Line, anchor: Anchor) -> bool:
        critic, _ = self._names(line, anchor)
        if critic is None or self.people.full(critic) is not None or line.in_known_outlet(anchor):
            return True
        # A surname that the document never gives in full is a critic's where a rating goes with it.
        return line.statement.role is Role.RECEPTION and rating_in(line.statement.masked) is not None

    def _go_on(self, line: Line, opinion: Opinion) -> None:
        sure = self._weigh(line, _CONTINUED, line.statement.span, opinion.critic, opinion.outlet)
        if opinion.critic and opinion.outlet:
            opinion.confidence = max(opinion.confidence, sure)
        self.opinions.add(line.statement, line.statement.span, opinion)

    def _judge(self, line: Line, anchor: Anchor, region: Span) -> None:
        """Takes what ``region`` says as the anchor's reviewer's, if it is a judgement of the film."""
        critic, outlet = self._names(line, anchor)
        critic = self.people.full(critic) or critic if critic else None
        there = anchor.critic is not None and line.skeleton.text.startswith(" there ", anchor.critic + 1)
        if (there or anchor.kind == "its critic") and outlet is None and self.current is not None and self.current.critic is None:
            # "The O gave it five stars. Its critic, P, thought …", "… P there thought": the O's opinion is P's.
            self.current.critic, outlet = critic, self.current.outlet
        if critic is not None and outlet is None:
            outlet = self._outlet_beside(line, anchor, region) or self.people.outlets.get(critic)
            if outlet is None and self.current is not None and _SAME_OUTLET.search(line.statement.outside(region)):
                outlet = self.current.outlet
        sure = self._weigh(line, anchor, region, critic, outlet)
        if sure <= 0:
            self.current = None
            return
        if critic is not None and sure >= _SURE:
            self.people.meet(critic, outlet)  # whom a later sentence may call by surname
        for name in (outlet, *(span.of(self.text) for span in line.fellows(anchor))):
            opinion = self.opinions.of(critic, name)
            if sure >= _PASSING or opinion.confidence <= sure:
                opinion.confidence = max(opinion.confidence, sure)
                self.opinions.add(line.statement, region, opinion)
            self.current = opinion

    def _weigh(self, line: Line, anchor: Anchor, region: Span, critic: str | None, outlet: str | None) -> float:
        statement = line.statement
        reduced = line.reduced(region)
        said = " ".join(quote.of(self.text) for quote in statement.quotes if quote.start in region)
        known = line.in_known_outlet(anchor)
        return confidence(
            Finding(
                kind=line.kind(anchor, known=critic in self.people.critics),
                role=statement.role,
                headed=bool(self.annotations.document.blocks[statement.block].section),
                plain=bool((critic and outlet) or known),
                known=known,
                signed=critic is not None,
                rated=rating_in(unquoted(self.text, statement, region)) is not None,
                announced=line.introduces(region) and reports(reduced),
                outside=statement.outside(region),
                reduced=reduced,
                said=said,
                titled=any(title in said for title in self.titles),
            )
        )

    def _outlet_beside(self, line: Line, anchor: Anchor, region: Span) -> str | None:
        """The publication named after the verb: "X wrote in the O that", "gave it two stars in his W"."""
        start = line.skeleton.index(region.start)
        words = line.reduced(region)
        match = next((match for match in (pattern.search(words) for pattern in _BESIDE) if match is not None), None)
        if match is None:
            return None
        index = start + match.start("o")
        if start < anchor.start and index <= anchor.start:
            return None
        return line.skeleton.tag(index).span.of(self.text)
