"""The quote tagger in PyTorch and the one that is exported give the same scores."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

if TYPE_CHECKING:
    from pathlib import Path

TOLERANCE = 1e-4


def test_exported_network_gives_the_same_scores(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch", reason="only who trains the models has PyTorch")
    pytest.importorskip("onnx", reason="only who trains the models has ONNX")
    from onnxruntime import InferenceSession

    from training.quote_export import write_exact
    from training.quote_network import QuoteNetwork

    torch.manual_seed(0)
    network = QuoteNetwork()
    write_exact(network, tmp_path / "exact.onnx")
    ids = np.random.default_rng(0).integers(1_000, 20_000, (2, 40))
    mask = np.ones_like(ids)
    mask[1, 30:] = 0
    given = {"ids": ids, "shapes": ids % 8, "mask": mask}
    found = InferenceSession(str(tmp_path / "exact.onnx")).run(["tags", "links", "states"], given)
    seen: list[Any] = []
    network.layers[2].register_forward_hook(lambda _, __, states: seen.append(states))
    with torch.no_grad():
        expected = (*network(*map(torch.from_numpy, given.values())), *seen)
    assert [
        np.abs(one - other.numpy()).max() < TOLERANCE for one, other in zip(found, expected, strict=True)
    ] == [
        True,
        True,
        True,
    ]
