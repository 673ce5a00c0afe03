"""A deciding process killed at many moments loses no decision that it reported; the full count is in the benchmarks."""

import shutil
from pathlib import Path

import pytest
from benchmarks.kills import ids, kill_once

from filmdossier.run.library import read_paths
from filmdossier.run.reading import Limits
from filmdossier.store import Store
from support import stand_ins

KILLS = 6


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kills")
    stand_ins.write_documents(folder, 2, claims=4)
    with Store.open(folder / "library.db") as store:
        read_paths([folder], store, limits=Limits(workers=0), stages=stand_ins.STAGES)
    return folder / "library.db"


def test_no_decision_that_was_reported_is_lost(library: Path) -> None:
    kills = [kill_once(library, moment / KILLS) for moment in range(KILLS)]
    assert [kill.lost for kill in kills] == [0] * KILLS
    assert all(kill.reported > 0 for kill in kills)
    # Whatever the moment of a kill, at most the one decision in hand was kept without being reported.
    assert all(kill.unreported <= 1 for kill in kills)
    assert len(ids(library)) == sum(kill.reported + kill.unreported for kill in kills)


def test_the_check_notices_a_loss(library: Path, tmp_path: Path) -> None:
    """The measurement can fail: a decision taken out of the file by hand is missed."""
    copy = tmp_path / "library.db"
    shutil.copy(library, copy)
    kill_once(copy, 0.5)
    before = ids(copy)
    with Store.open(copy) as store, store.transaction(writes=True) as connection:
        connection.exec_driver_sql("DELETE FROM editor_decisions WHERE id = (SELECT min(id) FROM editor_decisions)")
    assert len(before - ids(copy)) == 1
