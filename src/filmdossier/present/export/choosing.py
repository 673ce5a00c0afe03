"""What goes into a slot that holds one value, or only values that nobody disputes.

A record enters; the values a plain catalogue may carry leave. Nothing that the documents disagree
about is settled here: it is left out, and :func:`disputed` names it so that the export can say so.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from filmdossier.model.annotations import DocumentKind
from filmdossier.model.claim import Predicate
from filmdossier.model.film import DocumentSummary, Fact, FilmIdentity, FilmRecord, Status
from filmdossier.model.reception import AggregatorClaim, Review
from filmdossier.model.text import Evidence
from filmdossier.model.titles import slugify
from filmdossier.present.export.dates import is_full, iso_date
from filmdossier.present.wording import file_name

_BY_EDITOR = (Status.CONFIRMED, Status.CORRECTED)


def facts(record: FilmRecord, *predicates: Predicate) -> list[Fact]:
    """The undisputed facts of some predicates, in the order of the record."""
    return [fact for fact in record.facts if fact.predicate in predicates and fact.status is not Status.DISPUTED]


def document_title(document: DocumentSummary) -> str | None:
    """What a document is called by its writer; None where nobody called it anything, as a film's rows in a table."""
    rows = document.kind == DocumentKind.SCORES and "#" in document.path
    return None if rows else document.title


def document_name(document: DocumentSummary) -> str:
    """The title of a document, else its file."""
    return document_title(document) or file_name(document.path)


def values(record: FilmRecord, *predicates: Predicate) -> list[str]:
    """Their values, each once."""
    return list(dict.fromkeys(fact.value for fact in facts(record, *predicates)))


def one(record: FilmRecord, predicate: Predicate) -> Fact | None:
    """The surest undisputed fact: an editor's, then the one of highest confidence, then the first."""
    found = facts(record, predicate)
    return max(found, key=lambda fact: (fact.status in _BY_EDITOR, fact.confidence), default=None)


def disputed(record: FilmRecord, *predicates: Predicate) -> list[tuple[Predicate, list[str]]]:
    """What the documents disagree about, of the given predicates (of all where none is given), with the values."""
    found: dict[Predicate, list[str]] = {}
    for fact in record.facts:
        if fact.status is Status.DISPUTED and (not predicates or fact.predicate in predicates):
            found.setdefault(fact.predicate, []).append(fact.value)
    for conflict in record.conflicts:
        for predicate in found:
            about = conflict.about in (predicate.value, predicate.value.replace("_", " "))
            found[predicate] += [side.value for side in conflict.values if about or side.id.startswith(f"{predicate.value}:")]
    return [(predicate, list(dict.fromkeys(sides))) for predicate, sides in found.items()]


def title_evidence(film: FilmIdentity) -> tuple[Evidence, ...]:
    """The passages that name the film; the record keeps them together with those that tell its year."""
    names = [name.casefold() for name in (film.title, *film.aliases)]
    return tuple(one for one in film.evidence if any(name in one.quote.casefold() for name in names))


def year_evidence(film: FilmIdentity) -> tuple[Evidence, ...]:
    """The passages that tell the film's year."""
    return tuple(one for one in film.evidence if film.year is not None and str(film.year) in one.quote)


def minutes(record: FilmRecord) -> int | None:
    """The running time; None where nobody tells it or documents disagree."""
    fact = one(record, Predicate.RUNTIME_MINUTES)
    found = re.search(r"\d{1,4}", fact.value) if fact else None
    return int(found.group()) if found and int(found.group()) else None


def release_dates(record: FilmRecord) -> list[tuple[str, Fact]]:
    """The undisputed release dates in ISO form, as exact as they are told, earliest first; words without a year are left out."""
    told = [(date, fact) for fact in facts(record, Predicate.RELEASE_DATE) if (date := iso_date(fact.value))]
    return sorted(told, key=lambda pair: pair[0])


