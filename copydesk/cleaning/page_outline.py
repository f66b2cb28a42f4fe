"""Where title and article stand on a page, and how near to them any other line is.

Labels of single lines are often wrong, so nothing here asks for more than where most of the prose is
and which lines say what the page's title says.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from copydesk.cleaning.dates import may_hold_date
from copydesk.cleaning.headline_wording import headline_key
from schemas.vocabulary import JunkFamily, SegmentLabel

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from copydesk.cleaning.assemble import Part


def by_distance(*steps: tuple[int, float]) -> tuple[float, ...]:
    """The weights by distance in lines, from pairs of a distance and the weight up to it.

    >>> by_distance((1, 2.0), (3, 1.0))
    (2.0, 2.0, 1.0, 1.0)
    """
    weights: list[float] = []
    for most, weight in steps:
        weights += [weight] * (most + 1 - len(weights))
    return tuple(weights)


# Other lines that may stand inside an article; after more of them prose belongs to something else.
MAX_LINES_INSIDE_BODY = 8
MIN_TITLE_WORDS = 3
MAX_TITLE_CHARACTERS = 250
# By so much of a line is it seen that most say something else.
_N_FIRST_CHARACTERS = 16
MAX_LINES_AT_TOP = 2
# The clock in the head of a page is no title.
MAX_DATE_CHARACTERS = 40
# How much a place speaks for a line, by its distance in lines (at most) to title and article.
_BELOW_TITLE = by_distance((1, 3.5), (4, 3.0), (8, 2.5), (14, 1.5), (25, 0.5))
_ABOVE_TITLE = by_distance((1, 2.5), (3, 2.0), (6, 1.0))
_ABOVE_BODY = by_distance((1, 2.5), (4, 2.0), (8, 1.5), (16, 1.0), (30, 0.5))
_IN_BODY = by_distance((1, 2.0), (3, 1.0))
_BELOW_BODY = by_distance((1, 2.0), (4, 1.5), (10, 1.0), (20, 0.5))
# Nothing said among the readers' comments is about the article.
_COMMENTS_WEIGHT = -3.0
# From so far above the title on, a line belongs to the head of the page.
MIN_LINES_ABOVE_TITLE_IN_HEAD = 4


@dataclass(frozen=True, slots=True)
class Outline:
    """A page as its lines.

    Attributes:
        lines: The texts of the parts, blanks around them cut.
        labels: What the classifier took them for.
        byline_scores: How likely the line model holds each for a byline; empty if it was not asked.
        titles: The positions of the lines that hold the title, in order.
        body_first: Where the main run of paragraphs begins; the number of lines if there is none.
        body_last: Where it ends, -1 if there is none.
        comments: Where the readers' comments begin; the number of lines without them.
    """

    lines: tuple[str, ...]
    labels: tuple[SegmentLabel, ...]
    titles: tuple[int, ...]
    body_first: int
    body_last: int
    comments: int
    byline_scores: tuple[float, ...] = ()

    def place_weight(self, position: int) -> float:
        """How much the place of a line speaks for its being about the article: from -3 to 6."""
        if position >= self.comments:
            return _COMMENTS_WEIGHT
        return self._title_weight(position) + self._body_weight(position)

    def is_in_head(self, position: int) -> bool:
        """Whether the line stands in the head of the page, well above title and article."""
        first = min((*self.titles, self.body_first))
        return position < first - MIN_LINES_ABOVE_TITLE_IN_HEAD

    def is_inside_body(self, position: int) -> bool:
        """Whether the line stands between the article's first and last paragraph."""
        return self.body_first < position < self.body_last

    def _title_weight(self, position: int) -> float:
        if position in self.titles:
            return 0.0
        after = bisect_left(self.titles, position)
        above = _weight(_BELOW_TITLE, position - self.titles[after - 1]) if after else 0.0
        below = _weight(_ABOVE_TITLE, self.titles[after] - position) if after < len(self.titles) else 0.0
        return max(above, below)

    def _body_weight(self, position: int) -> float:
        if position < self.body_first:
            return _weight(_ABOVE_BODY, self.body_first - position)
        if position > self.body_last:
            return _weight(_BELOW_BODY, position - self.body_last)
        return max(
            _weight(_IN_BODY, position - self.body_first), _weight(_IN_BODY, self.body_last - position)
        )


