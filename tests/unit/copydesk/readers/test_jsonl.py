"""A line of JSON is a record."""

from __future__ import annotations

import json
from datetime import date
from io import BytesIO

import pytest

from copydesk.errors import UnusableRecord
from copydesk.readers.jsonl import read, read_verbatim, split_json_lines
from copydesk.readers.reader import EXCERPT_BYTES, MAX_RECORD_BYTES, BrokenSlice, RecordSlice
from copydesk.records import Metadata, Provenance, RawRecord
from schemas.vocabulary import MediaType, PublishedFrom, RejectReason

ORIGIN = Provenance("0a", "feed/a.jsonl", 3, "0a1b", MediaType.JSONL)


def cut(raw: bytes) -> list[RecordSlice | BrokenSlice]:
    return list(split_json_lines(BytesIO(raw)))


def line(**values: object) -> bytes:
    return json.dumps(values).encode()


def reason(raw: bytes) -> RejectReason:
    with pytest.raises(UnusableRecord) as caught:
        read(raw, ORIGIN)
    return caught.value.reason


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


def test_keys_become_supplied_metadata() -> None:
    raw = line(
        text="It is over.",
        title="Talks",
        url="https://harbour.example/1",
        date="2009-03-06",
        byline="Jane Roe and John Doe",
        publisher="Harbour Post",
    )
    assert read(raw, ORIGIN).supplied == Metadata(
        url="https://harbour.example/1",
        title="Talks",
        byline=("Jane Roe", "John Doe"),
        publisher="Harbour Post",
        published_on=date(2009, 3, 6),
        published_from=PublishedFrom.METADATA,
    )


def test_raw_is_read_and_text_is_taken_for_clean() -> None:
    raw = line(raw="Menu\nIt is over.", text="It is over.")
    assert (read(raw, ORIGIN).text, read_verbatim(raw, ORIGIN).text) == ("Menu\nIt is over.", "It is over.")


@pytest.mark.parametrize("key", ["raw", "text"])
def test_one_of_the_two_is_enough(key: str) -> None:
    raw = line(**{key: "Itâ€™s over. "})
    assert (read(raw, ORIGIN).text, read_verbatim(raw, ORIGIN).text) == ("It’s over. ", "Itâ€™s over. ")


def test_a_value_of_the_wrong_type_is_as_good_as_absent() -> None:
    assert read(line(raw=7, text="It is over.", title=7), ORIGIN).text == "It is over."


def test_half_a_surrogate_pair_is_replaced_in_clean_text_too() -> None:
    assert read_verbatim(b'{"text": "a\\ud83d\\u0000b"}', ORIGIN).text == "a\ufffd\ufffdb"


def test_a_page_in_a_line_is_read_as_a_page() -> None:
    page = (
        '<html><meta property="og:site_name" content="Harbour Post"><h1>Page title of it</h1><p>a<b>b</b></p>'
    )
    record = read(line(raw=page, title="Given"), ORIGIN)
    assert [found.text for found in record.lines] == ["Page title of it", "ab"]
    assert record.supplied == Metadata(title="Given", publisher="Harbour Post")


def test_a_page_taken_for_clean_is_its_source() -> None:
    record: RawRecord = read_verbatim(line(raw="<html><p>a"), ORIGIN)
    assert [found.text for found in record.lines] == ["<html><p>a"]


@pytest.mark.parametrize(
    "raw", [b"{", b"[]", b'"text"', b"7", b"[" * 100_000, b'{"text": ' + b"9" * 5000 + b"}"]
)
def test_a_line_that_is_no_object_is_invalid(raw: bytes) -> None:
    assert reason(raw) is RejectReason.INVALID_JSON


@pytest.mark.parametrize("values", [{}, {"body": "a"}, {"text": 7}, {"text": None, "raw": " "}])
def test_an_object_without_an_article_has_no_text(values: dict[str, object]) -> None:
    assert reason(line(**values)) is RejectReason.NO_TEXT


def test_the_keys_found_are_named() -> None:
    with pytest.raises(UnusableRecord, match=r"found `body` \(str\), `id` \(int\)"):
        read(line(body="a", id=7), ORIGIN)
