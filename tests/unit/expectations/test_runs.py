"""Every claim about runs, broken once."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from schemas import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable

    Row = dict[str, object]

    Rows = dict[str, list[Row]]

COUNTED = tuple(name for name in TABLES if name not in {"runs", "documents"})


@pytest.mark.parametrize("table", COUNTED)
def test_wrong_count_fails(broken: Callable[..., set[str]], table: str) -> None:
    assert broken("runs", 0, **{f"n_{table}": 77}) == {f"runs.n_{table}_is_right"}


def test_wrong_number_of_documents_fails(broken: Callable[..., set[str]]) -> None:
    assert broken("runs", 0, n_documents=3, n_records=4) == {"runs.n_documents_is_right"}


def test_lost_record_fails(broken: Callable[..., set[str]]) -> None:
    assert broken("runs", 0, n_records=4) == {"runs.no_record_is_lost"}


def test_more_reused_than_there_are_documents_fails(broken: Callable[..., set[str]]) -> None:
    assert broken("runs", 0, n_reused=3) == {"runs.n_documents_exceeds_n_reused"}


def test_all_documents_reused_is_fine(broken: Callable[..., set[str]]) -> None:
    assert broken("runs", 0, n_reused=2) == set()


def test_run_that_ends_before_it_began_fails(broken: Callable[..., set[str]]) -> None:
    assert broken("runs", 0, finished_at=datetime(2026, 1, 31, 11, tzinfo=UTC)) == {
        "runs.run_ends_after_it_began"
    }


def test_settings_hash_of_another_form_fails(broken: Callable[..., set[str]]) -> None:
    assert broken("runs", 0, settings_sha256="abc") == {"runs.settings_sha256_has_its_form"}


def test_earlier_run_may_have_counted_other_tables(rows: Rows, judged: Callable[[], set[str]]) -> None:
    earlier = rows["runs"][0] | {"run_id": "20260130T120000Z-1a2b", "n_quotes": 55, "n_records": 77}
    rows["runs"].insert(0, earlier)
    assert judged() == set()


def test_rejects_of_an_earlier_run_are_not_records_of_this_one(
    rows: Rows, judged: Callable[[], set[str]]
) -> None:
    earlier = rows["runs"][0] | {"run_id": "20260130T120000Z-1a2b"}
    rows["runs"].insert(0, earlier)
    rows["rejects"][0]["run_id"] = earlier["run_id"]
    rows["runs"][1]["n_records"] = 2
    assert judged() == set()
