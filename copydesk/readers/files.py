"""The records of a file, or of every file in an archive."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from copydesk.errors import UnusableRecord
from copydesk.readers.archives import ARCHIVE_SUFFIXES, is_archive, open_members
from copydesk.readers.compression import (
    COMPRESSED_SUFFIXES,
    decompressed,
    is_compressed,
    open_decompressed,
)
from copydesk.readers.reader import BrokenSlice, Reader, RecordSlice
from copydesk.readers.registry import READERS, reader_for
from schemas.vocabulary import RejectReason, Stage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

    from copydesk.readers.archives import Member

KNOWN_ENDINGS = (*READERS, *ARCHIVE_SUFFIXES)
"""The endings of all files that can be read, compression apart."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A record of a file and its reader.

    Attributes:
        member: The path within the archive; "" outside of archives.
        record: The record; its offset is None unless the file itself has the same bytes there.
    """

    member: str
    reader: Reader
    record: RecordSlice


@dataclass(frozen=True, slots=True)
class BrokenPiece:
    """Something that cannot be read.

    Attributes:
        member: The path within the archive; "" outside of archives.
        record_no: The number of the record; None where it is the whole file.
    """

    member: str
    record_no: int | None
    error: UnusableRecord
    excerpt: bytes = b""


def read_pieces(path: Path) -> Iterator[Piece | BrokenPiece]:
    """Yield every record of a file, or of the files in an archive, one after the other.

    Two files of one name in an archive are read as if the second continued the first.

    Raises:
        OSError: The file cannot be read any more.
    """
    try:
        if is_archive(path.name):
            yield from _archived_pieces(path)
        elif (reader := reader_for(path.name)) is None:
            yield BrokenPiece("", None, _unsupported())
        else:
            with open_decompressed(path) as stream:
                for piece in stream_pieces(reader, stream):
                    yield _renumbered(piece, 0) if is_compressed(path.name) else piece
    except UnusableRecord as error:
        yield BrokenPiece("", None, error)


def stream_pieces(reader: Reader, stream: BinaryIO, member: str = "") -> Iterator[Piece | BrokenPiece]:
    """Yield every record of an open file."""
    for found in reader.split(stream):
        if isinstance(found, BrokenSlice):
            yield BrokenPiece(member, found.record_no, found.error, found.excerpt)
        else:
            yield Piece(member, reader, found)


def _archived_pieces(path: Path) -> Iterator[Piece | BrokenPiece]:
    next_no: dict[str, int] = {}
    for member in open_members(path):
        first_no = next_no.get(member.path, 0)
        for piece in _member_pieces(member, first_no):
            next_no[member.path] = max(next_no.get(member.path, 0), _record_no(piece) + 1)
            yield piece
    if not next_no:
        detail = f"the archive holds no files; expected {', '.join(READERS)} files in it"
        yield BrokenPiece("", None, UnusableRecord(Stage.READ, RejectReason.EMPTY, detail))


def _member_pieces(member: Member, first_no: int) -> Iterator[Piece | BrokenPiece]:
    reader = reader_for(member.path)
    if isinstance(member.content, UnusableRecord):
        yield BrokenPiece(member.path, first_no, member.content)
    elif reader is None:
        yield BrokenPiece(member.path, first_no, _unsupported())
    else:
        with decompressed(member.content, member.path) as stream:
            for piece in stream_pieces(reader, stream, member.path):
                yield _renumbered(piece, first_no)


def _renumbered(piece: Piece | BrokenPiece, first_no: int) -> Piece | BrokenPiece:
    """The piece, its number moved on, of a file whose bytes do not stand in the file on disk as they are."""
    record_no = _record_no(piece) + first_no
    if isinstance(piece, BrokenPiece):
        return replace(piece, record_no=record_no)
    return replace(piece, record=replace(piece.record, record_no=record_no, offset=None))


def _record_no(piece: Piece | BrokenPiece) -> int:
    return piece.record.record_no if isinstance(piece, Piece) else piece.record_no or 0


def _unsupported() -> UnusableRecord:
    detail = (
        f"the name has none of the known endings {', '.join(KNOWN_ENDINGS)}"
        f" (also with {', '.join(COMPRESSED_SUFFIXES)})"
    )
    return UnusableRecord(Stage.READ, RejectReason.UNSUPPORTED_FORMAT, detail)
