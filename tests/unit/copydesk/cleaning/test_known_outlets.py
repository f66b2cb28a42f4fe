"""Outlets known by name."""

from __future__ import annotations

import pytest

from copydesk.cleaning.known_outlets import (
    ends_like_company,
    is_known,
    is_owner,
    known_form,
    known_outlets_in,
    name_key,
    names_outlet,
)
from copydesk.cleaning.site_phrases import furniture_of


def test_outlet_is_found_with_the_words_around_it() -> None:
    assert list(known_outlets_in(furniture_of(["More from The Irish Times, every day"]))) == [
        "The Irish Times",
        "Irish Times",
    ]


@pytest.mark.parametrize("line", ["The Irish Timesheet", "Irish times change", "the independent reader", ""])
def test_words_that_only_look_like_an_outlet_are_none(line: str) -> None:
    assert list(known_outlets_in(furniture_of([line]))) == []


def test_address_and_name_of_a_site_have_one_key() -> None:
    assert name_key("theage.com.au") == name_key("The Age") == "age"


def test_wire_service_is_no_known_outlet() -> None:
    assert is_known("Reuters") is False


def test_known_name_is_published_in_its_own_form() -> None:
    assert (known_form("irishtimes.com"), known_form("Valley Post")) == ("The Irish Times", "Valley Post")


def test_companies_and_outlets_are_told_by_their_words() -> None:
    assert (ends_like_company("Valley Media"), names_outlet("Valley Gazette")) == (True, True)
    assert (ends_like_company("Valley Gazette"), names_outlet("Valley Mill")) == (False, False)
    assert (is_owner("Hearst"), is_owner("Valley Post")) == (True, False)
