"""Parquet tables: one article a row."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from typing import TYPE_CHECKING

from copydesk.cleaning.decode import decode
from copydesk.errors import UnusableRecord
from copydesk.readers import json_record
from copydesk.readers.article_keys import used_keys
from copydesk.readers.reader import BrokenSlice, Reader, RecordSlice
from copydesk.readers.table_row import no_rows, refuse_without_text, row_slice
from schemas.vocabulary import MediaType, RejectReason, Stage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from pyarrow import Array, DataType, Schema
    from pyarrow.parquet import ParquetFile

# Enough to make reading by columns worth it, little enough that a batch of long articles is small.
_BATCH_ROWS = 64
_BUFFER_BYTES = 1_048_576


def split_table(stream: BinaryIO) -> Iterator[RecordSlice | BrokenSlice]:
    """Yield every row; only the columns that are used are read, a few rows at a time."""
    record_no = 0
    try:
        with _seekable(stream) as file:
            for values in _rows(file):
                yield _slice(record_no, values)
                record_no += 1
    except UnusableRecord as error:
        yield BrokenSlice(record_no, None, error)
        return
    if record_no == 0:
        yield BrokenSlice(0, None, no_rows())


@contextmanager
def _seekable(stream: BinaryIO) -> Iterator[BinaryIO]:
    """The stream, or a copy of it on disk where it can only be read from start to end."""
    if stream.seekable():
        yield stream
        return
    with tempfile.TemporaryFile() as copy:
        shutil.copyfileobj(stream, copy)
        yield copy


def _rows(file: BinaryIO) -> Iterator[dict[str, object]]:
    import pyarrow
    import pyarrow.parquet

    try:
        table = pyarrow.parquet.ParquetFile(file, pre_buffer=False, buffer_size=_BUFFER_BYTES)
        columns = _used_columns(table.schema_arrow)
        for group in range(table.num_row_groups):  # by itself, or damage would reach back into the one before
            yield from _group_rows(table, group, columns)
    # PyArrow raises OSError for what is damaged, and Python's own errors for names that are no text.
    except (pyarrow.ArrowException, OSError, ValueError, OverflowError) as error:
        detail = f"the Parquet file is damaged or none: {error}; write or fetch it again"
        raise UnusableRecord(Stage.READ, RejectReason.UNREADABLE_FILE, detail) from error


def _group_rows(table: ParquetFile, group: int, columns: list[str]) -> Iterator[dict[str, object]]:
    for batch in table.iter_batches(_BATCH_ROWS, [group], columns, use_threads=False):
        values = [_values(batch.column(name)) for name in columns]
        yield from (dict(zip(columns, row, strict=True)) for row in zip(*values, strict=True))


def _used_columns(schema: Schema) -> list[str]:
    """The names of the columns to read; those that two columns have are as good as absent.

    Raises:
        UnusableRecord: None of them holds texts.
    """
    named = [field for field in schema if len(schema.get_all_field_indices(field.name)) == 1]
    readable = {field.name: field.type for field in named if _readable_as(field.type) is not None}
    texts = [name for name, kind in readable.items() if _is_text(kind)]
    refuse_without_text(texts, [f"{field.name} ({field.type})" for field in schema])
    return list(used_keys(readable))


def _is_text(kind: DataType) -> bool:
    from pyarrow import types

    if types.is_list(kind) or types.is_large_list(kind) or types.is_dictionary(kind):
        return _is_text(kind.value_type)
    tests = (types.is_string, types.is_large_string, types.is_string_view)
    return any(test(kind) for test in (*tests, types.is_binary, types.is_large_binary, types.is_binary_view))


def _readable_as(kind: DataType) -> DataType | None:
    """The type to read a column as: texts as bytes, which are decoded by us, and dates as text."""
    import pyarrow
    from pyarrow import types

    if types.is_date(kind) or types.is_timestamp(kind):
        return pyarrow.string()
    if not _is_text(kind):
        return None
    is_list = types.is_list(kind) or types.is_large_list(kind)
    return pyarrow.list_(pyarrow.large_binary()) if is_list else pyarrow.large_binary()


def _values(column: Array) -> list[object]:
    """The values of a column; none where its type cannot be changed as wanted."""
    import pyarrow
    from pyarrow import types

    try:
        if types.is_dictionary(column.type):
            column = column.dictionary_decode()
        values: list[object] = column.cast(_readable_as(column.type)).to_pylist()
    except pyarrow.ArrowException:  # a time zone that nobody knows, a date beyond the calendar
        return [None] * len(column)
    return values


def _slice(record_no: int, values: dict[str, object]) -> RecordSlice | BrokenSlice:
    try:
        return row_slice(record_no, {name: _decoded(value) for name, value in values.items()})
    except UnusableRecord as error:
        return BrokenSlice(record_no, None, error)


def _decoded(value: object) -> object:
    if isinstance(value, bytes):
        return decode(value) if value else None
    return [_decoded(item) for item in value] if isinstance(value, list) else value


READER = Reader(MediaType.PARQUET, split_table, json_record.read, json_record.read_verbatim)
