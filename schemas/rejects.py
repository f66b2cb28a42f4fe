"""The table `rejects`: what did not make it, and why."""

import polars as pl

from schemas.table import Column, Table
from schemas.vocabulary import RejectReason, Stage

REJECTS = Table(
    name="rejects",
    description="One raw record, or one row, that was left out, with the reason.",
    primary_key=("source_path", "source_record", "table", "row_id", "reason", "detail"),
    columns=(
        Column("run_id", pl.String(), "The run that rejected it.", references="runs.run_id"),
        Column("source_path", pl.String(), "File of the record, relative to the raw folder, with `/`."),
        Column(
            "source_record",
            pl.Int32(),
            "Position of the record in its file, from 0; null for a whole file.",
            nullable=True,
        ),
        Column("table", pl.String(), "Table the row would have joined."),
        Column(
            "row_id",
            pl.String(),
            "Primary key of the row, its parts joined by `/`; null for a record.",
            nullable=True,
        ),
        Column("stage", pl.String(), "Stage of the run that rejected it.", values=tuple(Stage)),
        Column("reason", pl.String(), "Why, in one word.", values=tuple(RejectReason)),
        Column("detail", pl.String(), "Why, in a sentence: what was found, what was expected, what to do."),
        Column("raw_excerpt", pl.String(), "The beginning of what was rejected.", nullable=True),
    ),
)
