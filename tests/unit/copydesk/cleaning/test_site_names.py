"""Places where a page writes the name of its site."""

from __future__ import annotations

import pytest

from copydesk.cleaning.site_names import (
    NamePlace,
    SiteName,
    copyright_holder,
    hosts_in,
    is_site_name,
    names_in_credits,
    names_in_furniture,
    names_in_title,
    spelled_host,
)
from copydesk.cleaning.site_phrases import furniture_of


def test_last_piece_of_a_page_title_is_told_from_the_others() -> None:
    names = list(names_in_title("Dam bursts above the valley - Water - The Valley Post"))
    assert names[-1] == SiteName("The Valley Post", NamePlace.END_OF_TITLE)


def test_wire_service_at_the_end_of_a_page_title_is_the_site() -> None:
    names = list(names_in_title("Dam bursts above the valley | Reuters"))
    assert names[-1] == SiteName("Reuters", NamePlace.END_OF_TITLE)


def test_title_without_joint_gives_no_name() -> None:
    assert list(names_in_title("Dam bursts above the valley")) == []


@pytest.mark.parametrize(
    ("line", "holder"),
    [
        ("© 2012 Upper Town Courier Ltd. All rights reserved.", "Upper Town Courier"),
        ("Copyright (c) 2001-2019 Valley Post", "Valley Post"),
        ("All rights reserved.", None),
        ("© 2019 Reuters", None),
        ("Copyright policy", None),
    ],
)
def test_copyright_line_names_its_holder(line: str, holder: str | None) -> None:
    assert copyright_holder(line) == holder


@pytest.mark.parametrize(
    "line",
    [
        "About Valley Post",
        "Follow Valley Post on",
        "Valley Post on Facebook",
        "Sign up for Valley Post newsletters",
    ],
)
def test_furniture_names_its_site(line: str) -> None:
    assert {found.name for found in names_in_furniture(furniture_of([line]))} == {"Valley Post"}


@pytest.mark.parametrize(
    "line", ["About us", "Follow us on Twitter", "Contact Facebook", "Search", "More News"]
)
def test_furniture_of_every_site_names_none(line: str) -> None:
    assert list(names_in_furniture(furniture_of([line]))) == []


def test_credit_names_the_paper_behind_the_photographer() -> None:
    assert [found.name for found in names_in_credits("The dam. (Jane Roe/Valley Post)")] == ["Valley Post"]


def test_host_is_the_last_part_of_an_address() -> None:
    assert list(hosts_in("http://www.news.valleypost.co.uk/a and plus.google.com")) == ["valleypost.co.uk"]


def test_name_in_an_address_is_spelled_as_the_page_spells_it() -> None:
    found = spelled_host("valleypost.com", "valleypost.com\nThe Valley Post is printed daily.")
    assert found == SiteName("Valley Post", NamePlace.SPELLED_HOST)


def test_name_that_the_page_never_spells_stays_unknown() -> None:
    assert spelled_host("valleypost.com", "mail@valleypost.com") is None


@pytest.mark.parametrize(
    "name", ["World News", "Reuters", "terms of use", "What happened?", "", "A B C D E F"]
)
def test_what_is_no_name_of_a_site(name: str) -> None:
    assert is_site_name(name) is False
