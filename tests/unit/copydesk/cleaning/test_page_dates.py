"""The date of an article among the dates of its page."""

from __future__ import annotations

from datetime import date

import pytest

from copydesk.cleaning.page_dates import find_page_date
from copydesk.cleaning.page_outline import Outline
from schemas.vocabulary import SegmentLabel

BODY = ("The dam above the valley burst on Monday.", "Nobody was hurt, the mayor said.")


def _on(*between: str, above: tuple[str, ...] = (), below: tuple[str, ...] = ()) -> date | None:
    lines = (*above, "Dam bursts above the valley", *between, *BODY, *below)
    first = len(above) + 1 + len(between)
    outline = Outline(lines, (SegmentLabel.JUNK,) * len(lines), (len(above),), first, first + 1, len(lines))
    found = find_page_date(outline)
    return None if found is None else found.on


@pytest.mark.parametrize(
    "stamp",
    [
        "Page last updated at 15:04 GMT, Sunday, 8 February 2009",
        "Sunday, February 8, 2009",
        "By Jane Roe - 02/08/09 06:56 AM EST",
        "Posted: Feb 8, 2009 6:00 AM | Updated: Feb 9, 2009 1:00 AM",
        "2009-02-08T10:00:00Z",
    ],
)
def test_stamp_below_the_title_is_the_date(stamp: str) -> None:
    on = (
        _on(stamp, below=("31/12/2008", "January 5, 2009"))
        if "/09" not in stamp
        else _on(stamp, "2/13/2009 est")
    )
    assert on == date(2009, 2, 8)


def test_publication_wins_over_an_update_nearer_the_title() -> None:
    on = _on("Updated February 9, 2009", below=("First posted February 8, 2009",))
    assert on == date(2009, 2, 8)


def test_stamp_below_the_title_wins_over_the_clock_above() -> None:
    above = ("Friday, February 20, 2009", "Home", "Jobs", "Cars", "Shop", "Weather")
    assert _on("8 February 2009", above=above) == date(2009, 2, 8)


def test_copyright_line_dates_nothing() -> None:
    assert _on(below=("© 8 February 2009 The Desk",)) is None


def test_picture_line_dates_nothing() -> None:
    assert _on("File photo: the dam on February 8, 2009") is None


@pytest.mark.parametrize(
    "line",
    [
        "Valley weather forecast February 8, 2009",
        "— Jane Roe (@janeroe) February 8, 2009",
        "Jane on February 8, 2009 at 5:23 pm said:",
    ],
)
def test_line_about_something_else_dates_nothing(line: str) -> None:
    assert _on(line) is None


def test_plain_date_wins_over_an_update_with_a_time() -> None:
    assert _on("February 8, 2009", "Last updated on February 9, 2009 at 9:27 am") == date(2009, 2, 8)


def test_stamp_with_a_time_wins_over_the_days_of_a_list() -> None:
    lines = ("Dam safe", "December 19, 2009", "8 February 2009 / 23:07 GMT")
    assert _on(*lines) == date(2009, 2, 8)


def test_open_digits_are_read_as_the_page_writes_dates() -> None:
    assert _on("03/04/2009", below=("Weather for the valley and the hills on 25/03/2009",)) == date(
        2009, 4, 3
    )


def test_open_digits_stay_unread_without_a_hint() -> None:
    assert _on("03/04/2009") is None


def test_page_without_article_still_gives_no_error() -> None:
    assert find_page_date(Outline((), (), (), 0, -1, 0)) is None


def test_date_that_clings_to_words_and_time_is_read() -> None:
    assert _on("2 minute readApril 25, 20232:26 PM GMT+2") == date(2023, 4, 25)


def test_dates_of_stories_well_below_do_not_outweigh_the_stamp_above() -> None:
    teasers = ("a", "b", "c", "d", "Published: 9 Oct 2018", "Dam safe", "Published: 25 Nov 2018")
    assert _on("Thu 3 Jan 2019 02.00 EST", below=teasers) == date(2019, 1, 3)
