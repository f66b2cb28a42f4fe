"""The tasks of the flow: each is one stage over a batch, one call into another module, one log line."""

from __future__ import annotations

import errno
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from prefect import get_run_logger, task
from prefect.cache_policies import NO_CACHE

from flows.assemble import complete_tables, gather_frames, mark_failed, row_counts, with_run
from flows.descriptors import read_manifest
from flows.errors import ValidationFailed
from flows.plan import Plan, make_plan
from flows.pool import WorkerPool, extract_in
from flows.publication import RunSummary, link_tables, publish_validation, summary_of, write_tables
from flows.reuse import reused_frames
from flows.snapshots import VALIDATION, keep_failed, publish_snapshot
from flows.tables import read_tables, write_draft
from flows.validation import validated

if TYPE_CHECKING:
    from pathlib import Path

    from prefect import Task
    from prefect.client.schemas.objects import State, TaskRun

    from expectations.verdict import Verdict
    from flows.assemble import Run
    from flows.shards import Shard, ShardResult
    from flows.work import Work

_SPOOL = "spool"
_DRAFT = "draft"
_TABLES = "tables"
_PASSING_TROUBLE = {errno.EAGAIN, errno.EBUSY, errno.EIO, errno.ESTALE, errno.ETIMEDOUT}


def _waiting_may_help(_task: Task[..., Any], _task_run: TaskRun, state: State[Any]) -> bool:
    """Whether a task failed with trouble that passes, as network file systems have it."""
    error = state.result(raise_on_failure=False)
    return isinstance(error, OSError) and error.errno in _PASSING_TROUBLE


@task(cache_policy=NO_CACHE, retries=2, retry_delay_seconds=5, retry_condition_fn=_waiting_may_help)
def plan_run(run: Run, staging: Path) -> Plan:
    """Find out which records there are and which of them are new."""
    plan = make_plan(run.settings, staging / _SPOOL)
    get_run_logger().info(
        "plan: %d records, %d new, %d unchanged", len(plan.scan.refs), len(plan.new), len(plan.known)
    )
    return plan


@task(cache_policy=NO_CACHE, retries=2, retry_delay_seconds=5, retry_condition_fn=_waiting_may_help)
def extract_records(pool: WorkerPool, shard: Shard) -> tuple[ShardResult, ...]:
    """Clean and extract the records of a shard in a worker process."""
    results = extract_in(pool, shard)
    n_documents, n_rejects = sum(r.n_documents for r in results), sum(len(r.rejects) for r in results)
    get_run_logger().info("extract: %d documents, %d rejects", n_documents, n_rejects)
    return results


@task(cache_policy=NO_CACHE)
def link_articles(work: Work) -> None:
    """Bring all articles together: entities, duplicates, stories, groups; write the draft tables."""
    plan, run = work.plan, work.run
    reused = reused_frames(plan.previous, plan.known) if plan.previous and plan.known else {}
    folders = [result.folder for result in work.results if result.n_documents]
    completed = complete_tables(gather_frames(folders, reused), work.rejects)
    rows = row_counts(completed)
    write_draft(
        {**completed, "runs": with_run(plan.runs_before, rows, run, work.inputs)}, work.staging / _DRAFT
    )
    get_run_logger().info("link: %s", rows)


@task(cache_policy=NO_CACHE)
def validate_draft(work: Work) -> Verdict:
    """Run the expectations over the draft tables, and set aside the rows that go into quarantine.

    Raises:
        ValidationFailed: The verdict is bad; the tables are kept where they can be looked at.
    """
    draft = read_tables(work.staging / _DRAFT)
    tables, verdict = validated(draft, work.run, work.inputs, work.staging / VALIDATION)
    get_run_logger().info("validate: %d checks, %d failed", len(verdict.checks), len(verdict.failures))
    if not verdict.passed:
        write_draft(mark_failed(tables, work.run), work.staging / _DRAFT)
        (work.staging / VALIDATION).rename(work.staging / _DRAFT / VALIDATION)
        settings = work.run.settings
        kept_in = keep_failed(work.staging / _DRAFT, settings.out, work.run.run_id, settings.keep_snapshots)
        raise ValidationFailed(verdict, kept_in)
    write_draft(tables, work.staging / _DRAFT)
    return verdict


@task(cache_policy=NO_CACHE, retries=2, retry_delay_seconds=5, retry_condition_fn=_waiting_may_help)
def write_snapshot(work: Work) -> None:
    """Write the validated tables as a snapshot that only needs to be published."""
    tables = read_tables(work.staging / _DRAFT)
    write_tables(tables, work.staging / _TABLES, work.run, work.plan.previous)
    get_run_logger().info("write: %d tables", len(tables))


@task(cache_policy=NO_CACHE)
def link_snapshot(work: Work) -> None:
    """Make a snapshot of the files of the one before, as nothing is new: they were validated then."""
    previous = work.plan.previous
    assert previous is not None
    runs = with_run(work.plan.runs_before, previous.manifest.rows, work.run, work.inputs)
    link_tables(runs, work.staging / _TABLES, work.run, previous)
    get_run_logger().info("write: nothing new since %s", previous.manifest.run_id)


@task(cache_policy=NO_CACHE)
def publish(work: Work, verdict: Verdict | None) -> RunSummary:
    """Let the snapshot be the published one, in one atomic step."""
    run = work.run
    manifest = read_manifest(work.staging / _TABLES)
    documents = read_tables(work.staging / _TABLES, ("documents",))["documents"]
    publish_validation(work.staging / VALIDATION, run.settings.out)
    snapshot = publish_snapshot(
        work.staging / _TABLES, run.settings.out, run.run_id, run.settings.keep_snapshots
    )
    get_run_logger().info("publish: %s", snapshot)
    summary = summary_of(documents, manifest.rows, snapshot, work)
    failures = verdict.failures if verdict else ()
    return replace(summary, warnings=(*summary.warnings, *(failure.message() for failure in failures)))
