"""What stands below a heading of comments."""

from __future__ import annotations

import pytest

from copydesk.cleaning.page import clean_record
from copydesk.cleaning.segment import split_lines
from copydesk.records import Provenance, RawRecord
from schemas.vocabulary import JunkFamily, MediaType

BODY = """The cabinet approved a plan to double the number of ferries across the fjord on Monday.

Officials said that the first of the new boats would sail before the summer was over."""


def _families(below: str) -> list[JunkFamily | None]:
    text = f"{BODY}\n\n{below}"
    record = RawRecord(Provenance("d", "a.txt", 0, "s", MediaType.TEXT), text, split_lines(text))
    return [segment.junk_family for segment in clean_record(record).segments[2:]]


def test_what_is_written_below_the_heading_is_a_comment() -> None:
    comment = "Anonymous said...\nWhat a pity for the old boats. They had such style.\nMay 4, 2009 11:03 AM"
    assert _families(f"2 comments:\n{comment}") == [
        JunkFamily.COMMENTS,
        JunkFamily.COMMENTS,
        JunkFamily.COMMENTS,
        JunkFamily.TIMESTAMP,
    ]


def test_name_above_a_comment_belongs_to_it() -> None:
    assert _families("Comments (3)\nferryman\nNot before time, if you ask me.") == [JunkFamily.COMMENTS] * 3


@pytest.mark.parametrize("heading", ["No comments:", "Comments (0)", "Post a Comment"])
def test_nothing_below_a_heading_without_comments_is_one(heading: str) -> None:
    assert _families(f"{heading}\nA bakery changes hands for the third time") == [
        JunkFamily.COMMENTS,
        JunkFamily.RELATED_LINK,
    ]


def test_list_of_other_stories_ends_the_comments() -> None:
    stories = "A bakery changes hands\nWinter swimmers in the harbour\nThe oldest pear tree in town"
    assert _families(f"Comments (3)\nNot before time, if you ask me.\n{stories}") == [
        JunkFamily.COMMENTS,
        JunkFamily.COMMENTS,
        JunkFamily.RELATED_LINK,
        JunkFamily.RELATED_LINK,
        JunkFamily.RELATED_LINK,
    ]


def test_line_known_for_something_else_ends_the_comments() -> None:
    below = "Comments (3)\nRelated stories\nWhy the boats were painted green before the war."
    assert _families(below)[-1] == JunkFamily.TEASER
