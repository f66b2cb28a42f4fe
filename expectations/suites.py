"""Which expectations each table has to meet, and the rows they are judged on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from expectations import (
    documents,
    entities,
    event_actors,
    events,
    mentions,
    quotes,
    rejects,
    runs,
    segments,
    sentences,
)
from expectations.structural import (
    DECLARED_COLUMNS,
    column_facts,
    has_declared_columns,
    structural_expectations,
    with_references,
)
from schemas import TABLES

if TYPE_CHECKING:
    from expectations.expectation import Expectation, Frames

_JUDGEMENTS = {
    "documents": documents,
    "segments": segments,
    "sentences": sentences,
    "entities": entities,
    "mentions": mentions,
    "quotes": quotes,
    "events": events,
    "event_actors": event_actors,
    "runs": runs,
    "rejects": rejects,
}
"""The module of every table: `with_facts(frames)` are the rows to judge, `EXPECTATIONS` what must hold."""


@dataclass(frozen=True, slots=True)
class Suite:
    """The expectations of one table and the rows to judge.

    Attributes:
        table: The name of the table.
        key: The columns that identify a row of `rows`.
        rows: The rows of the table with the facts that the expectations ask for; where its columns are not
            the declared ones, its columns instead.
        expectations: What must hold.
    """

    table: str
    key: tuple[str, ...]
    rows: pl.DataFrame
    expectations: tuple[Expectation, ...]

    def failing_expectations(self) -> tuple[Expectation, ...]:
        """Those that do not hold for every row."""
        counts = self.rows.select(
            expectation.fails.sum().alias(expectation.name) for expectation in self.expectations
        ).row(0)
        return tuple(
            expectation for expectation, count in zip(self.expectations, counts, strict=True) if count
        )

    def failing_rows(self, expectation: Expectation) -> pl.DataFrame:
        """The rows for which one expectation does not hold."""
        return self.rows.filter(expectation.fails)


def build_suites(frames: Frames) -> tuple[Suite, ...]:
    """Build the suites of all tables.

    When a table is missing or has other columns than the declared ones, there are no sound rows to judge,
    in it and in those that refer to it: then the suites are about columns only.
    """
    if all(has_declared_columns(table, frames.get(name)) for name, table in TABLES.items()):
        return tuple(_row_suite(name, frames) for name in TABLES)
    return tuple(
        Suite(name, ("column",), column_facts(table, frames.get(name)), (DECLARED_COLUMNS,))
        for name, table in TABLES.items()
    )


def _row_suite(name: str, frames: Frames) -> Suite:
    table, judgement = TABLES[name], _JUDGEMENTS[name]
    rows = with_references(table, judgement.with_facts(frames), frames)
    return Suite(
        table=name,
        key=table.primary_key,
        rows=rows.with_columns(pl.lit(value=True).alias("is_declared")),
        expectations=(*structural_expectations(table), *judgement.EXPECTATIONS),
    )
