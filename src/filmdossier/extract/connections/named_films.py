"""Reads the films that a text on one film names without any word for what the two have to do with each other.

"Corbucci's Django follows the same track", "in Scream the guests put on the tape": the wording of such
sentences has no end. In an essay, a programme note or an interview, and in an article's part on what became
of the film, another film is named for one of few reasons: somebody's career, a comparison of worth, money,
prizes, a place in a series - or because the younger owes the elder something. The other reasons can be told;
what is left is the last, and the years say which of the two is the elder.
"""

import re
from collections.abc import Iterator, Sequence

from filmdossier.extract.connections.influence_claims import influence_claims
from filmdossier.extract.connections.title_grammar import of_a_career
from filmdossier.extract.named_things import Thing
from filmdossier.extract.phrases import heading_says
from filmdossier.extract.statement import claim
from filmdossier.extract.works import Work, is_older, shares_name, works_in
from filmdossier.model.annotations import Annotations, DocumentKind, MentionKind, Role, Sentence, Topic
from filmdossier.model.claim import Claim, Connection, Polarity, Predicate, Relation
from filmdossier.model.text import MarkKind

AFTERLIFE = re.compile(
    r"\b(?:influence|homages?|after-?life|aftermath|afterwards|later versions|heirs|descend\w+|imitat\w+|echoes|children|in its wake)\b",
    re.IGNORECASE,
)
# Other reasons to name a film: money, prizes and lists, worth, the same bill, its place in a series, careers told without a verb.
_OTHER_REASON = re.compile(
    r"[$£€]|\b(?:gross\w*|box[- ]office|earned|budget|cost|profit\w*|financ\w+|commercial\w*|flop\w*|success(?:es)?\b|record|rank\w*|polls?|nominat\w+|Golden (?:Lion|Bear|Palm)|Palme d|premiered|double (?:bill|feature)|shar\w+ (?:the|a) bill|"
    r"sequels?|prequels?|series|remakes?|remade|spin-?offs?|"
    r"(?:only|earlier|first|second|third|last|other|previous) (?:[\w-]+ )?(?:film|feature|movie|picture|credit)s?\b|among others|unlike|rather than|instead|except|apart from|not to be confused|no relation|unrelated|turned down|offered|declined|fresh from|hot from|straight after|coming off|between|busy|"
    r"co-?starr\w+|starr\w+|debut|breakthrough|best known|known for|fame|career|reunit\w+|together with|along(?:side| with)|as well as|contemporar\w+|later (?:made|directed|wrote|played)|next film|previously|"
    r"soundtrack|songs?|sung|sings|sang|theme tune|albums?|heard|cover|(?:films|movies|pictures) (?:like|such as)|DVD|Blu-ray|extras?|disc|available|also (?:by|from)|legend)\b",
    re.IGNORECASE,
)
# The same beside the title: worth, prizes, other kinds of work, denials.
_BESIDE = re.compile(
    r"\b(?:lists?|best|better|worse|worst|greatest|finest|stranger|weaker|stronger|funniest|masterpieces?|hits?|Oscars?|awards?|prizes?|won|wins|opened|original|than|previous|documentar\w+|novels?|books?|plays?|musicals?|comics?|video games?|television|TV|episodes?|screens? (?:at|with)|"
    r"no(?= [\"“_]?$)|(?<!can)not|(?:is|was|are|were|does|did|do)n['’]t|lacks?|lacking|heights|falls? short|nowhere near|(?:good|great|brilliant|terrific|wonderful|excellent|superb|memorable|unforgettable|fun|dreadful) (?:as [^,;]{2,30} )?in(?= [\"“_]?$)|hardly|nothing|no longer|neither|nor|whatever they say)\b",
    re.IGNORECASE,
)
_NO_FILM_BESIDE = re.compile(
    r"\b[Ww]here [\"“_]?\0[\"”_]? (?!\()|\b(?:novels?|books?|plays?|songs?|albums?|comics?|games?|paintings?|operas?|poems?|magazines?|series|shows?|ballets?|stor(?:y|ies)|musicals?|record)[ ,]+[\"“_]?\0|\0[\"”_]?,? (?:the |an? )?(?:[\w-]+ )?(?:novels?|books?|plays?|songs?|albums?|comics?|video games?|games?|franchise|television|TV|series|shows?|musical|screenwriter|director|star|producer|actor|actress|writer)\b|\bthe \0 of\b|\b(?:first|second|third|fourth|next|last), [\"“_]?\0|\badaptations? of [\"“_]?\0|\b(?:films?|movies?|pictures?) (?:like|such as) [\"“_]?\0|\0[\"”_]? (?:is|was) an? (?:[\w-]+ ){0,3}(?:film|movie)\b|\0[\"”_]? (?:writes|wrote|says|said|noted|called)\b|\b(?:with|after|since|until|during) (?:the )?[\"“_]?\0"
)
_THIS = re.compile(
    r"\b(?:[Tt]h(?:e|is) (?:film|movie|picture|short|original|classic|feature)|[Ii]ts?|here|the same|him|this|[Tt]he (?:scene|shot|sequence|ending|opening|story|plot|idea|character)s?)\b"
)
_SERIES = re.compile(r"\b(?:trilogy|tetralogy|franchise|saga)\b")
_CLAUSES = re.compile(r"[;:] |(?<![A-Z])\. (?=[A-Z])|, (?:and|but|while) (?=[A-Z])")
_REACH, _BY = 120, 40
_SURE = 0.52


