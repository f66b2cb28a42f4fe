"""Cutting raw text into the lines that a reader of it would see."""

from __future__ import annotations

import re

from copydesk.records import RawLine
from copydesk.spans import Span

# All that Unicode counts as a line end. The separators U+001C to U+001E, at which str.splitlines
# also cuts, are left out: in scraped text they are stray control characters.
_RARE_BREAKS = "\r\x0b\x0c\x85\u2028\u2029"
_BREAK = re.compile(f"[\n{_RARE_BREAKS}]")


def split_lines(text: str) -> tuple[RawLine, ...]:
    r"""Find the lines of a text, without their line breaks and the white space around them.

    Blank lines are left out; they can be seen as gaps between the spans.

    >>> [(line.span.start, line.text) for line in split_lines("Breaking News\r\n\r\n  Moscow\n")]
    [(0, 'Breaking News'), (19, 'Moscow')]
    """
    lines: list[RawLine] = []
    line_start = 0
    for line in _lines(text):
        seen = line.strip()
        if seen:
            start = line_start if len(seen) == len(line) else line_start + len(line) - len(line.lstrip())
            lines.append(RawLine(Span(start, start + len(seen)), seen))
        line_start += len(line) + 1
    return tuple(lines)


def _lines(text: str) -> list[str]:
    has_rare_breaks = any(sign in text for sign in _RARE_BREAKS)
    return _BREAK.split(text) if has_rare_breaks else text.split("\n")
