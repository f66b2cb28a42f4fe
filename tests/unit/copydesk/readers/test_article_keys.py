"""Whatever the keys are called, the values behind them are found."""

from __future__ import annotations

import pytest

from copydesk.readers.article_keys import supplied_values, text_of, used_keys


@pytest.mark.parametrize(
    "authors", ["['Jane Roe', 'John Doe']", '["Jane Roe", "John Doe"]', ["Jane Roe", "John Doe"]]
)
def test_a_list_of_authors_is_one_however_it_is_written(authors: object) -> None:
    assert supplied_values({"authors": authors}) == {"byline": ["Jane Roe", "John Doe"]}


@pytest.mark.parametrize("authors", ["[Jane Roe]", "[" * 900 + "]" * 900, "[not closed"])
def test_what_only_looks_like_a_list_stays_a_string(authors: str) -> None:
    assert supplied_values({"byline": authors}).get("byline") in {authors, None}


@pytest.mark.parametrize(
    "key", ["date_download", "date_modify", "crawl_date", "updated", "timestamp", "year"]
)
def test_other_dates_are_none_of_publication(key: str) -> None:
    assert supplied_values({key: "2009-03-06"}) == {}


@pytest.mark.parametrize("key", ["source_domain", "domain", "hostname", "source"])
def test_a_domain_is_no_name_of_an_outlet(key: str) -> None:
    assert supplied_values({key: "harbour.example"}) == {}


def test_an_organisation_is_a_publisher_by_its_name() -> None:
    assert supplied_values({"publisher": {"name": "Harbour Post"}}) == {"publisher": "Harbour Post"}


def test_an_unusable_value_gives_way_to_the_next_key() -> None:
    assert supplied_values({"url": "none", "link": "https://a.example/"}) == {"url": "https://a.example/"}


def test_columns_that_nobody_reads_are_left_out() -> None:
    assert used_keys(["id", "Full Text", "embedding", "Pub-Date", "Full Text"]) == ("Full Text", "Pub-Date")


@pytest.mark.parametrize("value", [None, 7, True, [], {}, " ", ["", 7], {"sections": None}])
def test_what_is_no_text_is_none(value: object) -> None:
    assert text_of(value) is None
