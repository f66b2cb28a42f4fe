"""The learned name tagger at run time: an article in, its names out, with how likely each is.

It goes on from the states of the encoder that tags quotes, and is told what the language model and the
word lists say of each word. It was trained with `training/names.py`; docs/name-model.md is its card.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from copydesk.entities.word_features import word_features
from copydesk.quotes.reading import encoder_is_available, load_session, read_article
from copydesk.quotes.tags import OUTSIDE, best_tags, role_probabilities, stretches_of
from copydesk.spans import Span
from schemas.vocabulary import MentionLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from copydesk.entities.word_features import Features
    from copydesk.quotes.reading import Reading, WindowScores
    from copydesk.records import Sentence

    Numbers = NDArray[np.float32]

MODELS = Path(__file__).parent / "models"
MODEL_FILE = "names.onnx"
FINE_LABELS = (
    MentionLabel.PERSON,
    MentionLabel.ORG,
    MentionLabel.GPE,
    MentionLabel.LOC,
    MentionLabel.FAC,
    MentionLabel.NORP,
    MentionLabel.EVENT,
    MentionLabel.PRODUCT,
    MentionLabel.WORK,
    MentionLabel.LAW,
)
"""The labels that the second of the tagger's outputs tells apart, in the order of its columns."""
PLACES = frozenset({MentionLabel.GPE, MentionLabel.LOC, MentionLabel.FAC})
GROUPS = (
    frozenset({MentionLabel.PERSON}),
    frozenset({MentionLabel.ORG}),
    PLACES,
    frozenset(FINE_LABELS) - PLACES - {MentionLabel.PERSON, MentionLabel.ORG},
)
"""The roles of its first output, which finds the names: a person, an organisation, a place, any other."""
_LEAST_PROBABILITY = 1e-9


@dataclass(frozen=True, slots=True)
class TaggedName:
    """A name that the tagger sees, its label, and how likely its words are in such a name, 0 to 1."""

    span: Span
    label: MentionLabel
    probability: float


def name_tagger_is_available() -> bool:
    """Whether the files are there; without them names are what the language model and rules find."""
    return (MODELS / MODEL_FILE).is_file() and encoder_is_available()


def tag_names(
    text: str, paragraphs: tuple[Span, ...], sentences: Sequence[Sentence]
) -> tuple[TaggedName, ...]:
    """Find the names of an article, in order.

    Args:
        text: The article.
        paragraphs: Its paragraphs; no name crosses the end of one.
        sentences: Its sentences as the language model parses them.
    """
    reading = read_article(text, paragraphs)
    tokens = [token for sentence in sentences for token in sentence.tokens]
    features = word_features(text, reading.subwords, tokens)
    seen = [
        one for window in reading.windows for one in _stretches(reading, window, *_scores(window, features))
    ]
    together: dict[str, Numbers] = {}
    for one in seen:
        surface = one.span.of(text)
        together[surface] = together.get(surface, 0) + one.groups
    return tuple(_named(one, together[one.span.of(text)]) for one in seen)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A name in one place: how likely it is of each group, and the logarithms for the fine labels."""

    span: Span
    groups: Numbers
    fine: Numbers


def _named(seen: _Seen, groups: Numbers) -> TaggedName:
    """Give a name the group that all places with the same words make likely together."""
    group = int(groups.argmax())
    label = max(GROUPS[group], key=lambda label: (seen.fine[FINE_LABELS.index(label)], label))
    return TaggedName(seen.span, label, float(groups[group] / groups.sum() * seen.groups.sum()))


def _scores(window: WindowScores, features: Features) -> tuple[Numbers, Numbers]:
    """Run the model on a window: logits of the tags, and of the fine labels, of its subwords."""
    # The encoder's signs at the ends are left out here as in training.
    given = {"states": window.states[None, 1:-1], "features": features[None, window.start : window.end]}
    tags, labels = load_session(MODELS / MODEL_FILE).run(["tags", "labels"], given)
    return tags[0], labels[0]


def _stretches(reading: Reading, window: WindowScores, tags: Numbers, labels: Numbers) -> list[_Seen]:
    """Decode the scores of a window."""
    subwords = reading.subwords
    firsts = np.flatnonzero(subwords.begins_word[window.start : window.end])
    bounds = np.append(firsts, window.end - window.start) + window.start
    probabilities = _softmax(tags[firsts])
    # No name crosses from one paragraph into the next; between them stands an empty mark.
    is_mark = subwords.starts[bounds[:-1]] == subwords.ends[bounds[:-1]]
    probabilities[is_mark, OUTSIDE + 1 :] = 0
    groups = role_probabilities(probabilities)
    fine = np.log(_softmax(labels[firsts]) + _LEAST_PROBABILITY)
    found: list[_Seen] = []
    for stretch in stretches_of(best_tags(np.log(probabilities + _LEAST_PROBABILITY))):
        start, behind = bounds[stretch.start], bounds[stretch.end]
        span = Span(int(subwords.starts[start]), int(subwords.ends[behind - 1]))
        inside = slice(stretch.start, stretch.end)
        found.append(_Seen(span, groups[inside].mean(0), fine[inside].sum(0)))
    return found


def _softmax(scores: Numbers) -> Numbers:
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    shares: Numbers = raised / raised.sum(-1, keepdims=True)
    return shares
