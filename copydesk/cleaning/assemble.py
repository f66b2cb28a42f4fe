"""Body parts → `Document.text`, each part knowing where it came from; the rest → segments too.

Characters are made plain here and nowhere later: one for one, so that offsets keep their distances.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from copydesk.records import Segment
from copydesk.spans import Span, stripped
from schemas.vocabulary import JunkFamily, SegmentLabel

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copydesk.cleaning.blocks import Block
    from copydesk.cleaning.verdict import Verdict
    from copydesk.records import RawLine, RawRecord

PARAGRAPH_BREAK = "\n\n"
# White space and control characters of any kind, and what takes no room between words. Joiners and
# soft hyphens stay: they stand inside words, which a space would cut.
_NOT_PLAIN = re.compile(
    r"""
      [^\S\ ]                                                # white space of other kinds
    | [\x00-\x1f\x7f-\x9f]                                  # control characters
    | [\u200b\u200e\u200f\u202a-\u202e\u2066-\u206f]       # zero width; direction of writing
    | [\u2060-\u2064\ufeff]                                 # word joiner, invisible signs, byte order mark
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Part:
    """A block or a piece of one, and what it was taken for. `span` indexes `block.text`."""

    block: Block
    span: Span
    verdict: Verdict

    @property
    def text(self) -> str:
        """Its characters, made plain."""
        return self.span.of(self.block.text)


@dataclass(frozen=True, slots=True)
class Assembly:
    """A document's text, its paragraphs, and the segments of the whole record."""

    text: str
    paragraphs: tuple[Span, ...]
    segments: tuple[Segment, ...]


def plain_characters(text: str) -> str:
    r"""The text with every space, control and zero-width character made a plain space, length kept.

    >>> plain_characters("8\xa0February\t2009\u200b")
    '8 February 2009 '
    """
    # All that is not plain is not printable: most lines need not be read sign by sign.
    return text if text.isprintable() else _NOT_PLAIN.sub(" ", text)


def assemble(record: RawRecord, parts: Sequence[Part]) -> Assembly:
    """Join the body parts, and account for every character of the record in a segment.

    Args:
        record: The record that the parts were cut from.
        parts: Disjoint, in the order of the record; one body part is one paragraph.
    """
    paragraphs: list[Span] = []
    texts: list[str] = []
    segments: list[Segment] = []
    for part in parts:
        paragraph = None
        if part.verdict.is_body:
            start = paragraphs[-1].end + len(PARAGRAPH_BREAK) if paragraphs else 0
            paragraph = Span(start, start + len(part.span))
            paragraphs.append(paragraph)
            texts.append(part.text)
        if len(part.block.lines) == 1 and len(part.span) == len(part.block.text):
            segments.append(_segment(record, part.block.lines[0].span, part.verdict, paragraph))
        else:
            segments.extend(_pieces(record, part, paragraph))
    return Assembly(PARAGRAPH_BREAK.join(texts), tuple(paragraphs), _with_gaps(record, segments))


def _pieces(record: RawRecord, part: Part, paragraph: Span | None) -> Iterator[Segment]:
    """One segment for every raw line that the part has characters of."""
    line_start = 0
    for line in part.block.lines:
        line_end = line_start + len(line.text)
        piece = stripped(part.block.text, max(part.span.start, line_start), min(part.span.end, line_end))
        if piece is not None:
            raw = _raw_span(line, piece.shifted(-line_start))
            text_span = None if paragraph is None else piece.shifted(paragraph.start - part.span.start)
            yield _segment(record, raw, part.verdict, text_span)
        line_start = line_end + 1


def _raw_span(line: RawLine, piece: Span) -> Span:
    """Where a piece of a line stands in the record; markup around a whole line goes with the line."""
    if line.offsets and len(piece) == len(line.text):
        return line.span
    return line.raw_span(piece.start, piece.end)


def _segment(record: RawRecord, raw: Span, verdict: Verdict, text_span: Span | None) -> Segment:
    return Segment(
        raw=raw,
        raw_text=raw.of(record.text),
        label=verdict.label,
        junk_family=verdict.junk_family,
        rule=verdict.rule,
        confidence=verdict.confidence,
        text_span=text_span,
    )


def _with_gaps(record: RawRecord, segments: list[Segment]) -> tuple[Segment, ...]:
    """The segments and, between them, one for every stretch that no line covers and that is not blank."""
    is_markup = any(line.offsets for line in record.lines)
    complete: list[Segment] = []
    end = 0
    for segment in segments:
        complete += _gap(record.text, end, segment.raw.start, is_markup=is_markup)
        complete.append(segment)
        end = segment.raw.end
    complete += _gap(record.text, end, len(record.text), is_markup=is_markup)
    return tuple(complete)


def _gap(text: str, start: int, end: int, *, is_markup: bool) -> tuple[Segment, ...]:
    gap = text[start:end]
    if not gap or gap.isspace():
        return ()
    raw = stripped(text, start, end)
    if raw is None:
        return ()
    family, rule = (
        (JunkFamily.MARKUP, "markup") if is_markup else (JunkFamily.SEPARATOR, "invisible_characters")
    )
    return (Segment(raw, raw.of(text), SegmentLabel.JUNK, family, rule, confidence=1.0),)
