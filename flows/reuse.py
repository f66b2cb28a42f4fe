"""What of the last snapshot need not be made again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from copydesk.frames import DOCUMENT_TABLES
from copydesk.readers import reader_for
from flows.snapshots import FAILED, is_intact
from flows.tables import read_tables
from schemas import TABLES
from schemas.vocabulary import Stage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from flows.scan import RecordRef
    from flows.settings import Settings
    from flows.snapshots import Snapshot
    from schemas.vocabulary import MediaType

_PROVENANCE = ("source_path", "source_record")


def reusable_digests(snapshot: Snapshot | None, settings: Settings) -> dict[str, MediaType]:
    """The records whose rows can be taken over: SHA-256 of the record to the format it was read as.

    Rows of another version or of other settings, and all rows with `--full`, are not reused.
    """
    if snapshot is None or settings.full:
        return {}
    manifest = snapshot.manifest
    if (manifest.version, manifest.settings_sha256) != (settings.version, settings.sha256):
        return {}
    tables = read_tables(snapshot.path, ("documents", "rejects"))
    # Rows of such a document are missing, or have lost a reference: it is made and judged again.
    quarantined = tables["rejects"].filter(pl.col("stage") == Stage.VALIDATE)
    documents = tables["documents"].join(quarantined, on=_PROVENANCE, how="anti")
    readers = [reader_for(path) for path in documents["source_path"].to_list()]
    digests = documents["source_sha256"].to_list()
    return {
        digest: reader.media_type
        for digest, reader in zip(digests, readers, strict=True)
        if reader is not None
    }


def runs_so_far(out: Path, snapshot: Snapshot | None) -> pl.DataFrame:
    """The runs before this one: those in the snapshot, if they are as published, and those that failed."""
    runs = TABLES["runs"].empty_frame()
    if snapshot is not None and is_intact(snapshot, "runs"):
        runs = read_tables(snapshot.path, ("runs",))["runs"]
    failed = [read_tables(folder, ("runs",)) for folder in sorted((out / FAILED).glob("*"))]
    ours = [tables["runs"].filter(pl.col("run_id") == pl.col("run_id").max()) for tables in failed if tables]
    return pl.concat([runs, *ours]).unique("run_id", keep="first").sort("run_id")


def reused_frames(snapshot: Snapshot, refs: Sequence[RecordRef]) -> dict[str, pl.DataFrame]:
    """The rows of unchanged records, with the paths under which the records are found now."""
    found = pl.DataFrame(
        {
            "doc_id": [ref.doc_id for ref in refs],
            "source_path": [ref.source_path for ref in refs],
            "source_record": [ref.source_record for ref in refs],
        },
        schema={"doc_id": pl.String, "source_path": pl.String, "source_record": pl.Int32},
    )
    tables = read_tables(snapshot.path, DOCUMENT_TABLES)
    frames = {
        name: frame.join(found.select("doc_id"), on="doc_id", how="semi") for name, frame in tables.items()
    }
    columns = frames["documents"].columns
    frames["documents"] = frames["documents"].drop(_PROVENANCE).join(found, on="doc_id").select(columns)
    return frames


def is_same_input(snapshot: Snapshot, refs: Sequence[RecordRef], rejects: pl.DataFrame) -> bool:
    """Whether the records found, and those rejected, are just those of the snapshot."""
    tables = read_tables(snapshot.path, ("documents", "rejects"))
    found = {(ref.doc_id, ref.source_path, ref.source_record) for ref in refs}
    had = set(tables["documents"].select("doc_id", *_PROVENANCE).iter_rows())
    return found == had and _without_run(rejects).equals(_without_run(tables["rejects"]))


def _without_run(rejects: pl.DataFrame) -> pl.DataFrame:
    return rejects.drop("run_id").sort(pl.all())
