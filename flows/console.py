"""What a run shows: progress while it works, and what was written when it is done. All on stderr."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)
from rich.table import Table as RichTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from expectations.verdict import Verdict
    from flows.publication import RunSummary

Item = TypeVar("Item")

_MAX_FAILURES_SHOWN = 20


def console() -> Console:
    """The terminal that messages go to; the standard output is left to data."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


class Display:
    """The stage a run is in: a live display in a terminal, one line a finished stage elsewhere."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress

    @contextmanager
    def stage(self, words: str) -> Iterator[None]:
        """Show a stage while the context lasts."""
        for _ in self.each(words, [None]):
            yield

    def each(self, words: str, items: Iterable[Item], total: int = 1) -> Iterator[Item]:
        """Show a stage that goes item by item, as the caller takes the items."""
        task_id = self._progress.add_task(words, total=total)
        for item in items:
            yield item
            self._progress.advance(task_id)
        if not self._progress.console.is_terminal:
            self._progress.console.print(f"{words} ... done")


@contextmanager
def run_display() -> Iterator[Display]:
    """Show the stages of a run while the context lasts."""
    terminal = console()
    columns = (
        SpinnerColumn(finished_text="✓"),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=terminal, disable=not terminal.is_terminal) as progress:
        yield Display(progress)


def show_summary(summary: RunSummary) -> None:
    """Show what a run published, and where."""
    table = RichTable("table", "rows", title=f"Published {summary.snapshot.name}", title_justify="left")
    table.columns[1].justify = "right"
    for name, n_rows in summary.rows.items():
        table.add_row(name, f"{n_rows:,}")
    terminal = console()
    terminal.print(table)
    n_documents = summary.rows["documents"]
    terminal.print(
        f"{n_documents:,} documents ({summary.n_duplicates:,} of them duplicates, "
        f"{summary.n_reused:,} unchanged since the last run), {summary.rows['rejects']:,} rejects"
    )
    if summary.n_not_extracted:
        terminal.print(f"{summary.n_not_extracted:,} in other languages than English: kept, not extracted")
    for warning in summary.warnings:
        terminal.print(f"warning: {warning}", markup=False)
    terminal.print(f"tables:  {summary.snapshot.parents[1] / 'latest'}", markup=False)
    terminal.print(f"report:  {summary.report}", markup=False)
    terminal.print(f"Data Docs of Great Expectations: {summary.data_docs}", markup=False)


def show_failures(verdict: Verdict) -> None:
    """Name the expectations that failed and the keys of the rows that failed them, worst first."""
    terminal = console()
    failures = sorted(verdict.failures, key=lambda failure: failure.severity)
    for failure in failures[:_MAX_FAILURES_SHOWN]:
        terminal.print(failure.message(), markup=False)
        for key in failure.keys[1:]:
            terminal.print(f"    {key}", markup=False)
    if len(failures) > _MAX_FAILURES_SHOWN:
        terminal.print(f"and {len(failures) - _MAX_FAILURES_SHOWN} more; see the report")
