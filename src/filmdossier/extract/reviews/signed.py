"""Claims of the reviews that signed lines hold: posters, press pages, round-ups, boxes of quotations.

Enters annotations; leaves one claim a line. What a line says is its critic's alone.
"""

from collections.abc import Iterator

from filmdossier.extract.reviews.aspects import aspects_of_sentence
from filmdossier.extract.reviews.passages import passages
from filmdossier.extract.reviews.people import film_people
from filmdossier.extract.reviews.signed_lines import SignedLine, signed_lines
from filmdossier.extract.stance import passages_of, read_stance
from filmdossier.extract.stance_stated import STATED, verdict_word
from filmdossier.extract.statement import claim
from filmdossier.model.annotations import Annotations, Topic
from filmdossier.model.claim import Claim, CriticReview, Predicate
from filmdossier.model.text import Evidence, Span

_ASPECTS_AT_MOST = 6


def signed_reviews(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    """The reviews of the signed lines, in order; none of the film's own people."""
    lines = signed_lines(annotations, topic)
    crew = film_people(annotations, topic) if lines else frozenset()
    for line in lines:
        if line.critic is None or line.critic.of(annotations.document.text) not in crew:
            yield _claim(annotations, topic, line)


def _claim(annotations: Annotations, topic: Topic, line: SignedLine) -> Claim:
    document = annotations.document
    text = document.text

    def words(span: Span | None) -> str | None:
        return span.of(text).strip() if span is not None else None

    whole = [Evidence.cite(document, quote) for quote in line.quotes]
    quotes = tuple(dict.fromkeys(Evidence.cite(document, part) for quote in line.quotes for part in passages(text, quote)))
    rating = words(line.rating)
    verdict = verdict_word(rating) if rating else None
    stance = (verdict, STATED) if verdict is not None else read_stance("", [quote.quote for quote in whole]) if whole else None
    praised, criticised = aspects_of_sentence(annotations, line.quotes, (topic.title, *topic.aliases), _ASPECTS_AT_MOST)
    value = CriticReview(
        critic=words(line.critic),
        outlet=words(line.outlet),
        rating=rating,
        quotes=quotes,
        stance=stance[0] if stance else None,
        stance_probability=stance[1] if stance else None,
        praised=tuple(praised),
        criticised=tuple(criticised),
        stance_given=verdict is not None,
        stance_passages=passages_of(document, line.rating if verdict is not None else None, verdict, quotes),
    )
    spans = [span for span in (line.critic, line.outlet, line.rating, *line.quotes) if span is not None]
    return claim(
        annotations, topic, Predicate.REVIEW, value, *spans, extractor="signed reviews", confidence=0.9 if line.known else 0.7
    )
