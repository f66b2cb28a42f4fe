"""The table `events`: who did what to whom."""

import polars as pl

from schemas.codebook import EVENT_MODES, EVENT_TYPES
from schemas.table import SPANS, Column, Table
from schemas.vocabulary import DatePrecision, EventStatus, QuadClass

EVENTS = Table(
    name="events",
    description="One event as one sentence tells it; the codebook defines the types.",
    primary_key=("event_id",),
    columns=(
        Column(
            "event_id", pl.String(), "`<doc_id>-e<ordinal>`, the ordinal by position in the text, from 0."
        ),
        Column("doc_id", pl.String(), "The article.", references="documents.doc_id"),
        Column("sentence_no", pl.Int32(), "The sentence that tells it."),
        Column("event_type", pl.String(), "PLOVER event type.", values=tuple(EVENT_TYPES)),
        Column("mode", pl.String(), "PLOVER mode of the type.", nullable=True, values=EVENT_MODES),
        Column(
            "quad_class", pl.String(), "Verbal or material, cooperation or conflict.", values=tuple(QuadClass)
        ),
        Column(
            "intensity", pl.Float32(), "Goldstein-like score of the type, -10 (conflict) to 10 (cooperation)."
        ),
        Column("trigger", pl.String(), "The words that name the event; its pieces joined by ` ... `."),
        Column("trigger_spans", SPANS, "Its pieces in `documents.text`."),
        Column("evidence", pl.String(), "The sentence that tells it."),
        Column("evidence_start", pl.Int32(), "First character of the evidence in `documents.text`."),
        Column("evidence_end", pl.Int32(), "One past the last character of the evidence."),
        Column(
            "occurred_on",
            pl.Date(),
            "Day it happened or is due; first day of the period for month and year.",
            nullable=True,
        ),
        Column(
            "date_precision",
            pl.String(),
            "How exactly the date is known; null without a date.",
            nullable=True,
            values=tuple(DatePrecision),
        ),
        Column("place", pl.String(), "Where it happened, as written.", nullable=True),
        Column("place_country", pl.String(), "Country of the place (ISO 3166-1 alpha-3).", nullable=True),
        Column("status", pl.String(), "Whether it is told as having happened.", values=tuple(EventStatus)),
        Column(
            "attributed_to",
            pl.String(),
            "The quote that reports it, when it is only what somebody said.",
            nullable=True,
            references="quotes.quote_id",
        ),
        Column("fatalities", pl.Int32(), "People killed, where the sentence gives a number.", nullable=True),
        Column("injuries", pl.Int32(), "People injured, where the sentence gives a number.", nullable=True),
        Column("confidence", pl.Float32(), "How sure the coding is, in (0, 1]."),
        Column(
            "event_group_id",
            pl.String(),
            "The same happening, as told by several sentences and articles, shares one.",
        ),
    ),
)
