"""`copydesk show`: one published article in the terminal, what was found in it marked and listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from flows.errors import UnusableInput
from flows.snapshots import require_snapshot
from flows.tables import read_tables

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from flows.assemble import Frames

_SHOWN = ("documents", "mentions", "entities", "quotes", "events", "event_actors")
_QUOTE_STYLE, _TRIGGER_STYLE, _NAME_STYLE = "green", "bold yellow", "bold cyan"


def show_document(out: Path, doc: str) -> None:
    """Print an article with its quotes, events and names.

    Args:
        out: The output folder.
        doc: A doc_id, the beginning of one, or a source path.

    Raises:
        UnusableInput: Nothing is published there, or `doc` fits no article, or several.
    """
    snapshot = require_snapshot(out)
    tables = read_tables(snapshot.path, _SHOWN)
    document = _only_document(tables["documents"], doc)
    found = {
        name: frame.filter(pl.col("doc_id") == document["doc_id"])
        for name, frame in tables.items()
        if "doc_id" in frame.columns
    }
    terminal = Console(highlight=False)
    terminal.print(_heading(document))
    terminal.print(_marked_text(str(document["text"]), found), "\n")
    terminal.print(_quotes_table(found["quotes"]))
    terminal.print(_events_table(found["events"], found["event_actors"]))
    terminal.print(_names_table(found["mentions"], tables["entities"]))


def _only_document(documents: pl.DataFrame, doc: str) -> dict[str, object]:
    fits = pl.col("doc_id").str.starts_with(doc) | (pl.col("source_path") == doc)
    fitting = documents.filter(fits)
    if fitting.height == 1:
        return fitting.row(0, named=True)
    if fitting.is_empty():
        message = f"no published article has the doc_id or source path {doc!r}"
        raise UnusableInput(message)
    ids = ", ".join(fitting["doc_id"].head(5))
    message = f"{fitting.height} articles fit {doc!r}: {ids}; give more of the doc_id"
    raise UnusableInput(message)


def _heading(document: dict[str, object]) -> Text:
    lines = [Text(str(document["title"] or "(no title)"), style="bold")]
    if document["subtitle"]:
        lines.append(Text(str(document["subtitle"]), style="italic"))
    known = (
        "doc_id",
        "source_path",
        "publisher",
        "agency",
        "byline",
        "dateline_place",
        "published_on",
        "duplicate_of",
    )
    facts = [f"{name}: {_plain(document[name])}" for name in known if document[name]]
    return Text("\n").join([*lines, Text(" · ".join(facts), style="dim"), Text()])


def _marked_text(text: str, found: Frames) -> Text:
    marked = Text(text)
    for start, end in _spans(found["quotes"], "content_spans"):
        marked.stylize(_QUOTE_STYLE, start, end)
    for start, end in found["mentions"].filter(pl.col("form") == "name").select("start", "end").rows():
        marked.stylize(_NAME_STYLE, start, end)
    for start, end in _spans(found["events"], "trigger_spans"):
        marked.stylize(_TRIGGER_STYLE, start, end)
    return marked


def _spans(frame: pl.DataFrame, column: str) -> Iterable[tuple[int, int]]:
    return frame.select(pl.col(column).explode()).unnest(column).drop_nulls().rows()


def _quotes_table(quotes: pl.DataFrame) -> RichTable:
    said = pl.coalesce("speaker_name", "speaker", pl.lit("?"))
    return _rich_table(
        "quotes", quotes.select("quote_id", said.alias("speaker"), "cue", "kind", "content"), _QUOTE_STYLE
    )


def _events_table(events: pl.DataFrame, actors: pl.DataFrame) -> RichTable:
    sides = actors.group_by("event_id", "role").agg(
        pl.coalesce("name", "text").str.join(", ").alias("actors")
    )
    rows = events
    for role in ("source", "target"):
        side = sides.filter(pl.col("role") == role).select("event_id", pl.col("actors").alias(role))
        rows = rows.join(side, on="event_id", how="left", maintain_order="left")
    columns = ("event_id", "status", "event_type", "source", "trigger", "target", "occurred_on", "place")
    return _rich_table("events", rows.select(columns), _TRIGGER_STYLE)


def _names_table(mentions: pl.DataFrame, entities: pl.DataFrame) -> RichTable:
    counted = mentions.group_by("entity_id").agg(pl.len().alias("mentions"))
    rows = (
        entities.drop("n_mentions")
        .join(counted, on="entity_id")
        .sort("mentions", "name", descending=[True, False])
    )
    roles = pl.col("roles").list.join(", ")
    return _rich_table("names", rows.select("name", "label", "country", roles, "mentions"), _NAME_STYLE)


def _rich_table(title: str, frame: pl.DataFrame, style: str) -> RichTable:
    table = RichTable(*frame.columns, title=title, title_justify="left", title_style=style)
    for row in frame.iter_rows():
        table.add_row(*(Text(_plain(value)) for value in row))
    return table


def _plain(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    return "" if value is None else str(value)
