"""All mentions of an article."""

from datetime import date

import pytest

from copydesk.entities.mentions import find_mentions
from copydesk.records import Mention
from copydesk.spans import Span
from schemas.vocabulary import DatePrecision, MentionForm, MentionLabel
from tests.factories import make_document, make_sentences


def test_names_pronouns_and_dates_come_in_the_order_of_the_text() -> None:
    text = "Norwegian Prime Minister Karl Lindqvist left on Friday. He was tired."
    document = make_document(text, published_on=date(2009, 3, 9))
    person = MentionLabel.PERSON
    assert find_mentions(document, make_sentences(text)) == (
        Mention(Span(0, 9), 0, MentionLabel.NORP, MentionForm.NAME, 0.95, 0, "Norwegian", "NOR"),
        Mention(
            Span(25, 39), 0, person, MentionForm.NAME, 0.95, 1, "Karl Lindqvist", "NOR", "Prime Minister"
        ),
        Mention(
            Span(48, 54),
            0,
            MentionLabel.DATE,
            MentionForm.NAME,
            0.9,
            resolved_date=date(2009, 3, 6),
            date_precision=DatePrecision.DAY,
        ),
        Mention(Span(56, 58), 1, person, MentionForm.PRONOUN, 0.75, 1, "Karl Lindqvist", "NOR"),
    )


def test_text_without_names_has_no_mentions() -> None:
    text = "It rained, and nobody came."
    assert find_mentions(make_document(text), make_sentences(text)) == ()


@pytest.mark.parametrize("text", ["'s", "— ()", "U.S.-", "Mr", "the ", "😀 \u0301", "“", "-", "He he he."])
def test_odd_text_is_no_accident(text: str) -> None:
    assert find_mentions(make_document(text), make_sentences(text)) is not None
