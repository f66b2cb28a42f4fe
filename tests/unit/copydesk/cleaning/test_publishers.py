"""The outlet a page belongs to."""

from __future__ import annotations

from copydesk.cleaning.publishers import find_publisher


def test_known_outlet_is_found_in_the_copyright_line() -> None:
    assert find_publisher(["Copyright © 2017 BBC. Read more."], [], []) == "BBC"


def test_unknown_holder_counts_when_the_page_repeats_it() -> None:
    assert (
        find_publisher(["© 2012 Upper Town Courier Ltd."], [], ["Upper Town Courier"]) == "Upper Town Courier"
    )


def test_unknown_holder_named_once_is_not_taken() -> None:
    assert find_publisher(["© 2012 Upper Town Holdings Ltd."], [], ["Home"]) is None


def test_wire_service_is_never_the_publisher() -> None:
    assert find_publisher(["© 2019 Associated Press."], [], ["Associated Press"]) is None


def test_navigation_line_names_the_outlet() -> None:
    assert find_publisher([], [], ["BBC navigation"]) == "BBC"


def test_outlet_mentioned_in_a_link_is_not_taken() -> None:
    assert find_publisher([], [], ["What the BBC got wrong"]) is None


def test_site_name_behind_the_title_counts_when_it_stands_alone_elsewhere() -> None:
    assert find_publisher([], ["Talks resume | Daily Desk"], ["Daily Desk"]) == "Daily Desk"
