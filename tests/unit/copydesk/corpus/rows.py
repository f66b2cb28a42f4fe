"""Rows of the document tables for the tests of the corpus stage: only what a test is about is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from schemas import TABLES

if TYPE_CHECKING:
    from datetime import date

Row = dict[str, object]

_DEFAULTS: dict[pl.DataType, object] = {pl.String(): "", pl.Int32(): 0, pl.Float32(): 1.0}
_VOCABULARY_DEFAULTS = {"form": "name", "kind": "direct", "status": "actual"}


def row(table: str, **fields: object) -> Row:
    """A row of `table`: null where it may be, empty lists and zeros elsewhere."""
    unknown = fields.keys() - set(TABLES[table].column_names)
    assert unknown == set()
    defaults = {
        column.name: None if column.nullable else _DEFAULTS.get(column.dtype, [])
        for column in TABLES[table].columns
    }
    known = {name: value for name, value in _VOCABULARY_DEFAULTS.items() if name in defaults}
    return defaults | known | fields


def article(doc_id: str, text: str, published_on: date | None = None, **fields: object) -> Row:
    """A row of `documents`."""
    return row(
        "documents",
        doc_id=doc_id,
        text=text,
        published_on=published_on,
        source_path=f"{doc_id}.txt",
        **fields,
    )


def mention(mention_id: str, text: str, label: str, cluster_no: int | None, **fields: object) -> Row:
    """A row of `mentions`; the article is the part of the id before the hyphen."""
    return row(
        "mentions",
        mention_id=mention_id,
        doc_id=mention_id.split("-")[0],
        text=text,
        label=label,
        cluster_no=cluster_no,
        **fields,
    )


def quote(quote_id: str, content: str, **fields: object) -> Row:
    """A row of `quotes`."""
    return row("quotes", quote_id=quote_id, doc_id=quote_id.split("-")[0], content=content, **fields)


def event(event_id: str, event_type: str, evidence: str, **fields: object) -> Row:
    """A row of `events`, in the sentence that has the number of the event."""
    doc_id, letter_and_number = event_id.split("-")
    sentence_no = int(letter_and_number[1:])
    given = {"sentence_no": sentence_no} | fields
    return row("events", event_id=event_id, doc_id=doc_id, event_type=event_type, evidence=evidence, **given)


def actor(event_id: str, role: str, ordinal: int, text: str, **fields: object) -> Row:
    """A row of `event_actors`."""
    given = {"doc_id": event_id.split("-")[0], "ordinal": ordinal, "text": text} | fields
    return row("event_actors", event_id=event_id, role=role, **given)


def frame(table: str, *rows: Row) -> pl.DataFrame:
    """The rows as a frame of `table`."""
    return TABLES[table].frame(rows)


def values(found: pl.DataFrame, key: str, value: str) -> dict[str, object]:
    """Column `value` by column `key`."""
    return dict(found.select(key, value).rows())
