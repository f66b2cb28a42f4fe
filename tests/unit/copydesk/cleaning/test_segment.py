"""Raw text is cut into lines as a reader sees them."""

from __future__ import annotations

import pytest

from copydesk.cleaning.segment import split_lines
from copydesk.records import RawLine
from copydesk.spans import Span


def test_lines_know_where_they_stand() -> None:
    assert split_lines("Talks resume\nGENEVA -- They met.") == (
        RawLine(Span(0, 12), "Talks resume"),
        RawLine(Span(13, 32), "GENEVA -- They met."),
    )


def test_blank_lines_are_left_out() -> None:
    assert split_lines("a\n\n \t\n\u00a0\nb") == (RawLine(Span(0, 1), "a"), RawLine(Span(8, 9), "b"))


def test_white_space_around_a_line_is_no_part_of_it() -> None:
    assert split_lines("\t  Talks  resume \n") == (RawLine(Span(3, 16), "Talks  resume"),)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_line_end_ends_a_line(line_end: str) -> None:
    assert [line.text for line in split_lines(f"one{line_end}two")] == ["one", "two"]


def test_a_stray_record_separator_ends_no_line() -> None:
    assert [line.text for line in split_lines("one\x1etwo")] == ["one\x1etwo"]


def test_white_space_alone_has_no_lines() -> None:
    assert split_lines(" \n\r\n\t") == ()
