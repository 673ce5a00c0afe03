"""Reads what the people of the story own or run, so that documents can be found to disagree.

"Carolina's bookstore" in one document and "the woman, the owner of a library" in another tell one
thing differently. The owner is a name where the words give one, else "the woman" or "the man",
and those only where the document speaks of one such owner: two women with two shops compare to nothing.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from filmdossier.extract.statement import claim
from filmdossier.model.annotations import Annotations, MentionKind, Role, Sentence, Topic
from filmdossier.model.claim import Claim, Detail, Predicate
from filmdossier.model.text import BlockKind, Origin, Span

_PLACE = (
    r"(?:book ?stores?|bookshops?|library|libraries|bars?|cafés?|cafes?|coffee (?:shop|house)|restaurants?|diner|hotels?|motel|inn|guest ?house|shop|store|"
    r"general store|pawn ?shop|antique shop|flower shop|record store|garage|gas station|petrol station|farm|ranch|vineyard|plantation|saloon|night ?club|"
    r"casino|bakery|brewery|brothel|beauty (?:salon|parlou?r)|salon|gallery|laundry|laundromat|theat(?:er|re)|cinema|circus|gym|school|orphanage|"
    r"clinic|newspaper|magazine|factory|mill|shipyard|boat|trucking company|taxi company|funeral home|mine|boarding house|toy store|grocery(?: store)?)"
)
_OWN = re.compile(
    rf"\b(?P<pronoun>[Hh]er|[Hh]is) (?:own )?(?:[\w-]+ ){{0,2}}?(?P<his>{_PLACE})\b"
    rf"|\b(?:(?:the|a|an) )?owners? of (?:a|an|the) (?:[\w-]+ ){{0,3}}?(?P<of>{_PLACE})\b"
    rf"|\b(?:owns?|owned|runs?|ran|operates?|inherits?|inherited|manages?) (?:a|an|the) (?:[\w-]+ ){{0,3}}?(?P<has>{_PLACE})\b"
    rf"|\b(?P<noun>{_PLACE}) owner\b"
)
_WOMAN = re.compile(r"\b(?:woman|girl|lady|actress|she|her|wife|widow|daughter|mother|sister|heroine|girlfriend)\b", re.IGNORECASE)
_MAN = re.compile(r"\b(?:man|boy|actor|he|his|husband|widower|son|father|brother|hero|boyfriend)\b", re.IGNORECASE)
# Between the owner's name and the verb; and between a part and who plays it.
_SUBJECT = re.compile(r"[,)]?(?: who)? ")
_PLAYED_BY = re.compile(r",? \(?(?:played|portrayed) by ")
_STORY = frozenset({Role.PLOT, Role.CAST, Role.OTHER, Role.OPINION, Role.MUSIC})


def details(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    """One claim for each owner of whom the document tells one thing."""
    found: dict[str, list[tuple[str, Span]]] = defaultdict(list)
    for sentence in annotations.sentences_in(topic.passage):
        block = annotations.block_of(sentence)
        if block.kind is BlockKind.PARAGRAPH and block.origin is Origin.BODY and sentence.role in _STORY:
            for owner, value, span in _owned(annotations, sentence):
                found[owner].append((value, span))
    for owner, values in found.items():
        if len({value for value, _ in values}) == 1:
            value, span = values[0]
            about = f"what {owner} owns"
            yield claim(
                annotations, topic, Predicate.DETAIL, Detail(about=about, value=value), span, extractor="details", confidence=0.7
            )  # fmt: skip


def _owned(annotations: Annotations, sentence: Sentence) -> Iterator[tuple[str, str, Span]]:
    text = annotations.document.text
    for match in _OWN.finditer(text, sentence.span.start, sentence.span.end):
        value = next(group for group in (match["his"], match["of"], match["has"], match["noun"]) if group)
        before = text[sentence.span.start : match.start()]
        names = (
            list(annotations.mentions_in(Span(sentence.span.start, match.start()), MentionKind.PERSON, MentionKind.NAME))
            if before
            else []
        )
        if match["pronoun"]:
            yield ("the woman" if match["pronoun"].lower() == "her" else "the man"), value, Span(*match.span())
            if len(names) == 1:
                yield names[0].surface, value, Span(*match.span())
            continue
        women, men = len(_WOMAN.findall(before)), len(_MAN.findall(before))
        if women and not men:
            yield "the woman", value, Span(*match.span())
        elif men and not women:
            yield "the man", value, Span(*match.span())
        if match["has"] and names and _SUBJECT.fullmatch(text[names[-1].span.end : match.start()]):
            played = len(names) > 1 and _PLAYED_BY.fullmatch(text[names[-2].span.end : names[-1].span.start])
            yield names[-2 if played else -1].surface, value, Span(*match.span())
