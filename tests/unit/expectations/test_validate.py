"""Great Expectations as the judge: it agrees with the declarations, writes its site, and is quiet."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import polars as pl

from expectations.outcome import Outcome, verdict_over
from expectations.suites import build_suites
from expectations.validate import validate_frames
from schemas import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    import pytest

    Row = dict[str, object]
    Rows = dict[str, list[Row]]
    Build = Callable[[Mapping[str, list[Row]]], dict[str, pl.DataFrame]]


def test_valid_dataset_passes_and_has_data_docs(
    rows: Rows, built: Build, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    verdict = validate_frames(built(rows), tmp_path)
    assert verdict.failures == ()
    assert {check.table for check in verdict.checks} == set(TABLES)
    assert {path.stem for path in (tmp_path / "expectations").iterdir()} == set(TABLES)
    assert (tmp_path / "index.html").is_file()
    assert capfd.readouterr() == ("", "")


def test_every_kind_of_failure_is_seen_by_great_expectations(
    rows: Rows, built: Build, tmp_path: Path
) -> None:
    rows["documents"] = []
    rows["rejects"].append(dict(rows["rejects"][0]))
    rows["entities"].append(dict(rows["entities"][0]))
    rows["entities"][1] |= {"country": "rus", "wikidata_id": "6294"}
    rows["mentions"][3] |= {"end": 0, "resolved_date": date(9, 1, 1)}
    rows["quotes"][0] |= {"kind": "shouted", "quote_group_id": None, "confidence": 0.0, "content": "x"}
    rows["events"][0] |= {"intensity": 11.0, "fatalities": -1, "confidence": float("nan")}
    rows["event_actors"][0]["mention_id"] = "0123456789abcdef-m0000"
    rows["runs"][0] |= {"n_reused": 5, "settings_sha256": "abc"}
    frames = built(rows)
    expected = verdict_over(
        Outcome(suite, expectation, expectation not in suite.failing_expectations())
        for suite in build_suites(frames)
        for expectation in suite.expectations
    )
    verdict = validate_frames(frames, tmp_path)
    assert verdict.failures == expected.failures
    assert verdict.checks == expected.checks
    assert verdict.quarantined["mentions"]["expectation"].to_list() == ["resolved_date_is_plausible"]


def test_missing_table_is_a_failure_and_not_an_exception(rows: Rows, built: Build, tmp_path: Path) -> None:
    frames = built(rows)
    del frames["sentences"]
    frames["runs"] = frames["runs"].with_columns(pl.col("n_quotes").cast(pl.Int64))
    (tmp_path / "index.html").write_text("an older site")
    verdict = validate_frames(frames, tmp_path)
    assert [(failure.table, failure.keys) for failure in verdict.failures] == [
        ("sentences", ("doc_id", "sentence_no", "paragraph_no", "start", "end", "text")),
        ("runs", ("n_quotes",)),
    ]
    assert verdict.passed is False
    assert "an older site" not in (tmp_path / "index.html").read_text()
