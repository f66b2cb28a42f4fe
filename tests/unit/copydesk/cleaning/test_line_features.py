"""What the line model is told of a page."""

from __future__ import annotations

import numpy as np
import pytest

from copydesk.cleaning.line_features import (
    LAST_WORDS,
    N_WORDS,
    NO_WORD,
    NUMBER,
    SPECIAL_WORDS,
    UNKNOWN,
    LineFeatures,
    line_features,
)
from copydesk.cleaning.page_words import WordIndex

WORDS = ("the", "ferry", "sails", ".", "today")
VOCABULARY = WordIndex(WORDS)
ODD_LINES = {
    "empty": "",
    "one sign": "*",
    "signs alone": "—" * 300,
    "a hundred thousand letters": "a" * 100_000,
    "a hundred thousand words": "ferry " * 100_000,
    "Chinese": "他们星期一在日内瓦会晤,讨论条约的未来。",
    "Arabic": "التقى الوزيران يوم الاثنين في جنيف.",
    "accents apart from their letters": "e\u0301" * 20,
    "odd digits": "² ٣ ½ ④",
    "lone surrogate": "\ud800",
    "control characters": "\x00\x1b[31m\x07",
    "other line breaks": "one\x0btwo\x85three\u2028four",
}


def _id(word: str) -> int:
    return WORDS.index(word) + len(SPECIAL_WORDS)


def _features(*lines: str) -> LineFeatures:
    return line_features(lines, [False] * len(lines), VOCABULARY)


@pytest.mark.parametrize("n_lines", [1, 2, 200])
def test_every_line_has_a_row(n_lines: int) -> None:
    features = _features(*["The ferry sails today."] * n_lines)
    assert (len(features.numbers), features.words.shape) == (n_lines, (n_lines, N_WORDS))


@pytest.mark.parametrize("line", ODD_LINES.values(), ids=ODD_LINES)
def test_odd_line_has_finite_features_and_moves_no_other_line(line: str) -> None:
    features = _features("The ferry sails.", line, "The ferry sails today.")
    assert np.isfinite(features.numbers).all()
    assert features.words[2].tolist() == _features("The ferry sails today.").words[0].tolist()


@pytest.mark.parametrize("line", ODD_LINES.values(), ids=ODD_LINES)
def test_odd_line_alone_on_its_page_has_finite_features(line: str) -> None:
    assert np.isfinite(_features(line).numbers).all()


def test_page_without_a_word_has_finite_features() -> None:
    assert np.isfinite(_features("***", "", "- - -").numbers).all()


def test_words_stand_at_their_places_from_both_ends() -> None:
    ids = [_id(word) for word in ("the", "ferry", "sails", ".")]
    words = _features("The ferry sails.").words[0].tolist()
    assert (words[:4], words[4:-4], words[-4:]) == (ids, [NO_WORD] * (N_WORDS - 8), ids)


def test_of_a_long_line_the_last_words_are_its_end() -> None:
    words = _features("ferry " * 5_000 + "sails today.").words[0, -LAST_WORDS:].tolist()
    assert words[-3:] == [_id("sails"), _id("today"), _id(".")]


def test_numbers_and_strange_words_have_ids_of_their_own() -> None:
    assert _features("1984 zeppelin").words[0, :2].tolist() == [NUMBER, UNKNOWN]


def test_blank_line_above_is_seen() -> None:
    lines = ["The ferry sails.", "The ferry sails today."]
    apart = line_features(lines, [False, True], VOCABULARY).numbers
    assert (apart[1] != _features(*lines).numbers[1]).sum() == 1


def test_case_of_a_word_does_not_change_its_id() -> None:
    assert _features("THE FERRY").words.tolist() == _features("the ferry").words.tolist()


def test_how_lines_end_is_told() -> None:
    features = _features("They met.", '"Will they meet?"', "They said:", "News")
    assert features.ends_sentence.tolist() == [True, True, False, False]
    assert features.ends_open.tolist() == [False, False, True, False]


def test_words_of_a_line_are_counted() -> None:
    assert _features("The ferry sails.", "", "Two or 3!").n_words.tolist() == [3, 0, 2]


def test_function_words_and_capitals_tell_names_from_prose() -> None:
    features = _features("Oslo Bergen Tromso", "ferry to the islands")
    assert features.has_function_words.tolist() == [False, True]
    assert features.capitals.tolist() == [1, 0]
