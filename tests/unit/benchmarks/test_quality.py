"""The command that measures quality, and its documentation."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.quality import EXIT_UNUSABLE, command_line, main
from benchmarks.quality_tasks import TASKS

PAGE = Path(__file__).parents[3] / "docs" / "quality.md"


def test_without_gold_the_exit_status_is_that_of_unusable_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COPYDESK_GOLD", str(tmp_path))
    assert main(["quotes"]) == EXIT_UNUSABLE


def test_without_gold_it_is_said_where_it_was_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COPYDESK_GOLD", str(tmp_path))
    main(["quotes"])
    expected = f"quality: no gold in {tmp_path}/gold; set COPYDESK_GOLD to the folder that has gold/\n"
    assert capsys.readouterr().err == expected


@pytest.mark.parametrize("arguments", [["weather"], ["quotes", "--sample", "0"], ["quotes", "--sample", "x"]])
def test_wrong_use_has_exit_status_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == EXIT_UNUSABLE


@pytest.mark.parametrize("task", TASKS)
def test_the_page_has_the_table_of_every_task(task: str) -> None:
    models = Path("FOLDER") if task == "cleaning" else None  # the shipped one has learned from these pages
    header = f"`{command_line(task, None, models)}`\n\n| | {' | '.join(TASKS[task].columns)} |\n"
    assert PAGE.read_text("utf-8").count(header) == 1


@pytest.mark.parametrize("task", TASKS)
def test_the_page_explains_every_figure(task: str) -> None:
    page = PAGE.read_text("utf-8")
    assert [column for column in TASKS[task].columns if f"- **{column}**" not in page] == []


def test_the_command_names_the_models_it_was_given() -> None:
    shown = command_line("cleaning", 20, Path("models"))
    assert shown == "python benchmarks/quality.py cleaning --sample 20 --models models"
