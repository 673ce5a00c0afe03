"""What the reviews praise and criticise, in words that terminal and page share."""

from filmdossier.model.reception import AspectTally, Said
from filmdossier.model.text import Evidence


def tally_words(tally: AspectTally) -> str:
    """How many reviews praise and criticise a side: "praised by 3, criticised by 1"."""
    sides = (("praised", tally.praised_by), ("criticised", tally.criticised_by))
    return ", ".join(f"{verb} by {number}" for verb, number in sides if number)


def said_evidence(said: Said) -> tuple[Evidence, ...]:
    """The passages behind the summary, in the order of its parts, each once."""
    return tuple(dict.fromkeys(evidence for part in said.summary for evidence in part.evidence))
