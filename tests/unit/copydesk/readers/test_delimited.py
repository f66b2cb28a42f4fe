"""A row of comma-separated values is a record."""

from __future__ import annotations

import json
from io import BytesIO

import pytest

from copydesk.readers.delimited import CSV_READER, TSV_READER
from copydesk.readers.reader import MAX_RECORD_BYTES, BrokenSlice, RecordSlice
from schemas.vocabulary import RejectReason


def rows(raw: bytes) -> list[object]:
    """The rows as objects, and the reasons of those that are broken."""
    pieces = list(CSV_READER.split(BytesIO(raw)))
    assert [piece.record_no for piece in pieces] == list(range(len(pieces)))
    return [
        json.loads(piece.raw) if isinstance(piece, RecordSlice) else piece.error.reason for piece in pieces
    ]


def only_error(raw: bytes) -> str:
    [broken] = CSV_READER.split(BytesIO(raw))
    assert isinstance(broken, BrokenSlice)
    return str(broken.error)


def test_a_row_is_a_record_of_its_used_columns() -> None:
    raw = b'id,text,Title\n1,"It is, so far,\nover.",Talks\n2,Again,\n'
    assert rows(raw) == [{"text": "It is, so far,\nover.", "Title": "Talks"}, {"text": "Again"}]


def test_the_same_row_is_the_same_record_wherever_it_stands() -> None:
    first, second = CSV_READER.split(BytesIO(b"id,text\n1,It is over.\n2,It is over.\n"))
    assert isinstance(first, RecordSlice)
    assert isinstance(second, RecordSlice)
    assert first.raw == second.raw


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_that_of_the_header(delimiter: str) -> None:
    raw = f'title{delimiter}text\n"a; b, c"{delimiter}"It is | over."\n'.encode()
    assert rows(raw) == [{"title": "a; b, c", "text": "It is | over."}]


def test_tabs_come_first_in_a_tsv_file() -> None:
    [row] = TSV_READER.split(BytesIO(b"text\ttitle, short\nIt is over.\tTalks\n"))
    assert isinstance(row, RecordSlice)
    assert json.loads(row.raw) == {"text": "It is over."}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_every_encoding_yields_the_same_rows(encoding: str) -> None:
    raw = "text,title\n“São Paulo” was over – it’s said in the café.,São\n".encode(encoding)
    assert rows(raw) == [{"text": "“São Paulo” was over – it’s said in the café.", "title": "São"}]


def test_blank_lines_are_skipped_and_not_numbered() -> None:
    assert rows(b"\r\n\r\ntext\r\n\r\nIt is over.\r\n\r\nAgain.\r\n") == [
        {"text": "It is over."},
        {"text": "Again."},
    ]


@pytest.mark.parametrize("raw", [b"", b"\n\n", b"text,title\n"])
def test_a_table_without_rows_is_empty(raw: bytes) -> None:
    assert only_error(raw).startswith("empty: ")


def test_a_table_without_texts_names_its_columns() -> None:
    assert only_error(b"id;headline;views\n1;Talks;7\n").endswith("its columns: `id`, `headline`, `views`")


def test_a_row_of_another_width_is_rejected_and_the_rest_goes_on() -> None:
    raw = b"text,title\nIt is over.\na,b,c\nAgain.,Talks\n"
    wrong = RejectReason.INVALID_ROW
    assert rows(raw) == [wrong, wrong, {"text": "Again.", "title": "Talks"}]


def test_a_row_above_the_limit_is_skipped_with_what_it_quotes() -> None:
    for huge in (b"x" * (2 * MAX_RECORD_BYTES), b"x y\n" * (MAX_RECORD_BYTES // 2)):
        raw = b'text,title\n"' + huge + b'",Talks\nIt is over.,Again\n'
        assert rows(raw) == [RejectReason.TOO_LARGE, {"text": "It is over.", "title": "Again"}]


def test_a_quotation_mark_never_closed_is_one_broken_row() -> None:
    assert rows(b'text,title\nIt is over.,a\n"never closed,b\nAgain.,c\n') == [
        {"text": "It is over.", "title": "a"},
        RejectReason.INVALID_ROW,
    ]


@pytest.mark.parametrize("raw", [bytes(range(256)) * 40, b"%PDF-1.4\n%\xe2\xe3", b"PK\x03\x04text,title\n"])
def test_other_files_under_this_name_are_binary(raw: bytes) -> None:
    assert only_error(raw).startswith("binary: ")


def test_a_row_of_binary_data_costs_only_itself() -> None:
    raw = b"text,title\n" + b"\x01\x02" * 9 + b",a\nIt is over.,b\n"
    assert rows(raw) == [RejectReason.BINARY, {"text": "It is over.", "title": "b"}]
