"""The name tagger in PyTorch and the one that is exported give the same scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from copydesk.entities.word_features import N_FEATURES

if TYPE_CHECKING:
    from pathlib import Path

TOLERANCE = 1e-4


def test_exported_network_gives_the_same_scores(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch", reason="only who trains the models has PyTorch")
    pytest.importorskip("onnx", reason="only who trains the models has ONNX")
    from onnxruntime import InferenceSession

    from training.name_export import write_exact_names
    from training.name_network import NameNetwork
    from training.quote_network import WIDTH

    torch.manual_seed(0)
    network = NameNetwork()
    write_exact_names(network, tmp_path / "exact.onnx")
    chance = np.random.default_rng(0)
    states = chance.normal(size=(1, 40, WIDTH)).astype(np.float32)
    features = chance.integers(0, 2, (1, 40, N_FEATURES)).astype(np.float32)
    session = InferenceSession(str(tmp_path / "exact.onnx"))
    found = session.run(["tags", "labels"], {"states": states, "features": features})
    with torch.no_grad():
        mask = torch.ones(1, 40)
        tags, _, labels = network(torch.from_numpy(states), torch.from_numpy(features), mask)
    differences = [
        np.abs(one - other.numpy()).max() for one, other in zip(found, (tags, labels), strict=True)
    ]
    assert max(differences) < TOLERANCE
