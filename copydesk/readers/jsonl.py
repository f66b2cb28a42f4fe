"""JSON Lines: one article a line."""

from __future__ import annotations

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

_CRLF_BYTES = 2
_SKIP_BYTES = 65_536


def split_json_lines(stream: BinaryIO) -> Iterator[RecordSlice | BrokenSlice]:
    """Yield every line that is not blank; a line above the limit is skipped without loading it whole.

    The lines of a file in UTF-16 are records in UTF-8, which stand nowhere in the file.
    """
    record_no = offset = 0
    try:
        lines, is_recoded = utf8_stream(stream)
        while line := lines.readline(MAX_RECORD_BYTES + _CRLF_BYTES):
            raw = line.removesuffix(b"\n").removesuffix(b"\r")
            place = None if is_recoded else offset
            if len(raw) > MAX_RECORD_BYTES:
                yield BrokenSlice(record_no, place, too_large(), raw[:EXCERPT_BYTES])
                record_no += 1
            elif raw.strip():
                yield RecordSlice(record_no, place, raw)
                record_no += 1
            offset += len(line)
            if not line.endswith(b"\n"):
                offset += _skip_to_line_end(lines)
    except UnusableRecord as error:
        yield BrokenSlice(record_no, offset, error)
        return
    if record_no == 0:
        detail = f"the file has no records ({offset} bytes, all white space); expected one JSON object a line"
        yield BrokenSlice(0, 0, UnusableRecord(Stage.READ, RejectReason.EMPTY, detail))


def _skip_to_line_end(stream: BinaryIO) -> int:
    n_skipped = 0
    while piece := stream.readline(_SKIP_BYTES):
        n_skipped += len(piece)
        if piece.endswith(b"\n"):
            break
    return n_skipped


READER = Reader(MediaType.JSONL, split_json_lines, read, read_verbatim)
