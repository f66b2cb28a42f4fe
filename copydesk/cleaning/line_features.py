"""What the line model sees of a page: for every line some numbers, and its first and last words.

Everything is computed over all lines of a page at once: one regular expression cuts the page into
words, and arrays do the rest. Line by line the same would take ten times as long.
"""

from __future__ import annotations

import operator
import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise, repeat
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from copydesk.cleaning.line_looks import line_looks
from copydesk.cleaning.shape import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Numbers = npt.NDArray[np.float32]
Ids = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]

# Ids that every vocabulary has, in this order.
SPECIAL_WORDS = ("", "<unknown>", "<number>", "\n")
NO_WORD, UNKNOWN, NUMBER, LINE_BREAK = range(len(SPECIAL_WORDS))
FIRST_WORDS = 18
LAST_WORDS = 6
N_WORDS = FIRST_WORDS + LAST_WORDS
# Of longer lines only the beginning and the end are looked at.
_MAX_CHARACTERS = 240
_HEAD_CHARACTERS = 160
_TAIL_CHARACTERS = 60
# Scripts without blanks between words: every letter is one.
_UNSPACED = r"\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f"
_WORD = re.compile(rf"[^\W\d_{_UNSPACED}]+|[{_UNSPACED}]|\d+|[^\w\s]|\n")
MIN_PROSE_WORDS = 8
_STEM_CHARACTERS = 6
_MIN_STEM_CHARACTERS = 4
# As many characters of a line are looked for in its neighbours, if it has more than that many.
_ECHO_CHARACTERS = 40
_MIN_ECHO_CHARACTERS = 12


@dataclass(frozen=True, slots=True)
class LineFeatures:
    """Features of the lines of one page.

    Attributes:
        numbers: One row a line, one column a feature (shape: lines x `N_NUMBERS`).
        words: Ids of its first 18 and last 6 words and signs, 0 where there are fewer (lines x 24).
    """

    numbers: Numbers
    words: Ids


@dataclass(frozen=True, slots=True)
class _Words:
    """All words and signs of a page, one place each.

    Attributes:
        known: The different words and signs as written, each once; what is known of each goes by its number.
        small: The same in small letters.
        number: Which of the different words stands at a place.
        line: The number of the line that a place is in, ascending.
        starts: The place at which each line starts, and after the last line the number of places.
        ids: The id in the vocabulary of the word at a place.
    """

    known: tuple[str, ...]
    small: tuple[str, ...]
    number: Ids
    line: Ids
    starts: Ids
    ids: Ids

    @property
    def n_lines(self) -> int:
        """How many lines the page has."""
        return len(self.starts) - 1

    def each(self, of_known: Iterable[float], kind: type[np.generic] = np.bool_) -> npt.NDArray[Any]:
        """What is known of the word at each place, from what is known of the different words."""
        return np.fromiter(of_known, kind, len(self.known))[self.number]

    def count(self, flags: npt.NDArray[np.generic]) -> npt.NDArray[np.float64]:
        """How many words of a line have the flag, or the sum of a number over them."""
        return np.bincount(self.line, flags, self.n_lines).astype(np.float64, copy=False)


def line_features(
    lines: Sequence[str], follows_blank: Sequence[bool], vocabulary: Mapping[str, int]
) -> LineFeatures:
    """Compute the features of the lines of a page.

    Args:
        lines: The lines, stripped, in order.
        follows_blank: Whether a blank line stands above each.
        vocabulary: The id of every known word in lower case, the special words first.
    """
    words = _words(lines, vocabulary)
    looks = line_looks(lines)
    counts = _counts(words)
    is_prose = (counts[:, _N_WORDS] >= np.log1p(MIN_PROSE_WORDS)) & (looks[:, :2].any(axis=1))
    columns = (
        counts,
        looks,
        _place(lines, follows_blank),
        _repetition(lines, words),
        _subject(words, is_prose),
    )
    return LineFeatures(np.hstack(columns).astype(np.float32), _first_and_last(words))


def words_of(lines: Sequence[str]) -> frozenset[str]:
    """The words, numbers and signs of a page as a vocabulary has them."""
    return frozenset(map(str.lower, _WORD.findall(_shown(lines)))) - {"\n"}


def _shown(lines: Sequence[str]) -> str:
    """The lines, one below the other, the middle of long ones left out."""
    return "\n".join(
        [
            line if len(line) <= _MAX_CHARACTERS else f"{line[:_HEAD_CHARACTERS]} {line[-_TAIL_CHARACTERS:]}"
            for line in lines
        ]
    )


def _words(lines: Sequence[str], vocabulary: Mapping[str, int]) -> _Words:
    found = _WORD.findall(_shown(lines))
    # Every other word is one that the page has used before: what is known of it is looked up once.
    known = tuple(dict.fromkeys(("\n", *found)))
    small = tuple(map(str.lower, known))
    number_of = dict(zip(known, range(len(known)), strict=True))
    number = np.fromiter(map(number_of.__getitem__, found), np.int32, len(found))
    breaks = np.flatnonzero(number == 0)
    n_in_line = np.diff(breaks, prepend=-1, append=len(found)) - 1
    number = number[number != 0]
    ids = np.fromiter(map(vocabulary.get, small, repeat(UNKNOWN)), np.int32, len(small))
    is_number = np.fromiter(map(str.isdigit, small), bool, len(small))
    ids[is_number & (ids == UNKNOWN)] = NUMBER
    return _Words(
        known=known,
        small=small,
        number=number,
        line=np.repeat(np.arange(len(lines), dtype=np.int32), n_in_line),
        starts=np.concatenate(([0], n_in_line.cumsum())).astype(np.int32),
        ids=ids[number],
    )


