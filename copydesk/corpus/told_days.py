"""The day that a sentence names without the year: undated articles have nothing else."""

from __future__ import annotations

import polars as pl

from copydesk.corpus.candidates import same
from copydesk.lexicons import lexicon
from schemas.vocabulary import DatePrecision

# The table has the full names first, in order.
_MONTHS = [month.title() for month in lexicon("calendar")["en"]["months"][:12]]
_MONTH = rf"\b({'|'.join(_MONTHS)})\b"
# "February 8" and "8 February", but not "February 2009".
_DAY_BEHIND = rf"{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)?\b"
_DAY_BEFORE = rf"\b(\d{{1,2}})(?:st|nd|rd|th)? {_MONTH}"
_DAYS_A_MONTH = 100


def day_of_year(column: str) -> pl.Expr:
    """A date without its year, as a number.

    >>> from datetime import date
    >>> pl.DataFrame({"on": [date(2009, 2, 8)]}).select(day_of_year("on")).item()
    208
    """
    return _numbered(pl.col(column).dt.month(), pl.col(column).dt.day())


def told_day() -> pl.Expr:
    """The day that an event of the table has, else the first that its sentence names."""
    known = pl.when(pl.col("date_precision") == DatePrecision.DAY).then(day_of_year("occurred_on"))
    return pl.coalesce(known, _written(_DAY_BEHIND, month=1, day=2), _written(_DAY_BEFORE, month=2, day=1))


def same_day_told() -> pl.Expr:
    """Whether one event of a pair, without date, has the day of the other, or of the other's publication.

    Needs `told_day` and `news_day`, which is the day of publication where the sentence tells none.
    """
    undated = pl.col("occurred_on").is_null() | pl.col("occurred_on_right").is_null()
    meets = (pl.col("told_day") == pl.col("news_day_right")) | (
        pl.col("news_day") == pl.col("told_day_right")
    )
    return undated & meets.fill_null(value=False) & ~same("doc_id")


def _written(pattern: str, *, month: int, day: int) -> pl.Expr:
    named = (
        pl.col("evidence")
        .str.extract(pattern, month)
        .replace_strict(_MONTHS, list(range(1, len(_MONTHS) + 1)), default=None, return_dtype=pl.Int8)
    )
    return _numbered(named, pl.col("evidence").str.extract(pattern, day).cast(pl.Int8, strict=False))


def _numbered(month: pl.Expr, day: pl.Expr) -> pl.Expr:
    return month.cast(pl.Int32) * _DAYS_A_MONTH + day.cast(pl.Int32)