def named_films(
    annotations: Annotations, topic: Topic, sentence: Sentence, known: set[str], makers: frozenset[str]
) -> Iterator[Claim]:
    """Claims on films of other years that the sentence names for no other reason; ``known`` are titles already linked."""
    if topic.year is None or sentence.role in (Role.PLOT, Role.CAST, Role.AWARDS, Role.MUSIC, Role.RELEASE):
        return
    # A film's own press book names others for the careers of its makers, unless one of them is speaking.
    if annotations.kind is DocumentKind.PRESS and not list(annotations.mentions_in(sentence.span, MentionKind.QUOTATION)):
        return
    article = annotations.kind in (DocumentKind.ENCYCLOPEDIA, DocumentKind.SCORES)
    after = heading_says(sentence, AFTERLIFE)
    if article and not after:
        return
    works = [work for work in works_in(annotations, topic, sentence.span) if not work.own]
    if any(mark.kind is MarkKind.ITALIC for mark in annotations.document.marks):
        # Where titles are set in italics, quotation marks are for songs, gimmicks and words.
        works = [work for work in works if work.italic or work.known or work.film]
    for work in works:
        older = _older(topic, work, _beside(annotations, works, work))
        if older is None and not article and work.italic and not work.known and not _owned(annotations, work):
            older = _older(topic, work, _company(annotations, topic, sentence))
        if (
            older is None
            or work.film is False
            or work.title in known
            or shares_name(topic, work.title)
            or (older and article)
            or (not older and annotations.kind is DocumentKind.REVIEW and work.year is None)
            or _SERIES.search(annotations.text(sentence.span))
            or _has_other_reason(annotations, sentence, work)
            or of_a_career(annotations, sentence, work, makers, older=older)
            or (article and not _on_this(annotations, topic, sentence))
        ):
            continue
        yield from _claims(annotations, topic, work, older)


def _older(topic: Topic, work: Work, works: Sequence[Work]) -> bool | None:
    """Whether a film is the elder; of one whose year nothing tells, by the company that the sentence puts it in."""
    older = is_older(topic, work)
    if older is None and topic.year is not None and work.year is None and work.known and min(work.known) < topic.year:
        return True  # Of two films of one name the first is the one that is spoken of without a year.
    if older is None and not work.known:
        others = {is_older(topic, other) for other in works if other is not work} - {None}
        return others.pop() if len(others) == 1 else None
    return older


def _beside(annotations: Annotations, works: Sequence[Work], work: Work) -> list[Work]:
    """The works that no semicolon parts from ``work``."""
    text = annotations.document.text
    return [
        other
        for other in works
        if ";" not in text[min(other.span.end, work.span.end) : max(other.span.start, work.span.start)] or other is work
    ]


def _owned(annotations: Annotations, work: Work) -> bool:
    """Whether a name stands before a title as its maker's: without a year it may as well be a book."""
    return re.search(r"['’]s? [\"“_]?$", annotations.document.text[max(0, work.span.start - 5) : work.span.start]) is not None


def _company(annotations: Annotations, topic: Topic, sentence: Sentence) -> list[Work]:
    """The works of the sentence's paragraph, where two of them at least have years that are told or known."""
    works = [work for work in works_in(annotations, topic, annotations.block_of(sentence).span) if not work.own]
    return works if sum(is_older(topic, work) is not None for work in works) >= 2 else []


def _has_other_reason(annotations: Annotations, sentence: Sentence, work: Work) -> bool:
    text = annotations.document.text
    start, end = max(sentence.span.start, work.span.start - _REACH), min(sentence.span.end, work.span.end + _REACH)
    before, after = _CLAUSES.split(text[start : work.span.start])[-1], _CLAUSES.split(text[work.span.end : end])[0]
    return bool(
        _OTHER_REASON.search(before)
        or _OTHER_REASON.search(after[:70])
        or _BESIDE.search(before.rsplit(",", 1)[-1][-_BY:])
        or _BESIDE.search(after[:_BY])
        or _NO_FILM_BESIDE.search(f"{before[-30:]}\0{after[:30]}")
    )


def _on_this(annotations: Annotations, topic: Topic, sentence: Sentence) -> bool:
    words = annotations.text(sentence.span)
    return topic.title in words or _THIS.search(words) is not None


def _claims(annotations: Annotations, topic: Topic, work: Work, older: bool) -> Iterator[Claim]:
    if older:
        thing = Thing(name=work.title, span=work.span, year=work.year, film=True, titled=True, own=False)
        yield from (made for made, _ in influence_claims(annotations, topic, thing, _SURE, Polarity.ASSERTED, "film named"))
        return
    value = Connection(relation=Relation.INFLUENCED_FILM, film=work.title, year=work.year)
    yield claim(
        annotations, topic, Predicate.CONNECTION, value, work.span, extractor="film named", confidence=_SURE, polarity=Polarity.ASSERTED
    )  # fmt: skip