_N_WORDS = 0


def _counts(words: _Words) -> npt.NDArray[np.float64]:
    """What a line is made of."""
    is_word = words.each(map(str.isalpha, words.small))
    is_content = is_word & ~words.each(map(FUNCTION_WORDS.__contains__, words.small))
    is_capital = words.each(map(operator.ne, words.known, words.small))
    n_signs_and_words = np.maximum(np.diff(words.starts), 1)
    n_words, n_content = words.count(is_word), words.count(is_content)
    n_letters = words.count(words.each(map(len, words.small), np.int32) * is_word)
    n_numbers = words.count(words.each(map(str.isdigit, words.small)))
    return np.column_stack(
        (
            np.log1p(n_words),
            words.count(is_content & is_capital) / np.maximum(n_content, 1),
            (n_words - n_content) / np.maximum(n_words, 1),
            n_numbers / n_signs_and_words,
            (n_signs_and_words - n_words - n_numbers) / n_signs_and_words,
            n_letters / np.maximum(n_words, 1) / 8,
            n_words == 0,
        )
    )


def _place(lines: Sequence[str], follows_blank: Sequence[bool]) -> npt.NDArray[np.float64]:
    """Where a line stands, and how long it and the page are."""
    n_lines = len(lines)
    number = np.arange(n_lines)
    n_characters = np.fromiter(map(len, lines), np.int64, n_lines)
    return np.column_stack(
        (
            number / n_lines,
            np.log1p(number),
            np.log1p(n_lines - 1 - number),
            np.full(n_lines, np.log1p(n_lines)),
            np.log1p(n_characters),
            np.asarray(follows_blank, bool),
        )
    )


def _repetition(lines: Sequence[str], words: _Words) -> npt.NDArray[np.float64]:
    """How often the page has a line, how many begin like it, and whether a neighbour has it, too."""
    n_same = Counter(lines)
    heads = _heads(words)
    n_alike = Counter(heads)
    echoes = [_echoes(line, below) for line, below in pairwise(lines)]
    counts = np.array([[n_same[line] for line in lines], [n_alike[head] for head in heads]])
    return np.column_stack((*np.log(counts), [False, *echoes], [*echoes, False]))


def _heads(words: _Words) -> list[tuple[str, str]]:
    """The two words from the start of each line on; all words of digits are one.

    The second word of a line of one word is the first of the next line: so the models have learned it.
    """
    small = words.small
    # Behind the last line stand two line breaks, for lines that begin there.
    number = np.append(words.number, (0, 0))
    starts = words.starts[:-1]
    firsts, seconds = (
        ["0" if small[no].isdigit() else small[no] for no in number[places].tolist()]
        for places in (starts, starts + 1)
    )
    return list(zip(firsts, seconds, strict=True))


def _echoes(line: str, other: str) -> bool:
    """Whether one of two lines has the beginning of the other in it."""
    if len(line) > _MIN_ECHO_CHARACTERS and line[:_ECHO_CHARACTERS] in other:
        return True
    return len(other) > _MIN_ECHO_CHARACTERS and other[:_ECHO_CHARACTERS] in line


def _subject(words: _Words, is_prose: Flags) -> npt.NDArray[np.float64]:
    """How much of a line the prose of the page talks about, and how much of the page is prose."""
    line, stem = _stems(words)
    n_stems = np.maximum(np.bincount(line, minlength=words.n_lines), 1)
    in_prose = is_prose[line]
    n_prose_lines = np.bincount(stem[in_prose], minlength=int(stem.max(initial=0)) + 1)
    n_elsewhere = n_prose_lines[stem] - in_prose
    n_shared = np.bincount(line, n_elsewhere > 0, words.n_lines)
    in_first = np.zeros(len(n_prose_lines), bool)
    in_first[stem[line == 0]] = True
    n_in_first = np.bincount(line, in_first[stem], words.n_lines)
    n_prose = int(is_prose.sum())
    return np.column_stack(
        (
            n_shared / n_stems,
            np.bincount(line, np.log1p(n_elsewhere), words.n_lines) / n_stems,
            np.log1p(n_shared),
            n_in_first / np.maximum(n_stems + in_first.sum() - n_in_first, 1),
            np.full(words.n_lines, n_prose / words.n_lines),
            np.full(words.n_lines, np.log1p(n_prose)),
            is_prose,
        )
    )


def _stems(words: _Words) -> tuple[Ids, Ids]:
    """The stems of content words, each once a line: the lines' numbers and the stems' numbers."""
    numbers: dict[str, int] = {}
    stem = words.each(
        [
            numbers.setdefault(word[:_STEM_CHARACTERS], len(numbers))
            if len(word) >= _MIN_STEM_CHARACTERS and word.isalpha() and word not in FUNCTION_WORDS
            else -1
            for word in words.small
        ],
        np.int64,
    )
    has_stem = stem >= 0
    n_stems = max(len(numbers), 1)
    pairs = np.unique(words.line[has_stem] * np.int64(n_stems) + stem[has_stem])
    return (pairs // n_stems).astype(np.int32), (pairs % n_stems).astype(np.int32)


def _first_and_last(words: _Words) -> Ids:
    """The ids of the first words of each line, and of the last ones at the end of the row."""
    starts, ends = words.starts[:-1, None], words.starts[1:, None]
    # Behind all words stands none, for the places that a line has no word for.
    ids = np.append(words.ids, np.int32(NO_WORD))
    first, last = starts + np.arange(FIRST_WORDS), ends - np.arange(LAST_WORDS, 0, -1)
    nowhere = len(words.ids)
    places = np.hstack((np.where(first < ends, first, nowhere), np.where(last >= starts, last, nowhere)))
    found: Ids = ids[places]
    return found
