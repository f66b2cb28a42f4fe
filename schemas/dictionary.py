"""The documentation that follows from the declarations; `python -m schemas.dictionary` writes docs/."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from schemas import TABLES, Column, Table
from schemas.codebook_page import codebook
from schemas.table import SPANS, STRINGS, TIMESTAMP

DATA_DICTIONARY = "data-dictionary.md"
CODEBOOK = "codebook.md"

_TYPE_NAMES: dict[pl.DataType, str] = {
    pl.String(): "string",
    pl.Int32(): "int32",
    pl.Float32(): "float32",
    pl.Boolean(): "bool",
    pl.Date(): "date",
    TIMESTAMP: "timestamp[us, UTC]",
    STRINGS: "list<string>",
    SPANS: "list<struct<start: int32, end: int32>>",
}


def data_dictionary() -> str:
    """The data dictionary in Markdown."""
    head = (
        "# Data dictionary\n\n"
        "Generated from `schemas/` by `make docs`; do not edit.\n\n"
        "Offsets count Unicode code points, half-open, into `documents.text` of the same `doc_id` "
        "unless a description says otherwise.\n"
    )
    return "\n".join([head, *(_table_section(table) for table in TABLES.values())])


def _table_section(table: Table) -> str:
    keys = ", ".join(f"`{key}`" for key in table.primary_key)
    lines = [
        f"## {table.name}",
        "",
        table.description,
        "",
        f"Key: {keys}",
        "",
        "| column | type | null | meaning |",
        "|---|---|---|---|",
        *(_column_line(column) for column in table.columns),
        "",
    ]
    return "\n".join(lines)


def _column_line(column: Column) -> str:
    meaning = [column.description]
    if column.values:
        meaning.append("One of " + ", ".join(f"`{value}`" for value in column.values) + ".")
    if column.references:
        meaning.append(f"Refers to `{column.references}`.")
    null = "yes" if column.nullable else "no"
    text = " ".join(meaning).replace("|", "\\|")
    return f"| `{column.name}` | {_TYPE_NAMES[column.dtype]} | {null} | {text} |"


def write_documentation(docs: Path) -> None:
    """Write every generated document into the folder `docs`."""
    (docs / DATA_DICTIONARY).write_text(data_dictionary(), "utf-8")
    (docs / CODEBOOK).write_text(codebook(), "utf-8")


if __name__ == "__main__":
    write_documentation(Path(__file__).parents[1] / "docs")
