"""Events, whole."""

from __future__ import annotations

from datetime import date

import pytest

from copydesk.entities.mentions import find_mentions
from copydesk.events.find import find_events
from copydesk.records import Event, EventActor, Quote
from copydesk.spans import Span
from schemas.vocabulary import ActorRole, DatePrecision, EventStatus, QuoteKind, Sector
from tests.factories import make_document, make_sentences

MONDAY = date(2009, 3, 9)


def _events(text: str, quotes: tuple[Quote, ...] = ()) -> tuple[Event, ...]:
    document, sentences = make_document(text, published_on=MONDAY), make_sentences(text)
    return find_events(document, sentences, find_mentions(document, sentences), quotes)


def _types(text: str) -> list[tuple[str, EventStatus]]:
    return [(event.event_type, event.status) for event in _events(text)]


def _quote(content: Span) -> Quote:
    return Quote(0, QuoteKind.INDIRECT, (content,), (), None, (), None, None, None, None, 1.0)


def test_event_has_all_that_its_sentence_tells() -> None:
    text = "Chilean troops killed 12 Bolivian soldiers in Peru on Friday."
    assert _events(text) == (
        Event(
            sentence_no=0,
            event_type="ASSAULT",
            mode=None,
            trigger=(Span(15, 21),),
            evidence=Span(0, 61),
            status=EventStatus.ACTUAL,
            actors=(
                EventActor(ActorRole.SOURCE, Span(0, 14), 0, "Chilean", "CHL", Sector.MIL),
                EventActor(ActorRole.TARGET, Span(25, 42), 1, "Bolivian", "BOL", Sector.MIL),
            ),
            confidence=0.85,
            occurred_on=date(2009, 3, 6),
            date_precision=DatePrecision.DAY,
            place="Peru",
            place_country="PER",
            attributed_to=None,
            fatalities=12,
            injuries=None,
        ),
    )


@pytest.mark.parametrize(
    "text",
    [
        "President Ana Rojas gave Chancellor Karl Braun a bronze medal in Lima.",
        "President Ana Rojas presented Chancellor Karl Braun with a bronze medal in Lima.",
    ],
)
def test_symbolic_gift_is_support_however_it_is_worded(text: str) -> None:
    assert _types(text) == [("SUPPORT", EventStatus.ACTUAL)]


@pytest.mark.parametrize(
    ("text", "coded"),
    [
        ("Chile and Peru are due to meet in Lima.", ("CONSULT", EventStatus.PLANNED)),
        ("Chile and Peru meet next week.", ("CONSULT", EventStatus.PLANNED)),
        ("Chile will send food to Peru.", ("AGREE", EventStatus.ACTUAL)),
        ("Chile will bomb Peru.", ("THREATEN", EventStatus.ACTUAL)),
        ("Chile plans to bomb Peru.", ("THREATEN", EventStatus.ACTUAL)),
        ("Chile said it would not send food to Peru.", ("REJECT", EventStatus.ACTUAL)),
        ("Chile did not send food to Peru.", ("AID", EventStatus.NEGATED)),
        ("Chile invaded Peru last year.", ("ASSAULT", EventStatus.BACKGROUND)),
    ],
)
def test_status_and_type_follow_from_the_words_around(text: str, coded: tuple[str, EventStatus]) -> None:
    assert _types(text) == [coded]


@pytest.mark.parametrize(
    "text",
    [
        "Chile said the talks were useful.",
        "Chile's plan met strong objections from Peru.",
        "The storm killed 12 people near the coast.",
        "Chile is large.",
        "Ada Brown visited the museum in Lima.",
        "The meeting was long.",
    ],
)
def test_sentence_without_deed_between_actors_has_no_event(text: str) -> None:
    assert _types(text) == []


def test_continued_deed_is_one_event() -> None:
    events = _events("Chilean police opened fire, killing three people.")
    assert [(event.event_type, event.fatalities) for event in events] == [("ASSAULT", 3)]


def test_without_words_for_time_there_is_no_date() -> None:
    assert [event.occurred_on for event in _events("Chile bombed Peru.")] == [None]


def test_date_of_an_announced_deed_is_not_that_of_the_announcement() -> None:
    assert [event.occurred_on for event in _events("Chile will send food to Peru in April.")] == [None]


def test_place_and_date_go_to_the_nearest_event() -> None:
    text = "Chile condemned Peru on Friday before a meeting with Bolivia in Oslo."
    told = [(event.event_type, event.place, event.occurred_on) for event in _events(text)]
    assert told[0] == ("ACCUSE", None, date(2009, 3, 6))


def test_event_within_a_quote_is_attributed_to_the_narrowest() -> None:
    text = "Chile bombed Peru."
    assert [event.attributed_to for event in _events(text, (_quote(Span(0, 18)), _quote(Span(6, 18))))] == [1]


def test_event_outside_the_quote_is_the_articles_own() -> None:
    text = "Chile bombed Peru."
    assert [event.attributed_to for event in _events(text, (_quote(Span(13, 17)),))] == [None]


def test_events_come_in_the_order_of_the_text() -> None:
    text = "Chile bombed Peru and condemned Bolivia.\n\nPeru met Brazil."
    assert [event.event_type for event in _events(text)] == ["ASSAULT", "ACCUSE", "CONSULT"]


@pytest.mark.parametrize("text", ["", "\u0000\u202e", "to to to to", "“‘—…", "Peru " * 50])
def test_odd_text_has_no_events(text: str) -> None:
    assert _types(text) == []


def test_date_shared_with_another_clause_is_less_sure() -> None:
    text = "Kenya invited Uganda to join its plan on Friday, and Ghana then met Rwanda."
    told = [(event.event_type, event.occurred_on, event.confidence) for event in _events(text)]
    assert told == [("AGREE", date(2009, 3, 6), 0.75), ("CONSULT", date(2009, 3, 6), 0.75)]


def test_next_day_of_a_story_in_the_past_is_no_plan() -> None:
    assert _types("Kenya sent troops to Uganda the next day.") == [("MOBILIZE", EventStatus.ACTUAL)]
