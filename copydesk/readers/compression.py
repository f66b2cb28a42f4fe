"""Opening files, compressed or not; one that breaks off says so instead of ending early."""

from __future__ import annotations

import gzip
import io
import lzma
import tarfile
import zipfile
import zlib
from typing import TYPE_CHECKING, BinaryIO

from copydesk.errors import UnusableRecord
from schemas.vocabulary import RejectReason, Stage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from _typeshed import WriteableBuffer

COMPRESSED_SUFFIXES = (".gz", ".zst")
# News texts shrink to a fifth, the most repetitive of feeds to a fiftieth.
MAX_EXPANSION = 200
# A small file may well consist of blanks.
MIN_BYTES_OF_BOMB = 100_000_000
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
    return decompressed(file, path.name)


def decompressed(file: BinaryIO, name: str) -> BinaryIO:
    """The content of an open file, decompressed by the suffix of its name; it is checked as above."""
    if not is_compressed(name):
        return file
    read = _gzip_chunks(file) if name.lower().endswith(".gz") else _zstd_chunks(file)
    return io.BufferedReader(CheckedBytes(file, read, file.tell, "the compressed file"), _CHUNK_BYTES)


def refuse_bomb(n_packed: int, n_unpacked: int) -> None:
    """Raise UnusableRecord for content so much larger than what it is packed in that it is no text."""
    if n_unpacked > MIN_BYTES_OF_BOMB and n_unpacked > n_packed * MAX_EXPANSION:
        detail = f"{n_packed:,} bytes expand to {n_unpacked:,} or more, as no text does; it is not read on"
        raise UnusableRecord(Stage.READ, RejectReason.TOO_LARGE, detail)


def _gzip_chunks(file: BinaryIO) -> Callable[[int], bytes]:
    # Not read(): it would lose what it has when the file breaks off before the amount asked for.
    return gzip.GzipFile(fileobj=file).read1


def _zstd_chunks(file: BinaryIO) -> Callable[[int], bytes]:
    import pyarrow

    stream = pyarrow.CompressedInputStream(file, "zstd")
    return stream.read  # type: ignore[no-any-return]  # pyarrow has no types


class CheckedBytes(io.RawIOBase):
    """The unpacked bytes of a file, or of a member of an archive; what is wrong with it is said.

    Reading raises UnusableRecord where it is damaged, breaks off, or expands without measure.
    """

    def __init__(
        self, file: BinaryIO, read: Callable[[int], bytes], position: Callable[[], int], what: str
    ) -> None:
        """Check what is read.

        Args:
            file: What is to be closed in the end.
            read: Gives the next bytes, unpacked.
            position: Tells how many packed bytes were used up.
            what: What to call it in a message.
        """
        self._file = file
        self._read = read
        self._position = position
        self._what = what
        self._n_read = 0

    def readable(self) -> bool:
        """Whether it can be read: yes."""
        return True

    def tell(self) -> int:
        """How many unpacked bytes were read."""
        return self._n_read

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fill the buffer as far as there is something; 0 at the end."""
        view = memoryview(buffer)
        chunk = self._checked_read(len(view))
        view[: len(chunk)] = chunk
        self._n_read += len(chunk)
        if self._n_read > MIN_BYTES_OF_BOMB:
            refuse_bomb(self._position(), self._n_read)
        return len(chunk)

    def _checked_read(self, size: int) -> bytes:
        try:
            return self._read(size)
        except EOFError as error:
            raise self._broken(RejectReason.TRUNCATED_FILE, "breaks off") from error
        except (OSError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, tarfile.TarError) as error:
            # PyArrow and tarfile have no exception of their own for a file that breaks off.
            if "Truncated" in str(error) or "unexpected end" in str(error):
                raise self._broken(RejectReason.TRUNCATED_FILE, "breaks off") from error
            raise self._broken(RejectReason.UNREADABLE_FILE, f"is damaged ({error})") from error

    def _broken(self, reason: RejectReason, what: str) -> UnusableRecord:
        detail = (
            f"{self._what} {what} after byte {self._position():,}, byte {self._n_read:,} of its"
            " decompressed content; fetch the file again"
        )
        return UnusableRecord(Stage.READ, reason, detail)

    def close(self) -> None:
        """Close the packed file."""
        self._file.close()
        super().close()
