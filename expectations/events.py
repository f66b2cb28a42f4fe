"""What must hold for `events` beyond its declaration."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import polars as pl

from expectations.expectation import Action, between, claim, country, row_id, share
from expectations.slices import sliced, sliced_pieces, with_document, with_pieces, with_sentence
from schemas.codebook import EVENT_TYPES

if TYPE_CHECKING:
    from expectations.expectation import Frames

_FIRST_PLAUSIBLE_DAY = date(1000, 1, 1)
_LAST_PLAUSIBLE_DAY = date(2200, 12, 31)
_LOWEST_INTENSITY, _HIGHEST_INTENSITY = -10.0, 10.0


def with_facts(frames: Frames) -> pl.DataFrame:
    """`events` with what their documents, sentences, quotes, actors and the codebook say."""
    codebook = pl.DataFrame(
        {
            "event_type": [event_type.code for event_type in EVENT_TYPES.values()],
            "quad_class_of_type": [str(event_type.quad_class) for event_type in EVENT_TYPES.values()],
            "modes_of_type": [list(event_type.modes) for event_type in EVENT_TYPES.values()],
        },
        schema={
            "event_type": pl.String,
            "quad_class_of_type": pl.String,
            "modes_of_type": pl.List(pl.String),
        },
    )
    quotes = (
        frames["quotes"]
        .unique("quote_id", keep="first")
        .select(pl.col("quote_id").alias("attributed_to"), pl.col("doc_id").alias("quote_doc_id"))
    )
    events = with_document(frames["events"], frames["documents"])
    return (
        with_pieces(with_sentence(events, frames["sentences"]), "trigger_spans")
        .join(quotes, on="attributed_to", how="left", maintain_order="left")
        .join(codebook, on="event_type", how="left", maintain_order="left")
        .with_columns(
            pl.col("event_id")
            .is_in(frames["event_actors"].get_column("event_id").unique().implode())
            .alias("has_actors")
        )
    )


_DAY_OF_MONTH, _MONTH = pl.col("occurred_on").dt.day(), pl.col("occurred_on").dt.month()

EXPECTATIONS = (
    *row_id("event_id", "e"),
    *sliced("evidence_start", "evidence_end", "evidence"),
    *sliced_pieces("trigger_spans", "trigger"),
    claim(
        "trigger_spans",
        "trigger_has_a_piece",
        "is not empty",
        pl.col("trigger_spans").list.len() >= 1,
    ),
    claim(
        "trigger_spans",
        "trigger_lies_in_evidence",
        "trigger lies inside the evidence",
        (pl.col("trigger_spans_start") >= pl.col("evidence_start"))
        & (pl.col("trigger_spans_end") <= pl.col("evidence_end")),
    ),
    claim(
        "sentence_no",
        "evidence_is_its_sentence",
        "is a sentence of the document, and the evidence is that sentence",
        pl.col("evidence_start").eq_missing(pl.col("sentence_start"))
        & pl.col("evidence_end").eq_missing(pl.col("sentence_end")),
    ),
    claim(
        "quad_class",
        "quad_class_fits_type",
        "is the class of its event type",
        pl.col("quad_class") == pl.col("quad_class_of_type"),
    ),
    claim(
        "mode",
        "mode_fits_type",
        "is a mode of its event type",
        pl.col("mode").is_null() | pl.col("modes_of_type").list.contains(pl.col("mode")),
    ),
    between("intensity", _LOWEST_INTENSITY, _HIGHEST_INTENSITY),
    claim(
        "date_precision",
        "date_precision_goes_with_date",
        "is given exactly where a date is",
        pl.col("date_precision").is_null() == pl.col("occurred_on").is_null(),
    ),
    claim(
        "occurred_on",
        "occurred_on_begins_its_period",
        "is the first day of its month or year where no day is known",
        ((pl.col("date_precision") == "day") | (_DAY_OF_MONTH == 1))
        & ((pl.col("date_precision") != "year") | (_MONTH == 1)),
        Action.REPORT,
    ),
    claim(
        "occurred_on",
        "occurred_on_is_plausible",
        f"lies between {_FIRST_PLAUSIBLE_DAY:%Y} and {_LAST_PLAUSIBLE_DAY:%Y}",
        pl.col("occurred_on").is_between(_FIRST_PLAUSIBLE_DAY, _LAST_PLAUSIBLE_DAY),
        Action.QUARANTINE,
    ),
    claim(
        "occurred_on",
        "actual_events_are_past",
        "is not after publication for actual events",
        (pl.col("status") != "actual") | (pl.col("occurred_on") <= pl.col("document_published_on")),
        Action.REPORT,
    ),
    claim(
        "event_id",
        "event_has_an_actor",
        "has at least one actor",
        pl.col("has_actors"),
        Action.QUARANTINE,
    ),
    claim(
        "attributed_to",
        "quote_of_same_document",
        "is a quote of the same document",
        pl.col("quote_doc_id") == pl.col("doc_id"),
    ),
    between("fatalities", 0, None, Action.QUARANTINE),
    between("injuries", 0, None, Action.QUARANTINE),
    country("place_country"),
    share("confidence"),
)
