"""Which rows are judged, and that the dataset of these tests is a valid one."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from expectations.suites import build_suites
from schemas import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import polars as pl

    Rows = dict[str, list[dict[str, object]]]
    Build = Callable[[Mapping[str, list[dict[str, object]]]], dict[str, pl.DataFrame]]


def test_valid_dataset_fails_nothing(judged: Callable[[], set[str]]) -> None:
    assert judged() == set()


def test_there_is_one_suite_a_table(rows: Rows, built: Build) -> None:
    assert [suite.table for suite in build_suites(built(rows))] == list(TABLES)


def test_facts_add_columns_and_no_rows(rows: Rows, built: Build) -> None:
    frames = built(rows)
    assert {suite.table: suite.rows.height for suite in build_suites(frames)} == {
        name: frame.height for name, frame in frames.items()
    }


@pytest.mark.parametrize("table", TABLES)
def test_names_of_expectations_are_unique_and_no_published_columns(
    rows: Rows, built: Build, table: str
) -> None:
    suite = next(suite for suite in build_suites(built(rows)) if suite.table == table)
    names = [expectation.name for expectation in suite.expectations]
    assert len(set(names)) == len(names)
    assert set(names) & set(TABLES[table].column_names) == set()


@pytest.mark.parametrize("table", TABLES)
def test_expectations_are_about_columns_of_their_table(rows: Rows, built: Build, table: str) -> None:
    suite = next(suite for suite in build_suites(built(rows)) if suite.table == table)
    columns = {expectation.column for expectation in suite.expectations if expectation.column}
    assert columns - set(TABLES[table].column_names) == set()


def test_empty_tables_are_judged_without_a_fuss() -> None:
    suites = build_suites({name: table.empty_frame() for name, table in TABLES.items()})
    assert [
        (suite.table, expectation.name) for suite in suites for expectation in suite.failing_expectations()
    ] == [("documents", "has_rows")]


def test_declarations_are_imported_without_great_expectations() -> None:
    code = (
        "import sys, expectations.suites, expectations.validate; print('great_expectations' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"
