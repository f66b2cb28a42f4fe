"""Tests of `copydesk.corpus.duplicates`."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import permutations

import pytest

from benchmarks.duplicates_corpus import ArticleMaker, MadeArticle
from copydesk.corpus.duplicates import duplicate_originals
from tests.unit.copydesk.corpus.rows import article, frame, values

_FIRST = """
    Ministers of the two countries signed a treaty on fishing in the northern sea on Monday after eleven
    years of talks that both sides had more than once declared dead. Boats of either flag may now enter
    the waters around the islands from April to October, and a joint commission will set the catch.
"""
_MORE = """
    Fishermen in the harbour of the largest island burned a copy of the text and said that cod would be
    gone within three summers, while the minister promised to buy new nets for every crew that asked.
"""
_OTHER = """
    The central bank left its interest rate unchanged on Tuesday for the sixth time in a row and said that
    prices were rising more slowly than it had expected in the spring, because oil had become cheaper and
    the harvest in the south of the country was the best in a decade.
"""


def _originals(*articles: dict[str, object]) -> dict[str, object]:
    return values(duplicate_originals(frame("documents", *articles)), "doc_id", "duplicate_of")


def test_articles_of_their_own_repeat_nothing() -> None:
    assert _originals(article("a", _FIRST), article("b", _OTHER)) == {"a": None, "b": None}


def test_spacing_capitals_and_quotation_marks_make_no_difference() -> None:
    found = _originals(article("a", "“Yes,” he said."), article("b", '"YES", he  said'))
    assert found == {"a": None, "b": "a"}


def test_a_longer_later_version_is_the_one_to_count() -> None:
    earlier, later = date(2009, 6, 1), date(2009, 6, 2)
    found = _originals(article("a", _FIRST, earlier), article("b", _FIRST + _MORE, later))
    assert found == {"a": "b", "b": None}


def test_of_undated_versions_the_longest_counts() -> None:
    assert _originals(article("a", _FIRST), article("b", _FIRST + _MORE)) == {"a": "b", "b": None}


def test_a_few_changed_words_do_not_make_another_article() -> None:
    changed = _FIRST.replace("Monday", "Tuesday")
    assert _originals(article("a", _FIRST), article("b", changed)) == {"a": "b", "b": None}


def test_an_excerpt_is_no_duplicate_of_the_long_article() -> None:
    long = _FIRST + _MORE + _OTHER
    assert _originals(article("a", _MORE), article("b", long)) == {"a": None, "b": None}


def test_all_versions_point_at_the_one_to_count() -> None:
    found = _originals(
        article("a", _FIRST, date(2009, 6, 1)),
        article("b", _FIRST + _MORE, date(2009, 6, 2)),
        article("c", _FIRST.upper(), date(2009, 6, 1)),
    )
    assert found == {"a": "b", "b": None, "c": "b"}


def test_articles_without_words_repeat_nothing() -> None:
    assert _originals(article("a", "***"), article("b", "***")) == {"a": None, "b": None}


def _made(articles: list[MadeArticle]) -> list[dict[str, object]]:
    return [
        article(
            f"{number:03}",
            "\n\n".join(made.paragraphs),
            made.published_at.date(),
            published_at=made.published_at,
        )
        for number, made in enumerate(articles)
    ]


@pytest.mark.parametrize("kind", ["reprints", "updates", "rolling_updates"])
def test_of_all_versions_the_newest_counts(kind: str) -> None:
    versions: list[MadeArticle] = getattr(ArticleMaker(3), kind)()
    newest = f"{max(range(len(versions)), key=lambda number: versions[number].published_at):03}"
    found = _originals(*_made(versions))
    assert found == {doc_id: None if doc_id == newest else newest for doc_id in found}


@pytest.mark.parametrize("kind", ["same_event", "items_with_boilerplate", "recurring_reports"])
def test_what_only_shares_words_repeats_nothing(kind: str) -> None:
    found = _originals(*_made(getattr(ArticleMaker(3), kind)()))
    assert set(found.values()) == {None}


def test_of_versions_of_one_day_the_latest_by_the_clock_counts() -> None:
    day = date(2009, 6, 1)
    found = _originals(
        article("a", _FIRST + _MORE, day, published_at=datetime(2009, 6, 1, 9, tzinfo=UTC)),
        article("b", _FIRST, day, published_at=datetime(2009, 6, 1, 15, tzinfo=UTC)),
        article("c", _FIRST + _MORE, day),
    )
    assert found == {"a": "b", "b": None, "c": "b"}


def test_no_original_is_a_duplicate_and_the_order_of_articles_does_not_matter() -> None:
    rows = _made(ArticleMaker(5).rolling_updates()[:4])
    expected = _originals(*rows)
    assert all(_originals(*order) == expected for order in permutations(rows))
    assert [expected[str(original)] for original in expected.values() if original] == [None] * 3


def test_short_items_with_the_same_closing_lines_months_apart_are_two() -> None:
    first, second = (f"{own} {_OTHER}" for own in (_FIRST, _MORE))
    assert _originals(article("a", first, date(2009, 6, 1)), article("b", second, date(2009, 9, 1))) == {
        "a": None,
        "b": None,
    }


def test_a_changed_count_of_the_dead_is_an_update() -> None:
    told = _FIRST + _OTHER + " The police counted {} dead, 40 hurt, 12 arrested and 300 without a home."
    earlier, later = (article(name, told.format(n), date(2009, 6, n)) for name, n in (("a", 3), ("b", 4)))
    assert _originals(earlier, later) == {"a": "b", "b": None}


def test_no_articles_have_no_duplicates() -> None:
    assert _originals() == {}
