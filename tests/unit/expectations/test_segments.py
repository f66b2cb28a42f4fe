"""Every claim about segments, broken once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Row = dict[str, object]


@pytest.mark.parametrize(
    ("row_no", "name", "values"),
    [
        (2, "segment_no_counts_up", {"segment_no": 3}),
        (0, "raw_start_is_in_range", {"raw_start": -1, "raw_end": 14}),
        (1, "raw_start_follows_the_row_before", {"raw_start": 14, "raw_end": 68}),
        (0, "raw_text_fills_its_span", {"raw_end": 14}),
        (0, "junk_family_goes_with_junk", {"junk_family": None}),
        (1, "junk_family_goes_with_junk", {"junk_family": "legal"}),
        (
            0,
            "text_span_goes_with_body",
            {"label": "title", "junk_family": None, "text_start": 0, "text_end": None},
        ),
        (
            1,
            "raw_text_stands_in_document",
            {"raw_text": "Hillary Clinton met Sergei Lavrov in Munich on Friday."},
        ),
        (0, "confidence_is_a_share", {"confidence": 0.0}),
    ],
)
def test_broken_segment_fails(broken: Callable[..., set[str]], row_no: int, name: str, values: Row) -> None:
    assert broken("segments", row_no, **values) == {f"segments.{name}"}


def test_other_white_space_in_the_raw_text_is_fine(broken: Callable[..., set[str]]) -> None:
    raw_text = "Hillary\u00a0Clinton met Sergei\u200bLavrov in\tGeneva on Friday."
    assert broken("segments", 1, raw_text=raw_text) == set()


def test_html_may_have_markup_between(rows: dict[str, list[Row]], judged: Callable[[], set[str]]) -> None:
    rows["documents"][0]["media_type"] = "text/html"
    rows["segments"][2] |= {"raw_text": f"<p>{rows['segments'][2]['raw_text']}</p>", "raw_end": 142}
    assert judged() == set()


def test_body_outside_the_document_fails_once(broken: Callable[..., set[str]]) -> None:
    assert "segments.text_span_within_document" in broken("segments", 2, text_end=9999)


def test_body_before_the_segment_before_fails(broken: Callable[..., set[str]]) -> None:
    assert "segments.text_start_follows_the_row_before" in broken("segments", 2, text_start=0, text_end=54)


def test_junk_between_two_body_segments_does_not_hide_their_order(
    rows: dict[str, list[Row]], judged: Callable[[], set[str]]
) -> None:
    junk, first, second = rows["segments"][:3]
    first |= {"segment_no": 0, "raw_start": 0, "raw_end": 54}
    junk |= {"segment_no": 1, "raw_start": 55, "raw_end": 70}
    second |= {"text_start": 53, "text_end": 117}
    assert "segments.text_start_follows_the_row_before" in judged()


def test_empty_raw_span_fails(broken: Callable[..., set[str]]) -> None:
    assert broken("segments", 0, raw_end=0, raw_text="") == {"segments.raw_end_exceeds_raw_start"}
