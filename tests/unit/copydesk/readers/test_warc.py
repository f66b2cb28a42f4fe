"""A record of a web archive is read as the page or the text in it."""

from __future__ import annotations

import gzip

import pytest

from copydesk.errors import UnusableRecord
from copydesk.readers.reader import MAX_RECORD_BYTES
from copydesk.readers.warc import read, read_verbatim
from copydesk.records import Provenance
from schemas.vocabulary import MediaType, RejectReason
from tests.unit.copydesk.readers.web_archive import URL, http_response, warc_record

ORIGIN = Provenance("0a", "crawl/a.warc", 3, "0a1b", MediaType.WARC)
PAGE = "<html><title>Talks</title><p>It is over in São Paulo.</p></html>"


def reason(raw: bytes) -> RejectReason:
    with pytest.raises(UnusableRecord) as caught:
        read(raw, ORIGIN)
    return caught.value.reason


def chunked(body: bytes) -> bytes:
    return b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)


@pytest.mark.parametrize(
    "block",
    [
        http_response(PAGE.encode()),
        http_response(PAGE.encode("cp1252"), "Content-Type: text/html; charset=iso-8859-1"),
        http_response(PAGE.encode("utf-16")),
        http_response(gzip.compress(PAGE.encode()), "Content-Encoding: gzip"),
        http_response(chunked(PAGE.encode()), "Transfer-Encoding: chunked"),
        http_response(PAGE.encode(), "Transfer-Encoding: chunked"),
        http_response(PAGE.encode(), "Content-Encoding: gzip"),
    ],
)
def test_a_page_is_read_however_it_was_sent(block: bytes) -> None:
    record = read(warc_record("response", block), ORIGIN)
    assert (record.text, record.lines[-1].text) == (PAGE, "It is over in São Paulo.")


def test_the_address_is_that_of_the_crawl_and_its_date_is_no_date_of_publication() -> None:
    page = b'<html><link rel="canonical" href="https://harbour.example/other"><p>It is over.</p></html>'
    supplied = read(warc_record("response", http_response(page)), ORIGIN).supplied
    assert (supplied.url, supplied.published_on, supplied.published_at) == (URL, None, None)


def test_an_address_in_angle_brackets_is_read_without_them() -> None:
    raw = warc_record("response", http_response(PAGE.encode()), url=f"<{URL}>")
    assert read(raw, ORIGIN).supplied.url == URL


def test_the_text_of_a_page_is_read_as_text_and_repaired() -> None:
    raw = warc_record("conversion", "Talks\nThe â€œresetâ€\x9d is over.\n".encode(), "text/plain")
    record = read(raw, ORIGIN)
    assert [line.text for line in record.lines] == ["Talks", "The “reset” is over."]
    assert record.supplied.url == URL


def test_clean_text_is_unchanged() -> None:
    raw = warc_record("conversion", "It’s  over.\r\n".encode(), "text/plain")
    assert read_verbatim(raw, ORIGIN).text == "It’s  over.\r\n"


def test_a_small_record_that_expands_without_measure_is_too_large() -> None:
    body = gzip.compress(b"<html>" + b" " * (MAX_RECORD_BYTES + 1))
    assert reason(warc_record("response", http_response(body, "Content-Encoding: gzip"))) is (
        RejectReason.TOO_LARGE
    )


@pytest.mark.parametrize("encoding", ["gzip", "br", "zstd", "unheard-of"])
def test_a_page_that_cannot_be_decoded_is_unusable(encoding: str) -> None:
    raw = warc_record("response", http_response(bytes(range(200, 256)) * 9, f"Content-Encoding: {encoding}"))
    assert reason(raw) in {RejectReason.INVALID_WARC, RejectReason.BINARY, RejectReason.NO_TEXT}


@pytest.mark.parametrize("raw", [b"junk", b"\x00" * 99])
def test_what_is_no_record_is_invalid(raw: bytes) -> None:
    assert reason(raw) is RejectReason.INVALID_WARC


def test_a_page_that_shows_nothing_has_no_text() -> None:
    raw = warc_record("response", http_response(b"<html><script>load()</script></html>"))
    assert reason(raw) is RejectReason.NO_TEXT
