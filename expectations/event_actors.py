"""What must hold for `event_actors` beyond its declaration."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from expectations.expectation import Action, claim, country
from expectations.slices import with_document

if TYPE_CHECKING:
    from expectations.expectation import Frames


def with_facts(frames: Frames) -> pl.DataFrame:
    """`event_actors` with what their documents, events, mentions and entities say."""
    events = (
        frames["events"]
        .unique("event_id", keep="first")
        .select("event_id", pl.col("doc_id").alias("event_doc_id"))
    )
    mentions = (
        frames["mentions"]
        .unique("mention_id", keep="first")
        .select(
            "mention_id",
            pl.col("doc_id").alias("mention_doc_id"),
            pl.col("text").alias("mention_text"),
            pl.col("entity_id").alias("mention_entity_id"),
        )
    )
    entities = (
        frames["entities"]
        .unique("entity_id", keep="first")
        .select("entity_id", pl.col("name").alias("entity_name"))
    )
    return (
        with_document(frames["event_actors"], frames["documents"])
        .join(events, on="event_id", how="left", maintain_order="left")
        .join(mentions, on="mention_id", how="left", maintain_order="left")
        .join(entities, on="entity_id", how="left", maintain_order="left")
    )


_ORDINAL_BEFORE = pl.col("ordinal").shift(1).over("event_id", "role", order_by="ordinal")

EXPECTATIONS = (
    claim(
        "ordinal",
        "ordinal_counts_up",
        "counts up from 0 without a gap on each side of an event",
        pl.col("ordinal") == _ORDINAL_BEFORE.fill_null(-1) + 1,
        Action.REPORT,
    ),
    claim(
        "event_id",
        "event_of_same_document",
        "is an event of the same document",
        pl.col("event_doc_id") == pl.col("doc_id"),
    ),
    claim(
        "mention_id",
        "mention_of_same_document",
        "is a mention of the same document",
        pl.col("mention_doc_id") == pl.col("doc_id"),
    ),
    claim(
        "text",
        "text_stands_in_document",
        "stands in the document",
        pl.col("document_text").str.contains(pl.col("text"), literal=True),
    ),
    claim(
        "text",
        "text_agrees_with_mention",
        "contains the text of its mention, or is contained in it",
        pl.col("text").str.contains(pl.col("mention_text"), literal=True)
        | pl.col("mention_text").str.contains(pl.col("text"), literal=True),
        Action.REPORT,
    ),
    claim(
        "entity_id",
        "entity_is_that_of_mention",
        "is the entity of its mention",
        pl.col("mention_id").is_null() | pl.col("entity_id").eq_missing(pl.col("mention_entity_id")),
        Action.REPORT,
    ),
    claim(
        "name",
        "name_is_that_of_entity",
        "is the name of its entity",
        pl.col("entity_name").is_null() | pl.col("name").eq_missing(pl.col("entity_name")),
        Action.REPORT,
    ),
    country("country"),
)
