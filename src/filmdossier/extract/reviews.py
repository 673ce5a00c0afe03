"""Claims of what critics and publications thought of the film, as encyclopedia articles and the like report it.

Enters annotations; leaves one claim for each critic and publication: rating as written, exact
quotations, a first stance, what was praised and criticised. Sets aside what is no review of this
film: the makers' own words, lists and rankings, business news, other films, albums.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from filmdossier.extract.reviews_anchors import VERB, Anchor, anchors, film_named, reports
from filmdossier.extract.reviews_aspects import aspects
from filmdossier.extract.reviews_people import People, film_people, surname
from filmdossier.extract.reviews_scores import rating_in
from filmdossier.extract.reviews_skeleton import AGGREGATOR, FILM, MAYBE, NAME, OUTLET, QUOTE, WORK, Skeleton, skeleton
from filmdossier.extract.reviews_statements import QUOTED, Statement, is_quotation_block, passages, statements, words_of
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
_EVALUATES = re.compile(
    r"\b(?:prais\w+|laud\w+|commend\w*|applaud\w*|compliment\w*|criti(?:ci[sz]\w+|qued)|pann(?:ed|ing)|pans|dismiss(?:ed|es|ing)|acclaim\w*|hail(?:s|ed|ing)|rav(?:ed|es|ing)|enjoy(?:s|ed)|dislik\w+|lov(?:ed|es)|hat(?:ed|es)|"
    r"admir(?:ed|es|ing)|recommend\w*|disappoint\w*|impressed|unimpressed|bored|fault(?:ed|s|ing)|slam\w*|savag\w+|derid\w+|ridicul\w+|took issue|appreciat\w+|(?:positive|negative|mixed|favou?rable|unfavou?rable|rave|glowing|"
    r"scathing|good|bad|great|generous|lukewarm|enthusiastic|harsh)(?: \w+)? (?:reviews?|notices?|marks)|positively|negatively|favou?rably|unfavou?rably|mixed|found|felt|considered|deemed|thought|called|described|"
    r"describing|calling|opined|masterpiece|best|worst|greatest|finest|weakest)\b",
    re.IGNORECASE,
)
# Adjectives and nouns of judgement that a reporter uses without a verb of judging.
_TASTE = re.compile(
    r"\b(?:brilliant|excellent|superb|wonderful|outstanding|impressive|beautiful\w*|stunning|compelling|engaging|entertaining|gripping|memorable|powerful|perfect\w*|strong|effective\w*|charming|funny|clever\w*|"
    r"boring|dull|weak\w*|poor\w*|bad\w*|terrible|awful|tedious|predictable|clich\w+|disappoint\w+|lack\w*|lacks|too (?:long|slow|much|many)|uneven|confus\w+|annoying|unconvincing|flaw\w*|fail\w*|succe\w+|"
    r"superior|inferior|underrated|overrated|influential|important|innovative|original|innovat\w+|triumph|failure|success|strength\w*|weakness\w*|favou?rite|antidote|provocative|delight\w*|enjoyable|highlight\w*)\b",
    re.IGNORECASE,
)
_LISTS = re.compile(
    r"\b(?:rank(?:ed|s|ing)?|list(?:ed|s)|includ(?:ed|es)|plac(?:ed|es)|select(?:ed|s)|vot(?:ed|es)|chose|named|put|counted|counts)\b[^.]{0,120}?\b(?:lists?|\d+(?:st|nd|rd|th)|No\.|number|#\d|top|among|one of (?:the|its)|(?:\w+th|first|second|third)[- ](?:best|greatest|scariest|funniest))",
    re.IGNORECASE,
)
_NEWS = re.compile(
    r"\b(?:gross(?:ed|ing)?|box[- ]office|opening weekend|earned|earnings|million|crore|lakhs?|announced|confirmed|interview(?:ed|s)?|told|revealed|budget|sold|sales|rentals|casting|cast as|shooting|filming|rights to|deal|"
    r"premiered|festival|released on|release date|lawsuit|sued|nominat\w+|won the|award)\b|[$£€₹]\d",
    re.IGNORECASE,
)
_OTHER_WORK = re.compile(
    r"\b(?:soundtrack|album|the novel|the book|novella|original novel|video game|DVD transfer|trailer|the play\b|stage play|TV series|television series|short story)\b",
    re.IGNORECASE,
)
_SPEAKER = re.compile(
    rf"(?:^|[ ,;(\"]){{0,2}}(?:\b(?:[Hh]e|[Ss]he|[Tt]hey|[Tt]he (?:\w+ )?(?:critic|reviewer|review|newspaper|paper|magazine|publication|site|website|writer|author|article|columnist|journalist|trade paper|staff))\b|^(?:It)\b)[, ]+(?:(?:also|however|too|both|later|then|further|furthermore|still|even|\w+ly|in particular|who|nevertheless),? )*{VERB}\b"
)
_CONTINUES = re.compile(
    rf"^[\s\[\]\d.]*(?:(?:However|But|Though|Nevertheless|Still|Yet|Overall|Meanwhile|Also|Additionally|Further|Furthermore|Moreover|Nonetheless|Ultimately|In conclusion|Finally|Similarly|Conversely|And),? )?(?:{QUOTE}|His review|Her review|Their review|The review|The reviewer|The critic|The Critic|The article|It (?:also|further|added|concluded|called|described|praised|went on|noted|stated|said)|Elsewhere|In the same review)"
)
_SAME_RATING = re.compile(r"\b(?:a similar|the same|an identical) (?:rating|score|grade)\b")
_INTRODUCES = re.compile(r"(?:[:,—–-]|\b(?:wrote|said|stated|writes|says|read|reads|part|too|adding|writing|saying))[\s\[\]\d]*$")
_OBITER = re.compile(
    r"\b(?:in an interview|told|interview(?:ed)? (?:with|by)|Twitter|tweeted|Instagram|podcast|commentary track|DVD commentary)\b"
)
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
        return not (section and _ASIDE.search(section[-1]) and not re.search(r"recept|review|critic", section[-1], re.IGNORECASE))

    def _line(self, statement: Statement) -> _Line:
        titles = [title for title in (self.topic.title, *self.topic.aliases) if title]
        reduced = skeleton(self.annotations, statement, titles)
        return _Line(statement, reduced, anchors(reduced, lambda anchor: self._allowed(reduced, anchor, statement)))

    def _allowed(self, reduced: Skeleton, anchor: Anchor, statement: Statement) -> bool:
        if anchor.critic is not None:
            tag = reduced.tag(anchor.critic)
            name = tag.span.of(self.text)
            if self.people.is_crew(name) or not self.people.could_be(name):
                return False
            if tag.kind == NAME and anchor.outlet is None and anchor.kind != "critic" and " " not in name:
                return anchor.kind in ("according to", "critic's review", "by")
        if anchor.outlet is not None:
            tag = reduced.tag(anchor.outlet)
            name = tag.span.of(self.text)
            if self.people.is_crew(name) or (tag.kind != OUTLET and not self.people.could_be(name)):
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
                self._add(line, Span(statement.span.start, statement.span.end), self.current)
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
        outside = line.statement.outside(region)
        reduced = line.skeleton.text[line.skeleton.index(region.start) : line.skeleton.index(region.end - 1) + 1]
        if critic is not None and outlet is None:
            outlet = self._outlet_beside(line, anchor, region) or self.people.outlets.get(critic)
        confidence = self._confidence(line, anchor, reduced, outside, region, critic, outlet)
        if confidence <= 0:
            self.current = None
            return
        opinion = self._opinion(critic, outlet, confidence)
        opinion.confidence = max(opinion.confidence, confidence)
        self._add(line, region, opinion)
        self.current = opinion

    def _confidence(
        self, line: _Line, anchor: Anchor, reduced: str, outside: str, region: Span, critic: str | None, outlet: str | None
    ) -> float:
        role = line.statement.role
        # A verb of saying at the end announces a block quotation.
        quoted = any(quote.start in region for quote in line.statement.quotes) or bool(
            _INTRODUCES.search(reduced) and reports(reduced)
        )
        rated = rating_in(self._unquoted(line.statement, region)) is not None
        evaluates = bool(_EVALUATES.search(outside))
        if not (quoted or rated or evaluates or (reports(reduced) and role is Role.RECEPTION)):
            return 0.0
        known = anchor.outlet is not None and line.skeleton.tag(anchor.outlet).kind in (OUTLET, MAYBE)
        listing = bool(_LISTS.search(outside)) and not rated
        news = bool(_NEWS.search(outside)) and not rated
        if _OTHER_WORK.search(outside) and not rated:
            return 0.0
        if _OBITER.search(outside) and role is not Role.RECEPTION:
            return 0.0
        if AGGREGATOR in reduced and not rated and not quoted:
            return 0.0
        plain = bool((critic and outlet) or known)
        judged = evaluates or bool(_TASTE.search(outside))
        if listing:
            return 0.5 if known and role is Role.RECEPTION else 0.4
        if news and not (evaluates and quoted) and not re.search(r"review|prais|critici|criticiz", outside):
            return 0.3
        own_book = anchor.kind == "in his book"
        if (
            not rated
            and not judged
            and (role is not Role.RECEPTION or own_book or not plain)
            and not film_named(reduced + " ".join(self._quoted(line.statement, region)))
        ):
            return 0.4
        if role is Role.RECEPTION:
            if not (quoted or rated or judged):
                return 0.45
            return 0.93 if plain else 0.85 if quoted or rated else 0.7
        headed = bool(self.annotations.document.blocks[line.statement.block].section)
        if role in (Role.OTHER, Role.LEGACY, Role.OPINION):
            if plain:
                return 0.85 if (quoted or rated) and (judged or not headed) else 0.55 if judged else 0.4
            return (
                0.6
                if (quoted or rated) and judged and anchor.kind in ("critic named", "according to", "pair", "in his book")
                else 0.4
            )
        named = FILM in reduced or bool(re.search(r"\b(?:film|movie|picture)\b", outside))
        if (quoted or rated) and judged and (plain or anchor.kind == "critic named"):
            return 0.55 if named or anchor.critic is not None else 0.4
        return 0.3

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
            if not citation.work or not any(span.start < citation.position <= span.end + 3 for span in opinion.spans):
                continue
            if (last in citation.author or last in citation.title) and not _PUBLISHER.search(citation.work):
                return re.sub(r"^www\.", "", citation.work)
        return None


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
