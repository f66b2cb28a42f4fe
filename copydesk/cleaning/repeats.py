"""Lines that are junk because the page says the same elsewhere: cut standfirsts, paragraphs twice."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ELLIPSIS = re.compile(r"\s*(?:\.\.\.+|…|\[…\]|\[\.\.\.\])$")
# How such lines end, for a first, quick look.
_CUT_ENDS = ("...", "…", "...]", "…]")
# Shorter repeats may be meant: a refrain, "He said no."
MIN_REPEATED_CHARACTERS = 60
# As much of a teaser must be found again at the start of a paragraph.
MIN_TEASER_CHARACTERS = 20
# A page of thousands of lines that begin alike must not take the square of their number.
MAX_COMPARED_LINES = 20
_MAX_ELLIPSIS_CHARACTERS = 8


def find_cut_teasers(texts: Sequence[str]) -> Iterator[int]:
    """Find the lines that end in an ellipsis and begin another, longer line.

    >>> list(find_cut_teasers(["Talks on arms control…", "Talks on arms control and trade resume."]))
    [0]
    """
    teasers = {no: _teaser(text) for no, text in enumerate(texts) if text.endswith(_CUT_ENDS)}
    teasers = {no: teaser for no, teaser in teasers.items() if len(teaser) >= MIN_TEASER_CHARACTERS}
    # Few pages have any.
    known = sorted({text.casefold() for text in texts}) if teasers else []
    for no, teaser in teasers.items():
        first = bisect_left(known, teaser)
        nearest = known[first : first + MAX_COMPARED_LINES]
        if any(_goes_on(other, teaser, len(texts[no])) for other in nearest):
            yield no


def _teaser(text: str) -> str:
    """A line that may be cut off, in small letters and without its ellipsis; "" where it has none."""
    end = _ELLIPSIS.sub("", text[-_MAX_ELLIPSIS_CHARACTERS:])
    teaser = (text[:-_MAX_ELLIPSIS_CHARACTERS] + end).casefold()
    return teaser if len(teaser) < len(text.casefold()) else ""


def _goes_on(other: str, teaser: str, n_characters: int) -> bool:
    """Whether the other line begins like the teaser and goes on, if only with a full stop."""
    if not other.startswith(teaser):
        return False
    return len(other) > n_characters or other[len(teaser) :] in (".", '."', ".”", ".’")


def find_repeated_prose(texts: Sequence[str]) -> Iterator[int]:
    """Find the long lines that stand on the page a second time, the last one excepted.

    The last stands in the article more often than in the teaser above it.
    """
    long = [(no, text) for no, text in enumerate(texts) if len(text) >= MIN_REPEATED_CHARACTERS]
    last = {text: no for no, text in long}
    return (no for no, text in long if last[text] != no)
