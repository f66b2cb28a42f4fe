"""Tests of `copydesk.corpus.names`."""

from __future__ import annotations

import polars as pl
import pytest

from copydesk.corpus.names import name_keys


def _key(text: str, label: str) -> tuple[object, ...]:
    names = pl.DataFrame({"text": [text], "label": [label]})
    return tuple(name_keys(names).select("label_key", "key").rows()[0])


@pytest.mark.parametrize(
    ("one", "other", "label"),
    [
        ("U.S.", "United States", "GPE"),
        ("NATO", "Nato", "ORG"),
        ("Russian", "Russians", "NORP"),
        ("George W. Bush", "George Bush", "PERSON"),
        ("Angela Müller-Lee", "Angela Muller-Lee", "PERSON"),
        ("the Vik Fishing Council", "Vik Fishing Council", "ORG"),
        ("al-Qaeda", "al Qaeda", "ORG"),
        ("Henry Ford II", "Henry Ford", "PERSON"),
    ],
)
def test_spelling_variants_are_one_name(one: str, other: str, label: str) -> None:
    assert _key(one, label) == _key(other, label)


@pytest.mark.parametrize(
    ("one", "other", "label"),
    [
        ("Moscow", "Russia", "GPE"),
        ("George H.W. Bush", "George Bush", "PERSON"),
        ("Sergei Ivanov", "Ivanov", "PERSON"),
        ("Vik Council", "Vik", "ORG"),
    ],
)
def test_different_things_keep_different_names(one: str, other: str, label: str) -> None:
    assert _key(one, label) != _key(other, label)


def test_a_people_is_not_its_country() -> None:
    assert _key("Russian", "NORP") != _key("Russia", "GPE")


def test_a_person_is_never_taken_for_a_country() -> None:
    assert _key("Jordan", "PERSON") == ("PERSON", "jordan")


def test_a_country_is_known_by_its_code() -> None:
    assert _key("United States", "GPE") == ("PLACE", "USA")


def test_labels_of_places_make_no_difference() -> None:
    assert _key("Grey Islands", "LOC") == _key("Grey Islands", "GPE")


def test_marks_alone_are_no_name() -> None:
    names = pl.DataFrame({"text": ["..."], "label": ["ORG"]})
    assert name_keys(names).rows() == []
