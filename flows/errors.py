"""What ends a run, and the exit status that tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from expectations.verdict import Verdict

EXIT_VALIDATION_FAILED = 1
EXIT_UNUSABLE = 2
EXIT_INTERRUPTED = 130


class UnusableInput(Exception):  # noqa: N818 - it is the input that is named
    """The command cannot begin or go on: wrong folder, nothing in it, no place to write.

    The message says what was found and what to do.
    """


class ValidationFailed(Exception):  # noqa: N818 - an outcome rather than a mistake
    """The tables break a critical expectation, so that nothing was published.

    Attributes:
        verdict: What was checked and what failed.
        kept_in: The folder that the tables are in.
    """

    def __init__(self, verdict: Verdict, kept_in: Path) -> None:
        super().__init__(verdict, kept_in)
        self.verdict = verdict
        self.kept_in = kept_in

    def __str__(self) -> str:
        critical = sum(failure.severity == "critical" for failure in self.verdict.failures)
        return f"validation failed: {critical} critical expectations broken; the tables are in {self.kept_in}"
