"""Reads country, language, genre and running time from sentences."""

import re
from collections.abc import Iterator

from filmdossier.extract.credits.labels import is_labelled
from filmdossier.extract.names import names_from
from filmdossier.extract.phrases import PROSE
from filmdossier.extract.statement import claim
from filmdossier.model.annotations import Annotations, DocumentKind, MentionKind, Sentence, Topic
from filmdossier.model.claim import Claim, Predicate
from filmdossier.model.text import BlockKind, Origin, Span
from filmdossier.model.titles import same_title

_FILM = re.compile(
    r"\b(?:films?|movies?|motion picture|picture|short|documentary|comedy|drama|western|thriller|melodrama|musical|noir|anime|production)\b",
    re.IGNORECASE,
)
_DEFINES = re.compile(r"\b(?:is|was) (?:\w+ly )?(?:an?|the) |\bis one of the |\b(?:is|was) (?=\d{4}\b)")
_LANGUAGE = re.compile(r"\b([A-Z][a-z]+)(?:[- ]language|-dubbed)\b")
_INDIAN = re.compile(
    r"\b(Hindi|Tamil|Telugu|Malayalam|Kannada|Bengali|Bangla|Marathi|Punjabi|Gujarati|Odia|Oriya|Urdu|Assamese|Bhojpuri|Tulu|Cantonese|Mandarin|Nepali|Sinhala|Tagalog|Konkani|Pashto|Persian|Hebrew|Arabic|Yiddish)\b"
)
_RUNS = re.compile(
    r"\b(?:running[- ]time|runtime|run time|runs(?: for)?|running|length|duration|lasts|clocks? in|clocking in|at|in its|full)\b[^.;\d]{0,30}$"
)
_COPRODUCTION = re.compile(r"\b(?:co-?production|joint (?:[\w ]+ )?production|joint venture|co-?produced)\b")
_MODIFIER = frozenset(
    {
        "independent",
        "epic",
        "short",
        "silent",
        "live-action",
        "family",
        "period",
        "art",
        "serial",
        "cult",
        "prison",
        "political",
        "religious",
    }
)


