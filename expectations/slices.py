"""Offsets into `documents.text`: the facts and the expectations that every table with offsets shares.

A slice is only compared where its offsets lie within the document, so that a wrong offset fails once.
"""

from __future__ import annotations

import polars as pl

from expectations.expectation import Expectation, claim, exceeds

_PIECES_JOINED_BY = " ... "


def with_document(rows: pl.DataFrame, documents: pl.DataFrame) -> pl.DataFrame:
    """Add what the rows' documents say: `document_text`, `document_length` and a few more.

    All of them are null where there is no such document; that is for the reference to fail.
    """
    facts = documents.unique("doc_id", keep="first", maintain_order=True).select(
        "doc_id",
        pl.col("text").alias("document_text"),
        pl.col("text").str.len_chars().cast(pl.Int32).alias("document_length"),
        pl.col("n_paragraphs").alias("document_n_paragraphs"),
        pl.col("media_type").alias("document_media_type"),
        pl.col("published_on").alias("document_published_on"),
    )
    return rows.join(facts, on="doc_id", how="left", maintain_order="left")


def slice_of_document(start: str, end: str) -> pl.Expr:
    """The characters of the document from one offset column to another; null outside the document."""
    length = pl.max_horizontal(pl.col(end) - pl.col(start), 0)
    piece = pl.col("document_text").str.slice(pl.max_horizontal(pl.col(start), 0), length)
    return pl.when(within_document(start, end)).then(piece)


def within_document(start: str, end: str) -> pl.Expr:
    """Whether both offsets lie within the document; null where the document is unknown."""
    return (pl.col(start) >= 0) & (pl.col(end) <= pl.col("document_length"))


def previous(column: str, order_by: str) -> pl.Expr:
    """The last value before the row in the same document that is not null; null for the first."""
    return pl.col(column).forward_fill().shift(1).over("doc_id", order_by=order_by)


def counts_up(column: str) -> Expectation:
    """The numbers of a document's rows are 0, 1, 2 and so on."""
    holds = pl.col(column) == previous(column, column).fill_null(-1) + 1
    return claim(column, f"{column}_counts_up", "counts up from 0 without a gap", holds)


def in_text_order(start: str, end: str, order_by: str) -> Expectation:
    """The spans of a document's rows follow each other without overlap."""
    holds = pl.col(start) >= previous(end, order_by)
    return claim(start, f"{start}_follows_the_row_before", "is not before the end of the row before", holds)


def sliced(start: str, end: str, text: str) -> tuple[Expectation, ...]:
    """The row's text is the slice of its document between its two offsets."""
    return (
        exceeds(end, start),
        claim(
            end, f"{end}_within_document", "the offsets lie within the document", within_document(start, end)
        ),
        claim(
            text,
            f"{text}_equals_its_slice",
            "equals its slice of the document",
            pl.col(text) == slice_of_document(start, end),
        ),
    )


def pieces(rows: pl.DataFrame, spans: str) -> pl.DataFrame:
    """One row for every span of a span list: `row` (position in `rows`), `start`, `end`, and the document."""
    return (
        rows.select(
            pl.int_range(pl.len()).alias("row"),
            "document_text",
            "document_length",
            pl.col(spans).alias("span"),
        )
        .explode("span")
        .drop_nulls("span")
        .unnest("span")
    )


def with_pieces(rows: pl.DataFrame, spans: str) -> pl.DataFrame:
    """Add what a span list amounts to.

    For spans called `x` these are `x_joined` (the slices as published; null when one lies outside the
    document), `x_within`, `x_in_order`, `x_start` and `x_end`; all null for an empty list.
    """
    same_row = pl.col("row") == pl.col("row").shift(1)
    facts = (
        pieces(rows, spans)
        .with_columns(
            slice_of_document("start", "end").alias("slice"),
            within_document("start", "end").fill_null(value=False).alias("within"),
            (
                (pl.col("start") < pl.col("end"))
                & ~(same_row & (pl.col("start") < pl.col("end").shift(1))).fill_null(value=False)
            ).alias("in_order"),
        )
        .group_by("row")
        .agg(
            pl.when(pl.col("within").all())
            .then(pl.col("slice").str.join(_PIECES_JOINED_BY))
            .alias(f"{spans}_joined"),
            pl.when(pl.col("document_length").is_not_null().all())
            .then(pl.col("within").all())
            .alias(f"{spans}_within"),
            pl.col("in_order").fill_null(value=False).all().alias(f"{spans}_in_order"),
            pl.col("start").min().alias(f"{spans}_start"),
            pl.col("end").max().alias(f"{spans}_end"),
        )
    )
    return (
        rows.with_row_index("row")
        .with_columns(pl.col("row").cast(pl.Int64))
        .join(facts, on="row", how="left", maintain_order="left")
        .drop("row")
    )


def sliced_pieces(spans: str, text: str) -> tuple[Expectation, ...]:
    """The row's text is the slices of its span list, joined; it is null exactly where the list is empty."""
    is_empty = pl.col(spans).list.len() == 0
    joined = pl.col(text).fill_null("") == pl.col(f"{spans}_joined")
    return (
        claim(
            spans, f"{text}_within_document", f"{text} ends within the document", pl.col(f"{spans}_within")
        ),
        claim(
            spans,
            f"{text}_pieces_in_order",
            f"the pieces of {text} are in order, apart and not empty",
            pl.col(f"{spans}_in_order"),
        ),
        claim(
            text,
            f"{text}_equals_its_slices",
            "equals its slices of the document, joined",
            pl.when(is_empty).then(pl.col(text).is_null()).otherwise(joined),
        ),
    )


def with_sentence(rows: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Add `sentence_start` and `sentence_end`, the place of the sentence that each row names."""
    facts = sentences.unique(["doc_id", "sentence_no"], keep="first").select(
        "doc_id", "sentence_no", pl.col("start").alias("sentence_start"), pl.col("end").alias("sentence_end")
    )
    return rows.join(facts, on=["doc_id", "sentence_no"], how="left", maintain_order="left")
