"""The learned quote tagger at run time: a text in, speakers, cues and contents with their links out.

The model is a small encoder that was trained with `training/quotes.py`; docs/quote-model.md is its card.
It reads windows of whole paragraphs one at a time, in one thread.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from copydesk.quotes.subwords import load_tokenizer, packed, read_subwords
from copydesk.quotes.tags import OUTSIDE, ROLES, best_tags, role_probabilities, stretches_of
from copydesk.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray
    from onnxruntime import InferenceSession

    from copydesk.quotes.subwords import Subwords
    from copydesk.quotes.tags import Stretch

    Numbers = NDArray[np.float32]
    Window = tuple[int, int]

MODELS = Path(__file__).parent / "models"
TOKENIZER_FILE = "quotes_tokenizer.json"
MODEL_FILE = "quotes.onnx"
_OPENING_SIGN, _CLOSING_SIGN = 101, 102
_SPEAKER, _CUE, _CONTENT = range(len(ROLES))
_CUE_OF, _SPEAKER_OF = range(2)
# Weaker links than this say nothing.
_MIN_LINK = 0.05
# Added to the logarithm of the probability that a word has no role: below zero more is found.
_OUTSIDE_BIAS = 0.0


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """A stretch of text with a role, and how likely its words have it, 0 to 1."""

    span: Span
    probability: float


@dataclass(frozen=True, slots=True)
class Link:
    """From a content to a cue, or from a cue to a speaker: their positions, and how likely, 0 to 1.

    `to_part` is None for a cue whose speaker the text does not name.
    """

    from_part: int
    to_part: int | None
    probability: float


@dataclass(frozen=True, slots=True)
class Tagged:
    """What the tagger sees in an article.

    Attributes:
        speakers, cues, contents: The parts of each role, in the order of the text; none overlap.
        cue_of: Links from contents to cues.
        speaker_of: Links from cues to speakers.
    """

    speakers: tuple[Part, ...]
    cues: tuple[Part, ...]
    contents: tuple[Part, ...]
    cue_of: tuple[Link, ...]
    speaker_of: tuple[Link, ...]


def tagger_is_available() -> bool:
    """Whether the model's files are there; without them quotes are found by rules."""
    return (MODELS / MODEL_FILE).is_file() and (MODELS / TOKENIZER_FILE).is_file()


def tag_text(text: str, paragraphs: Iterable[Span]) -> Tagged:
    """Find the parts of quotes in an article, and what belongs to what."""
    subwords = read_subwords(text, paragraphs, load_tokenizer(MODELS / TOKENIZER_FILE))
    found = [_tagged(subwords, window, *_scores(subwords, window)) for window in packed(subwords)]
    return _joined(found)


def _scores(subwords: Subwords, window: Window) -> tuple[Numbers, Numbers]:
    """Run the model on a window: logits of the tags of its subwords, and of the links between them."""
    start, end = window
    ids = np.full((1, end - start + 2), _CLOSING_SIGN, np.int64)
    ids[0, 0] = _OPENING_SIGN
    ids[0, 1:-1] = subwords.ids[start:end]
    shapes = np.zeros_like(ids)
    shapes[0, 1:-1] = subwords.shapes[start:end]
    given = {"ids": ids, "shapes": shapes, "mask": np.ones_like(ids)}
    tags, links = _session(MODELS / MODEL_FILE).run(["tags", "links"], given)
    return tags[0], links[0]


@cache
def _session(file: Path) -> InferenceSession:
    """Load the model, once a process."""
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    # The pipeline runs one process a core; threads of their own would only wait for each other.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return InferenceSession(str(file), options, providers=["CPUExecutionProvider"])


def _tagged(subwords: Subwords, window: Window, tags: Numbers, links: Numbers) -> Tagged:
    """Decode the scores of a window."""
    start, end = window
    firsts = np.flatnonzero(subwords.begins_word[start:end])
    probabilities = _softmax(tags[firsts + 1])
    surprises = np.log(probabilities + 1e-9)
    surprises[:, OUTSIDE] += _OUTSIDE_BIAS
    by_role: list[list[Stretch]] = [[] for _ in ROLES]
    for stretch in stretches_of(best_tags(surprises)):
        by_role[stretch.role].append(stretch)
    roles = role_probabilities(probabilities)
    bounds = np.append(firsts, end - start) + start
    parts = [tuple(_part(subwords, bounds, roles, stretch) for stretch in of_role) for of_role in by_role]
    places = np.append(firsts, end - start) + 1
    return Tagged(
        *parts,
        _links(links[_CUE_OF], places, by_role[_CONTENT], by_role[_CUE]),
        _links(links[_SPEAKER_OF], places, by_role[_CUE], by_role[_SPEAKER]),
    )


def _part(subwords: Subwords, bounds: NDArray[np.int64], roles: Numbers, stretch: Stretch) -> Part:
    span = Span(int(subwords.starts[bounds[stretch.start]]), int(subwords.ends[bounds[stretch.end] - 1]))
    return Part(span, float(roles[stretch.start : stretch.end, stretch.role].mean()))


def _links(
    scores: Numbers, places: NDArray[np.int64], from_stretches: list[Stretch], to_stretches: list[Stretch]
) -> tuple[Link, ...]:
    """The likely links between the stretches of two roles.

    Args:
        scores: Logits, subwords x subwords, the opening sign being the end of links to nowhere.
        places: Where the words begin among the subwords, and where the last one ends.
        from_stretches: Where links start.
        to_stretches: Where they may end.
    """
    found: list[Link] = []
    for number, stretch in enumerate(from_stretches):
        chance = _softmax(scores[places[stretch.start : stretch.end]]).mean(0)
        found.append(Link(number, None, float(chance[0])))
        for other, end in enumerate(to_stretches):
            found.append(Link(number, other, float(chance[places[end.start] : places[end.end]].sum())))
    return tuple(link for link in found if link.probability >= _MIN_LINK)


def _softmax(scores: Numbers) -> Numbers:
    raised: Numbers = np.exp(scores - scores.max(-1, keepdims=True))
    return raised / raised.sum(-1, keepdims=True)


def _joined(windows: list[Tagged]) -> Tagged:
    """The windows of an article as one, the positions in links counted on."""
    cue_of: list[Link] = []
    speaker_of: list[Link] = []
    n_speakers = n_cues = n_contents = 0
    for window in windows:
        cue_of += (_moved(link, n_contents, n_cues) for link in window.cue_of)
        speaker_of += (_moved(link, n_cues, n_speakers) for link in window.speaker_of)
        n_speakers += len(window.speakers)
        n_cues += len(window.cues)
        n_contents += len(window.contents)
    return Tagged(
        tuple(part for window in windows for part in window.speakers),
        tuple(part for window in windows for part in window.cues),
        tuple(part for window in windows for part in window.contents),
        tuple(cue_of),
        tuple(speaker_of),
    )


def _moved(link: Link, n_from: int, n_to: int) -> Link:
    to_part = None if link.to_part is None else link.to_part + n_to
    return Link(link.from_part + n_from, to_part, link.probability)
