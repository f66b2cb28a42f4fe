"""The loader of the word lists."""

from __future__ import annotations

import pytest

from copydesk.lexicons import lexicon


def test_single_word_is_a_tuple_of_one() -> None:
    assert all(
        isinstance(words, tuple) for entry in lexicon("publishers").values() for words in entry.values()
    )


def test_unknown_lexicon_is_our_own_mistake() -> None:
    with pytest.raises(FileNotFoundError):
        lexicon("nowhere")
