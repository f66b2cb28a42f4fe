"""What must hold for `segments` beyond its declaration."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from expectations.expectation import between, claim, exceeds, share
from expectations.slices import counts_up, in_text_order, slice_of_document, with_document, within_document

if TYPE_CHECKING:
    from expectations.expectation import Frames

# White space of any kind, and the invisible characters that count as such on a page.
_SPACES = r"[\s\p{Cc}\p{Cf}]"


def with_facts(frames: Frames) -> pl.DataFrame:
    """`segments` with what their documents say, and whether they stand there unchanged."""
    segments = with_document(frames["segments"], frames["documents"])
    stands = _with_plain_spaces(pl.col("raw_text")) == _with_plain_spaces(
        slice_of_document("text_start", "text_end")
    )
    # In HTML the raw text has markup between its characters.
    is_plain = pl.col("document_media_type") == "text/plain"
    return segments.with_columns(pl.when(is_plain).then(stands).alias("stands_in_document"))


def _with_plain_spaces(text: pl.Expr) -> pl.Expr:
    return text.str.replace_all(_SPACES, " ")


_IS_JUNK = pl.col("label") == "junk"
_IS_BODY = pl.col("label") == "body"
_IS_PLACED = pl.col("text_start").is_not_null() & pl.col("text_end").is_not_null()
_IS_UNPLACED = pl.col("text_start").is_null() & pl.col("text_end").is_null()

EXPECTATIONS = (
    counts_up("segment_no"),
    between("raw_start", 0, None),
    exceeds("raw_end", "raw_start"),
    in_text_order("raw_start", "raw_end", "segment_no"),
    claim(
        "raw_text",
        "raw_text_fills_its_span",
        "has as many characters as its span",
        pl.col("raw_text").str.len_chars() == pl.col("raw_end") - pl.col("raw_start"),
    ),
    claim(
        "junk_family",
        "junk_family_goes_with_junk",
        "is given exactly for junk",
        pl.col("junk_family").is_not_null() == _IS_JUNK,
    ),
    claim(
        "text_start",
        "text_span_goes_with_body",
        "the place in the document is given exactly for body segments",
        pl.when(_IS_BODY).then(_IS_PLACED).otherwise(_IS_UNPLACED),
    ),
    claim(
        "text_end",
        "text_span_within_document",
        "the place is not empty and lies within the document",
        within_document("text_start", "text_end") & (pl.col("text_start") < pl.col("text_end")),
    ),
    in_text_order("text_start", "text_end", "segment_no"),
    claim(
        "raw_text",
        "raw_text_stands_in_document",
        "stands in the document character for character, kinds of white space apart (plain text only)",
        pl.col("stands_in_document"),
    ),
    share("confidence"),
)
