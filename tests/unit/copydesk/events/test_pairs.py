"""Whom "the two countries" and "both sides" mean."""

from __future__ import annotations

import pytest

from copydesk.document import extract_document
from tests.factories import make_document


def _actors(text: str) -> list[tuple[str, str | None]]:
    """Words and country of the actors of the last event of a text, if there is any."""
    events = extract_document(make_document(text)).events
    return [(actor.span.of(text), actor.country) for event in events[-1:] for actor in event.actors]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        (
            "Kenya and Uganda fought for years. Both sides agreed to a truce.",
            [("Both sides", "KEN"), ("Both sides", "UGA")],
        ),
        (
            "Kenya fought for years. Then Uganda slept. The two countries agreed to a truce with Chad.",
            [("The two countries", "UGA"), ("The two countries", "KEN"), ("Chad", "TCD")],
        ),
        (
            "Barack Obama and Dmitry Medvedev met in London. The two presidents met again in Paris.",
            [("The two presidents", "USA"), ("The two presidents", "RUS")],
        ),
    ],
)
def test_two_are_the_two_named_last(text: str, doers: list[tuple[str, str]]) -> None:
    assert _actors(text) == doers


@pytest.mark.parametrize(
    "text",
    [
        "Kenya met Uganda and Chad. The two countries agreed to a truce.",
        "Kenya slept. The two countries agreed to a truce.",
        "Kenya and Uganda met. Two countries agreed to a truce with Chad.",
    ],
)
def test_of_three_or_one_nobody_can_tell_two(text: str) -> None:
    assert not [words for words, _ in _actors(text) if "two" in words.lower()]
