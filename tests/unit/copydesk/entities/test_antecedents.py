"""Where a person may stand for a pronoun to mean them."""

from __future__ import annotations

import pytest

from copydesk.entities.antecedents import is_announced, may_precede, speaks
from tests.factories import make_sentences


def positions(text: str, pronoun: str, name: str) -> tuple[int, int]:
    (sentence,) = make_sentences(text)
    words = [token.text for token in sentence.tokens]
    return len(words) - 1 - words[::-1].index(pronoun), words.index(name)


@pytest.mark.parametrize(
    ("text", "pronoun", "expected"),
    [
        ("Lind said he was tired.", "he", True),
        ("Lind met him.", "him", False),
        ("The plan of Lind was dead, he said.", "he", False),
        ("People like Lind, he said.", "he", False),
        ('Lind scolded them: "You had a year," he said.', "he", True),
    ],
)
def test_a_person_named_before_may_be_meant(text: str, pronoun: str, *, expected: bool) -> None:
    (sentence,) = make_sentences(text)
    assert may_precede(sentence, *positions(text, pronoun, "Lind")) is expected


def test_a_person_named_behind_may_be_meant_by_a_pronoun_in_front_only() -> None:
    (sentence,) = make_sentences("In his speech, Lind thanked the voters.")
    position, name = positions("In his speech, Lind thanked the voters.", "his", "Lind")
    assert is_announced(sentence, position, name)
    assert not may_precede(sentence, position, name)


@pytest.mark.parametrize(("text", "expected"), [("Lind said no.", True), ("Lind ate fish.", False)])
def test_the_subject_of_a_verb_of_saying_speaks(text: str, *, expected: bool) -> None:
    (sentence,) = make_sentences(text)
    assert speaks(sentence, 0) is expected
