"""How the line model learns: what it is rewarded for, in which order, and how often."""

from __future__ import annotations

import copy
import math
import random
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy, binary_cross_entropy_with_logits

from copydesk.cleaning.line_features import N_WORDS, SPECIAL_WORDS, UNKNOWN
from training.line_network import LineNetwork, Size, arrays_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from copydesk.cleaning.line_features import Numbers
    from training.line_examples import Example, Gold
    from training.word_vectors import WordVectors

MAX_PAGE_LINES = 700
MAX_BATCH_LINES = 6_000
MAX_LINE_WEIGHT = 80
# A title is one line of a hundred; what it weighs makes up for some of that.
_RARE_LABEL_WEIGHT = 8.0


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how fast to learn.

    Attributes:
        n_epochs: How often every page is seen.
        batch_pages: Pages a step, at most.
        rate: The highest learning rate; it falls along a cosine.
        weight_decay: The pull of all weights towards zero.
        averaging: The share of the averaged weights that a step keeps; the average is the model.
        min_sites: A word must stand on pages of so many sites to be told from unknown ones.
        thinned_share: Of how many pages some of the junk is left out.
        gapped_share: Of how many others some lines of any kind are.
        reshaped_share: Of how many of the pages in other shapes are seen each time.
        n_networks: How many networks learn, each from a beginning and in an order of its own.
    """

    n_epochs: int
    batch_pages: int = 16
    rate: float = 3e-3
    weight_decay: float = 0.1
    averaging: float = 0.995
    min_sites: int = 20
    thinned_share: float = 0.25
    gapped_share: float = 0.4
    reshaped_share: float = 0.2
    n_networks: int = 1
    seed: int = 0
    size: Size = field(default_factory=Size)


@dataclass(frozen=True, slots=True)
class _Batch:
    numbers: Tensor
    evidence: Tensor
    words: Tensor
    mask: Tensor
    labels: Tensor
    n_words: Tensor


def trained_arrays(
    gold: Gold, schedule: Schedule, held_out: frozenset[str], vectors: WordVectors
) -> Mapping[str, np.ndarray]:
    """Train networks on all sites but those held out, and give their weights as arrays."""
    torch.set_num_threads(1)
    examples = [example for example in gold.examples if example.site not in held_out]
    vocabulary = _Vocabulary.of(gold, held_out, schedule.min_sites, vectors)
    every = np.concatenate([example.numbers for example in examples if not example.is_reshaped])
    mean, deviation = every.mean(axis=0), every.std(axis=0) + 1e-3
    inputs = _Inputs(mean, deviation, vocabulary.new_ids)
    networks = []
    for no in range(schedule.n_networks):
        random.seed(schedule.seed + no)
        torch.manual_seed(schedule.seed + no)
        network = LineNetwork(
            schedule.size,
            vocabulary.n_learned,
            every.shape[1],
            examples[0].evidence.shape[1],
            torch.from_numpy(vocabulary.vectors),
        )
        networks.append(_learn(network, examples, schedule, inputs))
    return arrays_of(networks, mean, deviation, vocabulary.words)


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """The words of a model: those that it learns, then others of which it has only a vector.

    Attributes:
        words: All of them.
        n_learned: How many of them it learns.
        vectors: Their vectors, words x width; zeros for those that have none.
        new_ids: Their ids, by the ids that the gold has for them.
    """

    words: tuple[str, ...]
    n_learned: int
    vectors: np.ndarray
    new_ids: np.ndarray

    @classmethod
    def of(cls, gold: Gold, held_out: frozenset[str], min_sites: int, vectors: WordVectors) -> _Vocabulary:
        """The vocabulary for training without some sites."""
        is_learned = np.array(
            [
                no < len(SPECIAL_WORDS) or len(sites - held_out) >= min_sites
                for no, sites in enumerate(gold.sites)
            ]
        )
        has_vector = np.array([word in vectors.by_word for word in gold.vocabulary])
        kept = np.concatenate((is_learned.nonzero()[0], (has_vector & ~is_learned).nonzero()[0]))
        new_ids = np.full(len(gold.vocabulary), UNKNOWN)
        new_ids[kept] = np.arange(len(kept))
        words = tuple(gold.vocabulary[no] for no in kept)
        nothing = np.zeros(vectors.width, np.float32)
        known = np.array([vectors.by_word.get(word, nothing) for word in words], np.float32)
        return cls(words, int(is_learned.sum()), known.reshape(len(words), vectors.width), new_ids)


@dataclass(frozen=True, slots=True)
class _Inputs:
    """What turns an example into inputs of the network."""

    mean: Numbers
    deviation: Numbers
    new_ids: np.ndarray

    def batch(self, pages: Sequence[tuple[Example, np.ndarray]]) -> _Batch:
        n_lines = max(len(lines) for _, lines in pages)
        example = pages[0][0]
        numbers = np.zeros((len(pages), n_lines, example.numbers.shape[1]), np.float32)
        evidence = np.zeros((len(pages), n_lines, example.evidence.shape[1]), np.float32)
        words = np.zeros((len(pages), n_lines, N_WORDS), np.int64)
        labels = np.zeros((len(pages), n_lines, 3), np.float32)
        mask, n_words = np.zeros((2, len(pages), n_lines), np.float32)
        for no, (page, lines) in enumerate(pages):
            end = len(lines)
            numbers[no, :end] = np.clip((page.numbers[lines] - self.mean) / self.deviation, -5, 5)
            evidence[no, :end] = page.evidence[lines]
            words[no, :end] = self.new_ids[page.words[lines]]
            labels[no, :end] = np.column_stack((page.body, page.title, page.byline))[lines]
            mask[no, :end] = 1
            n_words[no, :end] = page.n_words[lines]
        return _Batch(*map(torch.from_numpy, (numbers, evidence, words, mask, labels, n_words)))


def _learn(
    network: LineNetwork, examples: Sequence[Example], schedule: Schedule, inputs: _Inputs
) -> LineNetwork:
    """Train the network; the average of its weights over the last steps is the result."""
    averaged = copy.deepcopy(network)
    averaged.eval()
    optimizer = torch.optim.AdamW(network.parameters(), weight_decay=schedule.weight_decay)
    n_steps = schedule.n_epochs * len(list(_batches(examples, schedule)))
    step = 0
    for epoch in range(schedule.n_epochs):
        network.train()
        losses = []
        for pages in _batches(examples, schedule):
            for group in optimizer.param_groups:
                group["lr"] = schedule.rate * _rate_share(step, n_steps)
            loss = _loss(network, inputs.batch(pages))
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            step += 1
            _average(averaged, network, min(schedule.averaging, step / (step + 9)))
            losses.append(loss.item())
        sys.stderr.write(f"epoch {epoch + 1} of {schedule.n_epochs}: loss {np.mean(losses):.4f}\n")
    return averaged


def _rate_share(step: int, n_steps: int) -> float:
    warm_up = min(1.0, (step + 1) / 100)
    return warm_up * (0.5 + 0.5 * math.cos(math.pi * min(1.0, step / n_steps)))


@torch.no_grad()
def _average(averaged: LineNetwork, network: LineNetwork, kept: float) -> None:
    for slow, quick in zip(averaged.parameters(), network.parameters(), strict=True):
        slow.mul_(kept).add_(quick, alpha=1 - kept)


def _loss(network: LineNetwork, batch: _Batch) -> Tensor:
    """What is to be made small: surprise at lines, by words and page by page, and 1 - F1 of the page."""
    logits, first_look = network(batch.numbers, batch.evidence, batch.words, batch.mask)
    body = batch.labels[..., 0]
    weight = batch.mask * (batch.n_words.clamp(0, MAX_LINE_WEIGHT) + 1.5)
    weight = weight / weight.sum(1, keepdim=True)
    surprise = binary_cross_entropy_with_logits(logits[..., 0], body, reduction="none")
    by_words = (surprise * weight).sum(1).mean()
    by_lines = (surprise * batch.mask).sum() / batch.mask.sum()
    first = binary_cross_entropy(first_look.clamp(1e-6, 1 - 1e-6), body, reduction="none")
    rare = binary_cross_entropy_with_logits(
        logits[..., 1:], batch.labels[..., 1:], reduction="none", pos_weight=torch.tensor(_RARE_LABEL_WEIGHT)
    )
    by_rare = (rare * batch.mask.unsqueeze(-1)).sum() / batch.mask.sum()
    return (
        by_words
        + 0.5 * by_lines
        + _lost_f1(logits[..., 0], body, batch)
        + 0.3 * (first * weight).sum(1).mean()
        + 0.3 * by_rare
    )


def _lost_f1(logits: Tensor, body: Tensor, batch: _Batch) -> Tensor:
    """1 - F1 over words with probabilities for decisions (Milletari et al., "V-Net", 2016: the Dice loss)."""
    words = batch.n_words * batch.mask
    chosen = torch.sigmoid(logits)
    right = (chosen * body * words).sum(1)
    return (1 - 2 * right / ((chosen * words).sum(1) + (body * words).sum(1) + 1)).mean()


def _batches(examples: Sequence[Example], schedule: Schedule) -> Iterator[list[tuple[Example, np.ndarray]]]:
    """Pages of about one length together, in random order, some with lines left out."""
    chosen = [
        example
        for example in examples
        if not example.is_reshaped or random.random() < schedule.reshaped_share
    ]
    pages = [page for example in chosen for page in _pieces(example, schedule)]
    random.shuffle(pages)
    pages.sort(key=lambda page: len(page[1]) + random.random() * 60)
    batches: list[list[tuple[Example, np.ndarray]]] = [[]]
    for page in pages:
        is_full = len(batches[-1]) >= schedule.batch_pages
        if batches[-1] and (is_full or len(page[1]) * (len(batches[-1]) + 1) > MAX_BATCH_LINES):
            batches.append([])
        batches[-1].append(page)
    random.shuffle(batches)
    yield from batches


def _pieces(example: Example, schedule: Schedule) -> Iterator[tuple[Example, np.ndarray]]:
    """A page, or pieces of a long one, as the numbers of the lines that are shown."""
    for start in range(0, len(example.body), MAX_PAGE_LINES):
        lines = np.arange(start, min(len(example.body), start + MAX_PAGE_LINES))
        draw = random.random()
        chance = np.array([random.random() for _ in lines])
        if draw < schedule.thinned_share:
            lines = lines[(example.body[lines] > 0.5) | (chance < random.random())]
        elif draw < schedule.thinned_share + schedule.gapped_share:
            lines = lines[chance > 0.3 * random.random()]
        if len(lines):
            yield example, lines
