"""Dates of publication in words and digits. Which of a page's dates to believe is for `page_dates.py`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from copydesk.cleaning.calendar_words import MONTH, MONTH_LETTERS, WEEKDAY, date_languages
from copydesk.cleaning.time_zones import ZONE, zone_offset

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

_MONTH = rf"{MONTH}\b\.?"
_YEAR = r"(?:19|20)\d{2}"
_ORDINAL = r"(?:[Ss][Tt]|[NnRr][Dd]|[Tt][Hh]|[Ee][Rr]|\.)?"
# The time of day may cling to the year: "May 3, 20122:26 PM".
_AFTER_YEAR = r"(?!\d(?!\d?:\d\d))"
MAY_HOLD_DATE = re.compile(
    r"""
    [0-9] (?: (?<=1)9\d\d | (?<=2)0\d\d          # the year in full
      | [/.]\d\d(?![\d%]) )                     # or two digits behind a stroke
    """,
    re.VERBOSE,
)
"""What every date has: lines without it are not looked at."""
_DAY_NAME = rf"{WEEKDAY}\b"
# Both begin with a sign that few places have, and ask for what must stand before it afterwards.
_DIGITS_FIRST = re.compile(
    rf"""
    [0-9] (?<![0-9].) (?:
      (?P<day_first>
        \d?{_ORDINAL} (?:\s+(?:[Oo][Ff]|[Dd][Ee]))? [\s-]+ {_MONTH} ,? [\s-]+ (?:[Dd][Ee]\s+)? {_YEAR}
      ) {_AFTER_YEAR}
    | (?<![/.-].) (?P<iso>
        (?:(?<=1)9|(?<=2)0) \d\d (?P<sign>[-/.])\d{{1,2}}(?P=sign)\d{{1,2}} ) (?=\D|$)
    | (?<![/.-].) (?P<digits>
        \d? (?: [/.-] \d{{1,2}} [/.-] {_YEAR} | (?P<stroke>[/.]) \d{{1,2}} (?P=stroke) \d\d )
      ) (?=\D|$) (?![/.]\d)
    )
    """,
    re.VERBOSE,
)
_MONTH_FIRST = re.compile(
    rf"""
    (?=[{MONTH_LETTERS}{MONTH_LETTERS.upper()}])
    (?: (?<![^\W\d_]) | (?<=[a-z])(?=[A-Z]) )                                # "2 min readMay 3"
    {_MONTH} [\s-]+ \d{{1,2}}{_ORDINAL} [.,]? (?: \s* (?:{_DAY_NAME})? \.? [\s,-]+ ) {_YEAR}
    {_AFTER_YEAR}
    """,
    re.VERBOSE,
)
_NUMBER = re.compile(r"\d+")
_TIME = re.compile(
    rf"""
    (?<![\d:.]) (?P<clock> \d{{1,2}}[:.]\d{{2}} (?:[:.]\d{{2}})? ) (?:\.\d+)?   # 15:04, 15.04:59.000
    \s* (?P<half> [ap]\.?m\b\.? )?
    \s* (?:hrs\b)? \s* \(? (?P<zone> {ZONE} )?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ORDINAL_SIGN = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b(?:\s+of\b)?", re.IGNORECASE)
_SHORT_YEAR = re.compile(r"(?<=\d[/.])(\d\d)$")
MAX_MONTH_NO = 12
# Two digits for a year mean this century below, the last one from here on.
FIRST_SHORT_YEAR_OF_1900S = 70


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as printed, and the moment in UTC where time and zone are printed with it."""

    on: date
    at: datetime | None


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A full date in a line, not yet read.

    Attributes:
        start: Where it begins in the line.
        end: Where it ends.
        text: As written.
        order: "DMY", "MDY" or "YMD"; None where digits alone leave open which is the month.
    """

    start: int
    end: int
    text: str
    order: str | None


def find_date(line: str) -> PrintedDate | None:
    """Find the first full date in a line; None where year or order of day and month is open.

    >>> find_date("Page last updated at 15:04 GMT, Sunday, 8 February 2009").at.isoformat()
    '2009-02-08T15:04:00+00:00'
    >>> find_date("17/01/2012 02:43").on.isoformat(), find_date("03/04/2012"), find_date("Feb 12")
    ('2012-01-17', None, None)
    """
    written = next(written_dates(line), None)
    if written is None or written.order is None:
        return None
    return read_date(written, line, written.order)


def may_hold_date(line: str) -> bool:
    """Whether a line may have a full date in it: a quick look that rules most lines out."""
    if not ("20" in line or "19" in line or "/" in line or "." in line):
        return False
    return MAY_HOLD_DATE.search(line) is not None


def written_dates(line: str) -> Iterator[WrittenDate]:
    """Find every full date in a line, those with an open order of day and month, too."""
    if not may_hold_date(line):
        return
    dates = [
        WrittenDate(match.start(), match.end(), match.group(), _order(match))
        for match in _DIGITS_FIRST.finditer(line)
    ]
    dates += [
        WrittenDate(match.start(), match.end(), match.group(), "MDY") for match in _MONTH_FIRST.finditer(line)
    ]
    yield from sorted(dates, key=attrgetter("start"))


def read_date(written: WrittenDate, line: str, order: str) -> PrintedDate | None:
    """Read a date, and the time in the line around it; None for what is no date, as 31 April."""
    text = _ORDINAL_SIGN.sub("", _SHORT_YEAR.sub(_full_year, written.text))
    day = _parsed(text, order)
    if day is None:
        return None
    return PrintedDate(day.date(), _moment(line, written, text, order))


def _full_year(match: re.Match[str]) -> str:
    century = "19" if int(match[1]) >= FIRST_SHORT_YEAR_OF_1900S else "20"
    return f"{century}{match[1]}"


def _order(match: re.Match[str]) -> str | None:
    """The order of day, month and year in a date that begins with digits; None if it is open."""
    if match["iso"] is not None:
        return "YMD"
    if match["digits"] is None:
        return "DMY"
    one, two = map(int, _NUMBER.findall(match.group())[:2])
    if one != two and one <= MAX_MONTH_NO and two <= MAX_MONTH_NO:
        return None
    return "DMY" if two <= MAX_MONTH_NO else "MDY"


def _moment(line: str, written: WrittenDate, text: str, order: str) -> datetime | None:
    """The moment in UTC, if what stands beside the date gives a time and its zone."""
    after = line[written.end :]
    if after[:1] in "Tt" and after[1:2].isdigit():
        after = f" {after[1:]}"
    time = _TIME.search(after) or _TIME.search(line[: written.start])
    if time is None or time["zone"] is None:
        return None
    half = (time["half"] or "").replace(".", "")
    moment = _parsed(f"{text} {time['clock'].replace('.', ':')} {half}".strip(), order)
    offset = None if moment is None else zone_offset(time["zone"], moment.date())
    if moment is None or offset is None:
        return None
    try:
        return (moment - offset).replace(tzinfo=UTC)
    except OverflowError:
        return None


# A list of stories repeats few dates many times.
@lru_cache(maxsize=1024)
def _parsed(written: str, order: str) -> datetime | None:
    """The date and time of day that a complete date names; None for what is no date, as 31 April."""
    languages = date_languages(written)
    if languages != ("en",):
        return _parsed_foreign(written, order, languages)
    from dateutil import parser

    try:
        parsed: datetime = parser.parse(
            written,
            dayfirst=order == "DMY",
            yearfirst=order == "YMD",
            # The parser fills what is missing from here; a complete date misses nothing of the day.
            default=datetime(2000, 1, 1),
        )
    except (ValueError, OverflowError):
        return None
    return parsed.replace(tzinfo=None)


def _parsed_foreign(written: str, order: str, languages: tuple[str, ...]) -> datetime | None:
    """The same for months that are not English: a parser with more languages, twenty times slower."""
    import dateparser

    settings = {"STRICT_PARSING": True, "DATE_ORDER": order, "PARSERS": ["absolute-time"]}
    parsed: datetime | None = dateparser.parse(written, languages=list(languages), settings=settings)
    return None if parsed is None else parsed.replace(tzinfo=None)
