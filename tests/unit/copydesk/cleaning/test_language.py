"""The language of a text."""

from __future__ import annotations

import pytest

from copydesk.cleaning.language import find_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ministers met in Geneva on Monday to talk about the future of the treaty.", "en"),
        ("Die Minister trafen sich am Montag in Genf, um über die Zukunft des Vertrags zu sprechen.", "de"),
    ],
)
def test_language_of_a_sentence_is_found(text: str, language: str) -> None:
    assert find_language(text) == language


@pytest.mark.parametrize("text", ["", "Ja.", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15"])
def test_too_little_text_has_no_language(text: str) -> None:
    assert find_language(text) is None
