"""The parts in which a record is shown, in the terminal and on the page alike.

A record enters; groups of predicates, what the documents are silent about, and each score on its
own scale leave. A score without a count says so in words; a number that means nothing on a scale
gets no place on one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from filmdossier.model.claim import (
    AggregatorScore,
    CastMember,
    CharacterName,
    Claim,
    Connection,
    CriticReview,
    Detail,
    Predicate,
    SpokenLine,
    StoryEvent,
    StoryRelation,
    Value,
)
from filmdossier.model.film import Fact, FilmRecord
from filmdossier.model.reception import AggregatorClaim, Rating, Reception, Review
from filmdossier.model.text import Evidence
from filmdossier.present.wording import RATING_ORIGINS, RELATIONS, count, fact_value, file_name, listed, number, predicate_label
from filmdossier.reception.aggregate import MINIMUM, wilson
from filmdossier.reception.checks import positive_counts

IDENTITY = (Predicate.COUNTRY, Predicate.LANGUAGE, Predicate.GENRE, Predicate.RUNTIME_MINUTES, Predicate.SERIES)
CREDITS = (
    Predicate.DIRECTOR,
    Predicate.WRITER,
    Predicate.STORY_BY,
    Predicate.BASED_ON,
    Predicate.PRODUCER,
    Predicate.EXECUTIVE_PRODUCER,
    Predicate.COMPOSER,
    Predicate.CINEMATOGRAPHER,
    Predicate.EDITOR,
    Predicate.PRODUCTION_COMPANY,
    Predicate.DISTRIBUTOR,
)
MUSIC = (Predicate.SOUNDTRACK_ARTIST, Predicate.SONG)
LINKS = (Predicate.INFLUENCED_BY,)
RELEASE = (
    Predicate.RELEASE_DATE,
    Predicate.PREMIERE,
    Predicate.BUDGET,
    Predicate.BOX_OFFICE,
    Predicate.FILMING_PLACE,
    Predicate.SETTING,
    Predicate.AWARD,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The values of one predicate."""

    predicate: Predicate
    facts: tuple[Fact, ...]

    @property
    def label(self) -> str:
        """The heading, in the number of its values."""
        return predicate_label(self.predicate, len(self.facts))


def groups(facts: Sequence[Fact], predicates: Sequence[Predicate]) -> list[Group]:
    """The values of those ``predicates`` that have any, in that order."""
    by_predicate = {predicate: tuple(fact for fact in facts if fact.predicate is predicate) for predicate in predicates}
    return [Group(predicate=predicate, facts=found) for predicate, found in by_predicate.items() if found]


def statements(record: FilmRecord) -> int:
    """How many statements the record makes; suggestions and claims set aside are none."""
    return sum(
        map(
            len,
            (
                record.facts,
                record.cast,
                record.characters,
                record.relations,
                record.events,
                record.dialogue,
                record.connections,
                record.aggregators,
                record.reviews,
            ),
        )
    )


def silence(record: FilmRecord) -> list[str]:
    """What a reader might look for and no document says, as labels in the order of the record."""
    told = {fact.predicate for fact in record.facts}
    predicates = (*IDENTITY, *CREDITS, *RELEASE, *MUSIC, *LINKS)
    missing = ["Year"] if record.film.year is None else []
    missing += [predicate_label(predicate) for predicate in predicates if predicate not in told]
    parts = (
        ("Cast", record.cast),
        ("Links to other films", record.connections),
        ("Aggregated scores", record.aggregators),
        ("Reviews", record.reviews),
    )
    return missing + [label for label, found in parts if not found]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One score on its own scale.

    ``words`` is the score as a reader says it, ``of`` what it counts or that no document says so.
    ``low`` and ``high`` name the ends of the scale and ``position`` (0 to 1) is the score's place on
    it; empty and None where the scale is unknown. ``interval`` is the 95 % Wilson interval of a
    share in per cent; None for what is no share, has no count, or cannot be right.
    """

    words: str
    of: str
    low: str = ""
    high: str = ""
    position: float | None = None
    interval: tuple[float, float] | None = None


_UNCOUNTED = "number of reviews not given"
_UNCOUNTED_AUDIENCE = "number of votes not given"


def measures(claim: AggregatorClaim) -> list[Measure]:
    """An aggregator's scores: share of positive reviews, average, weighted score, grade; as many as it has."""
    score = claim.score
    of = _counted(score)
    found = []
    if score.approval is not None:
        position, interval = _share(score.approval, 100), _interval(score.approval, score.reviews)
        words = f"{number(score.approval)} % positive"
        found.append(Measure(words=words, of=of, low="0 %", high="100 %", position=position, interval=interval))
    if score.average is not None:
        found.append(_on_scale("average ", score.average, score.average_max, of))
    if score.score is not None:
        # A weighted score over 10 can only be one in a hundred: no aggregator uses a scale between.
        found.append(_on_scale("", score.score, 100 if score.score > 10 else None, of))
    if score.grade is not None:
        found.append(Measure(words=score.grade, of=of))
    return found


def _counted(score: AggregatorScore) -> str:
    if score.reviews is None:
        return _UNCOUNTED_AUDIENCE if score.audience else _UNCOUNTED
    return count(score.reviews, "vote" if score.audience else "review")


