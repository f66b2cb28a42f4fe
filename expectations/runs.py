"""What must hold for `runs` beyond its declaration: above all that nothing got lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from expectations.expectation import Action, Expectation, claim, exceeds, matches
from schemas import TABLES

if TYPE_CHECKING:
    from expectations.expectation import Frames


def with_facts(frames: Frames) -> pl.DataFrame:
    """`runs` with the height of every table, and the number of rejected records, beside the last run.

    Run ids begin with the time, so the last run has the largest. The runs before it counted tables
    that are no longer there: for them the facts are null.
    """
    runs = frames["runs"]
    is_last = pl.col("run_id") == pl.col("run_id").max()
    heights = [pl.when(is_last).then(frames[name].height).alias(_height(name)) for name in TABLES]
    rejected = pl.when(is_last).then(_n_rejected_records(frames)).alias("n_rejected_records")
    return runs.with_columns(*heights, rejected)


def _n_rejected_records(frames: Frames) -> int:
    last_run = frames["runs"].select(pl.col("run_id").max())
    is_record = pl.col("row_id").is_null() | (pl.col("table") == "documents")
    records = frames["rejects"].filter(is_record).join(last_run, on="run_id", how="semi")
    return records.select("source_path", "source_record").n_unique()


def _height(table: str) -> str:
    return f"height_of_{table}"


def _count_is_right(table: str) -> Expectation:
    column = f"n_{table}"
    return claim(
        column,
        f"{column}_is_right",
        f"is the number of rows of {table} (last run)",
        pl.col(column) == pl.col(_height(table)),
    )


EXPECTATIONS = (
    matches("run_id", r"^\d{8}T\d{6}Z-[0-9a-z]+$", "is a start time and a suffix", Action.REPORT),
    matches("settings_sha256", "^[0-9a-f]{64}$", "is 64 hex digits"),
    claim(
        "finished_at",
        "run_ends_after_it_began",
        "is not before started_at",
        pl.col("finished_at") >= pl.col("started_at"),
    ),
    exceeds("n_documents", "n_reused", or_equal=True),
    claim(
        "n_records",
        "no_record_is_lost",
        "is the number of documents and of rejected records together (last run)",
        pl.col("n_records") == pl.col("n_documents") + pl.col("n_rejected_records"),
    ),
    *(_count_is_right(table) for table in TABLES if table != "runs"),
)
