"""`copydesk validate` fails a snapshot in which something was broken, and names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest

from tests.flow.command import copydesk

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("published_raw")


def _rewrite(out: Path, table: str, *changes: pl.Expr) -> None:
    file = out / "latest" / table / "part-00000.parquet"
    pl.read_parquet(file).with_columns(*changes).write_parquet(file)


def test_what_was_published_passes(tmp_path: Path) -> None:
    outcome = copydesk("validate", "--out", tmp_path / "out")
    assert outcome.status == 0
    assert "validation passed" in outcome.stderr


def test_a_broken_value_fails(tmp_path: Path) -> None:
    first = pl.int_range(pl.len()) == 0
    broken = pl.when(first).then(pl.lit("shouted")).otherwise("kind").alias("kind")
    _rewrite(tmp_path / "out", "quotes", broken)
    outcome = copydesk("validate", "--out", tmp_path / "out")
    assert outcome.status == 1
    assert "quotes.kind: is one of the 3 values of its vocabulary [critical]: 1 row" in outcome.stderr


def test_a_broken_type_fails(tmp_path: Path) -> None:
    _rewrite(tmp_path / "out", "sentences", pl.col("start").cast(pl.Int64))
    outcome = copydesk("validate", "--out", tmp_path / "out")
    assert outcome.status == 1
    assert "sentences" in outcome.stderr


def test_a_broken_reference_fails(tmp_path: Path) -> None:
    _rewrite(tmp_path / "out", "mentions", pl.lit("0123456789abcdef").alias("doc_id"))
    outcome = copydesk("validate", "--out", tmp_path / "out")
    assert outcome.status == 1
    assert "mentions.doc_id" in outcome.stderr


def test_a_missing_row_fails(tmp_path: Path) -> None:
    file = tmp_path / "out" / "latest" / "quotes" / "part-00000.parquet"
    pl.read_parquet(file)[1:].write_parquet(file)
    outcome = copydesk("validate", "--out", tmp_path / "out")
    assert outcome.status == 1
    assert "n_quotes" in outcome.stderr
    assert "quotes/part-00000.parquet: changed since it was published" in outcome.stderr


def test_a_missing_table_fails(tmp_path: Path) -> None:
    (tmp_path / "out" / "latest" / "events" / "part-00000.parquet").unlink()
    outcome = copydesk("validate", "--out", tmp_path / "out")
    assert outcome.status == 1
    assert "events/part-00000.parquet: missing since it was published" in outcome.stderr


def test_a_file_that_is_no_parquet_fails(tmp_path: Path) -> None:
    (tmp_path / "out" / "latest" / "quotes" / "part-00000.parquet").write_text("no longer Parquet")
    outcome = copydesk("validate", "--out", tmp_path / "out")
    assert outcome.status == 1
    assert "quotes: cannot be read as Parquet" in outcome.stderr


def test_an_empty_output_folder_is_unusable(tmp_path: Path) -> None:
    outcome = copydesk("validate", "--out", tmp_path / "elsewhere")
    assert outcome.status == 2
    assert "nothing is published" in outcome.stderr
