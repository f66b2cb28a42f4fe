"""Records of web archives are cut out at their places; only pages and their texts are records of ours."""

from __future__ import annotations

from io import BytesIO

import pytest

from copydesk.readers.reader import MAX_RECORD_BYTES, BrokenSlice, RecordSlice
from copydesk.readers.warc_frames import split_records
from schemas.vocabulary import RejectReason
from tests.unit.copydesk.readers.web_archive import http_response, warc_record

PAGE = warc_record("response", http_response(b"<html><p>It is over.</p></html>"))
TEXT = warc_record("conversion", b"It is over.\n", "text/plain")


def cut(raw: bytes) -> list[tuple[int, int | None, bytes | RejectReason]]:
    return [
        (
            piece.record_no,
            piece.offset,
            piece.raw if isinstance(piece, RecordSlice) else piece.error.reason,
        )
        for piece in split_records(BytesIO(raw))
    ]


def test_pages_and_texts_are_records_with_their_heads() -> None:
    assert cut(PAGE + TEXT) == [(0, 0, PAGE[:-4]), (1, len(PAGE), TEXT[:-4])]


@pytest.mark.parametrize(
    "other",
    [
        warc_record("warcinfo", b"software: a crawler\r\n", "application/warc-fields"),
        warc_record("request", b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request"),
        warc_record("metadata", b"fetchTimeMs: 7\r\n", "application/warc-fields"),
        warc_record("revisit", http_response(b"")),
        warc_record("response", http_response(b"\x89PNG", "Content-Type: image/png")),
        warc_record("response", http_response(b"x" * 5_000_000, "Content-Type: video/mp4")),
        warc_record("response", http_response(b"<html>gone", status="404 Not Found")),
        warc_record("response", http_response(b"<html>", status="301 Moved Permanently")),
        warc_record("response", http_response(b"<html>"), url="https://harbour.example/robots.txt"),
        warc_record("response", b"7 addresses", "text/dns"),
        warc_record("resource", b"body {}", "text/css"),
    ],
)
def test_what_is_no_document_is_passed_over_but_counted(other: bytes) -> None:
    assert cut(other + PAGE) == [(1, len(other), PAGE[:-4])]


def test_a_page_without_a_declared_type_is_known_by_its_beginning() -> None:
    raw = warc_record("response", b"HTTP/1.1 200 OK\r\n\r\n<!DOCTYPE html><p>It is over.")
    assert cut(raw) == [(0, 0, raw[:-4])]


def test_damage_is_passed_over_up_to_the_next_record() -> None:
    assert cut(PAGE + b"lost\nlines\n" + TEXT) == [
        (0, 0, PAGE[:-4]),
        (1, len(PAGE), RejectReason.INVALID_WARC),
        (2, len(PAGE) + 11, TEXT[:-4]),
    ]


def test_a_record_that_does_not_say_how_long_it_is_is_invalid() -> None:
    raw = PAGE.replace(b"Content-Length: ", b"Content-Length: about ")
    assert cut(raw + TEXT) == [(0, 0, RejectReason.INVALID_WARC), (1, len(raw), TEXT[:-4])]


def test_a_page_above_the_limit_is_skipped_and_the_rest_goes_on() -> None:
    huge = warc_record("response", http_response(b"<html>" + b"x" * (2 * MAX_RECORD_BYTES)))
    assert cut(huge + TEXT) == [(0, 0, RejectReason.TOO_LARGE), (1, len(huge), TEXT[:-4])]


def test_a_page_that_breaks_off_says_so() -> None:
    assert cut(TEXT + PAGE[:-12]) == [(0, 0, TEXT[:-4]), (1, len(TEXT), RejectReason.TRUNCATED_FILE)]


@pytest.mark.parametrize("raw", [b"", b"\r\n\r\n", warc_record("warcinfo", b"", "application/warc-fields")])
def test_an_archive_without_pages_is_empty(raw: bytes) -> None:
    assert [reason for _, _, reason in cut(raw)] == [RejectReason.EMPTY]


@pytest.mark.parametrize("raw", [b"junk", bytes(range(256)) * 40, b"WARC/1.0\r\n", b"WARC/1.0\r\n" * 9])
def test_other_files_under_this_name_are_invalid(raw: bytes) -> None:
    [broken] = split_records(BytesIO(raw))
    assert isinstance(broken, BrokenSlice)
    assert broken.error.reason is RejectReason.INVALID_WARC
