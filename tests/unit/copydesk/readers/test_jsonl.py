"""A line of JSON is a record."""

from __future__ import annotations

from io import BytesIO

import pytest

from copydesk.readers.jsonl import split_json_lines
from copydesk.readers.reader import EXCERPT_BYTES, MAX_RECORD_BYTES, BrokenSlice, RecordSlice
from schemas.vocabulary import RejectReason


def cut(raw: bytes) -> list[RecordSlice | BrokenSlice]:
    return list(split_json_lines(BytesIO(raw)))


def test_lines_are_records_without_their_line_breaks() -> None:
    assert cut(b'{"a": 1}\r\n{"b": 2} \n{"c": 3}') == [
        RecordSlice(0, 0, b'{"a": 1}'),
        RecordSlice(1, 10, b'{"b": 2} '),
        RecordSlice(2, 20, b'{"c": 3}'),
    ]


def test_blank_lines_are_skipped_and_not_numbered() -> None:
    assert cut(b"\n{}\n \n\n{}\n") == [RecordSlice(0, 1, b"{}"), RecordSlice(1, 7, b"{}")]


@pytest.mark.parametrize("raw", [b"", b"\n \r\n"])
def test_a_file_without_records_is_one_broken_record(raw: bytes) -> None:
    [broken] = cut(raw)
    assert isinstance(broken, BrokenSlice)
    assert broken.error.reason is RejectReason.EMPTY


def test_a_line_above_the_limit_is_skipped_and_the_rest_goes_on() -> None:
    huge = b"x" * (2 * MAX_RECORD_BYTES)
    first, broken, last = cut(b"{}\n" + huge + b"\n{}\n")
    assert (first, last) == (RecordSlice(0, 0, b"{}"), RecordSlice(2, len(huge) + 4, b"{}"))
    assert isinstance(broken, BrokenSlice)
    assert (broken.record_no, broken.offset, broken.excerpt) == (1, 3, b"x" * EXCERPT_BYTES)
    assert broken.error.reason is RejectReason.TOO_LARGE


def test_a_line_at_the_limit_is_read() -> None:
    raw = b"x" * MAX_RECORD_BYTES
    assert cut(raw + b"\r\n{}") == [RecordSlice(0, 0, raw), RecordSlice(1, MAX_RECORD_BYTES + 2, b"{}")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_lines_in_utf16_and_utf32_are_records_in_utf8(encoding: str) -> None:
    raw = '{"text": "It is over."}\r\n{"text": "S\u00e3o Paulo"}\n'.encode(encoding)
    assert cut(raw) == [
        RecordSlice(0, None, b'{"text": "It is over."}'),
        RecordSlice(1, None, '{"text": "S\u00e3o Paulo"}'.encode()),
    ]
