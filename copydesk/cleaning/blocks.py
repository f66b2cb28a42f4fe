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
MIN_WRAPPED_LINES = 4
# Of the pairs of adjoining lines, the share that must break inside a sentence.
MIN_BROKEN_SHARE = 0.35
# A line that ends a sentence this far before the column ends its paragraph.
MAX_LAST_LINE_SHARE = 0.75
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
    groups = (
        _paragraphs(record, gaps) if _is_hard_wrapped(record, gaps) else [[no] for no in range(len(gaps))]
    )
    return tuple(
        Block(
            lines=tuple(record.lines[no] for no in group),
            text=" ".join(plain_characters(record.lines[no].text) for no in group),
            follows_blank=group[0] == 0 or len(_BREAK.findall(gaps[group[0]])) > 1,
        )
        for group in groups
    )


def _gaps(record: RawRecord) -> list[str]:
    """What stands in the raw text before each line, up to the line above."""
    ends = [0, *(line.span.end for line in record.lines)]
    return [record.text[end : line.span.start] for end, line in zip(ends, record.lines, strict=False)]


def _indents(gaps: list[str]) -> list[int]:
    return [len(_BREAK.split(gap)[-1].expandtabs(4)) for gap in gaps]


def _adjoins(gap: str) -> bool:
    return len(_BREAK.findall(gap)) == 1


def _is_hard_wrapped(record: RawRecord, gaps: list[str]) -> bool:
    lengths = sorted(len(line.text) for line in record.lines)
    if len(lengths) < MIN_WRAPPED_LINES or any(line.offsets for line in record.lines):
        return False
    if lengths[int(len(lengths) * 0.95)] > MAX_WRAP_COLUMN:
        return False
    adjoining = [
        (above.text, below.text)
        for (above, below), gap in zip(pairwise(record.lines), gaps[1:], strict=True)
        if _adjoins(gap)
    ]
    broken = sum(above[-1] not in '.!?:"”' and below[0].islower() for above, below in adjoining)
    return broken >= 2 and broken >= MIN_BROKEN_SHARE * len(adjoining)


def _paragraphs(record: RawRecord, gaps: list[str]) -> list[list[int]]:
    """The numbers of the lines of each paragraph of a hard-wrapped page."""
    column = max(len(line.text) for line in record.lines if len(line.text) <= MAX_WRAP_COLUMN)
    indents = _indents(gaps)
    margin = Counter(indents).most_common(1)[0][0]
    groups: list[list[int]] = [[0]]
    for no in range(1, len(gaps)):
        above = record.lines[no - 1].text
        is_last_line = len(above) < MAX_LAST_LINE_SHARE * column and not record.lines[no].text[0].islower()
        if not _adjoins(gaps[no]) or indents[no] > margin or is_last_line:
            groups.append([no])
        else:
            groups[-1].append(no)
    return groups
