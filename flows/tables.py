"""Tables as files: frames to Parquet and back, as the dataset contract lays them out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pyarrow.parquet as pq

from schemas import TABLES, Table

if TYPE_CHECKING:
    from pathlib import Path

# Small enough for the 2 GB of text that one Arrow string column can hold, large enough to scan well.
MAX_ROWS_PER_FILE = 200_000


def write_table(frame: pl.DataFrame, table: Table, folder: Path) -> None:
    """Write a frame as the published files of its table, at least one.

    Raises:
        pyarrow.ArrowInvalid: The frame breaks the declaration, such as a null in a required column.
        OSError: The disk is full or the folder cannot be written.
    """
    folder.mkdir(parents=True)
    for part, first_row in enumerate(range(0, max(frame.height, 1), MAX_ROWS_PER_FILE)):
        rows = frame.slice(first_row, MAX_ROWS_PER_FILE).to_arrow().cast(table.arrow_schema)
        pq.write_table(
            rows,
            folder / f"part-{part:05d}.parquet",
            compression="zstd",
            write_page_index=True,
        )


def write_draft(frames: dict[str, pl.DataFrame], folder: Path) -> None:
    """Write frames that are still to be validated: one file a table, whatever is in them.

    Raises:
        OSError: The disk is full or the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, frame in frames.items():
        (folder / name).mkdir(exist_ok=True)
        # Polars' own writer raises no OSError when the disk is full.
        pq.write_table(frame.to_arrow(), folder / name / "part-00000.parquet", compression="zstd")


def read_tables(folder: Path, names: tuple[str, ...] = tuple(TABLES)) -> dict[str, pl.DataFrame]:
    """Read the tables in a folder as they are; one that has no files is left out.

    Raises:
        polars.exceptions.PolarsError: A file is no Parquet, or the files of a table differ in type.
        OSError: A file cannot be read.
    """
    files = {name: sorted((folder / name).glob("*.parquet")) for name in names}
    return {name: pl.read_parquet(paths) for name, paths in files.items() if paths}
