"""Lines → blocks: a block is one paragraph, heading or label, also if wrapped over several lines."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from copydesk.cleaning.assemble import plain_characters

if TYPE_CHECKING:
    from copydesk.records import RawLine, RawRecord

# A wrapped page breaks its lines at a column below this, and one line in twenty may run over it.
MAX_WRAP_COLUMN = 100
WITHIN_COLUMN_SHARE = 0.95
MIN_WRAPPED_LINES = 4
# Of the full lines with a line right below, the share that must break inside a sentence.
MIN_BROKEN_SHARE = 0.35
# A line that ends a sentence this far before the column ends its paragraph.
MAX_LAST_LINE_SHARE = 0.75
_N_USUAL_BREAKS = {"": 0, "\n": 1, "\n\n": 2, "\n\n\n": 3, "\r\n": 1, "\r\n\r\n": 2}
_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the page between two paragraph breaks.

    Attributes:
        lines: Its raw lines, at least one.
        text: Their texts, characters made plain, joined by one space.
        follows_blank: Whether a blank line or nothing stands above it.
    """

    lines: tuple[RawLine, ...]
    text: str
    follows_blank: bool

    @property
    def proposed(self) -> bool | None:
        """What the reader's own extractor said of its first line."""
        return self.lines[0].proposed


def find_blocks(record: RawRecord) -> tuple[Block, ...]:
    """Find the blocks of a record: its lines, or groups of them where the page was hard-wrapped."""
    gaps = _gaps(record)
    n_breaks = [_n_breaks(gap) for gap in gaps]
    if _is_hard_wrapped(record, n_breaks):
        return tuple(
            Block(
                lines=tuple(record.lines[no] for no in group),
                text=" ".join(plain_characters(record.lines[no].text) for no in group),
                follows_blank=group[0] == 0 or n_breaks[group[0]] > 1,
            )
            for group in _paragraphs(record, gaps, n_breaks)
        )
    return tuple(
        Block((line,), plain_characters(line.text), no == 0 or n_breaks[no] > 1)
        for no, line in enumerate(record.lines)
    )


def _gaps(record: RawRecord) -> list[str]:
    """What stands in the raw text before each line, up to the line above."""
    text, end = record.text, 0
    gaps: list[str] = []
    for line in record.lines:
        gaps.append(text[end : line.span.start])
        end = line.span.end
    return gaps


def _indents(gaps: list[str]) -> list[int]:
    return [len(_BREAK.split(gap)[-1].expandtabs(4)) for gap in gaps]


def _n_breaks(gap: str) -> int:
    # Nearly every gap is one of these.
    return _N_USUAL_BREAKS[gap] if gap in _N_USUAL_BREAKS else len(_BREAK.findall(gap))


def _is_hard_wrapped(record: RawRecord, n_breaks: list[int]) -> bool:
    lines = record.lines
    if len(lines) < MIN_WRAPPED_LINES or any(line.offsets for line in lines):
        return False
    n_over = sum([len(line.text) > MAX_WRAP_COLUMN for line in lines])
    if n_over >= len(lines) - int(len(lines) * WITHIN_COLUMN_SHARE):
        return False
    # Only a line that is full can be one that goes on below: the rows of menus are not asked.
    full = MAX_LAST_LINE_SHARE * _column(record)
    adjoining = [
        (above, below)
        for (above, below), n in zip(pairwise(lines), n_breaks[1:], strict=True)
        if n == 1 and len(above.text) >= full
    ]
    n_broken = sum(below.text[0].islower() and above.text[-1] not in '.!?:"”' for above, below in adjoining)
    return n_broken >= 2 and n_broken >= MIN_BROKEN_SHARE * len(adjoining)


def _column(record: RawRecord) -> int:
    """The column at which a wrapped page breaks its lines; what has no blank to break at runs over it."""
    lengths = sorted(min(len(line.text), MAX_WRAP_COLUMN) for line in record.lines)
    return lengths[int(len(lengths) * WITHIN_COLUMN_SHARE)]


def _paragraphs(record: RawRecord, gaps: list[str], n_breaks: list[int]) -> list[list[int]]:
    """The numbers of the lines of each paragraph of a hard-wrapped page."""
    column = _column(record)
    indents = _indents(gaps)
    margin = Counter(indents).most_common(1)[0][0]
    groups: list[list[int]] = [[0]]
    for no in range(1, len(gaps)):
        above = record.lines[no - 1].text
        is_last_line = len(above) < MAX_LAST_LINE_SHARE * column and not record.lines[no].text[0].islower()
        if n_breaks[no] != 1 or indents[no] > margin or is_last_line:
            groups.append([no])
        else:
            groups[-1].append(no)
    return groups
