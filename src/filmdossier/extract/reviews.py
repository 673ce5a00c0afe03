"""Claims of what critics and publications thought of the film, as encyclopedia articles and the like report it.

Enters annotations; leaves one claim for each critic and publication: rating as written, exact
quotations, a first stance, what was praised and criticised. Sets aside what is no review of this
film: the makers' own words, lists and rankings, business news, other films, albums.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from filmdossier.extract.outlets import outlets_in
from filmdossier.extract.reviews_anchors import VERB, Anchor, anchors, reports
from filmdossier.extract.reviews_aspects import aspects
from filmdossier.extract.reviews_people import People, film_people, surname
from filmdossier.extract.reviews_scores import rating_in
from filmdossier.extract.reviews_skeleton import GROUP, MAYBE, NAME, OUTLET, PERSON, QUOTE, WORK, Skeleton, skeleton
from filmdossier.extract.reviews_statements import QUOTED, Statement, is_quotation_block, passages, statements, words_of
from filmdossier.extract.reviews_weighing import LOOSE, Finding, confidence
from filmdossier.extract.stance import pick, stance_scores
from filmdossier.extract.statement import claim
from filmdossier.model.annotations import Annotations, DocumentKind, Role, Topic
from filmdossier.model.claim import AspectMention, Claim, CriticReview, Predicate
from filmdossier.model.text import Evidence, Span

_NO_ROLE = frozenset({Role.PLOT})
_ASIDE = re.compile(
    r"\b(?:soundtrack|album|video game|novel|home media|marketing|external links|see also|references|notes|further reading|bibliography|sources)\b",
    re.IGNORECASE,
)
_SPEAKER = re.compile(
    rf"(?:^|[ ,;(\"]){{0,2}}(?:\b(?:[Hh]e|[Ss]he|[Tt]hey|[Tt]he (?:\w+ )?(?:critic|reviewer|review|newspaper|paper|magazine|publication|site|website|writer|author|article|columnist|journalist|trade paper|staff))\b|^(?:It)\b)[, ]+(?:(?:also|however|too|both|later|then|further|furthermore|still|even|\w+ly|in particular|who|nevertheless),? )*{VERB}\b"
)
_CONTINUES = re.compile(
    rf"^[\s\[\]\d.]*(?:(?:However|But|Though|Nevertheless|Still|Yet|Overall|Meanwhile|Also|Additionally|Further|Furthermore|Moreover|Nonetheless|Ultimately|In conclusion|Finally|Similarly|Conversely|And),? )?(?:{QUOTE}|His review|Her review|Their review|The review|The reviewer|The critic|The Critic|The article|It (?:also|further|added|concluded|called|described|praised|went on|noted|stated|said)|Elsewhere|In the same review)"
)
_SAME_OUTLET = re.compile(r"\b(?:the same (?:\w+ )?|that )(?:publication|newspaper|paper|magazine|website|outlet|site|daily)\b")
_SAME_RATING = re.compile(r"\b(?:a similar|the same|an identical) (?:rating|score|grade)\b")
_INTRODUCES = re.compile(r"(?:[:,—–-]|\b(?:wrote|said|stated|writes|says|read|reads|part|too|adding|writing|saying))[\s\[\]\d]*$")
_PUBLISHER = re.compile(
    r"\b(?:Press|Books?|Publish\w*|Group|Universit\w+|Company|Co\.|Ltd\.?|Inc\.?|Sons|House|Verlag|Éditions|Editions|Routledge|Continuum|McFarland|Penguin|Scarecrow|Knopf|Doubleday|Wiley|Macmillan|HarperCollins|"
    r"Simon & Schuster|Random House|YouTube|Twitter|Facebook)\b"
)
_LEAST = 0.4  # what is less likely than this is not even a suggestion
_CLAUSE = re.compile(r"[,;:]? (?:while|whereas|but|and|although|though|with|as)\b |[;:,] ")


@dataclass(slots=True)
class _Opinion:
    """What has been gathered of one reviewer."""

    critic: str | None
    outlet: str | None
    confidence: float
    spans: list[Span] = field(default_factory=list)
    quotes: list[Span] = field(default_factory=list)
    rating: str | None = None
    rated_at: Span | None = None
    reports: list[str] = field(default_factory=list)
    praised: list[AspectMention] = field(default_factory=list)
    criticised: list[AspectMention] = field(default_factory=list)
    listing: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    statement: Statement
    skeleton: Skeleton
    anchors: list[Anchor]


def reviews(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    """The reported reviews of the film, in the order of the text."""
    if annotations.kind is DocumentKind.REVIEW:
        return
    reader = _Reader(annotations, topic)
    for opinion in reader.read():
        yield _claim(annotations, topic, opinion)


def _claim(annotations: Annotations, topic: Topic, opinion: _Opinion) -> Claim:
    document = annotations.document
    quotes = tuple(dict.fromkeys(Evidence.cite(document, span) for span in opinion.quotes))
    stance, probability = pick(stance_scores(" ".join(opinion.reports), [quote.quote for quote in quotes]))
    value = CriticReview(
        critic=opinion.critic,
        outlet=opinion.outlet,
        rating=opinion.rating,
        quotes=quotes,
        stance=stance,
        stance_probability=probability,
        praised=tuple(opinion.praised),
        criticised=tuple(opinion.criticised),
    )
    spans = list(dict.fromkeys(opinion.spans))
    return claim(annotations, topic, Predicate.REVIEW, value, *spans, extractor="reviews", confidence=opinion.confidence)


class _Reader:
    """Walks the statements of one topic and gathers opinions."""

    def __init__(self, annotations: Annotations, topic: Topic) -> None:
        self.annotations, self.topic = annotations, topic
        self.text = annotations.document.text
        self.titles = [title for title in (topic.title, *topic.aliases) if title]
        self.people = People(film_people(annotations, topic))
        self.opinions: list[_Opinion] = []
        self.current: _Opinion | None = None
        self.pending = False  # the last statement announced words that follow in a block of their own

    def read(self) -> list[_Opinion]:
        """All opinions, in the order in which their reviewers first speak."""
        lines = [self._line(statement) for statement in statements(self.annotations, self.topic) if self._worth(statement)]
        for line in lines:
            for anchor in line.anchors:
                critic, outlet = self._names(line, anchor)
                if critic and anchor.kind not in ("critic", "by", "according to"):
                    self.people.meet(critic, outlet)
                if critic and (
                    anchor.kind == "critic named"
                    or (anchor.outlet is not None and line.skeleton.tag(anchor.outlet).kind in (OUTLET, MAYBE))
                ):
                    self.people.critics.add(critic)
        block = -1
        for line in lines:
            new_block = line.statement.block != block
            block = line.statement.block
            self._walk(line, new_block)
        for opinion in self.opinions:
            if opinion.critic and not opinion.outlet:
                opinion.outlet = self._cited_outlet(opinion)
        return [opinion for opinion in self.opinions if opinion.confidence >= _LEAST]

    def _worth(self, statement: Statement) -> bool:
        if statement.role in _NO_ROLE or len(statement.span) > 20_000:
            return False
        section = self.annotations.document.blocks[statement.block].section
        return not any(_ASIDE.search(title) and not re.search(r"recept|review|critic", title, re.IGNORECASE) for title in section)

    def _line(self, statement: Statement) -> _Line:
        reduced = skeleton(self.annotations, statement, self.titles)
        return _Line(statement, reduced, anchors(reduced, lambda anchor: self._allowed(reduced, anchor, statement)))

    def _allowed(self, reduced: Skeleton, anchor: Anchor, statement: Statement) -> bool:
        if anchor.kind in LOOSE and statement.role is not Role.RECEPTION:
            return False
        if anchor.critic is not None:
            tag = reduced.tag(anchor.critic)
            name = tag.span.of(self.text)
            if self.people.is_crew(name):
                return False
            if tag.kind == NAME and anchor.outlet is None and anchor.kind not in ("critic", "critic, loosely") and " " not in name:
                return anchor.kind in ("according to", "critic's review", "by")
        if anchor.outlet is not None:
            tag = reduced.tag(anchor.outlet)
            name = tag.span.of(self.text)
            if tag.kind != OUTLET and self.people.is_crew(name):
                return False
            if anchor.critic is None and tag.kind not in (OUTLET, MAYBE):
                return (
                    statement.role is Role.RECEPTION and tag.kind in (WORK, "\ue008") and anchor.kind in ("outlet", "reviewer for")
                )
        return True

    def _names(self, line: _Line, anchor: Anchor) -> tuple[str | None, str | None]:
        critic = line.skeleton.tag(anchor.critic).span.of(self.text) if anchor.critic is not None else None
        if anchor.critic is not None and anchor.second is not None:
            critic = Span(line.skeleton.tag(anchor.critic).span.start, line.skeleton.tag(anchor.second).span.end).of(self.text)
        outlet = line.skeleton.tag(anchor.outlet).span.of(self.text) if anchor.outlet is not None else None
        return critic, outlet

    def _walk(self, line: _Line, new_block: bool) -> None:
        statement = line.statement
        if is_quotation_block(self.annotations, statement):
            if self.current is not None and (self.pending or not new_block):
                self._block_quotation(statement)
            return
        if new_block and self.current is not None and not self._goes_on_across(line):
            self.current = None
        self.pending = False
        usable = [anchor for anchor in line.anchors if self._resolves(line, anchor)]
        if not usable:
            if self.current is not None and self._goes_on(line):
                whole = Anchor(0, 0, None, None, "continued")
                sure = self._weigh(line, whole, statement.span, self.current.critic, self.current.outlet)
                if self.current.confidence < sure and self.current.critic and self.current.outlet:
                    self.current.confidence = sure
                self._add(line, statement.span, self.current)
            elif self.current is not None and not _anaphoric(line):
                self.current = None if line.anchors else self.current
        else:
            for anchor, region in zip(usable, _regions(line, usable), strict=True):
                self._judge(line, anchor, region)
        self.pending = self.current is not None and bool(_INTRODUCES.search(line.skeleton.text))

    def _resolves(self, line: _Line, anchor: Anchor) -> bool:
        critic, _ = self._names(line, anchor)
        return critic is None or self.people.full(critic) is not None

    def _goes_on(self, line: _Line) -> bool:
        """Whether a statement without a reviewer of its own still reports the last one."""
        return _anaphoric(line)

    def _goes_on_across(self, line: _Line) -> bool:
        return bool(re.match(r"^(?:He|She|The (?:critic|reviewer|review))\b", line.skeleton.text)) and not line.anchors

    def _block_quotation(self, statement: Statement) -> None:
        current = self.current
        if current is None:
            return
        block = self.annotations.document.blocks[statement.block].span
        if statement.span in current.spans:
            return
        current.spans.append(statement.span)
        quotes = [
            span for span in passages(self.text, _unmarked(self.text, block)) if span in Span(statement.span.start, block.end)
        ]
        current.quotes += [span for span in quotes if span not in current.quotes and span.start < statement.span.end]
        self.pending = True

    def _judge(self, line: _Line, anchor: Anchor, region: Span) -> None:
        """Takes what ``region`` says as the anchor's reviewer's, if it is a judgement of the film."""
        critic, outlet = self._names(line, anchor)
        critic = self.people.full(critic) if critic else None
        if critic is not None and outlet is None:
            outlet = self._outlet_beside(line, anchor, region) or self.people.outlets.get(critic)
            if outlet is None and _SAME_OUTLET.search(line.statement.outside(region)) and self.current is not None:
                outlet = self.current.outlet
        sure = self._weigh(line, anchor, region, critic, outlet)
        if sure <= 0:
            self.current = None
            return
        for name in (outlet, *self._fellows(line, anchor)):
            opinion = self._opinion(critic, name, sure)
            opinion.confidence = max(opinion.confidence, sure)
            self._add(line, region, opinion)
            self.current = opinion

    def _fellows(self, line: _Line, anchor: Anchor) -> list[str]:
        """The other publications of "critics from X, Y and Z"."""
        text = line.skeleton.text
        if anchor.kind != "reviewer for" or not re.match(
            r"(?:\w+ )?(?:[Cc]ritics|[Rr]eviewers|[Rr]eviews)\b", text[anchor.start :]
        ):
            return []
        match = re.match(rf"(?:,? (?:and |from )?(?:the )?[{OUTLET}{MAYBE}{WORK}{NAME}{PERSON}{GROUP}])+", text[anchor.end :])
        indices = range(anchor.end, anchor.end + match.end()) if match else range(0)
        return [line.skeleton.tag(index).span.of(self.text) for index in indices if index in line.skeleton.tags]

    def _weigh(self, line: _Line, anchor: Anchor, region: Span, critic: str | None, outlet: str | None) -> float:
        reduced = line.skeleton.text[line.skeleton.index(region.start) : line.skeleton.index(region.end - 1) + 1]
        known = anchor.outlet is not None and line.skeleton.tag(anchor.outlet).kind in (OUTLET, MAYBE)
        said = " ".join(self._quoted(line.statement, region))
        return confidence(
            Finding(
                kind=_kind_of(line, anchor, known=critic in self.people.critics),
                role=line.statement.role,
                headed=bool(self.annotations.document.blocks[line.statement.block].section),
                plain=bool((critic and outlet) or known),
                known=known,
                signed=critic is not None,
                rated=rating_in(self._unquoted(line.statement, region)) is not None,
                # A verb of saying at the end announces a block quotation.
                announced=bool(_INTRODUCES.search(reduced) and reports(reduced)),
                outside=line.statement.outside(region),
                reduced=reduced,
                said=said,
                titled=any(title in said for title in self.titles),
            )
        )

    def _quoted(self, statement: Statement, region: Span) -> list[str]:
        return [quote.of(self.text) for quote in statement.quotes if quote.start in region]

    def _opinion(self, critic: str | None, outlet: str | None, confidence: float) -> _Opinion:
        for opinion in self.opinions:
            if (
                critic is not None
                and opinion.critic == critic
                and (not outlet or not opinion.outlet or _same(opinion.outlet, outlet))
            ):
                opinion.outlet = opinion.outlet or outlet
                return opinion
            if critic is None and opinion.critic is None and outlet and opinion.outlet and _same(opinion.outlet, outlet):
                return opinion
        made = _Opinion(critic, outlet, confidence)
        self.opinions.append(made)
        return made

    def _add(self, line: _Line, region: Span, opinion: _Opinion) -> None:
        statement = line.statement
        opinion.spans.append(region)
        rating = rating_in(self._unquoted(statement, region))
        rated_at = Span(region.start + rating[0], region.start + rating[1]) if rating else None
        if rated_at is not None and opinion.rating is None:
            opinion.rating, opinion.rated_at = rated_at.of(self.text), rated_at
        elif opinion.rating is None and _SAME_RATING.search(statement.outside(region)):
            before = next((other for other in reversed(self.opinions) if other.rating and other is not opinion), None)
            if before is not None:
                opinion.rating = before.rating
        for quote in statement.quotes:
            if (
                quote.start in region
                and quote not in opinion.quotes
                and not (rated_at is not None and rated_at in Span(quote.start, quote.end) and len(quote) < 12)
            ):
                for span in passages(self.text, words_of(self.text, quote)):
                    if span not in opinion.quotes and re.search(r"\w", span.of(self.text)):
                        opinion.quotes.append(span)
        report = re.sub(f"{QUOTED}+", " ", statement.outside(region))
        opinion.reports.append(report)
        praised, criticised = aspects(self.annotations, statement, region)
        opinion.praised += [aspect for aspect in praised if aspect not in opinion.praised]
        opinion.criticised += [aspect for aspect in criticised if aspect not in opinion.criticised]

    def _unquoted(self, statement: Statement, region: Span) -> str:
        """The region's text with quotations longer than a grade blanked out, offsets kept."""
        words = self.text[region.start : region.end]
        for quote in statement.quotes:
            if quote.start in region and len(quote) > 14:
                start, end = quote.start - region.start, min(quote.end, region.end) - region.start
                words = words[:start] + " " * (end - start) + words[end:]
        return words

    def _outlet_beside(self, line: _Line, anchor: Anchor, region: Span) -> str | None:
        """The publication named after the verb: "X wrote in the O that", "gave it two stars in his W"."""
        start = line.skeleton.index(region.start)
        words = line.skeleton.text[start : line.skeleton.index(region.end - 1) + 1]
        match = re.search(rf"\b(?:in|for|of|on) (?:the |The |his |her |their )?(?:\d{{4}} )?(?P<o>[{OUTLET}{MAYBE}])", words)
        if match is None:
            match = re.search(rf"\b(?:writes?|wrote|writing|written) (?:\w+ ){{0,2}}?(?:in|for) (?:the )?(?P<o>{WORK})", words)
        if match is None:
            match = re.search(rf"\b(?:in) (?:his|her|their) (?:[\w-]+ ){{0,3}}?(?P<o>[{WORK}{NAME}])(?=[ ,.;:]|$)", words)
        if match is None:
            return None
        index = start + match.start("o")
        if index <= anchor.start and anchor.start > start:
            return None
        return line.skeleton.tag(index).span.of(self.text)

    def _cited_outlet(self, opinion: _Opinion) -> str | None:
        """The publication of a citation beside the opinion that bears the critic's name; no book's publisher."""
        last = surname(opinion.critic or "")
        for citation in self.annotations.document.citations:
            if not any(span.start < citation.position <= span.end + 3 for span in opinion.spans):
                continue
            if last not in citation.author and last not in citation.title:
                continue
            if citation.work and not _PUBLISHER.search(citation.work):
                return re.sub(r"^www\.", "", citation.work)
            # A reference that is one run of text names the publication somewhere in it.
            named = [] if citation.work else outlets_in(citation.title, 0, len(citation.title))
            if named:
                return citation.title[named[-1][0] : named[-1][1]]
        return None


