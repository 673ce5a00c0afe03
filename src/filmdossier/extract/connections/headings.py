"""Reads the films that a part headed "Sequel" or "Remake" is about: they open a sentence, or the note names their page."""

import re
from collections.abc import Iterator

from filmdossier.extract.connections.claims import link_claims
from filmdossier.extract.polarity import polarity_of
from filmdossier.extract.works import is_own, works_in
from filmdossier.model.annotations import Annotations, Topic
from filmdossier.model.claim import Claim, Polarity, Relation
from filmdossier.model.text import BlockKind, MarkKind, Origin
from filmdossier.model.titles import title_year

_SEQUELS = re.compile(r"^(?:(?:[\w-]+ )?sequels?(?: .*)?|follow-ups?)$", re.IGNORECASE)
_REMAKES = re.compile(r"^(?:remakes?(?: .*)?|(?:[\w-]+ )?remakes?|adaptations?)$", re.IGNORECASE)
# "Sequels and spin-offs" names pages of both.
_NOTHING_ELSE = re.compile(r"^(?:(?:[\w-]+ )?sequels?|follow-ups?|remakes?)$", re.IGNORECASE)
_MAIN = re.compile(r"^Main articles?: ")
_NO_FILM = re.compile(
    r"\b(?:list of|franchise|characters|soundtrack|score|music|series|novel|book|play|musical|album|song|comics?|video game|game|character|season|miniseries|in other media)\b|#",
    re.IGNORECASE,
)


def under_headings(annotations: Annotations, topic: Topic) -> Iterator[Claim]:
    """The films that open what stands under "Sequel" and "Remake"."""
    text = annotations.document.text
    for block in annotations.blocks_in(topic.passage, BlockKind.PARAGRAPH):
        heading = block.section[-1] if block.section else ""
        relation = Relation.FOLLOWED_BY if _SEQUELS.match(heading) else Relation.REMADE_AS if _REMAKES.match(heading) else None
        if relation is None:
            continue
        if block.origin is Origin.NOTE and _MAIN.match(block.span.of(text)):
            if not _NOTHING_ELSE.match(heading):
                continue
            # The part is about the page that its note names.
            for mark in annotations.marks_in(block.span, MarkKind.LINK):
                named = title_year(mark.target.replace("_", " ").split("/")[-1])
                if not _NO_FILM.search(mark.target) and not is_own(topic, named.title):
                    yield from link_claims(
                        annotations, topic, relation, title_year(mark.span.of(text)).title, named.year, mark.span, 0.7, Polarity.ASSERTED, "connection note"
                    )  # fmt: skip
            continue
        for sentence in annotations.sentences_in(block.span):
            works = works_in(annotations, topic, sentence.span)
            if not works or works[0].own or not works[0].italic or works[0].span.start - sentence.span.start > 4:
                continue
            words = text[works[0].span.end : sentence.span.end]
            verb = (
                r"\b(?:released|premiered|aired|opened|sequel|followed)\b"
                if relation is Relation.FOLLOWED_BY
                else r"\b(?:remake|remade|based on|version|adaptation)\b"
            )
            if (
                re.match(r"['’\"”]*\s*(?:\(|,|(?:is|was|were|has|had|aired|premiered|came|followed)\b)", words)
                and re.search(verb, words)
                and not re.search(r"\b(?:would|will|planned|announced)\b", words[:60])
            ):
                yield from link_claims(
                    annotations, topic, relation, works[0].title, works[0].year, works[0].span, 0.65, polarity_of(words[:80]), "connection heading"
                )  # fmt: skip
