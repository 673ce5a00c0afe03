"""Pulls out of a long quotation the sentences and clauses in it that judge most plainly.

Enters a span of quoted or critical words; leaves spans inside it, exact as they stand. Parts are
cut only where the writer paused: full stops, dots for words left out, semicolons, dashes, commas
before a new clause.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from filmdossier.extract.stance_model import stance_model
from filmdossier.model.text import Span

_SHORT = 12  # words; nothing is pulled out of a passage up to this
_MOST_SENTENCES = 5
_WORDS_A_CLAUSE = 30  # a sentence gives up one clause for so many words begun
_LEAST_WORDS = 4
_PLAIN = 0.5  # log-odds between for and against, under which a clause judges nothing
_SENTENCE_BREAK = re.compile(r"(?<=[.!?…])[\"”'’)\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9…])|\s*(?:\[?(?:\. ?\. ?\.|\.{3,}|…)\]?)\s*")
_ABBREVIATED = re.compile(r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Jr|Sr|St|vs|Lt|Sgt|Capt|Col|Gen|Prof|No|Vol)\.|\s\w\.)$")
_CONJUNCTION = r"(?:but|and|yet|or|nor|so|though|although|while|whereas|which|who|whose|that|because|as|if|even|still|making|with|thanks to|despite|however|unfortunately|fortunately|ultimately|overall)"
_CLAUSE_BREAK = re.compile(
    rf"\s*[;:—–]\s+|\s*—\s*|\s+[–-]{{1,2}}\s+|\s+\(|\),?\s+|,\s+(?={_CONJUNCTION}\b)|\s+(?=(?:that['’]s|whose|which|because|thanks to)\b)"
)
_COMMA = re.compile(r",\s+")
_JOINS = re.compile(r"(?:and|but|or|yet)\s+", re.IGNORECASE)
_WORD = re.compile(r"\w+(?:['’]\w+)?")


def passages(text: str, quote: Span) -> list[Span]:
    """The span, and where it is long what in it judges most plainly, in the order of the text after it."""
    if _length(text, quote) <= _SHORT:
        return [quote]
    found = _most_telling(text, sentences_of(text, quote), _MOST_SENTENCES)
    inner = {span for sentence in found for span in (sentence, *clauses(text, sentence))} - {quote}
    return [quote, *sorted(inner)]


def clauses(text: str, sentence: Span) -> list[Span]:
    """The clauses of a long sentence that judge most plainly; none of a short one."""
    if _length(text, sentence) <= _SHORT:
        return []
    found = list(_cut(text, sentence, _CLAUSE_BREAK))
    # What is still long after that is cut at its commas as well.
    parts = [
        part for clause in found for part in ([clause, *_cut(text, clause, _COMMA)] if _length(text, clause) > _SHORT else [clause])
    ]
    judging = [part for part in dict.fromkeys(parts) if part != sentence and _plainness(text, part) >= _PLAIN]
    return sorted(_most_telling(text, judging, -(-_length(text, sentence) // _WORDS_A_CLAUSE)))


def sentences_of(text: str, quote: Span) -> list[Span]:
    """The sentences of a passage, parted also where the writer left words out."""
    return list(_cut(text, quote, _SENTENCE_BREAK))


def _cut(text: str, span: Span, breaks: re.Pattern[str]) -> Iterator[Span]:
    """The pieces between the breaks, without the marks and blanks at their ends; those of a few words are left out."""
    body = span.of(text)
    cuts = [
        match for match in breaks.finditer(body) if breaks is not _SENTENCE_BREAK or not _ABBREVIATED.search(body[: match.start()])
    ]
    ends = [0, *(offset for match in cuts for offset in match.span()), len(body)]
    for start, end in list(pairwise(ends))[::2]:
        words = body[start:end]
        left = len(words) - len(words.lstrip(' \n"“”[],;:'))
        joins = _JOINS.match(words, left) if breaks is not _SENTENCE_BREAK else None
        left = joins.end() if joins is not None else left
        right = len(words) - len(words.rstrip(' \n"“,;:'))
        least = 3 if breaks is _SENTENCE_BREAK else _LEAST_WORDS
        if end - right > start + left and len(_WORD.findall(words)) >= least:
            yield Span(span.start + start + left, span.start + end - right)


def _most_telling(text: str, spans: Sequence[Span], most: int) -> list[Span]:
    """The ``most`` spans with the plainest judgement, in the order of the text."""
    if len(spans) <= most:
        return list(spans)
    return sorted(sorted(spans, key=lambda span: (-_plainness(text, span), span))[:most])


def _plainness(text: str, span: Span) -> float:
    """How plainly the words take a side, for or against."""
    positive, _, negative = stance_model().scores(span.of(text))
    return abs(positive - negative)


def _length(text: str, span: Span) -> int:
    return len(_WORD.findall(span.of(text)))
