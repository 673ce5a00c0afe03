"""Scores of aggregators and links to other films, from a record."""

import re
from collections.abc import Iterator

from filmdossier.ask.from_record import Asked, candidate
from filmdossier.ask.names import is_named
from filmdossier.ask.questions import Question
from filmdossier.model.claim import Relation
from filmdossier.model.film import FilmRecord
from filmdossier.model.reception import AggregatorClaim

_AGGREGATORS = re.compile(
    r"\b(?:Rotten Tomatoes|Metacritic|Meta ?score|CinemaScore|IMDb|Tomatometer|AlloCin[ée]|Letterboxd|PostTrak)\b", re.IGNORECASE
)

_AUDIENCES = re.compile(
    r"\b(?:what|which) (?:grade|mark) (?:did|do) (?:the )?(?:film[- ]?goers|cinema[- ]?goers|audiences?)\b|\bgrade .*\baudiences?\b",
    re.IGNORECASE,
)


def aggregators_asked(question: Question, record: FilmRecord) -> Iterator[Asked]:
    """What an aggregator that the question names is said to show."""
    named = _AGGREGATORS.search(question.plain)
    if named is None and not _AUDIENCES.search(question.plain):
        return
    name = re.sub("tomatometer", "Rotten Tomatoes", named.group(), flags=re.IGNORECASE) if named else "CinemaScore"
    name = re.sub(r"meta ?score", "Metacritic", name, flags=re.IGNORECASE)
    claims = [claim for claim in record.aggregators if is_named(name, (claim.score.name,))]
    values = [(value, claim) for claim in claims for value in (_shown(claim, question.plain),) if value is not None]
    if not values:
        reason = f"none gives that number of {name}" if claims else f"none tells of a score of {name}"
        yield Asked(part="aggregator", left_over=(), candidate=None, reason=reason)
        return
    evidence = [one for _, claim in values for one in claim.evidence]
    yield Asked(part="aggregator", left_over=(), candidate=candidate([value for value, _ in values], evidence, 0.95))


def _shown(claim: AggregatorClaim, text: str) -> str | None:
    score = claim.score
    if re.search(r"\bconsensus\b", text, re.IGNORECASE):
        return score.consensus
    if re.search(r"\bhow many\b", text, re.IGNORECASE):
        return None if score.reviews is None else str(score.reviews)
    if re.search(r"\baverage (?:rating|score|grade)\b|\bout of (?:10|ten)\b", text, re.IGNORECASE) and score.grade is None:
        return None if score.average is None else f"{score.average:g}" + (f"/{score.average_max:g}" if score.average_max else "")
    if score.approval is not None:
        return f"{score.approval:g}%"
    if score.score is not None:
        return f"{score.score:g}" + (" out of 100" if score.name == "Metacritic" else "")
    if score.grade is not None:
        return score.grade
    return None if score.average is None else f"{score.average:g}" + (f"/{score.average_max:g}" if score.average_max else "")


_LINKS: tuple[tuple[frozenset[Relation], re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (frozenset(relations), re.compile(asks, re.IGNORECASE), re.compile(covers, re.IGNORECASE))
    for relations, asks, covers in (
        (
            {Relation.REMADE_AS},
            r"\b(?:was|is|been|has) (?:it |the film )?(?:later |also )?remade\b|\bremade (?:as|into|under)\b|\bits remake\b|\bremake of (?:it|the film)\b(?!.*\bremake of which)|\bas (?:what|which film) was .+ remade\b",
            r"\b(?:remade|remake|later|as|title|under|american|version|hollywood|become|into)\b|\b(?:18|19|20)\d\d\b",
        ),
        (
            {Relation.REMAKE_OF, Relation.BASED_ON_FILM},
            r"\bremake\b|\bremade from\b",
            r"\b(?:remake|remade|original|originally|earlier|version|based|from|year)\b|\b(?:18|19|20)\d\d\b",
        ),
        (
            {Relation.FOLLOWED_BY},
            r"\b(?:followed by|what (?:is|was) (?:the |its )?(?:name of (?:the|its) )?(?:sequel|follow-up)|sequels?(?! (?:to|of))|film(?:s)? followed)\b",
            r"\b(?:followed?|sequels?|follow-up|title|later|came|after|made|have|release[ds]?|was|first|next)\b|\b(?:18|19|20)\d\d\b",
        ),
        (
            {Relation.SEQUEL_TO, Relation.PREQUEL_TO},
            r"\b(?:sequel|prequel|follow-up) (?:to|of)\b|\b(?:to|of) (?:which|what) (?:film|movie) is .+ (?:sequel|prequel|follow-up)\b|\bdoes (?:it|the film) follow\b",
            r"\b(?:sequel|prequel|follow|follows|follow-up|previous|direct)\b",
        ),
        ({Relation.SPIN_OFF_OF}, r"\bspin-?off\b", r"\b(?:spin|off|spin-?off|spinoff|from)\b"),
        (
            {Relation.PART_OF_SERIES},
            r"\b(?:which|what) (?:film )?(?:series|franchise|trilogy|saga)\b",
            r"\b(?:series|franchise|trilogy|saga|part|belong|instal?lment)\b",
        ),
    )
)


def links_asked(question: Question, record: FilmRecord) -> Iterator[Asked]:
    """The films that a question about sequels, remakes and series asks for."""
    for relations, asks, covers in _LINKS:
        if not asks.search(question.plain):
            continue
        links = [link for link in record.connections if link.relation in relations]
        found = None
        if links:
            mean = sum(link.confidence for link in links) / len(links)
            found = candidate([link.film for link in links], [one for link in links for one in link.evidence], mean)
        told = " or ".join(sorted(relation.value.replace("_", " ") for relation in relations))
        yield Asked(
            part="connection",
            left_over=question.left_over(covers),
            candidate=found,
            reason=f"none tells of a film by the link: {told}",
        )
        return
