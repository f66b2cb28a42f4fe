"""The table `runs`: one row a pipeline run."""

import polars as pl

from schemas.table import TIMESTAMP, Column, Table
from schemas.vocabulary import Validation

_COUNTED = ("segments", "sentences", "mentions", "entities", "quotes", "events", "event_actors")

RUNS = Table(
    name="runs",
    description="One run of the pipeline that published into this folder.",
    primary_key=("run_id",),
    columns=(
        Column("run_id", pl.String(), "Start time and a random suffix: `20260131T120000Z-1a2b`."),
        Column("started_at", TIMESTAMP, "When the run began, UTC."),
        Column("finished_at", TIMESTAMP, "When its tables were complete, UTC."),
        Column("version", pl.String(), "Version of copydesk."),
        Column("settings_sha256", pl.String(), "SHA-256 of the settings that change rows."),
        Column("n_records", pl.Int32(), "Raw records found; a file that cannot be read counts as one."),
        Column("n_documents", pl.Int32(), "Rows of `documents`, duplicates included."),
        Column("n_rejects", pl.Int32(), "Rows of `rejects`."),
        Column("n_reused", pl.Int32(), "Documents taken over unchanged from the snapshot before."),
        Column("validation", pl.String(), "The verdict.", values=tuple(Validation)),
        *(Column(f"n_{table}", pl.Int32(), f"Rows of `{table}`.") for table in _COUNTED),
    ),
)
