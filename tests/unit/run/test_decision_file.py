"""Decisions as a file: out, in, and out again."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from filmdossier.errors import DecisionError
from filmdossier.model.decision import Confirm, Undo
from filmdossier.run import deciding
from filmdossier.run.decision_file import FORMAT, export_decisions, import_decisions
from filmdossier.run.library import read_paths
from filmdossier.run.reading import Limits
from filmdossier.run.records import film_record
from filmdossier.store import Store
from filmdossier.store.decision_json import to_json
from support import stand_ins
from support.decisions import decided, decisions_of_every_kind

A = "film: Ronin (1998)\ndirector: John Frankenheimer\ncast: Jean Reno as Vincent\ncast: Sean Bean as Spence\n"
HEAD = json.dumps({"format": FORMAT}) + "\n"


def library(folder: Path, name: str) -> Store:
    (folder / "a.txt").write_text(A)
    store = Store.open(folder / name)
    read_paths([folder / "a.txt"], store, limits=Limits(workers=0), stages=stand_ins.STAGES)
    return store


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[tuple[Store, Store]]:
    with library(tmp_path, "one.db") as one, library(tmp_path, "two.db") as other:
        yield one, other


def exported(store: Store, film: str | None = None) -> str:
    with store.view() as view:
        return export_decisions(view, film)


def test_out_in_and_out_again_is_the_same_file(stores: tuple[Store, Store]) -> None:
    one, other = stores
    deciding.confirm(one, "ronin-1998", "cast:jean-reno.vincent", by="ines", why="„titles“ \u2028 ☃")
    slip = deciding.reject(one, "ronin-1998", "cast:sean-bean.spence", by="per")
    deciding.undo(one, slip.id, by="per")
    text = exported(one)
    imported = import_decisions(other, text)
    assert (len(imported.new), imported.known, imported.refused, imported.unplaced) == (3, 0, (), ())
    assert exported(other) == text
    with one.view() as first, other.view() as second:
        assert film_record(first, "ronin-1998") == film_record(second, "ronin-1998")
    again = import_decisions(other, text)
    assert (again.new, again.known) == ((), 3)
    assert exported(other) == text


def test_new_decisions_come_last_and_no_line_changes(stores: tuple[Store, Store]) -> None:
    one, _ = stores
    deciding.confirm(one, "ronin-1998", "cast:jean-reno.vincent", by="ines")
    before = exported(one)
    deciding.reject(one, "ronin-1998", "cast:jean-reno.vincent", by="per")
    assert exported(one).startswith(before)
    assert exported(one).count("\n") == before.count("\n") + 1


def test_every_kind_goes_through_the_file(stores: tuple[Store, Store]) -> None:
    one, other = stores
    made = decisions_of_every_kind()
    one.writer().decide(made)
    import_decisions(other, exported(one))
    with other.view() as view:
        assert sorted(view.decisions(), key=lambda one: one.id) == sorted(made, key=lambda one: one.id)


def test_only_one_films(stores: tuple[Store, Store]) -> None:
    one, _ = stores
    one.writer().decide(decisions_of_every_kind())
    assert exported(one, "ronin-1998") == exported(one)
    assert exported(one, "heat-1995") == HEAD


def test_what_finds_nothing_is_taken_and_reported(stores: tuple[Store, Store], tmp_path: Path) -> None:
    one, other = stores
    known = deciding.confirm(one, "ronin-1998", "cast:jean-reno.vincent", by="ines")
    gone = deciding.confirm(one, "ronin-1998", "cast:sean-bean.spence", by="ines")
    undo = decided(Undo(decision="0123456789abcdef0123"))
    (tmp_path / "a.txt").write_text("film: Ronin (1998)\ncast: Jean Reno as Vincent\n")
    read_paths([tmp_path / "a.txt"], other, limits=Limits(workers=0), stages=stand_ins.STAGES)
    elsewhere = json.loads(exported(one).splitlines()[1]) | {
        "film": {"id": "heat-1995", "title": "Heat", "year": 1995},
        "id": "0a" * 10,
    }
    text = exported(one) + "".join(json.dumps(line) + "\n" for line in (to_json(undo), elsewhere))
    imported = import_decisions(other, text)
    assert len(imported.new) == 4
    told = dict(imported.unplaced)
    assert set(told) == {gone.id, undo.id, "0a" * 10}
    assert known.id not in told
    assert "no document holds its passage" in told[gone.id]
    assert "there is no decision 0123456789abcdef0123" in told[undo.id]
    assert "no film heat-1995" in told["0a" * 10]


def test_a_line_that_is_none_stops_no_other(stores: tuple[Store, Store]) -> None:
    one, other = stores
    deciding.confirm(one, "ronin-1998", "cast:jean-reno.vincent", by="ines")
    good = exported(one).splitlines()[1]
    changed = json.dumps(json.loads(good) | {"why": "something else"})
    bad = [
        "<<<<<<< ours",
        "[]",
        "{}",
        json.dumps(json.loads(good) | {"verdict": "shout"}),
        json.dumps(json.loads(good) | {"at": "yesterday"}),
        json.dumps(json.loads(good) | {"id": "../x"}),
        json.dumps(json.loads(good) | {"statement": {"id": "x", "predicate": "director", "value": ""}}),
        json.dumps(json.loads(good) | {"film": "Ronin"}),
        json.dumps(json.loads(good) | {"by": "ines \ud800"}),
        json.dumps(json.loads(good) | {"why": "no\0thing"}),
        good.replace('"verdict": "confirm"', '"verdict": "split_film", "documents": ["a.txt"], "title": "x", "year": Infinity'),
        "[" * 100_000,
        changed,
    ]
    imported = import_decisions(other, "\ufeff" + HEAD + good + "\r\n" + "\n".join(bad) + "\n\n")
    assert [decision.id for decision in imported.new] == [json.loads(good)["id"]]
    assert [number for number, _ in imported.refused] == list(range(3, 16))
    assert all(reason for _, reason in imported.refused)
    assert "never changes" in imported.refused[-1][1]


def test_a_line_by_hand_needs_no_id(stores: tuple[Store, Store]) -> None:
    one, _ = stores
    line = {
        "at": "2026-11-21T10:00:00Z",
        "by": "ines",
        "verdict": "correct",
        "film": {"id": "ronin-1998", "title": "Ronin"},
        "statement": {"id": "director:john-frankenheimer", "predicate": "director", "value": "John Frankenheimer"},
        "value": "J. Frankenheimer Jr.",
        "why": "his own spelling",
    }
    assert len(import_decisions(one, HEAD + json.dumps(line)).new) == 1
    assert import_decisions(one, HEAD + json.dumps(line)).known == 1
    with one.view() as view:
        assert [fact.value for fact in film_record(view, "ronin-1998").facts] == ["J. Frankenheimer Jr."]


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("", "is empty"),
        ("words", "no file of decisions"),
        ('{"format": "filmdossier/1"}', "no file of decisions"),
        ('{"format": "filmdossier-decisions/2"}', "upgrade filmdossier"),
    ],
)
def test_other_files_are_refused(stores: tuple[Store, Store], text: str, match: str) -> None:
    with pytest.raises(DecisionError, match=match):
        import_decisions(stores[0], text)


def test_two_files_joined_are_one(stores: tuple[Store, Store]) -> None:
    one, other = stores
    deciding.confirm(one, "ronin-1998", "cast:jean-reno.vincent", by="ines")
    deciding.confirm(other, "ronin-1998", "cast:sean-bean.spence", by="per")
    import_decisions(one, exported(one) + exported(other))
    with one.view() as view:
        assert [type(decision.act) for decision in view.decisions()] == [Confirm, Confirm]
