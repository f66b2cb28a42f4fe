"""The worker processes of a run."""

from __future__ import annotations

import logging
import multiprocessing
import signal
import threading
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from flows.rejects import Reject
from flows.shards import Shard, ShardResult, extract_shard, read_refs, write_shard
from schemas.vocabulary import RejectReason, Stage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.scan import RecordRef

# A server thread runs in the parent: a forked child could inherit its locks.
_CONTEXT = multiprocessing.get_context("spawn")


def _prepare_worker() -> None:
    """Leave Ctrl-C, which the terminal sends to every process, to the parent; keep libraries quiet."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # It warns of pages that it finds nothing in; those end as rejects, which say so better.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


class WorkerPool:
    """Worker processes that extract shards, and go on after a record that kills one of them."""

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._lock = threading.Lock()
        self._processes = self._new_processes()
        self._is_closed = False

    def _new_processes(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._workers, mp_context=_CONTEXT, initializer=_prepare_worker)

    def submit(self, shard: Shard) -> Future[ShardResult]:
        """Hand a shard to a worker, to new workers where the old ones have died.

        Raises:
            RuntimeError: The pool was closed, because the run is being stopped.
        """
        with self._lock, _interrupt_held_back():
            if self._is_closed:
                message = "the run is being stopped"
                raise RuntimeError(message)
            try:
                return self._processes.submit(extract_shard, shard)
            except BrokenProcessPool:
                self._processes = self._new_processes()
                return self._processes.submit(extract_shard, shard)

    def finish(self) -> None:
        """Let the workers end; they must have nothing left to do."""
        self._processes.shutdown()

    def close(self) -> None:
        """Stop every worker of this process at once, whatever it is doing."""
        with self._lock:
            self._is_closed = True
        self._processes.shutdown(wait=False, cancel_futures=True)
        for process in multiprocessing.active_children():
            process.kill()

    @property
    def is_closed(self) -> bool:
        """Whether the run is being stopped, or has all it wanted."""
        return self._is_closed


@contextmanager
def _interrupt_held_back() -> Iterator[None]:
    """Let the processes that are started in this context never see a Ctrl-C, not even while they start."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def extract_in(pool: WorkerPool, shard: Shard) -> tuple[ShardResult, ...]:
    """Extract a shard in a worker; when that fails, record by record, so that no other record is lost.

    Returns:
        One result, or one for every record where the shard had to be taken apart.

    Raises:
        OSError: The rows cannot be written: the disk is full, say. Trying record by record would not help.
        RuntimeError: The run is being stopped.
    """
    future = pool.submit(shard)
    error = future.exception()
    if error is None:
        return (future.result(),)
    if isinstance(error, OSError) or pool.is_closed:
        raise error
    alone = WorkerPool(1)
    try:
        return tuple(_extract_apart(alone, shard))
    finally:
        alone.finish()


def _extract_apart(alone: WorkerPool, shard: Shard) -> Iterator[ShardResult]:
    """Extract every record by itself in a pool that no other shard can break, and reject those that fail."""
    for ref_no, ref in enumerate(read_refs(shard)):
        folder = Path(shard.folder) / f"record-{ref_no:06d}"
        single = write_shard((ref,), folder, assume_clean=shard.assume_clean)
        future = alone.submit(single)
        error = future.exception()
        if isinstance(error, OSError):
            raise error
        yield future.result() if error is None else ShardResult(single.folder, 0, (_failed(ref, error),))


def _failed(ref: RecordRef, error: BaseException) -> Reject:
    detail = f"{ref.source_path}: {type(error).__name__}: {error}; please report it together with the file"
    return Reject(ref.source_path, ref.source_record, Stage.EXTRACT, RejectReason.INTERNAL_ERROR, detail)
