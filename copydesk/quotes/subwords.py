"""An article as the quote tagger sees it: subwords with their offsets, letter case and quotation marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from copydesk.quotes.marks import find_quoted_spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    from copydesk.spans import Span

    Ids = NDArray[np.int64]

PARAGRAPH_MARK = "[unused1]"
"""The subword between two paragraphs; the encoder's vocabulary has it to spare."""
MAX_WINDOW = 190
"""The most subwords the tagger sees at once, without the two signs at its ends."""
N_SHAPES = 8
"""Letter case of a word (other, Capitalised, CAPITALS, digits) times outside and inside quotation marks."""
_CAPITALISED, _CAPITALS, _DIGITS = 1, 2, 3
_INSIDE_MARKS = 4
_SENTENCE_ENDS = frozenset(".!?…")
_MARKS_AFTER_END = frozenset("\"”'’»)]")


@dataclass(frozen=True, slots=True)
class Subwords:
    """The subwords of an article, in order, one paragraph mark between two paragraphs.

    Attributes:
        ids: Their numbers in the encoder's vocabulary.
        shapes: What an uncased vocabulary cannot tell, 0 to 7.
        starts, ends: Offsets into the text; a paragraph mark is empty.
        begins_word: Whether a word begins with it; signs are words.
        units: Paragraphs, and the pieces of long ones, as ranges of subwords without their marks.
    """

    ids: Ids
    shapes: Ids
    starts: Ids
    ends: Ids
    begins_word: NDArray[np.bool_]
    units: tuple[tuple[int, int], ...]


def read_subwords(text: str, paragraphs: Iterable[Span], tokenizer: Tokenizer) -> Subwords:
    """Cut the paragraphs of an article into subwords."""
    mark = number_of(tokenizer, PARAGRAPH_MARK)
    ids: list[int] = []
    shapes: list[int] = []
    offsets: list[tuple[int, int]] = []
    begins: list[bool] = []
    units: list[tuple[int, int]] = []
    for paragraph in paragraphs:
        if ids:
            ids.append(mark)
            shapes.append(0)
            offsets.append((paragraph.start, paragraph.start))
            begins.append(True)
        first = len(ids)
        written = paragraph.of(text)
        encoded = tokenizer.encode(written, add_special_tokens=False)
        words = encoded.word_ids
        begins.extend(word != before for word, before in zip(words, [None, *words], strict=False))
        ids.extend(encoded.ids)
        offsets.extend((start + paragraph.start, end + paragraph.start) for start, end in encoded.offsets)
        shapes.extend(_shapes(written, encoded.offsets, begins[first:]))
        units.extend(_pieces(text, offsets, first))
    spans = np.array(offsets, np.int64).reshape(-1, 2)
    return Subwords(
        np.array(ids, np.int64),
        np.array(shapes, np.int64),
        spans[:, 0],
        spans[:, 1],
        np.array(begins, np.bool_),
        tuple(units),
    )


def packed(subwords: Subwords, max_window: int = MAX_WINDOW) -> list[tuple[int, int]]:
    """Put neighbouring paragraphs together into ranges of at most so many subwords."""
    windows: list[tuple[int, int]] = []
    for start, end in subwords.units:
        if windows and end - windows[-1][0] <= max_window:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((start, end))
    return windows


@cache
def load_tokenizer(file: Path) -> Tokenizer:
    """Read the vocabulary, once a process."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(file))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def number_of(tokenizer: Tokenizer, subword: str) -> int:
    """The number of a subword that the vocabulary has.

    Raises:
        KeyError: It does not have it.
    """
    number = tokenizer.token_to_id(subword)
    if number is None:
        raise KeyError(subword)
    return number


def _shapes(paragraph: str, offsets: Sequence[tuple[int, int]], begins: Sequence[bool]) -> Iterator[int]:
    quoted = find_quoted_spans(paragraph)
    word_starts = [start for (start, _), begin in zip(offsets, begins, strict=True) if begin]
    word_ends = [*word_starts[1:], len(paragraph)]
    case = 0
    word_no = -1
    for (start, _), begin in zip(offsets, begins, strict=True):
        if begin:
            word_no += 1
            case = _case(paragraph[start : word_ends[word_no]].rstrip())
        yield case + _INSIDE_MARKS * _is_inside(quoted, start)


def _case(word: str) -> int:
    if word[:1].isdigit():
        return _DIGITS
    if not word[:1].isupper():
        return 0
    return _CAPITALS if len(word) > 1 and word.isupper() else _CAPITALISED


def _is_inside(spans: Sequence[Span], offset: int) -> bool:
    position = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return position >= 0 and offset < spans[position].end


def _pieces(text: str, offsets: Sequence[tuple[int, int]], first: int) -> Iterator[tuple[int, int]]:
    """A paragraph as ranges of subwords short enough for a window, cut at ends of sentences."""
    end = len(offsets)
    while end - first > MAX_WINDOW:
        cut = _last_sentence_end(text, offsets, first, first + MAX_WINDOW)
        yield first, cut
        first = cut
    if first < end:
        yield first, end


def _last_sentence_end(text: str, offsets: Sequence[tuple[int, int]], first: int, limit: int) -> int:
    """Behind the last sign of a sentence's end in the second half of a window, or else at its limit."""
    for position in range(limit, first + MAX_WINDOW // 2, -1):
        start, end = offsets[position - 1]
        sign = text[start:end]
        before = text[max(start - 1, 0) : start]
        follows_end = sign in _MARKS_AFTER_END and before in _SENTENCE_ENDS
        if (sign in _SENTENCE_ENDS or follows_end) and text[end : end + 1].isspace():
            return position
    return limit


def range_of(subwords: Subwords, span: Span) -> tuple[int, int]:
    """The range of subwords that have a character in a span."""
    return (
        bisect_right(subwords.ends, span.start),
        bisect_left(subwords.starts, span.end),
    )