def first_day(record: FilmRecord) -> str | None:
    """The earliest release that is told to the day, if it lies in the film's year: elsewhere it may be a revival."""
    days = [date for date, _ in release_dates(record) if is_full(date)]
    return days[0] if days and record.film.year in (None, int(days[0][:4])) else None


class Site(StrEnum):
    """Whose score it is."""

    ROTTEN_TOMATOES = "rotten tomatoes"
    METACRITIC = "metacritic"
    IMDB = "imdb"
    CINEMASCORE = "cinemascore"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteScore:
    """The score of one site that stands for all that are told of it."""

    site: Site
    claim: AggregatorClaim


_NAMES = (
    ("rotten-tomato", Site.ROTTEN_TOMATOES), ("tomatometer", Site.ROTTEN_TOMATOES), ("popcornmeter", Site.ROTTEN_TOMATOES),
    ("metacritic", Site.METACRITIC), ("metascore", Site.METACRITIC), ("imdb", Site.IMDB),
    ("internet-movie-database", Site.IMDB), ("cinemascore", Site.CINEMASCORE), ("cinema-score", Site.CINEMASCORE),
)  # fmt: skip


def site_of(name: str) -> Site:
    """The site by the name a document gives it."""
    slug = slugify(name)
    return next((site for part, site in _NAMES if part in slug), Site.OTHER)


def possible(claim: AggregatorClaim) -> bool:
    """Whether the claim's arithmetic can be right."""
    return not claim.check.startswith("impossible")


def scores(record: FilmRecord) -> Iterator[SiteScore]:
    """One possible score for each site and public: the latest that is dated, else the one with the most figures, else the first."""
    best: dict[tuple[str, bool], tuple[tuple[str, int], SiteScore]] = {}
    for claim in filter(possible, record.aggregators):
        score = claim.score
        site = site_of(score.name)
        # IMDb and CinemaScore poll the public, whatever the sentence was taken to say.
        audience = score.audience or site in (Site.IMDB, Site.CINEMASCORE)
        figures = (score.approval, score.reviews, score.average, score.score, score.grade, score.consensus)
        rank = (iso_date(score.as_of or "") or "", sum(figure is not None for figure in figures))
        key = (site if site is not Site.OTHER else slugify(score.name) or score.name, audience)
        if key not in best or rank > best[key][0]:
            best[key] = (rank, SiteScore(site=site, claim=claim))
    yield from (score for _, score in best.values())


def is_audience(score: SiteScore) -> bool:
    """Whether the public votes, not critics."""
    return score.claim.score.audience or score.site in (Site.IMDB, Site.CINEMASCORE)


def reviews(record: FilmRecord) -> list[Review]:
    """The reviews that count: those that were found to be printed twice stand once."""
    copies = {copy.review for copy in record.reception.copies}
    return [review for number, review in enumerate(record.reviews) if number not in copies]


def sample(found: Sequence[Review], most: int) -> list[Review]:
    """At most so many reviews, in their order: of each stance its share (largest remainders), those first that tell most."""
    if len(found) <= most:
        return list(found)
    groups: dict[str, list[int]] = {}
    for index, review in enumerate(found):
        groups.setdefault(review.stance.value if review.stance else "", []).append(index)
    shares = {name: most * len(group) / len(found) for name, group in groups.items()}
    seats = {name: int(share) for name, share in shares.items()}
    for name in sorted(shares, key=lambda name: (seats[name] - shares[name], name))[: most - sum(seats.values())]:
        seats[name] += 1
    kept = [index for name, group in groups.items() for index in sorted(group, key=lambda i: (-_told(found[i]), i))[: seats[name]]]
    return [found[index] for index in sorted(kept)]


def _told(review: Review) -> int:
    """How much of what a citation needs a review has."""
    return sum(map(bool, (review.critic, review.outlet, review.quotes, review.rating, review.praised or review.criticised)))
