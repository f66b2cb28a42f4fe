"""Tests of `copydesk.links.places`."""

import pytest

from copydesk.entities.countries import INTERGOVERNMENTAL
from copydesk.lexicons import lexicon, rows
from copydesk.links.places import people_named, place_named
from copydesk.links.things import Naming


def title(name: str, *countries: str, **around: object) -> str | None:
    thing = place_named(Naming((name,), countries=frozenset(countries), **around))  # type: ignore[arg-type]  # by name
    return thing.title if thing else None


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("U.S.", "United States"),
        ("Russia's", "Russia"),
        ("the Netherlands", "Netherlands"),
        ("Ireland", "Republic of Ireland"),
        ("Burma", "Myanmar"),
        ("USSR", "Soviet Union"),
        ("Moscow", "Moscow"),
        ("Kiev", "Kyiv"),
        ("Bombay", "Mumbai"),
        ("New York", "New York City"),
        ("Washington", "Washington, D.C."),
        ("Washington D.C.", "Washington, D.C."),
        ("Washington, DC", "Washington, D.C."),
        ("Texas", "Texas"),
        ("Eastern Europe", "Eastern Europe"),
        ("Geneva", "Geneva"),
    ],
)
def test_well_known_places_need_nothing_beside_them(name: str, page: str) -> None:
    assert title(name) == page


@pytest.mark.parametrize(
    "name", ["Vik", "Clinton", "Rice", "Engels", "Lincoln", "Georgetown", "Congo", "the ministry", ""]
)
def test_what_is_unknown_or_means_several_places_has_no_link(name: str) -> None:
    assert title(name) is None


def test_sydney_is_a_city_and_no_state() -> None:
    assert title("Sydney", "AUS") == "Sydney"


def test_georgia_is_the_country_unless_the_article_is_about_america() -> None:
    assert [title("Georgia"), title("Georgia", "RUS", "USA")] == ["Georgia (country)"] * 2
    assert title("Georgia", "USA", places=frozenset({"Atlanta", "Florida"})) == "Georgia (U.S. state)"
    assert title("Georgia", "USA") is None


def test_a_city_of_several_countries_is_that_of_the_article() -> None:
    found = [title("Birmingham", country) for country in ("GBR", "USA", "FRA")]
    assert found == ["Birmingham", "Birmingham, Alabama", None]


def test_what_follows_the_comma_decides() -> None:
    assert title("Springfield", "USA", after="Illinois") == "Springfield, Illinois"
    assert [title("Springfield", "USA"), title("Paris", "USA", after="Texas")] == [None, None]


def test_in_a_report_on_football_a_country_is_its_team() -> None:
    found = [title(name, is_team=True) for name in ("Sweden", "England", "United States", "Stockholm")]
    assert found == [
        "Sweden national football team",
        "England national football team",
        "United States men's national soccer team",
        "Stockholm",
    ]


def test_a_demonym_is_a_people_with_its_country() -> None:
    thing = people_named(Naming(("Russian",)))
    assert thing is not None
    assert (thing.title, thing.country) == ("Russians", "RUS")


@pytest.mark.parametrize("name", ["English", "Muslim", "Moscow", "Russia"])
def test_what_is_no_demonym_of_a_state_is_no_people(name: str) -> None:
    assert people_named(Naming((name,))) is None


def test_every_country_has_its_page_and_id() -> None:
    codes = {
        code for code, title, wikidata_id, _ in rows("territories") if title and wikidata_id.startswith("Q")
    }
    assert codes == set(lexicon("countries"))


def test_no_page_is_that_of_two_cities() -> None:
    titles = [row[1] for row in rows("cities")]
    assert len(set(titles)) == len(titles)
    assert INTERGOVERNMENTAL not in {row[0] for row in rows("cities")}
