"""One file, without the flow: its records cleaned or extracted, as JSON Lines."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from copydesk.cleaning.page import clean_record
from copydesk.corpus.link import CORPUS_COLUMNS
from copydesk.document import extract_document
from copydesk.errors import UnusableRecord
from copydesk.frames import extraction_rows
from copydesk.ids import doc_id, record_sha256
from copydesk.readers import READERS, BrokenPiece, Piece, read_pieces, stream_pieces
from copydesk.records import Document, Extraction, Provenance, RawRecord
from flows.errors import UnusableInput
from flows.notices import missing_tagger

if TYPE_CHECKING:
    from collections.abc import Iterator


_STANDARD_INPUT = "-"


def cleaned(name: str) -> Iterator[dict[str, Any]]:
    """The cleaned articles in a file (- for standard input): row of `documents`, rows of `segments`."""
    for document in _documents(name):
        rows = _plain_rows(Extraction(document))
        yield {"document": rows["documents"][0], "segments": rows["segments"]}


def extracted(name: str) -> Iterator[dict[str, Any]]:
    """The same, and the rows of every other table that one article fills."""
    if notice := missing_tagger():
        click.echo(f"copydesk: {notice}", err=True)
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
        UnusableInput: The file cannot be opened, its format is unknown, or there is no usable article in it.
    """
    n_usable = 0
    for piece in _pieces(name):
        place = f"{name}/{piece.member}" if piece.member else name
        try:
            yield clean_record(_raw_record(piece, place))
            n_usable += 1
        except UnusableRecord as error:
            click.echo(f"copydesk: {_place(place, piece)}: {error}", err=True)
    if n_usable == 0:
        message = f"no usable article in {name}"
        raise UnusableInput(message)


def _pieces(name: str) -> Iterator[Piece | BrokenPiece]:
    """The records of a file, or that of the standard input.

    Raises:
        UnusableInput: Nothing of the file can be read.
    """
    if name == _STANDARD_INPUT:
        yield from stream_pieces(READERS[".txt"], sys.stdin.buffer)
        return
    for piece_no, piece in enumerate(read_pieces(Path(name))):
        if piece_no == 0 and isinstance(piece, BrokenPiece) and piece.record_no is None:
            message = f"{name}: {piece.error.detail}"
            raise UnusableInput(message)
        yield piece


def _raw_record(piece: Piece | BrokenPiece, place: str) -> RawRecord:
    if isinstance(piece, BrokenPiece):
        raise piece.error
    record, reader = piece.record, piece.reader
    sha256 = record_sha256(record.raw)
    return reader.read(
        record.raw, Provenance(doc_id(sha256), place, record.record_no, sha256, reader.media_type)
    )


def _place(place: str, piece: Piece | BrokenPiece) -> str:
    record_no = piece.record.record_no if isinstance(piece, Piece) else piece.record_no
    return place if record_no is None else f"{place}, record {record_no}"


def _plain_rows(extraction: Extraction) -> dict[str, list[dict[str, Any]]]:
    """The rows of an article without the columns that only a whole dataset can fill."""
    return {
        table: [
            {name: value for name, value in row.items() if name not in CORPUS_COLUMNS.get(table, ())}
            for row in rows
        ]
        for table, rows in extraction_rows(extraction).items()
    }
