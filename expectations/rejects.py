"""What must hold for `rejects` beyond its declaration."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from expectations.expectation import Action, claim, one_of
from schemas import TABLES

if TYPE_CHECKING:
    from expectations.expectation import Frames


def with_facts(frames: Frames) -> pl.DataFrame:
    """`rejects` with whether a document was made of the same record."""
    published = (
        frames["documents"]
        .select("source_path", "source_record", pl.lit(value=True).alias("is_published"))
        .unique()
    )
    return frames["rejects"].join(
        published, on=["source_path", "source_record"], how="left", maintain_order="left"
    )


_IS_ROW = pl.col("stage") == "validate"

EXPECTATIONS = (
    one_of("table", tuple(TABLES)),
    claim(
        "row_id",
        "row_id_goes_with_validation",
        "is given exactly for rows that failed validation",
        pl.col("row_id").is_not_null() == _IS_ROW,
    ),
    claim(
        "reason",
        "reason_goes_with_validation",
        "is failed_expectation exactly at the stage validate",
        (pl.col("reason") == "failed_expectation") == _IS_ROW,
    ),
    claim(
        "source_record",
        "rejected_records_are_not_published",
        "is not the record of a document",
        pl.col("row_id").is_not_null() | pl.col("is_published").is_null(),
    ),
    claim(
        "detail",
        "detail_is_not_blank",
        "says what was found",
        pl.col("detail").str.contains(r"\S"),
        Action.REPORT,
    ),
)
