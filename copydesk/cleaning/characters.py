"""The characters of a text as arrays, and what is known of each by a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Callable

# Places in a table: arrays are looked up by no other type as quickly.
Codes = npt.NDArray[np.intp]

# Characters below this are looked up; the few others of a text are asked one by one.
_N_TABLED = 0x3000


def codes_of(text: str) -> Codes:
    """The code points of a text, one place a character."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.intp)


class CharacterTable:
    """What a function says of every character, for whole texts at once.

    >>> CharacterTable(str.isupper, np.bool_).of(codes_of("UN计")).tolist()
    [True, True, False]
    """

    def __init__(self, describe: Callable[[str], int], kind: type[np.generic]) -> None:
        self._describe = describe
        self._kind = kind
        self._table = self._described(np.arange(_N_TABLED))

    def of(self, codes: Codes) -> npt.NDArray[Any]:
        """What the function says of each character."""
        if codes.max(initial=0) < _N_TABLED:
            return self._table.take(codes)
        is_rare = codes >= _N_TABLED
        found = self._table.take(codes * ~is_rare)
        rare, places = np.unique(codes[is_rare], return_inverse=True)
        found[is_rare] = self._described(rare)[places]
        return found

    def _described(self, codes: Codes) -> npt.NDArray[Any]:
        return np.fromiter(map(self._describe, map(chr, codes.tolist())), self._kind, len(codes))
