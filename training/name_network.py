"""The name tagger's network in PyTorch: it goes on where the quote tagger's encoder is half-way up.

The states behind the third of the encoder's layers come in, with what is known of every word; three more
layers, which start as copies of the encoder's own, look at them for names instead of quotes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

from copydesk.entities.name_tagger import FINE_LABELS, GROUPS
from copydesk.entities.word_features import N_FEATURES
from training.quote_network import WIDTH, EncoderLayer

if TYPE_CHECKING:
    from training.quote_network import QuoteNetwork

FIRST_LAYER = 3
"""The first of the encoder's layers that the name tagger has of its own."""
_N_LAYERS = 3
_FEATURES_WIDTH = 64
_LAST_WIDTH = 256
_DROPOUT = 0.1
N_NAME_TAGS = 1 + 4 * len(GROUPS)


class NameNetwork(nn.Module):
    """Scores the tags of subwords, twice, and their fine labels."""

    def __init__(self) -> None:
        super().__init__()
        self.told = nn.Linear(N_FEATURES, WIDTH, bias=False)
        nn.init.zeros_(self.told.weight)
        self.layers = nn.ModuleList(EncoderLayer() for _ in range(_N_LAYERS))
        self.drop = nn.Dropout(_DROPOUT)
        self.told_again = nn.Linear(N_FEATURES, _FEATURES_WIDTH)
        self.last = nn.Linear(WIDTH + _FEATURES_WIDTH, _LAST_WIDTH)
        self.tags = nn.Linear(_LAST_WIDTH, N_NAME_TAGS)
        self.silver_tags = nn.Linear(_LAST_WIDTH, N_NAME_TAGS)
        self.labels = nn.Linear(_LAST_WIDTH, len(FINE_LABELS))

    def forward(self, states: Tensor, features: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Score windows of subwords.

        Args:
            states: The encoder's, windows x subwords x WIDTH.
            features: What is known of the words, windows x subwords x N_FEATURES.
            mask: 1 for subwords, 0 for padding, windows x subwords.

        Returns:
            Logits of tags as people give them and as a language model does, and of fine labels.
        """
        seen = self.drop(states) + self.told(features)
        held = ((1 - mask) * -1e4)[:, None, None, :].to(seen.dtype)
        for layer in self.layers:
            seen = layer(seen, held)
        both = torch.cat([self.drop(seen), torch.relu(self.told_again(features))], -1)
        last = self.drop(nn.functional.gelu(self.last(both)))
        return self.tags(last), self.silver_tags(last), self.labels(last)


def start_from(network: NameNetwork, quotes: QuoteNetwork) -> None:
    """Start the layers as copies of the upper half of the quote tagger's."""
    for own, theirs in zip(network.layers, quotes.layers[FIRST_LAYER:], strict=True):
        own.load_state_dict(theirs.state_dict())
