"""What an input supplies is taken where it can be read in one way only."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from copydesk.readers.supplied import line_of, names_of, publication_time, supplied_metadata, url_of
from copydesk.records import Metadata
from schemas.vocabulary import PublishedFrom

MARCH_6 = date(2009, 3, 6)


@pytest.mark.parametrize(
    "printed",
    [
        "2009-03-06",
        "20090306",
        "6 March 2009",
        "March 6, 2009",
        "Friday, 6 Mar 2009",
        "2009-03-06T15:04:00",
        "2009/03/06 15:04:10",
        "March 6, 2009 3:04 PM ET",
    ],
)
def test_a_date_without_a_known_zone_is_a_day(printed: str) -> None:
    assert publication_time(printed) == (None, MARCH_6)


@pytest.mark.parametrize(
    "printed", ["2009-03-06T15:04:00Z", "Fri, 06 Mar 2009 16:04:00 +0100", "6 March 2009 15:04 GMT"]
)
def test_a_time_with_its_zone_is_given_in_utc(printed: str) -> None:
    assert publication_time(printed) == (datetime(2009, 3, 6, 15, 4, tzinfo=UTC), MARCH_6)


def test_the_day_is_the_one_printed_not_the_one_in_utc() -> None:
    assert publication_time("2009-03-06T23:30:00-05:00") == (
        datetime(2009, 3, 7, 4, 30, tzinfo=UTC),
        MARCH_6,
    )


@pytest.mark.parametrize("printed", ["13/03/2009", "31.12.2009", "05/05/2009"])
def test_numbers_that_fit_one_order_only_are_a_date(printed: str) -> None:
    assert publication_time(printed)[1] is not None


@pytest.mark.parametrize(
    "printed",
    [
        "06/03/2009",
        "March 2009",
        "2009",
        "yesterday",
        "2009-02-30",
        "1236300000",
        "0001-01-01T00:00:00",
        "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59-05:00",
        "1970-01-01T00:00:00Z",
        "",
        "6 March 2009 " * 20,
        20090306,
        None,
        ["2009-03-06"],
    ],
)
def test_what_can_be_read_in_two_ways_or_none_is_no_date(printed: object) -> None:
    assert publication_time(printed) == (None, None)


@pytest.mark.parametrize(
    ("given", "names"),
    [
        ("Jane Roe", ("Jane Roe",)),
        ("By Jane Roe and John Doe", ("Jane Roe", "John Doe")),
        ("Jane Roe, John Doe & Ann Lee", ("Jane Roe", "John Doe", "Ann Lee")),
        ("Jane Roe; Compiled by John Doe", ("Jane Roe", "John Doe")),
        ("Alexander Sandman", ("Alexander Sandman",)),
        ("Roe, Jane", ("Roe, Jane",)),
        (["Jane Roe", "Jane Roe", "John Doe"], ("Jane Roe", "John Doe")),
        ({"@type": "Person", "name": "Jane Roe"}, ("Jane Roe",)),
        ([{"name": "Jane Roe"}, {"url": "x"}, 7], ("Jane Roe",)),
        ("https://www.facebook.com/janeroe", ()),
        ("@janeroe", ()),
        ("jroe", ()),
        ("admin and Jane Roe", ("Jane Roe",)),
        ("1", ()),
        ("x" * 100, ()),
        ("", ()),
        (None, ()),
        (7, ()),
        ([["Jane Roe"]], ()),
    ],
)
def test_authors_are_found_in_strings_lists_and_objects(given: object, names: tuple[str, ...]) -> None:
    assert names_of(given) == names


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ("  A\n reset&nbsp;button ", "A reset button"),
        ("&amp;", "&"),
        ("Itâ€™s", "It’s"),
        ("a\ud800", "a\ufffd"),
        (" ", None),
        (7, None),
        ("x" * 5000, None),
    ],
)
def test_a_line_is_tidied_or_absent(given: object, line: str | None) -> None:
    assert line_of(given) == line


@pytest.mark.parametrize("given", ["/news/1", "example.org", "http://a b", "javascript:x", None])
def test_only_an_absolute_address_is_an_address(given: object) -> None:
    assert url_of(given) is None


def test_the_publisher_is_not_among_its_authors() -> None:
    assert supplied_metadata({"byline": "Jane Roe, Harbour Post", "publisher": "Harbour Post"}) == Metadata(
        byline=("Jane Roe",), publisher="Harbour Post"
    )


def test_a_date_tells_that_it_was_supplied() -> None:
    assert supplied_metadata({"date": "2009-03-06"}) == Metadata(
        published_on=MARCH_6, published_from=PublishedFrom.METADATA
    )


def test_values_of_the_wrong_type_are_absent() -> None:
    assert (
        supplied_metadata({"title": 7, "url": [], "date": {}, "byline": 1, "publisher": True}) == Metadata()
    )
