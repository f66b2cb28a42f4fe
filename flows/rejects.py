"""Rows of `rejects`: records and rows that were left out, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from schemas import TABLES
from schemas.vocabulary import RejectReason, Stage

if TYPE_CHECKING:
    from collections.abc import Iterable

    import polars as pl

    from copydesk.errors import UnusableRecord

_EXCERPT_CHARACTERS = 200


@dataclass(frozen=True, slots=True)
class Reject:
    """A record or row that did not make it; `source_record` is None when it is a whole file."""

    source_path: str
    source_record: int | None
    stage: Stage
    reason: RejectReason
    detail: str
    raw_excerpt: str | None = None
    table: str = "documents"
    row_id: str | None = None


def rejected_record(source_path: str, source_record: int | None, error: UnusableRecord, raw: bytes) -> Reject:
    """The reject for a record that no article can be made of."""
    return Reject(source_path, source_record, error.stage, error.reason, error.detail, excerpt(raw))


def unreadable(source_path: str, source_record: int | None, error: OSError) -> Reject:
    """The reject for a file, or a record of it, that the system would not let us read."""
    detail = (
        f"{source_path} cannot be read: {error.strerror or error}; check that it exists and who may read it"
    )
    return Reject(source_path, source_record, Stage.READ, RejectReason.UNREADABLE_FILE, detail)


def excerpt(raw: bytes) -> str | None:
    """The beginning of a raw record as text, whatever it is; None when there is nothing."""
    return raw[: 4 * _EXCERPT_CHARACTERS].decode("utf-8", "replace")[:_EXCERPT_CHARACTERS] or None


def rejects_frame(rejects: Iterable[Reject], run_id: str) -> pl.DataFrame:
    """The rows of `rejects` for one run."""
    return TABLES["rejects"].frame(
        [
            {
                "run_id": run_id,
                "source_path": reject.source_path,
                "source_record": reject.source_record,
                "table": reject.table,
                "row_id": reject.row_id,
                "stage": reject.stage,
                "reason": reject.reason,
                "detail": reject.detail,
                "raw_excerpt": reject.raw_excerpt,
            }
            for reject in rejects
        ]
    )
