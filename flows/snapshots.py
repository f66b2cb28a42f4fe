"""Snapshots on disk: find the published one, publish a new one in one atomic step, clear up.

A run writes into `<out>/.staging/<run_id>`; a reader never looks there. Publishing renames that
folder to `<out>/snapshots/<run_id>` and then swaps the link `<out>/latest`.
"""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from flows.descriptors import Manifest, file_entries, read_manifest
from flows.errors import UnusableInput

if TYPE_CHECKING:
    from collections.abc import Iterator

LATEST = "latest"
SNAPSHOTS = "snapshots"
FAILED = "failed"
STAGING = ".staging"
VALIDATION = "validation"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A published snapshot: its folder and what it says of itself."""

    path: Path
    manifest: Manifest


def published_snapshot(out: Path) -> Snapshot | None:
    """The snapshot that `<out>/latest` points to, or None when there is none.

    Raises:
        UnusableInput: There is one, but its manifest cannot be read.
    """
    link = out / LATEST
    if not link.exists():
        return None
    path = link.resolve()
    try:
        return Snapshot(path, read_manifest(path))
    except (OSError, ValueError) as error:
        message = f"{link} is no readable snapshot ({error}); restore it or remove the link, then run again"
        raise UnusableInput(message) from error


def require_snapshot(out: Path) -> Snapshot:
    """The published snapshot.

    Raises:
        UnusableInput: There is none.
    """
    snapshot = published_snapshot(out)
    if snapshot is None:
        message = f"nothing is published in {out}; run `copydesk run` first"
        raise UnusableInput(message)
    return snapshot


def is_intact(snapshot: Snapshot, table: str = "*") -> bool:
    """Whether the snapshot's files, or one table's, are byte for byte those that its manifest lists."""
    listed = tuple(entry for entry in snapshot.manifest.files if Path(entry.path).match(f"{table}/*"))
    return file_entries(snapshot.path, table) == listed


@contextmanager
def output_lock(out: Path) -> Iterator[None]:
    """Hold the output folder, created where needed, for one run.

    Raises:
        UnusableInput: Another run holds it, or it cannot be written.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        lock = FileLock(out / ".lock")
        lock.acquire(timeout=0)
    except Timeout as error:
        message = f"another run is publishing into {out}; wait for it to end, or give another --out"
        raise UnusableInput(message) from error
    except OSError as error:
        message = f"cannot write into {out}: {error.strerror or error}; choose another folder with --out"
        raise UnusableInput(message) from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def staging_folder(out: Path, run_id: str) -> Iterator[Path]:
    """A new folder for a run's unpublished files, gone when the context ends.

    What an earlier run that was killed left behind is cleared away; the caller holds the lock.
    """
    shutil.rmtree(out / STAGING, ignore_errors=True)
    folder = out / STAGING / run_id
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(out / STAGING, ignore_errors=True)


def link_unchanged_files(folder: Path, previous: Snapshot | None) -> None:
    """Replace files that the previous snapshot has too, byte for byte, with hard links to them."""
    if previous is None:
        return
    before = {entry.path: entry.sha256 for entry in previous.manifest.files}
    for entry in file_entries(folder):
        if before.get(entry.path) == entry.sha256 and (previous.path / entry.path).is_file():
            (folder / entry.path).unlink()
            hard_link(previous.path / entry.path, folder / entry.path)


def hard_link(existing: Path, new: Path) -> None:
    """Let `new` be the same file as `existing`; a copy where the file system knows no hard links."""
    try:
        new.hardlink_to(existing)
    except OSError:
        shutil.copy2(existing, new)


def publish_snapshot(folder: Path, out: Path, run_id: str, keep: int) -> Path:
    """Make a complete folder the published snapshot, and prune the oldest ones.

    Args:
        folder: The finished tables with their manifest, on the file system of `out`.
        out: The output folder.
        run_id: Name of the snapshot.
        keep: How many snapshots to keep, this one included.

    Returns:
        The snapshot's folder.
    """
    _flush_to_disk(folder)
    snapshot = out / SNAPSHOTS / run_id
    snapshot.parent.mkdir(exist_ok=True)
    folder.rename(snapshot)
    new_link = out / f".{LATEST}"
    new_link.unlink(missing_ok=True)
    new_link.symlink_to(Path(SNAPSHOTS) / run_id, target_is_directory=True)
    new_link.replace(out / LATEST)
    _prune(snapshot.parent, keep)
    return snapshot


def keep_failed(folder: Path, out: Path, run_id: str, keep: int) -> Path:
    """Move the tables of a run that failed validation to where they can be looked at; prune the oldest."""
    kept = out / FAILED / run_id
    kept.parent.mkdir(exist_ok=True)
    folder.rename(kept)
    _prune(kept.parent, keep)
    return kept


def _prune(folder: Path, keep: int) -> None:
    """Remove all but the newest folders; their names begin with the time."""
    for old in sorted(folder.iterdir())[:-keep]:
        shutil.rmtree(old, ignore_errors=True)


def _flush_to_disk(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as stream:
                os.fsync(stream.fileno())
