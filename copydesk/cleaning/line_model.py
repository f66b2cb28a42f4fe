"""The learned line model: how likely each line of a page is text of the article, its title or byline.

Small convolutional networks over the lines of a page, trained by `training/lines.py`. Each line sees the
thirty lines above and below it, and a summary of what a first look takes for the article and for the rest
(the idea of gated dilated convolutions: van den Oord et al., "WaveNet", 2016, arXiv:1609.03499; a page as
a sequence of lines: Leonhardt et al., "Boilerplate Removal using a Neural Sequence Labeling Model", WWW
2020 companion). A page's scores are the mean of what the networks say, which differ in how they began:
together they err less than each does (Hansen and Salamon, "Neural network ensembles", IEEE PAMI 12, 1990).
The weights are plain arrays in a NumPy archive, read without pickle.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from copydesk.cleaning.line_features import NO_WORD, UNKNOWN, Numbers, line_features
from copydesk.cleaning.page_words import WordIndex

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from contextlib import AbstractContextManager

    from threadpoolctl import ThreadpoolController

    from copydesk.cleaning.line_features import Ids, LineFeatures

MODELS = Path(__file__).parent / "models"
# Places in a line whose word is looked at by itself: the first three and the last two.
_PLACES = (0, 1, 2, -2, -1)
# Those whose vectors are also summed by themselves, and what the sum weighs.
_ENDS = (0, 1, 2, 3, -3, -2, -1)
_END_SHARE = np.float32(0.4)
# Lines whose words are looked up at once; a page of a hundred thousand lines must not take gigabytes.
_CHUNK_LINES = 4096


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
    """Trained networks of one size, computed side by side.

    Attributes:
        vocabulary: The words that they know: first those that they learned, then others that have a vector.
        weights: Their weights by name, networks x inputs x outputs; what all share has no such first axis.
    """

    vocabulary: WordIndex
    weights: Mapping[str, Numbers]

    def scores(self, lines: Sequence[str], follows_blank: Sequence[bool], evidence: Numbers) -> LineScores:
        """Score the lines of a page.

        Args:
            lines: The lines, stripped, in order; at least one.
            follows_blank: Whether a blank line stands above each.
            evidence: What else is known of each line, one row a line: the rule that knows it, its markup.
        """
        features = line_features(lines, follows_blank, self.vocabulary)
        with _one_thread():
            chosen = self._sigmoid(self._logits(self._inputs(features, evidence))).mean(axis=0)
        return LineScores(chosen[:, 0], chosen[:, 1], chosen[:, 2], features)

    def _inputs(self, features: LineFeatures, evidence: Numbers) -> Numbers:
        numbers = (features.numbers - self.weights["mean"]) / self.weights["deviation"]
        given = np.hstack((np.clip(numbers, -5, 5), evidence))
        parts = [
            self._line_vectors(
                given[start : start + _CHUNK_LINES], features.words[start : start + _CHUNK_LINES]
            )
            for start in range(0, len(given), _CHUNK_LINES)
        ]
        return np.concatenate(parts, axis=1)

    def _line_vectors(self, given: Numbers, words: Ids) -> Numbers:
        """What each line is by itself (networks x lines x width)."""
        tables = self.weights["words"], self.weights["placed_words"]
        n_networks, n_learned, _ = tables[0].shape
        n_lines = len(words)
        n_words = np.maximum(np.count_nonzero(words != NO_WORD, axis=1), 1)[:, None].astype(np.float32)
        learned = np.where(words < n_learned, words, UNKNOWN)
        # Sums over a middle axis, for which `sum` takes five times as long.
        bag = np.einsum("nlwv->nlv", tables[0].take(learned, axis=1)) / n_words
        placed = tables[1].take(learned[:, _PLACES], axis=1).reshape(n_networks, n_lines, -1)
        vectors = self.weights["vectors"].take(words, axis=0)
        ends = np.einsum("lwv->lv", vectors[:, _ENDS]) * _END_SHARE
        known = np.hstack((np.einsum("lwv->lv", vectors) / np.sqrt(n_words), ends))
        given = np.broadcast_to(given, (n_networks, *given.shape))
        known = np.broadcast_to(known, (n_networks, *known.shape))
        wide = np.concatenate((given, bag, placed, known), axis=-1)
        return self._relu(self._linear("line", self._relu(self._linear("look", wide))))

    def _logits(self, alone: Numbers) -> Numbers:
        """Let each line see its neighbours, near ones first (networks x lines x labels)."""
        seen = alone
        n_layers = int(self.weights["n_layers"])
        for layer in range(n_layers):
            seen = seen + self._neighbours(seen, layer)
            if layer == int(self.weights["summary_layer"]):
                seen = seen + self._summary(seen, alone)
        return self._linear("labels", np.concatenate((seen, alone), axis=-1))

    def _neighbours(self, seen: Numbers, layer: int) -> Numbers:
        """A gated convolution over a line and those 2**layer lines above and below it."""
        step, width = 2**layer, seen.shape[-1]
        beside = np.empty((*seen.shape[:-1], 3 * width), np.float32)
        above, normal, below = beside[..., :width], beside[..., width : 2 * width], beside[..., 2 * width :]
        normal[:] = self._normalised(seen, layer)
        above[:, :step], above[:, step:] = 0, normal[:, :-step]
        below[:, -step:], below[:, :-step] = 0, normal[:, step:]
        halves = self._linear(f"layer_{layer}", beside)
        # Half the value times 1 + tanh of half the gate: the value times the sigmoid of the gate.
        gated: Numbers = np.tanh(halves[..., width:])
        gated += 1
        gated *= halves[..., :width]
        return gated

    def _summary(self, seen: Numbers, alone: Numbers) -> Numbers:
        """What a first look takes for the article, and what for the rest, told to every line."""
        share = self._sigmoid(self._linear("first_look", np.concatenate((seen, alone), axis=-1)))
        of_rest = 1 - share
        article = (seen * share).sum(axis=1) / (share.sum(axis=1) + 0.1)
        rest = (seen * of_rest).sum(axis=1) / (of_rest.sum(axis=1) + 0.1)
        told = self._linear("summary", np.concatenate((article, rest), axis=-1)[:, None])
        return self._relu(self._linear("own", seen) + told)

    def _normalised(self, seen: Numbers, layer: int) -> Numbers:
        width = seen.shape[-1]
        # Products are quicker than the sums over short rows that they stand for.
        centred = seen - (seen @ np.full((width, 1), 1 / width, np.float32))
        scale = np.sqrt(np.einsum("nij,nij->ni", centred, centred) / np.float32(width) + np.float32(1e-5))
        centred /= scale[..., None]
        centred *= self.weights[f"norm_{layer}_scale"]
        centred += self.weights[f"norm_{layer}_shift"]
        return centred

    def _linear(self, name: str, values: Numbers) -> Numbers:
        product: Numbers = values @ self.weights[f"{name}_weight"]
        product += self.weights[f"{name}_bias"]
        return product

    @staticmethod
    def _relu(values: Numbers) -> Numbers:
        return np.maximum(values, np.float32(0), out=values)

    @staticmethod
    def _sigmoid(values: Numbers) -> Numbers:
        # The same curve as that of the exponential, without its overflow.
        curve: Numbers = np.tanh(values * np.float32(0.5))
        curve *= np.float32(0.5)
        curve += np.float32(0.5)
        return curve


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
    """Read a model file that `training/lines.py` wrote; it is read once a process."""
    with (folder / name).open("rb") as opened, np.load(opened, allow_pickle=False) as arrays:
        words = bytes(arrays["vocabulary"]).decode().split("\n")
        weights = {name: arrays[name].astype(np.float32) for name in arrays.files if name != "vocabulary"}
    for name in weights:
        # What a layer gives is wanted halved, see `_neighbours`.
        if name.startswith("layer_"):
            weights[name] *= np.float32(0.5)
    return LineModel(WordIndex(words), weights)
