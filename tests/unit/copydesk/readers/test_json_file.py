"""A JSON file is an article, a list of articles, or articles one after another."""

from __future__ import annotations

import json
from io import BytesIO

import pytest

from copydesk.readers import json_file
from copydesk.readers.json_file import split_json_values
from copydesk.readers.reader import MAX_RECORD_BYTES, BrokenSlice, RecordSlice
from schemas.vocabulary import RejectReason


def cut(raw: bytes) -> list[RecordSlice | BrokenSlice]:
    return list(split_json_values(BytesIO(raw)))


def broken(raw: bytes) -> list[tuple[int, RejectReason]]:
    return [(piece.record_no, piece.error.reason) for piece in cut(raw) if isinstance(piece, BrokenSlice)]


def test_one_object_is_one_record() -> None:
    assert cut(b'\n{"a": [1, {}]}\n') == [RecordSlice(0, 1, b'{"a": [1, {}]}')]


@pytest.mark.parametrize("chunk_bytes", [1, 2, 3, 7, 65_536])
def test_items_of_a_list_are_records_however_the_file_is_read(
    chunk_bytes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_file, "_CHUNK_BYTES", chunk_bytes)
    raw = rb'[{"a": "x,]}\"\\"}, {"b": [[1], {"c": "\u005d"}]},7 ]'
    first, second, third = cut(raw)
    assert isinstance(first, RecordSlice)
    assert json.loads(first.raw) == {"a": 'x,]}"\\'}
    assert second == RecordSlice(1, 20, rb'{"b": [[1], {"c": "\u005d"}]}')
    assert third == RecordSlice(2, 50, b"7")


def test_json_lines_under_this_name_are_records() -> None:
    assert cut(b'{"a": 1}\n{"b": 2}\n') == [RecordSlice(0, 0, b'{"a": 1}'), RecordSlice(1, 9, b'{"b": 2}')]


def test_a_byte_order_mark_is_no_part_of_a_record() -> None:
    assert cut(b'\xef\xbb\xbf[{"a": 1}]') == [RecordSlice(0, 4, b'{"a": 1}')]


def test_a_list_in_utf16_is_read() -> None:
    assert cut('[{"a": 1}]'.encode("utf-16")) == [RecordSlice(0, None, b'{"a": 1}')]


@pytest.mark.parametrize("raw", [b"", b" \n", b"[]", b" [ ] "])
def test_a_file_without_records_is_one_broken_record(raw: bytes) -> None:
    assert broken(raw) == [(0, RejectReason.EMPTY)]


@pytest.mark.parametrize(("raw", "record_no"), [(b'[{"a": 1},', 1), (b'[{"a": 1}, {"b', 1), (b"[", 0)])
def test_a_list_that_breaks_off_says_so(raw: bytes, record_no: int) -> None:
    assert broken(raw) == [(record_no, RejectReason.TRUNCATED_FILE)]


def test_an_item_above_the_limit_is_skipped_and_the_rest_goes_on() -> None:
    huge = b'{"a": "' + b"x" * (2 * MAX_RECORD_BYTES) + b'"}'
    assert broken(b"[" + huge + b', {"b": 2}]') == [(0, RejectReason.TOO_LARGE)]
    assert cut(b"[" + huge + b', {"b": 2}]')[1] == RecordSlice(1, len(huge) + 3, b'{"b": 2}')


@pytest.mark.parametrize("raw", [b"junk", b'{"a": "never closed', b'"text"', b"}"])
def test_what_is_no_object_is_left_to_whoever_reads_it(raw: bytes) -> None:
    assert cut(raw) == [RecordSlice(0, 0, raw)]