def _interval(approval: float, reviews: int | None) -> tuple[float, float] | None:
    """The widest interval that the share allows: a rounded per cent of many reviews fits several counts."""
    counts = positive_counts(approval, reviews or 0)
    return (wilson(counts[0], reviews)[0], wilson(counts[-1], reviews)[1]) if counts and reviews else None


def interval_words(interval: tuple[float, float]) -> str:
    """An interval in per cent: "95 % interval 57–81 %"."""
    low, high = (number(round(bound)) for bound in interval)
    return f"95 % interval {low}–{high} %"


def _share(value: float, top: float) -> float | None:
    return value / top if 0 <= value <= top else None


def _on_scale(before: str, value: float, top: float | None, of: str) -> Measure:
    if not top:
        return Measure(words=f"{before}{number(value)}", of=of)
    return Measure(words=f"{before}{number(value)} / {number(top)}", of=of, low="0", high=number(top), position=_share(value, top))


_ENDS = {"letters": ("F", "A+"), "percent": ("0 %", "100 %"), "thumbs": ("down", "up")}


def rating_measure(rating: Rating) -> Measure:
    """A single critic's rating as written, on its own scale."""
    if rating.value is None:
        return Measure(words=rating.raw, of="scale not told")
    low, high = _ENDS.get(rating.scale, ("0", rating.scale) if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", rating.scale) else ("", ""))
    return Measure(words=rating.raw, of=RATING_ORIGINS[rating.origin], low=low, high=high, position=float(rating.value))


def reviewer(review: Review, documents: dict[str, str]) -> str:
    """Who judges: "critic, outlet"; an unsigned review is called after its document's file in ``documents``."""
    named = ", ".join(filter(None, (review.critic, review.outlet)))
    if named:
        return named
    source = documents.get(review.evidence[0].document, "") if review.evidence else ""
    return f"Unsigned review ({file_name(source)})" if review.own and source else "Unsigned judgement"


def claim_words(claim: Claim) -> str:
    """A claim's value in one line."""
    return value_words(claim.predicate, claim.value, claim.evidence)


def value_words(predicate: Predicate, stated: Value, evidence: tuple[Evidence, ...] = ()) -> str:
    """A value in one line, as its predicate has it."""
    match stated:
        case str(text):
            return fact_value(predicate, text)
        case CastMember(actor=actor, character=character, note=note):
            return actor + (f" as {character}" if character else "") + (f" ({note})" if note else "")
        case CharacterName(name=name, aliases=aliases):
            return name + (f", also {listed(list(aliases))}" if aliases else "")
        case Connection(relation=relation, film=film, year=year):
            return f"{RELATIONS[relation]} {film}" + (f" ({year})" if year else "")
        case AggregatorScore(name=name) as score:
            parts = [
                f"{measure.words}, {measure.of}" for measure in measures(AggregatorClaim(score=score, check="", evidence=evidence))
            ]
            return f"{name}: {'; '.join(parts)}" if parts else name
        case CriticReview(critic=critic, outlet=outlet, rating=rating):
            return (", ".join(filter(None, (critic, outlet))) or "Unsigned judgement") + (f": {rating}" if rating else "")
        case StoryEvent(verb=verb, agent=agent, patient=patient):
            return " · ".join(filter(None, (agent, verb, patient)))
        case StoryRelation(a=a, relation=tie, b=b):
            return f"{a}: {tie} of {b}"
        case SpokenLine(words=words, speaker=speaker):
            return f"{speaker}: “{words.quote}”" if speaker else f"“{words.quote}”"
        case Detail(about=about, value=value):
            return f"{about}: {value}"


def headline(reception: Reception) -> Measure | None:
    """Our own share of positive reviews; None where too few take a stance."""
    judged = reception.positive + reception.mixed + reception.negative
    if reception.approval is None or judged < MINIMUM:
        return None
    return Measure(
        words=f"{number(reception.approval)} % positive",
        of=f"{count(judged, 'review')} with a stance",
        low="0 %",
        high="100 %",
        position=_share(reception.approval, 100),
        interval=reception.approval_interval,
    )


def mean_words(reception: Reception) -> str:
    """Our own mean rating with its count; empty where too few reviews are rated."""
    if reception.mean is None or reception.rated < MINIMUM:
        return ""
    return f"Mean of {count(reception.rated, 'rating')}: {number(reception.mean)} % of their scales"


def quotations(review: Review) -> list[tuple[Evidence, ...]]:
    """The critic's words without repetition: each group starts with a passage that lies in no other, those inside it follow."""
    groups: list[list[Evidence]] = []
    # Longest first, so that a passage meets the one around it.
    for quote in sorted(dict.fromkeys(review.quotes), key=lambda quote: -len(quote.span)):
        around = next((group for group in groups if group[0].document == quote.document and quote.span in group[0].span), None)
        if around is None:
            groups.append([quote])
        else:
            around.append(quote)
    place = {quote: index for index, quote in reversed(list(enumerate(review.quotes)))}
    return [tuple(group) for group in sorted(groups, key=lambda group: min(place[quote] for quote in group))]
