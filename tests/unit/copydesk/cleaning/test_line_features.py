"""What the line model sees of a page."""

from __future__ import annotations

import numpy as np
import pytest

from copydesk.cleaning.line_features import (
    FIRST_WORDS,
    LAST_WORDS,
    N_WORDS,
    NO_WORD,
    NUMBER,
    SPECIAL_WORDS,
    UNKNOWN,
    line_features,
    words_of,
)

WORDS = (*SPECIAL_WORDS, "talks", "resume", "in", "oslo")
VOCABULARY = {word: no for no, word in enumerate(WORDS)}
TALKS, RESUME, IN, OSLO = range(len(SPECIAL_WORDS), len(WORDS))


def word_ids(*lines: str) -> list[list[int]]:
    """The ids that the features of the lines have."""
    ids: list[list[int]] = line_features(lines, [False] * len(lines), VOCABULARY).words.tolist()
    return ids


def test_words_stand_from_the_start_and_up_to_the_end() -> None:
    (ids,) = word_ids("Talks resume in Oslo")
    assert ids[:5] == [TALKS, RESUME, IN, OSLO, NO_WORD]
    assert ids[-5:] == [NO_WORD, TALKS, RESUME, IN, OSLO]


def test_words_of_one_line_are_none_of_its_neighbours() -> None:
    first, second = word_ids("Talks", "Oslo")
    assert (first[0], first[1], first[-1]) == (TALKS, NO_WORD, TALKS)
    assert (second[0], second[-2], second[-1]) == (OSLO, NO_WORD, OSLO)


def test_long_lines_show_both_ends() -> None:
    (ids,) = word_ids(" ".join(["Talks", *["resume"] * N_WORDS, "Oslo"]))
    assert ids == [TALKS, *[RESUME] * (FIRST_WORDS - 1), *[RESUME] * (LAST_WORDS - 1), OSLO]


def test_digits_are_a_number_and_other_words_unknown() -> None:
    (ids,) = word_ids("1984 Geneva")
    assert ids[:2] == [NUMBER, UNKNOWN]


def test_case_is_no_part_of_a_word() -> None:
    assert word_ids("TALKS Resume") == word_ids("talks resume")


@pytest.mark.parametrize("lines", [("",), ("_",), ("", "Talks"), ("Talks", ""), ("_", "", "x")])
def test_lines_without_words_have_features_too(lines: tuple[str, ...]) -> None:
    features = line_features(lines, [True] * len(lines), VOCABULARY)
    assert len(features.numbers) == len(features.words) == len(lines)
    assert np.isfinite(features.numbers).all()


def test_the_same_line_has_the_same_words_wherever_it_stands() -> None:
    alone = word_ids("Talks resume in Oslo")[0]
    assert word_ids("Home", "", "Talks resume in Oslo", "1 2 3")[2] == alone


def test_words_of_a_page_are_in_small_letters_without_line_breaks() -> None:
    assert words_of(["Talks, 1984", "talks"]) == {"talks", ",", "1984"}
