"""What the name tagger is told of each word besides what its encoder reads: a row of noughts and ones.

The language model's label and part of speech, letter case, the word lists, and what the rest of the
article makes of the same word.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from copydesk.entities.known_words import KnownKind, known_stretches
from copydesk.entities.titles import is_courtesy, is_title_word
from copydesk.lexicons import lexicon
from copydesk.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from copydesk.quotes.subwords import Subwords
    from copydesk.records import Token

    Features = NDArray[np.float32]
    Mark = tuple[int, int]
    """A word and a column."""

_LABELS = ("PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "DATE")
_POS = ("PROPN", "NOUN", "ADJ", "VERB", "AUX", "DET", "ADP", "PRON", "NUM", "PUNCT", "ADV", "PART", "CCONJ")
_N_CASES = 7
_LOWER, _CAPITALISED, _CAPITALS, _ONE_CAPITAL, _MIXED, _DIGITS, _SIGN = range(_N_CASES)
_VOTES = {"PERSON": 0, "ORG": 1, "GPE": 2, "LOC": 2, "FAC": 2} | dict.fromkeys(
    ("NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"), 3
)
_N_VOTED = 4
_BEGIN_AFTER = frozenset('.?!:“"')
_MIN_CAPITALISED_SHARE = 0.6
_MIN_WORDS_OF_LINE = 2

_LABELS_AT = 0
_POS_AT = _LABELS_AT + 2 * (len(_LABELS) + 1)
_CASE_AT = _POS_AT + len(_POS)
_KNOWN_AT = _CASE_AT + _N_CASES
_VOTES_AT = _KNOWN_AT + 2 * len(KnownKind)
_SIGNS_AT = _VOTES_AT + 2 * _N_VOTED + 1
_STARTS, _TITLE_LINE, _CAPITALS_LINE, _AFTER_COURTESY, _TITLE_WORD, _HEAD, _LOWER_ELSEWHERE = range(7)
_LABEL_COLUMNS = {label: _LABELS_AT + 2 * number for number, label in enumerate(_LABELS)}
_OTHER_LABEL = _LABELS_AT + 2 * len(_LABELS)
_POS_COLUMNS = {pos: _POS_AT + number for number, pos in enumerate(_POS)}
N_FEATURES = _SIGNS_AT + 7
"""The columns of the matrix."""


def word_features(text: str, subwords: Subwords, tokens: Sequence[Token]) -> Features:
    """Describe the words of an article, each at all its subwords.

    Args:
        text: The article.
        subwords: It as the encoder reads it.
        tokens: It as the language model reads it, in order.

    Returns:
        A matrix of subwords x N_FEATURES; paragraph marks have nothing but noughts.
    """
    firsts = np.flatnonzero(subwords.begins_word)
    lasts = np.append(firsts[1:], len(subwords.ids))[: len(firsts)] - 1
    spans = [
        (int(subwords.starts[first]), int(subwords.ends[last]))
        for first, last in zip(firsts, lasts, strict=True)
    ]
    real = np.array([start < end for start, end in spans], np.bool_)
    words = [Span(start, end) for start, end in spans if start < end]
    surfaces = [word.of(text) for word in words]
    labels, marks = _token_marks(words, tokens)
    marks += _known_marks(text, words)
    marks += _vote_marks(surfaces, labels)
    marks += _sign_marks(surfaces, _lines(text, words))
    rows = np.zeros((len(words), N_FEATURES), np.float32)
    # One assignment for all: single ones are what costs.
    rows[tuple(np.array(marks, np.int64).reshape(-1, 2).T)] = 1
    of_words = np.zeros((len(spans), N_FEATURES), np.float32)
    of_words[real] = rows
    by_subword: Features = np.repeat(of_words, lasts - firsts + 1, axis=0)
    return by_subword


def _token_marks(words: Sequence[Span], tokens: Sequence[Token]) -> tuple[list[str], list[Mark]]:
    """The language model's label of every word, and the marks of labels and parts of speech."""
    labels: list[str] = []
    marks: list[Mark] = []
    ends = [token.end for token in tokens]
    for row, word in enumerate(words):
        position = bisect_right(ends, word.start)
        token = tokens[position] if position < len(tokens) else None
        if token is None or token.start >= word.end:
            labels.append("")
            continue
        labels.append(token.entity)
        if token.entity:
            goes_on = not token.entity_begins or token.start < word.start
            marks.append((row, _LABEL_COLUMNS.get(token.entity, _OTHER_LABEL) + goes_on))
        if token.pos in _POS_COLUMNS:
            marks.append((row, _POS_COLUMNS[token.pos]))
    return labels, marks


