"""From how every expectation came out to the verdict: counts, failing keys, examples, rows to set aside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from expectations.expectation import Action
from expectations.verdict import Check, Failure, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from expectations.expectation import Expectation
    from expectations.suites import Suite

_MAX_KEYS = 20
_MAX_EXAMPLES = 5
_MAX_EXAMPLE_CHARACTERS = 120


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one expectation of a suite came out."""

    suite: Suite
    expectation: Expectation
    passed: bool

    def failing_rows(self) -> pl.DataFrame:
        """The rows for which it does not hold; none where it passed."""
        return self.suite.rows.clear() if self.passed else self.suite.failing_rows(self.expectation)


def verdict_over(outcomes: Iterable[Outcome]) -> Verdict:
    """Sum up the outcomes of all suites."""
    checks, failures = [], []
    quarantined: dict[str, list[pl.DataFrame]] = {}
    for outcome in outcomes:
        rows = outcome.failing_rows()
        checks.append(_check(outcome, rows.height))
        if not outcome.passed:
            failures.append(_failure(outcome, rows))
            if outcome.expectation.action is Action.QUARANTINE and not rows.is_empty():
                quarantined.setdefault(outcome.suite.table, []).append(_quarantined(outcome, rows))
    return Verdict(
        checks=tuple(checks),
        failures=tuple(failures),
        quarantined={table: pl.concat(parts) for table, parts in quarantined.items()},
    )


def _check(outcome: Outcome, n_failed: int) -> Check:
    return Check(
        table=outcome.suite.table,
        column=outcome.expectation.column,
        name=outcome.expectation.name,
        words=outcome.expectation.words,
        action=outcome.expectation.action,
        passed=outcome.passed,
        n_rows=outcome.suite.rows.height,
        n_failed=n_failed,
    )


def _failure(outcome: Outcome, rows: pl.DataFrame) -> Failure:
    expectation = outcome.expectation
    return Failure(
        table=outcome.suite.table,
        column=expectation.column,
        expectation=expectation.name,
        words=expectation.words,
        action=expectation.action,
        n_failed=rows.height,
        keys=tuple(_keys(rows.head(_MAX_KEYS), outcome.suite.key)),
        examples=tuple(_examples(rows.head(_MAX_EXAMPLES), expectation.column or "found")),
    )


def _quarantined(outcome: Outcome, rows: pl.DataFrame) -> pl.DataFrame:
    return rows.select(
        *outcome.suite.key,
        pl.lit(outcome.expectation.name).alias("expectation"),
        pl.lit(outcome.expectation.words).alias("words"),
    )


def _keys(rows: pl.DataFrame, key: tuple[str, ...]) -> list[str]:
    parts = [pl.col(column).cast(pl.String).fill_null("") for column in key]
    return rows.select(pl.concat_str(parts, separator="/")).to_series().to_list()


def _examples(rows: pl.DataFrame, column: str) -> list[str]:
    if column not in rows.columns:
        return []
    return [_written(value) for value in rows.get_column(column).to_list()]


def _written(value: object) -> str:
    """A value for people: spans as `5:10, 12:20`, null as `null`, long text cut.

    >>> _written([{"start": 5, "end": 10}, {"start": 12, "end": 20}])
    '5:10, 12:20'
    >>> _written(None)
    'null'
    """
    if value is None:
        return "null"
    if isinstance(value, list):
        return ", ".join(
            ":".join(str(part) for part in item.values()) if isinstance(item, dict) else str(item)
            for item in value
        )
    text = str(value)
    return text if len(text) <= _MAX_EXAMPLE_CHARACTERS else f"{text[:_MAX_EXAMPLE_CHARACTERS]}…"
