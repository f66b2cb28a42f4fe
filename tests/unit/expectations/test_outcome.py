"""From outcomes to a verdict: keys, examples, and every row to set aside."""

from __future__ import annotations

import polars as pl
from polars.testing import assert_frame_equal

from expectations.expectation import Action, between, claim
from expectations.outcome import Outcome, verdict_over
from expectations.suites import Suite
from expectations.verdict import Check, Failure

_N_ROWS = 30
_IS_SHORT = claim("spans", "is_short", "is short", pl.col("n") >= _N_ROWS - 25, Action.QUARANTINE)
_IS_POSITIVE = between("n", 0, None)


def _suite() -> Suite:
    rows = pl.DataFrame(
        {
            "event_id": [f"e{no}" for no in range(_N_ROWS)],
            "ordinal": [0] * _N_ROWS,
            "n": list(range(_N_ROWS)),
            "spans": [
                [{"start": no, "end": no + 2}, {"start": no + 4, "end": no + 5}] for no in range(_N_ROWS)
            ],
        }
    )
    return Suite("event_actors", ("event_id", "ordinal"), rows, (_IS_SHORT, _IS_POSITIVE))


def test_check_counts_rows_and_failing_rows() -> None:
    verdict = verdict_over([Outcome(_suite(), _IS_SHORT, passed=False)])
    assert verdict.checks == (
        Check(
            "event_actors",
            "spans",
            "is_short",
            "is short",
            Action.QUARANTINE,
            passed=False,
            n_rows=30,
            n_failed=5,
        ),
    )


def test_failure_shows_keys_and_values() -> None:
    verdict = verdict_over([Outcome(_suite(), _IS_SHORT, passed=False)])
    assert verdict.failures == (
        Failure(
            "event_actors",
            "spans",
            "is_short",
            "is short",
            Action.QUARANTINE,
            5,
            ("e0/0", "e1/0", "e2/0", "e3/0", "e4/0"),
            ("0:2, 4:5", "1:3, 5:6", "2:4, 6:7", "3:5, 7:8", "4:6, 8:9"),
        ),
    )


def test_keys_end_after_twenty_and_quarantine_does_not() -> None:
    never = claim("n", "never", "never holds", pl.col("n") < 0, Action.QUARANTINE)
    verdict = verdict_over([Outcome(_suite(), never, passed=False)])
    assert len(verdict.failures[0].keys) == 20
    assert verdict.quarantined["event_actors"].height == _N_ROWS


def test_quarantine_names_row_expectation_and_words() -> None:
    verdict = verdict_over([Outcome(_suite(), _IS_SHORT, passed=False)])
    expected = pl.DataFrame(
        {
            "event_id": ["e0", "e1", "e2", "e3", "e4"],
            "ordinal": [0] * 5,
            "expectation": ["is_short"] * 5,
            "words": ["is short"] * 5,
        }
    )
    assert_frame_equal(verdict.quarantined["event_actors"], expected)


def test_row_that_fails_twice_is_listed_twice() -> None:
    also = claim("n", "also", "also holds", pl.col("n") != 0, Action.QUARANTINE)
    verdict = verdict_over([Outcome(_suite(), one, passed=False) for one in (_IS_SHORT, also)])
    listed = verdict.quarantined["event_actors"].filter(pl.col("event_id") == "e0")
    assert listed["expectation"].to_list() == ["is_short", "also"]


def test_rows_of_other_failures_are_not_set_aside() -> None:
    told = claim("n", "told", "is told only", pl.col("n") > 0, Action.REPORT)
    assert verdict_over([Outcome(_suite(), told, passed=False)]).quarantined == {}


def test_passed_expectation_is_a_check_and_no_failure() -> None:
    verdict = verdict_over([Outcome(_suite(), _IS_POSITIVE, passed=True)])
    assert [(check.name, check.passed, check.n_failed) for check in verdict.checks] == [
        ("n_is_in_range", True, 0)
    ]
    assert verdict.failures == ()
