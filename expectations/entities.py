"""What must hold for `entities` beyond its declaration."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from expectations.expectation import Action, claim, country, matches

if TYPE_CHECKING:
    from expectations.expectation import Frames


def with_facts(frames: Frames) -> pl.DataFrame:
    """`entities` with what the mentions and their documents say."""
    published = frames["documents"].unique("doc_id", keep="first").select("doc_id", "published_on")
    counted = (
        frames["mentions"]
        .drop_nulls("entity_id")
        .join(published, on="doc_id", how="left")
        .group_by("entity_id")
        .agg(
            pl.len().alias("n_rows_of_mentions"),
            pl.col("doc_id").n_unique().alias("n_doc_ids_of_mentions"),
            pl.col("published_on").min().alias("earliest"),
            pl.col("published_on").max().alias("latest"),
        )
    )
    return frames["entities"].join(counted, on="entity_id", how="left", maintain_order="left")


EXPECTATIONS = (
    matches("entity_id", "^[a-z]+-[0-9a-f]{12}$", "looks like `<label>-<12 hex digits>`"),
    claim("name", "name_is_not_blank", "has more than white space", pl.col("name").str.contains(r"\S")),
    country("country"),
    matches("wikidata_id", "^Q[1-9][0-9]*$", "looks like a Wikidata item"),
    claim(
        "entity_id",
        "entity_has_a_mention",
        "is mentioned at least once",
        pl.col("n_rows_of_mentions").is_not_null(),
    ),
    claim(
        "n_mentions",
        "n_mentions_is_right",
        "is the number of its mentions",
        pl.col("n_mentions") == pl.col("n_rows_of_mentions"),
        Action.REPORT,
    ),
    claim(
        "n_documents",
        "n_documents_is_right",
        "is the number of documents that mention it",
        pl.col("n_documents") == pl.col("n_doc_ids_of_mentions"),
        Action.REPORT,
    ),
    claim(
        "first_published",
        "first_published_is_not_after_last",
        "is not after last_published",
        pl.col("first_published") <= pl.col("last_published"),
    ),
    claim(
        "first_published",
        "published_range_is_right",
        "and last_published are those of the documents that mention it",
        pl.col("n_rows_of_mentions").is_null()
        | (
            pl.col("first_published").eq_missing(pl.col("earliest"))
            & pl.col("last_published").eq_missing(pl.col("latest"))
        ),
        Action.REPORT,
    ),
)
