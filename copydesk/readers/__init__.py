"""The input formats: which file is read by which reader, and the records in it."""

from __future__ import annotations

from copydesk.readers.compression import is_compressed, open_decompressed
from copydesk.readers.files import KNOWN_ENDINGS, BrokenPiece, Piece, read_pieces, stream_pieces
from copydesk.readers.reader import MAX_RECORD_BYTES, BrokenSlice, Reader, RecordSlice
from copydesk.readers.registry import READERS, reader_for

__all__ = [
    "KNOWN_ENDINGS",
    "MAX_RECORD_BYTES",
    "READERS",
    "BrokenPiece",
    "BrokenSlice",
    "Piece",
    "Reader",
    "RecordSlice",
    "is_compressed",
    "open_decompressed",
    "read_pieces",
    "reader_for",
    "stream_pieces",
]
