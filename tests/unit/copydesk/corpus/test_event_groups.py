"""Tests of `copydesk.corpus.event_groups` and `copydesk.corpus.actor_sides`."""

from __future__ import annotations

from datetime import date, timedelta

import polars as pl

from copydesk.corpus.event_groups import event_group_ids
from tests.unit.copydesk.corpus.rows import Row, actor, article, event, frame, mention, values

_DAY = date(2009, 6, 1)
_GAVE = "Berg gave Holm a silver compass before they sat down to talk in Vik."
_HANDED = "At the table Erik Berg handed Ms Holm a present, an old compass."
_TOGETHER: dict[str, object] = {"a-e0": "eg-a-e0", "b-e0": "eg-a-e0"}
_APART: dict[str, object] = {"a-e0": "eg-a-e0", "b-e0": "eg-b-e0"}


def _groups(
    events: list[Row], actors: list[Row], *, days_apart: int = 1, one_story: bool = False
) -> dict[str, object]:
    documents = frame("documents", article("a", "", _DAY), article("b", "", _DAY + timedelta(days_apart)))
    story = pl.lit("story-a") if one_story else "story-" + pl.col("doc_id")
    mentions = frame(
        "mentions",
        *[mention(f"{doc}-{name}", name, "PERSON", 0) for doc in "ab" for name in ("berg", "holm", "lund")],
    )
    found = event_group_ids(
        frame("events", *events),
        frame("event_actors", *actors),
        mentions,
        documents.with_columns(story_id=story),
    )
    return values(found, "event_id", "event_group_id")


def _people(event_id: str, *names: str, role: str = "") -> list[Row]:
    """The first as source, the rest as targets, unless all have one role."""
    doc_id = event_id.split("-")[0]
    roles = ["source", *["target"] * (len(names) - 1)] if role == "" else [role] * len(names)
    return [
        actor(
            event_id,
            roles[ordinal],
            ordinal,
            name,
            name=name.title(),
            entity_id=f"person-{name}",
            mention_id=f"{doc_id}-{name}",
        )
        for ordinal, name in enumerate(names)
    ]


def _states(event_id: str, *countries: str) -> list[Row]:
    roles = ("source", "target")
    return [actor(event_id, roles[no], 0, code, country=code) for no, code in enumerate(countries)]


def test_a_gift_told_in_other_words_is_one_happening() -> None:
    events = [
        event("a-e0", "SUPPORT", _GAVE, trigger="gave ... compass"),
        event("b-e0", "SUPPORT", _HANDED, trigger="handed ... present ... compass"),
    ]
    assert _groups(events, _people("a-e0", "berg", "holm") + _people("b-e0", "berg", "holm")) == _TOGETHER


def test_the_same_people_alone_make_no_happening() -> None:
    events = [
        event("a-e0", "SUPPORT", _GAVE, trigger="gave ... compass"),
        event("b-e0", "SUPPORT", "Berg praised Holm for her speech on cod.", trigger="praised"),
    ]
    assert _groups(events, _people("a-e0", "berg", "holm") + _people("b-e0", "berg", "holm")) == _APART


def test_the_same_words_about_other_people_are_another_happening() -> None:
    events = [event("a-e0", "SUPPORT", _GAVE), event("b-e0", "SUPPORT", _GAVE.replace("Holm", "Lund"))]
    assert _groups(events, _people("a-e0", "berg", "holm") + _people("b-e0", "berg", "lund")) == _APART


def test_another_type_is_another_happening() -> None:
    events = [event("a-e0", "SUPPORT", _GAVE), event("b-e0", "AID", _GAVE)]
    assert _groups(events, _people("a-e0", "berg", "holm") + _people("b-e0", "berg", "holm")) == _APART


def test_who_met_whom_may_be_told_the_other_way_round() -> None:
    told = "Berg met Holm for three hours in a lighthouse near Vik."
    events = [event("a-e0", "CONSULT", told), event("b-e0", "CONSULT", told)]
    assert _groups(events, _people("a-e0", "berg", "holm") + _people("b-e0", "holm", "berg")) == _TOGETHER


def test_who_accused_whom_may_not() -> None:
    told = "Berg accused Holm of emptying the sea of cod before the vote."
    events = [event("a-e0", "ACCUSE", told), event("b-e0", "ACCUSE", told)]
    assert _groups(events, _people("a-e0", "berg", "holm") + _people("b-e0", "holm", "berg")) == _APART


def test_other_dates_are_other_happenings() -> None:
    events = [
        event("a-e0", "SUPPORT", _GAVE, occurred_on=_DAY, date_precision="day"),
        event("b-e0", "SUPPORT", _GAVE, occurred_on=_DAY + timedelta(1), date_precision="day"),
    ]
    assert _groups(events, _people("a-e0", "berg", "holm") + _people("b-e0", "berg", "holm")) == _APART


def test_a_day_lies_within_its_month() -> None:
    events = [
        event("a-e0", "SUPPORT", _GAVE, occurred_on=date(2009, 5, 20), date_precision="day"),
        event("b-e0", "SUPPORT", _GAVE, occurred_on=date(2009, 5, 1), date_precision="month"),
    ]
    assert _groups(events, _people("a-e0", "berg", "holm") + _people("b-e0", "berg", "holm")) == _TOGETHER


