"""All words of a page at once, as arrays: where they stand, what they are made of, and a number for each.

A word's number is a polynomial hash of its small letters, taken from running sums over the whole page
(Rabin and Karp, "Efficient randomized pattern-matching algorithms", IBM J. Res. Dev. 31, 1987), so that
no word is ever made a string of its own. With 64 bits two words of a page hardly ever share a number.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from copydesk.cleaning.characters import CharacterTable, codes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Numbers = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]
Flags = npt.NDArray[np.bool_]
Kinds = npt.NDArray[np.uint8]

# Of longer lines only the beginning and the end are looked at.
MAX_LINE_CHARACTERS = 240
HEAD_CHARACTERS = 160
TAIL_CHARACTERS = 60
STEM_CHARACTERS = 6
# What a character is, the lowest bits of its kind: part of a word, of a number, a sign, a word by itself
# (scripts without blanks between words), a line break, or nothing of these.
_NOTHING, _LETTER, _DIGIT, _SIGN, _SYLLABLE, _BREAK = range(6)
_KIND_BITS = 7
_IS_NO_LETTER, _IS_CAPITAL = 8, 16
_UNSPACED = ((0x0E00, 0x0E7F), (0x3040, 0x30FF), (0x3400, 0x9FFF))
_BASE = 0x9E3779B97F4A7C15
_MIX = 0xBF58476D1CE4E5B9
_HASH_BITS = 64
_MODULUS = 1 << _HASH_BITS
# An index has some ten slots for each of its words, so that hardly two words share one.
_SPARE_BITS = 3
# As many lines are cut into words at once: a page of a million lines must not take gigabytes.
_CHUNK_LINES = 512
_MAX_CHUNK_CHARACTERS = _CHUNK_LINES * (MAX_LINE_CHARACTERS + 1)


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words, numbers and signs of a page in order, one place each in every array.

    Attributes:
        line: The number of the line that it is in, ascending.
        starts: The place at which each line starts, and after the last line the number of places.
        length: Its characters.
        hash: A number for it in small letters, the same for the same word.
        stem: The same for its first six letters.
        is_word: Whether it is all letters.
        is_number: Whether it is all digits.
        is_capital: Whether it has a capital letter.
    """

    line: Places
    starts: Places
    length: Places
    hash: Hashes
    stem: Hashes
    is_word: Flags
    is_number: Flags
    is_capital: Flags

    @property
    def n_lines(self) -> int:
        """How many lines the page has."""
        return len(self.starts) - 1

    def count(self, values: npt.NDArray[np.generic]) -> Numbers:
        """How many words of each line have a flag, or the sum of a number over them."""
        return np.bincount(self.line, values, self.n_lines).astype(np.float64, copy=False)


class WordIndex:
    """Known words, of which the place is found for a whole page at once.

    >>> WordIndex(["talks", "the"]).find(cut_into_words(["The talks fail"]).hash, unknown=-1).tolist()
    [1, 0, -1]
    """

    def __init__(self, words: Iterable[str]) -> None:
        hashes = _hashes_of(list(words))
        order = np.argsort(hashes, kind="stable")
        n_bits = max(len(hashes), 1).bit_length() + _SPARE_BITS
        self._shift = np.uint64(_HASH_BITS - n_bits)
        n_in_slot = np.bincount((hashes >> self._shift).astype(np.intp), minlength=1 << n_bits)
        self._n_looks = int(n_in_slot.max())
        self._first = n_in_slot.cumsum() - n_in_slot
        # The last slots may be empty: there is always something to look at.
        self._hashes = np.append(hashes[order], np.zeros(self._n_looks, np.uint64))
        self._order = np.append(order, np.full(self._n_looks, -1))

    def find(self, hashes: Hashes, *, unknown: int) -> Places:
        """The position of each word in the list that the index was made of, or `unknown`."""
        first = self._first.take((hashes >> self._shift).astype(np.intp))
        found = np.full(len(hashes), unknown)
        # The first of several equal ones is found last.
        for place in reversed(range(self._n_looks)):
            is_it = (self._hashes.take(first + place) == hashes).nonzero()[0]
            found[is_it] = self._order[first[is_it] + place]
        return found

    def has(self, hashes: Hashes) -> Flags:
        """Whether each word is among those that the index was made of."""
        return self.find(hashes, unknown=-1) >= 0


def cut_into_words(lines: Sequence[str]) -> PageWords:
    """Cut the lines of a page into words, numbers and signs.

    Of lines beyond 240 characters the first 160 and the last 60 are read.

    >>> words = cut_into_words(["Talks in 2009!"])
    >>> words.length.tolist(), words.is_number.tolist(), words.is_capital.tolist()
    ([5, 2, 4, 1], [False, False, True, False], [True, False, False, False])
    """
    chunks = [
        _cut(lines[start : start + _CHUNK_LINES], start)
        for start in range(0, max(len(lines), 1), _CHUNK_LINES)
    ]
    line, length, hashes, stem, kind = (
        chunks[0] if len(chunks) == 1 else map(np.concatenate, zip(*chunks, strict=True))
    )
    n_in_line = np.bincount(line, minlength=len(lines))
    return PageWords(
        line=line,
        starts=np.concatenate(([0], n_in_line.cumsum())),
        length=length,
        hash=hashes,
        stem=stem,
        is_word=(kind == _LETTER) | (kind == _LETTER | _IS_CAPITAL) | (kind == _SYLLABLE),
        is_number=kind == _DIGIT,
        is_capital=kind & _IS_CAPITAL != 0,
    )


