"""Whom "who" stands for."""

from __future__ import annotations

import pytest

from copydesk.quotes.relatives import antecedent, is_relative
from tests.factories import make_sentences


def meant(text: str, word: str = "who") -> str | None:
    (sentence,) = make_sentences(text)
    position = next(i for i, token in enumerate(sentence.tokens) if token.text == word)
    noun = antecedent(sentence, position)
    return None if noun is None else sentence.tokens[noun].text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met the mayor, who said it was open.", "mayor"),
        ("They spoke of the rise of Lind, who said it was open.", "Lind"),
        ("They met Lind, who came late and said it was open.", "Lind"),
        ("They met voters who said it was open.", None),
        ("They met Lind and Holm, who say it is open.", None),
    ],
)
def test_the_noun_that_the_clause_hangs_on(text: str, expected: str | None) -> None:
    assert meant(text) == expected


def test_who_at_the_start_of_a_question_stands_for_nobody() -> None:
    (sentence,) = make_sentences("Who said it was open?")
    assert not is_relative(sentence, 0)
