"""Characters as arrays."""

from __future__ import annotations

import numpy as np
import pytest

from copydesk.cleaning.characters import CharacterTable, codes_of

ODD = ["", "a", "é", "计", "\U0001f600", "\ud800", "\x00", "aé计\U0001f600b"]


@pytest.mark.parametrize("text", ODD)
def test_there_is_a_code_for_every_character(text: str) -> None:
    assert codes_of(text).tolist() == [ord(character) for character in text]


@pytest.mark.parametrize("text", ODD)
def test_table_says_what_the_function_says(text: str) -> None:
    assert CharacterTable(ord, np.uint32).of(codes_of(text)).tolist() == [
        ord(character) for character in text
    ]
