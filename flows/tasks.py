"""The tasks of the flow: each is one stage over a batch, one call into another module, one log line."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from prefect import get_run_logger, task
from prefect.cache_policies import NO_CACHE

from flows.assemble import Inputs, Run, complete_tables, count_records, gather_frames, mark_failed, with_run
from flows.errors import ValidationFailed
from flows.plan import Plan, make_plan
from flows.pool import WorkerPool, extract_in
from flows.publication import RunSummary, publish_tables, publish_unchanged, publish_validation
from flows.rejects import Reject, rejects_frame
from flows.reuse import is_same_input, reused_frames
from flows.snapshots import VALIDATION, keep_failed
from flows.tables import read_tables, write_draft
from flows.validation import REPORT, validated

if TYPE_CHECKING:
    from pathlib import Path

    import polars as pl
    from prefect import Task
    from prefect.client.schemas.objects import State, TaskRun

    from expectations.verdict import Verdict
    from flows.shards import Shard, ShardResult

_SPOOL = "spool"
_DRAFT = "draft"
_TABLES = "tables"
_PASSING_TROUBLE = {errno.EAGAIN, errno.EBUSY, errno.EIO, errno.ESTALE, errno.ETIMEDOUT}


def _waiting_may_help(_task: Task[..., Any], _task_run: TaskRun, state: State[Any]) -> bool:
    """Whether a task failed with trouble that passes, as network file systems have it."""
    error = state.result(raise_on_failure=False)
    return isinstance(error, OSError) and error.errno in _PASSING_TROUBLE


@dataclass(frozen=True, slots=True)
class Work:
    """A run, its staging folder, and what became of its records.

    Attributes:
        results: What the shards yielded.
    """

    run: Run
    staging: Path
    plan: Plan
    results: tuple[ShardResult, ...]

    @property
    def rejects(self) -> pl.DataFrame:
        """The records that no article could be made of."""
        found: list[Reject] = [*self.plan.scan.rejects]
        for result in self.results:
            found.extend(result.rejects)
        return rejects_frame(found, self.run.run_id)

    @property
    def inputs(self) -> Inputs:
        """The record counts of the run."""
        return Inputs(count_records(self.plan), len(self.plan.known))

    @property
    def is_nothing_new(self) -> bool:
        """Whether the published tables would come out just as they are."""
        previous = self.plan.previous
        if previous is None or any(result.n_documents for result in self.results):
            return False
        return is_same_input(previous, self.plan.known, self.rejects)


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
    frames = gather_frames([result.folder for result in work.results], reused)
    runs_before = read_tables(plan.previous.path, ("runs",))["runs"] if plan.previous else None
    tables = with_run(complete_tables(frames, work.rejects, runs_before), run, work.inputs)
    write_draft(tables, work.staging / _DRAFT)
    get_run_logger().info("link: %s", {name: frame.height for name, frame in tables.items()})


@task(cache_policy=NO_CACHE)
def validate_draft(work: Work) -> Verdict:
    """Run the expectations over the draft tables, and set aside the rows that go into quarantine."""
    draft = read_tables(work.staging / _DRAFT)
    tables, verdict = validated(draft, work.run, work.inputs, work.staging / VALIDATION)
    if not verdict.passed:
        tables = mark_failed(tables, work.run)
    write_draft(tables, work.staging / _DRAFT)
    get_run_logger().info("validate: %d checks, %d failed", len(verdict.checks), len(verdict.failures))
    return verdict


@task(cache_policy=NO_CACHE, retries=2, retry_delay_seconds=5, retry_condition_fn=_waiting_may_help)
def publish_draft(work: Work, verdict: Verdict) -> RunSummary:
    """Publish the validated tables; keep those that failed where they can be looked at.

    Raises:
        ValidationFailed: The verdict is bad; nothing was published.
    """
    run, out = work.run, work.run.settings.out
    if not verdict.passed:
        (work.staging / VALIDATION).rename(work.staging / _DRAFT / VALIDATION)
        raise ValidationFailed(verdict, keep_failed(work.staging / _DRAFT, out, run.run_id))
    tables = read_tables(work.staging / _DRAFT)
    snapshot = publish_tables(tables, work.staging / _TABLES, run, work.plan.previous)
    report = publish_validation(work.staging / VALIDATION, out) / REPORT
    get_run_logger().info("publish: %s", snapshot)
    return RunSummary(
        rows={name: frame.height for name, frame in tables.items()},
        n_duplicates=tables["documents"]["duplicate_of"].count(),
        n_reused=len(work.plan.known),
        snapshot=snapshot,
        report=report,
        warnings=tuple(failure.message() for failure in verdict.failures),
    )


@task(cache_policy=NO_CACHE, retries=2, retry_delay_seconds=5, retry_condition_fn=_waiting_may_help)
def publish_nothing_new(work: Work) -> RunSummary:
    """Publish the tables of the snapshot before once more, as they were validated then."""
    previous, run = work.plan.previous, work.run
    assert previous is not None
    tables = read_tables(previous.path)
    runs = with_run(tables, run, work.inputs)["runs"]
    snapshot = publish_unchanged(runs, work.staging / _TABLES, run, previous)
    get_run_logger().info("publish: nothing new since %s", previous.manifest.run_id)
    return RunSummary(
        rows={**previous.manifest.rows, "runs": runs.height},
        n_duplicates=tables["documents"]["duplicate_of"].count(),
        n_reused=len(work.plan.known),
        snapshot=snapshot,
        report=run.settings.out / VALIDATION / REPORT,
        warnings=(),
    )
