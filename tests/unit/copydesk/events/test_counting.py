"""Which triggers are events."""

from __future__ import annotations

import pytest

from copydesk.entities.mentions import find_mentions
from copydesk.events.find import find_events
from schemas.vocabulary import ActorRole
from tests.factories import make_document, make_sentences


def _types(text: str) -> list[str]:
    document, sentences = make_document(text), make_sentences(text)
    events = find_events(document, sentences, find_mentions(document, sentences), ())
    return [event.event_type for event in events]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Somebody shot two guards in Kenya.", ["ASSAULT"]),
        ("Lightning killed two guards in Kenya.", []),
        ("Rebels shot two guards on Friday.", ["ASSAULT"]),
        ("The lecturer shot two guards on Friday.", []),
    ],
)
def test_somebody_without_a_name_acts_where_a_state_is_named(text: str, types: list[str]) -> None:
    assert _types(text) == types


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Kenyan nurses began a strike to protest against Uganda.", ["PROTEST"]),
        ("Kenya condemned Uganda, urging Rwanda to help.", ["ACCUSE"]),
        ("Kenya condemned Uganda and urged Rwanda to help.", ["ACCUSE", "REQUEST"]),
        ("Kenya met Uganda at a summit.", ["CONSULT"]),
    ],
)
def test_purpose_words_and_occasion_are_no_events_of_their_own(text: str, types: list[str]) -> None:
    assert _types(text) == types


def test_a_sentence_on_sport_tells_no_event() -> None:
    assert _types("Kenya attacked Uganda, whose goalkeeper stood firm.") == []


def test_what_lacks_its_second_side_is_read_otherwise() -> None:
    assert _types("Kenya launched a rocket.") == ["MOBILIZE"]
    assert _types("Kenya launched a rocket at Uganda.") == ["ASSAULT"]


def test_who_has_no_name_stands_in_the_row_in_own_words() -> None:
    text = "Terrorists bombed four trains in Spain."
    document, sentences = make_document(text), make_sentences(text)
    (event,) = find_events(document, sentences, find_mentions(document, sentences), ())
    assert [(actor.role, actor.span.of(text), actor.mention) for actor in event.actors] == [
        (ActorRole.SOURCE, "Terrorists", None),
        (ActorRole.TARGET, "trains", None),
    ]


def test_who_does_nothing_but_what_the_trigger_names_is_no_event() -> None:
    assert _types("It was time in Spain to press the button.") == []


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Kenya threatened to open fire on Uganda.", "violence"),
        ("Kenya will bomb Uganda.", "violence"),
        ("Kenya will expel Ugandan diplomats.", "expel"),
        ("Kenya refused to release Ugandan sailors.", "yield"),
        ("Kenya urged Uganda to meet Rwanda.", "meet"),
        ("Kenya urged Uganda to sing.", None),
    ],
)
def test_the_mode_of_words_is_what_they_ask_refuse_or_threaten(text: str, mode: str | None) -> None:
    document, sentences = make_document(text), make_sentences(text)
    (event,) = find_events(document, sentences, find_mentions(document, sentences), ())
    assert event.mode == mode


@pytest.mark.parametrize("text", ["In Kenya we welcome this.", "Kenya has a plan, which they praised."])
def test_a_pronoun_without_a_name_behind_it_does_nothing(text: str) -> None:
    assert _types(text) == []
