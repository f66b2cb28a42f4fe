"""Roles beside names."""

import pytest

from copydesk.entities.named import tokens_of
from copydesk.entities.roles import Role, role_of
from copydesk.entities.titles import Gender
from copydesk.spans import Span
from tests.factories import make_sentences


def role(text: str, name: str) -> Role:
    start = text.index(name)
    sentence = next(one for one in make_sentences(text) if one.span.start <= start < one.span.end)
    return role_of(text, sentence, *tokens_of(sentence, Span(start, start + len(name))))


@pytest.mark.parametrize(
    ("text", "name", "title", "country"),
    [
        (
            "Swedish Deputy Prime Minister Karl Lindqvist spoke.",
            "Karl Lindqvist",
            "Deputy Prime Minister",
            "SWE",
        ),
        ("U.S. Secretary of State Helen Ward arrived.", "Helen Ward", "Secretary of State", "USA"),
        ("They met US vice-president Frank Miller there.", "Frank Miller", "vice-president", "USA"),
        ("Spain's president-elect Juan Pardo smiled.", "Juan Pardo", "president-elect", "ESP"),
        ("The foreign policy analyst Ivan Petrenko agreed.", "Ivan Petrenko", "foreign policy analyst", None),
        ("FINNISH FOREIGN minister Mika Salonen left.", "Mika Salonen", "FOREIGN minister", "FIN"),
        ("Former President John Ward wrote it.", "John Ward", "Former President", None),
    ],
)
def test_role_and_country_before_a_name(text: str, name: str, title: str, country: str | None) -> None:
    found = role(text, name)
    assert (found.text, found.country) == (title, country)


def test_role_after_a_name() -> None:
    found = role("Marta Nowak, the Polish prime minister's spokeswoman, said no.", "Marta Nowak")
    assert found == Role("prime minister's spokeswoman", "POL", Gender.FEMALE)


def test_form_of_address_is_no_role() -> None:
    assert role("Mr Orlov left.", "Orlov") == Role(None, None, Gender.MALE)


def test_the_government_of_somebody_is_not_that_persons_role() -> None:
    assert role("The Swedish government of Karl Lindqvist fell.", "Karl Lindqvist").text is None


def test_the_head_of_a_government_is_of_its_country() -> None:
    assert role("The Swedish government of Karl Lindqvist fell.", "Karl Lindqvist").country == "SWE"


def test_the_friends_of_a_country_need_not_be_of_it() -> None:
    assert role("The Swedish friends of Karl Lindqvist left.", "Karl Lindqvist").country is None


def test_passing_words_before_the_country_are_no_part_of_the_office() -> None:
    found = role("They met outgoing Polish President Adam Nowak.", "Adam Nowak")
    assert (found.text, found.country) == ("President", "POL")


def test_what_somebody_becomes_with_a_country_is_a_role() -> None:
    found = role("Adam Nowak became Polish president in May.", "Adam Nowak")
    assert (found.text, found.country) == ("president", "POL")


def test_what_somebody_is_not_is_no_role() -> None:
    assert role("Adam Nowak is not the Polish president.", "Adam Nowak") == Role(None, None, None)


def test_what_somebody_would_be_is_no_role() -> None:
    assert role("He asked if Adam Nowak is the Polish president.", "Adam Nowak") == Role(None, None, None)


def test_a_member_of_a_presidents_staff_does_not_make_the_president_a_member() -> None:
    found = role("She is a member of President Adam Nowak's staff.", "Adam Nowak")
    assert found.text == "President"


def test_a_place_before_a_name_is_not_where_the_person_is_from() -> None:
    assert role("In Norway Karl Lindqvist spoke.", "Karl Lindqvist") == Role(None, None, None)


def test_the_neighbour_in_a_list_keeps_its_role_to_itself() -> None:
    text = "They saw Chancellor Anna Weber and Karl Lindqvist."
    assert role(text, "Karl Lindqvist") == Role(None, None, None)


def test_a_thing_beside_a_name_is_no_role() -> None:
    assert role("Karl Lindqvist, the talk of the town, left.", "Karl Lindqvist") == Role(None, None, None)
