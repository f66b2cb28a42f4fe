"""Networks learn from pages: which words they get to know, what is written, and that they do learn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from copydesk.cleaning.line_features import N_WORDS, SPECIAL_WORDS
from copydesk.cleaning.line_model import load_line_model
from copydesk.cleaning.page_words import hash_of

pytest.importorskip("torch", reason="only who trains the models has PyTorch")

from training.line_examples import Example, Gold
from training.line_learning import Schedule, trained_arrays
from training.line_network import Size
from training.word_vectors import WordVectors

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

EVERYWHERE = frozenset({"a.example", "b.example", "c.example"})
WORDS: dict[str, frozenset[str]] = {
    "rare": frozenset({"a.example"}),
    "ferry": EVERYWHERE,
    "quay": frozenset({"c.example"}),
    "share": EVERYWHERE,
    "harbour": frozenset(),
}
VECTORS = WordVectors(2, {"quay": np.ones(2, np.float32), "ferry": np.full(2, 2, np.float32)})
N_LINES = 6


def _example(site: str) -> Example:
    body = np.array([0, 0, 1, 1, 1, 0], np.float32)
    numbers = np.column_stack((body, 1 - body, np.arange(N_LINES) / N_LINES)).astype(np.float32)
    return Example(
        site=site,
        numbers=numbers,
        evidence=np.zeros((N_LINES, 2), np.float32),
        words=np.arange(N_LINES * N_WORDS).reshape(N_LINES, N_WORDS).astype(np.int32)
        % (len(SPECIAL_WORDS) + len(WORDS)),
        body=body,
        title=np.zeros(N_LINES, np.float32),
        byline=np.zeros(N_LINES, np.float32),
        n_words=np.full(N_LINES, 9, np.float32),
        is_reshaped=False,
    )


def _arrays(held_out: frozenset[str] = frozenset(), n_epochs: int = 1) -> Mapping[str, np.ndarray]:
    gold = Gold(
        tuple(_example(site) for site in sorted(EVERYWHERE)),
        (*SPECIAL_WORDS, *WORDS),
        (*(EVERYWHERE for _ in SPECIAL_WORDS), *WORDS.values()),
    )
    schedule = Schedule(
        rate=0.03, n_epochs=n_epochs, min_sites=2, n_networks=2, batch_pages=1, size=Size(width=8, n_layers=3)
    )
    return trained_arrays(gold, schedule, held_out, VECTORS)


def _words(arrays: Mapping[str, np.ndarray]) -> list[str]:
    return bytes(arrays["vocabulary"]).decode().split("\n")


def test_learned_words_come_first_and_then_those_with_a_vector_only() -> None:
    arrays = _arrays()
    assert _words(arrays) == ["ferry", "share", "quay"]
    assert arrays["words"].shape[:2] == (2, len(SPECIAL_WORDS) + 2)
    assert arrays["vectors"].tolist() == [[0, 0]] * len(SPECIAL_WORDS) + [[2, 2], [0, 0], [1, 1]]


def test_words_are_counted_without_the_sites_held_out() -> None:
    assert _words(_arrays(held_out=frozenset({"a.example", "b.example"}))) == ["ferry", "quay"]


def test_networks_begin_and_learn_differently() -> None:
    first, second = _arrays()["line_weight"]
    assert not np.array_equal(first, second)


def test_the_same_seed_gives_the_same_weights() -> None:
    one, other = _arrays(), _arrays()
    assert [name for name in one if not np.array_equal(one[name], other[name])] == []


def test_loss_falls_while_they_learn(capsys: pytest.CaptureFixture[str]) -> None:
    _arrays(n_epochs=30)
    losses = [float(line.split()[-1]) for line in capsys.readouterr().err.splitlines()]
    for of_network in (losses[:30], losses[30:]):
        assert np.mean(of_network[-10:]) < 0.8 * np.mean(of_network[:10])


def test_written_arrays_are_a_model(tmp_path: Path) -> None:
    np.savez_compressed(tmp_path / "learned.npz", allow_pickle=False, **_arrays())
    model = load_line_model(tmp_path, "learned.npz")
    assert model.vocabulary.find(np.array([hash_of("quay")], np.uint64), unknown=-1).tolist() == [2]
    assert model.weights["vectors"].shape == (len(SPECIAL_WORDS) + 3, VECTORS.width)
