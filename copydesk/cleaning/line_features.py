"""What the line model sees of a page: for every line some numbers, and its first and last words.

Everything is computed over all lines of a page at once: one regular expression cuts the page into
words, and arrays do the rest. Line by line the same would take ten times as long.
"""

from __future__ import annotations

import operator
import re
from collections import Counter
from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from copydesk.cleaning.shape import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
_QUOTE_MARKS = frozenset("\"”’'")
_OPENING_MARKS = frozenset("\"“‘'")
_BULLETS = frozenset("-–—•·*»>")
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
    """All words and signs of a page: what each is, and the number of the line it stands in."""

    texts: list[str]
    ids: Ids
    line: Ids
    is_word: Flags
    is_number: Flags
    is_capital: Flags
    is_function: Flags
    n_lines: int

    def count(self, flags: npt.NDArray[np.generic] | None = None) -> npt.NDArray[np.float64]:
        """How many words a line has, or how many with the flag, or the sum of a number over them."""
        return np.bincount(self.line, flags, self.n_lines).astype(np.float64)


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
    looks = _looks(lines)
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
    special = {word: no for no, word in enumerate(SPECIAL_WORDS)}
    return frozenset(_words(lines, special).texts)


def _words(lines: Sequence[str], vocabulary: Mapping[str, int]) -> _Words:
    shown = "\n".join(
        line if len(line) <= _MAX_CHARACTERS else f"{line[:_HEAD_CHARACTERS]} {line[-_TAIL_CHARACTERS:]}"
        for line in lines
    )
    cased = _WORD.findall(shown)
    texts = list(map(str.lower, cased))
    n_words = len(texts)
    is_number = np.fromiter(map(str.isdigit, texts), bool, n_words)
    ids = np.fromiter(map(vocabulary.get, texts, repeat(UNKNOWN)), np.int32, n_words)
    ids[is_number & (ids == UNKNOWN)] = NUMBER
    is_break = ids == LINE_BREAK
    is_word = np.fromiter(map(str.isalpha, texts), bool, n_words)
    inside = ~is_break
    is_function = np.fromiter(map(FUNCTION_WORDS.__contains__, texts), bool, n_words)
    return _Words(
        texts=[text for text in texts if text != "\n"],
        ids=ids[inside],
        line=np.cumsum(is_break, dtype=np.int32)[inside],
        is_word=is_word[inside],
        is_number=is_number[inside],
        is_capital=np.fromiter(map(operator.ne, cased, texts), bool, n_words)[inside],
        is_function=is_function[inside],
        n_lines=len(lines),
    )


_N_WORDS = 0


def _counts(words: _Words) -> npt.NDArray[np.float64]:
    """What a line is made of."""
    n_signs_and_words = np.maximum(words.count(), 1)
    n_words = words.count(words.is_word)
    content = words.is_word & ~words.is_function
    n_letters = words.count(np.fromiter(map(len, words.texts), np.int32, len(words.texts)) * words.is_word)
    n_numbers = words.count(words.is_number)
    return np.column_stack(
        (
            np.log1p(n_words),
            words.count(content & words.is_capital) / np.maximum(words.count(content), 1),
            words.count(words.is_function) / np.maximum(n_words, 1),
            n_numbers / n_signs_and_words,
            (n_signs_and_words - n_words - n_numbers) / n_signs_and_words,
            n_letters / np.maximum(n_words, 1) / 8,
            n_words == 0,
        )
    )


def _looks(lines: Sequence[str]) -> npt.NDArray[np.float64]:
    """How a line begins, ends, and what signs it has. The first two: it ends a sentence."""
    return np.array([_look(line) for line in lines], np.float64)


def _look(line: str) -> tuple[float, ...]:
    first, last = line[:1], line[-1:]
    is_quoted = last in _QUOTE_MARKS
    end = line[-2:-1] if is_quoted else last
    return (
        end in (".", "。"),
        end in ("!", "?", "！", "？"),
        is_quoted,
        last == ":",
        last in (",", ";"),
        line.endswith(("...", "…", "[…]")),
        first.islower(),
        first in _OPENING_MARKS,
        first.isdigit(),
        first in _BULLETS,
        "http" in line or "www." in line or "@" in line or ".com" in line,
        "|" in line or "»" in line or "›" in line or " / " in line or " > " in line,
        line.isupper(),
        line.count(". ") + line.count("? ") + line.count('." '),
        line.count('"') + line.count("“"),
        line.count(","),
        "(" in line,
        ":" in line[:-1],
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
    starts = np.searchsorted(words.line, np.arange(len(lines)))
    heads = [
        " ".join("0" if word.isdigit() else word for word in words.texts[start : start + 2])
        for start in starts.tolist()
    ]
    n_alike = Counter(heads)
    return np.array(
        [
            (
                np.log(n_same[line]),
                np.log(n_alike[head]),
                no > 0 and _echoes(line, lines[no - 1]),
                no + 1 < len(lines) and _echoes(line, lines[no + 1]),
            )
            for no, (line, head) in enumerate(zip(lines, heads, strict=True))
        ],
        np.float64,
    )


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
    carries_subject = words.is_word & ~words.is_function
    known: dict[str, int] = {}
    where = [
        no for no in np.flatnonzero(carries_subject).tolist() if len(words.texts[no]) >= _MIN_STEM_CHARACTERS
    ]
    stems = [known.setdefault(words.texts[no][:_STEM_CHARACTERS], len(known)) for no in where]
    n_stems = max(len(known), 1)
    pairs = np.unique(words.line[where].astype(np.int64) * n_stems + np.array(stems, np.int64))
    return (pairs // n_stems).astype(np.int32), (pairs % n_stems).astype(np.int32)


def _first_and_last(words: _Words) -> Ids:
    found = np.zeros((words.n_lines, N_WORDS), np.int32)
    numbers = np.arange(words.n_lines)
    starts = np.searchsorted(words.line, numbers)
    ends = np.searchsorted(words.line, numbers, side="right")
    position = np.arange(len(words.ids))
    from_start = position - starts[words.line]
    is_first = from_start < FIRST_WORDS
    found[words.line[is_first], from_start[is_first]] = words.ids[is_first]
    from_end = ends[words.line] - 1 - position
    is_last = from_end < LAST_WORDS
    found[words.line[is_last], N_WORDS - 1 - from_end[is_last]] = words.ids[is_last]
    return found
