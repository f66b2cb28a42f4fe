"""From validated tables to a published snapshot."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.descriptors import Manifest, file_entries, write_datapackage, write_manifest
from flows.snapshots import VALIDATION, Snapshot, hard_link, link_unchanged_files, publish_snapshot
from flows.tables import write_table
from schemas import TABLES

if TYPE_CHECKING:
    from pathlib import Path

    import polars as pl

    from flows.assemble import Frames, Run


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What a run published.

    Attributes:
        rows: Row counts by table.
        n_duplicates: Documents that repeat another one.
        n_reused: Documents taken over unchanged from the snapshot before.
        snapshot: The folder of the published tables.
        report: The validation report.
        warnings: Expectations that failed without stopping the publication, one line each.
    """

    rows: dict[str, int]
    n_duplicates: int
    n_reused: int
    snapshot: Path
    report: Path
    warnings: tuple[str, ...]


def publish_tables(tables: Frames, folder: Path, run: Run, previous: Snapshot | None) -> Path:
    """Write the tables as a snapshot and publish it.

    Args:
        tables: Every table, validated.
        folder: A folder in staging; whatever an earlier try left in it is replaced.
        run: The run that made them.
        previous: The snapshot before; files it has too are shared with it.

    Returns:
        The snapshot's folder.
    """
    shutil.rmtree(folder, ignore_errors=True)
    for name, table in TABLES.items():
        write_table(tables[name], table, folder / name)
    link_unchanged_files(folder, previous)
    _describe(folder, run, {name: frame.height for name, frame in tables.items()})
    return publish_snapshot(folder, run.settings.out, run.run_id, run.settings.keep_snapshots)


def publish_unchanged(runs: pl.DataFrame, folder: Path, run: Run, previous: Snapshot) -> Path:
    """Publish the tables of the snapshot before once more, with this run added to `runs`."""
    shutil.rmtree(folder, ignore_errors=True)
    for entry in previous.manifest.files:
        if not entry.path.startswith("runs/"):
            (folder / entry.path).parent.mkdir(parents=True, exist_ok=True)
            hard_link(previous.path / entry.path, folder / entry.path)
    write_table(runs, TABLES["runs"], folder / "runs")
    _describe(folder, run, {**previous.manifest.rows, "runs": runs.height})
    return publish_snapshot(folder, run.settings.out, run.run_id, run.settings.keep_snapshots)


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


def publish_validation(folder: Path, out: Path) -> Path:
    """Put the report and the Data Docs of the published snapshot where readers look for them."""
    published = out / VALIDATION
    shutil.rmtree(published, ignore_errors=True)
    folder.rename(published)
    return published
