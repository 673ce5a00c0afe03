"""What stands after "as" where the name before it is the part that somebody plays."""

from filmdossier.annotate import annotate
from filmdossier.extract import extract
from filmdossier.model.claim import CastMember
from support.prose import document


def cast(*paragraphs: str) -> set[tuple[str, str | None]]:
    made = document("Night Ferry is a 1951 drama film by Ann Lee, with Antonio Banderas.", *paragraphs)
    values = [claim.value for claim in extract(made, annotate(made))]
    return {(value.actor, value.character) for value in values if isinstance(value, CastMember) and value.character}


def test_how_a_part_is_played_is_no_part() -> None:
    assert cast("Banderas moves like a dancer, and he plays El Mariachi as a man who is ashamed of his skill.") == set()
    assert ("Johnny Lovo", "coward") not in cast("Osgood Perkins plays Johnny Lovo as a coward.")


def test_who_is_seen_as_a_part() -> None:
    assert ("Salma Hayek", "Carolina") in cast("There is also Salma Hayek as Carolina, who is superb.")
