"""A web page becomes a record of what it shows."""

from __future__ import annotations

import pytest

from copydesk.errors import UnusableRecord
from copydesk.readers.html import is_page, read, read_verbatim
from copydesk.records import Metadata, Provenance, RawLine
from copydesk.spans import Span
from schemas.vocabulary import MediaType

ORIGIN = Provenance("0a", "web/a.html", 0, "0a1b", MediaType.HTML)


def test_the_text_of_the_record_is_the_source_of_the_page() -> None:
    assert read(b"<p>Talks</p>", ORIGIN).text == "<p>Talks</p>"


def test_a_page_has_lines_and_metadata() -> None:
    record = read(b'<meta property="og:site_name" content="Harbour Post"><p>a<b>b</b></p>', ORIGIN)
    assert [line.text for line in record.lines] == ["ab"]
    assert record.supplied == Metadata(publisher="Harbour Post")


def test_a_declared_charset_is_honoured() -> None:
    source = '<meta http-equiv=content-type content="text/html; charset=windows-1250"><p>Łódź, Gdańsk'
    assert read(source.encode("cp1250"), ORIGIN).text == source


def test_an_already_clean_page_is_its_source_as_plain_text() -> None:
    record = read_verbatim(b"<p>\nTalks", ORIGIN)
    assert record.lines == (RawLine(Span(0, 3), "<p>"), RawLine(Span(4, 9), "Talks"))


@pytest.mark.parametrize("source", ["<html></html>", "<script>x()</script>", "<p>&nbsp;</p>", "<!-- open"])
def test_a_page_that_shows_nothing_has_no_text(source: str) -> None:
    with pytest.raises(UnusableRecord, match=r"^no_text: "):
        read(source.encode(), ORIGIN)


def test_a_deeply_nested_page_is_read() -> None:
    record = read(b"<html><body>" + b"<div><span>" * 20_000 + b"Talks", ORIGIN)
    assert [line.text for line in record.lines] == ["Talks"]


@pytest.mark.parametrize(
    "text",
    ["<html>", "\n<!DOCTYPE HTML PUBLIC", "<?xml version='1.0'?>\n<!-- a -->\n<!-- b --><html lang=en>"],
)
def test_a_page_is_known_by_its_beginning(text: str) -> None:
    assert is_page(text) is True


@pytest.mark.parametrize("text", ["", "Write <html>", "<htmlx>", "<p>", "<!-- a -->" * 50_000])
def test_other_text_is_no_page(text: str) -> None:
    assert is_page(text) is False
