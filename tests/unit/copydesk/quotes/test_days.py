"""The day something was said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from copydesk.document import extract_document
from tests.factories import make_document

SATURDAY = date(2016, 10, 8)
MONDAY, TUESDAY, WEDNESDAY = date(2016, 10, 3), date(2016, 10, 4), date(2016, 10, 5)
THURSDAY, FRIDAY = date(2016, 10, 6), date(2016, 10, 7)


def said_on(text: str) -> list[date | None]:
    document = make_document(text)
    dated = replace(document, metadata=replace(document.metadata, published_on=SATURDAY))
    return [quote.said_on for quote in extract_document(dated).quotes]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Mayor Anna Berg said on Friday that the bridge was safe.", FRIDAY),
        ("On Friday, Mayor Anna Berg said the bridge was safe.", FRIDAY),
        ("Friday, Mayor Anna Berg said the bridge was safe.", FRIDAY),
        ("Mayor Anna Berg said earlier on Monday that the bridge was safe.", MONDAY),
        ("Mayor Anna Berg said earlier Monday that the bridge was safe.", MONDAY),
        ("Mayor Anna Berg said late on Tuesday that the bridge was safe.", TUESDAY),
        ("Mayor Anna Berg said Tuesday night that the bridge was safe.", TUESDAY),
        ("Mayor Anna Berg said in a statement on Thursday that the bridge was safe.", THURSDAY),
        ("In a statement on Thursday, Mayor Anna Berg said the bridge was safe.", THURSDAY),
        ("Mayor Anna Berg said yesterday that the bridge was safe.", FRIDAY),
        ("Mayor Anna Berg said today that the bridge was safe.", SATURDAY),
        ("Mayor Anna Berg said two days ago that the bridge was safe.", THURSDAY),
        ("Mayor Anna Berg said on October 3 that the bridge was safe.", MONDAY),
        ("Mayor Anna Berg said on 3 October that the bridge was safe.", MONDAY),
        ("The bridge is safe, according to a report released Thursday by Mayor Anna Berg.", THURSDAY),
        ("Mayor Anna Berg spoke to reporters on Friday, saying the bridge was safe.", FRIDAY),
        ('"The bridge is safe," Mayor Anna Berg said on Friday.', FRIDAY),
        ("Mayor Anna Berg said during Wednesday's debate that the bridge was safe.", WEDNESDAY),
        ("Mayor Anna Berg tweeted Saturday that the bridge was safe.", SATURDAY),
    ],
)
def test_a_day_beside_the_cue_is_the_day_of_saying(text: str, day: date) -> None:
    assert said_on(text) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Anna Berg said last week that the bridge was safe.",
        "Mayor Anna Berg said in April that the bridge was safe.",
        "Mayor Anna Berg said in 2015 that the bridge was safe.",
        "Mayor Anna Berg told the council this week that the bridge was safe.",
        "Mayor Anna Berg said on Friday and Saturday that the bridge was safe.",
        "Mayor Anna Berg said a day earlier that the bridge was safe.",
        "Since Monday, Mayor Anna Berg has said the bridge is safe.",
    ],
)
def test_what_is_no_single_day_is_none(text: str) -> None:
    assert said_on(text) == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Anna Berg said the bridge would open on Friday.",
        "Mayor Anna Berg said before the vote on Tuesday that the bridge was safe.",
        "Mayor Anna Berg, who resigned on Monday, said the bridge was safe.",
        "Mayor Anna Berg told “Face on Sunday” that the bridge was safe.",
        "OSLO, Oct. 7 (Reuters) - Mayor Anna Berg said the bridge was safe.",
    ],
)
def test_a_day_of_something_else_is_none(text: str) -> None:
    assert said_on(text) == [None]


def test_two_cues_have_each_their_day() -> None:
    text = "Mayor Anna Berg said on Monday that it was safe, but on Thursday she said it was closed."
    assert said_on(text) == [MONDAY, THURSDAY]
