"""What a published table is: its columns, and the Polars and Arrow schemas that follow from them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import polars as pl
import pyarrow as pa

if TYPE_CHECKING:
    from collections.abc import Sequence

SPANS = pl.List(pl.Struct({"start": pl.Int32, "end": pl.Int32}))
STRINGS = pl.List(pl.String)
TIMESTAMP = pl.Datetime("us", "UTC")

_ARROW_TYPES: dict[pl.DataType, pa.DataType] = {
    pl.String(): pa.string(),
    pl.Int32(): pa.int32(),
    pl.Float32(): pa.float32(),
    pl.Boolean(): pa.bool_(),
    pl.Date(): pa.date32(),
    TIMESTAMP: pa.timestamp("us", tz="UTC"),
    STRINGS: pa.list_(pa.string()),
    SPANS: pa.list_(pa.struct([pa.field("start", pa.int32()), pa.field("end", pa.int32())])),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a published table.

    Attributes:
        name: The name in the files.
        dtype: The Polars type; one of the plain types of the dataset contract.
        description: What a value means, with its unit, for the data dictionary.
        nullable: Whether a row may leave it empty.
        values: The closed vocabulary, if there is one.
        references: `table.column` that every value must be found in, if any.
    """

    name: str
    dtype: pl.DataType
    description: str
    nullable: bool = False
    values: tuple[str, ...] | None = None
    references: str | None = None


@dataclass(frozen=True)
class Table:
    """One published table: the single declaration everything else about it follows from.

    Attributes:
        name: The name of its folder in a snapshot.
        description: What one row is.
        primary_key: The columns that identify a row; rows are sorted by them.
        columns: Its columns, in published order.
    """

    name: str
    description: str
    primary_key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def column_names(self) -> list[str]:
        """The names of the columns in published order."""
        return [column.name for column in self.columns]

    @cached_property
    def polars_schema(self) -> pl.Schema:
        """The schema of the table as a Polars frame."""
        return pl.Schema({column.name: column.dtype for column in self.columns})

    @cached_property
    def arrow_schema(self) -> pa.Schema:
        """The schema of the table's files: plain types, nullability, a description on every field."""
        return pa.schema(
            [
                pa.field(
                    column.name,
                    _ARROW_TYPES[column.dtype],
                    nullable=column.nullable,
                    metadata={"description": column.description},
                )
                for column in self.columns
            ],
            metadata={"description": self.description},
        )

    def empty_frame(self) -> pl.DataFrame:
        """A frame with the table's schema and no rows."""
        return pl.DataFrame(schema=self.polars_schema)

    def frame(self, rows: Sequence[dict[str, object]]) -> pl.DataFrame:
        """Build a frame from rows, refusing what Polars would quietly repair.

        `pl.DataFrame(rows, schema=..., strict=True)` fills missing keys with null and drops extra
        ones; here every row must have exactly the table's columns, and every value its type.

        Raises:
            KeyError: A row lacks a column or has one too many.
            TypeError: A value does not have the column's type.
        """
        expected = set(self.column_names)
        for row in rows:
            if row.keys() != expected:
                message = f"table {self.name}: row has the wrong columns {sorted(row.keys() ^ expected)}"
                raise KeyError(message)
        return pl.DataFrame(
            [
                pl.Series(column.name, [row[column.name] for row in rows], dtype=column.dtype, strict=True)
                for column in self.columns
            ]
        )
