"""The flow: raw folder in, published snapshot out. It reads like a table of contents."""

import secrets
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from prefect import flow
from prefect.futures import PrefectFuture, as_completed
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner

from flows.assemble import Run
from flows.console import Display, run_display
from flows.plan import Plan
from flows.pool import WorkerPool
from flows.publication import RunSummary
from flows.settings import Settings, available_cores
from flows.shards import ShardResult, write_shards
from flows.snapshots import output_lock, staging_folder
from flows.tasks import (
    extract_records,
    link_articles,
    link_snapshot,
    plan_run,
    publish,
    validate_draft,
    write_snapshot,
)
from flows.work import Work, refuse_unless_articles


def thread_runner(workers: int) -> TaskRunner[PrefectFuture[Any]]:
    """A runner whose threads wait while as many worker processes extract."""
    return ThreadPoolTaskRunner(max_workers=workers)  # type: ignore[return-value]  # its parameter is invariant


@flow(name="copydesk", task_runner=thread_runner(available_cores()))
def publish_dataset(settings: Settings | None = None) -> RunSummary:
    """Process what is new in the raw folder, validate all tables, publish them as one snapshot.

    Raises:
        UnusableInput: There is nothing to read, no place to write, or another run is at work there.
        ValidationFailed: A critical expectation failed; nothing was published.
    """
    settings = settings or Settings()
    now = datetime.now(UTC)
    run = Run(f"{now:%Y%m%dT%H%M%SZ}-{secrets.token_hex(2)}", now, settings)
    with (
        output_lock(settings.out),
        staging_folder(settings.out, run.run_id) as staging,
        run_display() as display,
    ):
        with display.stage("Looking for new records"):
            plan = plan_run(run, staging)
        work = Work(run, staging, plan, _extract(plan, run, staging, display))
        refuse_unless_articles(work)
        if work.is_nothing_new:
            link_snapshot(work)
            return publish(work, None)
        with display.stage("Linking articles"):
            link_articles(work)
        with display.stage("Validating"):
            verdict = validate_draft(work)
        with display.stage("Publishing"):
            write_snapshot(work)
            return publish(work, verdict)


def _extract(plan: Plan, run: Run, staging: Path, display: Display) -> tuple[ShardResult, ...]:
    """Extract the new records on all workers; which of them ends first makes no difference."""
    if not plan.new:
        return ()
    shards = write_shards(plan.new, staging / "shards", assume_clean=run.settings.assume_clean)
    with closing(WorkerPool(min(run.settings.workers, len(shards)))) as pool:
        futures = [extract_records.submit(pool, shard) for shard in shards]
        finished = display.each("Extracting articles", as_completed(futures), total=len(futures))
        results = [result for future in finished for result in future.result()]
    return tuple(sorted(results, key=lambda result: result.folder))
