"""Which line is the headline, and which repeat it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk.cleaning.datelines import find_dateline_alone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copydesk.cleaning.candidate import Candidate
    from copydesk.cleaning.line_model import LineScores

# Below this probability no line is believed to be the title.
MIN_TITLE_PROBABILITY = 0.2
MAX_HEADLINE_CHARACTERS = 250
_SIGNS = re.compile(r"[\W_]+")
_SITE_JOINT = re.compile(r"\s+[|»–—:-]+\s+|\s*\|\s*")


def find_title(
    candidates: Sequence[Candidate], scores: LineScores, body: Sequence[int], supplied_title: str | None
) -> int | None:
    """Find the headline: the likeliest line above the end of the article.

    Args:
        candidates: The lines of the page.
        scores: What the model makes of them.
        body: The positions of the paragraphs, at least one.
        supplied_title: The title as the input gives it; then only a line that says the same is it.

    Returns:
        Its position, or None when no line qualifies.
    """
    if supplied_title is not None:
        wanted = headline_key(supplied_title)
        return next(
            (no for no in range(body[0], -1, -1) if headline_key(candidates[no].text) == wanted), None
        )
    likeliest = max(range(body[-1] + 1), key=lambda no: _title_score(candidates[no], float(scores.title[no])))
    return likeliest if _title_score(candidates[likeliest], float(scores.title[likeliest])) > 0 else None


def _title_score(candidate: Candidate, probability: float) -> float:
    # A long headline can be a line that the page has twice; what other rules know is no headline.
    may_be = candidate.verdict is None or candidate.verdict.rule == "repeated_paragraph"
    may_be = may_be and 0 < len(candidate.text) <= MAX_HEADLINE_CHARACTERS
    if not may_be or probability < MIN_TITLE_PROBABILITY:
        return 0.0
    return 0.0 if find_dateline_alone(candidate.text) is not None else probability


def repeats_of_title(title: str, lines: Sequence[str]) -> Iterator[int]:
    """The positions of the lines that say the title, perhaps with the name of the site.

    >>> list(repeats_of_title("Talks resume in Geneva", ["BBC News - Talks resume in Geneva", "Talks"]))
    [0]
    """
    wanted = headline_key(title)
    for no, line in enumerate(lines):
        if len(wanted) <= len(line) <= MAX_HEADLINE_CHARACTERS and _says(line, wanted):
            yield no


def _says(line: str, wanted: str) -> bool:
    return wanted in (headline_key(line), *map(headline_key, _SITE_JOINT.split(line)))


def headline_key(line: str) -> str:
    """The line with its letters and digits alone, in small letters: the same for the same headline."""
    return _SIGNS.sub(" ", line).strip().casefold()


def without_site(title: str) -> str:
    """The headline without the name of the site that page titles add after a bar.

    >>> without_site("Talks resume in Geneva | The Daily Desk")
    'Talks resume in Geneva'
    """
    head, bar, site = title.rpartition(" | ")
    return head.strip() if bar and len(site.split()) < len(head.split()) else title