def _weight(weights: Sequence[float], distance: int) -> float:
    return weights[distance] if distance < len(weights) else 0.0


def lines_with(lines: Sequence[str], pattern: re.Pattern[str], max_characters: int) -> list[int]:
    """The positions of the lines, none longer than asked for, in which a pattern is found."""
    return positions_of("\n".join([line if len(line) <= max_characters else "" for line in lines]), pattern)


def positions_of(page: str, pattern: re.Pattern[str]) -> list[int]:
    """The numbers of the lines of a page in which a pattern is found.

    The pattern must match nothing that goes over the end of a line: all lines are searched at once.
    """
    found: list[int] = []
    position = start = 0
    while (match := pattern.search(page, start)) is not None:
        position += page.count("\n", start, match.start())
        found.append(position)
        end = page.find("\n", match.start())
        if end < 0:
            break
        position, start = position + 1, end + 1
    return found


def find_outline(parts: Sequence[Part]) -> Outline:
    """Find title and article among the parts of a page."""
    lines = tuple([part.text.strip() for part in parts])
    labels = tuple([part.verdict.label for part in parts])
    first, last = _main_run(parts, labels)
    return Outline(
        lines=lines,
        labels=labels,
        titles=_titles(parts[: max(last, 0) + 1], lines),
        body_first=first,
        body_last=last,
        comments=_comments(parts, last),
        byline_scores=tuple([part.verdict.byline_score for part in parts]),
    )


def _main_run(parts: Sequence[Part], labels: Sequence[SegmentLabel]) -> tuple[int, int]:
    """The first and last body part of the run with the most characters."""
    runs: list[list[int]] = []
    for position in [position for position, label in enumerate(labels) if label is SegmentLabel.BODY]:
        if runs and position - runs[-1][-1] <= MAX_LINES_INSIDE_BODY:
            runs[-1].append(position)
        else:
            runs.append([position])
    if not runs:
        return len(parts), -1
    longest = max(runs, key=lambda run: sum(len(parts[position].span) for position in run))
    return longest[0], longest[-1]


def _titles(parts: Sequence[Part], lines: Sequence[str]) -> tuple[int, ...]:
    """The parts that hold the title: by their labels, or because the page's first lines say the same."""
    tops = [
        headline_key(line)
        for line in lines[:MAX_LINES_AT_TOP]
        if len(line) <= MAX_TITLE_CHARACTERS and (len(line) > MAX_DATE_CHARACTERS or not may_hold_date(line))
    ]
    tops = [top for top in tops if top.count(" ") >= MIN_TITLE_WORDS]
    titles = {
        position
        for position, part in enumerate(parts)
        if part.verdict.label is SegmentLabel.TITLE or part.verdict.junk_family is JunkFamily.REPEATED_TITLE
    }
    if tops:
        below = range(MAX_LINES_AT_TOP, len(parts))
        said = "\n".join(tops)
        titles.update([position for position in below if _is_said_in(lines[position], said)])
    return tuple(sorted(titles))


def _is_said_in(line: str, tops: str) -> bool:
    """Whether one of the page's first lines says what a line says."""
    if len(line) > MAX_TITLE_CHARACTERS or line.count(" ") < MIN_TITLE_WORDS:
        return False
    return headline_key(line[:_N_FIRST_CHARACTERS]) in tops and headline_key(line) in tops


def _comments(parts: Sequence[Part], body_last: int) -> int:
    return next(
        (
            position
            for position in range(body_last + 1, len(parts))
            if parts[position].verdict.junk_family is JunkFamily.COMMENTS
        ),
        len(parts),
    )
