"""What an expectation is: one claim about the rows of a table, and what follows where it does not hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

import polars as pl

Frames: TypeAlias = Mapping[str, pl.DataFrame]
"""The published tables by name."""


class Severity(StrEnum):
    """How bad a failure is."""

    CRITICAL = "critical"
    WARNING = "warning"


class Action(StrEnum):
    """What follows from a failure: no publication, rows set aside, or no more than a line in the report."""

    STOP = "stop"
    QUARANTINE = "quarantine"
    REPORT = "report"

    @property
    def severity(self) -> Severity:
        """The severity that the action stands for.

        >>> Action.QUARANTINE.severity
        <Severity.WARNING: 'warning'>
        """
        return Severity.CRITICAL if self is Action.STOP else Severity.WARNING


@dataclass(frozen=True, slots=True)
class Native:
    """The expectation of Great Expectations that makes the same claim.

    Attributes:
        kind: The name of its class.
        columns: The published columns it reads.
        arguments: Its keyword arguments.
    """

    kind: str
    columns: tuple[str, ...]
    arguments: tuple[tuple[str, object], ...]


@dataclass(frozen=True, slots=True)
class Expectation:
    """One claim about the rows of a table.

    Attributes:
        name: Its name, unique in its table.
        column: The column it is about; "" for the whole table.
        words: The claim in plain English.
        action: What follows where it does not hold.
        holds: Whether it holds, for every row of the table's facts; null where it does not apply.
        native: The same claim in Great Expectations' own terms; None where only `holds` can say it.
    """

    name: str
    column: str
    words: str
    action: Action
    holds: pl.Expr = field(compare=False)
    native: Native | None = None

    @property
    def fails(self) -> pl.Expr:
        """The opposite of `holds`, false where the claim does not apply."""
        return ~self.holds.fill_null(value=True)


def claim(column: str, name: str, words: str, holds: pl.Expr, action: Action = Action.STOP) -> Expectation:
    """A claim that Great Expectations has no expectation for."""
    return Expectation(name, column, words, action, holds)


def at_least_one_row() -> Expectation:
    """The table is not empty."""
    native = Native("ExpectTableRowCountToBeBetween", (), (("min_value", 1),))
    return Expectation("has_rows", "", "there is at least one row", Action.STOP, pl.len() >= 1, native)


def filled(column: str) -> Expectation:
    """No row leaves the column empty."""
    return _filled(column, pl.col(column).is_not_null())


def filled_number(column: str) -> Expectation:
    """No row leaves the column of floats empty; pandas takes what is not a number for empty, too."""
    return _filled(column, pl.col(column).is_not_null() & pl.col(column).is_not_nan())


def _filled(column: str, holds: pl.Expr) -> Expectation:
    native = Native("ExpectColumnValuesToNotBeNull", (column,), (("column", column),))
    return Expectation(f"{column}_is_filled", column, "is never null", Action.STOP, holds, native)


def unique(columns: tuple[str, ...]) -> Expectation:
    """No two rows agree in all of the columns."""
    holds = pl.struct(columns).is_unique()
    name = f"{'_'.join(columns)}_is_unique"
    if len(columns) == 1:
        native = Native("ExpectColumnValuesToBeUnique", columns, (("column", columns[0]),))
        return Expectation(name, columns[0], "is different in every row", Action.STOP, holds, native)
    native = Native("ExpectCompoundColumnsToBeUnique", columns, (("column_list", list(columns)),))
    words = f"no two rows have the same {', '.join(columns)}"
    return Expectation(name, "", words, Action.STOP, holds, native)


def one_of(column: str, values: tuple[str, ...]) -> Expectation:
    """Every value belongs to a closed vocabulary."""
    native = Native(
        "ExpectColumnValuesToBeInSet",
        (column,),
        (("column", column), ("value_set", [str(value) for value in values])),
    )
    return Expectation(
        f"{column}_is_in_vocabulary",
        column,
        f"is one of the {len(values)} values of its vocabulary",
        Action.STOP,
        pl.col(column).is_in([str(value) for value in values]),
        native,
    )


def between(column: str, low: float, high: float | None, action: Action = Action.STOP) -> Expectation:
    """Every value lies in `low..high`, both included; None leaves the upper end open."""
    bounds: tuple[tuple[str, object], ...] = (("min_value", low),)
    holds, words = pl.col(column) >= low, f"is at least {low}"
    if high is not None:
        bounds = (*bounds, ("max_value", high))
        holds, words = pl.col(column).is_between(low, high), f"is between {low} and {high}"
    native = Native("ExpectColumnValuesToBeBetween", (column,), (("column", column), *bounds))
    return Expectation(f"{column}_is_in_range", column, words, action, holds, native)


def share(column: str) -> Expectation:
    """Every value is more than 0 and at most 1, as confidences and shares are."""
    arguments = (("column", column), ("min_value", 0.0), ("strict_min", True), ("max_value", 1.0))
    native = Native("ExpectColumnValuesToBeBetween", (column,), arguments)
    # Not a number is missing, as it is for pandas: `filled_number` tells of it.
    holds = pl.col(column).fill_nan(None).is_between(0.0, 1.0, closed="right")
    return Expectation(f"{column}_is_a_share", column, "is in (0, 1]", Action.STOP, holds, native)


def matches(column: str, pattern: str, words: str, action: Action = Action.STOP) -> Expectation:
    """Every value matches a regular expression, which anchors itself where it wants to."""
    native = Native("ExpectColumnValuesToMatchRegex", (column,), (("column", column), ("regex", pattern)))
    return Expectation(
        f"{column}_has_its_form", column, words, action, pl.col(column).str.contains(pattern), native
    )


def country(column: str) -> Expectation:
    """Every value looks like a country code of three letters."""
    return matches(column, "^[A-Z]{3}$", "is a code of three capital letters")


def exceeds(larger: str, smaller: str, *, or_equal: bool = False) -> Expectation:
    """The value in one column is larger than the one in another column of the same row."""
    columns = (larger, smaller)
    arguments = (("column_A", larger), ("column_B", smaller), ("or_equal", or_equal))
    native = Native("ExpectColumnPairValuesAToBeGreaterThanB", columns, arguments)
    words, holds = f"is more than {smaller}", pl.col(larger) > pl.col(smaller)
    if or_equal:
        words, holds = f"is not less than {smaller}", pl.col(larger) >= pl.col(smaller)
    return Expectation(f"{larger}_exceeds_{smaller}", larger, words, Action.STOP, holds, native)


def row_id(column: str, letter: str) -> tuple[Expectation, Expectation]:
    """The id of a row is its article's id, the table's letter and an ordinal."""
    return (
        matches(column, rf"^[0-9a-f]{{16}}-{letter}\d{{4,}}$", f"looks like `<doc_id>-{letter}0000`"),
        claim(
            column,
            f"{column}_begins_with_its_document",
            "begins with the id of its document",
            pl.col(column).str.starts_with(pl.col("doc_id")),
        ),
    )
