"""How the quote tagger learns: what it is rewarded for, how fast, and what is kept when it is stopped."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from copydesk.quotes.reading import MODELS, TOKENIZER_FILE
from copydesk.quotes.subwords import load_tokenizer, number_of
from training.quote_examples import IGNORED, Marks, windows_of
from training.quote_network import LINKS, QuoteNetwork, load_encoder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from training.quote_examples import Example, Window

_LINK_WEIGHTS = (0.4, 0.4)
_POOL_WINDOWS = 240
_WARM_UP_STEPS = 80
_MAX_GRADIENT = 1.0
_SECONDS_A_MINUTE = 60
_REPORT_STEPS = 40
_RUN_FILE = "run.pt"


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how fast to learn.

    Attributes:
        n_epochs: How often every article is seen.
        max_minutes: The rate falls to zero by then, however few epochs that were.
        batch_subwords: Subwords a step, about, with padding.
        rate: The highest learning rate of the encoder; it falls to zero in a straight line.
        head_rate: That of the layers which are not pretrained.
        weight_decay: The pull of the encoder's matrices towards zero.
        averaging: The share of the averaged weights that a step keeps; the average is the model.
        checkpoints: How often a run is saved, a whole epoch being one.
    """

    n_epochs: float
    max_minutes: float
    batch_subwords: int = 2_300
    rate: float = 2e-4
    head_rate: float = 1e-3
    weight_decay: float = 0.01
    averaging: float = 0.997
    checkpoints: float = 0.5
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded windows with the encoder's signs at their ends."""

    ids: Tensor
    shapes: Tensor
    mask: Tensor
    targets: Tensor


def train(examples: Sequence[Example], schedule: Schedule, encoder: Path, folder: Path) -> QuoteNetwork:
    """Train a network; a run that was stopped goes on from what `folder` has of it."""
    torch.manual_seed(schedule.seed)
    network, averaged = QuoteNetwork(), QuoteNetwork()
    load_encoder(network, encoder)
    averaged.load_state_dict(network.state_dict())
    run = _Run(network, averaged.eval(), _optimizer(network, schedule), schedule, folder)
    run.resume()
    run.learn(examples)
    return averaged


def averaged_network(folder: Path) -> QuoteNetwork:
    """The network of a run, its weights averaged over the last steps."""
    network = QuoteNetwork()
    network.load_state_dict(torch.load(folder / _RUN_FILE)["averaged"])
    network.eval()
    return network


@torch.no_grad()
def losses_on(network: QuoteNetwork, examples: Sequence[Example]) -> dict[str, float]:
    """What a network gets wrong on articles, with a few words hidden as in training."""
    losses = [_losses(network, batch) for batch in batches(examples, Schedule(1, 1), 0)]
    return dict(zip(("tags", *LINKS), torch.stack(losses).mean(0).tolist(), strict=True))


class _Run:
    """A training run: the network, the average of its weights, and how far it is."""

    def __init__(
        self,
        network: QuoteNetwork,
        averaged: QuoteNetwork,
        optimizer: torch.optim.Optimizer,
        schedule: Schedule,
        folder: Path,
    ) -> None:
        self.network = network
        self.averaged = averaged
        self.optimizer = optimizer
        self.schedule = schedule
        self.file = folder / _RUN_FILE
        self.step = 0
        self.seconds = 0.0

    def resume(self) -> None:
        """Go on where the saved run was, if there is one."""
        if self.file.is_file():
            saved = torch.load(self.file)
            self.network.load_state_dict(saved["network"])
            self.averaged.load_state_dict(saved["averaged"])
            self.optimizer.load_state_dict(saved["optimizer"])
            self.step, self.seconds = saved["step"], saved["seconds"]
            _tell(f"resumed at step {self.step}")

    def save(self) -> None:
        """Write everything that a stopped run needs to go on."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        state = {
            "network": self.network.state_dict(),
            "averaged": self.averaged.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "step": self.step,
            "seconds": self.seconds,
        }
        torch.save(state, self.file.with_suffix(".new"))
        self.file.with_suffix(".new").replace(self.file)

    def learn(self, examples: Sequence[Example]) -> None:
        """Take steps until the schedule's end."""
        steps_an_epoch = sum(1 for _ in batches(examples, self.schedule, 0))
        n_steps = int(steps_an_epoch * self.schedule.n_epochs)
        every = int(steps_an_epoch * self.schedule.checkpoints)
        losses: list[Tensor] = []
        self.network.train()
        while self.step < n_steps and self.share_done(n_steps) < 1:
            for batch in batches(examples, self.schedule, self.step):
                started = time.monotonic()
                losses.append(self.take_step(batch, n_steps))
                self.step += 1
                self.seconds += time.monotonic() - started
                if self.step % _REPORT_STEPS == 0:
                    self.report(torch.stack(losses[-_REPORT_STEPS:]).mean(0), n_steps)
                if self.step % every == 0:
                    self.save()
                if self.step >= n_steps or self.share_done(n_steps) >= 1:
                    break
        self.save()

    def share_done(self, n_steps: int) -> float:
        """How far the run is, by steps or by time, whichever is more."""
        return max(self.step / n_steps, self.seconds / _SECONDS_A_MINUTE / self.schedule.max_minutes)

    def take_step(self, batch: Batch, n_steps: int) -> Tensor:
        """Learn from one batch and give its losses."""
        warm_up = min(1.0, (self.step + 1) / _WARM_UP_STEPS)
        for group in self.optimizer.param_groups:
            group["lr"] = group["highest"] * warm_up * max(0.0, 1 - self.share_done(n_steps))
        losses = _losses(self.network, batch)
        self.optimizer.zero_grad()
        losses.sum().backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), _MAX_GRADIENT)
        self.optimizer.step()
        self.average()
        return losses.detach()

    @torch.no_grad()
    def average(self) -> None:
        """Move the averaged weights a little towards those of now."""
        kept = min(self.schedule.averaging, self.step / (self.step + 9))
        for slow, quick in zip(self.averaged.parameters(), self.network.parameters(), strict=True):
            if quick.requires_grad:
                slow.lerp_(quick, 1 - kept)

    def report(self, losses: Tensor, n_steps: int) -> None:
        """Say how far the run is and what it gets wrong."""
        shown = " ".join(
            f"{name} {loss:.4f}" for name, loss in zip(("tags", *LINKS), losses.tolist(), strict=True)
        )
        _tell(f"step {self.step} of {n_steps}, {self.seconds / _SECONDS_A_MINUTE:.1f} minutes: {shown}")


