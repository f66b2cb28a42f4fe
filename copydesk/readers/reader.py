"""What a reader is, and what a file is cut into before it is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from copydesk.errors import UnusableRecord
from schemas.vocabulary import RejectReason, Stage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from copydesk.records import Provenance, RawRecord
    from schemas.vocabulary import MediaType

# The longest investigations stay under 0.3 MB, the heaviest page with its scripts under 4 MB. Beyond
# that it is a dump of many articles or a wrong file, and one record must not exhaust a worker.
MAX_RECORD_BYTES = 4_000_000
# Enough to recognise a rejected record by, little enough for a table.
EXCERPT_BYTES = 200


@dataclass(frozen=True, slots=True)
class RecordSlice:
    """The bytes of one record, and where they begin in the decompressed file.

    `offset` is None where they stand nowhere in it: the row of a table, say, which is written as JSON.
    """

    record_no: int
    offset: int | None
    raw: bytes


@dataclass(frozen=True, slots=True)
class BrokenSlice:
    """A place where a record should be but cannot be had, why, and the beginning of what was found."""

    record_no: int
    offset: int | None
    error: UnusableRecord
    excerpt: bytes = b""


@dataclass(frozen=True, slots=True)
class Reader:
    """How one format is read.

    Attributes:
        media_type: The format.
        split: Cut an open file into the bytes of its records; never raises UnusableRecord, yields it.
            Every record or broken place has a number of its own.
        read: Decode and repair one record and find its lines, or raise UnusableRecord.
        read_verbatim: The same for text that is already clean: decoded, else unchanged to the character.
    """

    media_type: MediaType
    split: Callable[[BinaryIO], Iterator[RecordSlice | BrokenSlice]]
    read: Callable[[bytes, Provenance], RawRecord]
    read_verbatim: Callable[[bytes, Provenance], RawRecord]


def split_whole(stream: BinaryIO) -> Iterator[RecordSlice | BrokenSlice]:
    """Yield the whole file as one record."""
    head = b""
    try:
        head = stream.read(EXCERPT_BYTES)
        raw = head + stream.read(MAX_RECORD_BYTES + 1 - len(head))
    except UnusableRecord as error:
        yield BrokenSlice(0, 0, error, head)
        return
    yield BrokenSlice(0, 0, too_large(), head) if len(raw) > MAX_RECORD_BYTES else RecordSlice(0, 0, raw)


def too_large() -> UnusableRecord:
    """The error for a record above the limit."""
    detail = f"the record is longer than {MAX_RECORD_BYTES:,} bytes; split it into one record an article"
    return UnusableRecord(Stage.READ, RejectReason.TOO_LARGE, detail)


def refuse_unless_readable(raw: bytes) -> None:
    """Raise UnusableRecord for a record that is empty or too large, whoever cut it out."""
    if len(raw) > MAX_RECORD_BYTES:
        raise too_large()
    if not raw:
        raise UnusableRecord(
            Stage.READ, RejectReason.EMPTY, "the record has no bytes; expected the text of an article"
        )


def refuse_blank(text: str) -> None:
    """Raise UnusableRecord for a text without a visible character."""
    if not text or text.isspace():
        detail = (
            f"the record holds only white space ({len(text)} characters); expected the text of an article"
        )
        raise UnusableRecord(Stage.READ, RejectReason.EMPTY, detail)
