"""The command line as a user types it, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SECONDS_AT_MOST = 240


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended and what it printed."""

    status: int
    stdout: str
    stderr: str


def copydesk(*arguments: str | Path, prepare: Callable[[], None] | None = None, stdin: str = "") -> Outcome:
    """Run `copydesk` with arguments; `prepare` is called in the new process before it begins."""
    done = subprocess.run(
        [sys.executable, "-m", "flows", *map(str, arguments)],
        capture_output=True,
        text=True,
        input=stdin,
        timeout=SECONDS_AT_MOST,
        check=False,
        preexec_fn=prepare,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)
