"""Tests of `copydesk.corpus.duplicates`."""

from __future__ import annotations

from datetime import date

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
