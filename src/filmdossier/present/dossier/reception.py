"""The reception as the page shows it: scores, stances, critics.

Aggregators' claims, reviews and our own count enter; they leave side by side and never added up.
A score keeps its count, its date and its scale, or the words that say which of them is missing.
"""

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from filmdossier.model.claim import AspectMention
from filmdossier.model.film import FilmRecord
from filmdossier.model.reception import (
    AggregatorClaim,
    RatingOrigin,
    Reception,
    Review,
    SaidPart,
)
from filmdossier.present.citing import Citation
from filmdossier.present.computed import computed_words, site_word
from filmdossier.present.dossier.charts import MOST_UNITS, StanceGroup, Track, Unit, stance_groups, track
from filmdossier.present.dossier.statements import Entry, Statements
from filmdossier.present.outline import Measure, headline, mean_words, measures, quotations, rating_measure, reviewer
from filmdossier.present.pictures.drawing import Picture
from filmdossier.present.pictures.reception import pictures
from filmdossier.present.said import first_cited
from filmdossier.present.wording import RATING_ORIGINS, STANCE_ORIGINS, STANCES, raised, sureness

# By the number of a review in its record, the address of the page it stands on; '' for the dossier's own.
PageOfReview = Callable[[int], str]


def this_page(_: int) -> str:
    """All reviews stand on the dossier's own page."""
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One measure with its picture; ``track`` None where the scale is unknown."""

    measure: Measure
    track: Track | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AggregatorView:
    """What an aggregator is said to show. ``impossible`` where the arithmetic cannot be right.

    ``remarks`` are the site's own word for its number, and how it stands to the reviews at hand.
    """

    name: str
    scores: tuple[Score, ...]
    dated: str
    check: str
    impossible: bool
    remarks: tuple[str, ...]
    consensus: str
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedCritic:
    """A single critic's rating in the picture of scores."""

    name: str
    href: str
    score: Score


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewView:
    """One critic's judgement."""

    name: str
    outlet: str
    own: bool
    published: str
    rating: str
    rating_origin: str
    stance: str
    stance_detail: str
    quotes: tuple[Entry, ...]
    praised: tuple[Entry, ...]
    criticised: tuple[Entry, ...]
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureView:
    """A picture and its heading."""

    title: str
    markup: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidView:
    """A part of the sentence that sums the reviews up; ``citation`` None where it only joins others, ``more`` passages are not shown in it."""

    words: str
    citation: Citation | None
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceptionView:
    """All of it; ``headline`` None where too few reviews take a stance, with ``note`` saying so.

    ``computed`` is what else follows from the ratings, a line each. ``rated`` are
    the ratings shown, of ``rated_in_all``. ``pictures`` are by their names; one for which there
    is nothing is left out.
    """

    critics_scores: tuple[AggregatorView, ...]
    audience_scores: tuple[AggregatorView, ...]
    rated: tuple[RatedCritic, ...]
    rated_in_all: int
    stances: tuple[StanceGroup, ...]
    counted: int
    one_by_one: bool
    reviews: tuple[ReviewView, ...]
    headline: Score | None
    mean: str
    computed: tuple[str, ...]
    note: str
    pictures: dict[str, PictureView]
    said: tuple[SaidView, ...]

    def __bool__(self) -> bool:
        return bool(self.critics_scores or self.audience_scores or self.reviews)


