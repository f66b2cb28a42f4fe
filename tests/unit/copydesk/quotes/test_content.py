"""Cutting content clean."""

from __future__ import annotations

import pytest

from copydesk.quotes.content import clean_content, kind_of_content, n_words, snapped, without
from copydesk.quotes.marks import find_quotations
from copydesk.spans import Span
from schemas.vocabulary import QuoteKind
from tests.factories import make_document


def cleaned(text: str, content: str) -> list[str]:
    start = text.index(content)
    spans = [Span(start, start + len(content))]
    return [span.of(text) for span in clean_content(text, spans, find_quotations(make_document(text)))]


def test_signs_at_the_ends_are_cut() -> None:
    assert cleaned("She said that, well, it was over.", ", well, it was over.") == ["well, it was over"]


def test_full_stop_of_an_abbreviation_stays() -> None:
    assert cleaned("She said it was the U.S.", "it was the U.S.") == ["it was the U.S."]


def test_quotation_inside_reported_words_keeps_its_marks() -> None:
    assert cleaned('He said it was "odd," but fine.', 'it was "odd,"') == ['it was "odd,"']


def test_halved_quotation_is_completed() -> None:
    assert cleaned('He said it was "odd. Very odd."', 'it was "odd.') == ['it was "odd. Very odd."']


def test_wholly_quoted_words_keep_their_marks() -> None:
    assert cleaned('He said "it was odd".', '"it was odd".') == ['"it was odd"']


def test_signs_alone_are_nothing() -> None:
    assert cleaned("He said so ...", "...") == []


@pytest.mark.parametrize(("end", "kind"), [(9, QuoteKind.INDIRECT), (18, QuoteKind.MIXED)])
def test_kind_tells_how_much_is_quoted(end: int, kind: QuoteKind) -> None:
    text = 'it was so "very odd"'
    assert kind_of_content(text, [Span(0, end)], find_quotations(make_document(text))) is kind


def test_words_between_marks_are_direct() -> None:
    text = 'it was so "very odd"'
    assert kind_of_content(text, [Span(11, 19)], find_quotations(make_document(text))) is QuoteKind.DIRECT


def test_hole_splits_a_span() -> None:
    assert without([Span(0, 10)], [Span(3, 5), Span(8, 12)]) == [Span(0, 3), Span(5, 8)]


def test_words_are_counted_over_all_pieces() -> None:
    assert n_words("one two, three", [Span(0, 7), Span(9, 14)]) == 3


def snapped_to(text: str, found: str, outside: str | None = None) -> list[str]:
    """The content `found` with its ends moved, the words `outside` left alone."""
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in (found, outside) if words]
    quotations = find_quotations(make_document(text))
    return [span.of(text) for span in snapped(text, spans[:1], quotations, spans[1:])]


@pytest.mark.parametrize("marks", ['""', "“”", "‘’", "''", "«»"])
def test_content_short_of_a_mark_takes_it(marks: str) -> None:
    text = f"{marks[0]}We can still win this,{marks[1]} she said."
    assert snapped_to(text, "We can still win this,") == [f"{marks[0]}We can still win this,{marks[1]}"]


def test_most_of_a_quotation_is_all_of_it() -> None:
    text = 'She said: "We can still win this game."'
    assert snapped_to(text, '"We can still win this') == ['"We can still win this game."']


def test_few_words_of_a_quotation_are_not_all_of_it() -> None:
    text = '"The mayor says we can wait for the water to fall," she said.'
    assert snapped_to(text, "the water to fall") == ["the water to fall"]


def test_content_does_not_grow_over_its_speaker() -> None:
    text = '"It was, Berg said, far too late."'
    assert snapped_to(text, "far too late", "Berg") == ["far too late"]


def test_comma_behind_reported_words_is_left_out() -> None:
    assert snapped_to("It was over, she said.", "It was over,") == ["It was over"]


def test_mark_that_is_never_closed_takes_no_words_behind() -> None:
    assert snapped_to('She said "it was over and left.', "it was over") == ["it was over"]
