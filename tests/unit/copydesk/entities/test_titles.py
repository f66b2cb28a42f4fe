"""Words that stand before names."""

import pytest

from copydesk.entities.titles import (
    Gender,
    courtesy_gender,
    given_name_gender,
    is_person_noun,
    leading_title_words,
    office_gender,
)


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("Mr Orlov", 1),
        ("President Eva Lind", 1),
        ("U.S. Secretary of State Eva Lind", 4),
        ("Deputy Prime Minister Orlov", 3),
        ("Jordan Foster", 0),
        ("Grace King", 0),
        ("President", 0),
    ],
)
def test_title_words_are_counted_up_to_the_name(name: str, count: int) -> None:
    assert leading_title_words(name.split()) == count


def test_gender_is_told_by_titles_and_given_names() -> None:
    assert (courtesy_gender("Mrs"), office_gender("spokesman"), given_name_gender("Angela")) == (
        Gender.FEMALE,
        Gender.MALE,
        Gender.FEMALE,
    )


def test_names_and_titles_of_both_genders_tell_nothing() -> None:
    assert (courtesy_gender("Dr"), office_gender("minister"), given_name_gender("Kim")) == (None, None, None)


@pytest.mark.parametrize("word", ["debate", "former", "threshold", "Friday", "shield"])
def test_other_nouns_do_not_describe_people(word: str) -> None:
    assert is_person_noun(word) is False


@pytest.mark.parametrize("word", ["analyst", "pollster", "wife", "minister", "historian"])
def test_nouns_for_people_are_known_by_ending_or_list(word: str) -> None:
    assert is_person_noun(word) is True
