"""What is in the raw folder: every record, its digest, and where its bytes are."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from copydesk.ids import doc_id, record_sha256
from copydesk.readers import KNOWN_ENDINGS, BrokenPiece, Piece, read_pieces
from flows.errors import UnusableInput
from flows.rejects import Reject, rejected_record, unreadable
from schemas.vocabulary import MediaType, RejectReason, Stage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import BinaryIO


@dataclass(frozen=True, slots=True)
class RecordRef:
    """Where one raw record is: `length` bytes at `offset` of `file`.

    `file` is the raw file itself or, for a record of a compressed file, an archive or a table, its copy in
    the staging folder. `source_path` of a file in an archive is the archive's path and its own in there.
    """

    source_path: str
    source_record: int
    source_sha256: str
    media_type: MediaType
    file: str
    offset: int
    length: int

    @property
    def doc_id(self) -> str:
        """The id of the article in the record."""
        return doc_id(self.source_sha256)


@dataclass(frozen=True, slots=True)
class Scan:
    """What was found: records in the order of their paths, and what could not even be read."""

    refs: tuple[RecordRef, ...]
    rejects: tuple[Reject, ...]


def raw_files(raw: Path, out: Path) -> tuple[Path, ...]:
    """Every file under `raw`, or `raw` itself; hidden files and the output folder are left out.

    Raises:
        UnusableInput: `raw` does not exist, cannot be listed, holds nothing, or is the output folder.
    """
    if not raw.exists():
        message = f"no such file or folder: {raw}; give the folder with the raw articles"
        raise UnusableInput(message)
    if raw.resolve().is_relative_to(out.resolve()):
        message = f"{raw} lies in the output folder {out}; give another --out"
        raise UnusableInput(message)
    files = (raw,) if raw.is_file() else tuple(sorted(_walk(raw, out.resolve())))
    if not files:
        message = f"nothing to read in {raw}: it holds no files; put {', '.join(KNOWN_ENDINGS)} files there"
        raise UnusableInput(message)
    return files


def _walk(raw: Path, out: Path) -> Iterator[Path]:
    """The files under a folder, linked folders too, each folder once; then those that may not be listed."""
    unlisted: list[Path] = []
    seen = {out}
    for folder, subfolders, names in os.walk(
        raw, onerror=lambda error: unlisted.append(Path(error.filename)), followlinks=True
    ):
        here = Path(folder)
        if here.resolve() in seen:
            subfolders.clear()
            continue
        seen.add(here.resolve())
        subfolders[:] = [name for name in sorted(subfolders) if not name.startswith(".")]
        yield from (here / name for name in names if not name.startswith("."))
    yield from unlisted


def scan_files(files: tuple[Path, ...], raw: Path, spool: Path, known: Mapping[str, MediaType]) -> Scan:
    """Find the records in files.

    A record whose bytes were already found under an earlier path is rejected as identical: two
    rows could not share its id.

    Args:
        files: The files to read, sorted.
        raw: The folder that `source_path` is relative to; or the one file there is.
        spool: Folder for copies of records out of compressed files, archives and tables.
        known: Digest to media type of the records that need no copy, because their rows will be reused.
    """
    base = raw.parent if raw.is_file() else raw
    rejects: list[Reject] = []
    first_with: dict[str, RecordRef] = {}
    for file_no, path in enumerate(files):
        source_path = _printable(path.relative_to(base).as_posix())
        for found in _scan_file(path, source_path, spool / f"{file_no:08d}", known):
            if isinstance(found, Reject):
                rejects.append(found)
            elif (first := first_with.setdefault(found.source_sha256, found)) is not found:
                rejects.append(_identical(found, first))
    return Scan(tuple(first_with.values()), tuple(rejects))


def _scan_file(
    path: Path, source_path: str, spool: Path, known: Mapping[str, MediaType]
) -> Iterator[RecordRef | Reject]:
    if path.is_dir() or (path.exists() and not path.is_file()):
        detail = f"{source_path} cannot be read: a folder that may not be listed, or no regular file"
        yield Reject(source_path, None, Stage.READ, RejectReason.UNREADABLE_FILE, detail)
        return
    copies = _Copies(spool)
    try:
        for piece in _pieces_or_trouble(path):
            if isinstance(piece, OSError):
                yield unreadable(source_path, None, piece)
            elif isinstance(piece, BrokenPiece):
                name = _source_path(source_path, piece.member)
                yield rejected_record(name, piece.record_no, piece.error, piece.excerpt)
            else:
                yield _ref(path, source_path, piece, copies, known)
    finally:
        copies.close()


def _pieces_or_trouble(path: Path) -> Iterator[Piece | BrokenPiece | OSError]:
    """The records of a file; and the error, if the system lets us read no more of it."""
    try:
        yield from read_pieces(path)
    except OSError as error:
        yield error


class _Copies:
    """The file for copies of the records of one raw file, which is made when the first is written."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: BinaryIO | None = None

    def add(self, raw: bytes) -> tuple[str, int]:
        """Write a record; say where it can be read again.

        Raises:
            OSError: It cannot be written; that is no fault of the raw file.
        """
        if self._file is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("wb")
        offset = self._file.tell()
        self._file.write(raw)
        return str(self._path.absolute()), offset

    def close(self) -> None:
        """Write what is still in memory."""
        if self._file is not None:
            self._file.close()


def _ref(
    path: Path, source_path: str, piece: Piece, copies: _Copies, known: Mapping[str, MediaType]
) -> RecordRef:
    """The reference to a record: in its file, or in a copy where the file has not the same bytes."""
    record, media_type = piece.record, piece.reader.media_type
    sha256 = record_sha256(record.raw)
    file, offset = str(path.absolute()), record.offset
    if offset is None:
        file, offset = copies.add(b"" if known.get(sha256) == media_type else record.raw)
    name = _source_path(source_path, piece.member)
    return RecordRef(name, record.record_no, sha256, media_type, file, offset, len(record.raw))


def _source_path(source_path: str, member: str) -> str:
    return f"{source_path}/{_printable(member)}" if member else source_path


def _printable(path: str) -> str:
    r"""A path that can be stored as text: bytes that are no UTF-8 are written as escapes.

    >>> _printable("caf\udce9.txt")
    'caf\\xe9.txt'
    """
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _identical(found: RecordRef, first: RecordRef) -> Reject:
    detail = f"the same bytes as record {first.source_record} of {first.source_path}, which is kept"
    return Reject(found.source_path, found.source_record, Stage.READ, RejectReason.IDENTICAL_RECORD, detail)
