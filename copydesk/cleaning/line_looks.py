"""How the lines of a page begin and end and what signs they have, as numbers for the line model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy.typing as npt

_QUOTE_MARKS = frozenset("\"”’'")
_OPENING_MARKS = frozenset("\"“‘'")
# The flags of a line that stand before the counts in what the models have learned.
_N_FIRST_FLAGS = 13
_FULL_STOPS = frozenset(".。")
_CALLS = frozenset("!?！？")
_COMMAS = frozenset(",;")
_BULLETS = frozenset("-–—•·*»>")


def line_looks(lines: Sequence[str]) -> npt.NDArray[np.float64]:
    """How each line begins, ends, and what signs it has: one row a line, one column a feature.

    The first two columns say whether it ends a sentence; the order is part of the trained models.

    >>> line_looks(["Talks go on.", "Latest video"])[:, :2].any(axis=1).tolist()
    [True, False]
    """
    firsts, lasts = [line[:1] for line in lines], [line[-1:] for line in lines]
    ends = [line[-2:-1] if line[-1:] in _QUOTE_MARKS else line[-1:] for line in lines]
    flags: tuple[Iterable[bool], ...] = (
        [end in _FULL_STOPS for end in ends],
        [end in _CALLS for end in ends],
        [last in _QUOTE_MARKS for last in lasts],
        [last == ":" for last in lasts],
        [last in _COMMAS for last in lasts],
        [line.endswith(("...", "…", "[…]")) for line in lines],
        map(str.islower, firsts),
        [first in _OPENING_MARKS for first in firsts],
        map(str.isdigit, firsts),
        [first in _BULLETS for first in firsts],
        ["http" in line or "www." in line or "@" in line or ".com" in line for line in lines],
        ["|" in line or "»" in line or "›" in line or " / " in line or " > " in line for line in lines],
        map(str.isupper, lines),
        ["(" in line for line in lines],
        [":" in line[:-1] for line in lines],
    )
    counts = (
        [line.count(". ") + line.count("? ") + line.count('." ') for line in lines],
        [line.count('"') + line.count("“") for line in lines],
        [line.count(",") for line in lines],
    )
    # Bytes become an array ten times as quickly as lists do.
    shown = np.frombuffer(b"".join(map(bytes, flags)), np.uint8).reshape(len(flags), len(lines))
    rows: npt.NDArray[np.float64] = np.vstack(
        (shown[:_N_FIRST_FLAGS], np.array(counts, np.float64), shown[_N_FIRST_FLAGS:])
    )
    return rows.T
