"""What the reader is trained on: leaks found, names tagged, the treebank read right."""

import pytest
from training.reader.examples import IGNORE, glue
from training.reader.leaks import Kept
from training.reader.mentions import TAGS, columns, decode, encode, treebank_names, with_names
from training.reader.opinions import Line, part_of, without_leaks
from training.reader.treebank import inventory, sentences

_CONLLU = """# text = Carla's bar doesn't open.
1-2\tCarla's\t_\t_\t_\t_\t_\t_\t_\t_
1\tCarla\tCarla\tPROPN\tNNP\t_\t3\tnmod:poss\t_\tEntity=(1-place-new-nnnnn-cf1-1-sgl(2-person-new-nnnnn-cf1-1-sgl)
2\t's\t's\tPART\tPOS\t_\t1\tcase\t_\t_
3\tbar\tbar\tNOUN\tNN\t_\t6\tnsubj\t_\tEntity=1)
4-5\tdoesn't\t_\t_\t_\t_\t_\t_\t_\t_
4\tdoes\tdo\tAUX\tVBZ\t_\t6\taux\t_\t_
5\tn't\tnot\tPART\tRB\t_\t6\tadvmod\t_\t_
6\topen\topen\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
7\t.\t.\tPUNCT\t.\t_\t6\tpunct\t_\t_
"""


@pytest.mark.parametrize(
    ("text", "leaks"),
    [
        ("A SMALL gem , of a film", True),  # the same words
        ("one says: the slowest and dullest of all the chases that were ever filmed", True),  # eight in a row
        ("the slowest and dullest of all chases", False),
        ("a small gem", False),
    ],
)
def test_what_is_measured_on_is_recognised(text: str, leaks: bool) -> None:
    kept = Kept(["A small gem of a film.", "The slowest and dullest of all the chases that were ever filmed!"])
    assert kept.leak(text) is leaks


def test_leaks_are_removed_across_sets_and_repetitions_within_them() -> None:
    measured = Line(text="A film to miss.", label=0, part="test")
    copy = Line(text="a film to miss", label=0, part="train")
    other = Line(text="A film to see twice.", label=1, part="train")
    found = without_leaks({"one": [measured], "two": [copy, other, other]})  # type: ignore[dict-item]
    assert found == {"one": [measured], "two": [other]}


def test_parts_never_change() -> None:
    assert [part_of(f"film {number}") for number in range(8)] == [part_of(f"film {number}") for number in range(8)]
    assert {part_of(f"film {number}") for number in range(100)} == {"train", "dev", "test"}


def test_tags_and_names_lead_to_each_other() -> None:
    names = [(0, 2, "person"), (2, 3, "person"), (5, 7, "work")]
    assert decode(encode(8, names)) == names


def test_the_first_of_two_names_that_overlap_holds() -> None:
    assert decode(encode(4, [(0, 3, "work"), (1, 2, "person")])) == [(0, 3, "work")]


def test_an_inside_without_a_beginning_begins_a_name() -> None:
    assert decode([0, TAGS.index("I-place"), TAGS.index("I-work")]) == [(1, 2, "place"), (2, 3, "work")]


def test_known_names_are_tagged_and_other_capitals_left_open() -> None:
    named = with_names("Then Salma Hayek leaves Acuña.", {"Salma Hayek": "person"}, "train")
    assert named.words == ("Then", "Salma", "Hayek", "leaves", "Acuña", ".")
    assert named.tags == (IGNORE, TAGS.index("B-person"), TAGS.index("I-person"), 0, IGNORE, 0)


def test_a_type_that_is_not_ours_costs_nothing() -> None:
    (named,) = columns("Oscar\tB-award\nnight\tO\nRoswell\tB-event\n", "train", "\t")
    assert named.tags == (TAGS.index("B-award"), 0, IGNORE)


def test_the_treebank_s_contractions_are_glued_and_its_heads_kept() -> None:
    (parsed,) = sentences(_CONLLU)
    assert parsed.words == ("Carla", "'s", "bar", "does", "n't", "open", ".")
    assert parsed.glued == (False, True, False, False, True, False, True)
    assert parsed.heads == (3, 1, 6, 6, 6, 0, 6)
    assert "root" not in inventory([parsed]).relations


def test_the_treebank_s_names_are_those_of_proper_nouns_only() -> None:
    (named,) = treebank_names(sentences(_CONLLU), "train")
    assert decode(named.tags) == [(0, 1, "person")]


def test_spacing_is_put_back() -> None:
    words = ["it", "'s", '"', "fun", '"', "(", "mostly", ")", "."]
    assert glue(words) == [False, True, False, True, True, False, True, True, True]
