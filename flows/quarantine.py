"""Rows that fail a warning are taken out of their tables and recorded as rejects."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from schemas import TABLES, Column, Table
from schemas.vocabulary import RejectReason, Stage

if TYPE_CHECKING:
    from expectations.verdict import Verdict
    from flows.assemble import Frames


def without_quarantined(frames: Frames, verdict: Verdict) -> Frames:
    """The tables without the rows in quarantine, and without what cannot stand without those.

    A row that needs a removed row goes too; one that may do without it has its reference emptied.
    """
    kept = dict(frames)
    for name, table in TABLES.items():
        if name not in kept:
            continue
        rows = verdict.quarantined.get(name)
        if rows is not None:
            kept[name] = kept[name].join(rows.select(table.primary_key), on=table.primary_key, how="anti")
        for column in table.columns:
            kept[name] = _without_orphans(kept[name], column, kept, table)
    return kept


def _without_orphans(frame: pl.DataFrame, column: Column, kept: Frames, table: Table) -> pl.DataFrame:
    """Drop the rows whose reference points to a removed row, or empty the reference where it may be."""
    parent, _, key = (column.references or "").partition(".")
    if not column.references or parent == table.name or parent not in kept:
        return frame
    present = pl.col(column.name).is_in(kept[parent][key].implode())
    if column.nullable:
        return frame.with_columns(pl.when(present).then(pl.col(column.name)).alias(column.name))
    return frame.filter(present)


def quarantine_rejects(frames: Frames, verdict: Verdict, run_id: str) -> pl.DataFrame:
    """One row of `rejects` for every row in quarantine and expectation that it failed."""
    found = [
        _rejects_of(TABLES[name], frames[name], rows, frames["documents"])
        for name, rows in verdict.quarantined.items()
    ]
    empty = TABLES["rejects"].empty_frame()
    rejects = pl.concat([empty.drop("run_id"), *found])
    return rejects.select(pl.lit(run_id).alias("run_id"), *empty.columns[1:])


def _rejects_of(
    table: Table, frame: pl.DataFrame, rows: pl.DataFrame, documents: pl.DataFrame
) -> pl.DataFrame:
    key = list(table.primary_key)
    with_document = rows.join(frame.select(pl.col(key), *_document_of(table)), on=key)
    from_file = documents.select(pl.col("doc_id").alias("_doc_id"), "source_path", "source_record")
    return with_document.join(from_file, on="_doc_id", how="left").select(
        pl.col("source_path").fill_null(""),
        pl.col("source_record"),
        pl.lit(table.name).alias("table"),
        pl.concat_str(pl.col(key).cast(pl.String), separator="/").alias("row_id"),
        pl.lit(Stage.VALIDATE.value).alias("stage"),
        pl.lit(RejectReason.FAILED_EXPECTATION.value).alias("reason"),
        pl.col("words").alias("detail"),
        pl.lit(None, pl.String).alias("raw_excerpt"),
    )


def _document_of(table: Table) -> list[pl.Expr]:
    has_document = "doc_id" in table.column_names
    return [(pl.col("doc_id") if has_document else pl.lit(None, pl.String)).alias("_doc_id")]
