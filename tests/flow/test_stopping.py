"""What stops a run: the exit status, the message, and that nothing half-written is left."""

from __future__ import annotations

import gzip
import json
import os
import resource
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from flows.snapshots import output_lock
from tests.flow.articles import BRUSSELS, MOSCOW
from tests.flow.command import copydesk

if TYPE_CHECKING:
    from pathlib import Path

# A busy machine takes its time.
_PATIENCE_SECONDS = 120


def test_a_missing_folder_is_wrong_use(tmp_path: Path) -> None:
    outcome = copydesk("run", tmp_path / "nowhere", "--out", tmp_path / "out")
    assert (outcome.status, outcome.stdout) == (2, "")
    assert f"no such file or folder: {tmp_path / 'nowhere'}" in outcome.stderr


def test_an_empty_folder_is_unusable(tmp_path: Path, raw: Path) -> None:
    outcome = copydesk("run", raw, "--out", tmp_path / "out")
    assert outcome.status == 2
    assert f"nothing to read in {raw}" in outcome.stderr


def test_an_output_folder_that_cannot_be_made_is_named(raw: Path) -> None:
    (raw / "a.txt").write_text(MOSCOW)
    outcome = copydesk("run", raw, "--out", "/proc/copydesk")
    assert outcome.status == 2
    assert "cannot write into /proc/copydesk" in outcome.stderr


def test_an_output_folder_that_is_a_file_is_named(raw: Path, tmp_path: Path) -> None:
    (raw / "a.txt").write_text(MOSCOW)
    (tmp_path / "out").write_text("in the way")
    assert copydesk("run", raw, "--out", tmp_path / "out").status == 2


def test_a_second_run_into_the_same_folder_says_so(raw: Path, tmp_path: Path) -> None:
    (raw / "a.txt").write_text(MOSCOW)
    with output_lock(tmp_path / "out"):
        outcome = copydesk("run", raw, "--out", tmp_path / "out")
    assert outcome.status == 2
    assert "another run is publishing" in outcome.stderr


def test_a_wrong_setting_in_the_environment_is_named(
    raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COPYDESK_WORKERS", "many")
    outcome = copydesk("run", raw, "--out", tmp_path / "out")
    assert outcome.status == 2
    assert "COPYDESK_WORKERS" in outcome.stderr


def test_an_output_folder_is_no_input(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    outcome = copydesk("run", tmp_path / "out", "--out", tmp_path / "out")
    assert outcome.status == 2
    assert "lies in the output folder" in outcome.stderr


@pytest.mark.usefixtures("server_url")
def test_a_folder_without_any_article_is_unusable(raw: Path, tmp_path: Path) -> None:
    (raw / "menu.txt").write_text("Home\nNews\nSport\n")
    outcome = copydesk("run", raw, "--out", tmp_path / "out")
    assert outcome.status == 2
    assert "1 records were rejected: menu.txt" in outcome.stderr
    assert _left_in(tmp_path / "out") == []


def test_a_server_that_does_not_answer_is_named(
    raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (raw / "a.txt").write_text(MOSCOW)
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:9/api")
    outcome = copydesk("run", raw, "--out", tmp_path / "out")
    assert outcome.status == 2
    assert "http://127.0.0.1:9/api" in outcome.stderr


def test_an_unknown_option_is_wrong_use() -> None:
    assert copydesk("run", "--faster").status == 2


@pytest.mark.usefixtures("server_url")
def test_a_disk_that_takes_no_more_publishes_nothing(raw: Path, tmp_path: Path) -> None:
    (raw / "a.txt").write_text(MOSCOW)
    outcome = copydesk("run", raw, "--out", tmp_path / "out", prepare=_limit_files)
    assert outcome.status == 2
    assert "nothing half-done was published" in outcome.stderr
    assert _left_in(tmp_path / "out") == []


@pytest.mark.usefixtures("server_url")
def test_a_full_disk_is_not_taken_for_an_unreadable_file(raw: Path, tmp_path: Path) -> None:
    (raw / "a.txt").write_text(MOSCOW)
    lines = [json.dumps({"text": f"{BRUSSELS}{number}"}) for number in range(40)]
    (raw / "b.jsonl.gz").write_bytes(gzip.compress("\n".join(lines).encode(), mtime=0))
    outcome = copydesk("run", raw, "--out", tmp_path / "out", prepare=_limit_files)
    assert outcome.status == 2
    assert "Looking for new records ... done" not in outcome.stderr
    assert _left_in(tmp_path / "out") == []


def _limit_files() -> None:
    """Let no file grow beyond a few kilobytes, as on a disk that is nearly full."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (6_000, 6_000))


@pytest.mark.usefixtures("server_url")
def test_ctrl_c_ends_the_run_and_leaves_nothing(raw: Path, tmp_path: Path) -> None:
    for number in range(300):
        (raw / f"{number:03d}.txt").write_text(MOSCOW + (BRUSSELS * 8).replace("Thursday", f"day {number}"))
    command = [sys.executable, "-m", "flows", "run", str(raw), "--out", str(tmp_path / "out")]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    try:
        _wait_for(tmp_path / "out" / ".staging", "*/shards/*/refs.jsonl")
        # Some workers are still starting then; a terminal sends the signal to all of them.
        time.sleep(1)
        os.killpg(process.pid, signal.SIGINT)
        _, stderr = process.communicate(timeout=_PATIENCE_SECONDS)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
    assert process.returncode == 130
    assert [line for line in stderr.splitlines() if line] == [
        "Looking for new records ... done",
        "copydesk: interrupted; nothing half-done was published",
    ]
    assert _left_in(tmp_path / "out") == []


def _wait_for(folder: Path, pattern: str) -> None:
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while not any(folder.glob(pattern)):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def _left_in(out: Path) -> list[str]:
    """What a reader of the output folder sees."""
    return sorted(path.name for path in out.iterdir() if path.name not in {".lock", ".prefect"})
