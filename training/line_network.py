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
    from collections.abc import Mapping, Sequence

    from copydesk.cleaning.line_features import Numbers

LABELS = ("body", "title", "byline")
PLACES = (0, 1, 2, -2, -1)
ENDS = (0, 1, 2, 3, -3, -2, -1)
END_SHARE = 0.4
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
    vector_dropout: float = 0.3
    foreign_share: float = 0.05
    number_dropout: float = 0.1
    rule_dropout: float = 0.3


class LineNetwork(nn.Module):
    """Scores the lines of pages; see `copydesk.cleaning.line_model` for what the layers do."""

    vectors: Tensor

    def __init__(self, size: Size, n_words: int, n_numbers: int, n_evidence: int, vectors: Tensor) -> None:
        """Make a network that has learned nothing.

        Args:
            size: How wide it is, and what it is to forget.
            n_words: How many words it learns; the ids of others are higher.
            n_numbers: Features of a line.
            n_evidence: Columns of evidence of a line.
            vectors: What is known of every word beforehand, words x width.
        """
        super().__init__()
        width = size.width
        self.size = size
        self.words = nn.Embedding(n_words, size.word_width, padding_idx=NO_WORD)
        self.placed_words = nn.Embedding(n_words, size.placed_word_width, padding_idx=NO_WORD)
        for table in (self.words, self.placed_words):
            nn.init.normal_(table.weight, 0, 0.3)
        self.register_buffer("vectors", vectors)
        n_inputs = n_numbers + n_evidence + size.word_width + len(PLACES) * size.placed_word_width
        n_inputs += 2 * vectors.shape[1]
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
            numbers, evidence = self._spoilt(numbers, evidence)
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

    def _spoilt(self, numbers: Tensor, evidence: Tensor) -> tuple[Tensor, Tensor]:
        """The inputs with some of them forgotten, so that the network relies on none."""
        numbers = numbers * (torch.rand(numbers.shape) >= self.size.number_dropout)
        kept = torch.rand(evidence.shape[:-1]).unsqueeze(-1) >= self.size.rule_dropout
        return numbers, evidence * kept

    def _without_some(self, words: Tensor, share: float) -> Tensor:
        """The words with some unknown; on some pages all, as in another language: signs and numbers stay."""
        if not self.training:
            return words
        forgotten = (torch.rand(words.shape) < share) & (words != NO_WORD)
        forgotten |= (torch.rand(len(words), 1, 1) < self.size.foreign_share) & (words > NUMBER)
        return torch.where(forgotten, torch.full_like(words, UNKNOWN), words)

    def _line_vectors(self, numbers: Tensor, evidence: Tensor, words: Tensor) -> Tensor:
        learned = torch.where(words < self.words.num_embeddings, words, torch.full_like(words, UNKNOWN))
        learned = self._without_some(learned, self.size.word_dropout)
        n_words = (words != NO_WORD).sum(-1, keepdim=True).clamp(min=1)
        bag = self.words(learned).sum(-2) / n_words
        placed = self.placed_words(learned[..., list(PLACES)]).flatten(-2)
        vectors = self.vectors[self._without_some(words, self.size.vector_dropout)]
        ends = vectors[..., list(ENDS), :].sum(-2) * END_SHARE
        known = (vectors.sum(-2) / n_words.sqrt(), ends)
        wide = self.drop(torch.relu(self.look(torch.cat((numbers, evidence, bag, placed, *known), -1))))
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
    networks: Sequence[LineNetwork], mean: Numbers, deviation: Numbers, vocabulary: tuple[str, ...]
) -> Mapping[str, np.ndarray]:
    """The weights as `copydesk.cleaning.line_model` names them, half precision, and the vocabulary.

    Args:
        networks: Networks of one size; their weights lie side by side, on the first axis.
        mean: What the features are on average, for all networks.
        deviation: How far they are from it.
        vocabulary: The words that their embeddings stand for.
    """
    of_each = [_weights(network) for network in networks]
    arrays = {name: np.stack([weights[name] for weights in of_each]) for name in of_each[0]}
    halves = {
        name: np.ascontiguousarray(array, np.float16)
        for name, array in {**arrays, "mean": mean, "deviation": deviation}.items()
    }
    size = networks[0].size
    halves["vectors"] = networks[0].vectors.numpy().astype(np.float16)
    halves["n_layers"] = np.array(size.n_layers, np.int16)
    halves["summary_layer"] = np.array(size.summary_layer, np.int16)
    halves["vocabulary"] = np.frombuffer("\n".join(vocabulary[N_SPECIAL:]).encode(), np.uint8)
    return halves


def _weights(network: LineNetwork) -> Mapping[str, np.ndarray]:
    """The weights of one network, inputs x outputs."""
    arrays = {
        "words": network.words.weight.detach().numpy(),
        "placed_words": network.placed_words.weight.detach().numpy(),
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
        arrays[f"{name}_bias"] = layer.bias.detach().numpy()[None]
    for no, norm in enumerate(network.norms):
        arrays[f"norm_{no}_scale"] = norm.weight.detach().numpy()[None]
        arrays[f"norm_{no}_shift"] = norm.bias.detach().numpy()[None]
    return arrays
