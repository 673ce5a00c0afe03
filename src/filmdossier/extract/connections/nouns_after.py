"""Reads links told after the other film's title: "X, the sequel, opened", "X (1999) is a remake of the film".

The other film stands first here, and a noun behind it says what it is to this one.
"""

import re
from collections.abc import Iterator, Sequence

from filmdossier.extract.connections.claims import link_claims
from filmdossier.extract.named_things import other_subject
from filmdossier.extract.polarity import polarity_of
from filmdossier.extract.works import Work, is_own, works_in
from filmdossier.model.annotations import Annotations, Sentence, Topic
from filmdossier.model.claim import Claim, Polarity, Relation
from filmdossier.model.text import MarkKind
from filmdossier.model.titles import names_no_film, title_year

_GAP = r"[’'\"”]{0,2}(?: \([^()]{0,40}\))?"
_KIND = r"(?:[\w-]+ ){0,3}?"
_THIS = r"(?:the|this) (?:film|movie|picture|original|1\d{3} film|20\d\d film)\b|it\b"
_OF_THIS = re.compile(
    rf"{_GAP}(?:,| is| was|,? which (?:is|was)) (?:an? |the |its )?{_KIND}(?P<noun>sequel|follow-up|prequel|continuation|remake|reboot|reworking|retelling) (?:to|of) (?:{_THIS})"
)
_APPOSED = re.compile(
    rf"{_GAP}, (?:the|its|a) (?:(?:\w+ )?{_KIND}(?P<noun>sequel|follow-up|remake|prequel)|(?:second|third|fourth|fifth|next|final|last) (?:film|movie|instal?lment|part|entry|chapter) (?:in|of) (?:the|this) (?:same )?(?:series|franchise|trilogy|saga))\b(?! (?:to|of) )"
)
_BASED_ON_THIS = re.compile(
    rf"{_GAP}(?: is| was|,? which (?:is|was))(?: also| loosely| partly| closely| in turn)* (?P<noun>based on|adapted from|an? (?:[\w-]+ ){{0,3}}?(?:adaptation|version) of) (?:(?:the|this) (?:film|movie|picture|1\d{{3}} film)\b)"
)
_CONTINUES = re.compile(
    r"\b(?:(?:[Tt]he )?(?:story|plot|saga|adventures?|tale|characters?)[^.;,]{0,40}? (?:continues?|continued|returns?|returned|resumes?|goes on|went on|(?:is|was) (?:continued|taken up|picked up)) in|(?:two|three|four|\w+) sequels followed:|(?:[Tt]wo|[Tt]hree|[Aa]) (?:more )?sequels? followed,) "
)
_BEGAN = re.compile(
    r"\b(?:second|third|fourth|fifth|last|final|next|concluding|closing|middle) (?:film|movie|part|entry|instal?lment|chapter)s? (?:in|of) [^.;]{0,70}?,? (?:after|following|preceded by|(?:that|which) (?:began|started|opened) with) "
)
_VERSION = re.compile(
    r"\b(?:second|third|fourth|latest|another) (?:(?:film|screen|cinema|movie) )?(?:version|adaptation|filming)s? [^.;]{0,60}?,? (?:after|following) "
)
_LINKED_NOUN = re.compile(
    r"(?:an? |the |its )?(?:(?P<year>(?:19|20)\d\d) )?(?:[\w-]+ ){0,2}?(?:sequel|follow-up|prequel|remake|(?:second|third|fourth|fifth|sixth|next|final) (?:film|movie|part|entry|instal?lment|chapter))(?: in (?:19|20)\d\d)?"
)
_UNMADE = re.compile(
    r"\b(?:planned|proposed|announced|cancell?ed|unmade|unproduced|in (?:the works|development)|never (?:made|released)|would)\b"
)


