"""Names of authors."""

from __future__ import annotations

import pytest

from copydesk.cleaning.bylines import byline_names, is_byline


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Roe", ("Jane Roe",)),
        ("By JANE ROE and JOHN DOE", ("Jane Roe", "John Doe")),
        ("By Jane Roe, John Doe and Max van der Berg", ("Jane Roe", "John Doe", "Max van der Berg")),
        ("By Jane Roe Health editor, BBC News website", ("Jane Roe",)),
        ("By Jane Roe, Political Correspondent", ("Jane Roe",)),
        ("By Jane Roe January 5, 2012", ("Jane Roe",)),
        ("By Daily Desk Reporter", ()),
        ("By a staff correspondent", ()),
        ("By our own correspondent in Oslo", ()),
        ("By Our Correspondent", ()),
        ("BY STAFF REPORTERS", ()),
        ("By staff and agencies", ()),
        ("By staff", ()),
    ],
)
def test_byline_gives_the_names_alone(line: str, names: tuple[str, ...]) -> None:
    assert byline_names(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "By a margin of three votes",
        "by staff of the ministry and others",
        "By Friday, Moscow had replied.",
        "by the river",
        "Bypass opened",
        "By the time Ivanov was back",
    ],
)
def test_sentence_that_begins_with_by_is_no_byline(line: str) -> None:
    assert is_byline(line) is False


@pytest.mark.parametrize("line", ["By a staff correspondent", "By our correspondent", "By staff"])
def test_byline_may_name_nobody(line: str) -> None:
    assert is_byline(line) is True