def _kind_of(line: _Line, anchor: Anchor, *, known: bool) -> str:
    """The anchor's wording, told apart where it is a book's, or a person's who is called a critic elsewhere."""
    words = line.skeleton.text[anchor.start : anchor.end]
    if anchor.outlet is not None and re.search(r"\b(?:book|study|biography|memoir|monograph)\b", words):
        return "in his book"
    return "critic named" if known and anchor.kind == "critic" else anchor.kind


def _anaphoric(line: _Line) -> bool:
    text = line.skeleton.text
    return bool(_CONTINUES.match(text) or _SPEAKER.search(text))


def _regions(line: _Line, found: Sequence[Anchor]) -> list[Span]:
    """The stretch of the statement that each anchor speaks for."""
    whole, reduced = line.statement.span, line.skeleton
    bounds = [whole.start]
    for before, anchor in pairwise(found):
        if before.backward or (anchor.backward and not re.search(QUOTE, reduced.text[before.end : anchor.start])):
            cut = reduced.offset(before.end) if before.backward else reduced.offset(anchor.start)
        elif anchor.backward:
            # "called Q by A and Q by B": what stands between the two attributions is the second's.
            cut = reduced.offset(before.end) if before.backward else reduced.offset(anchor.start)
        else:
            between = reduced.text[before.end : anchor.start]
            breaks = list(_CLAUSE.finditer(between))
            cut = reduced.offset(before.end + breaks[-1].start()) if breaks else reduced.offset(anchor.start)
        bounds.append(max(cut, bounds[-1] + 1))
    bounds.append(whole.end)
    return [Span(a, max(b, a + 1)) for a, b in pairwise(bounds)]


def _unmarked(text: str, span: Span) -> Span:
    """A block quotation without quotation marks around the whole of it."""
    body = span.of(text)
    left = 1 if body[:1] in '"“„«' else 0
    right = 1 if len(body) > 2 and body[-1:] in '"”»' else 0
    return Span(span.start + left, span.end - right)


def _same(a: str, b: str) -> bool:
    """Whether two names are one publication's."""
    short, long = sorted((_plain(a), _plain(b)), key=len)
    return short == long


def _plain(name: str) -> str:
    return re.sub(r"\W+", "", re.sub(r"^[Tt]he |\.(?:com|in|net|org)$| [Mm]agazine$", "", name)).casefold()
