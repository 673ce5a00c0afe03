"""Claims of what critics and publications thought of the film, as encyclopedia articles and the like report it.

Enters annotations; leaves one claim for each critic and publication: rating as written, exact
quotations, a first stance, what was praised and criticised. Sets aside what is no review of this
film: the makers' own words, business news, other films, albums; places on lists stay suggestions
unless the words say why.
"""

from collections.abc import Iterator, Sequence

from filmdossier.extract.reviews.opinions import Opinion
from filmdossier.extract.reviews.reported import reported
from filmdossier.extract.stance import read_stance
from filmdossier.extract.stance_stated import STATED
from filmdossier.extract.statement import claim
from filmdossier.model.annotations import Annotations, Topic
from filmdossier.model.claim import Claim, CriticReview, Predicate, StancePassage
from filmdossier.model.text import Evidence


def reviews(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    """The reported reviews of the film, in the order of the text; of a document that is itself a review only the plainest."""
    for opinion in reported(annotations, topic):
        yield _claim(annotations, topic, opinion)


def _claim(annotations: Annotations, topic: Topic, opinion: Opinion) -> Claim:
    document = annotations.document
    quotes = tuple(Evidence.cite(document, span) for span in opinion.quotes)
    divided = bool(opinion.praised and opinion.criticised)
    whole = [quote for quote in quotes if not any(quote.span != other.span and quote.span in other.span for other in quotes)]
    report = " ".join(opinion.reports)
    if not quotes and opinion.rating:
        report = report.replace(opinion.rating, " ")  # all that the words would say is the rating, which counts by itself
    stance, probability = read_stance(report, [quote.quote for quote in whole], divided=divided)
    stated = {verdict for verdict, _ in opinion.verdicts}
    given = len(stated) == 1
    if given:
        stance, probability = stated.pop(), STATED
    value = CriticReview(
        critic=opinion.critic,
        outlet=opinion.outlet,
        rating=opinion.rating,
        quotes=quotes,
        stance=stance,
        stance_probability=probability,
        praised=tuple(opinion.praised),
        criticised=tuple(opinion.criticised),
        stance_given=given,
        stance_passages=_passages(annotations, opinion, quotes),
    )
    spans = dict.fromkeys(opinion.spans)
    return claim(annotations, topic, Predicate.REVIEW, value, *spans, extractor="reviews", confidence=opinion.confidence)


def _passages(annotations: Annotations, opinion: Opinion, quotes: Sequence[Evidence]) -> tuple[StancePassage, ...]:
    """What the stance was read out of, in text order: verdicts as stated, the reporter's words of judgement, and each quotation."""
    document = annotations.document
    stated = [span for _, span in opinion.verdicts]
    found = [StancePassage(evidence=Evidence.cite(document, s), stance=v, probability=STATED) for v, s in opinion.verdicts]
    found += [
        StancePassage(evidence=Evidence.cite(document, span), stance=stance, probability=probability)
        for stance, probability, span in opinion.cues
        if not any(span.overlaps(other) for other in stated)
    ]
    for quote in quotes:
        stance, probability = read_stance("", [quote.quote])
        found.append(StancePassage(evidence=quote, stance=stance, probability=probability))
    return tuple(sorted(dict.fromkeys(found), key=lambda passage: passage.evidence.span))
