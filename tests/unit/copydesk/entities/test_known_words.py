"""What the word lists know."""

from __future__ import annotations

import re

from copydesk.entities.known_words import KnownKind, known_stretches
from copydesk.spans import Span


def found(text: str) -> list[tuple[str, KnownKind]]:
    words = [Span(*word.span()) for word in re.finditer(r"\w+|[^\w\s]", text)]
    return [
        (text[words[first].start : words[behind - 1].end], kind)
        for first, behind, kind in known_stretches(text, words)
    ]


def test_the_longest_name_is_found_in_every_list() -> None:
    assert ("South Korea", KnownKind.COUNTRY) in found("Trade with South Korea grew.")
    assert ("U.N.", KnownKind.ORGANIZATION) in found("The U.N. agreed.")


def test_peoples_and_given_names_are_known() -> None:
    assert ("Norwegians", KnownKind.PEOPLE) in found("Two Norwegians left.")
    assert ("Boris", KnownKind.GIVEN_NAME) in found("Then Boris left.")


def test_headline_capitals_do_not_matter_for_long_names() -> None:
    assert ("NORWAY", KnownKind.COUNTRY) in found("NORWAY VOTES")


def test_small_letters_are_in_no_list() -> None:
    assert found("the turkey and the china were cold") == []
