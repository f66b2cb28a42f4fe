"""From validated tables to a published snapshot."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from flows.assemble import row_counts
from flows.descriptors import Manifest, file_entries, write_datapackage, write_manifest
from flows.notices import missing_tagger
from flows.snapshots import VALIDATION, Snapshot, hard_link, link_unchanged_files
from flows.tables import write_table
from flows.validation import DATA_DOCS, REPORT
from schemas import TABLES

if TYPE_CHECKING:
    from pathlib import Path

    from flows.assemble import Frames, Run
    from flows.work import Work


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What a run published.

    Attributes:
        rows: Row counts by table.
        n_duplicates: Documents that repeat another one.
        n_reused: Documents taken over unchanged from the snapshot before.
        n_not_extracted: Documents kept without extraction, because of their language.
        snapshot: The folder of the published tables.
        report: The validation report.
        data_docs: The same verdict as Great Expectations shows it.
        warnings: Expectations that failed without stopping the publication, one line each.
    """

    rows: dict[str, int]
    n_duplicates: int
    n_reused: int
    n_not_extracted: int
    snapshot: Path
    report: Path
    data_docs: Path
    warnings: tuple[str, ...]


def write_tables(tables: Frames, folder: Path, run: Run, previous: Snapshot | None) -> None:
    """Write the tables as a snapshot that only needs to be published.

    Args:
        tables: Every table, validated.
        folder: A folder in staging; whatever an earlier try left in it is replaced.
        run: The run that made them.
        previous: The snapshot before; files it has too are shared with it.
    """
    shutil.rmtree(folder, ignore_errors=True)
    for name, table in TABLES.items():
        write_table(tables[name], table, folder / name)
    link_unchanged_files(folder, previous)
    _describe(folder, run, row_counts(tables))


def link_tables(runs: pl.DataFrame, folder: Path, run: Run, previous: Snapshot) -> None:
    """Write the tables of the snapshot before once more, as links, with this run added to `runs`."""
    shutil.rmtree(folder, ignore_errors=True)
    for entry in previous.manifest.files:
        if not entry.path.startswith("runs/"):
            (folder / entry.path).parent.mkdir(parents=True, exist_ok=True)
            hard_link(previous.path / entry.path, folder / entry.path)
    write_table(runs, TABLES["runs"], folder / "runs")
    _describe(folder, run, {**previous.manifest.rows, "runs": runs.height})


def _describe(folder: Path, run: Run, rows: dict[str, int]) -> None:
    manifest = Manifest(
        run_id=run.run_id,
        version=run.settings.version,
        settings_sha256=run.settings.sha256,
        settings={"assume_clean": run.settings.assume_clean},
        rows=rows,
        files=file_entries(folder),
    )
    write_manifest(manifest, folder)
    write_datapackage(manifest, folder)


def publish_validation(folder: Path, out: Path) -> None:
    """Put the report and the Data Docs where readers look for them; done already when tried again."""
    if folder.exists():
        shutil.rmtree(out / VALIDATION, ignore_errors=True)
        folder.rename(out / VALIDATION)


def summary_of(documents: pl.DataFrame, rows: dict[str, int], snapshot: Path, work: Work) -> RunSummary:
    """What to tell about a publication without warnings.

    Args:
        documents: The published table `documents`.
        rows: Row counts by table.
        snapshot: The folder of the published tables.
        work: The run's work.
    """
    return RunSummary(
        rows=rows,
        n_duplicates=documents["duplicate_of"].count(),
        n_reused=len(work.plan.known),
        n_not_extracted=documents.filter(pl.col("n_sentences") == 0).height,
        snapshot=snapshot,
        report=work.run.settings.out / VALIDATION / REPORT,
        data_docs=work.run.settings.out / VALIDATION / DATA_DOCS / "index.html",
        warnings=tuple(filter(None, (work.plan.warning, missing_tagger()))),
    )
