"""The trained quote tagger as the file that ships: ONNX, its matrices and vocabulary in eight bits."""

from __future__ import annotations

import tempfile
import warnings
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import torch

from training.quote_network import WIDTH

if TYPE_CHECKING:
    from collections.abc import Callable

    from training.quote_network import QuoteNetwork

INPUTS = ("ids", "shapes", "mask")
OUTPUTS = ("tags", "links")
STATES = "states"
"""The output that the name tagger goes on from: the states behind the encoder's third layer."""
_STATES_IN_GRAPH = "/layers.2/norm/LayerNormalization_output_0"
_OPSET = 17
# The last layers are small, and their eight bits would cost more than they save.
_LAST_LAYERS = ("/tags/", "/from_ends/", "/to_ends/")


def export(network: QuoteNetwork, file: Path) -> None:
    """Write a network as ONNX with eight-bit weights; activations are quantised as they come."""
    write_in_eight_bits(partial(write_exact, network), file, _LAST_LAYERS)


def write_in_eight_bits(write: Callable[[Path], None], file: Path, kept: tuple[str, ...]) -> None:
    """Write an ONNX file with eight-bit weights.

    Args:
        write: Writes the network in 32 bits to a file that it is given.
        file: Where the one in eight bits goes.
        kept: Layers whose weights stay as they are.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

    with tempfile.TemporaryDirectory() as folder:
        exact = Path(folder) / "exact.onnx"
        write(exact)
        quantize_dynamic(
            exact,
            file,
            weight_type=QuantType.QInt8,
            per_channel=True,
            nodes_to_exclude=_nodes_of_layers(exact, kept),
            extra_options={"MatMulConstBOnly": True},
        )


def write_exact(network: QuoteNetwork, file: Path) -> None:
    """Write a network as ONNX in 32 bits."""
    network.eval()
    ids = torch.randint(1_000, 2_000, (2, 24))
    inputs = (ids, torch.zeros_like(ids), torch.ones_like(ids))
    axes = {name: {0: "windows", 1: "subwords"} for name in (*INPUTS, "tags")}
    axes["links"] = {0: "windows", 2: "subwords", 3: "subwords"}
    with warnings.catch_warnings():
        # The exporter that builds graphs by tracing is called old; the new one needs two more packages.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            network,
            inputs,
            str(file),
            input_names=INPUTS,
            output_names=OUTPUTS,
            dynamic_axes=axes,
            opset_version=_OPSET,
            dynamo=False,
        )
    _show_states(file)


def _show_states(file: Path) -> None:
    """Make the states inside the graph one of its outputs."""
    import onnx

    model = onnx.load(str(file))
    for node in model.graph.node:
        for names in (node.input, node.output):
            names[:] = [STATES if name == _STATES_IN_GRAPH else name for name in names]
    axes = ("windows", "subwords", WIDTH)
    model.graph.output.append(onnx.helper.make_tensor_value_info(STATES, onnx.TensorProto.FLOAT, axes))
    onnx.save(model, str(file))


def _nodes_of_layers(file: Path, layers: tuple[str, ...]) -> list[str]:
    """The names of the nodes of a graph that are in some layers."""
    import onnx

    nodes = onnx.load(str(file)).graph.node
    return [node.name for node in nodes if any(layer in node.name for layer in layers)]
