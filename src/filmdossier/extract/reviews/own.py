"""The document itself as a review: its critic, outlet and rating as labelled or signed, and the sentences that sum it up.

Enters annotations of a document that judges in its own voice; leaves at most one claim. The name of
a critic or an outlet is taken only where the document states it; a review may be unsigned.
"""

import re
from collections.abc import Iterator, Sequence

from filmdossier.extract.credits.labels import predicates_of
from filmdossier.extract.reviews.aspects import aspects_of_sentence
from filmdossier.extract.reviews.bylines import signature
from filmdossier.extract.reviews.own_labels import labels, name_at
from filmdossier.extract.reviews.own_rating import rating_alone, rating_line, rating_text
from filmdossier.extract.reviews.passages import clauses
from filmdossier.extract.reviews.reported import reported
from filmdossier.extract.reviews.signed_lines import ROUND_UP, signed_lines
from filmdossier.extract.reviews.statements import outer_quotations
from filmdossier.extract.stance import pick, read_stance
from filmdossier.extract.stance_model import stance_model
from filmdossier.extract.stance_stated import STATED, verdict_word
from filmdossier.extract.statement import claim
from filmdossier.model.annotations import Annotations, DocumentKind, MentionKind, Sentence, Topic
from filmdossier.model.claim import Claim, CriticReview, Predicate, StancePassage
from filmdossier.model.text import BlockKind, Evidence, Origin, Span

_VERDICT = frozenset(
    ["verdict", "recommendation", "recommended", "our verdict", "my verdict", "stance", "sentiment", "tomatometer", "fresh"]
)
_VERDICT_WORDS = 3
_THUMBS = re.compile(r"thumbs", re.IGNORECASE)
_FILM_WORDS = re.compile(
    r"\b(?:film|movie|picture|flick|effort|sequel|remake|adaptation|thriller|comedy|drama|western|mystery|horror|melodrama|noir|entry|debut|production|script|screenplay|story|plot|narrative|execution|"
    r"direction|performances?|cast|acting|half|act|ending|picture|triumph|mess|masterpiece|classic|ride|experience|viewing|entertainment|predecessors?|style)\b",
    re.IGNORECASE,
)
_RETELLS = re.compile(
    r"^(?:He|She|They|His|Her|Their|When|After|As|One|Soon|Then|Meanwhile|Later|Before|Once)\b|\b(?:is the story of|tells (?:the|a)|follows|stars|husband|wife|police|murder(?:s|ed)?|kills?|killed|marries|money|son|daughter|brother|sister|discovers?|invites?|refuses|learns)\b"
)
_SUMS_UP = re.compile(
    r"\b(?:overall|ultimately|in the end|indeed|still|finally|all told|in short|all in all|that said|makes for|proves?|recommend\w*|worth|one of the (?:best|worst|greatest|most)|"
    r"is an? (?:\w+ly )?\w+|never quite|falls? short|transcends?|surpass\w*|wanting|more than the sum|sum of its parts|holds up|pays off|works best|at its best|at its worst|succeeds|fails|highlighted by|despite|but)\b",
    re.IGNORECASE,
)
_JUDGES = re.compile(r"\b(?:I|[Mm]y|me|one of the (?:best|worst)|masterpiece|too (?:long|slow|much)|never quite|grandeur)\b")
_LABEL = re.compile(r"(?P<label>[^\W\d][\w ./-]{1,24}):\s")
_MOSTLY = 0.5
_MOSTLY_NAMES = 0.7
_MOST_QUOTES = 4
_LAST = 4
_STAMP = 10  # words of a line that only signs or rates
_ASPECTS_AT_MOST = 12


