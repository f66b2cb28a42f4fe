"""`copydesk validate`: the published snapshot against its manifest and against every expectation."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import polars as pl
from expectations.report import ReportTitle, write_report

from expectations.validate import validate_frames
from flows.console import console, show_failures
from flows.descriptors import file_entries
from flows.errors import UnusableInput, ValidationFailed
from flows.snapshots import VALIDATION, Snapshot, published_snapshot
from flows.tables import read_tables
from flows.validation import DATA_DOCS, REPORT

if TYPE_CHECKING:
    from expectations.verdict import Verdict
    from flows.settings import Settings


def check_snapshot(settings: Settings) -> None:
    """Validate the published snapshot and say what came out.

    Raises:
        UnusableInput: There is no snapshot, or a file of it cannot be read as Parquet.
        ValidationFailed: A critical expectation fails, or the files are not those that were published.
    """
    snapshot = published_snapshot(settings.out)
    if snapshot is None:
        message = f"nothing is published in {settings.out}; run `copydesk run` first"
        raise UnusableInput(message)
    differences = changed_files(snapshot)
    verdict = _verdict(snapshot, settings)
    report = settings.out / VALIDATION / REPORT
    write_report(verdict, ReportTitle(snapshot.manifest.run_id, datetime.now(UTC)), report)
    for difference in differences:
        console().print(difference, markup=False)
    if differences or not verdict.passed:
        raise ValidationFailed(verdict, snapshot.path)
    show_failures(verdict)
    console().print(
        f"{len(verdict.checks)} expectations checked, validation passed; report: {report}", markup=False
    )


def _verdict(snapshot: Snapshot, settings: Settings) -> Verdict:
    try:
        frames = read_tables(snapshot.path)
    except (OSError, pl.exceptions.PolarsError) as error:
        message = f"{snapshot.path} cannot be read: {error}"
        raise UnusableInput(message) from error
    return validate_frames(frames, settings.out / VALIDATION / DATA_DOCS)


def changed_files(snapshot: Snapshot) -> list[str]:
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
