"""Where the records of a web archive begin and end, and which of them are documents.

fastwarc reads what stands in a record; it gives neither the bytes of one nor the place of a damage.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from copydesk.errors import UnusableRecord
from copydesk.readers.reader import (
    EXCERPT_BYTES,
    MAX_RECORD_BYTES,
    BrokenSlice,
    RecordSlice,
    too_large,
)
from copydesk.readers.wide import buffered_stream
from schemas.vocabulary import RejectReason, Stage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

PAGE_TYPES = ("text/html", "application/xhtml+xml")
_VERSION = b"WARC/"
_LINE_BYTES = 65_536
_MAX_HEAD_LINES = 200
_SKIP_BYTES = 1_048_576
# The head of an HTTP response, cookies and all.
_HTTP_HEAD_BYTES = 65_536
_STATUS = re.compile(rb"HTTP/[\d.]+ (\d{3})")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_PAGE_START = re.compile(rb"\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_ROBOTS = re.compile(r"^https?://[^/]+/robots\.txt(?:[?#]|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Head:
    """The named fields of a record, as its bytes and as values by their names in lower case."""

    raw: bytes
    fields: dict[str, str]

    @property
    def n_block_bytes(self) -> int | None:
        """How many bytes follow the head; None where it does not say."""
        length = self.fields.get("content-length", "")
        return int(length) if length.isascii() and length.isdigit() else None


def split_records(stream: BinaryIO) -> Iterator[RecordSlice | BrokenSlice]:
    """Yield every record that is a page or the text of one; others count, but are passed over in silence.

    After damage the next line that begins like a record is looked for.
    """
    cutter = _Cutter(buffered_stream(stream))
    n_yielded = 0
    try:
        for piece in cutter.pieces():
            yield piece
            n_yielded += 1
    except UnusableRecord as error:
        yield BrokenSlice(cutter.record_no, cutter.offset, error)
        return
    if n_yielded == 0:
        detail = (
            f"none of the {cutter.record_no} records of the file is a web page or its text; expected HTML"
            " responses (WARC) or conversions to text (WET)"
        )
        yield BrokenSlice(cutter.record_no, 0, UnusableRecord(Stage.READ, RejectReason.EMPTY, detail))


class _Cutter:
    """Goes through a web archive from record to record.

    Attributes:
        record_no: The number of the record it stands at, from 0.
        offset: Where that record begins.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self.record_no = 0
        self.offset = 0
        self._stream = stream
        self._n_read = 0

    def pieces(self) -> Iterator[RecordSlice | BrokenSlice]:
        """The documents, and the places where none can be had.

        Raises:
            UnusableRecord: The stream breaks off.
        """
        line = self._next_line()
        while line:
            if line.strip():
                self.offset = self._n_read - len(line)
                head = self._head(line)
                yield from self._record(head)
                self.record_no += 1
                line = self._next_line() if head.n_block_bytes is not None else self._next_version()
            else:
                line = self._next_line()

    def _record(self, head: _Head) -> Iterator[RecordSlice | BrokenSlice]:
        n_bytes = head.n_block_bytes
        if n_bytes is None or not head.raw.startswith(_VERSION):
            yield self._broken(_invalid(), head.raw)
            return
        if not _may_be_document(head):
            self._skip(n_bytes)
            return
        n_wanted = max(min(n_bytes, MAX_RECORD_BYTES - len(head.raw)), _HTTP_HEAD_BYTES)
        block = self._read(min(n_bytes, n_wanted))
        is_whole = len(block) == min(n_bytes, n_wanted)
        if not _is_document(head, block):
            self._skip(n_bytes - len(block))
        elif not is_whole:
            yield self._broken(_cut_off(n_bytes, len(block)), head.raw + block)
        elif len(head.raw) + n_bytes > MAX_RECORD_BYTES:
            self._skip(n_bytes - len(block))
            yield self._broken(too_large(), head.raw + block)
        else:
            yield RecordSlice(self.record_no, self.offset, head.raw + block)

    def _broken(self, error: UnusableRecord, found: bytes) -> BrokenSlice:
        return BrokenSlice(self.record_no, self.offset, error, found[:EXCERPT_BYTES])

    def _head(self, first_line: bytes) -> _Head:
        """The lines up to the blank one that ends the head, or the first line alone if it begins none."""
        lines = [first_line]
        while first_line.startswith(_VERSION) and len(lines) < _MAX_HEAD_LINES:
            line = self._next_line()
            lines.append(line)
            if not line.strip():
                break
        return _Head(b"".join(lines), _fields(lines[1:]))

    def _next_version(self) -> bytes:
        """The next line that begins like a record; nothing at the end of the file."""
        line = self._next_line()
        while line and not line.startswith(_VERSION):
            line = self._next_line()
        return line

    def _next_line(self) -> bytes:
        line = self._stream.readline(_LINE_BYTES)
        self._n_read += len(line)
        return line

    def _read(self, n_bytes: int) -> bytes:
        block = self._stream.read(n_bytes)
        self._n_read += len(block)
        return block

    def _skip(self, n_bytes: int) -> None:
        while n_bytes > 0 and (block := self._read(min(n_bytes, _SKIP_BYTES))):
            n_bytes -= len(block)


def _fields(lines: list[bytes]) -> dict[str, str]:
    """The named fields in the lines of a head, the first of each name."""
    fields: dict[str, str] = {}
    for line in lines:
        name, colon, value = line.decode("utf-8", "replace").partition(":")
        if colon:
            fields.setdefault(name.strip().lower(), value.strip())
    return fields


def _may_be_document(head: _Head) -> bool:
    """Whether a record can be a document, as far as its own head tells."""
    kind = head.fields.get("warc-type", "").lower()
    content = _media_type(head.fields.get("content-type", ""))
    if _ROBOTS.match(head.fields.get("warc-target-uri", "").strip("<>")):
        return False
    return (
        (kind == "response" and content in {"application/http", ""})
        or (kind == "resource" and content in PAGE_TYPES)
        or (kind == "conversion" and content in {"text/plain", ""})
    )


def _is_document(head: _Head, block: bytes) -> bool:
    """Whether the block is one: of an HTTP response only a page that was found (status 200 to 299)."""
    if head.fields["warc-type"].lower() != "response":
        return True
    end = _HEAD_END.search(block, 0, _HTTP_HEAD_BYTES)
    status = _STATUS.match(block)
    if end is None or status is None or not status[1].startswith(b"2"):
        return False
    content = _media_type(_fields(block[: end.start()].splitlines()).get("content-type", ""))
    return content in PAGE_TYPES or (not content and _PAGE_START.match(block, end.end()) is not None)


def _media_type(content_type: str) -> str:
    return content_type.partition(";")[0].strip().lower()


def _invalid() -> UnusableRecord:
    detail = (
        "expected a record that begins with its version (WARC/1.0 or WARC/1.1) and gives its Content-Length;"
        " what follows is passed over up to the next one"
    )
    return UnusableRecord(Stage.READ, RejectReason.INVALID_WARC, detail)


def _cut_off(n_expected: int, n_found: int) -> UnusableRecord:
    detail = (
        f"the file breaks off within a record: it has {n_found:,} of {n_expected:,} bytes; fetch it again"
    )
    return UnusableRecord(Stage.READ, RejectReason.TRUNCATED_FILE, detail)
