"""A row of a Parquet file is a record."""

from __future__ import annotations

import json
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING

import pyarrow
import pyarrow.parquet
import pytest

from copydesk.readers.parquet import READER
from copydesk.readers.reader import MAX_RECORD_BYTES, BrokenSlice, RecordSlice
from schemas.vocabulary import RejectReason

if TYPE_CHECKING:
    from pathlib import Path


def table_bytes(**columns: object) -> bytes:
    file = BytesIO()
    pyarrow.parquet.write_table(pyarrow.table(columns), file, row_group_size=2)
    return file.getvalue()


def rows(raw: bytes) -> list[object]:
    """The rows as objects, and the reasons of those that are broken."""
    pieces = list(READER.split(BytesIO(raw)))
    assert [piece.record_no for piece in pieces] == list(range(len(pieces)))
    return [
        json.loads(piece.raw) if isinstance(piece, RecordSlice) else piece.error.reason for piece in pieces
    ]


def only_error(raw: bytes) -> str:
    [broken] = READER.split(BytesIO(raw))
    assert isinstance(broken, BrokenSlice)
    return str(broken.error)


def test_a_row_is_a_record_of_its_used_columns() -> None:
    raw = table_bytes(id=[1, 2, 3], text=["It is over.", "Again.", None], Title=["Talks", None, "Reset"])
    assert rows(raw) == [{"text": "It is over.", "Title": "Talks"}, {"text": "Again."}, {"Title": "Reset"}]


def test_dates_names_and_repeated_values_are_read_as_text() -> None:
    raw = table_bytes(
        text=["It is over."],
        date=pyarrow.array([date(2009, 3, 6)], pyarrow.date32()),
        published_at=pyarrow.array([datetime(2009, 3, 6, 12, 30)], pyarrow.timestamp("us", "UTC")),
        authors=[["Jane Roe", "John Doe"]],
        publisher=pyarrow.array(["Harbour Post"]).dictionary_encode(),
    )
    assert rows(raw) == [
        {
            "text": "It is over.",
            "date": "2009-03-06",
            "published_at": "2009-03-06 12:30:00.000000Z",
            "authors": ["Jane Roe", "John Doe"],
            "publisher": "Harbour Post",
        }
    ]


def test_bytes_are_decoded() -> None:
    raw = table_bytes(html=pyarrow.array(["<p>São</p>".encode("cp1252"), b"\x01\x02\x03"], pyarrow.binary()))
    assert rows(raw) == [{"html": "<p>São</p>"}, RejectReason.BINARY]


def test_a_column_of_numbers_is_no_column_of_texts() -> None:
    raw = table_bytes(text=[1, 2], headline=["a", "b"])
    assert only_error(raw).endswith("its columns: `text (int64)`, `headline (string)`")


def test_a_table_without_rows_is_empty() -> None:
    assert only_error(table_bytes(text=pyarrow.array([], pyarrow.string()))).startswith("empty: ")


def test_a_row_above_the_limit_costs_only_itself() -> None:
    raw = table_bytes(text=["x" * (MAX_RECORD_BYTES + 1), "It is over."])
    assert rows(raw) == [RejectReason.TOO_LARGE, {"text": "It is over."}]


@pytest.mark.parametrize("raw", [b"", b"PAR1", b"junk" * 50, bytes(range(256)) * 9])
def test_other_files_under_this_name_are_unreadable(raw: bytes) -> None:
    assert only_error(raw).startswith("unreadable_file: the Parquet file is damaged or none")


def test_rows_before_the_damage_are_read() -> None:
    raw = bytearray(table_bytes(text=["It is over.", "Again.", "Lost.", "Lost too."]))
    metadata = pyarrow.parquet.ParquetFile(BytesIO(raw)).metadata
    place = metadata.row_group(1).column(0).data_page_offset
    raw[place : place + 8] = b"\xff" * 8
    assert rows(bytes(raw)) == [{"text": "It is over."}, {"text": "Again."}, RejectReason.UNREADABLE_FILE]


def test_a_stream_without_places_is_read(tmp_path: Path) -> None:
    from copydesk.readers import Piece, read_pieces

    path = tmp_path / "a.parquet.zst"
    path.write_bytes(pyarrow.compress(table_bytes(text=["It is over."]), codec="zstd", asbytes=True))
    [piece] = read_pieces(path)
    assert isinstance(piece, Piece)
    assert piece.record.raw == b'{"text": "It is over."}'
