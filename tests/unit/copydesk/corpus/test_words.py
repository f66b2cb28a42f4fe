"""Tests of `copydesk.corpus.words`."""

import polars as pl

from copydesk.corpus.words import content_words, normal_words, shingles, word_weights


def _list_of(expression: pl.Expr) -> list[str]:
    return list(pl.select(expression.explode()).to_series())


def test_marks_and_capitals_do_not_matter() -> None:
    assert _list_of(normal_words(pl.lit("“Don’t,” the U.S. Vice-President said."))) == [
        "dont", "the", "us", "vice", "president", "said",
    ]  # fmt: skip


def test_function_words_and_short_words_tell_nothing() -> None:
    assert _list_of(content_words(pl.lit("He said that it was on us, too."))) == []


def test_neighbouring_words_make_one_shingle_less_than_words() -> None:
    words = normal_words(pl.lit("press the reset button"))
    assert len(_list_of(shingles(words, 3))) == 2


def test_fewer_words_than_a_shingle_make_none() -> None:
    assert _list_of(shingles(normal_words(pl.lit("reset button")), 3)) == []


def test_rarer_words_weigh_more() -> None:
    words = pl.DataFrame({"word": ["talks", "talks", "talks", "button"]})
    assert word_weights(words, 3).sort("word").to_dicts() == [
        {"word": "button", "n_texts_with": 1, "weight": 2000},
        {"word": "talks", "n_texts_with": 3, "weight": 1000},
    ]