def shown(lines: Iterable[str]) -> str:
    """The lines, one below the other, the middle of long ones left out."""
    return "\n".join(
        [
            line
            if len(line) <= MAX_LINE_CHARACTERS
            else f"{line[:HEAD_CHARACTERS]} {line[-TAIL_CHARACTERS:]}"
            for line in lines
        ]
    )


def hash_of(word: str) -> int:
    """The number of a word, a number or a sign; capitals count as small letters."""
    return int(_hashes_of([word])[0])


def _hashes_of(words: Sequence[str]) -> Hashes:
    """The numbers of many words: a model knows thousands, and every process that cleans reads one."""
    lengths = np.fromiter(map(len, words), np.int64, len(words))
    ends = lengths.cumsum()
    starts = ends - lengths
    places = np.arange(lengths.sum()) - np.repeat(starts, lengths)
    sums = np.zeros(len(places) + 1, np.uint64)
    np.cumsum(_weights().of(codes_of("".join(words))) * _powers().take(places), out=sums[1:])
    hashes: Hashes = sums.take(ends) - sums.take(starts)
    return hashes


def words_of(lines: Sequence[str]) -> frozenset[str]:
    """The different words, numbers and signs of a page, in small letters.

    >>> sorted(words_of(["The UN in 2009."]))
    ['.', '2009', 'in', 'the', 'un']
    """
    text = shown(lines)
    starts, ends, kind = _runs(_kinds().of(codes_of(text)))
    is_word = (kind != _BREAK) & (kind != _NOTHING)
    places = zip(starts[is_word].tolist(), ends[is_word].tolist(), strict=True)
    return frozenset(text[start:end].lower() for start, end in places)


def _cut(lines: Sequence[str], first_line: int) -> tuple[Places, Places, Hashes, Hashes, Kinds]:
    """Line, length, hash, stem and kind of every word of some lines."""
    codes = codes_of(shown(lines))
    starts, ends, kind = _runs(_kinds().of(codes))
    line = (kind == _BREAK).cumsum() + first_line
    words = ((kind != _BREAK) & (kind != _NOTHING)).nonzero()[0]
    starts, ends = starts.take(words), ends.take(words)
    sums = _sums(_weights().of(codes))
    before, shift = sums.take(starts), _inverse_powers().take(starts)
    stem_ends = np.minimum(ends, starts + STEM_CHARACTERS)
    hashes, stems = (sums.take(ends) - before) * shift, (sums.take(stem_ends) - before) * shift
    return line.take(words), ends - starts, hashes, stems, kind.take(words)


def _runs(kinds: Kinds) -> tuple[Places, Places, Kinds]:
    """Where each run of one kind of character starts and ends, and what all its characters are together.

    Signs, syllables and line breaks are runs by themselves.
    """
    if len(kinds) == 0:
        nowhere = np.zeros(0, np.int64)
        return nowhere, nowhere, kinds
    main = kinds & _KIND_BITS
    is_edge = np.ones(len(main) + 1, bool)
    np.not_equal(main[1:], main[:-1], out=is_edge[1:-1])
    is_edge[:-1] |= main >= _SIGN
    edges = is_edge.nonzero()[0]
    return edges[:-1], edges[1:], np.bitwise_or.reduceat(kinds, edges[:-1])


def _sums(weights: Hashes) -> Hashes:
    """Sums of the weights up to each place, the one at place n times the n-th power of the base."""
    sums = np.zeros(len(weights) + 1, np.uint64)
    np.cumsum(weights * _powers()[: len(weights)], out=sums[1:])
    return sums


@cache
def _kinds() -> CharacterTable:
    return CharacterTable(_kind, np.uint8)


@cache
def _weights() -> CharacterTable:
    return CharacterTable(_weight, np.uint64)


def _weight(character: str) -> int:
    """A number for a character; capitals have that of their small letter, if this is one character."""
    small = character.lower()
    mixed = (ord(small if len(small) == 1 else character) + 1) * _MIX % _MODULUS
    return mixed ^ mixed >> 31


def _kind(character: str) -> int:
    odd = 0 if character.isalpha() else _IS_NO_LETTER
    if any(first <= ord(character) <= last for first, last in _UNSPACED):
        return _SYLLABLE | odd
    if character.isdecimal():
        return _DIGIT
    if character.isalnum():
        return _LETTER | odd | (_IS_CAPITAL if character.lower() != character else 0)
    if character == "\n":
        return _BREAK
    return _NOTHING if character.isspace() or character == "_" else _SIGN


@cache
def _powers() -> Hashes:
    return _powers_of(_BASE)


@cache
def _inverse_powers() -> Hashes:
    return _powers_of(pow(_BASE, -1, _MODULUS))


def _powers_of(base: int) -> Hashes:
    factors = np.full(_MAX_CHUNK_CHARACTERS, base, np.uint64)
    factors[0] = 1
    return np.cumprod(factors)
