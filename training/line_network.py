"""The line model's network in PyTorch, and its weights as the arrays that `copydesk` reads.

The forward pass is written twice: here for training, in `copydesk/cleaning/line_model.py` in NumPy for
use. `tests/unit/training/test_line_network.py` holds the two together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor, nn

from copydesk.cleaning.line_features import NO_WORD, NUMBER, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from copydesk.cleaning.line_features import Numbers

LABELS = ("body", "title", "byline")
PLACES = (0, 1, 2, -2, -1)
N_SPECIAL = 4


@dataclass(frozen=True, slots=True)
class Size:
    """The sizes of a network, and how much of it is left out at random while it learns."""

    width: int = 64
    word_width: int = 16
    placed_word_width: int = 8
    n_layers: int = 5
    summary_layer: int = 2
    dropout: float = 0.4
    word_dropout: float = 0.5
    number_dropout: float = 0.1
    rule_dropout: float = 0.3


class LineNetwork(nn.Module):
    """Scores the lines of pages; see `copydesk.cleaning.line_model` for what the layers do."""

    def __init__(self, size: Size, n_words: int, n_numbers: int, n_evidence: int) -> None:
        super().__init__()
        width = size.width
        self.size = size
        self.words = nn.Embedding(n_words, size.word_width, padding_idx=NO_WORD)
        self.placed_words = nn.Embedding(n_words, size.placed_word_width, padding_idx=NO_WORD)
        for table in (self.words, self.placed_words):
            nn.init.normal_(table.weight, 0, 0.3)
        n_inputs = n_numbers + n_evidence + size.word_width + len(PLACES) * size.placed_word_width
        self.look = nn.Linear(n_inputs, 2 * width)
        self.line = nn.Linear(2 * width, width)
        self.layers = nn.ModuleList(nn.Linear(3 * width, 2 * width) for _ in range(size.n_layers))
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in range(size.n_layers))
        self.first_look = nn.Linear(2 * width, 1)
        self.summary = nn.Linear(2 * width, width)
        self.own = nn.Linear(width, width)
        self.labels = nn.Linear(2 * width, len(LABELS))
        self.drop = nn.Dropout(size.dropout)

    def forward(
        self, numbers: Tensor, evidence: Tensor, words: Tensor, mask: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Score pages of padded lines.

        Args:
            numbers: Standardised features, pages x lines x features.
            evidence: Pages x lines x columns.
            words: Ids of words, pages x lines x 24.
            mask: 1 for lines, 0 for padding, pages x lines.

        Returns:
            Logits, pages x lines x labels, and the probabilities of body at the first look.
        """
        if self.training:
            numbers, evidence, words = self._spoilt(numbers, evidence, words)
        held = mask.unsqueeze(-1)
        alone = self._line_vectors(numbers, evidence, words) * held
        seen, first = alone, mask
        for layer in range(self.size.n_layers):
            seen = (seen + self._neighbours(seen, held, layer)) * held
            if layer == self.size.summary_layer:
                share = torch.sigmoid(self.first_look(torch.cat((seen, alone), -1))) * held
                seen = (seen + self.drop(self._summary(seen, share, held))) * held
                first = share[..., 0]
        logits: Tensor = self.labels(torch.cat((seen, alone), -1))
        return logits, first

    def _spoilt(self, numbers: Tensor, evidence: Tensor, words: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """The inputs with some of them forgotten, so that the network relies on none."""
        size = self.size
        forgotten = (torch.rand(words.shape) < size.word_dropout) & (words != NO_WORD)
        words = torch.where(forgotten, torch.full_like(words, UNKNOWN), words)
        # Some pages as if they were in another language: signs and numbers, but no known word.
        foreign = (torch.rand(len(words), 1, 1) < 0.05) & (words > NUMBER)
        words = torch.where(foreign, torch.full_like(words, UNKNOWN), words)
        numbers = numbers * (torch.rand(numbers.shape) >= size.number_dropout)
        kept = torch.rand(evidence.shape[:-1]).unsqueeze(-1) >= size.rule_dropout
        return numbers, evidence * kept, words

    def _line_vectors(self, numbers: Tensor, evidence: Tensor, words: Tensor) -> Tensor:
        n_words = (words != NO_WORD).sum(-1, keepdim=True).clamp(min=1)
        bag = self.words(words).sum(-2) / n_words
        placed = self.placed_words(words[..., list(PLACES)]).flatten(-2)
        wide = self.drop(torch.relu(self.look(torch.cat((numbers, evidence, bag, placed), -1))))
        out: Tensor = self.drop(torch.relu(self.line(wide)))
        return out

    def _neighbours(self, seen: Tensor, held: Tensor, layer: int) -> Tensor:
        normal = self.norms[layer](seen) * held
        step = 2**layer
        padded = nn.functional.pad(normal, (0, 0, step, step))
        n_lines = normal.shape[1]
        around = torch.cat((padded[:, :n_lines], normal, padded[:, 2 * step :]), -1)
        value, gate = self.layers[layer](around).chunk(2, -1)
        out: Tensor = self.drop(value * torch.sigmoid(gate))
        return out

    def _summary(self, seen: Tensor, share: Tensor, held: Tensor) -> Tensor:
        article = (seen * share).sum(1) / (share.sum(1) + 0.1)
        rest = (seen * (held - share)).sum(1) / ((held - share).sum(1) + 0.1)
        told = self.summary(torch.cat((article, rest), -1)).unsqueeze(1)
        return torch.relu(self.own(seen) + told)


def arrays_of(
    network: LineNetwork, mean: Numbers, deviation: Numbers, vocabulary: tuple[str, ...]
) -> Mapping[str, np.ndarray]:
    """The weights as `copydesk.cleaning.line_model` names them, half precision, and the vocabulary."""
    arrays: dict[str, np.ndarray] = {
        "words": network.words.weight.detach().numpy(),
        "placed_words": network.placed_words.weight.detach().numpy(),
        "mean": mean,
        "deviation": deviation,
    }
    linear = {
        "look": network.look,
        "line": network.line,
        "first_look": network.first_look,
        "summary": network.summary,
        "own": network.own,
        "labels": network.labels,
        **{f"layer_{no}": layer for no, layer in enumerate(network.layers)},
    }
    for name, layer in linear.items():
        arrays[f"{name}_weight"] = layer.weight.detach().numpy().T
        arrays[f"{name}_bias"] = layer.bias.detach().numpy()
    for no, norm in enumerate(network.norms):
        arrays[f"norm_{no}_scale"] = norm.weight.detach().numpy()
        arrays[f"norm_{no}_shift"] = norm.bias.detach().numpy()
    halves = {name: np.ascontiguousarray(array, np.float16) for name, array in arrays.items()}
    halves["n_layers"] = np.array(network.size.n_layers, np.int16)
    halves["summary_layer"] = np.array(network.size.summary_layer, np.int16)
    halves["vocabulary"] = np.frombuffer("\n".join(vocabulary[N_SPECIAL:]).encode(), np.uint8)
    return halves
