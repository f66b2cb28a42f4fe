"""Which line is the title."""

from __future__ import annotations

import pytest

from copydesk.cleaning.page import clean_record
from copydesk.cleaning.segment import split_lines
from copydesk.records import Provenance, RawRecord
from schemas.vocabulary import MediaType, SegmentLabel

DATELINE = "OSLO, May 4 (Western Wire) - "
BODY = """The cabinet approved a plan to double the number of ferries across the fjord on Monday.

Officials said that the first of the new boats would sail before the summer was over.

Fishermen from the islands had asked for the change in a letter to the prime minister."""


def _title(text: str) -> str | None:
    record = RawRecord(Provenance("d", "a.txt", 0, "s", MediaType.TEXT), text, split_lines(text))
    document = clean_record(record)
    labelled = [seg.raw_text for seg in document.segments if seg.label is SegmentLabel.TITLE]
    assert labelled == ([] if document.metadata.title is None else [document.metadata.title])
    return document.metadata.title


def test_first_line_above_the_dateline_is_the_title_without_a_word_in_common() -> None:
    title = "Relief for commuters at last, but not for everyone"
    assert _title(f"{title}\n\n{DATELINE}{BODY}") == title


@pytest.mark.parametrize(
    "between",
    [
        "Monday, May 4, 2009",
        "By Jane Roe",
        "By a staff correspondent",
        "Share this page",
        "(Adds comment from the union)",
        "Oslo, 4 May 2009",
        "Jane Roe leaves a meeting in the old town",
    ],
)
def test_what_goes_with_an_article_may_stand_below_its_title(between: str) -> None:
    title = "Relief for commuters at last, but not for everyone"
    assert _title(f"{title}\n\n{between}\n\n{BODY}") == title


def test_title_may_stand_between_date_and_body_below_the_name_of_the_blog() -> None:
    title = "Relief for commuters at last"
    assert _title(f"Letters from a Small Country\n\nMonday, May 4, 2009\n\n{title}\n\n{BODY}") == title


def test_line_below_other_headlines_without_a_date_beside_it_is_no_title() -> None:
    assert _title(f"Bakery changes hands again\n\nWinter swimmers in pictures\n\n{BODY}") is None


def test_line_about_the_same_things_wins_over_the_nearest() -> None:
    title = "Cabinet to double ferries across the fjord"
    assert _title(f"{title}\n\nA bakery changes hands\n\n{BODY}") == title


@pytest.mark.parametrize(
    "line",
    [
        "Home",
        "Two words",
        "Bakery Harbour Chestnut Lighthouse Orchard Museum Timetable",
        "What the papers say about it:",
    ],
)
def test_label_or_menu_above_the_body_is_no_title(line: str) -> None:
    assert _title(f"{line}\n\n{BODY}") is None


def test_body_alone_has_no_title() -> None:
    assert _title(BODY) is None
