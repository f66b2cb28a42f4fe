"""Names of time zones as news pages print them, and their distance from UTC."""

from __future__ import annotations

import re
from datetime import date, timedelta

# Names that mean one offset only. IST (India, Israel, Ireland), CST in China and others are left out,
# and so the moment stays open.
_HOURS = {
    "Z": 0.0, "GMT": 0.0, "UTC": 0.0, "UT": 0.0, "BST": 1.0, "WEST": 1.0, "CET": 1.0, "CEST": 2.0,
    "EET": 2.0, "EEST": 3.0, "MSK": 3.0, "EST": -5.0, "EDT": -4.0, "CST": -6.0, "CDT": -5.0, "MST": -7.0,
    "MDT": -6.0, "PST": -8.0, "PDT": -7.0, "HKT": 8.0, "SGT": 8.0, "JST": 9.0, "KST": 9.0, "AEST": 10.0,
    "AEDT": 11.0, "ACST": 9.5, "ACDT": 10.5, "AWST": 8.0, "NZST": 12.0, "NZDT": 13.0, "SAST": 2.0,
}  # fmt: skip
# American zones without a word on summer time: standard time in winter, an hour ahead of it in summer.
_SEASONAL_HOURS = {"ET": -5.0, "CT": -6.0, "MT": -7.0, "PT": -8.0}
# Summer time has begun by the second day and not before the first, and ends likewise (month, day).
_SUMMER_BEGINS = ((3, 8), (3, 15))
_SUMMER_ENDS = ((11, 1), (11, 8))
# Before, it began and ended on other days.
FIRST_YEAR_OF_SUMMER_RULE = 2007
_NAMES = "|".join(sorted((*_HOURS, *_SEASONAL_HOURS), key=len, reverse=True))
_OFFSET = r"(?:GMT|UTC)?[+-](?:\d{2}:?\d{2}|\d{1,2})(?!\d)"
ZONE = rf"(?:{_OFFSET}|(?:{_NAMES})\b)"
"""A regular expression for a zone, by its name or in digits."""
_DIGITS = re.compile(r"([+-])(\d{1,2}):?(\d{2})?$")
MAX_OFFSET_HOURS = 14


def zone_offset(zone: str, day: date) -> timedelta | None:
    """How far a zone is ahead of UTC on a day; None for what is no zone or may be either of two.

    >>> zone_offset("EST", date(2012, 7, 1)) == zone_offset("ET", date(2012, 1, 1)) == timedelta(hours=-5)
    True
    """
    digits = _DIGITS.search(zone)
    if digits is None:
        hours = (
            _seasonal_hours(zone.upper(), day)
            if zone.upper() in _SEASONAL_HOURS
            else _HOURS.get(zone.upper())
        )
        return None if hours is None else timedelta(hours=hours)
    offset = timedelta(hours=int(digits[2]), minutes=int(digits[3] or 0))
    if offset > timedelta(hours=MAX_OFFSET_HOURS):
        return None
    return -offset if digits[1] == "-" else offset


def _seasonal_hours(zone: str, day: date) -> float | None:
    season = (day.month, day.day)
    if _SUMMER_ENDS[1] <= season or season < _SUMMER_BEGINS[0]:
        return _SEASONAL_HOURS[zone] if day.year >= FIRST_YEAR_OF_SUMMER_RULE else None
    if day.year >= FIRST_YEAR_OF_SUMMER_RULE and _SUMMER_BEGINS[1] <= season < _SUMMER_ENDS[0]:
        return _SEASONAL_HOURS[zone] + 1
    return None
