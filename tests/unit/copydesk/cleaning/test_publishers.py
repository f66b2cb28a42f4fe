"""The outlet a page belongs to."""

from __future__ import annotations

from copydesk.cleaning.page_outline import Outline
from copydesk.cleaning.publishers import find_publisher
from schemas.vocabulary import SegmentLabel


def _publisher(*lines: str) -> str | None:
    return find_publisher(Outline(lines, (SegmentLabel.JUNK,) * len(lines), (), len(lines), -1, len(lines)))


def test_known_outlet_is_found_in_the_copyright_line() -> None:
    assert _publisher("Copyright © 2017 BBC. Read more.") == "BBC"


def test_company_of_a_known_outlet_is_exchanged_for_it() -> None:
    assert _publisher("© 2012 Guardian News and Media Limited") == "The Guardian"


def test_unknown_holder_counts_when_the_page_repeats_it() -> None:
    assert _publisher("© 2012 Upper Town Courier Ltd.", "Upper Town Courier") == "Upper Town Courier"


def test_holder_named_once_is_taken() -> None:
    assert _publisher("Home", "Jobs", "Cars", "© 2012 Upper Town Courier Ltd.") == "Upper Town Courier"


def test_owner_of_many_outlets_is_not_taken() -> None:
    assert _publisher("Home", "Jobs", "Cars", "© 2012 Hearst Communications, Inc.") is None


def test_word_of_the_language_is_no_name() -> None:
    assert _publisher("More from Analysts", "Analysts homepage", "What do analysts say?") is None


def test_wire_service_in_the_copyright_line_is_not_the_publisher() -> None:
    assert _publisher("© 2019 Associated Press.", "Associated Press") is None


def test_wire_service_is_the_publisher_of_its_own_page() -> None:
    assert _publisher("Dam bursts above the valley | Reuters", "Follow Reuters") == "Reuters"


def test_full_name_is_preferred_to_its_initials() -> None:
    lines = ("About UTC", "Follow UTC", "Home", "© 2012 Upper Town Courier")
    assert _publisher(*lines) == "Upper Town Courier"


def test_person_in_the_copyright_line_gives_way_to_the_name_on_top() -> None:
    lines = ("Upper Town Gazette", "Home", "Jobs", "Upper Town Gazette newsletter", "© 2012 James Roe")
    assert _publisher(*lines) == "Upper Town Gazette"


def test_company_of_many_outlets_gives_way_to_the_outlet() -> None:
    lines = (
        "Home",
        "Jobs",
        "Cars",
        "Shop",
        "About Upper Town Courier",
        "Follow Upper Town Courier on Facebook",
    )
    assert _publisher(*lines, "© 2012 Valley Media") == "Upper Town Courier"


def test_article_before_a_known_name_is_no_part_of_it() -> None:
    assert _publisher("About the BBC", "Home", "BBC") == "BBC"


def test_outlet_mentioned_in_a_link_is_not_taken() -> None:
    assert _publisher("What the BBC got wrong") is None


def test_end_of_the_page_title_is_the_site() -> None:
    assert _publisher("Talks resume in Geneva today | Daily Desk") == "Daily Desk"


def test_section_at_the_end_of_the_page_title_is_not_the_site() -> None:
    assert _publisher("Talks resume in Geneva today | World News") is None


def test_address_and_phrase_agree_on_the_name() -> None:
    lines = ("Home", "Jobs", "Cars", "Shop", "About Upper Town Courier", "mail@uppertowncourier.com")
    assert _publisher(*lines) == "Upper Town Courier"


def test_addresses_of_networks_are_not_the_site() -> None:
    assert _publisher("Follow us on twitter.com", "facebook.com/desk", "twitter.com/desk") is None
