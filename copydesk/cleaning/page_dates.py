"""Which of the dates on a page is the article's: every one is weighed by its words and its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from copydesk.cleaning.calendar_words import MONTH, WEEKDAY
from copydesk.cleaning.date_order import is_day_first
from copydesk.cleaning.dates import MAY_HOLD_DATE, PrintedDate, WrittenDate, read_date, written_dates
from copydesk.cleaning.page_outline import lines_with
from schemas.vocabulary import SegmentLabel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.cleaning.page_outline import Outline

# Longer lines are paragraphs, where dates are part of what is told.
MAX_STAMP_CHARACTERS = 300
MIN_WEIGHT = 2.0
# Dates that stand in as many of the next lines are a list of stories, each with its own.
MIN_DATED_LINES_IN_LIST = 3
_LIST_REACH_LINES = 5
# Well below the article one neighbour is enough.
MIN_LINES_BELOW_BODY = 4
MIN_DATED_LINES_BELOW = 1
# A page that tells one date only, wherever.
_ONLY_DATE = 1.0
MAX_LABEL_WORDS = 4
_PUBLISHED = re.compile(
    r"""
    \b(?: publish(?:ed|ing)? | publication\ date | posted | post\ time | created | filed | issued | first
      | released | date )\b                                               # what was done
    | ^on\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_FIRST = re.compile(r"\b(?:first|originally) (?:publish|post|appear)ed", re.IGNORECASE)
_UPDATED = re.compile(r"updat|modif|revis|edited|\blast\b|amended|reviewed", re.IGNORECASE)
# Dates of other things: pictures, rights, terms, access to a source, events, and what the reader did.
_OF_SOMETHING_ELSE = re.compile(
    r"""
      © | \(c\)\s | copyright | all\ rights | \bphotos?\b | \bpicture | getty | \bfile\b | \bimage
    | \baccessed\b | \bretrieved\b | \bexpir | \bjoined\b | \bmember\ since | \bterms\b | \bprivacy | \bborn\b
    | \bsays?: | \bcomments?\s+(?:by|from|on|at) | \breply\b | \bupcoming\b | \bevents?\b | \bwebinar
    | \bvolume\b | \bissue\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_BYLINE = re.compile(r"^by:?\s|\bby:?\s+[A-Z]", re.IGNORECASE)
# Words of a stamp, which are no sign that the line is about something else.
_STAMP_WORD = re.compile(
    rf"""
    \b(?: {WEEKDAY} | {MONTH} | [ap]\.?m\.? | gmt | utc | [ecmp][sd]t | et | bst | ist | at | on | by | the
      | of | published | posted | updated | last | first | modified | page | date | time | min(?:ute)?s?
      | read | hrs? | article | story | created | filed | under | in | comments? | news | staff | to
      | views? )\b                                                        # all that stamps are made of
    """,
    re.IGNORECASE | re.VERBOSE,
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_CLOCK_ALONE = re.compile(rf"^(?:today is\s+|{WEEKDAY}\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Candidate:
    position: int
    written: WrittenDate
    weight: float


def find_page_date(outline: Outline) -> PrintedDate | None:
    """Find the date of publication among the dates of a page; None if none stands where such dates stand.

    The first publication is preferred to an update. Digits that leave open which is the month are
    read as the rest of the page is written, and not at all if it does not tell.
    """
    dated = _dated_lines(outline)
    candidates = sorted(_candidates(outline, dated), key=lambda candidate: -candidate.weight)
    lines = outline.lines
    for candidate in candidates:
        if candidate.weight < MIN_WEIGHT:
            return None
        order = candidate.written.order or _open_order(outline, dated)
        date = None if order is None else read_date(candidate.written, lines[candidate.position], order)
        if date is not None:
            return date
    return None


def _dated_lines(outline: Outline) -> dict[int, tuple[WrittenDate, ...]]:
    return {
        position: dates
        for position in lines_with(outline.lines, MAY_HOLD_DATE, MAX_STAMP_CHARACTERS)
        if (dates := tuple(written_dates(outline.lines[position])))
    }


def _open_order(outline: Outline, dated: dict[int, tuple[WrittenDate, ...]]) -> str | None:
    day_first = is_day_first(outline.lines, [date for dates in dated.values() for date in dates])
    return None if day_first is None else "DMY" if day_first else "MDY"


def _candidates(outline: Outline, dated: dict[int, tuple[WrittenDate, ...]]) -> Iterator[_Candidate]:
    only = _ONLY_DATE if len({date.text for dates in dated.values() for date in dates}) == 1 else 0.0
    for position, dates in dated.items():
        line = outline.lines[position]
        if outline.labels[position] in _NOT_HERE or position in outline.titles:
            continue
        if _OF_SOMETHING_ELSE.search(line) is not None:
            continue
        weight = only + _line_weight(outline, position) + _list_weight(outline, dated, position)
        start = 0
        for written in dates:
            label = line[start : written.start] or _label_above(outline, position)
            yield _Candidate(position, written, weight + _label_weight(label, is_first=start == 0))
            start = written.end


# Credits and datelines are read by those who know them.
_NOT_HERE = frozenset({SegmentLabel.CREDIT, SegmentLabel.DATELINE})


def _line_weight(outline: Outline, position: int) -> float:
    line = outline.lines[position]
    weight = outline.place_weight(position)
    n_words = len(_WORD.findall(_STAMP_WORD.sub(" ", line)))
    is_byline = _BYLINE.search(line) is not None
    if n_words <= 1 or (is_byline and n_words <= 12):
        weight += 1.5
    elif n_words > 6:
        weight -= 1.0 if n_words <= 12 else 3.0
    if outline.is_in_head(position) and _CLOCK_ALONE.search(line) is not None:
        weight -= 1.0
    if outline.is_inside_body(position) and line.endswith("."):
        weight -= 2.0
    return weight


def _label_above(outline: Outline, position: int) -> str:
    """The line above, if it is a label such as "Published:"."""
    above = outline.lines[position - 1] if position else ""
    return above if len(above.split()) <= MAX_LABEL_WORDS else ""


def _label_weight(label: str, *, is_first: bool) -> float:
    """What the words before a date say it is the date of."""
    if _FIRST.search(label) is not None:
        return 4.0
    if _UPDATED.search(label) is not None:
        return 0.5 if is_first else -1.0
    if _PUBLISHED.search(label) is not None:
        return 2.0
    return 0.5 if is_first else 0.0


def _list_weight(outline: Outline, dated: dict[int, tuple[WrittenDate, ...]], position: int) -> float:
    near = [
        other
        for other in range(position - _LIST_REACH_LINES, position + _LIST_REACH_LINES + 1)
        if other in dated and dated[other][0].text != dated[position][0].text
    ]
    is_below = position > outline.body_last + MIN_LINES_BELOW_BODY
    n_least = MIN_DATED_LINES_BELOW if is_below else MIN_DATED_LINES_IN_LIST
    return -1.5 if len(near) >= n_least else 0.0
