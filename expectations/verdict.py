"""The verdict over a set of tables: what was checked, what failed, and which rows are to be set aside."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from expectations.expectation import Action, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    import polars as pl

_MESSAGE_KEYS = 1


@dataclass(frozen=True, slots=True)
class Check:
    """One expectation and how it came out."""

    table: str
    column: str
    name: str
    words: str
    action: Action
    passed: bool
    n_rows: int
    n_failed: int

    @property
    def severity(self) -> Severity:
        """How bad a failure would be, or is."""
        return self.action.severity


@dataclass(frozen=True, slots=True)
class Failure:
    """One expectation that does not hold.

    Attributes:
        keys: Primary keys of the first failing rows, their parts joined by `/`.
        examples: What the first failing rows have in the column.
    """

    table: str
    column: str
    expectation: str
    words: str
    action: Action
    n_failed: int
    keys: tuple[str, ...]
    examples: tuple[str, ...]

    @property
    def severity(self) -> Severity:
        """How bad it is."""
        return self.action.severity

    def message(self) -> str:
        """The failure on one line.

        >>> Failure("quotes", "kind", "kind_is_in_vocabulary", "is one of the 3 values of its vocabulary",
        ...         Action.STOP, 2, ("0c8dc6b5-q0003", "0c8dc6b5-q0004"), ()).message()
        'quotes.kind: is one of the 3 values of its vocabulary [critical]: 2 rows, e.g. 0c8dc6b5-q0003'
        """
        place = f"{self.table}.{self.column}" if self.column else self.table
        rows = "1 row" if self.n_failed == 1 else f"{self.n_failed} rows"
        example = "".join(f", e.g. {key}" for key in self.keys[:_MESSAGE_KEYS])
        return f"{place}: {self.words} [{self.severity}]: {rows}{example}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the expectations say about a set of tables.

    Attributes:
        checks: Every expectation that was run, table by table.
        failures: Those that do not hold.
        quarantined: For every table with rows to set aside all of those: the columns of its primary
            key, `expectation` and `words`. A row that fails two expectations is listed twice.
    """

    checks: tuple[Check, ...]
    failures: tuple[Failure, ...]
    quarantined: Mapping[str, pl.DataFrame] = field(compare=False)

    @property
    def passed(self) -> bool:
        """Whether the tables may be published: nothing critical failed."""
        return all(failure.severity is not Severity.CRITICAL for failure in self.failures)
