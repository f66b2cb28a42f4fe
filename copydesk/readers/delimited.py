"""Tables as text: comma-separated values and the like, one article a row."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from copydesk.cleaning.decode import decode, narrow_encoding
from copydesk.errors import UnusableRecord
from copydesk.readers import json_record
from copydesk.readers.article_keys import is_text_key, used_keys
from copydesk.readers.reader import (
    EXCERPT_BYTES,
    MAX_RECORD_BYTES,
    BrokenSlice,
    Reader,
    RecordSlice,
    too_large,
)
from copydesk.readers.table_row import no_rows, refuse_without_text, row_slice
from copydesk.readers.wide import utf8_stream
from schemas.vocabulary import MediaType, RejectReason, Stage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

_HEAD_BYTES = 65_536
# While rows are found, every byte is one character, because a field tells its encoding better than a line.
_BYTEWISE = "latin-1"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf".decode(_BYTEWISE)


@dataclass(frozen=True, slots=True)
class _Layout:
    """What stands between fields, the columns, and the encoding of what is no UTF-8."""

    delimiter: str
    columns: tuple[str, ...]
    used: frozenset[str]
    encoding: str | None


def split_rows(stream: BinaryIO, *, delimiters: str) -> Iterator[RecordSlice | BrokenSlice]:
    """Yield every row that is not blank; what cannot be a row of this table is skipped.

    Args:
        stream: The open file.
        delimiters: What may stand between two fields: the first that gives the header a text column does.
    """
    record_no = -1
    try:
        source, _ = utf8_stream(stream)
        head = source.peek(_HEAD_BYTES)[:_HEAD_BYTES]
        lines = _Lines(source)
        layout = _layout(lines, delimiters, narrow_encoding(head))
        for record_no, (row, error) in enumerate(_rows(lines, layout)):
            yield _slice(record_no, row, layout) if error is None else _broken(record_no, row, error)
    except UnusableRecord as error:
        yield BrokenSlice(record_no + 1, None, error)
        return
    if record_no < 0:
        yield BrokenSlice(0, None, no_rows())


class _Lines:
    """The lines of a file, a byte a character; those above the limit in pieces.

    Attributes:
        n_quotes: How many quotation marks there were in them since it was set to 0.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self.n_quotes = 0
        self._stream = stream
        self._is_within_line = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._stream.readline(MAX_RECORD_BYTES)
        if not line:
            raise StopIteration
        self.n_quotes += line.count(b'"')
        self._is_within_line = not line.endswith(b"\n")
        return line.decode(_BYTEWISE)

    def leave_row(self) -> None:
        """Go to the end of the row in which the lines stand: behind its line, and what is quoted in it."""
        while self._is_within_line or self.n_quotes % 2:
            if next(self, None) is None:
                return


def _layout(lines: _Lines, delimiters: str, encoding: str | None) -> _Layout:
    """The layout by the header, which is the first row that is not blank.

    Raises:
        UnusableRecord: There is no header, it is no text, or it names no column of texts.
    """
    header = next((line for line in lines if line.strip()), "").removeprefix(_BYTE_ORDER_MARK)
    if not header:
        raise no_rows()
    line = decode(header.encode(_BYTEWISE), declared=encoding)
    headers = [(delimiter, _names(line, delimiter)) for delimiter in delimiters]
    layouts = [_Layout(given, names, frozenset(used_keys(names)), encoding) for given, names in headers]
    for layout in layouts:
        if any(is_text_key(column) for column in layout.columns):
            return layout
    most = max(layouts, key=lambda layout: len(layout.columns))
    refuse_without_text((), most.columns)
    return most


def _names(header: str, delimiter: str) -> tuple[str, ...]:
    try:
        return tuple(name.strip() for name in next(csv.reader([header], delimiter=delimiter), []))
    except csv.Error:
        return ()


def _rows(lines: _Lines, layout: _Layout) -> Iterator[tuple[list[str], UnusableRecord | None]]:
    """The rows that are not blank, with what is wrong with them."""
    # A field that is never closed would take the rest of the file with it.
    csv.field_size_limit(MAX_RECORD_BYTES)
    rows = csv.reader(lines, delimiter=layout.delimiter)
    n_columns = len(layout.columns)
    while True:
        lines.n_quotes = 0
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            lines.leave_row()
            yield [], too_large() if "limit" in str(error) else _invalid(str(error))
            continue
        if row:
            is_wrong = len(row) != n_columns
            yield row, _invalid(f"the row has {len(row)} fields, not {n_columns}") if is_wrong else None


def _invalid(found: str) -> UnusableRecord:
    detail = f"{found}; expected a row like the header, with quotation marks around texts closed"
    return UnusableRecord(Stage.READ, RejectReason.INVALID_ROW, detail)


def _slice(record_no: int, row: list[str], layout: _Layout) -> RecordSlice | BrokenSlice:
    values: dict[str, object] = {}
    try:
        for column, field in zip(layout.columns, row, strict=True):
            if field and column in layout.used:
                values.setdefault(column, decode(field.encode(_BYTEWISE), declared=layout.encoding))
    except UnusableRecord as error:
        return _broken(record_no, row, error)
    return row_slice(record_no, values)


def _broken(record_no: int, row: list[str], error: UnusableRecord) -> BrokenSlice:
    excerpt = " ".join(row)[:EXCERPT_BYTES].encode(_BYTEWISE)
    return BrokenSlice(record_no, None, error, excerpt)


CSV_READER = Reader(
    MediaType.CSV, partial(split_rows, delimiters=",;\t|"), json_record.read, json_record.read_verbatim
)
TSV_READER = Reader(
    MediaType.TSV, partial(split_rows, delimiters="\t,;|"), json_record.read, json_record.read_verbatim
)
