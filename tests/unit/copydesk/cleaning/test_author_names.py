"""Names of authors inside lines."""

from __future__ import annotations

import pytest

from copydesk.cleaning.author_names import find_collective, find_names, is_full_name


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Anna May Roe July 3, 2012", ("Anna May Roe",)),
        ("Jane Roe and John Doe Jr.", ("Jane Roe", "John Doe Jr.")),
        ("Jane Roe The Associated Press", ("Jane Roe",)),
        ("Jane Roe Jane Roe", ("Jane Roe",)),
        ("JOHN VAN DER BERG", ("John Van Der Berg",)),
        ("Çelik Öz", ("Çelik Öz",)),
    ],
)
def test_names_end_where_something_else_begins(line: str, names: tuple[str, ...]) -> None:
    found = find_names(line, 0)
    assert (found.names if found else ()) == names


@pytest.mark.parametrize("line", ["Latest News", "Oslo", "the river", "Monday May", "Read More", ""])
def test_what_is_no_name_of_a_person(line: str) -> None:
    assert is_full_name(line) is False


def test_desk_signs_in_place_of_a_person() -> None:
    found = find_collective("Valley Post Staff, 3 May", 0)
    assert (found.names if found else ()) == ("Valley Post Staff",)


def test_plain_capitals_are_no_desk() -> None:
    assert find_collective("Upper Town", 0) is None
