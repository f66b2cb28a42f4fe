"""Every claim about events, broken once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Row = dict[str, object]

    Rows = dict[str, list[Row]]


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("trigger_equals_its_slices", {"trigger": "meets"}),
        ("trigger_lies_in_evidence", {"trigger": "told", "trigger_spans": [{"start": 90, "end": 94}]}),
        ("trigger_within_document", {"trigger_spans": [{"start": 400, "end": 404}], "evidence_end": 54}),
        ("evidence_equals_its_slice", {"evidence": "Something else."}),
        ("evidence_is_its_sentence", {"sentence_no": 1}),
        ("evidence_is_its_sentence", {"sentence_no": 9}),
        ("quad_class_fits_type", {"quad_class": "verbal_conflict"}),
        ("mode_fits_type", {"mode": "boycott"}),
        ("intensity_is_in_range", {"intensity": 10.5}),
        ("date_precision_goes_with_date", {"date_precision": None}),
        ("date_precision_goes_with_date", {"occurred_on": None}),
        ("occurred_on_begins_its_period", {"date_precision": "month"}),
        ("occurred_on_begins_its_period", {"date_precision": "year", "occurred_on": date(2008, 3, 1)}),
        ("occurred_on_is_plausible", {"occurred_on": date(9, 3, 6)}),
        ("actual_events_are_past", {"occurred_on": date(2009, 3, 7)}),
        ("fatalities_is_in_range", {"fatalities": -1}),
        ("injuries_is_in_range", {"injuries": -1}),
        ("place_country_has_its_form", {"place_country": "Switzerland"}),
        ("confidence_is_a_share", {"confidence": 1.1}),
        ("attributed_to_is_known", {"attributed_to": "0123456789abcdef-q0000"}),
    ],
)
def test_broken_event_fails(broken: Callable[..., set[str]], name: str, values: Row) -> None:
    failing = broken("events", 0, **values)
    assert failing - {"events.trigger_lies_in_evidence"} == {f"events.{name}"} - {
        "events.trigger_lies_in_evidence"
    }
    assert f"events.{name}" in failing


def test_planned_event_may_be_due_after_publication(broken: Callable[..., set[str]]) -> None:
    assert broken("events", 0, occurred_on=date(2009, 4, 1), status="planned") == set()


def test_mode_of_the_type_is_fine(broken: Callable[..., set[str]]) -> None:
    assert broken("events", 0, mode="visit") == set()


def test_event_without_a_date_is_fine(broken: Callable[..., set[str]]) -> None:
    assert broken("events", 0, occurred_on=None, date_precision=None) == set()


def test_event_without_a_trigger_fails(broken: Callable[..., set[str]]) -> None:
    assert "events.trigger_has_a_piece" in broken("events", 0, trigger_spans=[])


def test_event_without_actors_fails(rows: Rows, judged: Callable[[], set[str]]) -> None:
    rows["event_actors"] = []
    rows["runs"][0]["n_event_actors"] = 0
    assert judged() == {"events.event_has_an_actor"}


def test_quote_of_another_document_fails(rows: Rows, judged: Callable[[], set[str]]) -> None:
    copy = str(rows["documents"][1]["doc_id"])
    rows["quotes"][0] |= {"doc_id": copy, "quote_id": f"{copy}-q0000"}
    rows["events"][0]["attributed_to"] = f"{copy}-q0000"
    assert "events.quote_of_same_document" in judged()
