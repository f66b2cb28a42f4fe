"""The codebook: its loader refuses faulty files, and its own examples are coded as they say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from copydesk.entities.mentions import find_mentions
from copydesk.events.find import find_events
from schemas.codebook import (
    EVENT_MODES,
    EVENT_TYPES,
    TYPE_CODES,
    EventType,
    Trigger,
    TriggerKind,
    check_codebook,
    parse_event_type,
)
from schemas.vocabulary import EventStatus, QuadClass
from tests.factories import make_document, make_sentences

_TOML = """
code = "PROTEST"
definition = "Civilians act together."
quad_class = "material_conflict"
intensity = -6.5
modes = ["riot"]
cameo = ["14"]
examples = ["They rioted."]
counter_examples = []

[[triggers]]
verbs = ["riot", "go on"]
objects = ["rampage"]
mode = "riot"
"""


def _actual_types(text: str) -> set[str]:
    document, sentences = make_document(text), make_sentences(text)
    events = find_events(document, sentences, find_mentions(document, sentences), ())
    return {event.event_type for event in events if event.status is EventStatus.ACTUAL}


def test_types_come_in_the_order_of_the_manual() -> None:
    assert tuple(EVENT_TYPES) == TYPE_CODES


def test_modes_are_sorted_and_distinct() -> None:
    assert list(EVENT_MODES) == sorted({mode for kind in EVENT_TYPES.values() for mode in kind.modes})


def test_intensity_has_the_sign_of_the_quad_class() -> None:
    wrong = [
        kind.code
        for kind in EVENT_TYPES.values()
        if (kind.intensity > 0) != kind.quad_class.endswith("cooperation")
    ]
    assert wrong == []


def test_group_becomes_one_trigger_a_word() -> None:
    assert parse_event_type(_TOML, "protest.toml") == EventType(
        code="PROTEST",
        definition="Civilians act together.",
        quad_class=QuadClass.MATERIAL_CONFLICT,
        intensity=-6.5,
        modes=("riot",),
        cameo=("14",),
        planned_as=None,
        refused_as=None,
        triggers=(
            Trigger(TriggerKind.VERB, "riot", objects=("rampage",), mode="riot"),
            Trigger(TriggerKind.VERB, "go", particle="on", objects=("rampage",), mode="riot"),
        ),
        examples=("They rioted.",),
        counter_examples=(),
    )


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("cameo", "kameo", "protest.toml: unknown key 'kameo'"),
        ("objects", "object", "protest.toml: unknown key 'object'"),
        ('mode = "riot"', 'mode = "demo"', "protest.toml: mode is 'demo', expected one of riot"),
        ('"riot", "go on"', '"riot", "riot"', "protest.toml: verbs has 'riot' twice"),
        ('"PROTEST"', '"PARTY"', "protest.toml: code is 'PARTY'"),
        ("-6.5", "-65.0", "protest.toml: intensity is -65.0"),
        ("material_conflict", "conflict", "protest.toml: quad_class is 'conflict'"),
        ('examples = ["They rioted."]', "", "protest.toml: missing \\['examples'\\]"),
        ('["rampage"]', '"rampage"', "protest.toml: objects is 'rampage', expected a list of texts"),
    ],
)
def test_faulty_entry_is_refused_by_file_and_name(right: str, wrong: str, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{message}"):
        parse_event_type(_TOML.replace(right, wrong, 1), "protest.toml")


def test_trigger_in_two_groups_of_a_file_is_refused() -> None:
    again = '\n[[triggers]]\nverbs = ["riot"]\nobjects = ["rampage"]\n'
    with pytest.raises(ValueError, match=r"protest\.toml: trigger 'verb riot rampage' is listed twice"):
        parse_event_type(_TOML + again, "protest.toml")


def test_trigger_of_two_types_is_refused() -> None:
    aid, consult = EVENT_TYPES["AID"], EVENT_TYPES["CONSULT"]
    mixed = replace(aid, triggers=consult.triggers)
    with pytest.raises(ValueError, match="is in both CONSULT and AID"):
        check_codebook(EVENT_TYPES | {"AID": mixed})


def test_missing_type_is_refused() -> None:
    rest = {code: kind for code, kind in EVENT_TYPES.items() if code != "AID"}
    with pytest.raises(ValueError, match="no file for \\['AID'\\]"):
        check_codebook(rest)


@pytest.mark.parametrize(
    ("code", "example"), [(kind.code, example) for kind in EVENT_TYPES.values() for example in kind.examples]
)
def test_example_is_an_event_of_its_type(code: str, example: str) -> None:
    assert {code} & _actual_types(example) == {code}


@pytest.mark.parametrize(
    ("code", "sentence"),
    [(kind.code, sentence) for kind in EVENT_TYPES.values() for sentence in kind.counter_examples],
)
def test_counter_example_is_no_event_of_the_type(code: str, sentence: str) -> None:
    assert {code} & _actual_types(sentence) == set()
