"""The quality gate: no category falls below its floor on the annotated documents."""

import pytest
from benchmarks import gold, quality

pytestmark = pytest.mark.evaluation


@pytest.fixture(scope="module")
def figures() -> dict[str, dict[str, dict[str, float | None]]]:
    return quality.measure()


def test_floors_were_measured_on_this_gold() -> None:
    assert quality.floors_digest() == gold.digest(), "the gold has changed: run `python -m benchmarks quality --update-floors`"


@pytest.mark.parametrize("part", quality.PARTS)
def test_no_category_falls_below_its_floor(part: str, figures: dict[str, dict[str, dict[str, float | None]]]) -> None:
    fallen = {
        name: (round(figures[part].get(name, {}).get("f1") or 0.0, 3), floor)
        for name, floor in quality.floors()[part].items()
        if (figures[part].get(name, {}).get("f1") or 0.0) < floor
    }
    assert not fallen, f"(measured, floor): {fallen}"


def test_every_citation_quotes_its_document(figures: dict[str, dict[str, dict[str, float | None]]]) -> None:
    assert {part: categories["evidence"]["precision"] for part, categories in figures.items()} == dict.fromkeys(quality.PARTS, 1.0)
