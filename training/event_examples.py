"""Sentences with the type of their event, as a classifier of events sees them.

Two views of a sentence: what the codebook reads in it, and the states of the quote tagger's encoder.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.quality_predictions import GOLD_STATUSES, extraction_of
from copydesk.events.triggers import find_triggers
from copydesk.quotes.reading import MODEL_FILE, MODELS, TOKENIZER_FILE
from copydesk.quotes.subwords import load_tokenizer, read_subwords
from copydesk.spans import Span
from schemas.codebook import TYPE_CODES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray
    from onnxruntime import InferenceSession

    from benchmarks.quality_gold import GoldDocument
    from copydesk.records import Extraction

    Numbers = NDArray[np.float32]

# The output of the second of six layers, which tells types better than those above it.
STATES_OUTPUT = "/layers.1/norm/LayerNormalization_output_0"
_STATE_WIDTH = 384
_MAX_SUBWORDS = 250
_OPENING_SIGN, _CLOSING_SIGN = 101, 102
_NOTHING = len(TYPE_CODES)
N_FOLDS = 5
# Two sentences that share so many of the words of the shorter one are told from one another by no fold.
NEAR_COPY_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class EventExample:
    """One sentence.

    Attributes:
        name: Its name in the gold.
        types: The types of its events by the gold; empty where it tells none.
        found: The types that the codebook gives it, in the order of the text.
        readings: One number for every type: an event, a trigger, another reading of a trigger.
        states: The encoder's states: the mean of the sentence's subwords, and that of its verb or trigger.
        words: Its words, to tell near copies.
    """

    name: str
    types: tuple[str, ...]
    found: tuple[str, ...]
    readings: Numbers
    states: Numbers
    words: frozenset[str]


def read_example(document: GoldDocument, types: Iterable[str]) -> EventExample:
    """See a sentence as the classifier does."""
    extraction = extraction_of(document)
    found = tuple(event.event_type for event in extraction.events if event.status in GOLD_STATUSES)
    return EventExample(
        document.name,
        tuple(types),
        found,
        _readings(extraction, found),
        _states(document.text, _first_trigger(extraction)),
        frozenset(word for word in document.text.lower().split() if word.isalpha()),
    )


def near_copy_folds(examples: Sequence[EventExample]) -> list[int]:
    """Share examples out among the folds, those that are near copies of one another together."""
    groups: list[list[EventExample]] = []
    numbers = []
    for example in examples:
        number = next((no for no, group in enumerate(groups) if _is_near_copy(example, group)), len(groups))
        if number == len(groups):
            groups.append([])
        groups[number].append(example)
        numbers.append(number)
    return [number % N_FOLDS for number in numbers]


def _is_near_copy(example: EventExample, group: Sequence[EventExample]) -> bool:
    return any(
        len(example.words & other.words)
        >= NEAR_COPY_SHARE * max(1, min(len(example.words), len(other.words)))
        for other in group
    )


def _readings(extraction: Extraction, found: tuple[str, ...]) -> Numbers:
    triggers = [each for sentence in extraction.sentences for each in find_triggers(sentence)]
    others = [other for each in triggers for other in each.others]
    rows = np.zeros((3, _NOTHING + 1), np.float32)
    for row, codes in enumerate(
        (found, [each.event_type for each in triggers], [each.event_type for each in others])
    ):
        rows[row, [TYPE_CODES.index(code) for code in codes] or [_NOTHING]] = 1.0
    return rows.reshape(-1)


def _first_trigger(extraction: Extraction) -> int:
    """The offset of the first trigger, or of the first sentence's main word where there is none."""
    for sentence in extraction.sentences:
        for found in find_triggers(sentence):
            return sentence.tokens[found.head].start
    tokens = extraction.sentences[0].tokens
    return next(token.start for number, token in enumerate(tokens) if token.head == number)


def _states(text: str, trigger: int) -> Numbers:
    subwords = read_subwords(text, [Span(0, len(text))], load_tokenizer(MODELS / TOKENIZER_FILE))
    ids = [_OPENING_SIGN, *subwords.ids[:_MAX_SUBWORDS], _CLOSING_SIGN]
    shapes = [0, *subwords.shapes[:_MAX_SUBWORDS], 0]
    given = {"ids": np.array([ids]), "shapes": np.array([shapes]), "mask": np.ones((1, len(ids)), np.int64)}
    (states,) = _session().run([STATES_OUTPUT], given)
    inner = states[0, 1:-1]
    place = min(int(np.searchsorted(subwords.starts, trigger, side="right")) - 1, len(inner) - 1)
    both: Numbers = np.concatenate([inner.mean(0), inner[max(0, place)]])
    return both


@cache
def _session() -> InferenceSession:
    """The quote tagger's network with the states of a layer as an output, in one thread."""
    import onnx
    from onnxruntime import InferenceSession, SessionOptions

    model = onnx.load(str(MODELS / MODEL_FILE))
    shape = ["windows", "subwords", _STATE_WIDTH]
    output = onnx.helper.make_tensor_value_info(STATES_OUTPUT, onnx.TensorProto.FLOAT, shape)
    model.graph.output.append(output)
    options = SessionOptions()
    options.intra_op_num_threads = 1
    return InferenceSession(model.SerializeToString(), options)
