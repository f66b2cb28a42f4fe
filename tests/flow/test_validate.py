"""`copydesk validate` fails a snapshot in which something was broken, and names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest

from flows.check import check_snapshot
from flows.errors import UnusableInput, ValidationFailed
from flows.settings import Settings
from tests.flow.command import copydesk

if TYPE_CHECKING:
    from pathlib import Path

    Capture = pytest.CaptureFixture[str]


@pytest.fixture
def latest(published_raw: Path) -> Path:
    """A published snapshot to break."""
    return published_raw.parent / "out" / "latest"


def _failures(latest: Path) -> list[str]:
    """The failures that the check finds, one line each."""
    with pytest.raises(ValidationFailed) as failed:
        check_snapshot(Settings(out=latest.parent))
    return [failure.message() for failure in failed.value.verdict.failures]


def _rewrite(latest: Path, table: str, *changes: pl.Expr) -> None:
    file = latest / table / "part-00000.parquet"
    pl.read_parquet(file).with_columns(*changes).write_parquet(file)


def test_what_was_published_passes(latest: Path) -> None:
    outcome = copydesk("validate", "--out", latest.parent)
    assert outcome.status == 0
    assert "validation passed" in outcome.stderr


def test_a_broken_value_fails_with_the_key_on_stderr(latest: Path) -> None:
    first = pl.int_range(pl.len()) == 0
    key = pl.read_parquet(latest / "quotes")["quote_id"][0]
    _rewrite(latest, "quotes", pl.when(first).then(pl.lit("shouted")).otherwise("kind").alias("kind"))
    outcome = copydesk("validate", "--out", latest.parent)
    claim = "quotes.kind: is one of the 3 values of its vocabulary [critical]: 1 row"
    assert outcome.status == 1
    assert f"{claim}, e.g. {key}" in outcome.stderr


def test_a_broken_type_fails(latest: Path) -> None:
    _rewrite(latest, "sentences", pl.col("start").cast(pl.Int64))
    assert any(failure.startswith("sentences") for failure in _failures(latest))


def test_a_broken_reference_fails(latest: Path) -> None:
    _rewrite(latest, "mentions", pl.lit("0123456789abcdef").alias("doc_id"))
    assert any(failure.startswith("mentions.doc_id: ") for failure in _failures(latest))


def test_a_missing_row_fails(latest: Path, capsys: Capture) -> None:
    file = latest / "quotes" / "part-00000.parquet"
    pl.read_parquet(file)[1:].write_parquet(file)
    assert any("n_quotes" in failure for failure in _failures(latest))
    assert "quotes/part-00000.parquet: changed since it was published" in capsys.readouterr().err


def test_a_missing_table_fails(latest: Path, capsys: Capture) -> None:
    (latest / "events" / "part-00000.parquet").unlink()
    assert any(failure.startswith("events") for failure in _failures(latest))
    assert "events/part-00000.parquet: missing since it was published" in capsys.readouterr().err


def test_a_file_that_is_no_parquet_fails(latest: Path, capsys: Capture) -> None:
    (latest / "quotes" / "part-00000.parquet").write_text("no longer Parquet")
    assert any(failure.startswith("quotes") for failure in _failures(latest))
    assert "quotes: cannot be read as Parquet" in capsys.readouterr().err


def test_an_empty_output_folder_is_unusable(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="nothing is published"):
        check_snapshot(Settings(out=tmp_path / "elsewhere"))
