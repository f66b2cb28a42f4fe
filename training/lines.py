"""Train the line model on the cleaning gold.

    python -m training.lines train {text,html} [--models FOLDER] [--seed N]
    python -m training.lines cross-validate {text,html} --folds 5 --models FOLDER

`train` learns from all sites and writes the model that ships. `cross-validate` writes one model a fold,
each trained without the sites of its fold; `python benchmarks/quality.py cleaning --models FOLDER` then
judges every page by the model that has not seen its site. The gold's folder is named by COPYDESK_GOLD;
PyTorch is needed (`pip install -e '.[train]'`).
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

import numpy as np

from benchmarks.quality_gold import site_fold
from copydesk.cleaning.line_scores import MODEL_FILES
from training.line_examples import Gold, read_gold
from training.line_learning import Schedule, trained_arrays

# Of web pages there is a third as many, so they are seen more often.
EPOCHS = {"text": 14, "html": 24}
SHIPPED = Path(__file__).parents[1] / "copydesk" / "cleaning" / "models"


def main() -> int:
    """Train as the command line says; progress goes to stderr."""
    given = _arguments()
    gold = read_gold(given.kind)
    schedule = Schedule(seed=given.seed, n_epochs=given.epochs or EPOCHS[given.kind])
    if given.way == "train":
        _write(gold, schedule, None, given.models / MODEL_FILES[given.kind])
        return 0
    for fold in given.only or range(given.folds):
        held_out = frozenset(
            example.site for example in gold.examples if site_fold(example.site, given.folds) == fold
        )
        _write(gold, schedule, held_out, given.models / str(fold) / MODEL_FILES[given.kind])
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument("way", choices=("train", "cross-validate"))
    parser.add_argument("kind", choices=tuple(MODEL_FILES))
    parser.add_argument("--models", type=Path, default=SHIPPED, help="where to write the model files")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--only", type=int, action="append", help="this fold only; may be repeated")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--epochs", type=int, help="how often every page is seen")
    return parser.parse_args()


def _write(gold: Gold, schedule: Schedule, held_out: frozenset[str] | None, file: Path) -> None:
    started = time.monotonic()
    arrays = trained_arrays(gold, schedule, held_out or frozenset())
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as opened:
        np.savez_compressed(opened, allow_pickle=False, **arrays)
    minutes = (time.monotonic() - started) / 60
    sys.stderr.write(f"{file}: {file.stat().st_size / 1e6:.2f} MB, {minutes:.1f} minutes\n")


if __name__ == "__main__":
    sys.exit(main())
