"""Golden cases: their texts, the rows that come out of them today, and the rows on file."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import copydesk
from copydesk.corpus.link import CORPUS_COLUMNS
from copydesk.frames import extraction_rows

Rows = list[dict[str, object]]

_FOLDER = Path(__file__).parent


def cases(*folders: str) -> list[str]:
    """The cases in some folders, such as `synthetic/planned_meeting`."""
    return [
        f"{folder}/{path.stem}" for folder in folders for path in sorted((_FOLDER / folder).glob("*.txt"))
    ]


@cache
def extracted_rows(case: str) -> dict[str, Rows]:
    """The rows that copydesk makes of a case's text, by table."""
    extraction = copydesk.extract(Path(_FOLDER, f"{case}.txt").read_text("utf-8"))
    text, doc_id = extraction.document.text, extraction.document.provenance.doc_id
    return {
        table: [_spelled_out(table, row, text, doc_id) for row in rows]
        for table, rows in extraction_rows(extraction).items()
    }


def table_file(case: str, table: str) -> Path:
    """Where the rows of a table are; an empty file says that there are none."""
    return _FOLDER / f"{case}.{table}.jsonl"


def golden_rows(case: str, table: str) -> Rows:
    """The rows on file."""
    return [json.loads(line) for line in table_file(case, table).read_text("utf-8").splitlines()]


def write_golden_rows(case: str, table: str) -> None:
    """Put on file what comes out today."""
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in extracted_rows(case)[table])
    table_file(case, table).write_text("".join(lines), "utf-8")


def tables_on_file(case: str) -> list[str]:
    """The tables that a case has a file for."""
    return [path.name.split(".")[1] for path in sorted(_FOLDER.glob(f"{case}.*.jsonl"))]


def table_files() -> set[Path]:
    """Every file of rows, whether or not a case has it."""
    return set(_FOLDER.rglob("*.jsonl"))


def _spelled_out(table: str, row: dict[str, object], text: str, doc_id: str) -> dict[str, object]:
    """A row as JSON has it, with the text of its spans, short ids, and without what other articles fill."""
    left_out = {*CORPUS_COLUMNS.get(table, ()), *(() if table == "documents" else ("doc_id",))}
    shown = {
        column: [[span["start"], span["end"], text[span["start"] : span["end"]]] for span in value]
        if column.endswith("_spans") and isinstance(value, list)
        else value
        for column, value in row.items()
        if column not in left_out
    }
    plain: dict[str, object] = json.loads(json.dumps(shown, default=str).replace(f'"{doc_id}-', '"'))
    return plain
