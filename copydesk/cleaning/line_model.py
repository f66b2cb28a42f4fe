"""The learned line model: how likely each line of a page is text of the article, its title or byline.

It is the mean of a few small networks (`line_network.py`) that see the same features and were trained by
`training/lines.py` from different beginnings: together they are surer than each alone (Hansen and Salamon,
"Neural network ensembles", IEEE PAMI 12, 1990). The weights are plain arrays in a NumPy archive, read
without pickle.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from copydesk.cleaning.line_features import Numbers, line_features
from copydesk.cleaning.line_network import LineNetwork
from copydesk.cleaning.page_words import WordIndex

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager

    from threadpoolctl import ThreadpoolController

    from copydesk.cleaning.line_features import LineFeatures

MODELS = Path(__file__).parent / "models"
VOCABULARY = "vocabulary"
"""The one array of a model file that is no weight: the known words, one a line."""


@dataclass(frozen=True, slots=True)
class LineScores:
    """What the model makes of the lines of a page.

    Attributes:
        body, title, byline: A probability for each line.
        looks: What each line looks like, for what is told from looks alone.
    """

    body: Numbers
    title: Numbers
    byline: Numbers
    looks: LineFeatures


@dataclass(frozen=True, slots=True)
class LineModel:
    """Trained networks, and the vocabulary that they share."""

    vocabulary: WordIndex
    networks: tuple[LineNetwork, ...]

    def scores(self, lines: Sequence[str], follows_blank: Sequence[bool], evidence: Numbers) -> LineScores:
        """Score the lines of a page.

        Args:
            lines: The lines, stripped, in order; at least one.
            follows_blank: Whether a blank line stands above each.
            evidence: What else is known of each line, one row a line: the rule that knows it, its markup.
        """
        features = line_features(lines, follows_blank, self.vocabulary)
        with _one_thread():
            chosen = np.mean([network.probabilities(features, evidence) for network in self.networks], axis=0)
        return LineScores(chosen[:, 0], chosen[:, 1], chosen[:, 2], features)


def _one_thread() -> AbstractContextManager[object]:
    """Let products be computed in this thread alone.

    A page is so small that to wake other threads and to wait for them takes longer than its products.
    """
    one_thread: AbstractContextManager[object] = _thread_pools().limit(limits=1, user_api="blas")
    return one_thread


@cache
def _thread_pools() -> ThreadpoolController:
    # To look for the libraries takes milliseconds, to limit those found a few hundredths of one.
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


@cache
def load_line_model(folder: Path, name: str) -> LineModel:
    """Read a model file that `training/lines.py` wrote; it is read once a process.

    Its arrays are named by the number of the network that they belong to: `0.look_weight`.
    """
    weights: defaultdict[str, dict[str, Numbers]] = defaultdict(dict)
    with (folder / name).open("rb") as opened, np.load(opened, allow_pickle=False) as arrays:
        words = bytes(arrays[VOCABULARY]).decode().split("\n")
        for key in arrays.files:
            network, dot, array = key.partition(".")
            if dot:
                weights[network][array] = arrays[key].astype(np.float32)
    return LineModel(WordIndex(words), tuple(LineNetwork(of_network) for of_network in weights.values()))
