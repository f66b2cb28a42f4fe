"""Scoring: predictions → the scorer that lies beside the gold → the figures that a table shows."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.quality_gold import gold_folder

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchmarks.quality_gold import GoldDocument
    from benchmarks.quality_predictions import Prediction
    from benchmarks.quality_tasks import GoldSet, KeyPath, Task

Figures = dict[str, dict[str, float | None]]
"""The figures of a table by row and column; None where the gold has nothing to compare with."""


def figures_of(
    task: Task, gold_set: GoldSet, documents: list[GoldDocument], predictions: Iterable[Prediction]
) -> Figures:
    """Score predictions against the documents they were made for.

    Args:
        task: The task, whose scorer is run.
        gold_set: The gold set of the documents.
        documents: All or some of its documents; only these count.
        predictions: One for each.
    """
    report = _report(task, [document.line for document in documents], map(json.dumps, predictions))
    return {
        row: {
            column: None if column in gold_set.lacks else _figure(report, (*row_path, *path))
            for column, path in task.columns.items()
        }
        for row, row_path in gold_set.rows.items()
    }


def _report(task: Task, gold_lines: Iterable[str], prediction_lines: Iterable[str]) -> object:
    with tempfile.TemporaryDirectory() as folder:
        gold, predictions = Path(folder, "gold.jsonl"), Path(folder, "predictions.jsonl")
        gold.write_text("".join(f"{line}\n" for line in gold_lines), "utf-8")
        predictions.write_text("".join(f"{line}\n" for line in prediction_lines), "utf-8")
        scorer = gold_folder() / task.scorer
        command = [sys.executable, str(scorer), str(gold), str(predictions), "--json", *task.options]
        printed = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    report: object = json.loads(printed)
    return report


def _figure(report: object, path: KeyPath) -> float | None:
    """The number at a path of keys; None where it breaks off, as scorers leave out what they cannot tell."""
    for key in path:
        report = report.get(key) if isinstance(report, dict) else None
    return float(report) if isinstance(report, int | float) else None
