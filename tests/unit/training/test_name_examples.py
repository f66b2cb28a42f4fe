"""The entity gold as examples: tags, what is not judged, batches."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import numpy as np
import pytest
import spacy

from copydesk.entities.word_features import N_FEATURES

pytest.importorskip("torch", reason="only who trains the models has PyTorch")

from copydesk.quotes.reading import MODELS, TOKENIZER_FILE
from copydesk.quotes.subwords import load_tokenizer
from training.name_examples import FILES, Source, read_name_examples
from training.name_learning import batches
from training.quote_examples import IGNORED

if TYPE_CHECKING:
    from pathlib import Path

    from training.name_examples import NameExample

_FAREWELL = "\n\nNobody else had come to the harbour that morning, and the boat left without a sound."
TEXT = "Eva Lind of Nordbank left Oslo.\n\nThe Norwegian press was there." + 20 * _FAREWELL
NAMES = [
    {"start": 0, "end": 8, "label": "PER"},
    {"start": 12, "end": 20, "label": "ORG"},
    {"start": 26, "end": 30, "label": "LOC"},
]


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> NameExample:
    file = tmp_path / "gold" / FILES[Source.GUM]
    file.parent.mkdir(parents=True)
    with gzip.open(file, "wt") as lines:
        lines.write(json.dumps({"doc": "one", "text": TEXT, "entities": NAMES}))
    monkeypatch.setenv("COPYDESK_GOLD", str(tmp_path))
    (read,) = read_name_examples(Source.GUM, spacy.blank("en"))
    return read


def tags_of_words(example: NameExample) -> dict[str, int]:
    tokenizer = load_tokenizer(MODELS / TOKENIZER_FILE)
    return {
        str(tokenizer.id_to_token(int(number))): int(tag)
        for number, tag in zip(example.subwords.ids, example.tags, strict=True)
    }


def test_names_are_tagged_by_group(example: NameExample) -> None:
    tags = tags_of_words(example)
    begin_person, end_person, alone_place = 1, 3, 12
    assert (tags["eva"], tags["lin"] if "lin" in tags else tags["lind"]) == (begin_person, end_person)
    assert (tags["oslo"], tags["left"]) == (alone_place, 0)


def test_adjectives_that_gum_does_not_mark_are_not_judged(example: NameExample) -> None:
    assert tags_of_words(example)["norwegian"] == IGNORED


def test_what_the_encoder_and_the_lists_know_goes_with_every_subword(example: NameExample) -> None:
    assert len(example.states) == len(example.features) == len(example.subwords.ids)


def test_batches_are_padded_and_the_same_for_the_same_chance(example: NameExample) -> None:
    first, again = (next(batches([example], np.random.default_rng(3))) for _ in range(2))
    assert first.features.shape == (*first.mask.shape, N_FEATURES)
    assert bool((first.targets == again.targets).all())
    assert bool((first.targets[:, 1] == IGNORED).all()), "nothing of it is silver"
