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
    """The tables break a critical expectation, or are not those that were published.

    Attributes:
        verdict: What was checked and what failed.
        kept_in: The folder that the tables are in.
        n_changed_files: How many files differ from those that were published.
    """

    def __init__(self, verdict: Verdict, kept_in: Path, n_changed_files: int = 0) -> None:
        super().__init__(verdict, kept_in, n_changed_files)
        self.verdict = verdict
        self.kept_in = kept_in
        self.n_changed_files = n_changed_files

    def __str__(self) -> str:
        critical = sum(failure.severity == "critical" for failure in self.verdict.failures)
        files = f", {self.n_changed_files} files changed" if self.n_changed_files else ""
        return f"validation failed: {critical} critical expectations broken{files}; see {self.kept_in}"
