"""Which country the names of an article stand for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from copydesk.entities.mentions import find_mentions
from copydesk.events.nationality import home_of, with_countries
from tests.factories import make_document, make_sentences

if TYPE_CHECKING:
    from copydesk.records import Mention


def _coded(text: str, published_on: date | None = None) -> tuple[Mention, ...]:
    document, sentences = make_document(text, published_on=published_on), make_sentences(text)
    return with_countries(document, find_mentions(document, sentences))


def _countries(text: str, published_on: date | None = None) -> dict[str, str | None]:
    return {mention.span.of(text): mention.country for mention in _coded(text, published_on)}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The mayor met Robert Mugabe in the hall.", "Robert Mugabe", "ZWE"),
        ("The mayor met President Mugabe in the hall.", "Mugabe", "ZWE"),
        ("The mayor met President Bush in the hall.", "Bush", "USA"),
        ("Workers in Rotterdam slept on Monday.", "Rotterdam", "NLD"),
        ("Sudan moved soldiers to West Darfur on Monday.", "West Darfur", "SDN"),
        ("The Munich Regional Court freed him.", "Munich Regional Court", "DEU"),
        ("The Free Syrian Army took the bridge.", "Free Syrian Army", "SYR"),
        ("The UN waited. The Security Council met.", "Security Council", "IGO"),
        ("Hamas freed two of the men.", "Hamas", "PSE"),
        ("The PRC protested in writing.", "PRC", "CHN"),
    ],
)
def test_known_names_have_their_country(text: str, name: str, country: str) -> None:
    assert _countries(text).get(name) == country


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The mayor met Anna Holm in the hall.", "Anna Holm"),
        ("The mayor met Miller in the hall.", "Miller"),
        ("Amnesty International freed its hall.", "Amnesty International"),
        ("The Security Council met in Moscow.", "Security Council"),
    ],
)
def test_unknown_names_and_those_of_the_whole_world_have_none(text: str, name: str) -> None:
    assert _countries(text)[name] is None


def test_surname_of_a_former_head_is_nobody_known_years_later() -> None:
    text = "The mayor met President Suharto in the hall."
    assert _countries(text, date(1995, 5, 1))["Suharto"] == "IDN"
    assert _countries(text, date(2015, 5, 1))["Suharto"] is None


def test_ethnic_people_have_no_country_of_their_own() -> None:
    text = "Ethnic Albanians and Albanian officials met in Skopje."
    mentions = _coded(text)
    told = [mention.country for mention in mentions if mention.span.of(text).startswith("Albanian")]
    assert told == [None, "ALB"]


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("Finland sleeps. The police of Helsinki met the UN.", "FIN"),
        ("Finland and Sweden sleep.", None),
        ("The police sleep.", None),
    ],
)
def test_home_is_the_only_country_of_an_article(text: str, home: str | None) -> None:
    assert home_of(_coded(text)) == home
