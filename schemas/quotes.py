"""The table `quotes`: who said what."""

import polars as pl

from schemas.table import SPANS, Column, Table
from schemas.vocabulary import QuoteKind

QUOTES = Table(
    name="quotes",
    description="One attribution: somebody is reported to have said, written or thought something.",
    primary_key=("quote_id",),
    columns=(
        Column(
            "quote_id", pl.String(), "`<doc_id>-q<ordinal>`, the ordinal by position in the text, from 0."
        ),
        Column("doc_id", pl.String(), "The article.", references="documents.doc_id"),
        Column("sentence_no", pl.Int32(), "The sentence in which the content begins."),
        Column(
            "kind", pl.String(), "Whether the content stands within quotation marks.", values=tuple(QuoteKind)
        ),
        Column(
            "content", pl.String(), "What was said, with its quotation marks; its pieces joined by ` ... `."
        ),
        Column("content_spans", SPANS, "Its pieces in `documents.text`."),
        Column("cue", pl.String(), "The words that report it, such as `told reporters`.", nullable=True),
        Column("cue_lemma", pl.String(), "Dictionary form of the reporting word.", nullable=True),
        Column("cue_spans", SPANS, "The cue in `documents.text`; empty without one."),
        Column("speaker", pl.String(), "Who said it, as written.", nullable=True),
        Column("speaker_spans", SPANS, "The speaker in `documents.text`; empty without one."),
        Column(
            "speaker_name",
            pl.String(),
            "The speaker's full name, resolved within the article.",
            nullable=True,
        ),
        Column(
            "speaker_mention_id",
            pl.String(),
            "The mention of the speaker beside the quote.",
            nullable=True,
            references="mentions.mention_id",
        ),
        Column(
            "speaker_entity_id",
            pl.String(),
            "The speaker as a thing in the world.",
            nullable=True,
            references="entities.entity_id",
        ),
        Column(
            "via", pl.String(), "Outlet or spokesman it was told to or through, as written.", nullable=True
        ),
        Column("said_on", pl.Date(), "The day it was said, where the text tells.", nullable=True),
        Column("confidence", pl.Float32(), "How sure the attribution is, in (0, 1]."),
        Column(
            "quote_group_id", pl.String(), "The same utterance, as reported by several articles, shares one."
        ),
    ),
)
