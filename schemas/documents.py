"""The table `documents`: one article."""

import polars as pl

from schemas.table import STRINGS, TIMESTAMP, Column, Table
from schemas.vocabulary import MediaType, PublishedFrom

DOCUMENTS = Table(
    name="documents",
    description="One article: its text without the junk around it, and what is known about its publication.",
    primary_key=("doc_id",),
    columns=(
        Column("doc_id", pl.String(), "First 16 hex digits of the SHA-256 of the raw record."),
        Column(
            "source_path", pl.String(), "File the record was read from, relative to the raw folder, with `/`."
        ),
        Column("source_record", pl.Int32(), "Position of the record in its file, from 0."),
        Column("source_sha256", pl.String(), "SHA-256 of the raw record, 64 hex digits."),
        Column("media_type", pl.String(), "Format the record was read as.", values=tuple(MediaType)),
        Column("url", pl.String(), "Address of the article, where the input gives it.", nullable=True),
        Column("title", pl.String(), "Headline.", nullable=True),
        Column("subtitle", pl.String(), "Standfirst or second headline.", nullable=True),
        Column("byline", STRINGS, "Names of the authors, in order; empty when none is given."),
        Column("agency", pl.String(), "Wire service credited, such as Reuters or Xinhua.", nullable=True),
        Column("publisher", pl.String(), "Outlet that published the article.", nullable=True),
        Column("dateline_place", pl.String(), "Place that the dateline names.", nullable=True),
        Column(
            "published_at", TIMESTAMP, "Time of publication in UTC, where a time is given.", nullable=True
        ),
        Column("published_on", pl.Date(), "Date of publication as printed.", nullable=True),
        Column(
            "published_from",
            pl.String(),
            "Where the date was found; null without a date.",
            nullable=True,
            values=tuple(PublishedFrom),
        ),
        Column("language", pl.String(), "ISO 639-1 code; only `en` is extracted.", nullable=True),
        Column("text", pl.String(), "The body: its paragraphs joined by one blank line."),
        Column("n_paragraphs", pl.Int32(), "Number of paragraphs in `text`."),
        Column("n_sentences", pl.Int32(), "Number of sentences; 0 where the language is not extracted."),
        Column("n_tokens", pl.Int32(), "Number of tokens; 0 where the language is not extracted."),
        Column(
            "kept_share", pl.Float32(), "Characters of the raw record kept in `text`, as a share of all, 0-1."
        ),
        Column(
            "duplicate_of",
            pl.String(),
            "The document that this one repeats; null for the one to count.",
            nullable=True,
            references="documents.doc_id",
        ),
        Column("story_id", pl.String(), "Articles that tell the same story share one."),
    ),
)
