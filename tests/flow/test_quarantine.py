"""Rows that only deserve a warning leave their table, and are remembered as rejects."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import polars as pl

from flows.assemble import Inputs, Run
from flows.quarantine import without_quarantined
from flows.rejects import Reject, rejects_frame
from flows.reuse import reusable_digests
from flows.settings import Settings
from flows.snapshots import require_snapshot
from flows.tables import read_tables
from flows.validation import validated
from schemas.vocabulary import RejectReason, Stage

if TYPE_CHECKING:
    from pathlib import Path

_BEFORE_ALL_DATES = date(999, 10, 14)


def test_an_implausible_row_is_set_aside_and_the_rest_passes(published_raw: Path, tmp_path: Path) -> None:
    out = published_raw.parent / "out"
    tables = read_tables(out / "latest")
    dated = tables["mentions"].filter(pl.col("resolved_date").is_not_null())["mention_id"][0]
    broken = pl.when(pl.col("mention_id") == dated).then(_BEFORE_ALL_DATES).otherwise("resolved_date")
    tables["mentions"] = tables["mentions"].with_columns(broken.alias("resolved_date"))
    run = Run(tables["runs"]["run_id"][0], datetime.now(UTC), Settings(out=out))
    (tmp_path / "validation").mkdir()
    judged, verdict = validated(tables, run, Inputs(2, 0), tmp_path / "validation")
    assert verdict.passed
    assert judged["rejects"].select("table", "row_id", "stage").rows() == [("mentions", dated, "validate")]
    assert dated not in judged["mentions"]["mention_id"].to_list()
    assert judged["mentions"].height == tables["mentions"].height - 1


def test_what_needs_a_removed_row_goes_and_what_does_not_is_emptied(published_raw: Path) -> None:
    tables = read_tables(published_raw.parent / "out" / "latest")
    quote = tables["quotes"].filter(pl.col("speaker_mention_id").is_not_null()).row(0, named=True)
    gone = pl.DataFrame({"mention_id": [quote["speaker_mention_id"]]})
    kept = without_quarantined(tables, _Verdict({"mentions": gone}))  # type: ignore[arg-type]  # has what is read
    left = kept["quotes"].filter(pl.col("quote_id") == quote["quote_id"])
    assert left["speaker_mention_id"].to_list() == [None]
    without_event = pl.DataFrame({"event_id": [tables["event_actors"]["event_id"][0]]})
    kept = without_quarantined(tables, _Verdict({"events": without_event}))  # type: ignore[arg-type]  # as above
    assert set(kept["event_actors"]["event_id"]) == set(kept["events"]["event_id"])


class _Verdict:
    """A verdict of which only the rows in quarantine matter."""

    def __init__(self, quarantined: dict[str, pl.DataFrame]) -> None:
        self.quarantined = quarantined


def test_a_document_that_lost_a_row_is_not_reused(published_raw: Path) -> None:
    settings = Settings(out=published_raw.parent / "out")
    snapshot = require_snapshot(settings.out)
    assert len(reusable_digests(snapshot, settings)) == 2
    lost = Reject(
        "a.txt", 0, Stage.VALIDATE, RejectReason.FAILED_EXPECTATION, "no date", None, "mentions", "m0"
    )
    rejects = rejects_frame([lost], snapshot.manifest.run_id)
    rejects.write_parquet(snapshot.path / "rejects" / "part-00000.parquet")
    digests = reusable_digests(snapshot, settings)
    documents = read_tables(snapshot.path, ("documents",))["documents"]
    kept = documents.filter(pl.col("source_sha256").is_in(list(digests)))
    assert kept["source_path"].to_list() == ["b.txt"]
