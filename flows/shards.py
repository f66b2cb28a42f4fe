"""Shards: what one worker process does, from raw bytes to the rows of its articles.

Nothing here knows of Prefect, so that a worker starts as quickly as it can.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from copydesk.cleaning.page import body_as_given, clean_record
from copydesk.document import extract_document
from copydesk.errors import UnusableRecord
from copydesk.frames import build_frames
from copydesk.ids import record_sha256
from copydesk.readers import reader_for
from copydesk.records import Document, Extraction, Provenance
from flows.rejects import Reject, rejected_record, unreadable
from flows.scan import RecordRef
from flows.tables import write_draft
from schemas.vocabulary import MediaType, RejectReason, Stage

if TYPE_CHECKING:
    from collections.abc import Iterator

# Small enough that progress is seen and the cores end together, large enough that a task is worth its record.
MAX_SHARDS = 48
MIN_SHARD_BYTES = 200_000
MAX_SHARD_BYTES = 8_000_000


@dataclass(frozen=True, slots=True)
class Shard:
    """The work of one task: a file that lists records, and a folder for the rows of their articles."""

    refs_file: str
    folder: str
    assume_clean: bool


@dataclass(frozen=True, slots=True)
class ShardResult:
    """What became of a shard: its rows are in `folder`."""

    folder: str
    n_documents: int
    rejects: tuple[Reject, ...]


def write_shards(refs: tuple[RecordRef, ...], folder: Path, *, assume_clean: bool) -> tuple[Shard, ...]:
    """Divide records into shards of about equal bytes; how many cores there are does not matter.

    Args:
        refs: The records to extract.
        folder: Where the shards' lists and later their rows go.
        assume_clean: Whether each record's text is the body as it is.
    """
    limit = sum(ref.length for ref in refs) // MAX_SHARDS
    limit = min(max(limit, MIN_SHARD_BYTES), MAX_SHARD_BYTES)
    return tuple(
        write_shard(group, folder / f"{shard_no:05d}", assume_clean=assume_clean)
        for shard_no, group in enumerate(_grouped(refs, limit))
    )


def _grouped(refs: tuple[RecordRef, ...], limit: int) -> Iterator[tuple[RecordRef, ...]]:
    group: list[RecordRef] = []
    group_bytes = 0
    for ref in refs:
        group.append(ref)
        group_bytes += ref.length
        if group_bytes >= limit:
            yield tuple(group)
            group, group_bytes = [], 0
    if group:
        yield tuple(group)


def write_shard(refs: tuple[RecordRef, ...], folder: Path, *, assume_clean: bool) -> Shard:
    """Write the list of one shard's records."""
    folder.mkdir(parents=True, exist_ok=True)
    refs_file = folder / "refs.jsonl"
    refs_file.write_text("".join(json.dumps(asdict(ref)) + "\n" for ref in refs), "utf-8")
    return Shard(str(refs_file), str(folder), assume_clean)


def read_refs(shard: Shard) -> tuple[RecordRef, ...]:
    """The records of a shard."""
    with Path(shard.refs_file).open(encoding="utf-8") as lines:
        return tuple(_ref(json.loads(line)) for line in lines)


def _ref(fields: dict[str, Any]) -> RecordRef:
    return RecordRef(**{**fields, "media_type": MediaType(fields["media_type"])})


def extract_shard(shard: Shard) -> ShardResult:
    """Extract every record of a shard and write the rows into its folder; runs in a worker process."""
    rejects: list[Reject] = []
    frames = build_frames(_extractions(shard, rejects))
    write_draft(frames, Path(shard.folder))
    return ShardResult(shard.folder, frames["documents"].height, tuple(rejects))


def _extractions(shard: Shard, rejects: list[Reject]) -> Iterator[Extraction]:
    document_of = _given_document if shard.assume_clean else _cleaned_document
    for ref in read_refs(shard):
        try:
            raw = _read_bytes(ref)
        except OSError as error:
            rejects.append(unreadable(ref.source_path, ref.source_record, error))
            continue
        try:
            _check_digest(ref, raw)
            yield extract_document(document_of(ref, raw))
        except UnusableRecord as error:
            rejects.append(rejected_record(ref.source_path, ref.source_record, error, raw))


def _read_bytes(ref: RecordRef) -> bytes:
    with Path(ref.file).open("rb") as stream:
        stream.seek(ref.offset)
        return stream.read(ref.length)


def _check_digest(ref: RecordRef, raw: bytes) -> None:
    """Raise UnusableRecord when the bytes are no longer those that were found."""
    if record_sha256(raw) != ref.source_sha256:
        detail = f"{ref.source_path} was changed while the run read it; run again when nobody writes to it"
        raise UnusableRecord(Stage.READ, RejectReason.CHANGED_DURING_RUN, detail)


def _cleaned_document(ref: RecordRef, raw: bytes) -> Document:
    reader = reader_for(ref.source_path)
    assert reader is not None
    return clean_record(reader.read(raw, _provenance(ref)))


def _given_document(ref: RecordRef, raw: bytes) -> Document:
    reader = reader_for(ref.source_path)
    assert reader is not None
    return body_as_given(reader.read_verbatim(raw, _provenance(ref)))


def _provenance(ref: RecordRef) -> Provenance:
    return Provenance(ref.doc_id, ref.source_path, ref.source_record, ref.source_sha256, ref.media_type)
