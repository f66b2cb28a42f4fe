"""The tables of a run: what the shards wrote and what is reused, linked, with rejects and the runs row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from copydesk.corpus.link import link_corpus
from copydesk.frames import DOCUMENT_TABLES
from flows.tables import read_tables
from schemas import TABLES
from schemas.vocabulary import Validation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from flows.plan import Plan
    from flows.settings import Settings

Frames = dict[str, pl.DataFrame]


@dataclass(frozen=True, slots=True)
class Run:
    """What a run knows of itself from the start."""

    run_id: str
    started_at: datetime
    settings: Settings


@dataclass(frozen=True, slots=True)
class Inputs:
    """How many records a run found, and how many of their articles it took over from the snapshot before."""

    n_records: int
    n_reused: int


def gather_frames(folders: Sequence[str], reused: Frames) -> Frames:
    """Read the rows that the shards wrote into their folders and put the reused ones beside them."""
    parts = [read_tables(Path(folder), DOCUMENT_TABLES) for folder in folders]
    return {
        name: pl.concat(
            [TABLES[name].empty_frame(), *(part[name] for part in [*parts, reused] if name in part)]
        )
        for name in DOCUMENT_TABLES
    }


def complete_tables(frames: Frames, rejects: pl.DataFrame) -> Frames:
    """Link the articles, and put the rejects beside them; only `runs` is missing yet."""
    return {**link_corpus(frames), "rejects": rejects.sort(TABLES["rejects"].primary_key)}


def with_run(runs_before: pl.DataFrame, rows: Mapping[str, int], run: Run, inputs: Inputs) -> pl.DataFrame:
    """The table `runs` with this run's row.

    Args:
        runs_before: The runs so far.
        rows: Row counts of the other tables by name.
        run: This run.
        inputs: Its record counts.
    """
    row = TABLES["runs"].frame(
        [
            {
                "run_id": run.run_id,
                "started_at": run.started_at,
                "finished_at": datetime.now(UTC),
                "version": run.settings.version,
                "settings_sha256": run.settings.sha256,
                "n_records": inputs.n_records,
                "n_reused": inputs.n_reused,
                "validation": Validation.PASSED,
                **{f"n_{name}": rows[name] for name in TABLES if name != "runs"},
            }
        ]
    )
    return pl.concat([runs_before, row]).sort("run_id")


def row_counts(tables: Frames) -> dict[str, int]:
    """How many rows each table has."""
    return {name: frame.height for name, frame in tables.items()}


def mark_failed(tables: Frames, run: Run) -> Frames:
    """Let this run's row say that its tables did not pass."""
    failed = pl.when(pl.col("run_id") == run.run_id).then(pl.lit(Validation.FAILED.value))
    runs = tables["runs"].with_columns(failed.otherwise(pl.col("validation")).alias("validation"))
    return {**tables, "runs": runs}


def count_records(plan: Plan) -> int:
    """The number of raw records: those found, and those (or whole files) that were rejected at once."""
    return len(plan.scan.refs) + len(plan.scan.rejects)
