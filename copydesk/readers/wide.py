"""Files in UTF-16 and UTF-32, where a byte is no character: made into UTF-8 before they are cut."""

from __future__ import annotations

import codecs
import io
from typing import TYPE_CHECKING, BinaryIO

from copydesk.cleaning.decode import wide_encoding

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

# Enough to see which half of the bytes is zero.
_HEAD_BYTES = 4096
_CHUNK_BYTES = 65_536


def utf8_stream(stream: BinaryIO) -> tuple[io.BufferedReader, bool]:
    """The stream itself, or a new one of its content in UTF-8; and whether it is a new one.

    Raises:
        UnusableRecord: The beginning of the stream cannot be read.
    """
    buffered = buffered_stream(stream)
    found = wide_encoding(buffered.peek(_HEAD_BYTES)[:_HEAD_BYTES])
    if found is None:
        return buffered, False
    mark, encoding = found
    buffered.read(len(mark))
    return io.BufferedReader(_Recoded(buffered, encoding), _CHUNK_BYTES), True


def buffered_stream(stream: BinaryIO) -> io.BufferedReader:
    """The stream with a buffer whose content can be looked at before it is read."""
    if isinstance(stream, io.BufferedReader):
        return stream
    return io.BufferedReader(stream)  # type: ignore[arg-type]  # all our streams have readinto


class _Recoded(io.RawIOBase):
    """The UTF-8 bytes of a stream in another encoding."""

    def __init__(self, source: BinaryIO, encoding: str) -> None:
        self._source = source
        self._decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer)
        is_end = False
        while not self._ready and not is_end:
            chunk = self._source.read(_CHUNK_BYTES)
            is_end = not chunk
            # A lone surrogate can stand in UTF-32 data only; the decoder replaces it.
            self._ready = self._decoder.decode(chunk, is_end).encode("utf-8", "replace")
        n_bytes = min(len(view), len(self._ready))
        view[:n_bytes] = self._ready[:n_bytes]
        self._ready = self._ready[n_bytes:]
        return n_bytes
