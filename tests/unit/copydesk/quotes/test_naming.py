"""What things were called, and quoted fragments."""

from __future__ import annotations

import pytest

from copydesk.quotes.attribute import index_speakers
from copydesk.quotes.rules import find_quotes_by_rules
from copydesk.spans import joined
from tests.factories import make_document, make_sentences


def contents(text: str) -> list[tuple[str, str]]:
    quotes = find_quotes_by_rules(make_document(text), make_sentences(text), index_speakers(text, ()))
    return [(quote.kind.value, joined(text, quote.content)) for quote in quotes]


def test_thing_and_its_name_are_the_content() -> None:
    text = "The mayor called the letter 'a very serious document'."
    assert contents(text) == [("mixed", "the letter 'a very serious document'")]


def test_quoted_name_before_the_thing_is_the_content_alone() -> None:
    text = 'She described as "very odd" a remark by the engineer.'
    assert contents(text) == [("direct", '"very odd"')]


def test_every_name_of_one_thing_is_in_the_content() -> None:
    text = 'She called the plan a "folly" and a "waste".'
    assert contents(text) == [("mixed", 'the plan a "folly" and a "waste"')]


def test_quoted_object_of_a_speech_verb_is_a_quote() -> None:
    assert contents('The mayor warned of a "dangerous drift" in repairs.') == [
        ("mixed", 'a "dangerous drift" in repairs')
    ]


@pytest.mark.parametrize(
    "text",
    [
        'The mayor crossed the "dangerous bridge" on foot.',
        "The mayor called the engineer on Friday.",
        "The mayor called for calm.",
        "The mayor warned of a dangerous drift.",
    ],
)
def test_without_quoted_words_or_a_name_there_is_no_quote(text: str) -> None:
    assert contents(text) == []
