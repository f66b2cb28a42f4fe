"""The real flow, from raw files to a published snapshot."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import polars as pl
import pyarrow.parquet as pq
import pytest
from polars.testing import assert_frame_equal

import expectations.documents
from expectations.expectation import claim
from flows.errors import ValidationFailed
from flows.snapshots import published_snapshot
from flows.tables import read_tables
from schemas import TABLES
from tests.flow.articles import GERMAN, MOSCOW

if TYPE_CHECKING:
    from tests.flow.conftest import Publish

SAMPLE = Path(__file__).parents[2] / "data" / "raw"
DIFFERENT_EVERY_RUN = ("runs", "rejects")


def _published(tmp_path: Path) -> dict[str, pl.DataFrame]:
    return read_tables(tmp_path / "out" / "latest")


def _assert_same_rows(first: dict[str, pl.DataFrame], second: dict[str, pl.DataFrame]) -> None:
    for name in TABLES.keys() - DIFFERENT_EVERY_RUN:
        assert_frame_equal(first[name], second[name])


def test_the_sample_is_published_with_every_table(publish: Publish, tmp_path: Path) -> None:
    publish(raw=SAMPLE)
    assert {name for name, frame in _published(tmp_path).items() if frame.height} >= TABLES.keys() - {
        "rejects"
    }


def test_published_files_have_the_declared_schema(publish: Publish, raw: Path, tmp_path: Path) -> None:
    (raw / "a.txt").write_text(MOSCOW)
    publish()
    latest = tmp_path / "out" / "latest"
    for name, table in TABLES.items():
        schema = pq.read_schema(next((latest / name).glob("*.parquet")))
        assert schema.equals(table.arrow_schema, check_metadata=False)
        assert schema.field(0).metadata[b"description"].decode() == table.columns[0].description


def test_worker_count_and_history_do_not_change_rows(publish: Publish, raw: Path, tmp_path: Path) -> None:
    shutil.copytree(SAMPLE, raw, dirs_exist_ok=True)
    (raw / "feeds" / "meridian-2009.jsonl").rename(tmp_path / "later.jsonl")
    publish(workers=1)
    (tmp_path / "later.jsonl").rename(raw / "feeds" / "meridian-2009.jsonl")
    publish(workers=2)
    grown = _published(tmp_path)
    publish(workers=1, full=True)
    _assert_same_rows(grown, _published(tmp_path))


@pytest.mark.usefixtures("published_raw")
def test_a_second_run_reuses_everything_and_shares_the_files(publish: Publish, tmp_path: Path) -> None:
    first = (tmp_path / "out" / "latest").resolve()
    second = publish()
    assert second.n_reused == 2
    quotes = Path("quotes") / "part-00000.parquet"
    assert (first / quotes).samefile(second.snapshot / quotes)
    assert _published(tmp_path)["runs"].height == 2


def test_a_removed_file_leaves_the_next_snapshot(
    publish: Publish, published_raw: Path, tmp_path: Path
) -> None:
    (published_raw / "b.txt").unlink()
    publish()
    assert _published(tmp_path)["documents"]["source_path"].to_list() == ["a.txt"]


def test_a_renamed_file_is_reused_under_its_new_path(
    publish: Publish, published_raw: Path, tmp_path: Path
) -> None:
    (published_raw / "a.txt").rename(published_raw / "z.txt")
    assert publish().n_reused == 2
    assert sorted(_published(tmp_path)["documents"]["source_path"]) == ["b.txt", "z.txt"]


@pytest.mark.usefixtures("published_raw")
def test_rows_changed_by_hand_are_not_reused(publish: Publish, tmp_path: Path) -> None:
    file = tmp_path / "out" / "latest" / "quotes" / "part-00000.parquet"
    pl.read_parquet(file).with_columns(speaker_name=pl.lit("Somebody Else")).write_parquet(file)
    assert publish().n_reused == 0
    assert "Somebody Else" not in _published(tmp_path)["quotes"]["speaker_name"].to_list()


@pytest.mark.usefixtures("published_raw")
def test_old_snapshots_are_pruned(publish: Publish, tmp_path: Path) -> None:
    snapshots = [publish(keep_snapshots=2).snapshot for _ in range(2)]
    assert sorted((tmp_path / "out" / "snapshots").iterdir()) == sorted(snapshots)


@pytest.mark.usefixtures("published_raw")
def test_another_setting_reuses_nothing(publish: Publish) -> None:
    assert publish(assume_clean=True).n_reused == 0


def test_assume_clean_keeps_the_text_to_the_character(publish: Publish, raw: Path, tmp_path: Path) -> None:
    text = "  Odd   spacing,\r\n\r\n\r\nREAD MORE\tand Café: he said it was over.  \n"
    (raw / "a.txt").write_bytes(text.encode())
    publish(assume_clean=True)
    assert _published(tmp_path)["documents"]["text"].to_list() == [text]


def test_a_foreign_article_is_kept_and_not_extracted(publish: Publish, raw: Path, tmp_path: Path) -> None:
    (raw / "de.txt").write_text(GERMAN)
    publish()
    tables = _published(tmp_path)
    assert tables["documents"].select("language", "n_sentences").rows() == [("de", 0)]
    assert tables["quotes"].is_empty()


def test_every_task_run_is_recorded(publish: Publish, raw: Path, server_url: str) -> None:
    (raw / "a.txt").write_text(MOSCOW)
    before, begun_at = _completed_task_runs(server_url), datetime.now(UTC)
    publish()
    from flows.server import wait_until_recorded

    wait_until_recorded(server_url, begun_at)
    assert _completed_task_runs(server_url) - before == 6


def _completed_task_runs(url: str) -> int:
    completed = {"task_runs": {"state": {"type": {"any_": ["COMPLETED"]}}}}
    count = httpx.post(f"{url}/task_runs/count", json=completed).json()
    assert isinstance(count, int)
    return count


def test_the_snapshot_describes_itself(publish: Publish, raw: Path, tmp_path: Path) -> None:
    (raw / "a.txt").write_text(MOSCOW)
    summary = publish()
    snapshot = published_snapshot(tmp_path / "out")
    assert snapshot is not None
    assert snapshot.manifest.rows == summary.rows
    assert {entry.path.split("/")[0] for entry in snapshot.manifest.files} == set(TABLES)


@pytest.mark.usefixtures("published_raw")
def test_a_broken_critical_expectation_publishes_nothing(
    publish: Publish, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    latest = (tmp_path / "out" / "latest").resolve()
    (tmp_path / "raw" / "c.txt").write_text(MOSCOW + "It was late.\n")
    impossible = claim("text", "text_is_blank", "is blank", pl.col("text") == "")
    monkeypatch.setattr(expectations.documents, "EXPECTATIONS", (impossible,))
    with pytest.raises(ValidationFailed, match="1 critical") as failed:
        publish()
    assert (tmp_path / "out" / "latest").resolve() == latest
    assert len(failed.value.verdict.failures[0].keys) == 3
    assert (failed.value.kept_in / "validation" / "report.html").is_file()
    monkeypatch.undo()
    publish()
    assert _published(tmp_path)["runs"]["validation"].to_list() == ["passed", "failed", "passed"]
