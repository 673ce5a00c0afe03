"""Every predicate, relation, polarity and status of the model is documented, and nothing else is."""

import re

from filmdossier.model.claim import FACT_PREDICATES, IDENTITY_PREDICATES, Polarity, Predicate, Relation
from filmdossier.model.film import Status
from filmdossier.reconcile.policy import policy_of
from support.shared import REPOSITORY

TEXT = (REPOSITORY / "docs" / "predicates.md").read_text(encoding="utf-8")


def _section(heading: str) -> str:
    return TEXT.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]


def _rows(heading: str) -> list[list[str]]:
    lines = [line for line in _section(heading).splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def test_the_facts_are_all_there_in_their_order() -> None:
    assert [row[0] for row in _rows("Facts")] == [f"`{predicate}`" for predicate in FACT_PREDICATES]


def test_the_other_predicates_are_all_there() -> None:
    identity = [row[0].strip("`") for row in _rows("Identity")]
    parts = [row[0].strip("`") for row in _rows("Statements with parts")]
    assert set(identity) == set(IDENTITY_PREDICATES)
    assert set(identity) | set(parts) == set(Predicate) - set(FACT_PREDICATES)


def test_one_or_many_is_what_reconciling_does() -> None:
    for row in (*_rows("Facts"), *_rows("Identity")):
        assert row[1] == ("one" if policy_of(Predicate(row[0].strip("`"))).single else "many"), row[0]


def test_every_row_has_a_meaning_and_an_example() -> None:
    for row in (*_rows("Facts"), *_rows("Identity"), *_rows("Statements with parts")):
        assert len(row) == 4, row
        assert all(row), row


def test_relations_polarities_and_statuses_are_all_there() -> None:
    connection = next(row for row in _rows("Statements with parts") if row[0] == "`connection`")
    assert re.findall(r"`(\w+)`", connection[2]) == list(Relation)
    assert re.findall(r"`(\w+)`", _section("Polarity")) == list(Polarity)
    assert [row[0].strip("`") for row in _rows("Status")] == list(Status)
