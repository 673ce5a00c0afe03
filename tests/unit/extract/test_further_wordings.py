"""Further wordings for the music heard, the money taken, the first showing and what a film owes to others."""

from filmdossier.extract.connections import influences
from filmdossier.extract.money import money
from filmdossier.extract.music import music
from filmdossier.extract.releases import releases
from support.claims import Extractor, stated

LEAD = "'''''Night Ferry''''' is a 1951 drama film.\n\n"


def page(extractor: Extractor, sentence: str, heading: str) -> dict[str, set[str]]:
    return stated(extractor, f"{LEAD}== {heading} ==\n{sentence}")


def test_who_is_heard_on_the_soundtrack() -> None:
    sentence = "Dire Straits, Link Wray and Tito & Tarantula are also heard on the soundtrack album."
    assert page(music, sentence, "Music") == {"soundtrack_artist": {"Dire Straits", "Link Wray", "Tito & Tarantula"}}


def test_things_that_are_heard_are_no_artists() -> None:
    for sentence in ("The theme and a waltz are heard in the film.", "Gunshots are heard on the soundtrack and in the film."):
        assert "soundtrack_artist" not in page(music, sentence, "Music")


def test_what_a_film_took() -> None:
    assert page(money, "Made for about $25 million, it took $45.4 million in North America.", "Release")["box_office"] == {
        "$45.4 million"
    }
    assert "box_office" not in page(money, "It took three years and a loan of $5 to finish.", "Release")


def test_a_first_showing() -> None:
    assert "Cannes" in "".join(
        page(releases, "It had its first showing at the Cannes Film Festival in May 1951.", "Release")["premiere"]
    )


def test_debts() -> None:
    review = "---\nfilm: Night Ferry\nyear: 1951\n---\n\nNight Ferry is fun, and the debt to Sergio Leone and John Woo is paid back with interest."
    assert stated(influences, review, "r.md")["influenced_by"] == {"Sergio Leone", "John Woo"}
