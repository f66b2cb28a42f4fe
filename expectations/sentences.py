"""What must hold for `sentences` beyond its declaration."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from expectations.expectation import Action, claim
from expectations.slices import counts_up, in_text_order, previous, sliced, with_document

if TYPE_CHECKING:
    from expectations.expectation import Frames


def with_facts(frames: Frames) -> pl.DataFrame:
    """`sentences` with what their documents say."""
    return with_document(frames["sentences"], frames["documents"])


EXPECTATIONS = (
    counts_up("sentence_no"),
    *sliced("start", "end", "text"),
    in_text_order("start", "end", "sentence_no"),
    claim(
        "paragraph_no",
        "paragraph_no_rises",
        "never falls, and stays below the number of paragraphs",
        (pl.col("paragraph_no") >= previous("paragraph_no", "sentence_no").fill_null(0))
        & (pl.col("paragraph_no") < pl.col("document_n_paragraphs")),
        Action.REPORT,
    ),
)
