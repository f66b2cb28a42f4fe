"""Tests of `copydesk.links.organizations`."""

import pytest

from copydesk.lexicons import rows
from copydesk.links.organizations import organization_named
from copydesk.links.things import Naming


def title(name: str, *countries: str, country: str | None = None) -> str | None:
    thing = organization_named(Naming((name,), country=country, countries=frozenset(countries)))
    return thing.title if thing else None


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("Nato", "NATO"),
        ("the UN Security Council", "United Nations Security Council"),
        ("State Department", "United States Department of State"),
        ("the Washington Post", "The Washington Post"),
        ("AFP", "Agence France-Presse"),
        ("the Kremlin", "Kremlin"),
        ("Amnesty International", "Amnesty International"),
    ],
)
def test_a_name_that_means_one_organization_needs_nothing_beside_it(name: str, page: str) -> None:
    assert title(name) == page


def test_a_ministry_is_that_of_its_country() -> None:
    found = [title("Foreign Ministry", country=country) for country in ("RUS", "TUR", "LUX", None)]
    assert found == [
        "Ministry of Foreign Affairs (Russia)",
        "Ministry of Foreign Affairs (Turkey)",
        None,
        None,
    ]


def test_a_ministry_without_country_is_that_of_the_only_one_in_the_article() -> None:
    assert title("Foreign Ministry", "RUS") == "Ministry of Foreign Affairs (Russia)"
    assert title("Foreign Ministry", "RUS", "TUR") is None


def test_the_country_may_stand_before_the_name() -> None:
    assert title("Russian Foreign Ministry") == title("Foreign Ministry", country="RUS")
    assert title("US Department of State") == title("Department of State", country="USA")
    assert title("Russian Department of State") is None


@pytest.mark.parametrize("name", ["Times", "Vik Fishing Council", "Congress", "Labour Party", ""])
def test_names_of_several_organizations_have_no_link(name: str) -> None:
    assert title(name) is None


def test_an_organization_of_another_country_is_another() -> None:
    assert title("Democratic Party", country="ITA") is None


def test_no_title_stands_twice_in_the_table() -> None:
    titles = [row[1] for row in rows("organizations_known")]
    assert sorted(title for title in set(titles) if titles.count(title) > 1) == []
