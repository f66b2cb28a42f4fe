"""Values that an input supplies about an article (JSON keys, HTML tags), made into metadata.

Such values come from anywhere: a wrong type or a value that can be read in two ways is as good as absent.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from copydesk.cleaning.decode import repair
from copydesk.readers.markup import unescaped
from copydesk.records import Metadata
from schemas.vocabulary import PublishedFrom

# Longer than any headline, address or date; what exceeds it is a text in the wrong place.
MAX_LINE_CHARACTERS = 2000
MAX_DATE_CHARACTERS = 60
MAX_NAME_CHARACTERS = 80
# Older than the oldest newspaper: a placeholder, such as the year 1.
MIN_YEAR = 1600
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

_DATE_SETTINGS = {
    "PARSERS": ["absolute-time"],  # never "yesterday", which depends on the clock
    "STRICT_PARSING": True,
    "REQUIRE_PARTS": ["day", "month", "year"],
    "DATE_ORDER": "DMY",
}
_ALL_NUMBERS = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-]\d{2,4}\b")
# These mean two different hours, by the time of the year.
_SEASONAL_ZONE = re.compile(r"\s*\b[ECMP]T\b")

_BY = re.compile(r"^(?:written |compiled |edited )?by:?\s+", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r"\s*(?:;|\||\band\b|&)\s*", re.IGNORECASE)
# An address, a handle, signs only, or the name of an account: "jroe", "admin", "web_desk2".
_NO_NAME = re.compile(r"://|^www\.|^@|^[\W\d_]*$|^[a-z\d_.-]+$")


def supplied_metadata(values: dict[str, object]) -> Metadata:
    """The metadata in a dict with the keys `url`, `title`, `byline`, `publisher` and `date`.

    >>> supplied_metadata({"title": "Reset &amp; after", "date": "6 March 2009", "byline": 7})
    ... # doctest: +NORMALIZE_WHITESPACE
    Metadata(url=None, title='Reset & after', subtitle=None, byline=(), agency=None, publisher=None,
        dateline_place=None, published_at=None, published_on=datetime.date(2009, 3, 6),
        published_from=<PublishedFrom.METADATA: 'metadata'>)
    """
    published_at, published_on = publication_time(values.get("date"))
    publisher = line_of(values.get("publisher"))
    return Metadata(
        url=url_of(values.get("url")),
        title=line_of(values.get("title")),
        byline=tuple(name for name in names_of(values.get("byline")) if name != publisher),
        publisher=publisher,
        published_at=published_at,
        published_on=published_on,
        published_from=PublishedFrom.METADATA if published_on else None,
    )


def line_of(value: object) -> str | None:
    """The value as one line of text, or None if it is none."""
    if not isinstance(value, str) or len(value) > MAX_LINE_CHARACTERS:
        return None
    return " ".join(repair(unescaped(value)).split()) or None


def url_of(value: object) -> str | None:
    """The value if it is an absolute web address, or None."""
    line = line_of(value)
    is_address = line is not None and line.lower().startswith(("http://", "https://")) and " " not in line
    return line if is_address else None


def publication_time(value: object) -> tuple[datetime | None, date | None]:
    """Read a date: the time in UTC where time and zone are given, and the day as printed.

    >>> publication_time("2009-03-06T23:30:00-05:00")
    (datetime.datetime(2009, 3, 7, 4, 30, tzinfo=datetime.timezone.utc), datetime.date(2009, 3, 6))
    >>> publication_time("06/03/2009")  # March or June?
    (None, None)
    """
    line = line_of(value)
    if line is None or len(line) > MAX_DATE_CHARACTERS:
        return None, None
    printed = _iso(line) or _in_words(line)
    if printed is None or printed.year < MIN_YEAR:
        return None, None
    if printed.tzinfo is None:
        return None, printed.date()
    try:
        published_at = printed.astimezone(UTC)
    except OverflowError:  # the last hours of the year 9999
        return None, None
    return (None, None) if published_at == _EPOCH else (published_at, printed.date())


def names_of(value: object) -> tuple[str, ...]:
    """The authors in a string, in a JSON-LD person, or in a list of these.

    >>> names_of("By Jane Roe, John Doe and Ann Lee"), names_of([{"name": "Jane Roe"}, "John Doe"])
    (('Jane Roe', 'John Doe', 'Ann Lee'), ('Jane Roe', 'John Doe'))
    """
    people = value if isinstance(value, list) else [value]
    lines = [line_of(person.get("name") if isinstance(person, dict) else person) for person in people]
    return tuple(dict.fromkeys(name for line in lines if line for name in _names(line)))


def _names(line: str) -> list[str]:
    pieces = [_BY.sub("", piece) for piece in _BETWEEN_NAMES.split(line)]
    names = [name for piece in pieces for name in _split_at_commas(piece)]
    return [name for name in names if len(name) <= MAX_NAME_CHARACTERS and not _NO_NAME.search(name)]


def _split_at_commas(piece: str) -> list[str]:
    """Cut at commas, except in "Roe, Jane" and "Jane Roe, MD"."""
    names = [name.strip() for name in piece.split(",") if name.strip()]
    return names if all(" " in name for name in names) else [piece.strip(" ,")]


def _iso(line: str) -> datetime | None:
    try:
        return datetime.fromisoformat(line)
    except ValueError:
        return None


def _in_words(line: str) -> datetime | None:
    numbers = _ALL_NUMBERS.match(line)
    if numbers and numbers[1] != numbers[2] and max(int(numbers[1]), int(numbers[2])) <= 12:
        return None
    import dateparser

    in_season = _SEASONAL_ZONE.sub("", line)
    parsed: datetime | None = dateparser.parse(in_season, languages=["en"], settings=_DATE_SETTINGS)
    return parsed
