"""The quote gold as examples: tags, links, windows."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import numpy as np
import pytest

from copydesk.quotes.reading import MODELS, TOKENIZER_FILE
from copydesk.quotes.subwords import load_tokenizer
from training.quote_examples import IGNORED, NOWHERE, Marks, lines_of, read_examples, windows_of

if TYPE_CHECKING:
    from pathlib import Path

    from training.quote_examples import Example

TEXT = 'Berg said: "It is overdone."\n\nOthers left. They were not seen again.'


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Example:
    """One article with one quote, by way of a gold file."""
    quote = {"source": [[0, 4]], "cue": [[5, 9]], "content": [[11, 28]]}
    folder = tmp_path / "gold" / "quotes"
    folder.mkdir(parents=True)
    with gzip.open(folder / "train.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps({"doc": "a", "text": TEXT, "quotes": [quote]}))
    monkeypatch.setenv("COPYDESK_GOLD", str(tmp_path))
    (found,) = read_examples("train")
    return found


@pytest.fixture
def marks() -> Marks:
    """The numbers of the quotation marks."""
    return Marks.of(load_tokenizer(MODELS / TOKENIZER_FILE))


def test_words_have_the_tags_of_their_roles(example: Example) -> None:
    words = example.subwords.begins_word
    assert example.tags[words].tolist()[:9] == [4, 8, 0, 9, 10, 10, 10, 10, 11]


def test_inner_subwords_are_not_judged(example: Example) -> None:
    inner = ~example.subwords.begins_word
    assert inner.any()
    for targets in (example.tags, example.cue_of, example.speaker_of):
        assert set(targets[inner].tolist()) == {IGNORED}


def test_content_is_linked_to_its_cue_and_the_cue_to_its_speaker(example: Example) -> None:
    assert set(example.cue_of.tolist()) == {IGNORED, 1}
    assert example.speaker_of.tolist().index(0) == 1


def test_cue_without_a_speaker_is_linked_to_nowhere() -> None:
    assert NOWHERE not in {IGNORED, 0}


def test_links_in_a_window_count_from_its_opening_sign(example: Example, marks: Marks) -> None:
    (window,) = windows_of(example, np.random.default_rng(0), marks)
    assert set(window.targets[1].tolist()) == {IGNORED, 2}


def test_hidden_words_keep_their_tags(example: Example, marks: Marks) -> None:
    chance = np.random.default_rng(0)
    windows = [window for _ in range(40) for window in windows_of(example, chance, marks)]
    assert any((window.ids == marks.mask).any() for window in windows)
    assert all((window.targets[0] == example.tags).all() for window in windows)


def test_same_chance_gives_the_same_windows(example: Example, marks: Marks) -> None:
    one, other = (
        [window.ids.tolist() for window in windows_of(example, np.random.default_rng(3), marks)]
        for _ in range(2)
    )
    assert one == other


def test_blank_lines_are_no_paragraphs() -> None:
    assert [span.of(TEXT) for span in lines_of(TEXT)] == TEXT.split("\n\n")