def own_review(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    """The document's own judgement of the film, where the document is a review."""
    if annotations.kind is not DocumentKind.REVIEW:
        return
    text = annotations.document.text
    others = [line.span for line in signed_lines(annotations, topic)]
    opinions = reported(annotations, topic)
    told = [span for opinion in opinions for span in opinion.spans]
    sentences = [sentence for sentence in _opinions(annotations, topic) if not any(map(sentence.span.overlaps, (*others, *told)))]
    quoted = outer_quotations(annotations)
    own_voice = [sentence for sentence in sentences if not _mostly_quoted(sentence.span, quoted)]
    sentences = own_voice or sentences
    if len(others) >= ROUND_UP and len(others) >= len(sentences):
        return  # what others said, with a few words around it
    critic, outlet, rating, published, labelled = labels(annotations, topic)
    signed = signature(annotations)
    judging = sum(_JUDGES.search(annotations.text(sentence.span)) is not None for sentence in own_voice)
    if (
        len({opinion.outlet for opinion in opinions if opinion.outlet}) > ROUND_UP
        and len(set(told)) * 2 >= len(sentences)
        and (judging < ROUND_UP or (critic or signed[0]) is None)
    ):
        return  # a round-up; but whoever signs it and judges for himself is a critic too
    spans = [span for span in (critic, outlet, rating) if span is not None]
    critic, outlet = critic or signed[0], outlet or signed[1]
    rating = rating_alone(text, rating)
    rating = rating or rating_line(annotations, topic, sentences)
    stamps = [span for span in (*signed, rating) if span is not None]
    sentences = [s for s in sentences if len(annotations.text(s.span).split()) > _STAMP or not any(map(s.span.overlaps, stamps))]
    if not sentences and rating is None:
        return
    scored = [(sentence, stance_model().scores(text[sentence.span.start : sentence.span.end])) for sentence in sentences]
    stance = pick(_overall([scores for _, scores in scored])) if scored else None
    best = _summary(annotations, topic, scored)
    stated = _stated(annotations, topic, sentences, rating)
    if stated is not None:
        stance = (stated.stance, stated.probability)
        if rating is not None and rating == stated.evidence.span and not _THUMBS.search(stated.evidence.quote):
            rating = None  # "Verdict: positive" rates on no scale
    praised, criticised = aspects_of_sentence(
        annotations, [sentence.span for sentence in sentences], (topic.title, *topic.aliases), _ASPECTS_AT_MOST
    )
    value = CriticReview(
        critic=name_at(text, critic),
        outlet=name_at(text, outlet),
        rating=rating_text(annotations, rating),
        quotes=tuple(Evidence.cite(annotations.document, part) for span in best for part in (span, *clauses(text, span))),
        stance=stance[0] if stance else None,
        stance_probability=stance[1] if stance else None,
        praised=tuple(praised),
        criticised=tuple(criticised),
        published=text[published.start : published.end] if published else annotations.document.published,
        own=True,
        stance_given=stated is not None,
        stance_passages=_passages(annotations, best, stated),
    )
    cited = [*spans, *([rating] if rating else []), *([stated.evidence.span] if stated else []), *best] or [scored[0][0].span]
    yield claim(
        annotations,
        topic,
        Predicate.REVIEW,
        value,
        *dict.fromkeys(cited),
        extractor="own review",
        confidence=0.95 if labelled else 0.8,
    )


def _mostly_quoted(span: Span, quotes: Sequence[Span]) -> bool:
    inside = sum(max(min(quote.end, span.end) - max(quote.start, span.start), 0) for quote in quotes if quote.overlaps(span))
    return inside > _MOSTLY * len(span)


def _stated(annotations: Annotations, topic: Topic, sentences: Sequence[Sentence], rating: Span | None) -> StancePassage | None:
    """The verdict that the review states in so many words: as its rating, in a field of its own, or as a sentence of three words."""
    text = annotations.document.text
    others = [other.passage for other in annotations.topics if other.id != topic.id]
    spans = [rating] if rating is not None else []
    spans += [
        block.cells[0].span
        for block in annotations.document.fields(Origin.FRONT_MATTER, Origin.STRUCTURED_DATA)
        if block.label.casefold() in _VERDICT and not any(block.span.overlaps(passage) for passage in others)
    ]
    spans += [sentence.span for sentence in sentences if len(annotations.text(sentence.span).split()) <= _VERDICT_WORDS]
    for span in spans:
        stance = verdict_word(text[span.start : span.end])
        if stance is not None:
            return StancePassage(evidence=Evidence.cite(annotations.document, span), stance=stance, probability=STATED)
    return None


def _passages(annotations: Annotations, best: Sequence[Span], stated: StancePassage | None) -> tuple[StancePassage, ...]:
    """The sentences that sum the review up, each read by itself, and the verdict where one is stated; in text order."""
    found = [] if stated is None else [stated]
    for span in best:
        quote = Evidence.cite(annotations.document, span)
        stance, probability = read_stance("", [quote.quote])
        found.append(StancePassage(evidence=quote, stance=stance, probability=probability))
    return tuple(sorted(found, key=lambda passage: passage.evidence.span))


def _opinions(annotations: Annotations, topic: Topic) -> list[Sentence]:
    """The sentences in the review's own voice: prose of the body, no block quotations, no bare signatures, no lines of facts."""
    kinds = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
    return [
        sentence
        for sentence in annotations.sentences_in(topic.passage)
        if annotations.block_of(sentence).kind in kinds
        and annotations.block_of(sentence).origin is Origin.BODY
        and len(annotations.text(sentence.span).split()) >= 3
        and not _of_a_sheet(annotations, sentence)
    ]


def _of_a_sheet(annotations: Annotations, sentence: Sentence) -> bool:
    """Whether a sentence is of the film's sheet, over or under the review: "Music: Anton Karas.", "Great Britain, 1949. 104 min."."""
    label = _LABEL.match(annotations.text(sentence.span))
    if label is not None and predicates_of(label["label"]):
        return True
    named = sum(len(one.span) for one in annotations.mentions_in(sentence.span, MentionKind.PERSON))
    if named > _MOSTLY_NAMES * len(sentence.span):
        return True  # "With Joseph Cotten, Alida Valli and Orson Welles."
    return any(line.span.overlaps(sentence.span) for line in annotations.fact_lines)


def _overall(scores: Sequence[tuple[float, float, float]]) -> tuple[float, float, float]:
    """Log-odds of the whole review from those of its sentences; the last ones, where the verdict falls, count double.

    The constants were fitted on 600 graded reviews by one critic (see the model card).
    """
    weights = [2.0 if index >= len(scores) - _LAST else 1.0 for index in range(len(scores))]
    power = len(scores) ** 0.25 / sum(weights)
    sums = [power * sum(weight * score[each] for weight, score in zip(weights, scores, strict=True)) for each in range(3)]
    return sums[0] + 0.4, sums[1] + 0.2, sums[2]


def _summary(annotations: Annotations, topic: Topic, scored: Sequence[tuple[Sentence, tuple[float, float, float]]]) -> list[Span]:
    """The few sentences that best sum the judgement up, in text order."""
    return sorted(span for _, span in _ranked(annotations, topic, scored)[:_MOST_QUOTES])


def _ranked(
    annotations: Annotations, topic: Topic, scored: Sequence[tuple[Sentence, tuple[float, float, float]]]
) -> list[tuple[float, Span]]:
    """The sentences, those first that best sum the judgement up: about the film as a whole, decided, early or late."""
    rated: list[tuple[float, Span]] = []
    names = [name for name in (topic.title, *topic.aliases) if name]
    for index, (sentence, scores) in enumerate(scored):
        words = annotations.text(sentence.span)
        count = len(words.split())
        if count < 4 or count > 60:
            continue
        decided = abs(scores[0] - scores[2])
        value = min(decided, 4.0) * 0.6
        value += 0.8 if any(name in words for name in names) else 0.0
        value += 0.9 if _FILM_WORDS.search(words) else 0.0
        value -= 1.0 if _RETELLS.search(words) else 0.0
        value += 0.8 if _SUMS_UP.search(words) else 0.0
        value += 1.0 if index >= len(scored) - _LAST else 0.8 if index < 3 else 0.0
        value -= 1.0 if any(True for _ in annotations.mentions_in(sentence.span, MentionKind.QUOTATION)) else 0.0
        value -= 0.02 * max(count - 22, 0)
        rated.append((value, sentence.span))
    return sorted(rated, key=lambda item: (-item[0], item[1]))
