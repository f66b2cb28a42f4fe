"""Title and article on a page."""

from __future__ import annotations

import re

from copydesk.cleaning.page_outline import Outline, lines_with
from schemas.vocabulary import SegmentLabel

LINES = tuple(str(number) for number in range(40))
OUTLINE = Outline(LINES, (SegmentLabel.JUNK,) * 40, (10,), 13, 25, 30)


def test_place_between_title_and_article_weighs_most() -> None:
    assert max(range(40), key=OUTLINE.place_weight) in {11, 12}


def test_place_among_comments_weighs_against() -> None:
    assert OUTLINE.place_weight(35) == -3.0


def test_place_deep_in_the_article_weighs_little() -> None:
    assert OUTLINE.place_weight(20) < OUTLINE.place_weight(27)


def test_head_is_well_above_the_title() -> None:
    assert (OUTLINE.is_in_head(2), OUTLINE.is_in_head(9)) == (True, False)


def test_last_line_is_not_inside_the_article() -> None:
    assert (OUTLINE.is_inside_body(20), OUTLINE.is_inside_body(25)) == (True, False)


def test_lines_with_a_pattern_are_each_found_once_and_long_ones_are_not_read() -> None:
    lines = ("a1 a2", "b", "", "a3", "a4 and more", "a5")
    assert lines_with(lines, re.compile(r"a\d"), 5) == [0, 3, 5]


def test_no_line_has_a_pattern_of_an_empty_page() -> None:
    assert lines_with((), re.compile("a"), 5) == []
