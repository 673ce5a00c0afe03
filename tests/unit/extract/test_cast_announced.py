"""Performers whom an opening announces without a list after "starring"."""

import pytest

from filmdossier.annotate import annotate
from filmdossier.extract.cast import cast
from filmdossier.extract.cast.opening import opening_cast
from filmdossier.model.claim import CastMember, Polarity
from support.prose import document


def performers(*sentences: str) -> set[str]:
    annotations = annotate(document(" ".join(("Night Ferry is a 1951 drama film directed by Carl Berg.", *sentences))))
    (topic,) = annotations.topics
    claims = [*cast(annotations, topic), *opening_cast(annotations, topic)]
    return {c.value.actor for c in claims if isinstance(c.value, CastMember) and c.polarity is Polarity.ASSERTED}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ines Roy, Per Dahl and Ana Mota are among the supporting cast.", {"Ines Roy", "Per Dahl", "Ana Mota"}),
        ("Ines Roy, Per Dahl and Ana Mota round out the rest of the cast.", {"Ines Roy", "Per Dahl", "Ana Mota"}),
        ("Also in the cast is Ines Roy.", {"Ines Roy"}),
        ("Among the supporting cast are Ines Roy and Per Dahl.", {"Ines Roy", "Per Dahl"}),
        ("Reprising their roles from the first film are Ines Roy and, in a brief flashback, Per Dahl.", {"Ines Roy", "Per Dahl"}),
        ("Ines Roy and Per Dahl reprise their roles from the first film.", {"Ines Roy", "Per Dahl"}),
        ("Ines Roy stars as a pilot, with Per Dahl, Ana Mota, and Jon Lund co-starring.", {"Ines Roy", "Per Dahl", "Ana Mota", "Jon Lund"}),
        ("Ines Roy stars as Mira Holm, with Per Dahl and Ana Mota.", {"Ines Roy", "Per Dahl", "Ana Mota"}),
        ("Ines Roy stars as Mira Holm, opposite Per Dahl and Ana Mota.", {"Ines Roy", "Per Dahl", "Ana Mota"}),
        ("Ines Roy served as a producer, and starred in the film with Per Dahl.", {"Ines Roy", "Per Dahl"}),
        ("The film marked Ines Roy's film debut.", {"Ines Roy"}),
        ("It was the penultimate film of Per Dahl and the first lead role of Ines Roy.", {"Per Dahl", "Ines Roy"}),
        ("Ines Roy makes her motion picture debut.", {"Ines Roy"}),
        ("Ines Roy appears in the film.", {"Ines Roy"}),
        ("It was written by Ines Roy, who also portrays one of the sailors.", {"Ines Roy"}),
        ("It was written by Ines Roy, who also makes a cameo appearance.", {"Ines Roy"}),
        ("It was produced by its star, Ines Roy.", {"Ines Roy"}),
        ("It stars Per Dahl as well as Berg himself.", {"Per Dahl", "Carl Berg"}),
        ("The ferry's voice is provided by Ines Roy.", {"Ines Roy"}),
        ("Carl Berg directed Ines Roy and Per Dahl in the drama.", {"Ines Roy", "Per Dahl"}),
        ("It stars Ines Roy,\nPer Dahl, and Ana Mota.", {"Ines Roy", "Per Dahl", "Ana Mota"}),
        ("The film stars the Holm Brothers and also features Ines Roy.", {"Holm Brothers", "Ines Roy"}),
        ("Ines Roy is hunted by three smugglers, played by Per Dahl, Ana Mota, and Jon Lund.", {"Per Dahl", "Ana Mota", "Jon Lund"}),
        ("It stars then husband-and-wife Ines Roy and Per Dahl.", {"Ines Roy", "Per Dahl"}),
        ("It stars R&B singer/actress Ines Roy, Per Dahl, and Ana Mota.", {"Ines Roy", "Per Dahl", "Ana Mota"}),
        ("Ines Roy, Per Dahl, and Ana Mota join the cast.", {"Ines Roy", "Per Dahl", "Ana Mota"}),
    ],
)  # fmt: skip
def test_announced(sentence: str, expected: set[str]) -> None:
    assert performers(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Other actors considered for the part include Ines Roy and Per Dahl.",
        "Several actresses, including Ines Roy, were rumored to star.",
        "Ines Roy, who played the captain in the original stage production, wrote the songs.",
        "Ines Roy starred in the play version.",
        "It marked the directorial debut of Ines Roy.",
        "It was Carl Berg's final film.",
        "It has sympathetic portrayals of Sitting Bull and Crazy Horse.",
        "It features archival footage of celebrities, including Ines Roy and Per Dahl.",
    ],
)
def test_not_of_this_cast(sentence: str) -> None:
    assert performers(sentence) == set()


def test_a_list_ends_where_the_next_sentence_part_has_its_own_subject() -> None:
    assert performers("Starring Ines Roy and Per Dahl, The Return is the second of two.") == {"Ines Roy", "Per Dahl"}


def test_a_surname_is_the_person_named_before_it() -> None:
    sentence = "It was written by Jon Lund. It stars Lund, Per Dahl and Eva Lund."
    assert performers(sentence) == {"Jon Lund", "Per Dahl", "Eva Lund"}


def test_half_a_name_is_nobody() -> None:
    assert performers("It stars Per Dahl and his sons Otto and Ricky Dahl.") == {"Per Dahl", "Ricky Dahl"}


def test_a_word_of_billing_at_the_end_of_a_sentence_names_nobody() -> None:
    assert performers("Ines Roy was offered it while she was starring") == set()
