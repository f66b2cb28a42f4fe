"""One raw record → one clean document: the whole way of cleaning, read like a table of contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.cleaning.assemble import assemble
from copydesk.cleaning.blocks import find_blocks
from copydesk.cleaning.candidate import judge_lines
from copydesk.cleaning.classify import classify_lines
from copydesk.cleaning.language import find_language
from copydesk.cleaning.metadata import find_metadata
from copydesk.cleaning.page_bylines import best_byline, with_byline
from copydesk.cleaning.page_outline import find_outline
from copydesk.cleaning.settle import settle
from copydesk.cleaning.verdict import CERTAIN
from copydesk.errors import UnusableRecord
from copydesk.records import Document, RawRecord, Segment
from copydesk.spans import Span
from schemas.vocabulary import RejectReason, SegmentLabel, Stage

if TYPE_CHECKING:
    from copydesk.cleaning.assemble import Assembly


def clean_record(record: RawRecord) -> Document:
    """Clean a record: find the article in it, and what the page says about its publication.

    Raises:
        UnusableRecord: No line of the record reads like a sentence of an article.
    """
    candidates = judge_lines(find_blocks(record))
    verdicts = classify_lines(candidates, record.supplied.title)
    parts = settle(record, candidates, verdicts)
    if not any(part.verdict.is_body for part in parts):
        raise _no_article(
            record, "but none that reads like a sentence; expected at least one paragraph of an article"
        )
    outline = find_outline(parts)
    byline = best_byline(outline)
    assembly = assemble(record, parts if byline is None else with_byline(parts, byline.position))
    return Document(
        provenance=record.provenance,
        metadata=find_metadata(parts, outline, byline, record.supplied),
        language=find_language(assembly.text),
        text=assembly.text,
        paragraphs=assembly.paragraphs,
        segments=assembly.segments,
        kept_share=_kept_share(record, assembly),
    )


def body_as_given(record: RawRecord) -> Document:
    """Take the record's text as the body, to the character; metadata is only what the input supplies.

    Raises:
        UnusableRecord: The text is blank.
    """
    if not record.lines:
        raise _no_article(record, "so there is no body to take")
    blocks = find_blocks(record)
    return Document(
        provenance=record.provenance,
        metadata=record.supplied,
        language=find_language(record.text),
        text=record.text,
        paragraphs=tuple(Span(block.lines[0].span.start, block.lines[-1].span.end) for block in blocks),
        segments=tuple(
            Segment(
                line.span,
                line.span.of(record.text),
                SegmentLabel.BODY,
                None,
                "assume_clean",
                CERTAIN,
                line.span,
            )
            for line in record.lines
        ),
        kept_share=1.0,
    )


def _kept_share(record: RawRecord, assembly: Assembly) -> float:
    return sum(len(segment.text_span) for segment in assembly.segments if segment.text_span) / len(
        record.text
    )


def _no_article(record: RawRecord, expectation: str) -> UnusableRecord:
    place = f"{record.provenance.source_path} record {record.provenance.source_record}"
    detail = f"{place}: {len(record.lines)} lines of text, {expectation}"
    return UnusableRecord(Stage.CLEAN, RejectReason.NO_ARTICLE, detail)
