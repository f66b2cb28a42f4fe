"""The names of the five real articles: which pages they must be linked to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest

from copydesk.corpus.link import link_corpus
from copydesk.document import clean_text, extract_document
from copydesk.frames import build_frames

if TYPE_CHECKING:
    from pathlib import Path

PEOPLE = {
    "Barack Obama": ("Barack Obama", "Q76", "USA"),
    "Condoleezza Rice": ("Condoleezza Rice", "Q47216", "USA"),
    "Dmitry Medvedev": ("Dmitry Medvedev", "Q23530", "RUS"),
    "Dmitry Peskov": ("Dmitry Peskov", None, "RUS"),
    "George W. Bush": ("George W. Bush", "Q207", "USA"),
    "Hillary Clinton": ("Hillary Clinton", "Q6294", "USA"),
    "Joe Biden": ("Joe Biden", "Q6279", "USA"),
    "Robert Gates": ("Robert Gates", "Q212979", "USA"),
    "Sergei Ivanov": ("Sergei Ivanov", "Q204027", "RUS"),
    "Sergei Lavrov": ("Sergey Lavrov", "Q58217", "RUS"),
    "Vladimir Putin": ("Vladimir Putin", "Q7747", "RUS"),
}
COUNTRIES = {
    "Afghanistan": ("Afghanistan", "Q889", "AFG"),
    "Czech Republic": ("Czech Republic", "Q213", "CZE"),
    "Georgia": ("Georgia (country)", "Q230", "GEO"),
    "Iran": ("Iran", "Q794", "IRN"),
    "Kosovo": ("Kosovo", "Q1246", "XKX"),
    "Lithuania": ("Lithuania", "Q37", "LTU"),
    "Poland": ("Poland", "Q36", "POL"),
    "Russia": ("Russia", "Q159", "RUS"),
    "Spain": ("Spain", "Q29", "ESP"),
    "United States": ("United States", "Q30", "USA"),
}
CITIES_AND_REGIONS = {
    "Brussels": ("Brussels", None, "BEL"),
    "Geneva": ("Geneva", None, "CHE"),
    "London": ("London", None, "GBR"),
    "Madrid": ("Madrid", None, "ESP"),
    "Moscow": ("Moscow", "Q649", "RUS"),
    "Munich": ("Munich", None, "DEU"),
    "Washington": ("Washington, D.C.", None, "USA"),
    "Abkhazia": ("Abkhazia", None, "GEO"),
    "South Ossetia": ("South Ossetia", None, "GEO"),
    "Europe": ("Europe", None, None),
}
ORGANIZATIONS = {
    "BBC": ("BBC", None, "GBR"),
    "G20": ("G20", None, "IGO"),
    "Interfax": ("Interfax", None, "RUS"),
    "Kremlin": ("Kremlin", None, "RUS"),
    "NATO": ("NATO", None, "IGO"),
    "White House": ("White House", None, "USA"),
}
UNKNOWN = ("Ivan Safranchuk", "Rob Watson")

Link = tuple[str, str | None, str | None]


@pytest.fixture(scope="module")
def entities(seeds: Path) -> pl.DataFrame:
    """The entities of the five articles."""
    articles = [clean_text(path.read_text("utf-8")) for path in sorted(seeds.glob("*.txt"))]
    return link_corpus(build_frames(extract_document(article) for article in articles))["entities"]


def _links(entities: pl.DataFrame, name: str) -> list[Link]:
    is_named = (pl.col("name") == name) | pl.col("aliases").list.contains(name)
    columns = ("wikipedia_title", "wikidata_id", "country")
    return [
        (title, wikidata_id, country)
        for title, wikidata_id, country in entities.filter(is_named).select(columns).rows()
    ]


@pytest.mark.parametrize(
    ("name", "link"),
    [*PEOPLE.items(), *COUNTRIES.items(), *CITIES_AND_REGIONS.items(), *ORGANIZATIONS.items()],
)
def test_the_name_is_one_entity_with_its_page(entities: pl.DataFrame, name: str, link: Link) -> None:
    assert _links(entities, name) == [link]


@pytest.mark.parametrize("name", UNKNOWN)
def test_a_name_that_no_table_has_is_left_without_a_page(entities: pl.DataFrame, name: str) -> None:
    assert [title for title, _, _ in _links(entities, name)] == [None]


def test_no_page_belongs_to_two_entities(entities: pl.DataFrame) -> None:
    titles = entities["wikipedia_title"].drop_nulls()
    assert titles.n_unique() == len(titles)
