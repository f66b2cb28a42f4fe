"""JSON files: one article, a list of articles, or one object after another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk.errors import UnusableRecord
from copydesk.readers.json_record import read, read_verbatim
from copydesk.readers.reader import (
    EXCERPT_BYTES,
    MAX_RECORD_BYTES,
    BrokenSlice,
    Reader,
    RecordSlice,
    too_large,
)
from copydesk.readers.wide import utf8_stream
from schemas.vocabulary import MediaType, RejectReason, Stage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

_CHUNK_BYTES = 65_536
# A backslash at the end of a chunk escapes the first byte of the next one.
_MARKS = re.compile(rb'\\.|\\\Z|["\[\]{},]', re.DOTALL)
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_WHITE_SPACE = b" \t\r\n"


def split_json_values(stream: BinaryIO) -> Iterator[RecordSlice | BrokenSlice]:
    """Yield the items of the list that the file is, or else its objects; the file is never loaded whole."""
    record_no = n_bytes = 0
    cutter = _Cutter()
    try:
        source, is_recoded = utf8_stream(stream)
        while chunk := source.read(_CHUNK_BYTES):
            n_bytes += len(chunk)
            for offset, raw in cutter.cut(chunk):
                yield _slice(record_no, None if is_recoded else offset, raw)
                record_no += 1
        for offset, raw in cutter.rest():
            place = None if is_recoded else offset
            yield _cut_off(record_no, place, raw) if cutter.is_in_list else _slice(record_no, place, raw)
            record_no += 1
    except UnusableRecord as error:
        yield BrokenSlice(record_no, n_bytes, error)
        return
    if record_no == 0:
        detail = f"the file has no records ({n_bytes} bytes); expected a JSON object or a list of them"
        yield BrokenSlice(0, 0, UnusableRecord(Stage.READ, RejectReason.EMPTY, detail))


def _slice(record_no: int, offset: int | None, raw: bytes) -> RecordSlice | BrokenSlice:
    if len(raw) > MAX_RECORD_BYTES:
        return BrokenSlice(record_no, offset, too_large(), raw[:EXCERPT_BYTES])
    return RecordSlice(record_no, offset, raw)


def _cut_off(record_no: int, offset: int | None, raw: bytes) -> BrokenSlice:
    detail = "the list of articles breaks off here; expected a closing bracket at its end"
    error = UnusableRecord(Stage.READ, RejectReason.TRUNCATED_FILE, detail)
    return BrokenSlice(record_no, offset, error, raw[:EXCERPT_BYTES])


class _Cutter:
    """Finds where values begin and end in JSON that comes in chunks, without judging what stands in them.

    Attributes:
        is_in_list: Whether the file is a list that is not closed yet.
    """

    def __init__(self) -> None:
        self.is_in_list = False
        self._is_at_start = True
        self._depth = 0
        self._is_in_string = False
        self._is_escaped = False
        self._kept = bytearray()
        self._kept_from = 0
        self._n_seen = 0

    def cut(self, chunk: bytes) -> Iterator[tuple[int, bytes]]:
        """The values that end in the next chunk, each with its offset; those too long are cut short."""
        position = self._start(chunk)
        first = max(position, int(self._is_escaped))
        self._is_escaped = False
        for mark in _MARKS.finditer(chunk, first):
            end = self._value_end(mark)
            if end is not None:
                self._keep(chunk[position:end])
                yield from self.value()
                position = mark.end()
                self._kept_from = self._n_seen + position
        self._keep(chunk[position:])
        self._n_seen += len(chunk)

    def value(self) -> Iterator[tuple[int, bytes]]:
        """What was kept since the last value, if anything can be seen in it."""
        raw = bytes(self._kept)
        self._kept.clear()
        if value := raw.strip(_WHITE_SPACE):
            yield self._kept_from + len(raw) - len(raw.lstrip(_WHITE_SPACE)), value

    def rest(self) -> Iterator[tuple[int, bytes]]:
        """What is left at the end of the file; of a list that is not closed the rest may be empty."""
        left = list(self.value())
        yield from left or ([(self._n_seen, b"")] if self.is_in_list else [])

    def _start(self, chunk: bytes) -> int:
        """Where the values begin in a chunk: behind what opens the file, if it stands here."""
        if not self._is_at_start:
            return 0
        mark = len(_BYTE_ORDER_MARK) if self._n_seen == 0 and chunk.startswith(_BYTE_ORDER_MARK) else 0
        visible = chunk[mark:].lstrip(_WHITE_SPACE)
        self._is_at_start = not visible
        self.is_in_list = visible.startswith(b"[")
        start = len(chunk) - len(visible) + int(self.is_in_list)
        self._kept_from = self._n_seen + start
        return start

    def _value_end(self, mark: re.Match[bytes]) -> int | None:
        """The end of the value that a sign ends, if it ends one: a closing bracket belongs to its value."""
        sign = mark[0]
        if sign.startswith(b"\\"):
            self._is_escaped = len(sign) == 1
        elif sign == b'"':
            self._is_in_string = not self._is_in_string
        elif self._is_in_string:
            return None
        elif sign in b"[{":
            self._depth += 1
        elif sign == b",":
            return mark.start() if self.is_in_list and self._depth == 0 else None
        else:
            return self._closed(mark)
        return None

    def _closed(self, mark: re.Match[bytes]) -> int | None:
        if self._depth == 0 and self.is_in_list and mark[0] == b"]":
            self.is_in_list = False
            return mark.start()
        self._depth = max(self._depth - 1, 0)
        return mark.end() if self._depth == 0 and not self.is_in_list else None

    def _keep(self, piece: bytes) -> None:
        """Keep a piece of a value: not more than it takes to know that the value is too long."""
        self._kept += piece[: MAX_RECORD_BYTES + 1 - len(self._kept)]


READER = Reader(MediaType.JSON, split_json_values, read, read_verbatim)
