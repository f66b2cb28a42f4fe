"""Features of single lines."""

from __future__ import annotations

import pytest

from copydesk.cleaning.shape import line_shape


@pytest.mark.parametrize(
    "line",
    [
        "The ministers met in Geneva on Monday to talk.",
        "“We have nothing to add to what was said,” he told them.",
        "他们星期一在日内瓦会晤,讨论条约的未来,没有签署任何文件。",
    ],
)
def test_paragraph_ends_a_sentence(line: str) -> None:
    assert line_shape(line).ends_sentence is True


@pytest.mark.parametrize(
    "line",
    [
        "Working together",
        "Local Northern Ireland Scotland Wales",
        "Ministers meet in Geneva for talks",
        "",
    ],
)
def test_label_or_headline_does_not(line: str) -> None:
    assert line_shape(line).ends_sentence is False


def test_row_of_names_is_a_menu() -> None:
    assert line_shape("Local Northern Ireland Scotland Wales").is_menu is True


def test_headline_with_small_words_is_no_menu() -> None:
    assert line_shape("Ministers Meet in Geneva for Talks").is_menu is False
