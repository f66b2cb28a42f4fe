"""What stands beside the tables of a snapshot: manifest.json and datapackage.json."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import polars as pl

from schemas import TABLES, Column, Table

if TYPE_CHECKING:
    from pathlib import Path

MANIFEST = "manifest.json"
DATAPACKAGE = "datapackage.json"

_FRICTIONLESS_TYPES: dict[pl.DataType, str] = {
    pl.String(): "string",
    pl.Int32(): "integer",
    pl.Float32(): "number",
    pl.Boolean(): "boolean",
    pl.Date(): "date",
}


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One file of a snapshot: its path within the snapshot, its bytes, its digest."""

    path: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a snapshot holds.

    Attributes:
        run_id: The run that published it.
        version: The version of copydesk that made its rows.
        settings_sha256: Digest of the settings that change rows.
        settings: Those settings, readable.
        rows: Row counts by table.
        files: Its Parquet files.
    """

    run_id: str
    version: str
    settings_sha256: str
    settings: dict[str, Any]
    rows: dict[str, int]
    files: tuple[FileEntry, ...]


def file_entries(snapshot: Path, table: str = "*") -> tuple[FileEntry, ...]:
    """The Parquet files of a snapshot, or of one table in it, sorted by path, with size and digest.

    Raises:
        OSError: A file cannot be read.
    """
    return tuple(
        FileEntry(path.relative_to(snapshot).as_posix(), path.stat().st_size, _file_sha256(path))
        for path in sorted(snapshot.glob(f"{table}/*.parquet"))
    )


def _file_sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def write_manifest(manifest: Manifest, snapshot: Path) -> None:
    """Write manifest.json into a snapshot."""
    _write_json(asdict(manifest), snapshot / MANIFEST)


def read_manifest(snapshot: Path) -> Manifest:
    """Read the manifest of a snapshot.

    Raises:
        OSError: It is not there or cannot be read.
        ValueError: It is not a manifest.
    """
    content = json.loads((snapshot / MANIFEST).read_text("utf-8"))
    try:
        files = tuple(FileEntry(**entry) for entry in content.pop("files"))
        return Manifest(**content, files=files)
    except (KeyError, TypeError, AttributeError) as error:
        message = f"{snapshot / MANIFEST} is not a manifest of copydesk: {error}"
        raise ValueError(message) from error


def write_datapackage(manifest: Manifest, snapshot: Path) -> None:
    """Write datapackage.json (Frictionless Data Package v2) into a snapshot."""
    resources = [_resource(table, manifest) for table in TABLES.values()]
    descriptor = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "copydesk",
        "version": manifest.version,
        "description": "Documents, quotes, events and entities extracted from news text.",
        "resources": resources,
    }
    _write_json(descriptor, snapshot / DATAPACKAGE)


def _resource(table: Table, manifest: Manifest) -> dict[str, Any]:
    return {
        "name": table.name,
        "description": table.description,
        "path": [entry.path for entry in manifest.files if entry.path.startswith(f"{table.name}/")],
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "primaryKey": list(table.primary_key),
            "foreignKeys": [_foreign_key(table, column) for column in table.columns if column.references],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": not column.nullable}
    if column.values:
        constraints["enum"] = list(column.values)
    kind = _FRICTIONLESS_TYPES.get(column.dtype)
    if kind is None:
        kind = "datetime" if isinstance(column.dtype, pl.Datetime) else "array"
    return {"name": column.name, "type": kind, "description": column.description, "constraints": constraints}


def _foreign_key(table: Table, column: Column) -> dict[str, Any]:
    parent, _, field = str(column.references).partition(".")
    resource = "" if parent == table.name else parent
    return {"fields": [column.name], "reference": {"resource": resource, "fields": [field]}}


def _write_json(content: dict[str, Any], path: Path) -> None:
    path.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", "utf-8")
