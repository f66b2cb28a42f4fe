"""How the name tagger learns: what it is rewarded for, from whose names, and how fast."""

from __future__ import annotations

import copy
import sys
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from copydesk.entities.word_features import hideable_columns
from copydesk.quotes.subwords import MAX_WINDOW, packed
from training.name_examples import NameExample, Source
from training.quote_examples import IGNORED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from training.name_network import NameNetwork

    Window = tuple[NameExample, int, int]

_MIN_WINDOW = 96
_POOL_WINDOWS = 240
_BATCH_SUBWORDS = 2_300
_RATE, _HEAD_RATE = 2e-4, 1e-3
_WARM_UP_STEPS = 60
_WEIGHT_DECAY = 0.01
_AVERAGING = 0.99
_MAX_GRADIENT = 1.0
# How often a text of each source is seen in an epoch; below one, that share of the texts.
_SHARES = {Source.GUM: 1.0, Source.CROSSNER: 4.0, Source.SILVER: 0.4}
# Tags by people, silver tags, fine labels.
_WEIGHTS = (1.0, 0.4, 0.3)
# So often the language model, or the word lists, say nothing of a window.
_HIDDEN_SHARE = 0.15
_REPORT_STEPS = 25


@dataclass(frozen=True, slots=True)
class NameBatch:
    """Padded windows; three rows of targets each."""

    states: Tensor
    features: Tensor
    mask: Tensor
    targets: Tensor


def train_names(
    network: NameNetwork, examples: Sequence[NameExample], n_epochs: float, seed: int
) -> NameNetwork:
    """Train a network, and give the moving average of its weights."""
    chance = np.random.default_rng(seed)
    averaged = copy.deepcopy(network)
    averaged.eval()
    optimizer = _optimizer(network)
    n_steps = int(n_epochs * sum(1 for _ in batches(examples, chance)))
    step = 0
    losses: list[Tensor] = []
    network.train()
    while step < n_steps:
        for batch in batches(examples, chance):
            share = min(1.0, (step + 1) / _WARM_UP_STEPS) * (1 - step / n_steps)
            losses.append(_take_step(network, batch, optimizer, share))
            _average(averaged, network, min(_AVERAGING, step / (step + 9)))
            step += 1
            if step % _REPORT_STEPS == 0:
                shown = float(torch.stack(losses[-_REPORT_STEPS:]).mean())
                sys.stderr.write(f"step {step} of {n_steps}: {shown:.4f}\n")
            if step == n_steps:
                break
    return averaged


def batches(examples: Sequence[NameExample], chance: np.random.Generator) -> Iterator[NameBatch]:
    """Windows of changing size, of about one length together, in random order."""
    windows = list(_windows(examples, chance))
    order = chance.permutation(len(windows))
    together: list[list[Window]] = []
    for start in range(0, len(order), _POOL_WINDOWS):
        pool = sorted(
            (windows[number] for number in order[start : start + _POOL_WINDOWS]),
            key=lambda window: window[2] - window[1],
        )
        together += _batched(pool)
    for number in chance.permutation(len(together)):
        yield batch_of(together[number], chance)


def _windows(examples: Sequence[NameExample], chance: np.random.Generator) -> Iterator[Window]:
    seen = defaultdict(list)
    for example in examples:
        seen[example.source].append(example)
    for source, of_source in seen.items():
        whole, part = divmod(_SHARES[source], 1)
        for example in of_source:
            for _ in range(int(whole) + (chance.random() < part)):
                size = int(chance.integers(_MIN_WINDOW, MAX_WINDOW + 1))
                yield from ((example, start, end) for start, end in packed(example.subwords, size))


def _batched(windows: Sequence[Window]) -> list[list[Window]]:
    result: list[list[Window]] = [[]]
    for window in windows:
        if result[-1] and (len(result[-1]) + 1) * (window[2] - window[1]) > _BATCH_SUBWORDS:
            result.append([])
        result[-1].append(window)
    return result


def batch_of(windows: Sequence[Window], chance: np.random.Generator) -> NameBatch:
    """Pad windows; now and then hide what is known of the words, so that the encoder is listened to."""
    length = max(end - start for _, start, end in windows)
    first = windows[0][0]
    states = np.zeros((len(windows), length, first.states.shape[1]), np.float32)
    features = np.zeros((len(windows), length, first.features.shape[1]), np.float32)
    mask = np.zeros((len(windows), length), np.float32)
    targets = np.full((len(windows), len(_WEIGHTS), length), IGNORED, np.int64)
    for row, (example, start, end) in enumerate(windows):
        size = end - start
        states[row, :size] = example.states[start:end]
        features[row, :size] = example.features[start:end]
        for columns in hideable_columns():
            if chance.random() < _HIDDEN_SHARE:
                features[row][:, columns] = 0
        mask[row, :size] = 1
        targets[row, int(example.source is Source.SILVER), :size] = example.tags[start:end]
        targets[row, 2, :size] = example.labels[start:end]
    return NameBatch(*map(torch.from_numpy, (states, features, mask, targets)))


def _take_step(
    network: NameNetwork, batch: NameBatch, optimizer: torch.optim.Optimizer, share: float
) -> Tensor:
    for group in optimizer.param_groups:
        group["lr"] = group["highest"] * share
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores = network(batch.states, batch.features, batch.mask)
    loss = torch.zeros(())
    for number, weight in enumerate(_WEIGHTS):
        targets = batch.targets[:, number].flatten()
        if bool((targets != IGNORED).any()):
            surprise = cross_entropy(scores[number].float().flatten(0, 1), targets, ignore_index=IGNORED)
            loss = loss + weight * surprise
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(network.parameters(), _MAX_GRADIENT)
    optimizer.step()
    return loss.detach()


@torch.no_grad()
def _average(averaged: NameNetwork, network: NameNetwork, kept: float) -> None:
    for slow, quick in zip(averaged.parameters(), network.parameters(), strict=True):
        slow.lerp_(quick, 1 - kept)


def _optimizer(network: NameNetwork) -> torch.optim.Optimizer:
    layers = list(network.layers.parameters())
    own = {id(weights) for weights in layers}
    new = [weights for weights in network.parameters() if id(weights) not in own]
    groups = [{"params": layers, "highest": _RATE}, {"params": new, "highest": _HEAD_RATE}]
    return torch.optim.AdamW(groups, lr=_RATE, weight_decay=_WEIGHT_DECAY)
