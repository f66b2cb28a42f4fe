"""The table `mentions`: where an article names or refers to something."""

import polars as pl

from schemas.table import Column, Table
from schemas.vocabulary import DatePrecision, MentionForm, MentionLabel

MENTIONS = Table(
    name="mentions",
    description="One place in an article where a person, an organisation, a place or a date is mentioned.",
    primary_key=("mention_id",),
    columns=(
        Column(
            "mention_id", pl.String(), "`<doc_id>-m<ordinal>`, the ordinal by position in the text, from 0."
        ),
        Column("doc_id", pl.String(), "The article.", references="documents.doc_id"),
        Column("sentence_no", pl.Int32(), "The sentence it stands in."),
        Column("start", pl.Int32(), "First character in `documents.text` (code points, from 0)."),
        Column("end", pl.Int32(), "One past the last character in `documents.text`."),
        Column("text", pl.String(), "The characters between them."),
        Column("label", pl.String(), "Kind of thing mentioned.", values=tuple(MentionLabel)),
        Column("form", pl.String(), "How it is referred to.", values=tuple(MentionForm)),
        Column(
            "cluster_no",
            pl.Int32(),
            "Mentions of one article that refer to the same thing share one, from 0; null for dates.",
            nullable=True,
        ),
        Column(
            "entity_id",
            pl.String(),
            "The thing in the world; null for dates and for what could not be resolved.",
            nullable=True,
            references="entities.entity_id",
        ),
        Column(
            "country",
            pl.String(),
            "Country it points to (ISO 3166-1 alpha-3, or `IGO`): `Russian`, `Moscow`, `Russian minister`.",
            nullable=True,
        ),
        Column("role", pl.String(), "Office or function given with the name, as written.", nullable=True),
        Column(
            "resolved_date",
            pl.Date(),
            "The day that a date means, or the first of its month or year; null where it cannot be told.",
            nullable=True,
        ),
        Column(
            "date_precision",
            pl.String(),
            "How much of `resolved_date` the text tells.",
            nullable=True,
            values=tuple(DatePrecision),
        ),
        Column("confidence", pl.Float32(), "How sure the recognition is, in (0, 1]."),
    ),
)
