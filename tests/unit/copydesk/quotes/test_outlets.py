"""Outlets that something was told to, or through."""

from __future__ import annotations

import pytest

from copydesk.quotes.cues import find_cues
from copydesk.quotes.outlets import find_via, is_outlet
from tests.factories import make_sentences


def via_of(text: str) -> str | None:
    (sentence,) = make_sentences(text)
    return find_via(find_cues(sentence)[0], text, ())


@pytest.mark.parametrize("phrase", ["Reuters", "the Guardian newspaper", "local media", "state television"])
def test_outlets_are_known_by_name_or_by_kind(phrase: str) -> None:
    assert is_outlet(phrase)


@pytest.mark.parametrize("phrase", ["reporters", "the BBC's Anna Berg", "parliament", "", "his wife"])
def test_people_and_other_groups_are_no_outlets(phrase: str) -> None:
    assert not is_outlet(phrase)


def test_outlet_that_was_told_is_the_way() -> None:
    assert via_of("Berg told Reuters that the bridge was safe.") == "Reuters"


def test_outlet_that_was_given_an_interview_is_the_way() -> None:
    assert via_of("Berg said in an interview with state radio that all was well.") == "state radio"


def test_spokesman_is_the_way() -> None:
    assert via_of("Berg said through a spokesman that the bridge was safe.") == "a spokesman"


def test_reporters_are_no_way() -> None:
    assert via_of("Berg told reporters that the bridge was safe.") is None


def test_day_behind_an_outlet_is_no_part_of_it() -> None:
    assert (
        via_of("The minister told news agency Interfax yesterday that it was over.") == "news agency Interfax"
    )


def test_email_is_no_way() -> None:
    assert via_of("The minister said via email that it was over.") is None
