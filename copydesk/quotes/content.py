"""The pieces of text that were said: cut clean at their ends, whole quotations only, and their kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from copydesk.quotes.marks import quotations_over
from copydesk.spans import Span, merged
from schemas.vocabulary import QuoteKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from copydesk.quotes.attribute import Speaker
    from copydesk.quotes.cues import Cue
    from copydesk.quotes.marks import Quotation
    from copydesk.records import Sentence

# What a rule finds: pieces of content, not yet cut clean, and how far to trust the rule.
Report = tuple[list[Span], float]

# A content that has so much of the words between two marks has all of them.
MIN_SHARE_OF_QUOTATION = 0.5

_WORD = re.compile(r"\w+")
_MARKS = "\"“”„«»‘’'`"
_SIGNS_AT_START = " \t\n\u00a0,.;:!?)]–—-" + _MARKS
_SIGNS_AT_END = " \t\n\u00a0,.;:([–—-" + _MARKS
_ABBREVIATION_AT_END = re.compile(r"(?:\b[A-Z]\.){2,}$|\b(?:Inc|Corp|Ltd|Co|Jr|Sr)\.$")


@dataclass(frozen=True, slots=True)
class Finding:
    """A quote before its details: what was said, by which cue, by whom, and how sure that is.

    `is_by_place` says that its quotation marks gave it away, not the parse.
    """

    content: tuple[Span, ...]
    cue: Cue | None
    speaker: Speaker | None
    confidence: float
    via: str | None = None
    is_by_place: bool = False

    @property
    def start(self) -> int:
        """Where its content begins."""
        return self.content[0].start

    @property
    def size(self) -> int:
        """How many characters its content has."""
        return sum(map(len, self.content))


def token_spans(sentence: Sentence, positions: Iterable[int]) -> list[Span]:
    """The tokens at `positions` as spans; those with nothing but signs between them are joined."""
    spans: list[Span] = []
    last: int | None = None
    for position in sorted(positions):
        token = sentence.tokens[position]
        if last is not None and all(
            between.pos in {"PUNCT", "SPACE"} for between in sentence.tokens[last + 1 : position]
        ):
            spans[-1] = Span(spans[-1].start, token.end)
        else:
            spans.append(token.span)
        last = position
    return spans


def without(spans: Iterable[Span], removed: Iterable[Span]) -> list[Span]:
    """What is left of `spans` outside the spans in `removed`."""
    left = sorted(spans)
    for hole in removed:
        left = [piece for span in left for piece in _around(span, hole)]
    return left


def _around(span: Span, hole: Span) -> list[Span]:
    if not span.overlaps(hole):
        return [span]
    pieces = []
    if span.start < hole.start:
        pieces.append(Span(span.start, hole.start))
    if hole.end < span.end:
        pieces.append(Span(hole.end, span.end))
    return pieces


def clean_content(text: str, spans: Iterable[Span], quotations: Sequence[Quotation]) -> tuple[Span, ...]:
    """Cut content clean: no signs at the ends, no halved quotation; direct speech with its marks.

    Args:
        text: The article.
        spans: The content as found.
        quotations: The stretches between marks that the content may touch.
    """
    found = sorted(spans)
    if not found:
        return ()
    touched = [
        quotation
        for quotation in quotations_over(quotations, found[0].start, found[-1].end)
        if any(span.overlaps(quotation.inside) for span in found)
    ]
    whole = merged([*found, *(quotation.span for quotation in touched)])
    trimmed = [piece for span in whole for piece in _trimmed(text, span, touched)]
    if kind_of_content(text, trimmed, touched) is not QuoteKind.DIRECT:
        return tuple(trimmed)
    return tuple(quotation.span for quotation in touched)


def snapped(
    text: str, spans: Iterable[Span], quotations: Sequence[Quotation], outside: Sequence[Span]
) -> tuple[Span, ...]:
    """Move the ends of content to the quotation marks near them, and off the signs between clauses.

    Args:
        text: The article.
        spans: The content as the tagger sees it.
        quotations: The stretches between marks of the article.
        outside: The cue and the speaker, over which content must not grow.
    """
    whole = [_with_whole_quotations(text, span, quotations, outside) for span in sorted(spans)]
    return tuple(
        piece
        for span in merged(whole)
        for piece in _trimmed(text, span, quotations_over(quotations, span.start, span.end))
    )


def _with_whole_quotations(
    text: str, span: Span, quotations: Sequence[Quotation], outside: Sequence[Span]
) -> Span:
    """The span, wider by what it lacks of quotations of which it has most words."""
    for quotation in quotations_over(quotations, span.start, span.end):
        inside = quotation.inside
        shared = n_words(text, _common(span, inside))
        # Where a mark is never closed, nobody knows how far the words between marks go.
        end = max(span.end, quotation.span.end) if quotation.is_closed else span.end
        wider = Span(min(span.start, quotation.span.start), end)
        is_free = not any(other.overlaps(wider) for other in outside)
        if is_free and shared and shared >= MIN_SHARE_OF_QUOTATION * n_words(text, [inside]):
            span = wider
    return span


def _common(one: Span, other: Span) -> list[Span]:
    return [Span(max(one.start, other.start), min(one.end, other.end))] if one.overlaps(other) else []


def kind_of_content(text: str, spans: Sequence[Span], quotations: Sequence[Quotation]) -> QuoteKind:
    """Tell how much of the content stands within quotation marks: all, none or part of its words."""
    n_words = n_quoted = 0
    for span in spans:
        nearby = [quotation.span for quotation in quotations_over(quotations, span.start, span.end)]
        for word in _WORD.finditer(text, span.start, span.end):
            n_words += 1
            n_quoted += any(quoted.start <= word.start() and word.end() <= quoted.end for quoted in nearby)
    if not n_quoted:
        return QuoteKind.INDIRECT
    return QuoteKind.DIRECT if n_quoted == n_words else QuoteKind.MIXED


def n_words(text: str, spans: Iterable[Span]) -> int:
    """How many words the spans hold."""
    return sum(len(_WORD.findall(span.of(text))) for span in spans)


def _trimmed(text: str, span: Span, quotations: Sequence[Quotation]) -> list[Span]:
    whole = [quotation.span for quotation in quotations if span.contains(quotation.span)]
    starts, ends = {quoted.start for quoted in whole}, {quoted.end for quoted in whole}
    start, end = span.start, span.end
    while start < end and start not in starts and text[start] in _SIGNS_AT_START:
        start += 1
    while end > start and end not in ends and text[end - 1] in _SIGNS_AT_END:
        if _ABBREVIATION_AT_END.search(text[max(start, end - 12) : end]):
            break
        end -= 1
    return [Span(start, end)] if _WORD.search(text, start, end) else []
