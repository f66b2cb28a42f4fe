"""Clauses that look ahead, by the last word of their date."""

import pytest

from copydesk.entities.tense import looks_ahead
from tests.factories import make_sentences


def ahead(text: str, word: str) -> bool:
    (sentence,) = make_sentences(text)
    (position,) = (i for i, token in enumerate(sentence.tokens) if token.text == word)
    return looks_ahead(sentence, position)


@pytest.mark.parametrize(
    "text",
    [
        "The two leaders will meet on Friday.",
        "The two leaders are due to meet on Friday.",
        "They agreed to meet on Friday.",
        "She said the talks would begin on Friday.",
        "The talks are scheduled for Friday.",
    ],
)
def test_what_is_announced_lies_ahead(text: str) -> None:
    assert ahead(text, "Friday") is True


@pytest.mark.parametrize(
    "text",
    [
        "The two leaders met on Friday.",
        "She said on Friday that the talks would begin soon.",
        "They agreed on Friday.",
        "The minister has spoken to reporters on Friday.",
    ],
)
def test_what_is_told_does_not_lie_ahead(text: str) -> None:
    assert ahead(text, "Friday") is False
