"""Lines that the page says again."""

from __future__ import annotations

import pytest

from copydesk.cleaning.repeats import find_cut_teasers, find_repeated_prose

LONG = "The envoy arrived in the capital on Tuesday to begin a week of talks."


@pytest.mark.parametrize("ellipsis", ["…", "...", " [...]"])
def test_line_cut_with_an_ellipsis_is_a_teaser_of_the_longer_one(ellipsis: str) -> None:
    assert list(find_cut_teasers([LONG[:40] + ellipsis, LONG])) == [0]


def test_ellipsis_at_the_end_of_a_line_of_its_own_stays() -> None:
    assert list(find_cut_teasers(["And then nobody said anything at all…", LONG])) == []


def test_last_of_two_equal_paragraphs_stays() -> None:
    assert list(find_repeated_prose([LONG, "Home", LONG])) == [0]


def test_short_repeats_stay() -> None:
    assert list(find_repeated_prose(["He said no.", "He said no."])) == []


def test_ellipsis_in_place_of_the_full_stop_makes_a_teaser() -> None:
    assert list(find_cut_teasers([LONG[:-1] + "…", LONG])) == [0]


def test_line_cut_twice_at_the_same_place_stays() -> None:
    assert list(find_cut_teasers([LONG[:-1] + "…", LONG[:-1] + "…"])) == []


def test_heading_with_an_ellipsis_is_no_teaser_of_the_heading_without() -> None:
    assert (
        list(find_cut_teasers(["The envoy arrived in the capital…", "The envoy arrived in the capital"]))
        == []
    )
