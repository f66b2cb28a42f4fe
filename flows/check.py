"""`copydesk validate`: the published snapshot against its manifest and against every expectation."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import polars as pl

from expectations.report import ReportTitle, write_report
from expectations.validate import validate_frames
from flows.console import console, show_failures
from flows.descriptors import file_entries
from flows.errors import ValidationFailed
from flows.snapshots import VALIDATION, Snapshot, output_lock, require_snapshot
from flows.tables import read_tables
from flows.validation import DATA_DOCS, REPORT
from schemas import TABLES

if TYPE_CHECKING:
    from flows.assemble import Frames
    from flows.settings import Settings


def check_snapshot(settings: Settings) -> None:
    """Validate the published snapshot and say what came out.

    Raises:
        UnusableInput: There is no snapshot, or a run is at work in the folder.
        ValidationFailed: A critical expectation fails, or the files are not those that were published.
    """
    snapshot = require_snapshot(settings.out)
    with output_lock(settings.out):
        _check(snapshot, settings)


def _check(snapshot: Snapshot, settings: Settings) -> None:
    frames, unreadable = _readable_tables(snapshot)
    verdict = validate_frames(frames, settings.out / VALIDATION / DATA_DOCS)
    report = settings.out / VALIDATION / REPORT
    write_report(verdict, ReportTitle(snapshot.manifest.run_id, datetime.now(UTC)), report)
    differences = [*unreadable, *_changed_files(snapshot)]
    for difference in differences:
        console().print(difference, markup=False)
    if differences or not verdict.passed:
        raise ValidationFailed(verdict, snapshot.path, len(differences))
    show_failures(verdict)
    n_checks = len(verdict.checks)
    console().print(f"{n_checks} expectations checked, validation passed; report: {report}", markup=False)


def _readable_tables(snapshot: Snapshot) -> tuple[Frames, list[str]]:
    """The tables of a snapshot, and a line for each that cannot be read; the verdict misses that one too."""
    frames: Frames = {}
    unreadable = []
    for name in TABLES:
        try:
            frames |= read_tables(snapshot.path, (name,))
        except (OSError, pl.exceptions.PolarsError) as error:
            unreadable.append(f"{name}: cannot be read as Parquet: {error}")
    return frames, unreadable


def _changed_files(snapshot: Snapshot) -> list[str]:
    """How the files of a snapshot differ from those that its manifest lists, one line a file."""
    published = {entry.path: entry for entry in snapshot.manifest.files}
    present = {entry.path: entry for entry in file_entries(snapshot.path)}
    return [
        *(f"{path}: missing since it was published" for path in sorted(published.keys() - present.keys())),
        *(
            f"{path}: added since the snapshot was published"
            for path in sorted(present.keys() - published.keys())
        ),
        *(
            f"{path}: changed since it was published (SHA-256 {present[path].sha256[:16]}..., "
            f"expected {published[path].sha256[:16]}...)"
            for path in sorted(published.keys() & present.keys())
            if present[path] != published[path]
        ),
    ]
