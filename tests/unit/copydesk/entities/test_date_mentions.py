"""Date mentions of an article published on Monday 9 March 2009."""

from datetime import date

import pytest

from copydesk.entities.date_mentions import find_dates
from tests.factories import make_document, make_sentences


def dates_in(text: str) -> list[tuple[str, date | None]]:
    document = make_document(text, published_on=date(2009, 3, 9))
    return [
        (mention.span.of(text), mention.resolved_date)
        for mention in find_dates(document, make_sentences(text), ())
    ]


def test_past_weekday_is_the_last_one() -> None:
    assert dates_in("The ministers met on Friday in Oslo.") == [("Friday", date(2009, 3, 6))]


def test_future_weekday_is_the_next_one() -> None:
    assert dates_in("The ministers will meet on Friday in Oslo.") == [("Friday", date(2009, 3, 13))]


def test_written_date_is_one_mention() -> None:
    assert dates_in("The treaty was signed on Tuesday, March 18, 2008.") == [
        ("Tuesday, March 18, 2008", date(2008, 3, 18))
    ]


def test_month_is_a_mention_without_a_day() -> None:
    assert dates_in("He took office in January.") == [("January", None)]


@pytest.mark.parametrize(
    "text", ["The weekly paper reported it.", "Lind, 59, is a farmer.", "Her 17-year-old son left."]
)
def test_ages_and_words_of_time_are_no_dates(text: str) -> None:
    assert dates_in(text) == []


def test_names_keep_their_weekdays() -> None:
    text = "The Sunday Herald printed the letter."
    document = make_document(text, published_on=date(2009, 3, 9))
    sentences = make_sentences(text)
    (name,) = (token.span for token in sentences[0].tokens if token.text == "Sunday")
    assert find_dates(document, sentences, (name,)) == ()
