"""The table `sentences`: the sentences of every article."""

import polars as pl

from schemas.table import Column, Table

SENTENCES = Table(
    name="sentences",
    description="One sentence of an article.",
    primary_key=("doc_id", "sentence_no"),
    columns=(
        Column("doc_id", pl.String(), "The article.", references="documents.doc_id"),
        Column("sentence_no", pl.Int32(), "Position in the article, from 0."),
        Column("paragraph_no", pl.Int32(), "Paragraph it stands in, from 0."),
        Column("start", pl.Int32(), "First character in `documents.text` (code points, from 0)."),
        Column("end", pl.Int32(), "One past the last character in `documents.text`."),
        Column("text", pl.String(), "The characters between them."),
    ),
)