def _known_marks(text: str, words: Sequence[Span]) -> list[Mark]:
    marks: list[Mark] = []
    for first, behind, kind in known_stretches(text, words):
        marks.append((first, _KNOWN_AT + 2 * kind))
        marks.extend((row, _KNOWN_AT + 2 * kind + 1) for row in range(first + 1, behind))
    return marks


def _vote_marks(surfaces: Sequence[str], labels: Sequence[str]) -> list[Mark]:
    """What the language model takes the same word for elsewhere: at least once, and mostly."""
    counts = Counter(surfaces)
    own = [_VOTES.get(label, -1) for label in labels]
    votes = Counter(zip(surfaces, own, strict=True))
    marks: list[Mark] = []
    for row, (surface, kind) in enumerate(zip(surfaces, own, strict=True)):
        others = counts[surface] - 1
        if not others or not surface[0].isupper():
            continue
        marks.append((row, _VOTES_AT + 2 * _N_VOTED))
        for number in range(_N_VOTED):
            n_votes = votes[surface, number] - (kind == number)
            if n_votes > 0:
                marks.append((row, _VOTES_AT + 2 * number))
            if 2 * n_votes > others:
                marks.append((row, _VOTES_AT + 2 * number + 1))
    return marks


def _lines(text: str, words: Sequence[Span]) -> list[int]:
    """The number of the line of every word."""
    breaks = [position for position, letter in enumerate(text) if letter == "\n"]
    return [bisect_right(breaks, word.start) for word in words]


def _sign_marks(surfaces: Sequence[str], lines: Sequence[int]) -> list[Mark]:
    """Letter case, the kind of line, and words that are titles or end the names of organisations."""
    lower = {surface for surface in surfaces if surface.islower()}
    by_line: dict[int, list[str]] = {}
    for line, surface in zip(lines, surfaces, strict=True):
        by_line.setdefault(line, []).append(surface)
    kinds = {line: _line_signs(of_line) for line, of_line in by_line.items()}
    marks: list[Mark] = []
    before = ("", "")
    line_before = -1
    for row, (surface, line) in enumerate(zip(surfaces, lines, strict=True)):
        marks.append((row, _CASE_AT + _case(surface)))
        marks.extend((row, _SIGNS_AT + sign) for sign in kinds[line])
        if surface[0].isalpha():
            begins = line != line_before or before[1] in _BEGIN_AFTER
            marks.extend(
                (row, _SIGNS_AT + sign) for sign in _word_signs(surface, before, lower, begins=begins)
            )
        before, line_before = (before[1], surface), line
    return marks


def _word_signs(surface: str, before: tuple[str, str], lower: set[str], *, begins: bool) -> Iterator[int]:
    if begins:
        yield _STARTS
    if is_courtesy(before[1]) or (before[1] == "." and is_courtesy(before[0])):
        yield _AFTER_COURTESY
    if is_title_word(surface):
        yield _TITLE_WORD
    if surface in _heads():
        yield _HEAD
    if surface[0].isupper() and surface.lower() in lower:
        yield _LOWER_ELSEWHERE


@cache
def _heads() -> frozenset[str]:
    return frozenset(lexicon("organizations")["heads"]["last"])


def _line_signs(surfaces: Sequence[str]) -> list[int]:
    """Whether most words of a line begin with a capital, and whether most are in capitals."""
    long = [surface for surface in surfaces if surface.isalpha()]
    if len(long) < _MIN_WORDS_OF_LINE:
        return []
    n_capitalised = sum(surface[0].isupper() for surface in long)
    n_capitals = sum(surface.isupper() for surface in long)
    least = _MIN_CAPITALISED_SHARE * len(long)
    found = ((_TITLE_LINE, n_capitalised > least), (_CAPITALS_LINE, n_capitals > least))
    return [sign for sign, is_so in found if is_so]


def _case(surface: str) -> int:
    if surface[0].isdigit():
        return _DIGITS
    if not surface[0].isalpha():
        return _SIGN
    if not surface[0].isupper():
        return _LOWER if surface.islower() else _MIXED
    if len(surface) == 1:
        return _ONE_CAPITAL
    if surface.isupper():
        return _CAPITALS
    return _CAPITALISED if surface[1:].islower() else _MIXED


def label_columns(label: str) -> tuple[int, int]:
    """The columns of a label of the language model: of the first word with it, and of the others."""
    return _LABEL_COLUMNS[label], _LABEL_COLUMNS[label] + 1


def known_column(kind: KnownKind) -> int:
    """The column of the first word of a name in a word list; the next is that of the others."""
    return _KNOWN_AT + 2 * kind


def hideable_columns() -> tuple[list[int], list[int]]:
    """The columns from the language model's labels, here and elsewhere; and those from the word lists."""
    return [*range(_LABELS_AT, _POS_AT), *range(_VOTES_AT, _SIGNS_AT)], [*range(_KNOWN_AT, _VOTES_AT)]
