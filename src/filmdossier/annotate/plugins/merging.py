"""Joins what a plug-in found with what the rules found.

Annotations and a plug-in enter; annotations with its mentions and words leave. The rule, for
mentions that share a character:

- a name from the plug-in takes the place of names from the rules;
- a work from the plug-in takes the place of works from the rules and of names with the same span;
  names inside a title stay, as they do among the rules;
- works that the rules know from markup (italics) stay whatever the plug-in says: the author of the
  document set them;
- dates, amounts, nationalities, genres and quotations are the rules' alone.

Words come from one parser or from the other, never mixed: their heads point at each other.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from filmdossier.annotate.plugins.additions import GIVEN, NAMES, Plugin
from filmdossier.model.annotations import Annotations, Mention, MentionKind, PluginReport
from filmdossier.model.text import Span

_ORDER = {kind: rank for rank, kind in enumerate(MentionKind)}
_FROM_MARKUP = 0.8  # the score of works in italics


def plug(annotations: Annotations, plugin: Plugin) -> Annotations:
    """The annotations with what ``plugin`` finds in their document, and a report of it."""
    found = plugin.read(annotations)
    given = _disjoint(mention for mention in found.mentions if mention.kind in GIVEN)
    report = PluginReport(annotator=plugin.name, mentions=len(given), unanchored=found.unanchored, unusable=found.unusable)
    return replace(
        annotations,
        mentions=merged(annotations.mentions, given),
        words=found.words or annotations.words,
        plugins=(*annotations.plugins, report),
    )


def merged(rules: Sequence[Mention], given: Sequence[Mention]) -> tuple[Mention, ...]:
    """Both sorted as mentions are: by start, the longer first."""
    marked = {mention.span for mention in rules if mention.kind is MentionKind.WORK and mention.score >= _FROM_MARKUP}
    names = [mention.span for mention in given if mention.kind in NAMES]
    works = [mention.span for mention in given if mention.kind is MentionKind.WORK]
    whole = set(works)
    kept = [
        mention
        for mention in rules
        if not (
            (mention.kind in NAMES and (mention.span in whole or _overlaps(mention.span, names)))
            or (mention.kind is MentionKind.WORK and mention.span not in marked and _overlaps(mention.span, works))
        )
    ]
    taken = {(mention.span, mention.kind) for mention in kept}
    kept += [mention for mention in given if (mention.span, mention.kind) not in taken]
    return tuple(sorted(kept, key=lambda mention: (mention.span.start, -mention.span.end, _ORDER[mention.kind])))


def _disjoint(mentions: Iterable[Mention]) -> list[Mention]:
    """Of names that overlap the longest, and of works; a name may lie inside a work. In text order."""
    chosen: dict[bool, list[Mention]] = {True: [], False: []}
    for mention in sorted(mentions, key=lambda m: (-len(m.span), m.span.start, -m.score, _ORDER[m.kind])):
        group = chosen[mention.kind is MentionKind.WORK]
        at = bisect_left(group, mention.span.start, key=lambda other: other.span.start)
        if not any(other.span.overlaps(mention.span) for other in group[max(at - 1, 0) : at + 1]):
            group.insert(at, mention)
    whole = {mention.span for mention in chosen[True]}
    names = [mention for mention in chosen[False] if mention.span not in whole]
    return sorted((*chosen[True], *names), key=lambda mention: (mention.span.start, -mention.span.end))


def _overlaps(span: Span, others: Sequence[Span]) -> bool:
    """Whether the span shares a character with one of the others, which are disjoint and in order."""
    at = bisect_left(others, span.start, key=lambda other: other.start)
    return any(other.overlaps(span) for other in others[max(at - 1, 0) : at + 1])