def linked_before(annotations: Annotations, topic: Topic, sentence: Sentence) -> Iterator[Claim]:
    """Claims on films whose title stands before what they are to this one, or after words that set an order."""
    text, span = annotations.document.text, sentence.span
    works = [work for work in works_in(annotations, topic, span) if not work.own and work.film is not False]
    for work in works:
        for pattern in (_OF_THIS, _BASED_ON_THIS, _APPOSED):
            match = pattern.match(text, work.span.end, span.end)
            if match is None or text.count('"', span.start, work.span.start - 1) % 2:
                continue
            later = work.year is None or topic.year is None or work.year >= topic.year
            remake = pattern is _BASED_ON_THIS or (match["noun"] or "") in ("remake", "reboot", "reworking", "retelling")
            if not later:
                continue
            relation = Relation.REMADE_AS if remake else Relation.FOLLOWED_BY
            around = text[max(span.start, work.span.start - 40) : min(match.end() + 60, span.end)]
            polarity = Polarity.PLANNED if _UNMADE.search(around) else polarity_of(text[span.start : work.span.start][-60:])
            # "…, a sequel" may be another film's: only the word for this film makes it sure.
            sure = 0.75 if pattern is _OF_THIS else 0.55
            yield from link_claims(
                annotations, topic, relation, work.title, work.year, work.span, sure, polarity, "link after the title"
            )  # fmt: skip
            break
    for pattern, relation in (
        (_CONTINUES, Relation.FOLLOWED_BY), (_BEGAN, Relation.SEQUEL_TO), (_VERSION, Relation.REMAKE_OF)
    ):  # fmt: skip
        for match in pattern.finditer(text, span.start, span.end):
            near = [work for work in works if match.end() <= work.span.start <= match.end() + 45]
            listed = _run(text, works, near[0].span.start) if near else []
            # Of several films before this one, the last is the one that it follows.
            for work in listed if relation is Relation.FOLLOWED_BY else listed[-1:]:
                earlier = work.year is not None and topic.year is not None and work.year > topic.year
                if (relation is Relation.FOLLOWED_BY) or not earlier:
                    yield from link_claims(
                        annotations, topic, relation, work.title, work.year, work.span, 0.6, Polarity.ASSERTED, "order of films"
                    )  # fmt: skip


def _run(text: str, works: Sequence[Work], start: int) -> list[Work]:
    """The works from ``start`` on that commas and "and" join."""
    out: list[Work] = []
    for work in works:
        if work.span.start < start:
            continue
        gap = text[out[-1].span.end : work.span.start] if out else ""
        if out and not re.fullmatch(
            r"[’'\"”]{0,2}(?: \([^()]{0,60}\))?(?:, (?:which|whose|with|where|for which) [^;.()]{1,60})?(?:, (?:and )?| and | & )(?:the |in )?[\"“‘']?",
            gap,
        ):
            break
        out.append(work)
    return out


def linked_nouns(annotations: Annotations, topic: Topic, sentence: Sentence) -> Iterator[Claim]:
    """Claims on films that only a link names: "prompted [a 1976 sequel]", where the link leads to the sequel's page."""
    text, span = annotations.document.text, sentence.span
    for mark in annotations.marks_in(span, MarkKind.LINK):
        words = _LINKED_NOUN.fullmatch(mark.span.of(text))
        named = title_year(mark.target.replace("_", " ").split("/")[-1])
        after = text[mark.span.end : mark.span.end + 6]
        if words is None or not named.title[:1].isupper() or names_no_film(named.title) or re.match(r" (?:to|of)\b", after):
            continue
        generic = re.fullmatch(r"(?:Film )?(?:sequel|prequel|remake|follow-up|series|Sequel|Prequel|Remake)s?", named.title)
        if (
            generic
            or "#" in mark.target
            or is_own(topic, named.title)
            or other_subject(annotations, topic, span.start, mark.span.start)
        ):
            continue
        year = named.year or (int(words["year"]) if words["year"] else None)
        if year is not None and topic.year is not None and year < topic.year:
            continue
        relation = Relation.REMADE_AS if "remake" in words.group() else Relation.FOLLOWED_BY
        around = text[max(span.start, mark.span.start - 40) : min(mark.span.end + 40, span.end)]
        polarity = Polarity.PLANNED if _UNMADE.search(around) else polarity_of(text[span.start : mark.span.start][-60:])
        yield from link_claims(annotations, topic, relation, named.title, year, mark.span, 0.7, polarity, "linked noun")
