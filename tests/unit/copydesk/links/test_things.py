"""Tests of `copydesk.links.things`."""

import pytest

from copydesk.links.things import bare_title, plain_name, without_accents


@pytest.mark.parametrize(
    ("name", "plain"),
    [("the Kremlin", "Kremlin"), ("Russia’s", "Russia"), ("New  York", "New York"), ("Paris", "Paris")],
)
def test_a_plain_name_has_no_article_and_no_possessive(name: str, plain: str) -> None:
    assert plain_name(name) == plain


def test_only_brackets_at_the_end_of_a_title_tell_it_from_others() -> None:
    assert [bare_title("Georgia (country)"), bare_title("Tom King, Baron King of Bridgwater")] == [
        "Georgia",
        "Tom King, Baron King of Bridgwater",
    ]


def test_letters_of_other_alphabets_are_left_alone() -> None:
    assert [without_accents("Şimşek"), without_accents("Đinđić"), without_accents("Москва")] == [
        "Simsek",
        "Đindic",
        "Москва",
    ]
