"""The network that learns and the one that is used give the same probabilities."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from copydesk.cleaning.line_features import SPECIAL_WORDS, LineFeatures, line_features
from copydesk.cleaning.line_model import LineModel, load_line_model
from copydesk.cleaning.page_words import WordIndex, hash_of
from tests.unit.copydesk.cleaning.pages import ABOVE, BELOW, HEAD, PARAGRAPHS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from copydesk.cleaning.line_features import Numbers

VOCABULARY = (*SPECIAL_WORDS, "the", "ferries", "home", "said", ".", "news", "privacy", "€")
# Of the last words there is a vector only.
N_LEARNED = len(VOCABULARY) - 3
PAGES = {
    "one line": PARAGRAPHS[:1],
    "fewer lines than are seen around": (*HEAD, *PARAGRAPHS),
    "whole page": (*ABOVE, *HEAD, *PARAGRAPHS, *BELOW),
    "long page": (*ABOVE, *HEAD, *PARAGRAPHS, *BELOW) * 8,
    "empty lines": ("", *PARAGRAPHS, ""),
}
# The weights are written in half precision.
TOLERANCE = 2e-2


def _features(lines: tuple[str, ...]) -> LineFeatures:
    return line_features(lines, [False] * len(lines), WordIndex(VOCABULARY[len(SPECIAL_WORDS) :]))


def _evidence(n_lines: int) -> Numbers:
    return np.eye(3, dtype=np.float32)[np.arange(n_lines) % 3]


def _trained(lines: tuple[str, ...]) -> tuple[Mapping[str, np.ndarray], Numbers]:
    """The arrays of two random networks, and their mean probabilities for the lines (lines x labels)."""
    torch = pytest.importorskip("torch", reason="only who trains the models has PyTorch")
    from training.line_network import LineNetwork, Size, arrays_of

    torch.manual_seed(0)
    features, evidence = _features(lines), _evidence(len(lines))
    numbers = _features(PAGES["whole page"]).numbers
    mean, deviation = numbers.mean(axis=0), numbers.std(axis=0) + 1e-3
    vectors = torch.randn(len(VOCABULARY), 6)
    size = Size(width=16, n_layers=3, summary_layer=1)
    networks = [
        LineNetwork(size, N_LEARNED, numbers.shape[1], evidence.shape[1], vectors).eval() for _ in range(2)
    ]
    arrays = arrays_of(networks, mean, deviation, VOCABULARY)
    given = np.clip((features.numbers - mean) / deviation, -5, 5)
    inputs = [torch.tensor(array)[None] for array in (given, evidence, features.words.astype(np.int64))]
    with torch.no_grad():
        logits = [network(*inputs, torch.ones(1, len(lines)))[0] for network in networks]
    return arrays, torch.sigmoid(torch.cat(logits)).mean(dim=0).numpy()


def _model(arrays: Mapping[str, np.ndarray], folder: Path) -> LineModel:
    np.savez_compressed(folder / "random.npz", allow_pickle=False, **arrays)
    return load_line_model(folder, "random.npz")


@pytest.mark.parametrize("lines", PAGES.values(), ids=PAGES)
def test_both_give_the_same_probabilities(lines: tuple[str, ...], tmp_path: Path) -> None:
    arrays, expected = _trained(lines)
    scores = _model(arrays, tmp_path).scores(lines, [False] * len(lines), _evidence(len(lines)))
    found = np.column_stack((scores.body, scores.title, scores.byline))
    assert np.abs(found - expected).max() < TOLERANCE


def test_vocabulary_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    arrays, _ = _trained(PARAGRAPHS)
    words = VOCABULARY[len(SPECIAL_WORDS) :]
    hashes = np.array([hash_of(word) for word in words], np.uint64)
    assert _model(arrays, tmp_path).vocabulary.find(hashes, unknown=-1).tolist() == [*range(len(words))]


def test_arrays_need_no_pickle_and_take_two_bytes_a_weight() -> None:
    arrays, _ = _trained(PARAGRAPHS)
    assert {str(array.dtype) for array in arrays.values()} == {"float16", "int16", "uint8"}
