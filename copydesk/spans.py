"""Spans of text and their arithmetic."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text: half-open, in Unicode code points, never empty.

    >>> Span(0, 5).of("Geneva")
    'Genev'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            message = f"span {self.start}:{self.end} is empty, reversed or negative"
            raise ValueError(message)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of `text` in this span."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> Span:
        """This span, `by` characters further on."""
        return Span(self.start + by, self.end + by)

    def overlaps(self, other: Span) -> bool:
        """Whether the two have a character in common."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether every character of `other` is in this span."""
        return self.start <= other.start and other.end <= self.end


def merged(spans: list[Span], *, gap: int = 0) -> list[Span]:
    """The spans sorted, those that overlap, touch or stand at most `gap` characters apart joined.

    >>> merged([Span(8, 9), Span(0, 3), Span(3, 5)])
    [Span(start=0, end=5), Span(start=8, end=9)]
    """
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end + gap:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return result


def stripped(text: str, start: int, end: int) -> Span | None:
    """The span from `start` to `end` without white space at its ends, or None when nothing is left.

    >>> stripped("  Moscow ", 0, 9)
    Span(start=2, end=8)
    """
    piece = text[start:end]
    core = piece.strip()
    if not core:
        return None
    if len(core) < len(piece):
        start += len(piece) - len(piece.lstrip())
    return Span(start, start + len(core))


def joined(text: str, spans: tuple[Span, ...]) -> str:
    """The pieces of `text` in `spans`, joined the way discontinuous columns are published."""
    return " ... ".join(span.of(text) for span in spans)
