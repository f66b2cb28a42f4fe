"""The learned quote tagger at run time: a text in, speakers, cues and contents with their links out.

The model is a small encoder that was trained with `training/quotes.py`; docs/quote-model.md is its card.
The encoder reads an article in `reading`; here its scores are decoded, window by window.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from copydesk.quotes.reading import read_article
from copydesk.quotes.tags import OUTSIDE, ROLES, Stretch, best_tags, role_probabilities, stretches_of
from copydesk.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from copydesk.quotes.reading import WindowScores
    from copydesk.quotes.subwords import Subwords

    Numbers = NDArray[np.float32]

_SPEAKER, _CUE, _CONTENT = range(len(ROLES))
_CUE_OF, _SPEAKER_OF = range(2)
# Weaker links than this say nothing.
_MIN_LINK = 0.05
_LEAST_PROBABILITY = 1e-9
# Taken off the logarithm of the probability that a word has no role: the tagger errs on that side.
_DOUBT = 0.15
# A word that nothing is tagged at is a cue or a speaker if links and tags make it as likely as this.
_MIN_LINK_TO_UNTAGGED = 0.3
_MIN_ROLE_OF_UNTAGGED = 0.1


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


def tag_text(text: str, paragraphs: Iterable[Span]) -> Tagged:
    """Find the parts of quotes in an article, and what belongs to what."""
    reading = read_article(text, tuple(paragraphs))
    return _joined([_tagged(reading.subwords, window) for window in reading.windows])


def _tagged(subwords: Subwords, window: WindowScores) -> Tagged:
    """Decode the scores of a window."""
    start, end, tags, links = window.start, window.end, window.tags, window.links
    firsts = np.flatnonzero(subwords.begins_word[start:end])
    probabilities = _softmax(tags[firsts + 1])
    scores = np.log(probabilities + _LEAST_PROBABILITY)
    scores[:, OUTSIDE] -= _DOUBT
    tags_of_words = best_tags(scores)
    words = _Words(np.append(firsts, end - start), role_probabilities(probabilities), tags_of_words)
    by_role: list[list[Stretch]] = [[] for _ in ROLES]
    for stretch in stretches_of(words.tags):
        by_role[stretch.role].append(stretch)
    cue_chances = words.link_chances(links[_CUE_OF], by_role[_CONTENT])
    by_role[_CUE] = sorted([*by_role[_CUE], *words.linked(cue_chances, _CUE)])
    speaker_chances = words.link_chances(links[_SPEAKER_OF], by_role[_CUE])
    by_role[_SPEAKER] = sorted([*by_role[_SPEAKER], *words.linked(speaker_chances, _SPEAKER)])
    speakers, cues, contents = (
        tuple(words.part(subwords, start, stretch) for stretch in of_role) for of_role in by_role
    )
    return Tagged(
        speakers,
        cues,
        contents,
        _links(cue_chances, by_role[_CUE]),
        _links(speaker_chances, by_role[_SPEAKER]),
    )


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a window: where they begin among its subwords, their likely roles, their tags."""

    bounds: NDArray[np.int64]
    roles: Numbers
    tags: list[int]

    def part(self, subwords: Subwords, offset: int, stretch: Stretch) -> Part:
        """A stretch with its place in the text."""
        first, behind = self.bounds[[stretch.start, stretch.end]] + offset
        span = Span(int(subwords.starts[first]), int(subwords.ends[behind - 1]))
        return Part(span, float(self.roles[stretch.start : stretch.end, stretch.role].mean()))

    def link_chances(self, scores: Numbers, stretches: list[Stretch]) -> Numbers:
        """How likely each stretch is linked to nowhere (column 0) and to each word (from column 1)."""
        segments = np.concatenate(([0], self.bounds[:-1] + 1))
        rows = [
            np.add.reduceat(_softmax(scores[self.bounds[s.start : s.end] + 1]).mean(0), segments)
            for s in stretches
        ]
        return np.array(rows, np.float32).reshape(len(stretches), len(segments))

    def linked(self, chances: Numbers, role: int) -> list[Stretch]:
        """Stretches that no tag tells of, but a link that leads to their first word."""
        found: set[Stretch] = set()
        for of_stretch in chances[:, 1:]:
            first = int(of_stretch.argmax())
            is_likely = of_stretch[first] >= _MIN_LINK_TO_UNTAGGED and self._may_have(first, role)
            if is_likely and first not in {stretch.start for stretch in found}:
                end = first + 1
                while end < len(self.tags) and self._may_have(end, role):
                    end += 1
                found.add(Stretch(first, end, role))
        return sorted(found)

    def _may_have(self, word: int, role: int) -> bool:
        return self.tags[word] == OUTSIDE and bool(self.roles[word, role] >= _MIN_ROLE_OF_UNTAGGED)


def _links(chances: Numbers, to_stretches: list[Stretch]) -> tuple[Link, ...]:
    """The likely links between the stretches of two roles."""
    found: list[Link] = []
    for number, chance in enumerate(chances):
        found.append(Link(number, None, float(chance[0])))
        for other, end in enumerate(to_stretches):
            found.append(Link(number, other, float(chance[end.start + 1 : end.end + 1].sum())))
    return tuple(link for link in found if link.probability >= _MIN_LINK)


def _softmax(scores: Numbers) -> Numbers:
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    shares: Numbers = raised / raised.sum(-1, keepdims=True)
    return shares


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