def reception_view(record: FilmRecord, statements: Statements, page_of_review: PageOfReview = this_page) -> ReceptionView:
    """The reception of a record; false where nothing is known of it."""
    aggregators = [(claim.score.audience, _aggregator(claim, statements)) for claim in record.aggregators]
    paths = {document.id: document.path for document in record.documents}
    rated, units, reviews = [], [], []
    again = {copy.review for copy in record.reception.copies}
    for index, review in enumerate(record.reviews):
        name = reviewer(review, paths)
        statements.sources.page = page_of_review(index)
        view = _review(review, name, statements)
        reviews.append(view)
        href = view.citation.href
        if index not in again:
            units.append((review.stance, Unit(href=href, title=f"{name}: {STANCES[review.stance]}")))
        if review.rating:
            measure = rating_measure(review.rating)
            rated.append(
                RatedCritic(name=name, href=href, score=Score(measure=measure, track=track(measure, review.rating.origin)))
            )
    statements.sources.page = ""
    reception = record.reception
    return ReceptionView(
        critics_scores=tuple(view for audience, view in aggregators if not audience),
        audience_scores=tuple(view for audience, view in aggregators if audience),
        rated=tuple(sorted(rated, key=_highest_first)),
        rated_in_all=len(rated),
        stances=stance_groups(units),
        counted=len(units),
        one_by_one=len(units) <= MOST_UNITS,
        reviews=tuple(reviews),
        headline=_headline(reception),
        mean=mean_words(reception),
        computed=tuple(computed_words(reception)),
        note=raised(reception.note) if record.reviews else "",
        pictures={
            picture.name.removeprefix("picture-"): _picture(picture)
            for picture in pictures(record, [view.citation.href for view in reviews])
        },
        said=tuple(_said(part, statements) for part in reception.said.summary),
    )


def _said(part: SaidPart, statements: Statements) -> SaidView:
    evidence, more = first_cited(part.evidence)
    cited = statements.sources.cite(f"Said in the reviews: {part.words}", evidence) if evidence else None
    return SaidView(words=part.words, citation=cited, more=more)


def _picture(picture: Picture) -> PictureView:
    return PictureView(title=picture.title, markup=Markup(picture.markup))  # noqa: S704 - the drawing escapes every word


def _aggregator(claim: AggregatorClaim, statements: Statements) -> AggregatorView:
    score = claim.score
    return AggregatorView(
        name=score.name,
        scores=tuple(Score(measure=measure, track=track(measure)) for measure in measures(claim)),
        dated=f"as of {score.as_of}" if score.as_of else "no date given",
        check=raised(claim.check) if claim.check.startswith("not ") else f"Check: {claim.check}" if claim.check else "",
        impossible=claim.check.startswith("impossible"),
        remarks=tuple(raised(words) for words in (site_word(score), *claim.comparison) if words),
        consensus=score.consensus or "",
        citation=statements.sources.cite(f"Score: {score.name}", claim.evidence, statement=claim.id),
    )


def _review(review: Review, name: str, statements: Statements) -> ReviewView:
    def aspects(mentions: tuple[AspectMention, ...], verb: str) -> tuple[Entry, ...]:
        return tuple(statements.entry(f"{name} {verb}: {m.aspect}", m.aspect, m.evidence) for m in mentions)

    citation = statements.sources.cite(f"Review: {name}", review.evidence, statement=review.id)
    probability = f", {sureness(review.stance_probability)}" if review.stance_probability is not None else ""
    return ReviewView(
        name=review.critic or (review.outlet or name),
        outlet=(review.outlet or "") if review.critic else "",
        own=review.own,
        published=review.published or "",
        rating=review.rating.raw if review.rating else "",
        rating_origin=_rating_origin(review),
        stance=STANCES[review.stance] if review.stance else "",
        stance_detail=f"{STANCE_ORIGINS[review.stance_origin]}{probability}" if review.stance and review.stance_origin else "",
        quotes=tuple(statements.entry(f"Words of {name}", group[0].quote, group) for group in quotations(review)),
        praised=aspects(review.praised, "praises"),
        criticised=aspects(review.criticised, "criticises"),
        citation=citation,
    )


def _rating_origin(review: Review) -> str:
    if review.rating is None:
        return ""
    if review.rating.value is None:
        return "scale not told"
    return "" if review.rating.origin is RatingOrigin.GIVEN else RATING_ORIGINS[review.rating.origin]


def _headline(reception: Reception) -> Score | None:
    measure = headline(reception)
    return Score(measure=measure, track=track(measure)) if measure else None


def _highest_first(rated: RatedCritic) -> tuple[bool, float]:
    position = rated.score.measure.position
    return (position is None, -(position or 0.0))
