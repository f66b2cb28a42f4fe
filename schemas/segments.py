"""The table `segments`: every line of the raw text, kept or not."""

import polars as pl

from schemas.table import Column, Table
from schemas.vocabulary import JunkFamily, SegmentLabel

SEGMENTS = Table(
    name="segments",
    description=(
        "One line of the raw text, or a piece of one: what it was taken for, by which rule, where it went. "
        "`raw_text` of a body segment and its slice of `documents.text` have the same characters, save that "
        "space characters of any kind have become plain spaces and, in HTML, that markup is gone."
    ),
    primary_key=("doc_id", "segment_no"),
    columns=(
        Column("doc_id", pl.String(), "The article.", references="documents.doc_id"),
        Column("segment_no", pl.Int32(), "Position in the raw record, from 0."),
        Column("raw_start", pl.Int32(), "First character in the decoded raw record (code points, from 0)."),
        Column("raw_end", pl.Int32(), "One past the last character in the decoded raw record."),
        Column("raw_text", pl.String(), "The characters between them."),
        Column("label", pl.String(), "What the line is.", values=tuple(SegmentLabel)),
        Column(
            "junk_family",
            pl.String(),
            "Kind of junk; null unless junk.",
            nullable=True,
            values=tuple(JunkFamily),
        ),
        Column("rule", pl.String(), "Name of the rule or model that decided."),
        Column("confidence", pl.Float32(), "How sure it is, in (0, 1]."),
        Column(
            "text_start", pl.Int32(), "First character in `documents.text`; null unless body.", nullable=True
        ),
        Column(
            "text_end",
            pl.Int32(),
            "One past the last character in `documents.text`; null unless body.",
            nullable=True,
        ),
    ),
)
