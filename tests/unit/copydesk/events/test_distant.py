"""Targets far from the words of an event."""

from __future__ import annotations

import pytest

from copydesk.document import extract_document
from schemas.vocabulary import ActorRole
from tests.factories import make_document


def _targets(text: str) -> list[tuple[str, str | None]]:
    extraction = extract_document(make_document(text))
    return [
        (actor.span.of(extraction.document.text), actor.country)
        for event in extraction.events
        for actor in event.actors
        if actor.role is ActorRole.TARGET
    ]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Kenya agreed to lift a ban on imports of Spanish oranges.", [("Spanish", "ESP")]),
        ("Kenya refused to lift the ban on Ugandan lorries.", [("Ugandan", "UGA")]),
        ("Kenya threatened to impose duties against Ugandan goods.", [("Ugandan", "UGA")]),
    ],
)
def test_it_is_done_to_whose_things_it_is_about(text: str, targets: list[tuple[str, str]]) -> None:
    assert _targets(text) == targets


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Kenya lifted the curfew in Lima.", [("Lima", "PER")]),
        ("Kenya suspended aid deliveries in Baghdad on Monday.", [("Baghdad", "IRQ")]),
        ("Kenyan rebels killed ten people in Lima.", [("people", "PER")]),
    ],
)
def test_deed_that_strikes_a_place_is_done_to_its_people(text: str, targets: list[tuple[str, str]]) -> None:
    assert _targets(text) == targets


@pytest.mark.parametrize(
    "text",
    [
        "Kenya condemned the storm on Friday after rain in Uganda.",
        "Kenya called on other states to follow Uganda's lead.",
        "Kenya promised that Uganda would win.",
        "Floods destroyed hundreds of houses in Chad.",
        "Lightning killed a shepherd and ten goats in Chad.",
    ],
)
def test_time_and_other_peoples_affairs_are_no_target(text: str) -> None:
    assert _targets(text) == []
