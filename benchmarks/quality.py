"""Quality against the gold: one table a task, as docs/quality.md shows them.

    python benchmarks/quality.py [cleaning|quotes|entities|events ...] [--sample N] [--models FOLDER]

Without a task all four are measured. `--sample` takes N documents of every gold set, for a quick look.
`--models` judges pages by the models of `python -m training.lines cross-validate`, each page by the one
that has not seen its site; the models that ship have seen them all.
Figures are per cent; docs/quality.md says what each means. The gold is no part of the project: the
environment variable COPYDESK_GOLD names the folder that has it.
"""

from __future__ import annotations

import argparse
import logging
import multiprocessing
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.quality_gold import MissingGold, read_documents, sample_of
from benchmarks.quality_predictions import use_models
from benchmarks.quality_scores import figures_of
from benchmarks.quality_tasks import TASKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.quality_scores import Figures
    from benchmarks.quality_tasks import Task

EXIT_UNUSABLE = 2
# Few enough that the cores end together, many enough that passing pages around costs nothing.
_CHUNK_DOCUMENTS = 4


def measure(task: Task, n_documents: int | None, pool: ProcessPoolExecutor) -> Figures:
    """Measure one task, on `n_documents` of every gold set or, for None, on all.

    Raises:
        MissingGold: Its gold is not there.
    """
    figures: Figures = {}
    for gold_set in task.gold_sets:
        documents = sample_of(read_documents(gold_set.file, gold_set.text_key), n_documents)
        predictions = pool.map(gold_set.predict, documents, chunksize=_CHUNK_DOCUMENTS)
        figures.update(figures_of(task, gold_set, documents, predictions))
    return figures


def table(columns: Sequence[str], figures: Figures) -> str:
    """Write figures as a Markdown table, in per cent.

    >>> print(table(["type", "quad"], {"PLOVER records": {"type": 0.5, "quad": None}}))
    | | type | quad |
    |---|---:|---:|
    | PLOVER records | 50.0 | – |
    """
    lines = [f"| | {' | '.join(columns)} |", f"|---|{'---:|' * len(columns)}"]
    for row, by_column in figures.items():
        values = (by_column[column] for column in columns)
        shown = ["–" if value is None else f"{100 * value:.1f}" for value in values]
        lines.append(f"| {row} | {' | '.join(shown)} |")
    return "\n".join(lines)


def command_line(name: str, n_documents: int | None, models: Path | None = None) -> str:
    """The command that prints a task's table again.

    >>> command_line("quotes", 20)
    'python benchmarks/quality.py quotes --sample 20'
    """
    sample = "" if n_documents is None else f" --sample {n_documents}"
    folder = "" if models is None else f" --models {models}"
    return f"python benchmarks/quality.py {name}{sample}{folder}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; the exit status is 2 where the gold is missing."""
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument("tasks", nargs="*", metavar="TASK", help=f"what to measure: {', '.join(TASKS)}")
    parser.add_argument("--sample", type=_positive, metavar="N", help="documents of every gold set")
    parser.add_argument("--models", type=Path, metavar="FOLDER", help="models of cross-validation")
    given = parser.parse_args(arguments)
    unknown = [name for name in given.tasks if name not in TASKS]
    if unknown:
        parser.error(f"no task is called {', '.join(unknown)}; there are {', '.join(TASKS)}")
    try:
        _print_tables(given.tasks or list(TASKS), given.sample, given.models)
    except MissingGold as error:
        sys.stderr.write(f"quality: {error}\n")
        return EXIT_UNUSABLE
    return 0


def _print_tables(names: Sequence[str], n_documents: int | None, models: Path | None) -> None:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(
        os.cpu_count(), mp_context=context, initializer=_prepare, initargs=(models,)
    ) as pool:
        for name in names:
            shown = table(list(TASKS[name].columns), measure(TASKS[name], n_documents, pool))
            sys.stdout.write(f"`{command_line(name, n_documents, models)}`\n\n{shown}\n\n")
            sys.stdout.flush()


def _positive(written: str) -> int:
    number = int(written)
    if number < 1:
        message = "expected at least 1"
        raise argparse.ArgumentTypeError(message)
    return number


def _prepare(models: Path | None) -> None:
    """Silence a library that warns of every page it finds nothing in, and name the models."""
    if models is not None:
        use_models(models)
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


if __name__ == "__main__":
    sys.exit(main())
