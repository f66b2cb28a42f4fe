"""Days that sentences name without a year."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from copydesk.corpus.told_days import told_day


def _told(evidence: str, occurred_on: date | None = None, precision: str | None = None) -> int | None:
    columns = {"evidence": [evidence], "occurred_on": [occurred_on], "date_precision": [precision]}
    schema = {"evidence": pl.String, "occurred_on": pl.Date, "date_precision": pl.String}
    told: int | None = pl.DataFrame(columns, schema=schema).select(told_day()).item()
    return told


@pytest.mark.parametrize(
    ("evidence", "day"),
    [
        ("They met on February 8.", 208),
        ("They met on April 1st in Vik.", 401),
        ("They met on 17 November.", 1117),
        ("They met in February 2009.", None),
        ("They met on Friday.", None),
        ("", None),
    ],
)
def test_a_day_needs_month_and_number(evidence: str, day: int | None) -> None:
    assert _told(evidence) == day


def test_the_day_of_the_event_comes_first() -> None:
    assert _told("They met on February 8.", date(2009, 3, 6), "day") == 306
    assert _told("They met on February 8.", date(2009, 3, 1), "month") == 208
