"""What must hold for `mentions` beyond its declaration."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import polars as pl

from expectations.expectation import Action, claim, country, row_id, share
from expectations.slices import sliced, with_document, with_sentence

if TYPE_CHECKING:
    from expectations.expectation import Frames

_FIRST_PLAUSIBLE_DAY = date(1000, 1, 1)
_LAST_PLAUSIBLE_DAY = date(2200, 12, 31)


def with_facts(frames: Frames) -> pl.DataFrame:
    """`mentions` with what their documents and sentences say."""
    return with_sentence(with_document(frames["mentions"], frames["documents"]), frames["sentences"])


_IS_DATE = pl.col("label") == "DATE"

EXPECTATIONS = (
    *row_id("mention_id", "m"),
    *sliced("start", "end", "text"),
    claim(
        "sentence_no",
        "mention_stands_in_its_sentence",
        "is a sentence of the document, and the mention stands in it",
        pl.col("sentence_start").is_not_null()
        & (pl.col("start") >= pl.col("sentence_start"))
        & (pl.col("end") <= pl.col("sentence_end")),
    ),
    claim(
        "entity_id",
        "dates_are_no_entities",
        "is null for dates, and so is cluster_no",
        ~_IS_DATE | (pl.col("entity_id").is_null() & pl.col("cluster_no").is_null()),
    ),
    claim(
        "resolved_date",
        "only_dates_are_resolved",
        "is null for everything but dates",
        _IS_DATE | pl.col("resolved_date").is_null(),
    ),
    claim(
        "date_precision",
        "mention_precision_goes_with_date",
        "is given exactly where a date is",
        pl.col("date_precision").is_null() == pl.col("resolved_date").is_null(),
    ),
    claim(
        "resolved_date",
        "resolved_date_is_plausible",
        f"lies between {_FIRST_PLAUSIBLE_DAY:%Y} and {_LAST_PLAUSIBLE_DAY:%Y}",
        pl.col("resolved_date").is_between(_FIRST_PLAUSIBLE_DAY, _LAST_PLAUSIBLE_DAY),
        Action.QUARANTINE,
    ),
    country("country"),
    share("confidence"),
)
