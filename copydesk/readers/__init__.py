"""The input formats: which file is read by which reader."""

from __future__ import annotations

from pathlib import PurePath

from copydesk.readers import html, jsonl, text
from copydesk.readers.compression import is_compressed, open_decompressed, without_compression
from copydesk.readers.reader import MAX_RECORD_BYTES, BrokenSlice, Reader, RecordSlice

READERS: dict[str, Reader] = {
    ".txt": text.READER,
    ".html": html.READER,
    ".htm": html.READER,
    ".jsonl": jsonl.READER,
}
"""The reader of every suffix, in lower case."""


def reader_for(name: str) -> Reader | None:
    """The reader for a file of this name, compressed or not; None for a format that is not read.

    >>> reader_for("wire/2009-03-06.TXT.gz") is READERS[".txt"]
    True
    """
    return READERS.get(PurePath(without_compression(name)).suffix)


__all__ = [
    "MAX_RECORD_BYTES",
    "READERS",
    "BrokenSlice",
    "Reader",
    "RecordSlice",
    "is_compressed",
    "open_decompressed",
    "reader_for",
]
