"""Where the article begins and ends: the stretch of the page in which prose outweighs everything else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from schemas.vocabulary import JunkFamily, SegmentLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.cleaning.candidate import Candidate

# What a line adds to the stretch it stands in, in words of prose; below zero it speaks against it.
MAX_PROSE_WEIGHT = 40
SHORT_SENTENCE_WEIGHT = 3
CLOSING_WEIGHT = -30
FURNITURE_WEIGHT = -3
JUNK_WEIGHT = -6
MENU_WEIGHT = -10
HEADLINE_WEIGHT = -8
LABEL_WEIGHT = -4
BULLET_WEIGHT = -1
UNPROPOSED_WEIGHT = -15
MIN_PROPOSED_WEIGHT = 5

# Families that stand below articles: what follows is comments, other stories, the footer.
_CLOSING = frozenset({JunkFamily.COMMENTS, JunkFamily.LEGAL, JunkFamily.RELATED_LINK, JunkFamily.AUTHOR_BOX})
# Families that stand inside articles, too.
_FURNITURE = frozenset(
    {
        JunkFamily.SEPARATOR,
        JunkFamily.ADVERTISING,
        JunkFamily.READ_MORE,
        JunkFamily.PLAYER,
        JunkFamily.TIMESTAMP,
        JunkFamily.SHARE_TOOLS,
        JunkFamily.TEASER,
    }
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The candidates of an article, first and last by position, both belonging to it."""

    first: int
    last: int

    def holds(self, position: int) -> bool:
        """Whether the position lies in the stretch."""
        return self.first <= position <= self.last


def find_stretch(candidates: Sequence[Candidate]) -> Stretch | None:
    """Find the run of candidates with the greatest sum of weights; None without any sentence."""
    best: tuple[int, int, int] | None = None
    start, total = 0, 0
    for position, candidate in enumerate(candidates):
        if total <= 0:
            start, total = position, 0
        total += _weight(candidate)
        if total > 0 and (best is None or total > best[0]):
            best = (total, start, position)
    return None if best is None else _with_short_sentences(candidates, Stretch(best[1], best[2]))


def _weight(candidate: Candidate) -> int:
    if candidate.verdict is not None:
        return _decided_weight(candidate)
    if candidate.block.proposed is False:
        return UNPROPOSED_WEIGHT
    if candidate.is_open_prose:
        n_words = min(candidate.shape.n_words, MAX_PROSE_WEIGHT)
        return max(n_words, MIN_PROPOSED_WEIGHT) if candidate.block.proposed else n_words
    return _label_weight(candidate)


def _decided_weight(candidate: Candidate) -> int:
    if candidate.verdict is None or candidate.verdict.label is not SegmentLabel.JUNK:
        return FURNITURE_WEIGHT
    if candidate.verdict.junk_family in _CLOSING:
        return CLOSING_WEIGHT
    return FURNITURE_WEIGHT if candidate.verdict.junk_family in _FURNITURE else JUNK_WEIGHT


def _label_weight(candidate: Candidate) -> int:
    if candidate.is_open_sentence:
        return SHORT_SENTENCE_WEIGHT
    if candidate.block.proposed or candidate.shape.is_bullet:
        return BULLET_WEIGHT
    if candidate.shape.is_menu:
        return MENU_WEIGHT
    return HEADLINE_WEIGHT if candidate.shape.is_headline_like else LABEL_WEIGHT


def _with_short_sentences(candidates: Sequence[Candidate], stretch: Stretch) -> Stretch:
    """The stretch cut back to sentences at both ends, those that adjoin it included."""
    first, last = stretch.first, stretch.last
    while first > 0 and candidates[first - 1].is_open_sentence:
        first -= 1
    while first < last and not _is_sentence(candidates[first]):
        first += 1
    while last > first and not _is_sentence(candidates[last]):
        last -= 1
    while last + 1 < len(candidates) and candidates[last + 1].is_open_sentence:
        last += 1
    return Stretch(first, last)


def _is_sentence(candidate: Candidate) -> bool:
    return candidate.is_open_prose or candidate.is_open_sentence
