"""The lines of a page as one string: what few of them have is looked for in all of them at once."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from copydesk.cleaning.junk.rule import MAX_RULE_CHARACTERS, small_letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class JoinedLines:
    """Lines, of which those that have a piece are found without a look at each.

    Attributes:
        lines: The lines, blank where one is too long for any rule.
        small: The same in small letters.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = [line if len(line) <= MAX_RULE_CHARACTERS else "" for line in lines]
        self.small = [small_letters(line) for line in self.lines]
        self._joined = "\n".join(self.small)
        # Strings of ASCII alone, in which others are question marks, are searched four times as quickly.
        self._ascii = self._joined.encode("ascii", "replace").decode("ascii")
        self._starts = list(accumulate([len(line) + 1 for line in self.small], initial=0))

    def having(self, piece: str) -> Iterator[int]:
        """The positions of the lines that have a piece, which is in small letters.

        >>> list(JoinedLines(["Home > News", "Photo", "The news:"]).having("news"))
        [0, 2]
        """
        joined = self._ascii if piece.isascii() else self._joined
        place = joined.find(piece)
        while place >= 0:
            no = bisect_right(self._starts, place) - 1
            yield no
            place = joined.find(piece, self._starts[no + 1])
