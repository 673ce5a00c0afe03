"""Makers named beside their job: "director Jacques Tourneur", "Tourneur's direction", "Forsyth's third feature".

Such words take for granted who did it, whatever else the sentence denies or doubts: "perhaps director Raoul
Walsh couldn't resist" doubts nothing about who directed.
"""

import re
from collections.abc import Iterator

from filmdossier.extract.credits.patterns import OWNED, TITLE_BEFORE
from filmdossier.extract.names import names_before, names_from
from filmdossier.model.annotations import Annotations, Mention, MentionKind, Sentence, Topic
from filmdossier.model.claim import Predicate
from filmdossier.model.text import Span
from filmdossier.model.titles import same_title

# "director David Cronenberg remade it", "director Sam Raimi, who turns up as": others, met in passing.
_NOT_THIS_FILM = re.compile(
    r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3},? (?:remade|would|had (?:already|previously)|later|who (?:turns|appears|plays|cameos|later)|himself)\b"
)
_ANOTHER_OF_HIS = re.compile(
    r"[^,.;]{0,60}?['’]s? (?:(?:[\w-]+ ){0,3}(?:_|\"|“|(?:earlier|previous|own|other|first|next|best)\b)|(?P<title>[A-Z]))|[^,.;]{0,60}? of (?:_|\"|“)"
)
_SOMEBODY_ELSE = re.compile(
    r"\b(?:compared|comparison|comparable|similar|akin|homage|tribute|nods?|spoke|talked|speaking|married|wife|husband|reminiscent|influences?|style|school|manner|works?|films?|inspired|pitched|offered|sold|replac(?:ed|es|ing)|instead|akin|echo(?:es|ing)?|recall(?:s|ing)?) (?:to |of |by |with )?$"
    r"|\b(?:like|unlike|than|[Ii]n (?:his|her|their) [^,.;]{3,60},) $"
)
# "is akin to A and B's script for Jonathan Glazer's film", "with Argento's art direction".
_LIKENED = re.compile(
    r"\b(?:akin|similar|compared|comparable|closer) to [^,.;]{0,40}$|\b(?:like|unlike|than|recalls?|echo(?:es|ing)) [^,.;]{0,30}$"
)
_ANOTHERS = re.compile(r" for [A-Z_\"“*]")
_DESCRIBED_BY = re.compile(r"-(?:directed|written|penned|produced|starring|led|style|like|esque|era)$")
_IT_IS = re.compile(r"\b(?:it|this|film|movie|picture) (?:was|is|marks|marked|being|remains) $", re.IGNORECASE)
_FILM_BY = re.compile(r"^ (?:film|movie|picture|joint|production)\b(?!s| (?:series|critic|festival|company))")
_A_FILM_OF = re.compile(r"\b(?:is|was|['’]s) (?:\w+ )?an? (?:\w+ ){0,2}$")
_NTH = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|latest|new|newest|debut|sophomore|maiden|final|last)"
_WORK_OF_HIS = re.compile(
    rf"['’]s? (?:(?:(?:much[- ]|long[- ])?[\w-]+ )?{_NTH} (?:[\w-]+,? ){{0,2}}?(?:features?|films?|movies?|pictures?|efforts?|outing|picture|directorial|western|thriller|comedy|drama|melodrama|"
    r"musical|masterpiece|misfire|miss|dud|triumph|opus)\b(?! (?:as|with|since|star|of (?:the|a)|festival|school|career|series))"
    r"|(?:(?!of\b|and\b|in\b)[\w-]+,? ){0,4}?(?:chronicle|tale|take|adaptation|portrait|meditation|ode|love[- ]letter|satire|epic|thriller|western|melodrama|biopic|fable)\b(?! (?:star|series))"
    r"|(?P<year>\d{4}) (?:\w+ ){0,2}?(?:film|movie|picture|western|thriller|comedy|drama|epic|classic)\b)"
)
# The film is what the possessive stands for: the sentence opens with it, or says "is", "with", "in" before it.
_STANDS_FOR_IT = re.compile(
    r"(?:^|[.:–—-] ?|\b(?:is|was|marks|marked|as|this,?|with|in|for) )(?:\W*(?:the )?(?:writer|director|filmmaker|film-maker|[Ww]riter[-/]director)s? )?$",
    re.IGNORECASE,
)
_OPENING_SENTENCES = 3


