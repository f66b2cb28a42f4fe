"""What sites say of themselves in menus and footers."""

from __future__ import annotations

import pytest

from copydesk.cleaning.site_phrases import furniture_of, names_before_phrases, names_behind_phrases


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Follow Hill Times", "Hill Times"),
        ("Click here to subscribe to the Hill Times", "the Hill Times"),
        ("WELCOME TO Hill Times!", "Hill Times"),
    ],
)
def test_name_behind_a_phrase_is_found(line: str, name: str) -> None:
    assert [found for found, _ in names_behind_phrases(furniture_of([line]))] == [name]


def test_phrase_at_the_begin_of_its_line_is_told_from_one_inside() -> None:
    lines = ["Follow Hill Times", "Please follow Hill Times"]
    assert [begins for _, begins in names_behind_phrases(furniture_of(lines))] == [True, False]


@pytest.mark.parametrize("line", ["Following Hill Times", "Follow us", "Hill Times", ""])
def test_line_without_phrase_or_name_gives_none(line: str) -> None:
    assert list(names_behind_phrases(furniture_of([line]))) == []


@pytest.mark.parametrize(
    ("line", "name"),
    [("Hill Times newsletter", "Hill Times"), ("Click here to follow Hill Times on Twitter", "Hill Times")],
)
def test_name_before_a_phrase_is_found(line: str, name: str) -> None:
    assert list(names_before_phrases(furniture_of([line]))) == [name]


@pytest.mark.parametrize("line", ["Our newsletter", "newsletter", "Get our app", "Hill Times newslettering"])
def test_phrase_without_a_name_before_it_gives_none(line: str) -> None:
    assert list(names_before_phrases(furniture_of([line]))) == []


def test_letters_that_grow_in_small_letters_do_not_move_the_others() -> None:
    names = names_behind_phrases(furniture_of(["İİİİ", "About Hill Times"]))
    assert list(names) == [("Hill Times", True)]
