"""The validation report: one page that needs no network and no script."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

if TYPE_CHECKING:
    from datetime import datetime

    from jinja2 import Template

    from expectations.verdict import Check, Failure, Verdict

_TEMPLATE = "report.html.j2"


@dataclass(frozen=True, slots=True)
class ReportTitle:
    """What the page says about the run: its id, and when it began."""

    run_id: str
    at: datetime


@dataclass(frozen=True, slots=True)
class TableSection:
    """What the page shows of one table.

    Attributes:
        checks: Its expectations, those that failed first, each with its failure if it has one.
    """

    table: str
    n_rows: int
    n_failed: int
    checks: tuple[tuple[Check, Failure | None], ...]


def write_report(verdict: Verdict, title: ReportTitle, path: Path) -> None:
    """Write the verdict as one HTML page, and make the folder for it."""
    page = _template().render(verdict=verdict, title=title, sections=table_sections(verdict))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page, encoding="utf-8")


def table_sections(verdict: Verdict) -> tuple[TableSection, ...]:
    """Group the checks of a verdict by table, in the order of the verdict."""
    failures = {(failure.table, failure.expectation): failure for failure in verdict.failures}
    return tuple(
        _section([check for check in verdict.checks if check.table == table], failures)
        for table in dict.fromkeys(check.table for check in verdict.checks)
    )


def _section(checks: list[Check], failures: dict[tuple[str, str], Failure]) -> TableSection:
    return TableSection(
        table=checks[0].table,
        n_rows=checks[0].n_rows,
        n_failed=sum(not check.passed for check in checks),
        checks=tuple(
            (check, failures.get((check.table, check.name)))
            for check in sorted(checks, key=lambda check: check.passed)
        ),
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(_TEMPLATE)
