"""Labels by place on the page."""

from __future__ import annotations

from copydesk.cleaning.blocks import find_blocks
from copydesk.cleaning.classify import classify_blocks
from copydesk.cleaning.segment import split_lines
from copydesk.records import Provenance, RawRecord
from schemas.vocabulary import MediaType, SegmentLabel

TITLE = "Cabinet to double ferries across the fjord"
CAPTION = "Jane Roe leaves a meeting in the old town"
FIRST = "The cabinet approved a plan to double the number of ferries across the fjord on Monday."
SECOND = "Officials said that the first of the new boats would sail before the summer was over."
THIRD = "Fishermen from the islands had asked for the change in a letter to the prime minister."
LONG_LABEL = "Residents of the three islands have asked for more boats since the winter before the last one"


def _rules(*lines: str) -> list[tuple[SegmentLabel, str]]:
    text = "\n\n".join(lines)
    record = RawRecord(Provenance("d", "a.txt", 0, "s", MediaType.TEXT), text, split_lines(text))
    return [(verdict.label, verdict.rule) for verdict in classify_blocks(find_blocks(record))]


def _labels(*lines: str) -> list[SegmentLabel]:
    return [label for label, _ in _rules(*lines)]


def test_line_below_a_caption_is_a_caption_too() -> None:
    assert _labels(TITLE, CAPTION, "The two had not met since the spring", FIRST, SECOND)[:3] == [
        SegmentLabel.TITLE,
        SegmentLabel.CAPTION,
        SegmentLabel.CAPTION,
    ]


def test_label_below_a_caption_is_none() -> None:
    assert _labels(TITLE, CAPTION, "Latest video", FIRST, SECOND)[2] is SegmentLabel.JUNK


def test_list_below_a_caption_is_none() -> None:
    stories = ("The oldest pear tree in town still bears fruit", "Why a bakery changes hands in spring")
    assert SegmentLabel.CAPTION not in _labels(TITLE, CAPTION, *stories, FIRST, SECOND)[2:4]


def test_place_and_date_above_the_body_are_a_dateline() -> None:
    assert _rules(TITLE, "Wien, 4. Mai 2009", FIRST, SECOND)[1] == (
        SegmentLabel.DATELINE,
        "place_and_date_above_body",
    )


def test_desk_and_date_above_the_title_are_a_timestamp() -> None:
    assert _rules("Island desk, updated 4 May 2009", TITLE, FIRST, SECOND)[0] == (
        SegmentLabel.JUNK,
        "date_above_body",
    )


def test_short_lines_with_only_junk_between_them_are_no_crossheads() -> None:
    assert (
        _labels(FIRST, "Old boats", "READ MORE", "New boats", SECOND, THIRD)[1:4] == [SegmentLabel.JUNK] * 3
    )


def test_short_line_beside_junk_between_paragraphs_is_a_crosshead() -> None:
    assert _labels(FIRST, "READ MORE", "New boats", SECOND, THIRD)[2] is SegmentLabel.CROSSHEAD


def test_long_open_lines_with_only_junk_between_them_are_no_body() -> None:
    others = (LONG_LABEL, "READ MORE", f"{LONG_LABEL} of all")
    assert _labels(FIRST, *others, SECOND, THIRD)[1:4] == [SegmentLabel.JUNK] * 3