def production_data(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    """Claims from the defining sentence, from co-production phrases, and on the running time."""
    timed = is_labelled(annotations, topic, Predicate.RUNTIME_MINUTES)
    defining = _defining(annotations, topic)
    if defining is not None:
        yield from _definition(annotations, topic, *defining)
    for sentence in annotations.sentences_in(topic.passage):
        block = annotations.block_of(sentence)
        if block.kind not in PROSE or block.origin is not Origin.BODY:
            continue
        if not timed:
            yield from _runtime(annotations, topic, sentence)
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        if annotations.kind in (DocumentKind.REVIEW, DocumentKind.OTHER, DocumentKind.PRESS):
            yield from _review_genres(annotations, topic, sentence)
        words = annotations.text(sentence.span)
        if not sentence.section:
            yield from _coproducers(annotations, topic, sentence)
        if not sentence.section and _COPRODUCTION.search(words):
            for mention in annotations.mentions_in(sentence.span, MentionKind.NATIONALITY, MentionKind.PLACE):
                distance = annotations.text(Span(min(mention.span.start, sentence.span.start), mention.span.end))
                if mention.kind is MentionKind.NATIONALITY or re.search(
                    r"\b(?:between|of|by|from|and|,)\s*(?:the )?$", distance[: -len(mention.surface)]
                ):
                    value = mention.value or mention.surface
                    yield claim(
                        annotations, topic, Predicate.COUNTRY, value, mention.span, extractor="production data", confidence=0.7
                    )


_BETWEEN = re.compile(r"\b(?:co-?production|joint (?:venture|production)|collaboration|partnership) (?:between|of|by|among) ")


def _coproducers(annotations: Annotations, topic: Topic, sentence: Sentence) -> Iterator[Claim]:
    """The companies of "a co-production between JVC, Toho and Movic"; countries are read elsewhere."""
    for match in _BETWEEN.finditer(annotations.document.text, sentence.span.start, sentence.span.end):
        for mention in names_from(annotations, match.end(), sentence.span.end):
            yield claim(
                annotations,
                topic,
                Predicate.PRODUCTION_COMPANY,
                mention.surface,
                mention.span,
                extractor="co-production",
                confidence=0.75,
            )


def _defining(annotations: Annotations, topic: Topic) -> tuple[Sentence, Span] | None:
    """The first sentence that says what the film is, with the span from its verb to the noun "film"."""
    text = annotations.document.text
    seen = 0
    for sentence in annotations.sentences_in(topic.passage):
        block = annotations.block_of(sentence)
        if (
            block.kind is not BlockKind.PARAGRAPH
            or block.origin is not Origin.BODY
            or (sentence.section and annotations.kind is not DocumentKind.REVIEW)
        ):
            continue
        seen += 1
        if seen > 6:
            return None
        for verb in _DEFINES.finditer(text, sentence.span.start, sentence.span.end):
            stop = re.search(
                r"(?<![\w-])(?:directed|written|starring|about|that|which|who|based|produced|released|by|from|of|set|featuring|with|in)(?![\w-])|[.;(]|, (?:directed|written|starring|produced|and)\b",
                text[verb.end() : sentence.span.end],
            )
            limit = verb.end() + (stop.start() if stop else sentence.span.end - verb.end())
            nouns = list(_FILM.finditer(text, verb.end(), min(limit, verb.end() + 160)))
            if nouns and limit > verb.end():
                return sentence, Span(verb.end(), nouns[-1].end())
    return None


def _definition(annotations: Annotations, topic: Topic, sentence: Sentence, span: Span) -> Iterator[Claim]:
    own = annotations.kind is not DocumentKind.REVIEW
    for mention in annotations.mentions_in(span, MentionKind.NATIONALITY):
        if own or mention.span.start - span.start < 30:
            yield claim(
                annotations,
                topic,
                Predicate.COUNTRY,
                mention.value,
                mention.span,
                extractor="definition",
                confidence=0.93 if own else 0.7,
            )
    for language in (*_LANGUAGE.finditer(annotations.text(span)), *_INDIAN.finditer(annotations.text(span))):
        at = Span(span.start + language.start(1), span.start + language.end(1))
        yield claim(annotations, topic, Predicate.LANGUAGE, language.group(1), at, extractor="definition", confidence=0.9)
    taken: list[Span] = []
    for mention in annotations.mentions_in(span, MentionKind.GENRE):
        if any(mention.span.overlaps(other) for other in taken):
            continue
        taken.append(mention.span)
        weak = mention.value in _MODIFIER
        yield claim(
            annotations,
            topic,
            Predicate.GENRE,
            mention.surface,
            mention.span,
            extractor="definition",
            confidence=0.6 if weak else 0.9,
        )


_IT_IS = re.compile(
    r"(?:\b(?:It|This|[Tt]he (?:film|movie|picture|result|end result)|it|this)(?: (?:is|was|remains|proves|makes for|works as|succeeds as|plays as|plays like)|['’]s)"
    r"|\b(?:reimagines|plays|works|succeeds|serves|functions) [^.;,]{0,40}\bas)(?: (?:\w+ly|also|at heart|first and foremost|basically|just|still|simply))? (?:an?|the|one of the) "
)
_MIX = re.compile(r"\b(?:mix|blend|mixture|combination|fusion|hybrid|marriage|cross between|mash-?up) of ")


def _review_genres(annotations: Annotations, topic: Topic, sentence: Sentence) -> Iterator[Claim]:
    """Genres that a review calls the film: "it's a solid drama", "_Oldboy_ is a revenge film", "a mix of comedy and action"."""
    text, span = annotations.document.text, sentence.span
    starts = [match.end() for match in _IT_IS.finditer(text, span.start, span.end)]
    for mention in annotations.mentions_in(span, MentionKind.WORK, MentionKind.NAME):
        verb = re.match(
            r"\W? (?:is|was|remains|works as|succeeds as)(?: \w+ly)? (?:an?|the|one of the) ",
            text[mention.span.end : mention.span.end + 40],
        )
        if verb and same_title(mention.surface, topic.title):
            starts.append(mention.span.end + verb.end())
    for start in sorted(set(starts)):
        clause = re.split(r"[.;:,(]| (?:that|which|who|with|from|in|about|where|than|but|like|for|by|of) ", text[start : span.end])[
            0
        ]
        mix = _MIX.match(text[start : start + 60].split(" ", 1)[-1])
        if mix or _MIX.search(text[start : start + 40]):
            clause = re.split(r"[.;:(]| (?:that|which|who|with|from|about|where|than|but|like|for|by|in) ", text[start : span.end])[
                0
            ]
        elif re.search(r"\b(?:scene|moment|performance|character|sequence|shot|script|story|role)s?\b", clause):
            continue
        if clause:
            for mention in annotations.mentions_in(Span(start, start + len(clause)), MentionKind.GENRE):
                weak = mention.value in _MODIFIER
                yield claim(
                    annotations,
                    topic,
                    Predicate.GENRE,
                    mention.surface,
                    mention.span,
                    extractor="review genre",
                    confidence=0.4 if weak else 0.75,
                )


# "ten minutes too long", "15 minutes shorter": what could go, or was cut.
_TOO_LONG = re.compile(
    r",? ?(?:or so |or more )?(?:too |over)(?:long|much|many)|(?: or so| or more)? (?:longer|shorter|less|more|off|into|worth)\b"
)


def _runtime(annotations: Annotations, topic: Topic, sentence: Sentence) -> Iterator[Claim]:
    for mention in annotations.mentions_in(sentence.span, MentionKind.DURATION):
        before = annotations.document.text[sentence.span.start : mention.span.start]
        after = annotations.document.text[mention.span.end : mention.span.end + 25]
        if _TOO_LONG.match(after):
            continue
        if _RUNS.search(before) or re.match(r"-?(?: minute)? ?(?:long\b|running time|runtime|film\b|feature\b|in length)", after):
            hours = re.search(r"(\d+) ?h", mention.surface)
            numbers = re.findall(r"\d+", mention.surface)
            total = int(numbers[0]) * 60 + int(numbers[1]) if hours and len(numbers) > 1 else int(numbers[0])
            if 1 <= total <= 900:
                yield claim(
                    annotations,
                    topic,
                    Predicate.RUNTIME_MINUTES,
                    str(total),
                    mention.span,
                    extractor="running time",
                    confidence=0.75,
                )
