"""Rows of tables: which columns are read, and a row as the JSON object that it is handed on as."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from copydesk.errors import UnusableRecord
from copydesk.readers.article_keys import is_text_key
from copydesk.readers.reader import (
    EXCERPT_BYTES,
    MAX_RECORD_BYTES,
    BrokenSlice,
    RecordSlice,
    too_large,
)
from schemas.vocabulary import RejectReason, Stage

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_COLUMNS_TOLD = 20
_COLUMN_CHARACTERS_TOLD = 40


def row_slice(record_no: int, values: Mapping[str, object]) -> RecordSlice | BrokenSlice:
    """The record of a row: its used columns in the order of the table as JSON in UTF-8, absent ones left out.

    It depends on nothing but these values, so the same row is the same record wherever it stands.
    """
    given = {name: value for name, value in values.items() if value is not None}
    raw = json.dumps(given, ensure_ascii=False).encode("utf-8", "replace")
    if len(raw) > MAX_RECORD_BYTES:
        return BrokenSlice(record_no, None, too_large(), raw[:EXCERPT_BYTES])
    return RecordSlice(record_no, None, raw)


def refuse_without_text(columns: Sequence[str], described: Sequence[str]) -> None:
    """Raise UnusableRecord for a table that has no column of texts.

    Args:
        columns: The names of the columns that could hold texts.
        described: All columns as the user is to be told of them.
    """
    if any(is_text_key(column) for column in columns):
        return
    told = [f"`{name[:_COLUMN_CHARACTERS_TOLD]}`" for name in described[:_COLUMNS_TOLD]]
    if len(described) > _COLUMNS_TOLD:
        told.append(f"{len(described) - _COLUMNS_TOLD} more")
    detail = (
        "the table has no column of texts named `text`, `raw`, `html`, `content`, `body`, `article` or the"
        f" like; its columns: {', '.join(told) or 'none'}"
    )
    raise UnusableRecord(Stage.READ, RejectReason.NO_TEXT, detail)


def no_rows() -> UnusableRecord:
    """The error for a table without rows."""
    return UnusableRecord(Stage.READ, RejectReason.EMPTY, "the table has no rows; expected one article a row")
