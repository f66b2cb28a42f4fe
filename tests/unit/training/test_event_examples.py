"""How sentences are shared out among folds."""

from __future__ import annotations

import numpy as np

from training.event_examples import N_FOLDS, EventExample, near_copy_folds


def _example(text: str) -> EventExample:
    nothing = np.zeros(1, np.float32)
    return EventExample(text, ("AID",), (), nothing, nothing, frozenset(text.split()))


def test_near_copies_share_a_fold() -> None:
    texts = ["ghana sent rice to togo", "peru met chile", "ghana sent wheat to togo"]
    first, other, copy = near_copy_folds([_example(text) for text in texts])
    assert first == copy
    assert first != other


def test_different_sentences_fill_all_folds() -> None:
    folds = near_copy_folds([_example(f"word{number}") for number in range(3 * N_FOLDS)])
    assert sorted(folds) == sorted(list(range(N_FOLDS)) * 3)
