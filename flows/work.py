"""What the tasks of one run hand on to each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.assemble import Inputs, Run, count_records
from flows.errors import UnusableInput
from flows.rejects import Reject, rejects_frame
from flows.reuse import is_same_input

if TYPE_CHECKING:
    from pathlib import Path

    import polars as pl

    from flows.plan import Plan
    from flows.shards import ShardResult


_REASONS_TOLD = 3


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
    def n_documents(self) -> int:
        """How many articles there are, new and unchanged."""
        return len(self.plan.known) + sum(result.n_documents for result in self.results)

    @property
    def is_nothing_new(self) -> bool:
        """Whether the published tables would come out just as they are."""
        previous = self.plan.previous
        if previous is None or any(result.n_documents for result in self.results):
            return False
        return is_same_input(previous, self.plan.known, self.rejects)


def refuse_unless_articles(work: Work) -> None:
    """Raise UnusableInput, with the first reasons, when no article could be made of any record."""
    if work.n_documents:
        return
    rejects = work.rejects
    first = rejects.select("source_path", "detail").head(_REASONS_TOLD).rows()
    reasons = "; ".join(f"{path}: {detail}" for path, detail in first)
    message = f"no article in {work.run.settings.raw}; {rejects.height} records were rejected: {reasons}"
    raise UnusableInput(message)
