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
        ("The blast left 14 people dead and 30 wounded.", Casualties(14, 30)),
        ("A bomb left 14 dead in Kabul.", Casualties(14, None)),
        ("The attack claimed 30 lives.", Casualties(30, None)),
        ("Nine miners lost their lives in the raid.", Casualties(9, None)),
        ("Ten people were killed and 20 wounded.", Casualties(10, 20)),
        ("The bombing killed 12 and injured 45 others.", Casualties(12, 45)),
        ("A policeman died in the clashes.", Casualties(1, None)),
        ("Gunmen killed the deputy mayor of Gao.", Casualties(1, None)),
        ("The shelling killed a woman and her two children.", Casualties(3, None)),
        ("Ten soldiers and civilians were killed.", Casualties(10, None)),
        ("The bomber killed 23 people as well as themselves.", Casualties(23, None)),
    ],
)
def test_only_clear_numbers_are_counted(text: str, casualties: Casualties) -> None:
    (sentence,) = make_sentences(text)
    assert find_casualties(sentence, range(len(sentence.tokens))) == casualties


@pytest.mark.parametrize(
    "text",
    [
        "The rebels killed several soldiers and two drivers.",
        "The army killed a number of villagers.",
        "No soldier was killed.",
        "Every soldier was killed.",
        "One and a half thousand people died.",
        "The plan was dead.",
        "The opposition was killed in the vote.",
    ],
)
def test_vague_numbers_and_lifeless_things_are_not_counted(text: str) -> None:
    (sentence,) = make_sentences(text)
    assert find_casualties(sentence, range(len(sentence.tokens))) == Casualties()


def test_only_the_verbs_asked_for_are_counted() -> None:
    (sentence,) = make_sentences("The rebels killed 12 soldiers.")
    assert find_casualties(sentence, [0]) == Casualties()


@pytest.mark.parametrize(
    ("words", "number"),
    [("7", 7), ("12,500", 12500), ("ninety-nine", 99), ("three thousand", 3000), ("many", None), ("", None)],
)
def test_whole_number(words: str, number: int | None) -> None:
    assert whole_number(words) == number
