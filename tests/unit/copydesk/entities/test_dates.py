"""What date expressions mean, seen from Monday 9 March 2009."""

from datetime import date

import pytest

from copydesk.entities.dates import ResolvedDate, resolve_date
from schemas.vocabulary import DatePrecision

MONDAY = date(2009, 3, 9)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Friday", date(2009, 3, 6)),
        ("on Friday", date(2009, 3, 6)),
        ("Friday night", date(2009, 3, 6)),
        ("Monday", MONDAY),
        ("last Monday", date(2009, 3, 2)),
        ("this Friday", date(2009, 3, 13)),
        ("yesterday", date(2009, 3, 8)),
        ("today", MONDAY),
        ("tomorrow", date(2009, 3, 10)),
        ("three days ago", date(2009, 3, 6)),
        ("a day ago", date(2009, 3, 8)),
        ("this morning", MONDAY),
        ("earlier today", MONDAY),
        ("yesterday evening", date(2009, 3, 8)),
        ("tomorrow night", date(2009, 3, 10)),
        ("late on Friday", date(2009, 3, 6)),
        ("February 8", date(2009, 2, 8)),
        ("Feb. 8", date(2009, 2, 8)),
        ("8 February", date(2009, 2, 8)),
        ("April 1st", date(2009, 4, 1)),
        ("December 31", date(2008, 12, 31)),
        ("Tuesday, March 18, 2008", date(2008, 3, 18)),
        ("2001-09-11", date(2001, 9, 11)),
        ("2009 February 8", date(2009, 2, 8)),
    ],
)
def test_days_are_resolved_against_the_day_of_publication(text: str, day: date) -> None:
    assert resolve_date(text, MONDAY, future=False) == ResolvedDate(day, DatePrecision.DAY)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("January", date(2009, 1, 1)),
        ("in April", date(2009, 4, 1)),
        ("last November", date(2008, 11, 1)),
        ("May 2007", date(2007, 5, 1)),
        ("earlier this month", date(2009, 3, 1)),
        ("next month", date(2009, 4, 1)),
        ("the end of last month", date(2009, 2, 1)),
        ("two months ago", date(2009, 1, 1)),
        ("four months ago", date(2008, 11, 1)),
        ("March last year", date(2008, 3, 1)),
        ("October of last year", date(2008, 10, 1)),
        ("June this year", date(2009, 6, 1)),
        ("in early May 2007", date(2007, 5, 1)),
    ],
)
def test_months_have_month_precision(text: str, month: date) -> None:
    assert resolve_date(text, MONDAY, future=False) == ResolvedDate(month, DatePrecision.MONTH)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2013", date(2013, 1, 1)),
        ("last year", date(2008, 1, 1)),
        ("the end of this year", date(2009, 1, 1)),
        ("earlier this year", date(2009, 1, 1)),
        ("late last year", date(2008, 1, 1)),
        ("five years ago", date(2004, 1, 1)),
        ("a year ago", date(2008, 1, 1)),
        ("the summer of 2006", date(2006, 1, 1)),
    ],
)
def test_years_have_year_precision(text: str, year: date) -> None:
    assert resolve_date(text, MONDAY, future=False) == ResolvedDate(year, DatePrecision.YEAR)


def test_weekday_in_a_sentence_about_the_future_is_the_next_one() -> None:
    assert resolve_date("Friday", MONDAY, future=True) == ResolvedDate(date(2009, 3, 13), DatePrecision.DAY)


def test_month_in_a_sentence_about_the_future_is_the_next_one() -> None:
    assert resolve_date("January", MONDAY, future=True) == ResolvedDate(date(2010, 1, 1), DatePrecision.MONTH)


def test_next_weekday_is_clear_only_when_it_is_in_the_next_week() -> None:
    saturday = date(2009, 3, 7)
    assert [resolve_date("next Friday", anchor, future=True) for anchor in (MONDAY, saturday)] == [
        None,
        ResolvedDate(date(2009, 3, 13), DatePrecision.DAY),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "last week",
        "eight years",
        "recent years",
        "months ago",
        "several years ago",
        "this week",
        "the same day",
        "a year",
        "March 2-4",
        "from 2001 to 2003",
        "the 1990s",
        "the day after February 8",
        "Feb. 30, 2009",
        "July",
        "08/02/2009",
        "",
    ],
)
def test_periods_ranges_and_ambiguous_dates_are_not_resolved(text: str) -> None:
    assert resolve_date(text, MONDAY, future=False) is None


@pytest.mark.parametrize(
    "text", ["Friday", "yesterday", "February 8", "April", "last year", "two months ago", "this morning"]
)
def test_nothing_relative_is_resolved_without_a_day_of_publication(text: str) -> None:
    assert resolve_date(text, None, future=False) is None


def test_full_date_needs_no_day_of_publication() -> None:
    assert resolve_date("8th of February, 2009", None, future=False) == ResolvedDate(
        date(2009, 2, 8), DatePrecision.DAY
    )


def test_dates_at_the_ends_of_the_calendar_are_left_alone() -> None:
    assert resolve_date("tomorrow", date.max, future=True) is None
