"""Tests of `copydesk.corpus.stories`."""

from __future__ import annotations

from datetime import date, timedelta

import polars as pl

from copydesk.corpus.stories import story_ids
from tests.unit.copydesk.corpus.rows import Row, article, frame, values

_MONDAY = date(2009, 6, 1)
_TREATY = """
    Ministers of Norland and Sudland signed a fishing treaty in the harbour town of Vik after eleven years
    of talks. Cod boats of both flags may enter the waters around the Grey Islands from April."""
_TREATY_RETOLD = """
    A fishing treaty opens the waters of the Grey Islands to cod boats from Norland and Sudland. Ministers
    of the two signed it in Vik, a harbour town, and called it overdue."""
_BANK = """
    The central bank left its interest rate unchanged for the sixth time in a row and said that prices were
    rising more slowly than it had expected because oil had become cheaper."""


def _stories(*articles: Row, **duplicate_of: str) -> dict[str, object]:
    documents = frame("documents", *articles)
    originals = pl.DataFrame(
        [(row["doc_id"], duplicate_of.get(str(row["doc_id"]))) for row in articles],
        schema={"doc_id": pl.String, "duplicate_of": pl.String},
        orient="row",
    )
    return values(story_ids(documents, originals), "doc_id", "story_id")


def test_one_happening_in_other_words_is_one_story() -> None:
    found = _stories(
        article("b", _TREATY, _MONDAY),
        article("a", _TREATY_RETOLD, _MONDAY + timedelta(1)),
        article("c", _BANK),
    )
    assert found == {"a": "story-b", "b": "story-b", "c": "story-c"}


def test_the_same_topic_a_month_later_is_another_story() -> None:
    found = _stories(article("a", _TREATY, _MONDAY), article("b", _TREATY_RETOLD, _MONDAY + timedelta(30)))
    assert found == {"a": "story-a", "b": "story-b"}


def test_other_news_of_the_same_day_is_another_story() -> None:
    found = _stories(article("a", _TREATY, _MONDAY), article("b", _BANK, _MONDAY))
    assert found == {"a": "story-a", "b": "story-b"}


def test_an_undated_article_joins_when_it_is_very_much_alike() -> None:
    found = _stories(article("a", _TREATY, _MONDAY), article("b", _TREATY_RETOLD))
    assert found == {"a": "story-a", "b": "story-a"}


def test_a_duplicate_takes_the_story_of_its_original() -> None:
    found = _stories(article("a", _BANK, _MONDAY), article("b", _TREATY, _MONDAY), a="b")
    assert found == {"a": "story-b", "b": "story-b"}


def test_a_headline_counts_as_opening() -> None:
    found = _stories(
        article("a", "Norland celebrates. Cod boats sail.", _MONDAY, title="Fishing treaty signed in Vik"),
        article("b", "Ministers sang in Vik.", _MONDAY, title="Norland: cod boats sail after fishing treaty"),
    )
    assert found == {"a": "story-a", "b": "story-a"}
