"""Whole articles and every row that comes out of them; `make golden` writes the rows anew."""

from __future__ import annotations

import pytest

from copydesk.frames import DOCUMENT_TABLES
from tests.golden.rows import (
    cases,
    extracted_rows,
    golden_rows,
    table_file,
    table_files,
    tables_on_file,
    write_golden_rows,
)

FAILURES = [(case, table) for case in cases("known_failures") for table in tables_on_file(case)]


@pytest.mark.parametrize("table", DOCUMENT_TABLES)
@pytest.mark.parametrize("case", cases("synthetic", "negative"))
def test_the_rows_are_those_on_file(case: str, table: str, *, update_golden: bool) -> None:
    if update_golden:
        write_golden_rows(case, table)
    assert extracted_rows(case)[table] == golden_rows(case, table)


@pytest.mark.parametrize("table", ["quotes", "events", "event_actors"])
@pytest.mark.parametrize("case", cases("negative"))
def test_nothing_is_said_and_nothing_happens(case: str, table: str) -> None:
    assert extracted_rows(case)[table] == []


@pytest.mark.xfail(raises=AssertionError, reason="known; once it is right, move the case to synthetic/")
@pytest.mark.parametrize(("case", "table"), FAILURES)
def test_known_failures_come_out_right(case: str, table: str) -> None:
    expected = golden_rows(case, table)
    columns = {column for row in expected for column in row}
    found = [
        {column: row[column] for column in row if column in columns} for row in extracted_rows(case)[table]
    ]
    assert found == expected


def test_every_known_failure_says_what_should_come_out() -> None:
    assert {case for case, _ in FAILURES} == set(cases("known_failures"))


def test_no_file_of_rows_is_left_without_its_text() -> None:
    whole = {(case, table) for case in cases("synthetic", "negative") for table in DOCUMENT_TABLES}
    assert table_files() == {table_file(case, table) for case, table in whole.union(FAILURES)}
