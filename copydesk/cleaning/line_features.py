"""What the line model sees of a page: for every line some numbers, and its first and last words.

Everything is computed over all lines of a page at once, by arrays: line by line the same would take
ten times as long.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from copydesk.cleaning.line_looks import line_looks
from copydesk.cleaning.page_words import WordIndex, cut_into_words
from copydesk.cleaning.shape import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.cleaning.page_words import Flags, Hashes, PageWords, Places

Numbers = npt.NDArray[np.float32]
Ids = npt.NDArray[np.int32]

# Ids that every vocabulary has, in this order.
SPECIAL_WORDS = ("", "<unknown>", "<number>", "\n")
NO_WORD, UNKNOWN, NUMBER, _ = range(len(SPECIAL_WORDS))
FIRST_WORDS = 18
LAST_WORDS = 6
N_WORDS = FIRST_WORDS + LAST_WORDS
MIN_PROSE_WORDS = 8
_MIN_STEM_CHARACTERS = 4
# As many characters of a line are looked for in its neighbours, if it has more than that many.
_ECHO_CHARACTERS = 40
_MIN_ECHO_CHARACTERS = 12
# Where in the numbers of a line these are.
_N_WORDS, _CAPITALS, _FUNCTION_WORDS = 0, 1, 2
_N_COUNTS = 7
_SENTENCE_ENDS, _OPEN_ENDS = slice(_N_COUNTS, _N_COUNTS + 2), slice(_N_COUNTS + 3, _N_COUNTS + 5)
# What stands for the first word of a line that begins with a number, and for one behind the last line.
_ANY_NUMBER, _NO_LINE = np.uint64(0), np.uint64(1)


@dataclass(frozen=True, slots=True)
class LineFeatures:
    """Features of the lines of one page.

    Attributes:
        numbers: One row a line, one column a feature (shape: lines x `N_NUMBERS`).
        words: Ids of its first 18 and last 6 words and signs, 0 where there are fewer (lines x 24).
    """

    numbers: Numbers
    words: Ids

    @property
    def n_words(self) -> Numbers:
        """How many words each line has, of long ones what is looked at."""
        counted: Numbers = np.expm1(self.numbers[:, _N_WORDS])
        return counted.round()

    @property
    def capitals(self) -> Numbers:
        """The share of the content words of each line that have a capital."""
        return self.numbers[:, _CAPITALS]

    @property
    def has_function_words(self) -> Flags:
        """Whether each line has a word that prose cannot do without."""
        return self.numbers[:, _FUNCTION_WORDS] > 0

    @property
    def ends_sentence(self) -> Flags:
        """Whether each line closes with the sign of a sentence, quotation marks aside."""
        ends: Flags = self.numbers[:, _SENTENCE_ENDS].sum(axis=1) > 0
        return ends

    @property
    def ends_open(self) -> Flags:
        """Whether each line closes with a colon, comma or semicolon."""
        ends: Flags = self.numbers[:, _OPEN_ENDS].sum(axis=1) > 0
        return ends


def line_features(lines: Sequence[str], follows_blank: Sequence[bool], vocabulary: WordIndex) -> LineFeatures:
    """Compute the features of the lines of a page.

    Args:
        lines: The lines, stripped, in order.
        follows_blank: Whether a blank line stands above each.
        vocabulary: The known words in small letters, behind the special ones.
    """
    words = cut_into_words(lines)
    is_content = words.is_word & ~_function_words().has(words.hash)
    looks = line_looks(lines)
    counts = _counts(words, is_content)
    is_prose = (counts[:, _N_WORDS] >= np.log1p(MIN_PROSE_WORDS)) & (looks[:, 0] + looks[:, 1] > 0)
    columns = (
        counts,
        looks,
        _place(lines, follows_blank),
        _repetition(lines, words),
        _subject(words, is_content, is_prose),
    )
    return LineFeatures(np.hstack(columns).astype(np.float32), _first_and_last(words, vocabulary))


@cache
def _function_words() -> WordIndex:
    return WordIndex(FUNCTION_WORDS)


def _counts(words: PageWords, is_content: Flags) -> npt.NDArray[np.float64]:
    """What a line is made of."""
    n_signs_and_words = np.maximum(np.diff(words.starts), 1)
    n_words, n_content = words.count(words.is_word), words.count(is_content)
    n_letters = words.count(words.length * words.is_word)
    n_numbers = words.count(words.is_number)
    return np.column_stack(
        (
            np.log1p(n_words),
            words.count(is_content & words.is_capital) / np.maximum(n_content, 1),
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


def _repetition(lines: Sequence[str], words: PageWords) -> npt.NDArray[np.float64]:
    """How often the page has a line, how many begin like it, and whether a neighbour has it, too."""
    n_same = Counter(lines)
    echoes = _echoes(lines)
    _, head, n_alike = np.unique(_heads(words), return_inverse=True, return_counts=True)
    counts = np.log([n_same[line] for line in lines]), np.log(n_alike[head])
    return np.column_stack((*counts, [False, *echoes], [*echoes, False]))


def _heads(words: PageWords) -> Hashes:
    """A number for the two words from the start of each line on; all words of digits are one.

    The second word of a line of one word is the first of the next line: so the models have learned it.
    """
    # Behind the last line stand two line breaks, for lines that begin there.
    hashes = np.append(np.where(words.is_number, _ANY_NUMBER, words.hash), (_NO_LINE, _NO_LINE))
    starts = words.starts[:-1]
    heads: Hashes = hashes[starts] * np.uint64(3) + hashes[starts + 1]
    return heads


def _echoes(lines: Sequence[str]) -> list[bool]:
    """Whether each line but the last and the one below have the beginning of one in the other."""
    # A line break is in no line: what is too short is found nowhere.
    starts = [line[:_ECHO_CHARACTERS] if len(line) > _MIN_ECHO_CHARACTERS else "\n" for line in lines]
    pairs = zip(pairwise(lines), pairwise(starts), strict=True)
    return [start in below or start_below in line for (line, below), (start, start_below) in pairs]


def _subject(words: PageWords, is_content: Flags, is_prose: Flags) -> npt.NDArray[np.float64]:
    """How much of a line the prose of the page talks about, and how much of the page is prose."""
    n_lines = words.n_lines
    line, stem = _stems(words, is_content)
    n_stems = np.maximum(np.bincount(line, minlength=n_lines), 1)
    in_prose = is_prose[line]
    n_prose_lines = np.bincount(stem[in_prose], minlength=int(stem.max(initial=0)) + 1)
    n_elsewhere = n_prose_lines[stem] - in_prose
    n_shared = np.bincount(line, n_elsewhere > 0, n_lines)
    in_first = np.zeros(len(n_prose_lines), bool)
    in_first[stem[line == 0]] = True
    n_in_first = np.bincount(line, in_first[stem], n_lines)
    n_prose = int(is_prose.sum())
    return np.column_stack(
        (
            n_shared / n_stems,
            np.bincount(line, np.log1p(n_elsewhere), n_lines) / n_stems,
            np.log1p(n_shared),
            n_in_first / np.maximum(n_stems + in_first.sum() - n_in_first, 1),
            np.full(n_lines, n_prose / n_lines),
            np.full(n_lines, np.log1p(n_prose)),
            is_prose,
        )
    )


def _stems(words: PageWords, is_content: Flags) -> tuple[Places, Places]:
    """The stems of content words, each once a line: the lines' numbers and the stems' numbers."""
    has_stem = is_content & (words.length >= _MIN_STEM_CHARACTERS)
    known, stem = np.unique(words.stem[has_stem], return_inverse=True)
    n_stems = max(len(known), 1)
    pairs = np.sort(words.line[has_stem] * n_stems + stem)
    # By sorting: `np.unique` takes five times as long for so few.
    pairs = pairs[np.diff(pairs, prepend=-1) > 0]
    return pairs // n_stems, pairs % n_stems


def _first_and_last(words: PageWords, vocabulary: WordIndex) -> Ids:
    """The ids of the first words of each line, and of the last ones at the end of the row."""
    starts, ends = words.starts[:-1, None], words.starts[1:, None]
    first, last = starts + np.arange(FIRST_WORDS), ends - np.arange(LAST_WORDS, 0, -1)
    # Behind all words stands none, for the places that a line has no word for.
    nowhere = len(words.hash)
    places = np.hstack((np.where(first < ends, first, nowhere), np.where(last >= starts, last, nowhere)))
    known = vocabulary.find(words.hash, unknown=UNKNOWN - len(SPECIAL_WORDS)) + len(SPECIAL_WORDS)
    known[(known == UNKNOWN) & words.is_number] = NUMBER
    found: Ids = np.append(known, NO_WORD).astype(np.int32)[places]
    return found
