"""Date mentions of an article published on Monday 9 March 2009."""

from datetime import date

import pytest

from copydesk.entities.date_mentions import find_dates
from schemas.vocabulary import DatePrecision
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


@pytest.mark.parametrize(
    ("text", "found", "precision"),
    [
        ("He took office in January.", ("January", date(2009, 1, 1)), DatePrecision.MONTH),
        ("The war broke out last year.", ("last year", date(2008, 1, 1)), DatePrecision.YEAR),
        ("She arrived on Friday.", ("Friday", date(2009, 3, 6)), DatePrecision.DAY),
    ],
)
def test_months_and_years_are_their_first_day_and_say_so(
    text: str, found: tuple[str, date], precision: DatePrecision
) -> None:
    document = make_document(text, published_on=date(2009, 3, 9))
    (mention,) = find_dates(document, make_sentences(text), ())
    assert (mention.span.of(text), mention.resolved_date, mention.date_precision) == (*found, precision)


def test_without_a_day_of_publication_last_year_is_no_date() -> None:
    text = "The war broke out last year."
    (mention,) = find_dates(make_document(text), make_sentences(text), ())
    assert (mention.resolved_date, mention.date_precision) == (None, None)


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
