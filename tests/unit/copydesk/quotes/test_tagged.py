"""Quotes by the tagger that ships: what one sees in sentences that leave no doubt."""

from __future__ import annotations

import pytest

from copydesk.quotes.attribute import index_speakers
from copydesk.quotes.tagged import find_quotes_by_tagger
from copydesk.spans import joined
from schemas.vocabulary import QuoteKind
from tests.factories import make_document, make_sentences


def quotes_of(text: str) -> list[tuple[str, str, str | None]]:
    """Speaker, content and outlet of every quote."""
    quotes = find_quotes_by_tagger(make_document(text), make_sentences(text), index_speakers(text, ()))
    return [(joined(text, quote.speaker), joined(text, quote.content), quote.via) for quote in quotes]


@pytest.mark.parametrize("marks", ['""', "“”", "‘’", "''", "„“", "«»"])
def test_quotation_around_its_attribution_is_one_quote(marks: str) -> None:
    opening, closing = tuple(marks)
    text = f"{opening}We will not leave,{closing} said Anna Berg. {opening}There is too much to do.{closing}"
    content = f"{opening}We will not leave,{closing} ... {opening}There is too much to do.{closing}"
    assert quotes_of(text) == [("Anna Berg", content, None)]


def test_words_go_on_in_the_next_paragraph() -> None:
    text = (
        '"The bridge is not safe," said Anna Berg, the mayor. "We have known it for years.\n\n'
        '"Nobody should drive over it before spring."'
    )
    content = (
        '"The bridge is not safe," ... "We have known it for years. ... '
        '"Nobody should drive over it before spring."'
    )
    assert quotes_of(text) == [("Anna Berg, the mayor", content, None)]


def test_outlet_above_a_speaker_is_the_way_and_not_the_speaker() -> None:
    text = "Interfax reported that Foreign Minister Sergei Lavrov said the talks would go on in May."
    assert quotes_of(text) == [("Foreign Minister Sergei Lavrov", "the talks would go on in May", "Interfax")]


def test_outlet_behind_a_speaker_is_the_way_and_no_second_quote() -> None:
    text = "The talks will go on in May, Lavrov said on Monday, Interfax reported."
    assert quotes_of(text) == [("Lavrov", "The talks will go on in May", "Interfax")]


def test_quotes_of_one_sentence_are_told_apart() -> None:
    text = "President Berg said the plan was dead, but Senator Lind insisted that it would pass."
    assert quotes_of(text) == [
        ("President Berg", "the plan was dead", None),
        ("Senator Lind", "that it would pass", None),
    ]


def test_marks_without_a_partner_lose_no_quote() -> None:
    text = 'The 6" pipe burst at noon.\n\n"It was old and nobody cared," Mayor Berg told reporters.'
    assert quotes_of(text) == [("Mayor Berg", '"It was old and nobody cared,"', None)]


def test_kind_cue_and_lemma_are_told() -> None:
    text = "Mayor Berg has repeatedly said that the bridge is “not safe at all”."
    (quote,) = find_quotes_by_tagger(make_document(text), make_sentences(text), index_speakers(text, ()))
    assert (quote.kind, joined(text, quote.cue), quote.cue_lemma) == (
        QuoteKind.MIXED,
        "has repeatedly said",
        "say",
    )


@pytest.mark.parametrize(
    "text",
    [
        "The ferry leaves at nine. It takes an hour, and the sea was calm.",
        "Peel the potatoes, cut them into slices and let them rest.",
        'The film "The Long Way to Winter" runs at the Odeon.',
    ],
)
def test_text_that_reports_nothing_has_no_quote(text: str) -> None:
    assert quotes_of(text) == []


def test_empty_article_has_no_quote() -> None:
    assert quotes_of("") == []
