"""One file, without the flow: its records cleaned or extracted, as JSON Lines."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TextIO

import click

from copydesk.cleaning.page import clean_record
from copydesk.corpus.link import CORPUS_COLUMNS
from copydesk.document import extract_document
from copydesk.errors import UnusableRecord
from copydesk.frames import extraction_rows
from copydesk.ids import doc_id, record_sha256
from copydesk.readers import READERS, BrokenSlice, reader_for
from copydesk.readers.compression import open_decompressed
from copydesk.records import Document, Extraction, Provenance
from flows.errors import UnusableInput

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.readers import RecordSlice
    from copydesk.readers.reader import Reader

_STANDARD_INPUT = "-"


def cleaned(name: str) -> Iterator[dict[str, Any]]:
    """The cleaned articles in a file (- for standard input): row of `documents`, rows of `segments`."""
    for document in _documents(name):
        rows = _plain_rows(Extraction(document))
        yield {"document": rows["documents"][0], "segments": rows["segments"]}


def extracted(name: str) -> Iterator[dict[str, Any]]:
    """The same, and the rows of every other table that one article fills."""
    for document in _documents(name):
        rows = _plain_rows(extract_document(document))
        yield {"document": rows.pop("documents")[0], **rows}


def write_json_lines(articles: Iterator[dict[str, Any]], stream: TextIO) -> None:
    """Write one JSON object a line."""
    for article in articles:
        stream.write(json.dumps(article, ensure_ascii=False, default=str) + "\n")


def _documents(name: str) -> Iterator[Document]:
    """The usable articles of a file; what is unusable is said on stderr.

    Raises:
        UnusableInput: The file's format is unknown, or there is no usable article in it.
    """
    reader = reader_for("stdin.txt" if name == _STANDARD_INPUT else name)
    if reader is None:
        message = f"{name} has none of the known endings {', '.join(READERS)}"
        raise UnusableInput(message)
    n_usable = 0
    for piece in _pieces(reader, name):
        if isinstance(piece, BrokenSlice):
            click.echo(f"copydesk: {name}, record {piece.record_no}: {piece.error}", err=True)
            continue
        sha256 = record_sha256(piece.raw)
        provenance = Provenance(doc_id(sha256), name, piece.record_no, sha256, reader.media_type)
        try:
            yield clean_record(reader.read(piece.raw, provenance))
            n_usable += 1
        except UnusableRecord as error:
            click.echo(f"copydesk: {name}, record {piece.record_no}: {error}", err=True)
    if n_usable == 0:
        message = f"no usable article in {name}"
        raise UnusableInput(message)


def _pieces(reader: Reader, name: str) -> Iterator[RecordSlice | BrokenSlice]:
    with _opened(name) as stream:
        yield from reader.split(stream)


def _opened(name: str) -> BinaryIO:
    """The bytes of a file, or of the standard input.

    Raises:
        UnusableInput: The file cannot be opened.
    """
    if name == _STANDARD_INPUT:
        return io.BytesIO(sys.stdin.buffer.read())
    try:
        return open_decompressed(Path(name))
    except UnusableRecord as error:
        message = f"{name}: {error.detail}"
        raise UnusableInput(message) from error


def _plain_rows(extraction: Extraction) -> dict[str, list[dict[str, Any]]]:
    """The rows of an article without the columns that only a whole dataset can fill."""
    return {
        table: [
            {name: value for name, value in row.items() if name not in CORPUS_COLUMNS.get(table, ())}
            for row in rows
        ]
        for table, rows in extraction_rows(extraction).items()
    }
