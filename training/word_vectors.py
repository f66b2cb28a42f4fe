"""Short vectors of single words, from a sentence encoder: what the line model knows of rare words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import torch

from training.quote_network import QuoteNetwork, load_encoder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_BATCH = 512
# The vocabulary is in the order of frequency: the axes are those of the frequent words.
_FREQUENT = 8_000
_OPENING, _CLOSING = "[CLS]", "[SEP]"


@dataclass(frozen=True, slots=True)
class WordVectors:
    """Words with a vector each, all of one width; by default none."""

    width: int = 0
    by_word: Mapping[str, np.ndarray] = field(default_factory=dict)


def word_vectors(encoder: Path, width: int) -> WordVectors:
    """The whole words of an encoder's vocabulary, each with a vector.

    A word's vector is the mean over the encoder's states for the word alone, cut to the principal axes
    (as static vectors are distilled by Tulkens and van Dongen, "Model2Vec", 2024).

    Args:
        encoder: The weights, `model.safetensors`; `vocab.txt` lies beside it.
        width: The length of a vector.

    Raises:
        OSError: One of the files cannot be read.
    """
    pieces = (encoder.parent / "vocab.txt").read_text(encoding="utf-8").split("\n")
    words = {piece: no for no, piece in enumerate(pieces) if piece.isalpha() and len(piece) > 1}
    states = _states(encoder, list(words.values()), (pieces.index(_OPENING), pieces.index(_CLOSING)))
    centred = (states - states.mean(axis=0)).astype(np.float64)
    _, _, axes = np.linalg.svd(centred[:_FREQUENT], full_matrices=False)
    vectors = centred @ axes[:width].T
    vectors /= vectors.std(axis=0).mean()
    return WordVectors(width, dict(zip(words, vectors.astype(np.float32), strict=True)))


@torch.no_grad()
def _states(encoder: Path, pieces: list[int], around: tuple[int, int]) -> np.ndarray:
    """The mean of the encoder's last states for every piece alone (pieces x width)."""
    network = QuoteNetwork()
    load_encoder(network, encoder)
    network.eval()
    means = []
    for start in range(0, len(pieces), _BATCH):
        given = torch.tensor([[around[0], piece, around[1]] for piece in pieces[start : start + _BATCH]])
        states = network.norm(network.words(given) + network.positions(torch.arange(3)[None]))
        for layer in network.layers:
            states = layer(states, torch.zeros(len(given), 1, 1, 3))
        means.append(states.mean(dim=1))
    found: np.ndarray = torch.cat(means).numpy()
    return found