def named_beside(
    annotations: Annotations, topic: Topic, sentence: Sentence, *, critical: bool
) -> Iterator[tuple[Predicate, Mention, float]]:
    """Predicate, name and confidence of the makers that the sentence names beside their job; more freely in ``critical`` prose."""
    text, span = annotations.document.text, sentence.span
    for pattern, predicate in TITLE_BEFORE:
        for match in pattern.finditer(text, span.start, span.end):
            tail = text[match.end() : match.end() + 80]
            before = text[span.start : match.start()]
            if _NOT_THIS_FILM.match(tail) or _SOMEBODY_ELSE.search(before) or (before.endswith((" to ", " as ")) and not critical):
                continue
            if _ANOTHER_OF_HIS.match(tail) and not (critical and _IT_IS.search(before)):
                continue
            for number, mention in enumerate(names_from(annotations, match.end(), span.end, lead_in=0)):
                if _DESCRIBED_BY.search(mention.surface):
                    break
                if mention.kind is MentionKind.ORGANISATION or (number and not match.group().rstrip().endswith("s")):
                    break
                yield predicate, mention, (0.95 if critical else 0.8) if " " in mention.surface else 0.8
    if not critical:
        return
    yield from _owners_of_the_film(annotations, topic, sentence)
    for pattern, predicate in OWNED:
        for match in pattern.finditer(text, span.start, span.end):
            if _ANOTHERS.match(text, match.end(), span.end):
                continue
            for mention in names_before(annotations, match.start(), span.start):
                if mention.kind is not MentionKind.ORGANISATION and not _LIKENED.search(text, span.start, mention.span.start):
                    yield predicate, mention, 0.85


def _owners_of_the_film(annotations: Annotations, topic: Topic, sentence: Sentence) -> Iterator[tuple[Predicate, Mention, float]]:
    """ "Sirk's Written on the Wind", "is a Paul Schrader film", "Forsyth's third feature arrives"."""
    text, span = annotations.document.text, sentence.span
    for mention in annotations.mentions_in(span, MentionKind.PERSON):
        before, after = text[span.start : mention.span.start], text[mention.span.end : min(span.end, mention.span.end + 80)]
        owned = re.match(r"['’]s? (?:[\w-]+ ){0,3}?", after)
        if (
            owned
            and not _SOMEBODY_ELSE.search(before)
            and any(
                same_title(work.surface, topic.title)
                and re.fullmatch(r"['’]s? (?:(?:classic|own|\d{4}) )?\W?", text[mention.span.end : work.span.start])
                for work in annotations.mentions_in(
                    Span(mention.span.end, min(span.end, mention.span.end + 120)),
                    MentionKind.WORK,
                    MentionKind.NAME,
                    MentionKind.PERSON,
                )
            )
        ):
            yield Predicate.DIRECTOR, mention, 0.85
        if _FILM_BY.match(after) and _A_FILM_OF.search(before):
            yield Predicate.DIRECTOR, mention, 0.85
        if " " in mention.surface and _stands_for_it(annotations, topic, sentence, mention, before, after):
            yield Predicate.DIRECTOR, mention, 0.85


def _stands_for_it(annotations: Annotations, topic: Topic, sentence: Sentence, mention: Mention, before: str, after: str) -> bool:
    owned = _WORK_OF_HIS.match(after)
    if owned is None or _SOMEBODY_ELSE.search(before):
        return False
    if owned["year"]:
        return int(owned["year"]) == topic.year
    if _STANDS_FOR_IT.search(before) is None or not _early(annotations, topic, sentence):
        return False
    # "Polanski's first feature, Knife in the Water": the work that follows is the one it speaks of.
    rest = Span(mention.span.end + owned.end(), min(sentence.span.end, mention.span.end + owned.end() + 60))
    named = next(annotations.mentions_in(rest, MentionKind.WORK), None)
    if named is None or annotations.document.text[rest.start : named.span.start].strip(" ,_*“\"'(") != "":
        return True
    return same_title(named.surface, topic.title)


def _early(annotations: Annotations, topic: Topic, sentence: Sentence) -> bool:
    for number, one in enumerate(annotations.sentences_in(topic.passage)):
        if one.span == sentence.span:
            return True
        if number >= 4 * _OPENING_SENTENCES:
            return False
    return False
