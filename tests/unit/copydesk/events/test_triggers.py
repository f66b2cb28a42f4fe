"""Which words name an event."""

from __future__ import annotations

import pytest

from copydesk.events.triggers import find_triggers
from tests.factories import make_sentences


def _named(text: str) -> list[tuple[str, str]]:
    """Event type and trigger words of a one-sentence text."""
    (sentence,) = make_sentences(text)
    return [
        (found.event_type, " ... ".join(span.of(text) for span in found.spans(sentence)))
        for found in find_triggers(sentence)
    ]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Norway condemned Iceland.", [("ACCUSE", "condemned")]),
        ("Ghana pulled its troops out of Togo.", [("RETREAT", "pulled ... troops out")]),
        ("Ghana imposed harsh sanctions on Togo.", [("SANCTION", "imposed ... sanctions")]),
        ("Togo lifted the sanctions.", [("RETREAT", "lifted ... sanctions")]),
        ("Togo lifted the curfew.", [("CONCEDE", "lifted ... curfew")]),
        ("A summit between Ghana and Togo ended.", [("CONSULT", "summit")]),
    ],
)
def test_object_and_particle_are_part_of_the_trigger(text: str, named: list[tuple[str, str]]) -> None:
    assert _named(text) == named


def test_light_verb_belongs_to_its_noun() -> None:
    assert _named("Ghana voiced criticism of Togo.") == [("ACCUSE", "voiced criticism")]


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Togo refused to extradite the banker.", "REJECT"),
        ("Togo threatened to bomb the bridge.", "THREATEN"),
        ("Togo promised to visit Ghana.", "AGREE"),
        ("Togo demanded the release of the prisoners.", "REQUEST"),
        ("Togo urged Ghana to condemn and punish the attack.", "REQUEST"),
    ],
)
def test_outer_verb_decides(text: str, event_type: str) -> None:
    assert [found for found, _ in _named(text)] == [event_type]


def test_verb_beside_the_outer_verb_stands_for_itself() -> None:
    text = "Togo refused to pay and condemned Ghana."
    assert _named(text) == [("REJECT", "refused"), ("ACCUSE", "condemned")]


@pytest.mark.parametrize(
    "text",
    [
        "Ghana said the harvest was good.",
        "The proposed changes surprised Ghana.",
        "Critics seized upon the remark.",
        "Profits declined in March.",
        "Ghana lifted the crate.",
        "The accused man slept.",
    ],
)
def test_other_senses_of_the_words_name_nothing(text: str) -> None:
    assert _named(text) == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Norway called on Iceland to wait.", [("REQUEST", "called on")]),
        ("Norway called on Monday for a vote.", [("REQUEST", "called ... for")]),
        ("Norway called a letter on fishing a mistake.", []),
        ("Norway gave no ground in return.", []),
    ],
)
def test_preposition_of_something_else_is_no_particle(text: str, named: list[tuple[str, str]]) -> None:
    assert _named(text) == named


@pytest.mark.parametrize(
    "text",
    [
        "Norway agreed that Iceland was right.",
        "Norway and Iceland cannot agree on everything.",
        "Norway and Iceland agree on each issue.",
    ],
)
def test_thinking_alike_is_no_agreement(text: str) -> None:
    assert _named(text) == []


def test_agreement_on_what_shall_be_counts() -> None:
    assert _named("Norway agreed that Iceland would join.") == [("AGREE", "agreed")]
