"""What a table's declaration alone demands: columns, types, nulls, key, vocabularies, references."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from expectations.expectation import Expectation, claim, filled, filled_number, one_of, unique

if TYPE_CHECKING:
    from collections.abc import Iterator

    from expectations.expectation import Frames
    from schemas.table import Column, Table

DECLARED_COLUMNS = claim(
    "",
    "has_its_columns",
    "the table is there and its columns, their order and their types are the declared ones",
    pl.col("is_declared"),
)
"""Holds for the rows of `column_facts`, and for those of a table that `has_declared_columns`."""


def column_facts(table: Table, frame: pl.DataFrame | None) -> pl.DataFrame:
    """Compare columns: one row for every column that is declared or found.

    Its columns are `column`, `declared` and `found` (position and type), and `is_declared`, which is
    true where the two agree.
    """
    declared = {name: f"{no}: {dtype}" for no, (name, dtype) in enumerate(table.polars_schema.items())}
    schema = pl.Schema() if frame is None else frame.schema
    found = {name: f"{no}: {dtype}" for no, (name, dtype) in enumerate(schema.items())}
    names = [*declared, *(name for name in found if name not in declared)]
    return pl.DataFrame(
        {
            "column": names,
            "declared": [declared.get(name) for name in names],
            "found": [found.get(name) for name in names],
        },
        schema={"column": pl.String, "declared": pl.String, "found": pl.String},
    ).with_columns(pl.col("declared").eq_missing(pl.col("found")).alias("is_declared"))


def has_declared_columns(table: Table, frame: pl.DataFrame | None) -> bool:
    """Whether a frame is there and has exactly the columns, order and types of its table."""
    return frame is not None and list(frame.schema.items()) == list(table.polars_schema.items())


def structural_expectations(table: Table) -> tuple[Expectation, ...]:
    """The expectations that follow from the declaration of a table."""
    return (
        DECLARED_COLUMNS,
        unique(table.primary_key),
        *(expectation for column in table.columns for expectation in _column_expectations(column)),
    )


def with_references(table: Table, rows: pl.DataFrame, frames: Frames) -> pl.DataFrame:
    """Add for every referring column whether its value is found where it refers to (null stays null)."""
    known = []
    for column in table.columns:
        if column.references is not None:
            parent, parent_column = column.references.split(".")
            values = frames[parent].get_column(parent_column).unique()
            known.append(pl.col(column.name).is_in(values.implode()).alias(_known(column)))
    return rows.with_columns(known)


def _known(column: Column) -> str:
    return f"{column.name}_is_known"


def _column_expectations(column: Column) -> Iterator[Expectation]:
    if not column.nullable:
        yield _filled(column)
    if column.values is not None:
        yield one_of(column.name, column.values)
    if column.references is not None:
        yield claim(column.name, _known(column), f"is found in {column.references}", pl.col(_known(column)))


def _filled(column: Column) -> Expectation:
    if isinstance(column.dtype, pl.List):
        # Lists never travel to pandas: they are slow there, and nothing native can be said about them.
        return claim(
            column.name, f"{column.name}_is_filled", "is never null", pl.col(column.name).is_not_null()
        )
    return filled_number(column.name) if column.dtype.is_float() else filled(column.name)
