"""Where quotation marks open and close. Which of these stretches are quotes, others decide."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from copydesk.spans import Span, stripped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.records import Document

# Two apostrophes or two grave accents in a row are a quotation mark typed on an old keyboard.
_DOUBLE_MARK = re.compile(r"``|''|[\"“”„«»]")
_ALWAYS_OPENING = frozenset({"“", "„", "«", "``"})
_ALWAYS_CLOSING = frozenset({"”", "»"})
_OPENING_BEFORE = frozenset(" \t\n\u00a0([{—–-/‘'")

_SINGLE_OPENING = re.compile(
    r"""
    (?<![\w'’.,;:!?)\]])['‘]                          # no word and no closing sign before it
    (?!\d\ds?\b)                                      # the '90s
    (?!(?:em|til|tis|twas|cause|n|bout|round|cos)\b)  # elisions
    (?=[\w"“(\[…])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SINGLE_CLOSING = re.compile(r"(?<=[^\s(\[—–])['’](?!\w)")
_PLURAL_POSSESSIVE = re.compile(r"s['’] ")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks.

    Attributes:
        span: With its marks.
        inside: Without them and without white space at its ends.
        paragraph_no: The paragraph it stands in.
        is_closed: Whether a closing mark ends it, and not its paragraph.
    """

    span: Span
    inside: Span
    paragraph_no: int
    is_closed: bool


def find_quotations(document: Document) -> tuple[Quotation, ...]:
    """Find the stretches between quotation marks in a whole article, in order."""
    found: list[Quotation] = []
    for paragraph_no, paragraph in enumerate(document.paragraphs):
        for span in find_quoted_spans(paragraph.of(document.text)):
            quotation = _quotation(document.text, span.shifted(paragraph.start), paragraph_no)
            if quotation is not None:
                found.append(quotation)
    return tuple(found)


def quotations_over(quotations: Sequence[Quotation], start: int, end: int) -> Sequence[Quotation]:
    """The quotations, of those in order, that have a character between two offsets."""
    first = bisect_right(quotations, start, key=lambda quotation: quotation.span.end)
    last = bisect_left(quotations, end, key=lambda quotation: quotation.span.start)
    return quotations[first:last]


def find_quoted_spans(paragraph: str) -> list[Span]:
    """Find the stretches between quotation marks in one paragraph.

    A mark left open runs to the end of the paragraph: newspapers repeat the opening mark
    on each paragraph of a long quotation and close only the last one. Single marks count where
    they are not apostrophes; of nested stretches only the outer one is given.

    >>> text = 'He said: "Yes." Then: "No.'
    >>> [span.of(text) for span in find_quoted_spans(text)]
    ['"Yes."', '"No.']
    >>> text = "The ministers' talks of 'great powers' aren't over."
    >>> [span.of(text) for span in find_quoted_spans(text)]
    ["'great powers'"]
    """
    doubles = _double_quoted_spans(paragraph)
    singles = _single_quoted_spans(paragraph, doubles)
    starts = [single.start for single in singles]
    outer = [double for double in doubles if not _enclosing(double, singles, starts)]
    return sorted([*outer, *singles])


def _enclosing(span: Span, candidates: list[Span], starts: list[int]) -> bool:
    position = bisect_left(starts, span.start) - 1
    return position >= 0 and candidates[position].contains(span)


def _double_quoted_spans(paragraph: str) -> list[Span]:
    spans: list[Span] = []
    opened: int | None = None
    for match in _DOUBLE_MARK.finditer(paragraph):
        if opened is None:
            if _can_open(paragraph, match):
                opened = match.start()
        elif _can_close(paragraph, match):
            spans.append(Span(opened, match.end()))
            opened = None
        else:
            # A second opening mark: the closing mark of the stretch before was forgotten.
            _append_open(spans, paragraph, opened, match.start())
            opened = match.start()
    if opened is not None:
        _append_open(spans, paragraph, opened, len(paragraph))
    return spans


def _append_open(spans: list[Span], paragraph: str, start: int, end: int) -> None:
    span = stripped(paragraph, start, end)
    if span is not None:
        spans.append(span)


def _can_open(paragraph: str, match: re.Match[str]) -> bool:
    if match.group() in _ALWAYS_OPENING:
        return True
    looks_opening, looks_closing = _looks(paragraph, match)
    if match.group() in _ALWAYS_CLOSING:
        return looks_opening
    # A straight mark that looks like a closing one has lost its partner, or means inches.
    return looks_opening or not looks_closing


def _can_close(paragraph: str, match: re.Match[str]) -> bool:
    if match.group() in _ALWAYS_CLOSING:
        return True
    looks_opening, looks_closing = _looks(paragraph, match)
    if match.group() in _ALWAYS_OPENING:
        return looks_closing
    return looks_closing or not looks_opening


def _looks(paragraph: str, match: re.Match[str]) -> tuple[bool, bool]:
    """Whether a mark looks like an opening and like a closing one, from the characters beside it."""
    before = paragraph[match.start() - 1 : match.start()]
    after = paragraph[match.end() : match.end() + 1]
    looks_opening = (not before or before in _OPENING_BEFORE) and bool(after.strip())
    looks_closing = bool(before.strip()) and not after.isalnum()
    return looks_opening, looks_closing


def _single_quoted_spans(paragraph: str, doubles: list[Span]) -> list[Span]:
    double_starts = [double.start for double in doubles]

    def is_free(offset: int) -> bool:
        return not _enclosing(Span(offset, offset + 1), doubles, double_starts)

    openings = [match.start() for match in _SINGLE_OPENING.finditer(paragraph) if is_free(match.start())]
    closings = [match.start() for match in _SINGLE_CLOSING.finditer(paragraph) if is_free(match.start())]
    spans: list[Span] = []
    for opening, next_opening in pairwise([*openings, len(paragraph)]):
        between = closings[bisect_left(closings, opening + 2) : bisect_left(closings, next_opening)]
        closing = _closing(paragraph, between)
        if closing is not None:
            spans.append(Span(opening, closing + 1))
        elif not paragraph[:opening].strip() and len(openings) == 1:
            spans.append(Span(opening, len(paragraph.rstrip())))
    return spans


def _closing(paragraph: str, candidates: list[int]) -> int | None:
    """The mark that closes, of those before the next opening; a plural's apostrophe only if need be."""
    for candidate in candidates:
        if not _PLURAL_POSSESSIVE.match(paragraph, candidate - 1):
            return candidate
    return candidates[0] if candidates else None


def _quotation(text: str, span: Span, paragraph_no: int) -> Quotation | None:
    quoted = span.of(text)
    opening = 2 if quoted.startswith(("``", "''")) else 1
    is_closed = len(quoted) > opening and quoted.endswith(("''", '"', "”", "»", "'", "’", "“"))
    closing = (2 if quoted.endswith("''") else 1) if is_closed else 0
    inside = stripped(text, span.start + opening, span.end - closing)
    if inside is None or not any(character.isalnum() for character in inside.of(text)):
        return None
    return Quotation(span, inside, paragraph_no, is_closed)
