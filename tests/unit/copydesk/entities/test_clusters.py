"""Which names of things are one thing."""

import pytest

from copydesk.entities.clusters import cluster_keys, full_name
from copydesk.entities.names import Name
from copydesk.spans import Span
from schemas.vocabulary import MentionLabel


def same(text: str, *surfaces: str) -> bool:
    """Whether the organisations, named in this order in the text, are all one."""
    names, end = [], 0
    for surface in surfaces:
        start = text.index(surface, end)
        end = start + len(surface)
        names.append(Name(Span(start, end), 0, surface, MentionLabel.ORG, 0.8))
    return len(set(cluster_keys(text, names))) == 1


def test_acronym_of_initials_is_the_same_thing() -> None:
    assert same("The National Farmers Union ... the NFU", "National Farmers Union", "NFU") is True


def test_introduced_acronym_is_the_same_thing() -> None:
    text = "the Baltic Arms Reduction Treaty (BART) ... BART"
    assert same(text, "Baltic Arms Reduction Treaty", "BART", "BART") is True


def test_acronym_of_other_letters_is_another_thing() -> None:
    assert same("The National Farmers Union ... the RSPB", "National Farmers Union", "RSPB") is False


def test_company_is_the_same_without_its_legal_form() -> None:
    assert same("Tarnvik Corp. ... Tarnvik", "Tarnvik Corp.", "Tarnvik") is True


def test_first_word_alone_is_the_same_organisation() -> None:
    assert same("Tarnvik News Agency ... Tarnvik", "Tarnvik News Agency", "Tarnvik") is True


def test_two_organisations_of_one_first_word_are_two() -> None:
    text = "Tarnvik News Agency and Tarnvik Foods; Tarnvik"
    assert same(text, "Tarnvik News Agency", "Tarnvik Foods", "Tarnvik") is False


def test_names_of_one_country_are_one_thing() -> None:
    assert same("U.S. ... America ... the United States", "U.S.", "America", "United States") is True


def test_capital_and_country_are_two_things() -> None:
    assert same("Moscow ... Russia", "Moscow", "Russia") is False


@pytest.mark.parametrize(
    ("surfaces", "label", "name"),
    [
        (["Orlov", "Pyotr Orlov", "Orlov"], MentionLabel.PERSON, "Pyotr Orlov"),
        (["MUNICH", "Munich"], MentionLabel.GPE, "Munich"),
        (["RUSSIAN"], MentionLabel.NORP, "Russian"),
        (["NATO"], MentionLabel.ORG, "NATO"),
        (["USA TODAY"], MentionLabel.ORG, "USA TODAY"),
        (["US", "U.S."], MentionLabel.GPE, "U.S."),
        (["Finns", "Finnish", "Finnish"], MentionLabel.NORP, "Finnish"),
    ],
)
def test_the_fullest_clean_form_is_the_name(surfaces: list[str], label: MentionLabel, name: str) -> None:
    assert full_name(surfaces, label) == name


def test_a_nickname_before_a_given_name_is_no_part_of_the_full_name() -> None:
    surfaces = ["Anna Lind", "Sleepy Anna Lind", "Lind"]
    assert full_name(surfaces, MentionLabel.PERSON) == "Anna Lind"
