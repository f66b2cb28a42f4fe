"""Whether a place in the text lies inside one of many spans."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.spans import Span


def is_inside(spans: Sequence[Span], offset: int) -> bool:
    """Whether a character is in one of the spans, which must be sorted and disjoint.

    >>> from copydesk.spans import Span
    >>> [is_inside([Span(0, 3), Span(5, 8)], offset) for offset in (2, 3, 5)]
    [True, False, True]
    """
    position = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return position >= 0 and offset < spans[position].end
