"""Whom a page names as its authors: of the lines that may name them the one that most speaks for."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from copydesk.cleaning.byline_candidates import SIGNED, BylineCandidate, byline_candidates, score_weight
from copydesk.cleaning.bylines import MAX_BYLINE_CHARACTERS
from copydesk.cleaning.verdict import LIKELY, Verdict
from schemas.vocabulary import SegmentLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.cleaning.assemble import Part
    from copydesk.cleaning.page_outline import Outline

MIN_WEIGHT = 4.5
# A page that is signed by one and nobody else, wherever.
_ONLY_SIGNED = 1.0
_ALL_COMMON = -4.0
_SOME_COMMON = -0.5
MAX_REPEATS_COUNTED = 2
_REPEATED = 0.5


def best_byline(outline: Outline) -> BylineCandidate | None:
    """Find the line that names the authors; None if no line names them where authors are named."""
    titles = "\n".join([outline.lines[position] for position in outline.titles])
    candidates = [candidate for candidate in byline_candidates(outline) if candidate.names[0] not in titles]
    weights = _weights(outline, candidates)
    # Common words only speak against a name: those with too little weight need not be looked up.
    possible = [no for no, weight in enumerate(weights) if weight >= MIN_WEIGHT]
    text = f" {' '.join(outline.lines)} " if possible else ""
    for no in possible:
        weights[no] += _common_weight(candidates[no], text)
    best = max(possible, key=weights.__getitem__, default=None)
    return None if best is None or weights[best] < MIN_WEIGHT else candidates[best]


def with_byline(parts: Sequence[Part], position: int) -> tuple[Part, ...]:
    """The parts with the line that names the authors called the byline, if it was taken for junk."""
    part = parts[position]
    if part.verdict.label is not SegmentLabel.JUNK or len(part.span) > MAX_BYLINE_CHARACTERS:
        return tuple(parts)
    verdict = Verdict(SegmentLabel.BYLINE, "names_authors", LIKELY)
    return (*parts[:position], replace(part, verdict=verdict), *parts[position + 1 :])


def _weights(outline: Outline, candidates: Sequence[BylineCandidate]) -> list[float]:
    """What speaks for each candidate, common words aside."""
    repeats = Counter(candidate.names[0].casefold() for candidate in candidates)
    signed = {candidate.names for candidate in candidates if candidate.weight == SIGNED}
    return [
        candidate.weight
        + outline.place_weight(candidate.position)
        + score_weight(outline, candidate.position)
        + _REPEATED * min(repeats[candidate.names[0].casefold()] - 1, MAX_REPEATS_COUNTED)
        + (_ONLY_SIGNED if signed == {candidate.names} else 0.0)
        for candidate in candidates
    ]


def _common_weight(candidate: BylineCandidate, text: str) -> float:
    """What it says against a name that the page also has its words in small letters: "Get Started"."""
    if candidate.weight == SIGNED:
        return 0.0
    words = candidate.names[0].split()
    n_common = sum([f" {word.lower()} " in text for word in words])
    return _ALL_COMMON if n_common == len(words) else _SOME_COMMON * n_common
