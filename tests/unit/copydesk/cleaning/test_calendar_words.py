"""Months and weekdays of several languages."""

from __future__ import annotations

import re

import pytest

from copydesk.cleaning.calendar_words import MONTH, WEEKDAY, date_languages


@pytest.mark.parametrize("word", ["March", "SEPT", "märz", "Août", "septiembre"])
def test_month_is_known_in_any_case(word: str) -> None:
    assert re.fullmatch(MONTH, word) is not None


@pytest.mark.parametrize("word", ["Monday", "mittwoch", "Samedi", "MIÉRCOLES"])
def test_weekday_is_known_in_any_case(word: str) -> None:
    assert re.fullmatch(WEEKDAY, word) is not None


@pytest.mark.parametrize("word", ["Marching", "Decision", "Julia", "Sunny", ""])
def test_word_that_begins_like_a_month_is_none(word: str) -> None:
    assert re.fullmatch(rf"{MONTH}|{WEEKDAY}", word) is None


@pytest.mark.parametrize("written", ["2 April 2011", "2011-04-02", "2/4/2011", ""])
def test_date_that_may_be_english_is_english(written: str) -> None:
    assert date_languages(written) == ("en",)


def test_foreign_month_is_tried_in_the_other_languages() -> None:
    assert date_languages("2. Mai 2011") == ("de", "fr", "es")
