"""Dates in words and digits."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from copydesk.cleaning.dates import PrintedDate, find_date


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Posted on 3rd of May 2011", date(2011, 5, 3)),
        ("Sept. 3, 2011", date(2011, 9, 3)),
        ("28 MAY 2009, HEALTH", date(2009, 5, 28)),
        ("2012-04-03", date(2012, 4, 3)),
        ("17/01/2012", date(2012, 1, 17)),
        ("01/17/2012", date(2012, 1, 17)),
        ("04.04.2012", date(2012, 4, 4)),
        ("Genf, 7. März 2011", date(2011, 3, 7)),
        ("Samstag, 3 Mai 2008", date(2008, 5, 3)),
        ("le 1er août 2011", date(2011, 8, 1)),
        ("7 de diciembre de 2011", date(2011, 12, 7)),
    ],
)
def test_full_date_is_found(line: str, expected: date) -> None:
    assert find_date(line) == PrintedDate(expected, None)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Updated at 10:05 am EST, May 24, 2012", datetime(2012, 5, 24, 15, 5, tzinfo=UTC)),
        ("8 July 2009 15.04 BST", datetime(2009, 7, 8, 14, 4, tzinfo=UTC)),
        ("2012-04-03T09:30:00Z", datetime(2012, 4, 3, 9, 30, tzinfo=UTC)),
        ("2012-04-03T09:30:00+02:00", datetime(2012, 4, 3, 7, 30, tzinfo=UTC)),
    ],
)
def test_time_with_zone_becomes_utc(line: str, expected: datetime) -> None:
    found = find_date(line)
    assert (found.at if found else None) == expected


def test_date_stays_as_printed_where_utc_is_another_day() -> None:
    assert find_date("11:30 pm EST, 1 March 2012") == PrintedDate(
        date(2012, 3, 1), datetime(2012, 3, 2, 4, 30, tzinfo=UTC)
    )


@pytest.mark.parametrize(
    "line",
    [
        "03/04/2012",
        "Feb 12",
        "31 April 2012",
        "31. Februar 2012",
        "Marching 5, 2012",
        "© 2012 The Desk",
        "May 2012",
        "Flight 12 left on Monday",
        "1/2/3",
        "",
    ],
)
def test_what_is_no_full_and_clear_date_is_none(line: str) -> None:
    assert find_date(line) is None


def test_time_without_zone_gives_no_moment() -> None:
    assert find_date("8 July 2009 15:04") == PrintedDate(date(2009, 7, 8), None)
