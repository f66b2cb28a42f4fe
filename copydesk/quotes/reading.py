"""An article as the encoder reads it: once, for the tags of quotes, their links, and the names.

The encoder is in the quote tagger's file; the name tagger goes on from the states inside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from copydesk.quotes.subwords import load_tokenizer, packed, read_subwords

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession

    from copydesk.quotes.subwords import Subwords
    from copydesk.spans import Span

    Numbers = NDArray[np.float32]
    Window = tuple[int, int]

MODELS = Path(__file__).parent / "models"
TOKENIZER_FILE = "quotes_tokenizer.json"
MODEL_FILE = "quotes.onnx"
OUTPUTS = ("tags", "links", "states")
_OPENING_SIGN, _CLOSING_SIGN = 101, 102


@dataclass(frozen=True, slots=True)
class WindowScores:
    """What the encoder makes of a window of subwords, its two signs at the ends counted.

    Attributes:
        start, end: The window, as a range of the article's subwords.
        tags: Logits of the tags of quotes, subwords x tags.
        links: Logits of the links between parts of quotes, kinds x subwords x subwords.
        states: The encoder's states half-way up, subwords x width.
    """

    start: int
    end: int
    tags: Numbers
    links: Numbers
    states: Numbers


@dataclass(frozen=True, slots=True)
class Reading:
    """An article's subwords, and what the encoder makes of its windows."""

    subwords: Subwords
    windows: tuple[WindowScores, ...]


def encoder_is_available() -> bool:
    """Whether the encoder's files are there."""
    return (MODELS / MODEL_FILE).is_file() and (MODELS / TOKENIZER_FILE).is_file()


# The names of an article are found right before its quotes; both need the same pass of the encoder.
@lru_cache(maxsize=1)
def read_article(text: str, paragraphs: tuple[Span, ...]) -> Reading:
    """Read an article, window by window, in one thread."""
    subwords = read_subwords(text, paragraphs, load_tokenizer(MODELS / TOKENIZER_FILE))
    return Reading(subwords, tuple(_scores(subwords, window) for window in packed(subwords)))


def _scores(subwords: Subwords, window: Window) -> WindowScores:
    start, end = window
    ids = np.full((1, end - start + 2), _CLOSING_SIGN, np.int64)
    ids[0, 0] = _OPENING_SIGN
    ids[0, 1:-1] = subwords.ids[start:end]
    shapes = np.zeros_like(ids)
    shapes[0, 1:-1] = subwords.shapes[start:end]
    given = {"ids": ids, "shapes": shapes, "mask": np.ones_like(ids)}
    tags, links, states = load_session(MODELS / MODEL_FILE).run(list(OUTPUTS), given)
    return WindowScores(start, end, tags[0], links[0], states[0])


@cache
def load_session(file: Path) -> InferenceSession:
    """Load a model, once a process."""
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    # The pipeline runs one process a core; threads of their own would only wait for each other.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
