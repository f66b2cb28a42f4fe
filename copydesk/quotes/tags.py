"""The tags of words: outside, or at the begin, inside, at the end or alone in a speaker, cue or content.

The name tagger tags in the same way; its roles are labels of names.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Numbers = NDArray[np.float32]

ROLES = ("speaker", "cue", "content")
OUTSIDE = 0
_BEGIN, _INSIDE, _END, _ALONE = range(4)
N_TAGS = 1 + 4 * len(ROLES)
_IMPOSSIBLE = -1e9


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """Words with one role: the first, the one behind the last, and the role's number in ROLES."""

    start: int
    end: int
    role: int


def tags_of(n_words: int, stretches: Sequence[Stretch]) -> list[int]:
    """Write stretches that do not overlap as one tag a word.

    >>> tags_of(5, [Stretch(0, 1, 0), Stretch(2, 5, 2)])
    [4, 0, 9, 10, 11]
    """
    tags = [OUTSIDE] * n_words
    for stretch in stretches:
        first = 1 + 4 * stretch.role
        if stretch.end - stretch.start == 1:
            tags[stretch.start] = first + _ALONE
            continue
        tags[stretch.start : stretch.end] = [first + _INSIDE] * (stretch.end - stretch.start)
        tags[stretch.start], tags[stretch.end - 1] = first + _BEGIN, first + _END
    return tags


def stretches_of(tags: Sequence[int]) -> list[Stretch]:
    """Read the stretches from a possible row of tags.

    >>> stretches_of([4, 0, 9, 10, 11])
    [Stretch(start=0, end=1, role=0), Stretch(start=2, end=5, role=2)]
    """
    found: list[Stretch] = []
    start = 0
    for position, tag in enumerate(tags):
        role, place = divmod(tag - 1, 4)
        if tag == OUTSIDE or place == _INSIDE:
            continue
        if place in {_BEGIN, _ALONE}:
            start = position
        if place in {_END, _ALONE}:
            found.append(Stretch(start, position + 1, role))
    return found


def best_tags(scores: Numbers) -> list[int]:
    """The possible row of tags with the highest sum of scores, words x tags (Viterbi, 1967).

    There may be more roles than those of quotes, four tags each.

    A content that nothing ends is no possible row:

    >>> scores = np.zeros((2, N_TAGS), np.float32)
    >>> scores[0, 9], scores[1, 10], scores[1, 11] = 1.0, 3.0, 2.0
    >>> best_tags(scores)
    [9, 11]
    """
    if not len(scores):
        return []
    n_tags = scores.shape[1]
    transitions = _transitions(n_tags)
    total = scores[0] + _first_scores(n_tags)
    origins = np.zeros(scores.shape, np.int64)
    for position in range(1, len(scores)):
        through = total[:, None] + transitions
        origins[position] = through.argmax(0)
        total = through.max(0) + scores[position]
    tags = [int((total + _last_scores(n_tags)).argmax())]
    for position in range(len(scores) - 1, 0, -1):
        tags.append(int(origins[position, tags[-1]]))
    return tags[::-1]


def role_probabilities(probabilities: Numbers) -> Numbers:
    """The probability of each role for each word, from those of its tags."""
    by_role: Numbers = probabilities[:, 1:].reshape(len(probabilities), -1, 4).sum(-1)
    return by_role


def _closes(tag: int) -> bool:
    """Whether nothing is open behind a word with this tag."""
    return tag == OUTSIDE or (tag - 1) % 4 in {_END, _ALONE}


def _opens(tag: int) -> bool:
    """Whether nothing is open before a word with this tag."""
    return tag == OUTSIDE or (tag - 1) % 4 in {_BEGIN, _ALONE}


def _may_follow(before: int, tag: int) -> bool:
    if _closes(before) or _opens(tag):
        return _closes(before) and _opens(tag)
    return (before - 1) // 4 == (tag - 1) // 4


@cache
def _transitions(n_tags: int) -> Numbers:
    allowed = [[_may_follow(before, tag) for tag in range(n_tags)] for before in range(n_tags)]
    return np.where(allowed, 0.0, _IMPOSSIBLE).astype(np.float32)


@cache
def _first_scores(n_tags: int) -> Numbers:
    return np.where([_opens(tag) for tag in range(n_tags)], 0.0, _IMPOSSIBLE).astype(np.float32)


@cache
def _last_scores(n_tags: int) -> Numbers:
    return np.where([_closes(tag) for tag in range(n_tags)], 0.0, _IMPOSSIBLE).astype(np.float32)
