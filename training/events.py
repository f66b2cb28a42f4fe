"""Whether a learned classifier tells the types of events better than the codebook alone.

    python -m training.events

It trains linear classifiers on the real sentences of PLV, over what the codebook reads in a sentence,
over the states of the quote tagger's encoder and over both, and prints how many sentences each gets right:
of PLV in five folds, near copies in one fold, and of the PLOVER records and our own sentences when it
learned from all of PLV. The last columns are about sentences in which the codebook finds nothing: how many
the classifier is sure of and right about, and of how many sentences without any event it is just as sure.
docs/event-model.md has the table, and what follows from it. The gold's folder is named by COPYDESK_GOLD;
PyTorch and ONNX are needed (`pip install -e '.[train]'`).
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch

from benchmarks.quality_gold import GoldDocument, read_documents
from schemas.codebook import TYPE_CODES
from training.event_examples import N_FOLDS, EventExample, near_copy_folds, read_example

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    Numbers = NDArray[np.float32]
    View = Callable[[EventExample], Numbers]

# The weight of the squared weights in the loss, and how large the numbers of the views become.
REGULARISATION = 1e-3
STATES_SCALE = 0.15
READINGS_SCALE = 2.0
# How sure a classifier must be to speak where the codebook is silent.
MIN_SURE = 0.5
_OURS = Path(__file__).parents[1] / "tests" / "quality"
# The 2016 draft's labels in the gold as those of the manual of 2021.
_TYPE_2021 = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
VIEWS: dict[str, View] = {
    "readings": lambda example: READINGS_SCALE * example.readings,
    "states": lambda example: STATES_SCALE * example.states,
    "both": lambda example: np.concatenate(
        [READINGS_SCALE * example.readings, STATES_SCALE * example.states]
    ),
}
_HEAD = """\
| | PLV | PLOVER | ours | silent, sure | right | false alarms |
|---|---:|---:|---:|---:|---:|---:|
"""


def main() -> int:
    """Print the table."""
    # A second thread waits for the first most of the time: the matrices are small.
    torch.set_num_threads(1)
    plv = [_yielding(example) for example in _gold("events/plv_train.jsonl.gz")]
    mean = np.mean([example.states for example in plv], axis=0)
    spread = np.std([example.states for example in plv], axis=0)
    others = {
        "PLOVER": _gold("events/plover_gsr_dev.jsonl"),
        "ours": [
            each for file in sorted((_OURS / "fresh_events").glob("*.jsonl")) for each in _gold(str(file))
        ],
    }
    without = _without_events()
    plv, without = _standardised(plv, mean, spread), _standardised(without, mean, spread)
    others = {name: _standardised(data, mean, spread) for name, data in others.items()}
    sys.stdout.write(_HEAD)
    first = [_share_right([each.found[:1] for each in data], data) for data in (plv, *others.values())]
    sys.stdout.write(f"| codebook | {' | '.join(f'{100 * share:.1f}' for share in first)} | – | – | – |\n")
    for name, view in VIEWS.items():
        shares = [_cross_validated(plv, view)]
        classifier = _trained(plv, view)
        shares += [_share_right(_types(classifier(data)), data) for data in others.values()]
        silent = [each for data in others.values() for each in data if not each.found]
        sure = _sure(classifier(silent), silent)
        alarms = _sure(classifier(without), without)
        right = sum(code in example.types for example, code in sure)
        cells = [*(f"{100 * share:.1f}" for share in shares), f"{len(sure)} of {len(silent)}", str(right)]
        sys.stdout.write(f"| {name} | {' | '.join(cells)} | {len(alarms)} of {len(without)} |\n")
    return 0


def _gold(file: str) -> list[EventExample]:
    return [
        read_example(document, (_TYPE_2021.get(event["type"], event["type"]) for event in events))
        for document in read_documents(file, "text")
        if (events := json.loads(document.line)["events"])
    ]


def _without_events() -> list[EventExample]:
    lines = [
        line
        for file in sorted((_OURS / "without_events").glob("*.txt"))
        for line in file.read_text("utf-8").splitlines()
    ]
    return [read_example(GoldDocument(str(no), line, None, "{}"), ()) for no, line in enumerate(lines)]


def _standardised(examples: Sequence[EventExample], mean: Numbers, spread: Numbers) -> list[EventExample]:
    return [replace(example, states=(example.states - mean) / spread) for example in examples]


def _yielding(example: EventExample) -> EventExample:
    """PLV has CONCEDE and RETREAT as one type."""
    found = tuple("RETREAT" if code == "CONCEDE" else code for code in example.found)
    return replace(example, found=found)


def _cross_validated(examples: Sequence[EventExample], view: View) -> float:
    folds = near_copy_folds(examples)
    right = 0.0
    for fold in range(N_FOLDS):
        seen = [each for each, its in zip(examples, folds, strict=True) if its != fold]
        unseen = [each for each, its in zip(examples, folds, strict=True) if its == fold]
        right += _share_right(_types(_trained(seen, view)(unseen)), unseen) * len(unseen)
    return right / len(examples)


def _trained(examples: Sequence[EventExample], view: View) -> Callable[[Sequence[EventExample]], Numbers]:
    """Learn from examples; what comes back gives others the probabilities of the types."""
    given = torch.tensor(np.stack([view(example) for example in examples]))
    wanted = torch.tensor([TYPE_CODES.index(example.types[0]) for example in examples])
    weights = torch.zeros(given.shape[1], len(TYPE_CODES), requires_grad=True)
    bias = torch.zeros(len(TYPE_CODES), requires_grad=True)
    optimizer = torch.optim.LBFGS([weights, bias], max_iter=60, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        surprise = torch.nn.functional.cross_entropy(given @ weights + bias, wanted)
        total = surprise + REGULARISATION * (weights**2).sum()
        total.backward()
        return total

    optimizer.step(loss)
    learned, offset = weights.detach().numpy(), bias.detach().numpy()

    def probabilities(unseen: Sequence[EventExample]) -> Numbers:
        scores = np.stack([view(each) for each in unseen]) @ learned + offset
        shares: Numbers = np.exp(scores - scores.max(1, keepdims=True))
        shares /= shares.sum(1, keepdims=True)
        return shares

    return probabilities


def _types(probabilities: Numbers) -> list[tuple[str, ...]]:
    return [(TYPE_CODES[best],) for best in probabilities.argmax(1)]


def _share_right(given: Sequence[tuple[str, ...]], examples: Sequence[EventExample]) -> float:
    return sum(bool(set(codes) & set(each.types)) for codes, each in zip(given, examples, strict=True)) / len(
        examples
    )


def _sure(probabilities: Numbers, examples: Sequence[EventExample]) -> list[tuple[EventExample, str]]:
    return [
        (example, TYPE_CODES[row.argmax()])
        for example, row in zip(examples, probabilities, strict=True)
        if row.max() >= MIN_SURE and not example.found
    ]


if __name__ == "__main__":
    sys.exit(main())