def test_undated_news_of_another_month_is_another_happening() -> None:
    events = [event("a-e0", "SUPPORT", _GAVE), event("b-e0", "SUPPORT", _GAVE)]
    actors = _people("a-e0", "berg", "holm") + _people("b-e0", "berg", "holm")
    assert _groups(events, actors, days_apart=40) == _APART


def test_other_countries_are_other_places() -> None:
    events = [
        event("a-e0", "SUPPORT", _GAVE, place="Vik", place_country="NOR"),
        event("b-e0", "SUPPORT", _GAVE, place="Bonn", place_country="DEU"),
    ]
    assert _groups(events, _people("a-e0", "berg", "holm") + _people("b-e0", "berg", "holm")) == _APART


def test_a_plan_and_its_outcome_need_the_same_date() -> None:
    dated: dict[str, object] = {"occurred_on": _DAY, "date_precision": "day"}
    actors = _people("a-e0", "berg", "holm") + _people("b-e0", "berg", "holm")
    undated = [event("a-e0", "CONSULT", _GAVE, status="planned"), event("b-e0", "CONSULT", _GAVE)]
    same_day = [row | dated for row in undated]
    assert (_groups(undated, actors), _groups(same_day, actors)) == (_APART, _TOGETHER)


def test_what_did_not_happen_is_one_thing_only_within_a_story() -> None:
    told = "Norland will not sell its lighthouses to Sudland."
    events = [event(f"{doc}-e0", "SUPPORT", told, status="negated") for doc in "ab"]
    actors = _states("a-e0", "NOR", "SWE") + _states("b-e0", "NOR", "SWE")
    assert (_groups(events, actors), _groups(events, actors, one_story=True)) == (_APART, _TOGETHER)


def test_two_events_of_one_sentence_are_never_one() -> None:
    events = [event("a-e0", "CONSULT", _GAVE), event("a-e1", "CONSULT", _GAVE, sentence_no=0)]
    actors = _people("a-e0", "berg", "holm") + _people("a-e1", "berg", "holm")
    assert _groups(events, actors) == {"a-e0": "eg-a-e0", "a-e1": "eg-a-e1"}


def test_a_delegation_that_meets_two_hosts_meets_twice() -> None:
    events = [
        event("a-e0", "CONSULT", "Berg and Holm met the king in the old harbour office."),
        event("b-e0", "CONSULT", "Berg and Lund met the king in the old harbour office."),
    ]
    actors = _people("a-e0", "berg", "holm", role="source") + _people("b-e0", "berg", "lund", role="source")
    assert _groups(events, actors) == _APART


def test_an_event_without_actors_stays_on_its_own() -> None:
    assert _groups([event("a-e0", "SUPPORT", _GAVE), event("b-e0", "SUPPORT", _GAVE)], []) == _APART


def test_two_people_have_one_next_meeting() -> None:
    events = [
        event("a-e0", "CONSULT", "Berg and Holm meet next week.", status="planned", trigger="meet"),
        event("b-e0", "CONSULT", "A first meeting of Berg with Holm is due.", status="planned"),
    ]
    actors = _people("a-e0", "berg", "holm") + _people("b-e0", "berg", "holm")
    apart = [row | {"status": "actual"} for row in events]
    assert (_groups(events, actors, one_story=True), _groups(apart, actors)) == (_TOGETHER, _APART)


def test_the_same_words_between_quotation_marks_are_one_offer() -> None:
    offer = 'Late on Monday ministers in the harbour offered fishermen "to open the blue gate" for lorries.'
    promise = 'Shopkeepers liked what was promised at night, "open the blue gate", with its rusty locks.'
    events = [event("a-e0", "AGREE", offer), event("b-e0", "AGREE", promise)]
    actors = _states("a-e0", "NOR") + _states("b-e0", "NOR")
    bare = [row | {"evidence": str(row["evidence"]).replace('"', "")} for row in events]
    assert (_groups(events, actors), _groups(bare, actors)) == (_TOGETHER, _APART)


def test_day_without_a_year_is_that_of_the_other_article() -> None:
    events = [
        event("a-e0", "CONSULT", "Berg met Holm today."),
        event("b-e0", "CONSULT", "He spoke after a meeting with Holm on June 1."),
    ]
    other_day = [events[0], events[1] | {"evidence": "He spoke after a meeting with Holm on June 3."}]
    actors = _people("a-e0", "berg", "holm") + _people("b-e0", "berg", "holm")
    assert (_groups(events, actors), _groups(other_day, actors)) == (_TOGETHER, _APART)


def test_news_told_again_weeks_later_is_the_same() -> None:
    again = event("b-e0", "SUPPORT", f"Weeks ago {_GAVE}", trigger="gave ... compass")
    events = [event("a-e0", "SUPPORT", _GAVE, trigger="gave ... compass"), again]
    actors = _people("a-e0", "berg", "holm") + _people("b-e0", "berg", "holm")
    assert _groups(events, actors, days_apart=30) == _TOGETHER
    assert _groups(events, actors, days_apart=90) == _APART
