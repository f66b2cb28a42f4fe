"""What must hold for `documents` beyond its declaration."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import polars as pl

from expectations.expectation import Action, at_least_one_row, claim, matches, share, unique
from expectations.slices import slice_of_document, with_document

if TYPE_CHECKING:
    from expectations.expectation import Frames

_FIRST_PLAUSIBLE_DAY = date(1950, 1, 1)
_LAST_PLAUSIBLE_DAY = date(2100, 12, 31)
_MIN_KEPT_SHARE = 0.02
_MAX_DAYS_FROM_PRINTED_DATE = 1
_PARAGRAPH_BREAK = r"\n\s*\n"
_LINE = r"(?m)^.*\S.*$"
_DOC_ID_DIGITS = 16


def with_facts(frames: Frames) -> pl.DataFrame:
    """`documents` with what other tables say about each: body, sentences, the document it repeats."""
    documents = frames["documents"]
    body = (
        with_document(frames["segments"].filter(pl.col("label") == "body"), documents)
        .with_columns(slice_of_document("text_start", "text_end").alias("slice"))
        .group_by("doc_id")
        .agg(pl.len().alias("n_body_segments"), _n_signs("slice").sum().alias("n_signs_of_body"))
    )
    sentences = frames["sentences"].group_by("doc_id").agg(pl.len().alias("n_rows_of_sentences"))
    originals = documents.unique("doc_id", keep="first").select(
        pl.col("doc_id").alias("duplicate_of"), pl.col("duplicate_of").is_null().alias("repeats_an_original")
    )
    return (
        documents.join(body, on="doc_id", how="left", maintain_order="left")
        .join(sentences, on="doc_id", how="left", maintain_order="left")
        .join(originals, on="duplicate_of", how="left", maintain_order="left")
        .with_columns(_n_signs("text").alias("n_signs_of_text"))
    )


def _n_signs(column: str) -> pl.Expr:
    return pl.col(column).str.replace_all(r"\s", "").str.len_chars()


def _n_blocks(column: str) -> pl.Expr:
    return pl.col(column).str.strip_chars().str.count_matches(_PARAGRAPH_BREAK) + 1


def _n_lines(column: str) -> pl.Expr:
    return pl.col(column).str.count_matches(_LINE)


EXPECTATIONS = (
    at_least_one_row(),
    unique(("source_path", "source_record")),
    matches("source_sha256", "^[0-9a-f]{64}$", "is 64 hex digits"),
    claim(
        "doc_id",
        "doc_id_is_made_from_sha256",
        "is the first 16 digits of source_sha256",
        pl.col("doc_id") == pl.col("source_sha256").str.head(_DOC_ID_DIGITS),
    ),
    matches("source_path", "^[^/]", "is relative to the raw folder"),
    matches("language", "^[a-z]{2}$", "is an ISO 639-1 code", Action.REPORT),
    claim(
        "published_on",
        "published_on_is_plausible",
        f"lies between {_FIRST_PLAUSIBLE_DAY:%Y} and {_LAST_PLAUSIBLE_DAY:%Y}",
        pl.col("published_on").is_between(_FIRST_PLAUSIBLE_DAY, _LAST_PLAUSIBLE_DAY),
        Action.REPORT,
    ),
    claim(
        "published_from",
        "published_from_goes_with_date",
        "is given exactly where a date is",
        pl.col("published_from").is_null() == pl.col("published_on").is_null(),
    ),
    claim(
        "published_at",
        "published_at_agrees_with_date",
        "is within a day of published_on",
        (pl.col("published_at").dt.date() - pl.col("published_on")).dt.total_days().abs()
        <= _MAX_DAYS_FROM_PRINTED_DATE,
        Action.REPORT,
    ),
    claim("text", "text_is_not_blank", "has more than white space", pl.col("text").str.contains(r"\S")),
    claim(
        "text",
        "text_is_covered_by_segments",
        "comes from body segments, every character of it",
        pl.col("n_signs_of_body") == pl.col("n_signs_of_text"),
    ),
    claim(
        "doc_id",
        "document_has_body",
        "has at least one body segment",
        pl.col("n_body_segments").fill_null(0) >= 1,
    ),
    claim(
        "n_paragraphs",
        "n_paragraphs_fits_text",
        "is at least the number of blocks between blank lines, at most that of lines",
        # Text that came in clean may have its paragraphs on single lines.
        pl.col("n_paragraphs").is_between(_n_blocks("text"), _n_lines("text")),
        Action.REPORT,
    ),
    claim(
        "n_sentences",
        "n_sentences_is_right",
        "is the number of its rows in sentences",
        pl.col("n_sentences") == pl.col("n_rows_of_sentences").fill_null(0),
        Action.REPORT,
    ),
    share("kept_share"),
    claim(
        "kept_share",
        "kept_share_is_not_tiny",
        f"is at least {_MIN_KEPT_SHARE}",
        pl.col("kept_share") >= _MIN_KEPT_SHARE,
        Action.REPORT,
    ),
    claim(
        "duplicate_of",
        "duplicate_of_an_original",
        "is a document that repeats no other",
        pl.col("repeats_an_original"),
    ),
)
