"""A record that kills its worker costs itself and no other."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from flows.pool import WorkerPool, extract_in
from flows.scan import RecordRef, raw_files, scan_files
from flows.shards import Shard, write_shards
from schemas.vocabulary import RejectReason
from tests.flow.articles import BRUSSELS, MOSCOW

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import ProcessPoolExecutor
    from pathlib import Path


@pytest.fixture
def shard(raw: Path, tmp_path: Path) -> Shard:
    """A shard of two articles."""
    (raw / "a.txt").write_text(MOSCOW)
    (raw / "b.txt").write_text(BRUSSELS)
    (shard,) = write_shards(_refs(raw, tmp_path), tmp_path / "shards", assume_clean=False)
    return shard


def _refs(raw: Path, tmp_path: Path) -> tuple[RecordRef, ...]:
    return scan_files(raw_files(raw, tmp_path / "out"), raw, tmp_path / "spool", {}).refs


@pytest.fixture
def pool() -> Iterator[WorkerPool]:
    """One worker."""
    pool = WorkerPool(1)
    yield pool
    pool.finish()


def test_a_shard_whose_worker_was_killed_is_extracted_record_by_record(
    pool: WorkerPool, shard: Shard
) -> None:
    dying = pool.submit(shard)
    for process in _processes(pool):
        os.kill(process, signal.SIGKILL)
    assert dying.exception() is not None
    assert sum(result.n_documents for result in extract_in(pool, shard)) == 2


def _processes(pool: WorkerPool) -> list[int]:
    executor: ProcessPoolExecutor = pool._processes
    return list(executor._processes)


def test_a_record_that_cannot_be_extracted_is_rejected_alone(
    pool: WorkerPool, raw: Path, tmp_path: Path
) -> None:
    (raw / "a.txt").write_text(MOSCOW)
    (raw / "b.txt").write_text(BRUSSELS)
    first, second = _refs(raw, tmp_path)
    broken = RecordRef(
        first.source_path, first.source_record, first.source_sha256, first.media_type, first.file, -1, 10
    )
    (shard,) = write_shards((broken, second), tmp_path / "shards", assume_clean=False)
    results = extract_in(pool, shard)
    assert sum(result.n_documents for result in results) == 1
    reasons = [reject.reason for result in results for reject in result.rejects]
    assert reasons in ([RejectReason.INTERNAL_ERROR], [RejectReason.UNREADABLE_FILE])


def test_a_closed_pool_takes_no_more_work(shard: Shard) -> None:
    pool = WorkerPool(1)
    pool.close()
    with pytest.raises(RuntimeError, match="being stopped"):
        extract_in(pool, shard)
