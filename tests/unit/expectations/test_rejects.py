"""Every claim about rejects, broken once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Row = dict[str, object]

    Rows = dict[str, list[Row]]


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("table_is_in_vocabulary", {"table": "pages"}),
        ("row_id_goes_with_validation", {"row_id": "0123456789abcdef-q0000", "table": "documents"}),
        ("reason_goes_with_validation", {"reason": "failed_expectation"}),
        ("detail_is_not_blank", {"detail": ""}),
        ("run_id_is_known", {"run_id": "20260131T120000Z-ffff"}),
    ],
)
def test_broken_reject_fails(broken: Callable[..., set[str]], name: str, values: Row) -> None:
    assert f"rejects.{name}" in broken("rejects", 0, **values)


def test_published_record_is_no_reject(rows: Rows, broken: Callable[..., set[str]]) -> None:
    assert broken("rejects", 0, source_path=rows["documents"][1]["source_path"]) == {
        "rejects.rejected_records_are_not_published"
    }


def test_row_of_a_published_record_may_be_rejected(rows: Rows, judged: Callable[[], set[str]]) -> None:
    rows["rejects"][0] |= {
        "source_path": rows["documents"][0]["source_path"],
        "table": "quotes",
        "row_id": f"{rows['documents'][0]['doc_id']}-q0007",
        "stage": "validate",
        "reason": "failed_expectation",
    }
    rows["runs"][0]["n_records"] = 2
    assert judged() == set()
