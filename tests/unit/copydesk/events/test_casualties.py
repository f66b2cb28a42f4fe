"""Numbers of killed and injured."""

from __future__ import annotations

import pytest

from copydesk.events.casualties import Casualties, find_casualties, whole_number
from tests.factories import make_sentences


@pytest.mark.parametrize(
    ("text", "casualties"),
    [
        ("The rebels killed 12 soldiers.", Casualties(12, None)),
        ("At least three soldiers were killed and 1,400 people were wounded.", Casualties(3, 1400)),
        ("Twenty-two villagers died in the raid.", Casualties(22, None)),
        ("Police opened fire, killing one person.", Casualties(1, None)),
        ("The rebels killed dozens of soldiers.", Casualties(None, None)),
        ("The rebels killed nearly 40 soldiers.", Casualties(None, None)),
        ("The raid left villages in ruins, killing or wounding 50.", Casualties(None, None)),
        ("Twelve soldiers slept.", Casualties(None, None)),
    ],
)
def test_only_clear_numbers_are_counted(text: str, casualties: Casualties) -> None:
    (sentence,) = make_sentences(text)
    assert find_casualties(sentence, range(len(sentence.tokens))) == casualties


def test_only_the_verbs_asked_for_are_counted() -> None:
    (sentence,) = make_sentences("The rebels killed 12 soldiers.")
    assert find_casualties(sentence, [0]) == Casualties()


@pytest.mark.parametrize(
    ("words", "number"),
    [("7", 7), ("12,500", 12500), ("ninety-nine", 99), ("three thousand", 3000), ("many", None), ("", None)],
)
def test_whole_number(words: str, number: int | None) -> None:
    assert whole_number(words) == number
