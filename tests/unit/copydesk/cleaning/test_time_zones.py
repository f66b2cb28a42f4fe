"""Zones and their distance from UTC."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from copydesk.cleaning.time_zones import zone_offset

SUMMER = date(2012, 7, 1)
WINTER = date(2012, 1, 1)


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        ("GMT", SUMMER, 0),
        ("bst", SUMMER, 1),
        ("GMT+1", SUMMER, 1),
        ("+05:30", WINTER, 5.5),
        ("ET", SUMMER, -4),
        ("ET", WINTER, -5),
    ],
)
def test_zone_has_its_offset(zone: str, day: date, hours: float) -> None:
    assert zone_offset(zone, day) == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("zone", "day"),
    [("IST", WINTER), ("ET", date(2012, 3, 10)), ("ET", date(1999, 7, 1)), ("+25:00", WINTER)],
)
def test_zone_that_may_be_several_is_open(zone: str, day: date) -> None:
    assert zone_offset(zone, day) is None
