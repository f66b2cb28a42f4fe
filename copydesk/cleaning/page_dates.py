"""Which of the dates on a page is the article's: every one is weighed by its words and its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from copydesk.cleaning.calendar_words import CALENDAR_WORDS, WEEKDAY
from copydesk.cleaning.date_order import is_day_first
from copydesk.cleaning.dates import MAY_HOLD_DATE, PrintedDate, WrittenDate, read_date, written_dates
from copydesk.cleaning.page_outline import lines_with
from copydesk.lexicons import lexicon, word_set
from schemas.vocabulary import SegmentLabel

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copydesk.cleaning.page_outline import Outline

# Longer lines are paragraphs, where dates are part of what is told.
MAX_STAMP_CHARACTERS = 300
MIN_WEIGHT = 1.5
# Below the article most dates are those of other stories.
MIN_WEIGHT_BELOW = 2.0
# Dates that stand in as many of the next lines are a list of stories, each with its own.
MIN_DATED_LINES_IN_LIST = 3
_LIST_REACH_LINES = 5
# Well below the article one neighbour is enough.
MIN_LINES_BELOW_BODY = 4
MIN_DATED_LINES_BELOW = 1
# A page that tells one date only, wherever.
_ONLY_DATE = 1.0
# Between title and article: lists of stories give the day alone; comments and clocks give the time, too.
_WITH_TIME = 0.5
MAX_LABEL_WORDS = 4
# What the small letters before a date say that it is the date of.
_FIRST = re.compile(r"\b(?:first|originally) (?:publish|post|appear)ed")
_UPDATED = re.compile(r"updat|modif|revis|edited|\blast\b|amended|reviewed")
_PUBLISHED = re.compile(
    r"""
    \b(?: publish(?:ed|ing)? | publication\ date | posted | post\ time | created | filed | issued | first
      | released | date )\b                                               # what was done
    | ^on\b
    """,
    re.VERBOSE,
)
# Dates of other things: pictures, rights, terms, access to a source, events, weather, and what readers
# or people on networks said.
_OTHER_WORDS = word_set("date_surroundings", "other")
_OTHER_PHRASES = lexicon("date_surroundings")["other"]["phrases"]
_HANDLE = re.compile(r"\(@\w+\)|\bcomments?\s+(?:by|from|on|at) ")
_BYLINE = re.compile(r"\b[Bb][Yy]:?\s+[A-Z]|^[Bb][Yy]:")
# Words of a stamp, which are no sign that the line is about something else.
_STAMP_WORDS = word_set("date_surroundings", "stamp") | CALENDAR_WORDS
_WORD = re.compile(r"[^\W\d_]{2,}")
_CLOCK_ALONE = re.compile(rf"(?:[Tt]oday is\s+|{WEEKDAY}\b)")
_TIME_OF_DAY = re.compile(r"\d[:.]\d\d(?!\d)")


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
        is_below = candidate.position > outline.body_last
        if candidate.weight < (MIN_WEIGHT_BELOW if is_below else MIN_WEIGHT):
            continue
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
        words = _WORD.findall(line.lower())
        if _is_of_something_else(line.lower(), words):
            continue
        weight = only + _line_weight(outline, position, words) + _list_weight(outline, dated, position)
        start = 0
        for written in dates:
            label = line[start : written.start] or _label_above(outline, position)
            yield _Candidate(position, written, weight + _label_weight(label, is_first=start == 0))
            start = written.end


# Credits and datelines are read by those who know them.
_NOT_HERE = frozenset({SegmentLabel.CREDIT, SegmentLabel.DATELINE})


def _is_of_something_else(line: str, words: Sequence[str]) -> bool:
    """Whether a line in small letters says that its date is no date of publication."""
    return (
        not _OTHER_WORDS.isdisjoint(words)
        or any(phrase in line for phrase in _OTHER_PHRASES)
        or _HANDLE.search(line) is not None
    )


def _line_weight(outline: Outline, position: int, words: Sequence[str]) -> float:
    line = outline.lines[position]
    weight = outline.place_weight(position)
    n_words = sum([word not in _STAMP_WORDS for word in words])
    is_above = position < outline.body_first and not outline.is_in_head(position)
    if is_above and _TIME_OF_DAY.search(line) is not None:
        weight += _WITH_TIME
    is_byline = _BYLINE.search(line) is not None
    if n_words <= 1 or (is_byline and n_words <= 12):
        weight += 1.5
    elif n_words > 6:
        weight -= 1.0 if n_words <= 12 else 3.0
    if outline.is_in_head(position) and _CLOCK_ALONE.match(line) is not None:
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
    label = label.lower()
    if _FIRST.search(label) is not None:
        return 5.5
    if _UPDATED.search(label) is not None:
        return 0.0 if is_first else -1.0
    if _PUBLISHED.search(label) is not None:
        return 2.0
    return 0.5 if is_first else 0.0


def _list_weight(outline: Outline, dated: dict[int, tuple[WrittenDate, ...]], position: int) -> float:
    is_below = position > outline.body_last + MIN_LINES_BELOW_BODY
    near = [
        other
        for other in range(position - _LIST_REACH_LINES, position + _LIST_REACH_LINES + 1)
        if other in dated and dated[other][0].text != dated[position][0].text
    ]
    n_least = MIN_DATED_LINES_BELOW if is_below else MIN_DATED_LINES_IN_LIST
    return -1.5 if len(near) >= n_least else 0.0
