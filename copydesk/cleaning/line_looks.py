"""How the lines of a page begin and end and what signs they have, as numbers for the line model."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from copydesk.cleaning.characters import CharacterTable, codes_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.cleaning.characters import Codes

Numbers = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]
Signs = npt.NDArray[np.uint16]

# What a character can be, one bit each.
_BITS = tuple(1 << no for no in range(14))
(
    _FULL_STOP, _CALL, _QUOTE_END, _COLON, _COMMA, _SMALL, _QUOTE_START,
    _DIGIT, _BULLET, _CAPITAL, _BAR, _BRACKET, _DOUBLE_MARK, _LIST_COMMA,
) = _BITS  # fmt: skip
_CHARACTERS = {
    _FULL_STOP: ".。",
    _CALL: "!?！？",
    _QUOTE_END: "\"”’'",
    _COLON: ":",
    _COMMA: ",;",
    _QUOTE_START: "\"“‘'",
    _BULLET: "-–—•·*»>",
    _BAR: "|»›",
    _BRACKET: "(",
    _DOUBLE_MARK: '"“',
    _LIST_COMMA: ",",
}
_BLANK, _STOP, _QUESTION_MARK, _STRAIGHT_MARK = map(ord, ' .?"')
# The flags of a line that stand before the counts in what the models have learned.
_N_FIRST_FLAGS = 13
_ELLIPSES = ("...", "…", "[…]")


def line_looks(lines: Sequence[str]) -> Numbers:
    """How each line begins, ends, and what signs it has: one row a line, one column a feature.

    The first two columns say whether it ends a sentence; the order is part of the trained models.

    >>> line_looks(["Talks go on.", "Latest video"])[:, :2].any(axis=1).tolist()
    [True, False]
    """
    codes = codes_of("".join([f"{line}\n" for line in lines]))
    n_characters = np.fromiter(map(len, lines), np.int64, len(lines))
    ends = n_characters.cumsum() + np.arange(len(lines))
    starts = ends - n_characters
    signs = _signs().of(codes)
    first, last, before_last = signs[starts], _at(signs, ends - 1, starts), _at(signs, ends - 2, starts)
    closing = np.where(last & _QUOTE_END, before_last, last)
    *counts, n_colons = _counts(codes, signs, starts)
    within = np.bitwise_or.reduceat(signs, starts)
    columns = (
        *(closing & sign for sign in (_FULL_STOP, _CALL)),
        *(last & sign for sign in (_QUOTE_END, _COLON, _COMMA)),
        [line.endswith(_ELLIPSES) for line in lines],
        *(first & sign for sign in (_SMALL, _QUOTE_START, _DIGIT, _BULLET)),
        ["http" in line or "www." in line or "@" in line or ".com" in line for line in lines],
        [" / " in line or " > " in line for line in lines] | (within & _BAR != 0),
        (within & (_CAPITAL | _SMALL)) == _CAPITAL,
        within & _BRACKET,
        n_colons > (last & _COLON != 0),
    )
    flags = np.array([np.asarray(column, bool) for column in columns], np.float64)
    rows: Numbers = np.vstack((flags[:_N_FIRST_FLAGS], counts, flags[_N_FIRST_FLAGS:]))
    return rows.T


def _counts(codes: Codes, signs: Signs, starts: Places) -> npt.NDArray[np.int64]:
    """How many sentences end within each line, how many double marks, commas and colons it has."""
    is_blank = codes == _BLANK
    is_stop = codes == _STOP
    ends = is_stop | (codes == _QUESTION_MARK)
    ends[:-1] &= is_blank[1:]
    quoted = is_stop[:-2] & (codes[1:-1] == _STRAIGHT_MARK) & is_blank[2:]
    ends[:-2] |= quoted
    counted = np.array([ends, signs & _DOUBLE_MARK != 0, signs & _LIST_COMMA != 0, signs & _COLON != 0])
    n: npt.NDArray[np.int64] = np.add.reduceat(counted, starts, axis=1, dtype=np.int64)
    return n


def _at(signs: Signs, places: Places, starts: Places) -> Signs:
    """The signs at a place of each line, nothing where the line does not reach so far."""
    return np.where(places >= starts, signs[np.maximum(places, starts)], 0)


@cache
def _signs() -> CharacterTable:
    return CharacterTable(_sign, np.uint16)


def _sign(character: str) -> int:
    """All that a character can be, its bits together."""
    bits = sum(bit for bit, characters in _CHARACTERS.items() if character in characters)
    return bits | _SMALL * character.islower() | _CAPITAL * character.isupper() | _DIGIT * character.isdigit()
