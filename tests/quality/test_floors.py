"""Measured quality must not fall: figures on fixed samples of the gold, each with its floor."""

from __future__ import annotations

import pytest

from benchmarks.quality_gold import MissingGold, gold_folder
from tests.quality.floors import (
    FLOOR_BELOW_MEASURED,
    Floor,
    Sample,
    figure_of_nothing,
    figure_today,
    read_floors,
)

FLOORS = read_floors()
EXAMPLE = Floor(Sample("quotes", "quotes/dev.jsonl.gz", 15), "all", "exact", measured=0.5, floor=0.48)


@pytest.fixture(scope="session")
def _gold() -> None:
    try:
        gold_folder()
    except MissingGold as error:
        pytest.skip(str(error))


@pytest.mark.usefixtures("_gold")
@pytest.mark.parametrize("floor", FLOORS, ids=str)
def test_no_figure_is_below_its_floor(floor: Floor) -> None:
    assert figure_today(floor) >= floor.floor


@pytest.mark.usefixtures("_gold")
@pytest.mark.parametrize("floor", FLOORS, ids=str)
def test_a_tool_that_finds_nothing_is_below_the_floor(floor: Floor) -> None:
    assert figure_of_nothing(floor) < floor.floor


@pytest.mark.parametrize("floor", FLOORS, ids=str)
def test_every_floor_is_a_little_below_what_was_measured(floor: Floor) -> None:
    assert round(floor.measured - floor.floor, 3) == FLOOR_BELOW_MEASURED


def test_a_better_figure_raises_the_floor() -> None:
    raised = EXAMPLE.raised(0.6014)
    assert (raised.measured, raised.floor) == (0.601, 0.581)


def test_a_worse_figure_leaves_the_floor() -> None:
    assert EXAMPLE.raised(0.49) == EXAMPLE
