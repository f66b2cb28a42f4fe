"""Dates of publication in words and digits. Which line to look at is the business of `metadata.py`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC
from functools import lru_cache
from typing import TYPE_CHECKING

from copydesk.cleaning.calendar_words import MONTH, date_languages

if TYPE_CHECKING:
    from datetime import date, datetime

_MONTH = rf"{MONTH}\b\.?"
_YEAR = r"(?:19|20)\d{2}"
_ORDINAL = r"(?:st|nd|rd|th|er|\.)?"
_DATE = re.compile(
    rf"""
      (?<!\d) (?P<day_first>
        \d{{1,2}}{_ORDINAL} (?:\s+(?:of|de))? [\s-]+ {_MONTH} ,? [\s-]+ (?:de\s+)? {_YEAR}
      )
    | \b (?P<month_first> {_MONTH} \s+ \d{{1,2}}{_ORDINAL} ,? \s+ {_YEAR} )
    | (?<![\d/.-]) (?P<iso> {_YEAR}-\d{{2}}-\d{{2}} ) (?=\D|$)
    | (?<![\d/.-]) (?P<digits> (?P<one>\d{{1,2}}) [/.-] (?P<two>\d{{1,2}}) [/.-] {_YEAR} ) (?=\D|$)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ZONE = r"(?:Z|GMT|UTC|BST|CES?T|[ECMP][SD]T|ET|[+-]\d{2}:?\d{2})"
_TIME = re.compile(
    rf"""
    (?<![\d:.]) (?P<clock> \d{{1,2}}[:.]\d{{2}} (?:[:.]\d{{2}})? ) (?:\.\d+)?   # 15:04, 15.04:59.000
    \s* (?P<half> [ap]\.?m\b\.? )?
    \s* \(? (?P<zone> {_ZONE} )? \b
    """,
    re.IGNORECASE | re.VERBOSE,
)
MAX_MONTH_NO = 12


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as printed, and the moment in UTC where time and zone are printed with it."""

    on: date
    at: datetime | None


def find_date(line: str) -> PrintedDate | None:
    """Find the first full date in a line; None where year or order of day and month is open.

    >>> find_date("Page last updated at 15:04 GMT, Sunday, 8 February 2009").at.isoformat()
    '2009-02-08T15:04:00+00:00'
    >>> find_date("17/01/2012 02:43").on.isoformat(), find_date("03/04/2012"), find_date("Feb 12")
    ('2012-01-17', None, None)
    """
    match = _DATE.search(line)
    if match is None or _is_ambiguous(match):
        return None
    written = _ORDINAL_SIGN.sub("", match.group())
    order = _order(match)
    day = _parsed(written, order)
    if day is None:
        return None
    return PrintedDate(day.date(), _moment(line[: match.start()] + " " + line[match.end() :], written, order))


_ORDINAL_SIGN = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b(?:\s+of\b)?", re.IGNORECASE)


def _is_ambiguous(match: re.Match[str]) -> bool:
    """Whether digits alone leave open which is the month: 03/04/2012."""
    if match["digits"] is None:
        return False
    one, two = int(match["one"]), int(match["two"])
    return one != two and one <= MAX_MONTH_NO and two <= MAX_MONTH_NO


def _order(match: re.Match[str]) -> str:
    if match["iso"] is not None:
        return "YMD"
    if match["digits"] is not None:
        return "DMY" if int(match["two"]) <= MAX_MONTH_NO else "MDY"
    return "DMY" if match["day_first"] is not None else "MDY"


def _moment(around: str, written_date: str, order: str) -> datetime | None:
    """The moment in UTC, if what stands around the date gives a time and its zone."""
    match = _TIME.search(around.replace("T", " ", 1) if re.match(r" ?T\d", around) else around)
    if match is None or match["zone"] is None:
        return None
    zone = "EST" if match["zone"].upper() == "ET" else match["zone"].replace("Z", "UTC").replace("z", "UTC")
    return _parsed(f"{written_date} {match['clock'].replace('.', ':')} {match['half'] or ''} {zone}", order)


# A list of stories repeats few dates many times, and parsing one takes a millisecond.
@lru_cache(maxsize=1024)
def _parsed(written: str, order: str) -> datetime | None:
    """The moment that a complete date names, in UTC; None for what is no date, as 31 April."""
    import dateparser

    settings = {
        "STRICT_PARSING": True,
        "DATE_ORDER": order,
        "TIMEZONE": "UTC",
        "TO_TIMEZONE": "UTC",
        "RETURN_AS_TIMEZONE_AWARE": True,
    }
    parsed: datetime | None = dateparser.parse(
        written, languages=list(date_languages(written)), settings=settings
    )
    return None if parsed is None else parsed.astimezone(UTC)
