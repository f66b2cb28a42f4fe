"""What must be right on the five real articles that the project was made for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import polars as pl
import pytest

from flows.settings import Settings
from flows.tables import read_tables

if TYPE_CHECKING:
    from pathlib import Path

BROADCASTER, BBC, NEWSPAPER, XINHUA, BLOG = "000", "001", "002", "003", "004"

Tables = dict[str, pl.DataFrame]


@pytest.fixture(scope="module")
def tables(seeds: Path, server_url: str, tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """The published tables of the five articles, with the number of the article in every row."""
    from flows.publish import publish_dataset

    assert server_url
    out = tmp_path_factory.mktemp("seeds")
    publish_dataset(Settings(raw=seeds, out=out))
    tables = read_tables(out / "latest")
    numbers = tables["documents"].select("doc_id", pl.col("source_path").str.head(3).alias("article"))
    return {
        name: frame.join(numbers, on="doc_id") if "doc_id" in frame.columns else frame
        for name, frame in tables.items()
    }


def _rows(tables: Tables, name: str, article: str) -> pl.DataFrame:
    return tables[name].filter(pl.col("article") == article)


def _document(tables: Tables, article: str) -> dict[str, object]:
    return _rows(tables, "documents", article).row(0, named=True)


def _labelled(tables: Tables, article: str, label: str) -> list[str]:
    return _rows(tables, "segments", article).filter(pl.col("label") == label)["raw_text"].to_list()


def test_nothing_was_rejected(tables: Tables) -> None:
    assert tables["rejects"].rows() == []


def test_the_bbc_page_has_its_seventeen_paragraphs_and_nothing_else(tables: Tables) -> None:
    document = _document(tables, BBC)
    text = str(document["text"])
    assert document["n_paragraphs"] == 17
    assert text.startswith("Russian Deputy Prime Minister Sergei Ivanov has welcomed")
    assert text.endswith("testing each other out, our correspondent says.")


def test_the_bbc_page_is_dated_by_its_page_line_not_its_footer(tables: Tables) -> None:
    document = _document(tables, BBC)
    assert (document["published_on"], document["published_from"]) == (date(2009, 2, 8), "page")
    assert document["publisher"] == "BBC"


def test_crossheads_are_told_from_paragraphs(tables: Tables) -> None:
    assert _labelled(tables, BBC, "crosshead") == ["Working together", "'Devil in the detail'"]
    assert _labelled(tables, XINHUA, "crosshead") == [
        "Press reset button",
        "Revised missile defense proposals",
    ]


def test_the_wire_copy_begins_after_its_dateline(tables: Tables) -> None:
    document = _document(tables, BROADCASTER)
    assert str(document["text"]).startswith("Russia has welcomed an offer")
    assert (document["agency"], document["dateline_place"]) == ("Reuters", "Munich")
    assert document["title"] == "Russia Signals New Optimism On Ties With U.S."


def test_the_newspaper_article_loses_what_is_not_its_text(tables: Tables) -> None:
    document = _document(tables, NEWSPAPER)
    text = str(document["text"])
    assert "READ MORE" not in text
    assert "…" not in text
    assert text.count("said a thaw in relations") == 1
    assert text.endswith('I doubt that would work."')
    assert document["published_on"] is None


def test_the_agency_text_is_dated_by_its_credit(tables: Tables) -> None:
    document = _document(tables, XINHUA)
    assert (document["published_on"], document["published_from"]) == (date(2009, 3, 9), "credit")
    assert document["agency"] == "Xinhua"


def test_the_blog_post_loses_its_comments_line(tables: Tables) -> None:
    document = _document(tables, BLOG)
    assert "No comments" not in str(document["text"])
    assert (document["published_on"], document["dateline_place"]) == (date(2008, 3, 18), "Moscow")


@pytest.mark.parametrize(
    ("article", "words", "speaker"),
    [
        (BROADCASTER, "It is not an oriental bazaar", "Sergei Ivanov"),
        (BBC, "The US administration sent a very strong signal", "Sergei Ivanov"),
        (BBC, "to press the reset button and to revisit", "Joe Biden"),
        (NEWSPAPER, "A second opinion never hurts", "Sergei Lavrov"),
        (XINHUA, "I would like to present you with a little gift", "Hillary Clinton"),
        (XINHUA, "we will view this as an excellent sign", "Dmitry Peskov"),
        (XINHUA, "We would like a new structure for all Europeans", "Dmitry Medvedev"),
        (BLOG, "our dialogue will be productive", "Vladimir Putin"),
    ],
)
def test_who_said_it(tables: Tables, article: str, words: str, speaker: str) -> None:
    quotes = _rows(tables, "quotes", article).filter(pl.col("content").str.contains(words, literal=True))
    assert quotes["speaker_name"].to_list() == [speaker]


def test_the_coming_london_summit_is_not_reported_as_having_happened(tables: Tables) -> None:
    in_london = pl.col("evidence").str.contains("London") & (pl.col("event_type") == "CONSULT")
    told = tables["events"].filter(in_london)
    assert set(told["status"]) == {"planned"}
    assert set(told["article"]) == {NEWSPAPER, XINHUA}


def test_the_gift_of_the_button_is_one_happening_in_two_articles(tables: Tables) -> None:
    gift = pl.col("evidence").str.contains("In a symbolic gesture") & (pl.col("status") == "actual")
    told = tables["events"].filter(gift & (pl.col("event_type") == "SUPPORT"))
    assert sorted(told["article"]) == [NEWSPAPER, XINHUA]
    assert told["event_group_id"].n_unique() == 1


def test_the_meeting_in_munich_has_both_men(tables: Tables) -> None:
    met = pl.col("evidence").str.starts_with("He met US Vice-President Joe Biden")
    event = tables["events"].filter(met & (pl.col("event_type") == "CONSULT")).row(0, named=True)
    actors = tables["event_actors"].filter(pl.col("event_id") == event["event_id"])
    assert sorted(actors.select("name", "country").rows()) == [("Joe Biden", "USA"), ("Sergei Ivanov", "RUS")]
    assert (event["place"], event["status"]) == ("Munich", "actual")


def test_one_person_is_one_entity_over_the_articles(tables: Tables) -> None:
    lavrov = tables["entities"].filter(pl.col("name") == "Sergei Lavrov")
    assert lavrov.select("label", "country", "n_documents").rows() == [("PERSON", "RUS", 3)]
