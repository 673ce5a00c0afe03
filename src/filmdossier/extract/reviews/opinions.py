"""Gathers what a document reports of one reviewer, over all its sentences.

Enters stretches of statements; leaves opinions with rating, quotations and aspects, one for each
critic and publication. A quotation is never kept for two reviewers.
"""

import re
from dataclasses import dataclass, field

from filmdossier.extract.reviews.aspects import aspects
from filmdossier.extract.reviews.passages import passages
from filmdossier.extract.reviews.references import outlet_in_references, rating_in_references
from filmdossier.extract.reviews.scores import rating_in
from filmdossier.extract.reviews.statements import QUOTED, Statement, words_of
from filmdossier.extract.stance import cues
from filmdossier.extract.stance_stated import stated_verdict
from filmdossier.model.annotations import Annotations
from filmdossier.model.claim import AspectMention, Stance
from filmdossier.model.text import Span

_SAME_RATING = re.compile(r"\b(?:a similar|the same|an identical) (?:rating|score|grade)\b")
# What follows in marks is a name, no words of the reviewer's.
_NAMED = re.compile(r"\b(?:songs?|numbers?|tracks?|singles?|episodes?|poem|entitled|titled) [\"“‘]$")
_FOOTNOTES = re.compile(r"(?:\s*\[(?:\d{1,3}|[a-z])\])*\s*$")
# "gave the disc four stars": what is rated is no film.
_DISC = re.compile(
    r"\b(?:g[ai]v(?:e|es|ing)|award(?:s|ed)|rat(?:es|ed)) (?:the |this |its )?(?:[\w-]+ ){0,3}?(?:disc|DVD|Blu-ray|edition|transfer|release|soundtrack|album|extras)\b(?! of the film)",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?:[A-Z]\.? ?){1,4}")
_GRADE_LENGTH = 14  # a quotation no longer than this may be a grade


@dataclass(slots=True)
class Opinion:
    """What has been gathered of one reviewer."""

    critic: str | None
    outlet: str | None
    confidence: float
    spans: list[Span] = field(default_factory=list)
    quotes: list[Span] = field(default_factory=list)
    rating: str | None = None
    reports: list[str] = field(default_factory=list)
    verdicts: list[tuple[Stance, Span]] = field(default_factory=list)  # as stated: "gave it a negative review"
    cues: list[tuple[Stance, float, Span]] = field(default_factory=list)  # verbs and words of the report that judge
    praised: list[AspectMention] = field(default_factory=list)
    criticised: list[AspectMention] = field(default_factory=list)

    def add_quotes(self, spans: list[Span]) -> None:
        """Keeps quotations that are not kept yet."""
        self.quotes += [span for span in spans if span not in self.quotes]


@dataclass(slots=True)
class Opinions:
    """The opinions of one document, in the order in which their reviewers first speak."""

    annotations: Annotations
    titles: tuple[str, ...]
    found: list[Opinion] = field(default_factory=list)

    def of(self, critic: str | None, outlet: str | None) -> Opinion:
        """The opinion of this reviewer, made where there is none: the same critic in no other publication, or the same publication unsigned."""
        for opinion in self.found:
            if (
                critic is not None
                and opinion.critic == critic
                and (not outlet or not opinion.outlet or same_outlet(opinion.outlet, outlet))
            ):
                opinion.outlet = opinion.outlet or outlet
                return opinion
            if critic is None and opinion.critic is None and outlet and opinion.outlet and same_outlet(opinion.outlet, outlet):
                return opinion
        made = Opinion(critic, outlet, 0.0)
        self.found.append(made)
        return made

    def add(self, statement: Statement, region: Span, opinion: Opinion) -> None:
        """Adds what ``region`` of a statement says to an opinion."""
        text = self.annotations.document.text
        opinion.spans.append(region)
        rating = None if _DISC.search(statement.outside(region)) else rating_in(unquoted(text, statement, region))
        rated = Span(region.start + rating[0], region.start + rating[1]) if rating else None
        if rated is not None and opinion.rating is None:
            opinion.rating = rated.of(text)
        elif opinion.rating is None and _SAME_RATING.search(statement.outside(region)):
            before = next((other for other in reversed(self.found) if other.rating and other is not opinion), None)
            opinion.rating = before.rating if before is not None else None
        for quote in statement.quotes:
            is_grade = rated is not None and rated in quote and len(quote) <= _GRADE_LENGTH
            named = _NAMED.search(text, max(quote.start - 40, 0), quote.start) is not None
            if _INITIALS.fullmatch(quote.of(text)):
                continue  # "the notice is signed “H. V.”"
            if quote.start in region and not is_grade and not named and re.search(r"\w", quote.of(text)):
                opinion.add_quotes(passages(text, words_of(text, quote)))
        outside = statement.outside(region)
        opinion.reports.append(re.sub(f"{QUOTED}+", " ", outside))
        stated = stated_verdict(outside)
        if stated is not None:
            opinion.verdicts.append((stated.stance, Span(region.start + stated.start, region.start + stated.end)))
        opinion.cues += [(c.stance, c.probability, Span(region.start + c.start, region.start + c.end)) for c in cues(outside)]
        praised, criticised = aspects(self.annotations, statement, region, self.titles)
        opinion.praised += [aspect for aspect in praised if aspect not in opinion.praised]
        opinion.criticised += [aspect for aspect in criticised if aspect not in opinion.criticised]

    def add_block(self, statement: Statement, opinion: Opinion) -> None:
        """Adds a sentence of a block quotation to the opinion that announced it."""
        if statement.span in opinion.spans:
            return
        text = self.annotations.document.text
        block = self.annotations.document.blocks[statement.block].span
        opinion.spans.append(statement.span)
        inner = [span for span in passages(text, _unmarked(text, block)) if statement.span.start <= span.start < statement.span.end]
        opinion.add_quotes(inner)

    def look_up_references(self) -> None:
        """Gives signed opinions without a publication, and opinions without a rating, what the references beside them say."""
        document = self.annotations.document
        for opinion in self.found:
            if opinion.critic and not opinion.outlet:
                opinion.outlet = outlet_in_references(document, opinion.spans, opinion.critic)
            opinion.rating = opinion.rating or rating_in_references(document, opinion.spans, opinion.critic, opinion.outlet)


def unquoted(text: str, statement: Statement, region: Span) -> str:
    """The region's text with quotations longer than a grade blanked out, offsets kept."""
    words = region.of(text)
    for quote in statement.quotes:
        if quote.start in region and len(quote) > _GRADE_LENGTH:
            start, end = quote.start - region.start, min(quote.end, region.end) - region.start
            words = words[:start] + " " * (end - start) + words[end:]
    return words


def same_outlet(a: str, b: str) -> bool:
    """Whether two names are one publication's: but for article, ending and case."""
    return _plain(a) == _plain(b)


def _plain(name: str) -> str:
    return re.sub(r"\W+", "", re.sub(r"^[Tt]he |\.(?:com|in|net|org)$| [Mm]agazine$", "", name)).casefold()


def _unmarked(text: str, span: Span) -> Span:
    """A block quotation without the marks of footnotes after it and quotation marks around the whole of it."""
    span = Span(span.start, span.start + len(_FOOTNOTES.sub("", span.of(text))))
    body = span.of(text)
    left = 1 if body[:1] in '"“„«' else 0
    right = 1 if len(body) > 2 and body[-1:] in '"”»' else 0
    return Span(span.start + left, span.end - right)
