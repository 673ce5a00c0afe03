"""Which printed reviews are one review."""

import pytest

from filmdossier.model.reception import CopyReason
from filmdossier.reception.copies import Printed, copies

_WIRE = "A heist picture with a pulse and no brain, carried by a lead who looks as if he were late for something better."


def counted(*printed: Printed) -> list[tuple[int, int, CopyReason]]:
    return [(copy.index, copy.of, copy.reason) for copy in copies(printed)]


def test_a_critic_counts_once_for_an_outlet_however_it_is_spelt() -> None:
    assert counted(
        ("Nell Harker", "The Harbour Times", "It limps."),
        ("Ada Brandt", "The Harbour Times", "It soars."),
        ("Nell  Harker", "Harbour Times", "Seen again, it limps still."),
    ) == [(2, 0, CopyReason.SAME_CRITIC_AND_OUTLET)]


def test_a_critic_who_writes_anew_for_another_outlet_counts_twice() -> None:
    assert not counted(
        ("Nell Harker", "Harbour Times", "It limps through a plot that its own trailer tells better."),
        ("Nell Harker", "Coast Radio", "Good for a wet Sunday, if the wine is good."),
    )


@pytest.mark.parametrize(
    "other",
    [
        _WIRE,
        _WIRE.upper(),
        _WIRE.replace("A heist picture", "This heist picture").replace("a lead", "a leading man"),
        _WIRE + " The score by the director's brother is louder than the guns and better aimed, which is not saying much.",
        "… a pulse and no brain, carried by a lead who looks as if he were late …",
    ],
)
def test_the_same_words_in_another_outlet_are_a_copy_though_a_desk_has_touched_them(other: str) -> None:
    assert counted(("Nell Harker", "Harbour Times", _WIRE), ("Nell Harker", "Inland Post", other)) == [
        (1, 0, CopyReason.SYNDICATED)
    ]


def test_two_critics_of_one_mind_are_two_critics() -> None:
    assert not counted(("Nell Harker", "Harbour Times", _WIRE), ("Ada Brandt", "Inland Post", _WIRE))


def test_unsigned_wire_copy_is_found_by_its_words() -> None:
    assert counted(("Nell Harker", "Harbour Times", _WIRE), (None, "Inland Post", _WIRE), ("", "Hill Courier", _WIRE)) == [
        (1, 0, CopyReason.SYNDICATED),
        (2, 0, CopyReason.SYNDICATED),
    ]


def test_a_phrase_that_anybody_could_have_written_proves_nothing() -> None:
    assert not counted(("Nell Harker", "Harbour Times", "A rollicking time"), ("Nell Harker", "Inland Post", "A rollicking time"))


def test_reviews_of_nobody_are_each_their_own() -> None:
    assert not counted((None, None, ""), (None, None, ""), ("", "", "Fine."))


def test_a_chain_of_copies_counts_with_the_first() -> None:
    assert [
        copy.of
        for copy in copies([("N. H.", "A", _WIRE), ("N. H.", "B", _WIRE), ("N. H.", "B", "Other words in the evening edition.")])
    ] == [0, 0]


def test_names_without_latin_letters_are_names() -> None:
    assert not counted(("Анна Орлова", "Вечер", "x"), ("Иван Белов", "Вечер", "y"))
    assert counted(("Анна Орлова", "Вечер", "x"), ("анна орлова", "Вечер", "y")) == [(1, 0, CopyReason.SAME_CRITIC_AND_OUTLET)]


def test_unsigned_copy_makes_no_one_critic_of_two() -> None:
    found = counted(("Nell Harker", "Harbour Times", _WIRE), (None, "Inland Post", _WIRE), ("Ada Brandt", "Hill Courier", _WIRE))
    assert found == [(1, 0, CopyReason.SYNDICATED)]


def test_thousands_that_share_a_phrase_are_told_apart() -> None:
    tail = "The whole of this review stands on our site and nowhere else."
    printed: list[Printed] = [
        (None, f"Outlet {n}", f"{' '.join(chr(97 + n // 26**k % 26) * 5 for k in range(9))} {tail}") for n in range(3000)
    ]
    printed += [("Staff", "Harbour Times", f"Notice number {n}") for n in range(3000)]
    found = copies(printed)
    assert sum(copy.reason is CopyReason.SAME_CRITIC_AND_OUTLET for copy in found) == 2999
