"""Which file is read by which reader."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from copydesk.readers import delimited, html, json_file, jsonl, parquet, text, warc
from copydesk.readers.compression import without_compression

if TYPE_CHECKING:
    from copydesk.readers.reader import Reader

READERS: dict[str, Reader] = {
    ".txt": text.READER,
    ".html": html.READER,
    ".htm": html.READER,
    ".jsonl": jsonl.READER,
    ".ndjson": jsonl.READER,
    ".json": json_file.READER,
    ".csv": delimited.CSV_READER,
    ".tsv": delimited.TSV_READER,
    ".parquet": parquet.READER,
    ".warc": warc.READER,
    ".wet": warc.READER,
}
"""The reader of every suffix, in lower case."""


def reader_for(name: str) -> Reader | None:
    """The reader for a file of this name, compressed or not; None for a format that is not read.

    >>> reader_for("wire/2009-03-06.TXT.gz") is READERS[".txt"]
    True
    """
    return READERS.get(PurePath(without_compression(name)).suffix)
