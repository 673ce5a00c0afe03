"""What critics gave and what they said, from the reviews of a record.

A critic or an outlet that the question names must be one of the record's: whoever is not is left to
the sentences. A review that is there and gives no rating is told: to "how many stars?" that is the answer.
"""

import re
from collections.abc import Iterator, Sequence

from filmdossier.ask.from_record import Asked, candidate
from filmdossier.ask.names import is_named
from filmdossier.ask.questions import Question
from filmdossier.ask.wording import FILLER, tokens
from filmdossier.model.film import FilmRecord
from filmdossier.model.reception import Review
from filmdossier.model.text import Evidence

_AGGREGATORS = re.compile(
    r"\b(?:Rotten Tomatoes|Metacritic|Meta ?score|CinemaScore|IMDb|Tomatometer|AlloCin[ée]|Letterboxd|PostTrak)\b", re.IGNORECASE
)
_RATED = re.compile(
    r"\b(?:what|which|how many) (?:star )?(?:rating|grade|score|stars|verdict|marks?|points)\b|\bhow (?:many stars|did .+? (?:rate|grade|score))\b|\bhow highly\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:the|this) (?:review(?:er)?|blog(?:ger)?|writer|author|critic|columnist|article|site|poster)\b", re.IGNORECASE
)
_SAID = re.compile(
    r"^(?:what|how) (?:did|does|do|was|is) .+\b(?:call|say|write|think|describe|feel|conclude|opinion|view|review|judge|find|make of|receive)\b",
    re.IGNORECASE,
)
# All that a question about a review as a whole says beside the names: "what did … say about the ending?" asks for more.
_WHOLE = frozenset(
    "call say write think describe feel conclude opinion view review judge find make receive critic newspaper magazine paper reporter verdict".split()
)
_MOST_WORDS = 25
_FEW = 3


def ratings_asked(question: Question, record: FilmRecord) -> Iterator[Asked]:
    """The rating that a critic or an outlet gave, where the question names one; the document's own where it says "the review"."""
    if not _RATED.search(question.plain) or _AGGREGATORS.search(question.plain):
        return
    reviews = [review for review in record.reviews if _is_asked(review, question)]
    if not reviews and _OWN.search(question.plain):
        reviews = [review for review in record.reviews if review.own]
    rated = [review for review in reviews if review.rating is not None]
    if rated:
        values = [review.rating.raw for review in rated if review.rating is not None]
        evidence = [one for review in rated for one in review.evidence]
        yield Asked(part="review", left_over=(), candidate=candidate(values, evidence, 0.9))
    elif reviews:
        who = reviews[0].critic or reviews[0].outlet or "the reviewer"
        yield Asked(part="review", left_over=(), candidate=None, reason=f"they tell what {who} said, and no rating")


def opinions_asked(question: Question, record: FilmRecord) -> Iterator[Asked]:
    """What a critic or an outlet that the question names said of the film as a whole: the words quoted, else the sentence."""
    if not _SAID.search(question.plain) or not question.names:
        return
    reviews = [review for review in record.reviews if _is_asked(review, question)]
    if not reviews:
        return
    named = {word.casefold() for name in question.names for word in tokens(name)}
    left = [word.casefold() for word in tokens(question.plain)]
    if any(word not in named and word not in FILLER and word not in _WHOLE for word in left):
        return
    values = [quote.quote for review in reviews for quote in review.quotes]
    # A review that is a document of its own is no sentence: its passages are for the text to tell.
    if not values and any(review.own for review in reviews):
        return
    evidence = [one for review in reviews for one in (*_around(review), *review.evidence)]
    yield Asked(
        part="review", left_over=(), candidate=candidate(_short(values or [one.quote for one in evidence[:1]]), evidence, 0.85)
    )


_LIKED = re.compile(
    r"^what (?:(?:exactly )?(?:does|did|do) (?P<who>.+?) (?P<verb>(?:dis)?like|praise|admire|enjoy|love|criticis?z?e|regret|hate|complain about|find fault with|object to|fault|commend)\b"
    r"|(?:bother(?:s|ed)|displeases?d?|annoy(?:s|ed)|irritate[ds]?|put off) (?P<whom>.+?)\W*$)(?P<rest>.*)$",
    re.IGNORECASE,
)
_GOOD = re.compile(r"^(?:like|praise|admire|enjoy|love|commend)", re.IGNORECASE)
_REST = re.compile(r"^\W*(?:(?:most|best|least|especially|about|in|of|the film|it|this|that)\W*)*$", re.IGNORECASE)


def likings_asked(question: Question, record: FilmRecord) -> Iterator[Asked]:
    """What a critic, an outlet or the document's own reviewer praised or found fault with, as the sentence says it."""
    match = _LIKED.match(question.plain)
    if match is None or not _REST.match(match["rest"]):
        return
    reviews = [review for review in record.reviews if _is_asked(review, question)]
    if not reviews and not question.names and _OWN.search(question.plain):
        reviews = [review for review in record.reviews if review.own]
    good = bool(match["verb"] and _GOOD.match(match["verb"]))
    told = [side for review in reviews for side in (review.praised if good else review.criticised)]
    if told:
        evidence = [one for side in told[:_SIDES] for one in side.evidence]
        yield Asked(part="review", left_over=(), candidate=candidate([side.aspect for side in told[:_SIDES]], evidence, 0.8))


_SIDES = 4


def _around(review: Review) -> Sequence[Evidence]:
    return review.quotes if not review.evidence else ()


def _short(values: Sequence[str]) -> list[str]:
    """The shorter of the values, as many as can be read at once; a word or two alone come last."""
    found: list[str] = []
    for value in sorted(dict.fromkeys(values), key=lambda value: (len(value.split()) < _FEW, len(value))):
        if found and len(" ".join((*found, value)).split()) > _MOST_WORDS:
            break
        found.append(value)
    return found


def _is_asked(review: Review, question: Question) -> bool:
    """A critic who is named counts; where none is, an outlet that is named."""
    critics = [name for name in question.names if review.critic and is_named(name, (review.critic,))]
    outlets = [name for name in question.names if review.outlet and is_named(name, (review.outlet,))]
    others = [name for name in question.names if name not in critics and name not in outlets]
    return bool(critics or outlets) and not (others and not critics)
