"""Which line above the body is the headline, and which repeat it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk.cleaning.captions import looks_like_caption
from copydesk.cleaning.dates import find_date
from copydesk.cleaning.shape import content_words
from schemas.vocabulary import JunkFamily, SegmentLabel

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copydesk.cleaning.candidate import Candidate
    from copydesk.cleaning.neighbours import Stretch

# The share of a headline's content words that the body must have.
MIN_SHARED_WORDS = 0.5
# As much is enough for a line that the page itself repeats.
MIN_SHARED_WORDS_REPEATED = 0.3
# Words are compared by their beginnings: "warns" in the headline, "warned" in the body.
_STEM_CHARACTERS = 5
# As much of the body as tells what it is about.
MAX_BODY_LINES = 40
MAX_HEADLINE_CHARACTERS = 250
# Page titles stand in the first lines; a headline further than this above the body is not its own.
MAX_LINES_AT_TOP = 5
MAX_LINES_ABOVE_BODY = 400
# Bylines, buttons and picture lines that may stand between title and the next fitting line.
MAX_LINES_BELOW_TITLE = 8
# What may stand between a headline and the article.
_LABELS_BELOW_TITLE = frozenset({SegmentLabel.BYLINE, SegmentLabel.CAPTION, SegmentLabel.CREDIT})
_FAMILIES_BELOW_TITLE = frozenset(
    {
        JunkFamily.TIMESTAMP,
        JunkFamily.SHARE_TOOLS,
        JunkFamily.SEPARATOR,
        JunkFamily.TEASER,
        JunkFamily.OTHER,
    }
)
# A line with a date: place, desk and hour may stand beside it, not a headline.
MAX_STAMP_WORDS = 16
# Headlines can be without a small word; longer lines without one are menus.
MIN_MENU_WORDS = 7
_SIGNS = re.compile(r"[\W_]+")
_SITE_JOINT = re.compile(r"\s+[|»–—:-]+\s+|\s*\|\s*")


def find_title(candidates: Sequence[Candidate], stretch: Stretch) -> int | None:
    """Find the headline: of the lines above the body the first that is about the same things.

    A line that stands there twice, or as part of a page title, is preferred, and then the
    occurrence next to the body. Where none is about the same things, place decides.

    Returns:
        Its position, or None when no line qualifies.
    """
    body_stems = _stems(" ".join(_body_lines(candidates, stretch)))
    shared = {
        position: _shared(candidates[position].text, body_stems)
        for position in _above(stretch)
        if _may_be_title(candidates[position]) and not _clings(candidates, position)
    }
    fitting = [position for position, share in shared.items() if share >= MIN_SHARED_WORDS]
    repeated = [
        position
        for position, share in shared.items()
        if share >= MIN_SHARED_WORDS_REPEATED and _is_repeated(candidates, position, list(shared))
    ]
    if repeated:
        return repeated[-1]
    return _nearest_headline(candidates, stretch) if not fitting else _head_of_cluster(fitting)


def repeats_title(line: str, title: str) -> bool:
    """Whether the line is the title once more, perhaps with the name of the site.

    >>> repeats_title("BBC News - Talks resume in Geneva", "Talks resume in Geneva")
    True
    """
    if len(line) > MAX_HEADLINE_CHARACTERS:
        return False
    key = headline_key(title)
    return key in {headline_key(line), *(headline_key(part) for part in _SITE_JOINT.split(line))}


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


def _above(stretch: Stretch) -> Iterator[int]:
    """The positions above the body where the title may stand: the top of the page and next to the body."""
    for position in range(stretch.first):
        if position < MAX_LINES_AT_TOP or position >= stretch.first - MAX_LINES_ABOVE_BODY:
            yield position


def is_stamp(candidate: Candidate) -> bool:
    """Whether the line gives a date and not much else."""
    if candidate.verdict is not None:
        return candidate.verdict.junk_family is JunkFamily.TIMESTAMP
    return candidate.shape.n_words <= MAX_STAMP_WORDS and find_date(candidate.text) is not None


def _nearest_headline(candidates: Sequence[Candidate], stretch: Stretch) -> int | None:
    """The line above the body and what goes with it, if it is the first on the page or beside the date."""
    open_lines = [
        position for position in _above(stretch) if not _may_stand_below_title(candidates[position])
    ]
    if len(open_lines) > 1 and looks_like_caption(candidates[open_lines[-1]].text):
        open_lines.pop()
    if not open_lines or not _reads_like_headline(candidates[open_lines[-1]]):
        return None
    nearest = open_lines[-1]
    is_first = not any(_reads_like_headline(candidates[position]) for position in open_lines[:-1])
    is_beside_date = any(
        is_stamp(candidates[position]) for position in (nearest - 1, nearest + 1) if position >= 0
    )
    return nearest if is_first or is_beside_date else None


def _may_stand_below_title(candidate: Candidate) -> bool:
    if candidate.verdict is None:
        return is_stamp(candidate)
    return (
        candidate.verdict.label in _LABELS_BELOW_TITLE
        or candidate.verdict.junk_family in _FAMILIES_BELOW_TITLE
    )


def _reads_like_headline(candidate: Candidate) -> bool:
    is_menu = candidate.shape.is_menu and candidate.shape.n_words >= MIN_MENU_WORDS
    return _may_be_title(candidate) and not is_menu and not candidate.text.endswith(".")


def _head_of_cluster(fitting: Sequence[int]) -> int:
    """The first of the fitting lines next to the body; lists of other stories lie further up."""
    head = fitting[-1]
    for position in reversed(fitting):
        if head - position > MAX_LINES_BELOW_TITLE:
            break
        head = position
    return head


def _body_lines(candidates: Sequence[Candidate], stretch: Stretch) -> list[str]:
    lines = [
        candidate.text
        for candidate in candidates[stretch.first : stretch.last + 1]
        if candidate.is_open_prose
    ]
    return lines[:MAX_BODY_LINES]


def _may_be_title(candidate: Candidate) -> bool:
    return (
        candidate.verdict is None
        and candidate.shape.is_headline_like
        and len(candidate.text) <= MAX_HEADLINE_CHARACTERS
    )


def _clings(candidates: Sequence[Candidate], position: int) -> bool:
    """Whether the line is a sentence set on top of the next one, as picture lines are."""
    return (
        candidates[position].text.endswith((".", '."', ".”"))
        and not candidates[position + 1].block.follows_blank
    )


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM_CHARACTERS] for word in content_words(text))


def _shared(line: str, body_stems: frozenset[str]) -> float:
    stems = _stems(without_site(line))
    return len(stems & body_stems) / len(stems) if len(stems) >= 2 else 0.0


def _is_repeated(candidates: Sequence[Candidate], position: int, others: Sequence[int]) -> bool:
    title = candidates[position].text
    return any(other != position and repeats_title(candidates[other].text, title) for other in others)
