"""What is in the raw folder: every record, its digest, and where its bytes are."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from copydesk.errors import UnusableRecord
from copydesk.ids import doc_id, record_sha256
from copydesk.readers import READERS, BrokenSlice, Reader, reader_for
from copydesk.readers.compression import is_compressed, open_decompressed
from flows.errors import UnusableInput
from flows.rejects import Reject, rejected_record, unreadable
from schemas.vocabulary import MediaType, RejectReason, Stage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, slots=True)
class RecordRef:
    """Where one raw record is: `length` bytes at `offset` of `file`.

    `file` is the raw file itself or, for a record of a compressed file, its copy in the staging folder.
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
        message = f"nothing to read in {raw}: it holds no files; put {', '.join(READERS)} files there"
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
        spool: Folder for copies of records out of compressed files.
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
    reader = reader_for(path.name)
    if reader is None:
        detail = f"{source_path} has none of the known endings {', '.join(READERS)} (also with .gz, .zst)"
        yield Reject(source_path, None, Stage.READ, RejectReason.UNSUPPORTED_FORMAT, detail)
        return
    found = _found(reader, path, source_path)
    if is_compressed(path.name):
        yield from _spooled(found, spool, known)
    else:
        yield from (item if isinstance(item, Reject) else item[0] for item in found)


def _found(reader: Reader, path: Path, source_path: str) -> Iterator[tuple[RecordRef, bytes] | Reject]:
    """The records of a file with their bytes; whatever is wrong with reading it is a reject."""
    file = str(path.absolute())
    try:
        with open_decompressed(path) as stream:
            for piece in reader.split(stream):
                if isinstance(piece, BrokenSlice):
                    yield rejected_record(source_path, piece.record_no, piece.error, piece.excerpt)
                    continue
                place = (file, piece.offset, len(piece.raw))
                sha256 = record_sha256(piece.raw)
                yield RecordRef(source_path, piece.record_no, sha256, reader.media_type, *place), piece.raw
    except UnusableRecord as error:
        yield rejected_record(source_path, None, error, b"")
    except OSError as error:
        yield unreadable(source_path, None, error)


def _spooled(
    found: Iterator[tuple[RecordRef, bytes] | Reject], spool: Path, known: Mapping[str, MediaType]
) -> Iterator[RecordRef | Reject]:
    """The same records, those that are new copied to where they can be read again.

    Raises:
        OSError: The copy cannot be written; that is no fault of the file.
    """
    spool.parent.mkdir(parents=True, exist_ok=True)
    with spool.open("wb") as copy:
        for item in found:
            if isinstance(item, Reject):
                yield item
                continue
            ref, raw = item
            offset = copy.tell()
            if known.get(ref.source_sha256) != ref.media_type:
                copy.write(raw)
            yield replace(ref, file=str(spool.absolute()), offset=offset)


def _printable(path: str) -> str:
    r"""A path that can be stored as text: bytes that are no UTF-8 are written as escapes.

    >>> _printable("caf\udce9.txt")
    'caf\\xe9.txt'
    """
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _identical(found: RecordRef, first: RecordRef) -> Reject:
    detail = f"the same bytes as record {first.source_record} of {first.source_path}, which is kept"
    return Reject(found.source_path, found.source_record, Stage.READ, RejectReason.IDENTICAL_RECORD, detail)
