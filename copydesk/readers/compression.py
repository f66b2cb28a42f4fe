"""Opening files, compressed or not; one that breaks off says so instead of ending early."""

from __future__ import annotations

import gzip
import io
import zlib
from typing import TYPE_CHECKING, BinaryIO

from copydesk.errors import UnusableRecord
from schemas.vocabulary import RejectReason, Stage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from _typeshed import WriteableBuffer

COMPRESSED_SUFFIXES = (".gz", ".zst")
_CHUNK_BYTES = 131_072


def is_compressed(name: str) -> bool:
    """Whether a file of this name is compressed.

    >>> is_compressed("articles.jsonl.GZ"), is_compressed("article.txt")
    (True, False)
    """
    return name.lower().endswith(COMPRESSED_SUFFIXES)


def without_compression(name: str) -> str:
    """The name in lower case, without the suffix of its compression.

    >>> without_compression("Articles.JSONL.gz")
    'articles.jsonl'
    """
    name = name.lower()
    for suffix in COMPRESSED_SUFFIXES:
        name = name.removesuffix(suffix)
    return name


def open_decompressed(path: Path) -> BinaryIO:
    """Open a file for reading, decompressed by its suffix: .gz, .zst, or as it is.

    Reading from it raises UnusableRecord where a compressed file is damaged or breaks off, after
    everything before that place has been read.

    Raises:
        UnusableRecord: The file cannot be opened.
    """
    try:
        file = path.open("rb")
    except OSError as error:
        detail = f"the file cannot be opened: {error.strerror or error}"
        raise UnusableRecord(Stage.READ, RejectReason.UNREADABLE_FILE, detail) from error
    if not is_compressed(path.name):
        return file
    read = _gzip_chunks(file) if path.name.lower().endswith(".gz") else _zstd_chunks(file)
    return io.BufferedReader(_Decompressed(file, read), _CHUNK_BYTES)


def _gzip_chunks(file: BinaryIO) -> Callable[[int], bytes]:
    # Not read(): it would lose what it has when the file breaks off before the amount asked for.
    return gzip.GzipFile(fileobj=file).read1


def _zstd_chunks(file: BinaryIO) -> Callable[[int], bytes]:
    import pyarrow

    stream = pyarrow.CompressedInputStream(file, "zstd")
    return stream.read  # type: ignore[no-any-return]  # pyarrow has no types


class _Decompressed(io.RawIOBase):
    """The decompressed bytes of a file, its end checked."""

    def __init__(self, file: BinaryIO, read: Callable[[int], bytes]) -> None:
        self._file = file
        self._read = read
        self._n_read = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer)
        chunk = self._checked_read(len(view))
        view[: len(chunk)] = chunk
        self._n_read += len(chunk)
        return len(chunk)

    def _checked_read(self, size: int) -> bytes:
        try:
            return self._read(size)
        except EOFError as error:
            raise self._broken(RejectReason.TRUNCATED_FILE, "breaks off") from error
        except (OSError, zlib.error) as error:
            # PyArrow has no exception of its own for a file that breaks off.
            if "Truncated" in str(error):
                raise self._broken(RejectReason.TRUNCATED_FILE, "breaks off") from error
            raise self._broken(RejectReason.UNREADABLE_FILE, f"is damaged ({error})") from error

    def _broken(self, reason: RejectReason, what: str) -> UnusableRecord:
        detail = (
            f"the compressed file {what} after byte {self._file.tell():,}, byte {self._n_read:,} of its"
            " decompressed content; fetch the file again"
        )
        return UnusableRecord(Stage.READ, reason, detail)

    def close(self) -> None:
        self._file.close()
        super().close()
