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
    words_of,
)

VOCABULARY = {word: no for no, word in enumerate((*SPECIAL_WORDS, "the", "ferry", "sails", ".", "today"))}
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
    ids = [VOCABULARY[word] for word in ("the", "ferry", "sails", ".")]
    words = _features("The ferry sails.").words[0].tolist()
    assert (words[:4], words[4:-4], words[-4:]) == (ids, [NO_WORD] * (N_WORDS - 8), ids)


def test_of_a_long_line_the_last_words_are_its_end() -> None:
    words = _features("ferry " * 5_000 + "sails today.").words[0, -LAST_WORDS:].tolist()
    assert words[-3:] == [VOCABULARY["sails"], VOCABULARY["today"], VOCABULARY["."]]


def test_numbers_and_strange_words_have_ids_of_their_own() -> None:
    assert _features("1984 zeppelin").words[0, :2].tolist() == [NUMBER, UNKNOWN]


def test_blank_line_above_is_seen() -> None:
    lines = ["The ferry sails.", "The ferry sails today."]
    apart = line_features(lines, [False, True], VOCABULARY).numbers
    assert (apart[1] != _features(*lines).numbers[1]).sum() == 1


def test_case_of_a_word_does_not_change_its_id() -> None:
    assert _features("THE FERRY").words.tolist() == _features("the ferry").words.tolist()


def test_words_of_a_page_are_in_small_letters_and_without_line_breaks() -> None:
    assert words_of(["The Ferry.", "2 ferries"]) == {"the", "ferry", ".", "2", "ferries"}
