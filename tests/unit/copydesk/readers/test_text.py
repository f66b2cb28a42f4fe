"""A plain text becomes a record of lines."""

from __future__ import annotations

import pytest

from copydesk.errors import UnusableRecord
from copydesk.readers.text import read, read_verbatim
from copydesk.records import Provenance, RawLine, RawRecord
from copydesk.spans import Span
from schemas.vocabulary import MediaType

ORIGIN = Provenance("0a", "wire/a.txt", 0, "0a1b", MediaType.TEXT)


def test_a_text_is_decoded_and_cut_into_lines() -> None:
    assert read(b"Talks\r\n\r\nIt\x92s over.", ORIGIN) == RawRecord(
        ORIGIN,
        "Talks\r\n\r\nIt’s over.",
        (RawLine(Span(0, 5), "Talks"), RawLine(Span(9, 19), "It’s over.")),
    )


def test_mojibake_is_repaired_before_lines_are_cut() -> None:
    assert read("Itâ€™s over.".encode(), ORIGIN).text == "It’s over."


def test_a_clean_text_is_unchanged_to_the_character() -> None:
    text = "  Itâ€™s\u00a0over.\r\n"
    assert read_verbatim(text.encode(), ORIGIN).text == text


@pytest.mark.parametrize("raw", [b"", b" \r\n\t", b"\xef\xbb\xbf", "\u00a0".encode()])
def test_a_text_without_a_visible_character_is_empty(raw: bytes) -> None:
    with pytest.raises(UnusableRecord, match=r"^empty: "):
        read(raw, ORIGIN)


def test_a_page_under_the_name_of_a_text_is_read_as_a_page() -> None:
    record = read(b"<!doctype html><p>Talks <b>resume</b>.</p>", ORIGIN)
    assert record.provenance.media_type is MediaType.HTML
    assert [line.text for line in record.lines] == ["Talks resume."]


def test_a_text_with_a_tag_in_it_stays_a_text() -> None:
    assert read(b"Write <html> first.", ORIGIN).lines == (RawLine(Span(0, 19), "Write <html> first."),)


def test_a_page_in_markdown_is_read_without_its_markup_unless_it_is_clean_already() -> None:
    raw = b"[Home](/) [News](/news) [Sport](/sport)"
    read_so = read(raw, ORIGIN)
    assert (read_so.provenance.media_type, read_so.lines[0].text) == (MediaType.MARKDOWN, "Home News Sport")
    verbatim = read_verbatim(raw, ORIGIN)
    assert (verbatim.provenance, verbatim.lines[0].text) == (ORIGIN, raw.decode())
