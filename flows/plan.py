"""What a run has to do: which records are new, and which rows of the last snapshot stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.reuse import reusable_digests, runs_so_far
from flows.scan import RecordRef, Scan, raw_files, scan_files
from flows.snapshots import Snapshot, is_intact, published_snapshot

if TYPE_CHECKING:
    from pathlib import Path

    import polars as pl

    from flows.settings import Settings


@dataclass(frozen=True, slots=True)
class Plan:
    """The work of one run.

    Attributes:
        scan: Everything that was found.
        previous: The published snapshot; None when there is none, or none to be trusted.
        new: The records to extract.
        known: The records whose rows are taken over from `previous`.
        runs_before: The rows of `runs` so far, those of runs that failed validation included.
        warning: What the user should know before the run goes on; "" when there is nothing.
    """

    scan: Scan
    previous: Snapshot | None
    new: tuple[RecordRef, ...]
    known: tuple[RecordRef, ...]
    runs_before: pl.DataFrame
    warning: str


def make_plan(settings: Settings, spool: Path) -> Plan:
    """Look at the raw folder and at the last snapshot.

    Args:
        settings: The settings of the run.
        spool: Folder for copies of records out of compressed files.

    Raises:
        UnusableInput: There is nothing to read, or the last snapshot has no readable manifest.
    """
    previous, warning = published_snapshot(settings.out), ""
    runs_before = runs_so_far(settings.out, previous)
    if previous is not None and not is_intact(previous):
        warning = f"{previous.path} is not as it was published; nothing of it is reused"
        previous = None
    digests = reusable_digests(previous, settings)
    scan = scan_files(raw_files(settings.raw, settings.out), settings.raw, spool, digests)
    known = tuple(ref for ref in scan.refs if digests.get(ref.source_sha256) == ref.media_type)
    taken_over = {ref.source_sha256 for ref in known}
    new = tuple(ref for ref in scan.refs if ref.source_sha256 not in taken_over)
    return Plan(scan, previous, new, known, runs_before, warning)
