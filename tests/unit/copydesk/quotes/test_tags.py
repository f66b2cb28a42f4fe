"""Tags of words: written, read, and chosen."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from copydesk.quotes.tags import (
    N_TAGS,
    OUTSIDE,
    ROLES,
    Stretch,
    best_tags,
    role_probabilities,
    stretches_of,
    tags_of,
)

# Lengths and roles of neighbouring stretches, role 3 being none.
PIECES = st.lists(st.tuples(st.integers(1, 5), st.integers(0, len(ROLES))), max_size=8)


def laid_out(pieces: list[tuple[int, int]]) -> tuple[int, list[Stretch]]:
    """The number of words, and the stretches among them."""
    position, stretches = 0, []
    for length, role in pieces:
        if role < len(ROLES):
            stretches.append(Stretch(position, position + length, role))
        position += length
    return position, stretches


@given(PIECES)
def test_written_stretches_are_read_again(pieces: list[tuple[int, int]]) -> None:
    n_words, stretches = laid_out(pieces)
    assert stretches_of(tags_of(n_words, stretches)) == stretches


@given(PIECES)
def test_certain_tags_are_chosen(pieces: list[tuple[int, int]]) -> None:
    n_words, stretches = laid_out(pieces)
    tags = tags_of(n_words, stretches)
    scores = np.full((n_words, N_TAGS), -9.0, np.float32)
    scores[np.arange(n_words), tags] = 0.0
    assert best_tags(scores) == tags


@given(st.integers(1, 12), st.integers(0, 2**32 - 1))
def test_chosen_tags_are_always_a_possible_row(n_words: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(n_words, N_TAGS)).astype(np.float32)
    tags = best_tags(scores)
    assert tags_of(n_words, stretches_of(tags)) == tags


def test_weak_word_inside_a_strong_stretch_joins_it() -> None:
    scores = np.full((3, N_TAGS), -5.0, np.float32)
    scores[[0, 1, 2], [9, OUTSIDE, 11]] = -0.1
    scores[1, 10] = -2.0
    assert best_tags(scores) == [9, 10, 11]


def test_no_words_have_no_tags() -> None:
    assert best_tags(np.zeros((0, N_TAGS), np.float32)) == []


def test_probability_of_a_role_is_that_of_its_four_tags() -> None:
    probabilities = np.zeros((1, N_TAGS), np.float32)
    probabilities[0, [OUTSIDE, 5, 6, 12]] = 0.25
    assert role_probabilities(probabilities).tolist() == [[0.0, 0.5, 0.25]]
