"""The choice among persons by the trained network, and what it looks at."""

import numpy
import pytest

from filmdossier.extract.story.antecedents import WIDTH, Asked, Option, rows
from filmdossier.extract.story.mentioned import Form, History, Mentioned
from filmdossier.extract.story.persons import Person
from filmdossier.extract.story.scorer import Scorer, scorer

SHE = Asked(kind="f", sentence=2, index=0, relation="nsubj", quote=-1)


def spoken_of(*persons: Person) -> History:
    """A history in which each is the subject of a sentence of its own."""
    history = History()
    for number, person in enumerate(persons):
        history.add(Mentioned(person, number, 0, 1.0, 1.0, Form.NAME, "nsubj", -1, number))
    return history


def test_each_option_has_a_row_and_nobody_the_last() -> None:
    ana, siri = Person(name="Ana", named=True, gender="f"), Person(name="Siri", named=True, gender="f")
    found = rows(SHE, [Option(ana, None), Option(siri, None)], spoken_of(ana, siri))
    assert [len(row) for row in found] == [WIDTH] * 3
    assert len({tuple(row) for row in found}) == 3


def test_a_woman_spoken_of_just_now_is_she_rather_than_one_of_long_ago() -> None:
    ana, siri = Person(name="Ana", named=True, gender="f"), Person(name="Siri", named=True, gender="f")
    others = [Person(name=f"Man {number}", named=True, gender="m") for number in range(6)]
    history = spoken_of(ana, *others, siri)
    asked = Asked(kind="f", sentence=8, index=0, relation="nsubj", quote=-1)
    options = [
        Option(siri, history.of(siri)[-1], hand=0.9, picked=True),
        Option(ana, history.of(ana)[-1], hand=-4.0),
    ]
    assert scorer().choose("pronoun", asked, options, history) == 0
    assert scorer().choose("pronoun", asked, options[::-1], history) == 1


def test_nobody_is_chosen_where_no_row_is_better_unless_somebody_it_must_be() -> None:
    ana = Person(name="Ana", named=True, gender="f")
    history = spoken_of(ana)
    table = numpy.asarray(rows(SHE, [Option(ana, None)], history), dtype=numpy.float32)
    # A network of one unit that looks only at what nobody's row alone has.
    apart = int(numpy.flatnonzero((table[1] > 0) & (table[0] == 0))[0])
    inner = numpy.zeros((WIDTH, 1), dtype=numpy.float32)
    inner[apart] = 1.0
    layers = {
        "pronoun.inner": inner,
        "pronoun.inner_bias": numpy.zeros(1, numpy.float32),
        "pronoun.outer": numpy.ones(1, numpy.float32),
    }
    made = Scorer(layers)
    assert made.choose("pronoun", SHE, [Option(ana, None)], history) is None
    assert made.choose("pronoun", SHE, [Option(ana, None)], history, somebody=True) == 0
    assert made.choose("pronoun", SHE, [], history, somebody=True) is None


@pytest.mark.parametrize("sort", ["pronoun", "noun"])
def test_the_shipped_network_fits_the_rows(sort: str) -> None:
    ana = Person(name="Ana", named=True, gender="f")
    history = spoken_of(ana)
    scores = scorer().scores(sort, rows(SHE, [Option(ana, None)], history))
    assert scores.shape == (2,)
    assert numpy.isfinite(scores).all()


def test_a_group_that_was_never_joined_was_last_spoken_of_with_its_latter_member() -> None:
    ana, siri = Person(name="Ana"), Person(name="Siri")
    history = spoken_of(siri, ana)
    pair = Person(name="Ana and Siri", plural=True, members=(ana, siri))
    assert [one.person for one in history.of(pair)] == [siri]
    assert [one.name for one in history.latest(1)] == ["Ana"]
