"""What the reviews praise and criticise, in words that terminal and page share."""

from collections.abc import Iterable

from filmdossier.model.reception import AspectTally, Said
from filmdossier.model.text import Evidence

CITED = 8  # passages that stand behind one count; each review has its own beside it, and the record has all


def first_cited(evidence: Iterable[Evidence]) -> tuple[tuple[Evidence, ...], int]:
    """The passages that are shown behind a count, and how many more there are."""
    passages = tuple(dict.fromkeys(evidence))
    return passages[:CITED], max(len(passages) - CITED, 0)


def tally_words(tally: AspectTally) -> str:
    """How many reviews praise and criticise a side: "praised by 3, criticised by 1"."""
    sides = (("praised", tally.praised_by), ("criticised", tally.criticised_by))
    return ", ".join(f"{verb} by {number}" for verb, number in sides if number)


def said_evidence(said: Said) -> tuple[Evidence, ...]:
    """The passages shown behind the summary, in the order of its parts, each once."""
    return tuple(dict.fromkeys(evidence for part in said.summary for evidence in first_cited(part.evidence)[0]))
