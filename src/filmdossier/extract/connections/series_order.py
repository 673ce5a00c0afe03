"""Reads what comes before and after the film in a series that one sentence sets out.

"The second Grau film, after X (1959) and before Y (1963)", "the first of four with Ritter as Grau, the others being X, Y and Z",
"Ritter reprises his role from X": the words say that the films belong together, the years which of them follows.
"""

import re
from collections.abc import Iterator

from filmdossier.extract.connections.claims import link_claims
from filmdossier.extract.named_things import other_subject
from filmdossier.extract.polarity import polarity_of
from filmdossier.extract.works import Work, is_older, works_in
from filmdossier.model.annotations import Annotations, Role, Sentence, Topic
from filmdossier.model.claim import Claim, Polarity, Relation
from filmdossier.model.text import Span

_ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final|next|latest|opening|middle|concluding|only|one|part)"
_SERIES = r"(?:(?:[Ss]eries|[Tt]rilogy|[Tt]etralogy|[Ff]ranchise|[Ss]aga|[Cc]ycle|instal?lments)\b|(?:films|movies|pictures|two|three|four|five|six|seven|eight) (?:in which|with|starring|featuring|about)\b)"
_BELONGS = re.compile(
    rf"\b(?:{_ORDINAL}(?: and (?:\w+ )?{_ORDINAL})?(?: [\w-]+){{0,3}}? (?:in|of) (?:(?!gross|best|greatest|top |nomin|award)[^.;]){{0,80}}?\b{_SERIES}|(?:forms?|completes?|concludes?|opens?|begins?|belongs to) [^.;]{{0,60}}?\b(?:series|trilogy|tetralogy|saga|cycle)\b)"
    r"[^.;]{0,70}?(?:\b(?:after|following|before|between|preceded by|followed by|with|includ(?:es?|ing)|comprises|consist(?:s|ing) of|the others?(?: (?:being|are|were))?|others are|alongside|together with|along with|beside)\b|:|\()"
)
# "Ritter reprises his role from X", "reprised the part in X".
_REPRISED = re.compile(
    r"\b(?:repris(?:es?|ed|ing)|return(?:s|ed|ing)? to|resum(?:es?|ed|ing)) (?:(?:his|her|their|the) (?:\w+ )?(?:roles?|parts?|characters?)|[A-Z][\w ]{2,30})(?: (?:as|of) [^,.;]{2,50}?)? (?P<how>from|in|for) "
)
# "They made a second film about the inspector, X".
_FURTHER = re.compile(
    r"\b(?:made|shot|filmed|directed|produced|starred in|teamed up for|reunited for) (?:a|another|two|three) (?:(?:second|third|further|more|other|later|another) )?(?:films?|movies?|pictures?|cases?|adventures?) (?:about|with|around|of|featuring) (?:the )?(?:same )?[^.;:]{2,50}?(?:,|:) (?:both )?"
)
_GUEST = re.compile(r"\b(?:cameo|guest|briefly|special appearance|voice)\b", re.IGNORECASE)
_OTHER_KIND = re.compile(
    r"\b(?:novels?|books?|plays?|stage|musicals?|television|TV|series|episodes?|video games?|games?|comics?|opera|radio|Broadway|short story|soap)\b[^,;]{0,12}$"
)
_UNMADE = re.compile(r"\b(?:planned|announced|cancell?ed|unmade|proposed|was to|were to|would|wanted|never)\b")


def series_order(annotations: Annotations, topic: Topic, sentence: Sentence) -> Iterator[Claim]:
    """Claims on the films before and after this one that a sentence on their series names."""
    text, span = annotations.document.text, sentence.span
    if topic.year is None or sentence.role in (Role.PLOT, Role.AWARDS, Role.MUSIC):
        return
    works = [work for work in works_in(annotations, topic, span) if not work.own and work.film is not False]
    for match in _BELONGS.finditer(text, span.start, span.end):
        if other_subject(annotations, topic, span.start, match.start()) is not None:
            continue
        listed = _run(text, [work for work in works if work.span.start >= match.end()], match.end())
        yield from _ordered(annotations, topic, listed, span, match.start(), 0.6)
    for match in _REPRISED.finditer(text, span.start, span.end):
        if _GUEST.search(text, span.start, span.end):
            continue
        near = _run(text, [work for work in works if work.span.start >= match.end()], match.end())[:2]
        # A part is played again in what follows, and comes "from" what was before.
        yield from _ordered(annotations, topic, [w for w in near if is_older(topic, w) is (match["how"] == "from")], span, match.start(), 0.58)  # fmt: skip
    for match in _FURTHER.finditer(text, span.start, span.end):
        near = [work for work in works if work.span.start >= match.end() and work.span.start - match.end() <= 2]
        later = [work for work in _run(text, near, match.end()) if is_older(topic, work) is not True]
        yield from _stated(annotations, topic, later, Relation.FOLLOWED_BY, span, match.start(), 0.58)


def _ordered(annotations: Annotations, topic: Topic, works: list[Work], span: Span, cue: int, sure: float) -> Iterator[Claim]:
    """Of the older works the last is the one that this film follows; all younger ones follow it."""
    older = [work for work in works if is_older(topic, work)]
    last = max(older, key=lambda work: work.year or max(work.known), default=None)
    yield from _stated(annotations, topic, [last] if last else [], Relation.SEQUEL_TO, span, cue, sure)
    yield from _stated(annotations, topic, [w for w in works if is_older(topic, w) is False], Relation.FOLLOWED_BY, span, cue, sure)  # fmt: skip


def _stated(
    annotations: Annotations, topic: Topic, works: list[Work], relation: Relation, span: Span, cue: int, sure: float
) -> Iterator[Claim]:
    text = annotations.document.text
    for work in works:
        if _OTHER_KIND.search(text[max(span.start, work.span.start - 40) : work.span.start]):
            continue
        polarity = (
            Polarity.PLANNED
            if _UNMADE.search(text[span.start : work.span.start][-80:])
            else polarity_of(text[span.start : cue][-60:])
        )
        yield from link_claims(annotations, topic, relation, work.title, work.year, work.span, sure, polarity, "order in a series")


_GAP = re.compile(
    r"[’'\"”]{0,2}(?:,? ?\([^()]{0,60}\)|,? \d{4}\)?)?(?:,? (?:in|from|of) (?:19|20)\d\d)?(?:,|;|,? and|,? as well as|, followed by|,? but before|,? before|,? preceding)?"
    r"(?: (?:before|and|then|also|followed by|preceding|after|by|the|later|in|\d{4}))* ?[(\"“‘_]?"
)


def _run(text: str, works: list[Work], start: int) -> list[Work]:
    """The works of the list right behind ``start``."""
    found: list[Work] = []
    for work in works:
        gap = text[found[-1].span.end if found else start : work.span.start]
        if not _GAP.fullmatch(gap) if found else len(gap) > 60 or re.search(r"[.;]|\b(?:directed|wrote|written|who)\b", gap):
            break
        found.append(work)
    return found
