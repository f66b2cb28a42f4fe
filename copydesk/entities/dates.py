"""What day, month or year a date expression means, seen from the day of publication."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

from schemas.vocabulary import DatePrecision

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
# Beyond this a bare month that lies ahead could as well be last year's.
MAX_MONTHS_AHEAD = 3
DAYS_A_WEEK = 7
MONTHS_A_YEAR = 12

_MONTH = "(?P<month>" + "|".join(MONTHS) + r")\b\.?"
_DAY = r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\d:])"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?!\d)"
_MONTH_DAY = re.compile(rf"\b{_MONTH}\s+{_DAY}(?:\s*,?\s*{_YEAR})?")
_DAY_MONTH = re.compile(rf"{_DAY}(?:\s+of)?\s+{_MONTH}(?:\s*,?\s*{_YEAR})?")
_MONTH_ONLY = re.compile(rf"(?:(?P<which>last|next|this)\s+)?{_MONTH}(?:\s*,?\s*(?:of\s+)?{_YEAR})?")
_YEAR_ONLY = re.compile(
    rf"(?:(?:the\s+)?(?:end|beginning|start|middle|summer|spring|autumn|fall|winter)\s+of\s+)?{_YEAR}"
)
_YEAR_ANYWHERE = re.compile(rf"(?<!\d){_YEAR}")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_WEEKDAY = re.compile(
    rf"""
    (?:(?P<which>last|next|this)\s+)?
    (?P<weekday>{"|".join(WEEKDAYS)})
    (?:\s+(?:morning|noon|afternoon|evening|night))?
    """,
    re.VERBOSE,
)
_DAYS_AGO = re.compile(r"(?P<count>\d{1,3}|a|one|two|three|four|five|six|seven|eight|nine|ten)\s+days?\s+ago")
_PERIODS_AGO = re.compile(
    r"(?P<count>\d{1,3}|a|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?P<unit>month|year)s?\s+ago"
)
_PERIOD = re.compile(
    r"(?:(?:later|earlier|(?:end|beginning|start|middle)\s+of)\s+)?(?P<which>last|next|this)\s+(?P<unit>month|year)"
)
# "March last year", "April of this year".
_MONTH_OF_YEAR = re.compile(rf"{_MONTH}(?:\s+of)?\s+(?P<which>last|next|this)\s+year")
_NEAR_DAY = re.compile(
    r"""
    (?:earlier\s+|later\s+)?(?P<day>yesterday|today|tonight|tomorrow)
    (?:\s+(?:morning|noon|afternoon|evening|night))?
  | this\s+(?:morning|afternoon|evening)                              # the day itself
    """,
    re.VERBOSE,
)
_NEAR_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_STEPS = {"last": -1, "this": 0, "next": 1}
_COUNTS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
# Prepositions and shades that do not change which day, month or year is meant.
_LEAD = re.compile(r"^(?:(?:on|in|by|since|until|from|the|early|earlier|late|later|mid)[\s-]+)+")
# "The day after February 8", "the week of March 2": another day than the one written, or no single day.
_NEARBY = re.compile(r"\b(?:before|after|about|around|eve|anniversary|week)\b")
# "March 2-4", "from 2001 to 2003": more than one day or year.
_RANGE = re.compile(r"\d\s*(?:[-–—/]|to|and|until)\s*\d")


@dataclass(frozen=True, slots=True)
class ResolvedDate:
    """A day, or the first day of a month or year."""

    on: date
    precision: DatePrecision


def resolve_date(text: str, anchor: date | None, *, future: bool) -> ResolvedDate | None:
    """Tell what a date expression means; None for a duration, a range, and what can be read in two ways.

    >>> resolve_date("Friday", date(2009, 3, 9), future=False)
    ResolvedDate(on=datetime.date(2009, 3, 6), precision=<DatePrecision.DAY: 'day'>)
    >>> resolve_date("eight years", date(2009, 3, 9), future=False) is None
    True

    Args:
        text: The expression, such as "Friday", "February 8", "last November", "2013".
        anchor: The day of publication. Without it, only a date with its year can be told.
        future: Whether the sentence looks ahead: "Friday" is then the next one.
    """
    plain = _LEAD.sub("", " ".join(text.casefold().split()).strip(" ,.")).strip()
    if _ISO.fullmatch(plain):
        return _day(*(int(part) for part in plain.split("-")))
    if _RANGE.search(plain) or _NEARBY.search(plain):
        return None
    written = _MONTH_DAY.search(plain) or _DAY_MONTH.search(plain)
    if written and (written["year"] or not _YEAR_ANYWHERE.search(plain)):
        return _written_day(written, anchor)
    if year := _YEAR_ONLY.fullmatch(plain):
        return ResolvedDate(date(int(year["year"]), 1, 1), DatePrecision.YEAR)
    if month := _MONTH_ONLY.fullmatch(plain):
        return _month(month, anchor, future=future)
    if anchor is not None:
        relative = _relative(plain, anchor, future=future)
        if relative is not None:
            return relative
    return _full_date(text)


def _day(year: int, month: int, day: int) -> ResolvedDate | None:
    try:
        return ResolvedDate(date(year, month, day), DatePrecision.DAY)
    except ValueError:
        return None


def _written_day(written: re.Match[str], anchor: date | None) -> ResolvedDate | None:
    month, day = MONTHS[written["month"]], int(written["day"])
    if written["year"]:
        return _day(int(written["year"]), month, day)
    if anchor is None:
        return None
    years = range(max(anchor.year - 1, MINYEAR), min(anchor.year + 1, MAXYEAR) + 1)
    candidates = [found for year in years if (found := _day(year, month, day))]
    return min(candidates, key=lambda found: abs(found.on - anchor), default=None)


def _month(match: re.Match[str], anchor: date | None, *, future: bool) -> ResolvedDate | None:
    month = MONTHS[match["month"]]
    if match["year"]:
        return ResolvedDate(date(int(match["year"]), month, 1), DatePrecision.MONTH)
    if anchor is None:
        return None
    ahead = (month - anchor.month) % MONTHS_A_YEAR
    if match["which"] == "last":
        steps = ahead - MONTHS_A_YEAR
    elif future or match["which"] == "next" or ahead == 0:
        steps = ahead
    elif ahead > MONTHS_A_YEAR - ahead:
        steps = ahead - MONTHS_A_YEAR
    elif ahead <= MAX_MONTHS_AHEAD:
        steps = ahead
    else:
        return None
    return _months_on(anchor, steps)


def _months_on(anchor: date, steps: int) -> ResolvedDate | None:
    year, month = divmod(anchor.year * MONTHS_A_YEAR + anchor.month - 1 + steps, MONTHS_A_YEAR)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return ResolvedDate(date(year, month + 1, 1), DatePrecision.MONTH)


def _relative(plain: str, anchor: date, *, future: bool) -> ResolvedDate | None:
    if near := _NEAR_DAY.fullmatch(plain):
        return _days_on(anchor, _NEAR_DAYS.get(near["day"], 0))
    if weekday := _WEEKDAY.fullmatch(plain):
        return _weekday(weekday, anchor, future=future)
    if ago := _DAYS_AGO.fullmatch(plain):
        return _days_on(anchor, -_count(ago["count"]))
    return _relative_period(plain, anchor)


def _relative_period(plain: str, anchor: date) -> ResolvedDate | None:
    if period := _PERIOD.fullmatch(plain):
        return _period(_STEPS[period["which"]], period["unit"], anchor)
    if ago := _PERIODS_AGO.fullmatch(plain):
        return _period(-_count(ago["count"]), ago["unit"], anchor)
    if month := _MONTH_OF_YEAR.fullmatch(plain):
        years = _STEPS[month["which"]] * MONTHS_A_YEAR
        return _months_on(anchor, years + MONTHS[month["month"]] - anchor.month)
    return None


def _period(steps: int, unit: str, anchor: date) -> ResolvedDate | None:
    if unit == "month":
        return _months_on(anchor, steps)
    year = anchor.year + steps
    return ResolvedDate(date(year, 1, 1), DatePrecision.YEAR) if MINYEAR <= year <= MAXYEAR else None


def _weekday(match: re.Match[str], anchor: date, *, future: bool) -> ResolvedDate | None:
    ahead = (WEEKDAYS.index(match["weekday"]) - anchor.weekday()) % DAYS_A_WEEK
    if match["which"] == "last":
        return _days_on(anchor, ahead - DAYS_A_WEEK)
    if match["which"] == "next":
        # "Next Friday" said on a Monday may be this week's or the next's; said on a Saturday it is clear.
        in_this_week = anchor.weekday() + ahead < DAYS_A_WEEK
        return None if in_this_week else _days_on(anchor, ahead)
    if match["which"] == "this":
        return _days_on(anchor, WEEKDAYS.index(match["weekday"]) - anchor.weekday())
    if future or ahead == 0:
        return _days_on(anchor, ahead)
    return _days_on(anchor, ahead - DAYS_A_WEEK)


def _count(word: str) -> int:
    if word.isdigit():
        return int(word)
    return 1 if word == "a" else _COUNTS.index(word)


def _days_on(anchor: date, days: int) -> ResolvedDate | None:
    try:
        return ResolvedDate(anchor + timedelta(days=days), DatePrecision.DAY)
    except OverflowError:
        return None


def _full_date(text: str) -> ResolvedDate | None:
    """Parse what the patterns above do not know, when it spells out day, month name and year."""
    spells_month = any(word.strip(".,").casefold() in MONTHS for word in text.split())
    if not (spells_month and re.search(r"\d{4}", text) and re.search(r"\b\d{1,2}\b", text)):
        return None
    from dateparser import parse

    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]}
    parsed = parse(text, languages=["en"], settings=settings)
    return ResolvedDate(parsed.date(), DatePrecision.DAY) if parsed else None
