"""Where quotation marks open and close."""

from __future__ import annotations

import pytest

from copydesk.quotes.marks import Quotation, find_quotations, find_quoted_spans, quotations_over
from copydesk.spans import Span
from tests.factories import make_document


def quoted(paragraph: str) -> list[str]:
    return [span.of(paragraph) for span in find_quoted_spans(paragraph)]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ('She said "no" and left.', ['"no"']),
        ("She said “no” and left.", ["“no”"]),
        ("Sie sagte „nein“ und ging.", ["„nein“"]),
        ("She said ``no'' and left.", ["``no''"]),
        ("She said ‘no’ and left.", ["‘no’"]),
        ("She said 'no' and left.", ["'no'"]),
    ],
)
def test_every_kind_of_mark_is_found(paragraph: str, expected: list[str]) -> None:
    assert quoted(paragraph) == expected


@pytest.mark.parametrize(
    "paragraph",
    [
        "It wasn't the ministers' plan, it was Norway's.",
        "Rock 'n' roll of the '60s, they said.",
        "The Smiths’ house and the Joneses’ garden don’t touch.",
        'A 6" pipe burst.',
        "",
    ],
)
def test_apostrophes_and_inches_are_no_quotation(paragraph: str) -> None:
    assert quoted(paragraph) == []


def test_plural_apostrophe_inside_single_marks_does_not_close_them() -> None:
    assert quoted("'The farmers' demands are fair,' she said.") == ["'The farmers' demands are fair,'"]


def test_plural_that_ends_a_single_quoted_stretch_closes_it() -> None:
    assert quoted("The two 'rogue traders' were fined.") == ["'rogue traders'"]


def test_unclosed_quote_ends_with_its_paragraph() -> None:
    assert quoted('He said: "We will wait. There is time.') == ['"We will wait. There is time.']


def test_second_opening_mark_ends_the_stretch_before() -> None:
    assert quoted('"We will wait. "There is time," he said.') == ['"We will wait.', '"There is time,"']


def test_closing_mark_without_partner_does_not_turn_the_rest_around() -> None:
    assert quoted('We wait," he said. "There is time."') == ['"There is time."']


def test_of_nested_marks_only_the_outer_count() -> None:
    assert quoted("“They called it ‘odd’ twice,” he said.") == ["“They called it ‘odd’ twice,”"]
    assert quoted("'They called it \"odd\" twice,' he said.") == ["'They called it \"odd\" twice,'"]


def test_quotation_knows_its_inside_and_its_paragraph() -> None:
    document = make_document('Calm.\n\n"Stay calm."')
    assert find_quotations(document) == (Quotation(Span(7, 19), Span(8, 18), 1, is_closed=True),)


def test_open_quotation_is_not_closed() -> None:
    assert find_quotations(make_document('"Stay')) == (Quotation(Span(0, 5), Span(1, 5), 0, is_closed=False),)


def test_marks_without_words_are_no_quotation() -> None:
    assert find_quotations(make_document('He wrote "..." and "" and left.')) == ()


def test_quotations_over_a_stretch_are_those_with_a_character_in_it() -> None:
    quotations = find_quotations(make_document('"One." "Two." "Three."'))
    assert quotations_over(quotations, 6, 12) == quotations[1:2]
