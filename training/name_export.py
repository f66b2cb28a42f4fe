"""The trained name tagger as the file that ships: ONNX, the matrices of its layers in eight bits."""

from __future__ import annotations

import warnings
from functools import partial
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

from copydesk.entities.word_features import N_FEATURES
from training.quote_export import write_in_eight_bits
from training.quote_network import WIDTH

if TYPE_CHECKING:
    from pathlib import Path

    from training.name_network import NameNetwork

_OPSET = 17
_KEPT_EXACT = ("/told/", "/told_again/", "/tags/", "/labels/")


class _AtRunTime(nn.Module):
    """One window at a time, nothing padded, no scores of silver tags."""

    def __init__(self, network: NameNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, states: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        tags, _, labels = self.network(states, features, torch.ones_like(states[..., 0]))
        return tags, labels


def export_names(network: NameNetwork, file: Path) -> None:
    """Write a network as ONNX with eight-bit weights; activations are quantised as they come."""
    write_in_eight_bits(partial(write_exact_names, network), file, _KEPT_EXACT)


def write_exact_names(network: NameNetwork, file: Path) -> None:
    """Write a network as ONNX in 32 bits."""
    network.eval()
    inputs = (torch.rand(1, 24, WIDTH), torch.zeros(1, 24, N_FEATURES))
    with warnings.catch_warnings():
        # As with the quote tagger: the new exporter needs two more packages.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            _AtRunTime(network).eval(),
            inputs,
            str(file),
            input_names=("states", "features"),
            output_names=("tags", "labels"),
            dynamic_axes={name: {1: "subwords"} for name in ("states", "features", "tags", "labels")},
            opset_version=_OPSET,
            dynamo=False,
        )
