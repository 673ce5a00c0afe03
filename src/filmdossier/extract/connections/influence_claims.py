"""Makes the claims on one influence: that the film was influenced, and, where it is a film, the link to it."""

import re
from collections.abc import Iterator

from filmdossier.extract.named_things import Thing
from filmdossier.extract.statement import claim
from filmdossier.model.annotations import Annotations, Topic
from filmdossier.model.claim import Claim, Connection, Polarity, Predicate, Relation
from filmdossier.model.text import Span

# "An episode of The Twilight Zone", "his years on The Saint television series": like a film, but none.
_BROADCAST = re.compile(
    r"\b(?:[Ee]pisodes? of|[Ss]itcom|[Ss]eason of) [\"“_*]?\0|\0[\"”_*]?,? (?:(?:television|TV|web|animated|radio) (?:series|show|serial|episodes?|sitcom)|sitcom|sketch)\b"
    r"|\0[\"”_*]?, (?:the|an?) (?:[\w-]+ ){0,2}(?:comic(?: book)?|novel|book|play|poem|song|album|painting|opera|ballet|manga|graphic novel)\b"
)
_PERSONS = re.compile(r"\b[A-Z][\w.-]+ (?:[A-Z][\w.-]+ )?[A-Z][\w-]+['’]s? (?:\w+ )?[\"“_]?$")


def _around(annotations: Annotations, span: Span) -> str:
    """The words before and after a title, which itself is one NUL."""
    text = annotations.document.text
    return f"{text[max(0, span.start - 20) : span.start]}\0{text[span.end : span.end + 25]}"


def influence_claims(
    annotations: Annotations,
    topic: Topic,
    thing: Thing,
    confidence: float,
    polarity: Polarity,
    extractor: str,
    *,
    linked: bool = True,
) -> Iterator[tuple[Claim, Span]]:
    """The claims, each with the thing's place; ``confidence`` is that of the influence.

    ``linked`` False: the words tell an influence, hardly a link between two films.
    """
    sure = round(confidence, 3)
    yield (
        claim(
            annotations,
            topic,
            Predicate.INFLUENCED_BY,
            thing.name,
            thing.span,
            extractor=extractor,
            confidence=sure,
            polarity=polarity,
        ),
        thing.span,
    )
    if thing.film is not False and (thing.titled or thing.film) and not _BROADCAST.search(_around(annotations, thing.span)):
        # "Lewis Carroll's Alice in Wonderland" may as well be a book: a person's work that no word calls a film.
        before = annotations.document.text[max(0, thing.span.start - 50) : thing.span.start]
        unsaid = 0.15 if thing.film is None and thing.year is None and _PERSONS.search(before) else 0.06
        value = Connection(relation=Relation.INFLUENCED_BY_FILM, film=thing.name, year=thing.year)
        yield (
            claim(
                annotations,
                topic,
                Predicate.CONNECTION,
                value,
                thing.span,
                extractor=extractor,
                confidence=sure if (thing.film and linked) or extractor == "compared with" else round(sure - unsaid, 3),
                polarity=polarity,
            ),
            thing.span,
        )
