"""What of the last snapshot need not be made again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from copydesk.frames import DOCUMENT_TABLES
from copydesk.readers import reader_for
from flows.tables import read_tables

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    documents = read_tables(snapshot.path, ("documents",))["documents"]
    readers = [reader_for(path) for path in documents["source_path"].to_list()]
    digests = documents["source_sha256"].to_list()
    return {
        digest: reader.media_type
        for digest, reader in zip(digests, readers, strict=True)
        if reader is not None
    }


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