def batches(examples: Sequence[Example], schedule: Schedule, step: int) -> Iterator[Batch]:
    """Windows of about one length together, in random order, the same for the same first step."""
    chance = np.random.default_rng((schedule.seed, step))
    marks = Marks.of(load_tokenizer(MODELS / TOKENIZER_FILE))
    windows = [window for example in examples for window in windows_of(example, chance, marks)]
    order = chance.permutation(len(windows))
    together: list[list[Window]] = []
    for start in range(0, len(order), _POOL_WINDOWS):
        pool = sorted(
            (windows[number] for number in order[start : start + _POOL_WINDOWS]),
            key=lambda window: len(window.ids),
        )
        together += _batched(pool, schedule.batch_subwords)
    for number in chance.permutation(len(together)):
        yield batch_of(together[number])


def _batched(windows: Sequence[Window], n_subwords: int) -> list[list[Window]]:
    result: list[list[Window]] = [[]]
    for window in windows:
        if result[-1] and (len(result[-1]) + 1) * (len(window.ids) + 2) > n_subwords:
            result.append([])
        result[-1].append(window)
    return result


def batch_of(windows: Sequence[Window]) -> Batch:
    """Pad windows and put the encoder's signs at their ends."""
    tokenizer = load_tokenizer(MODELS / TOKENIZER_FILE)
    length = max(len(window.ids) for window in windows) + 2
    ids, shapes, mask = np.zeros((3, len(windows), length), np.int64)
    targets = np.full((len(windows), 3, length), IGNORED, np.int64)
    for row, window in enumerate(windows):
        end = len(window.ids) + 1
        ids[row, 0], ids[row, end] = number_of(tokenizer, "[CLS]"), number_of(tokenizer, "[SEP]")
        ids[row, 1:end], shapes[row, 1:end] = window.ids, window.shapes
        targets[row, :, 1:end] = window.targets
        mask[row, : end + 1] = 1
    return Batch(*map(torch.from_numpy, (ids, shapes, mask, targets)))


def _losses(network: QuoteNetwork, batch: Batch) -> Tensor:
    """Surprise at the tags of words, at the cues of content and at the speakers of cues."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        tags, links = network(batch.ids, batch.shapes, batch.mask)
    losses = [cross_entropy(tags.float().flatten(0, 1), batch.targets[:, 0].flatten(), ignore_index=IGNORED)]
    for number, weight in enumerate(_LINK_WEIGHTS):
        targets = batch.targets[:, number + 1]
        judged = targets != IGNORED
        surprise = cross_entropy(links[:, number][judged].float(), targets[judged], reduction="sum")
        losses.append(weight * surprise / judged.sum().clamp(min=1))
    return torch.stack(losses)


def _optimizer(network: QuoteNetwork, schedule: Schedule) -> torch.optim.Optimizer:
    new = {"shapes", "tags", "from_ends", "to_ends"}
    groups: dict[str, list[nn.Parameter]] = {"new": [], "matrices": [], "rest": []}
    for name, weights in network.named_parameters():
        if weights.requires_grad:
            kind = "new" if name.split(".")[0] in new else "matrices" if weights.ndim > 1 else "rest"
            groups[kind].append(weights)
    return torch.optim.AdamW(
        [
            {"params": groups["new"], "highest": schedule.head_rate, "weight_decay": 0.0},
            {"params": groups["matrices"], "highest": schedule.rate, "weight_decay": schedule.weight_decay},
            {"params": groups["rest"], "highest": schedule.rate, "weight_decay": 0.0},
        ],
        lr=schedule.rate,
    )


def _tell(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()
