"""The words of a page as arrays."""

from __future__ import annotations

import re

import pytest

from copydesk.cleaning.page_words import (
    MAX_LINE_CHARACTERS,
    STEM_CHARACTERS,
    WordIndex,
    cut_into_words,
    hash_of,
    shown,
    words_of,
)

# The definition: runs of letters, of digits, single signs, single syllables of scripts without blanks.
_UNSPACED = r"\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f"
DEFINITION = re.compile(rf"[^\W\d_{_UNSPACED}]+|[{_UNSPACED}]|\d+|[^\w\s]")
PAGES = {
    "none": [],
    "one empty line": [""],
    "empty lines around": ["", "Talks", ""],
    "news": ["Talks end: U.S. and Russia agree (2009)", "\u201cNo,\u201d he said \u2013 and left."],
    "accents": ["\u00dcn\u00efted Nati\u00f6ns", "e\u0301te\u0301"],
    "other scripts": ["他们在日内瓦会晤", "التقى الوزيران", "\u0e44\u0e17\u0e22"],
    "odd": ["a_b __ 3x ²m ½ ④", "\ud800\x00", "\U0001f600!?", "don't re-set"],
    "a long line": ["ferry " * 100 + "sails."],
    "many lines": ["Home", "News 24"] * 700,
}


@pytest.mark.parametrize("lines", PAGES.values(), ids=PAGES)
def test_words_are_those_of_the_definition(lines: list[str]) -> None:
    found = [DEFINITION.findall(shown([line])) for line in lines]
    words = cut_into_words(lines)
    assert words.line.tolist() == [no for no, of_line in enumerate(found) for _ in of_line]
    assert words.length.tolist() == [len(word) for of_line in found for word in of_line]
    assert words.hash.tolist() == [hash_of(word) for of_line in found for word in of_line]
    assert words.stem.tolist() == [hash_of(word[:STEM_CHARACTERS]) for of_line in found for word in of_line]
    assert words.starts[-1] == len(words.line)


@pytest.mark.parametrize("lines", PAGES.values(), ids=PAGES)
def test_different_words_of_a_page_are_those_of_the_definition(lines: list[str]) -> None:
    assert words_of(lines) == {word.lower() for line in lines for word in DEFINITION.findall(shown([line]))}


def test_case_does_not_change_the_number_of_a_word() -> None:
    assert hash_of("ÉTATS") == hash_of("états")


def test_words_of_the_same_letters_have_different_numbers() -> None:
    assert len({hash_of(word) for word in ("on", "no", "onn", "n", "o", "")}) == 6


def test_only_the_ends_of_a_long_line_are_read() -> None:
    words = cut_into_words(["a" * MAX_LINE_CHARACTERS + "b", "c"])
    assert words.length.tolist() == [160, 60, 1]


def test_letters_that_are_no_letters_make_no_word() -> None:
    words = cut_into_words(["m² 12 UN ."])
    assert words.is_word.tolist() == [False, False, True, False]
    assert words.is_number.tolist() == [False, True, False, False]
    assert words.is_capital.tolist() == [False, False, True, False]


def test_unknown_words_are_told() -> None:
    index = WordIndex(["talks", "the"])
    words = cut_into_words(["The zeppelin talks"])
    assert index.find(words.hash, unknown=-1).tolist() == [1, -1, 0]
    assert index.has(words.hash).tolist() == [True, False, True]


def test_numbers_above_all_known_ones_are_unknown() -> None:
    index = WordIndex(["a"])
    assert index.find(cut_into_words(["b c d e f g"]).hash, unknown=-1).tolist() == [-1] * 6
