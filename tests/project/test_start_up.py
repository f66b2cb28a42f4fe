"""What is loaded, and how quickly: the tool must not feel heavy, and the rooms keep apart."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

MAX_SECONDS = 1.0
N_TRIES = 3


def _modules_after(statement: str) -> set[str]:
    code = f"{statement}\nimport sys; print(' '.join(name for name in sys.modules if '.' not in name))"
    return set(
        subprocess.run(
            [sys.executable, "-c", code], check=True, capture_output=True, text=True
        ).stdout.split()
    )


def _best_seconds(*command: str) -> float:
    """The quickest of some tries: a busy machine slows single ones."""
    seconds = []
    for _ in range(N_TRIES):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def test_importing_copydesk_is_quick() -> None:
    assert _best_seconds(sys.executable, "-c", "import copydesk") < MAX_SECONDS


def test_help_is_quick() -> None:
    assert _best_seconds(sys.executable, "-m", "flows", "--help") < MAX_SECONDS


@pytest.mark.parametrize("heavy", ["prefect", "great_expectations", "pandas"])
def test_extracting_needs_no_orchestration_and_no_judge(heavy: str) -> None:
    loaded = _modules_after("import copydesk.document, copydesk.frames, copydesk.corpus.link")
    assert heavy not in loaded


def test_a_worker_loads_neither_prefect_nor_great_expectations() -> None:
    assert not {"prefect", "great_expectations"} & _modules_after("import flows.shards")
