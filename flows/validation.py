"""Judging the draft tables of a run, and setting aside the rows that only deserve a warning."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import polars as pl

from copydesk.frames import DOCUMENT_TABLES
from expectations.report import ReportTitle, write_report
from expectations.validate import validate_frames
from flows.assemble import Frames, Inputs, Run, complete_tables, row_counts, with_run
from flows.quarantine import quarantine_rejects, without_quarantined

if TYPE_CHECKING:
    from expectations.verdict import Verdict

DATA_DOCS = "data_docs"
REPORT = "report.html"


def validated(tables: Frames, run: Run, inputs: Inputs, folder: Path) -> tuple[Frames, Verdict]:
    """Validate tables; rows in quarantine leave them, and what remains is linked and validated again.

    Args:
        tables: Every table, this run's row of `runs` included.
        run: The run that made them.
        inputs: Its record counts.
        folder: Where the report and the Data Docs go.

    Returns:
        The tables that may be published if the verdict is good, and the verdict. A verdict that
        sent rows into quarantine is the one returned, as it is the one that says why.
    """
    first = verdict = validate_frames(tables, folder / DATA_DOCS)
    while verdict.passed and verdict.quarantined:
        tables = _set_aside(tables, verdict, run, inputs)
        with TemporaryDirectory(dir=folder) as unread:
            verdict = validate_frames(tables, Path(unread))
    told = first if verdict.passed else verdict
    write_report(told, ReportTitle(run.run_id, run.started_at), folder / REPORT)
    return tables, told


def _set_aside(tables: Frames, verdict: Verdict, run: Run, inputs: Inputs) -> Frames:
    remaining = without_quarantined({name: tables[name] for name in DOCUMENT_TABLES}, verdict)
    rejects = pl.concat([tables["rejects"], quarantine_rejects(tables, verdict, run.run_id)])
    completed = complete_tables(remaining, rejects)
    runs_before = tables["runs"].filter(pl.col("run_id") != run.run_id)
    return {**completed, "runs": with_run(runs_before, row_counts(completed), run, inputs)}
