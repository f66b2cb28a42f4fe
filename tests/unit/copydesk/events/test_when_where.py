"""Time and place of events."""

from __future__ import annotations

from datetime import date

import pytest

from copydesk.entities.mentions import find_mentions
from copydesk.events.scene import Scene, make_scenes
from copydesk.events.triggers import FoundTrigger, find_triggers
from copydesk.events.when_where import (
    event_date,
    find_date_mention,
    find_place_mention,
    find_shared_date_mention,
    is_ahead,
    is_background,
    owners,
    place_country,
)
from tests.factories import make_document, make_sentences

MONDAY = date(2009, 3, 9)


def _scene(text: str) -> tuple[Scene, list[FoundTrigger]]:
    document, sentences = make_document(text, published_on=MONDAY), make_sentences(text)
    (scene,) = make_scenes(text, sentences, find_mentions(document, sentences))
    return scene, find_triggers(scene.sentence)


def _told(text: str) -> list[tuple[str | None, ...]]:
    """The words for time and place of every event of a one-sentence text."""
    scene, triggers = _scene(text)
    owned = owners(scene, triggers, range(len(triggers)))
    pairs = [
        (find_date_mention(scene, owned, number), find_place_mention(scene, owned, number, found))
        for number, found in enumerate(triggers)
    ]
    return [tuple(mention.span.of(text) if mention else None for mention in pair) for pair in pairs]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kenya met Uganda in Paris on Friday.", [("Friday", "Paris")]),
        ("Kenya and Uganda are due to meet in Paris on Friday.", [("Friday", "Paris")]),
        ("Talks between Kenya and Uganda began on Friday.", [("Friday", None)]),
        ("Kenya met Uganda, which was founded in 1962.", [(None, None)]),
        ("Kenya met Uganda.", [(None, None)]),
        ("Kenya met Uganda for the first time in Paris.", [(None, "Paris")]),
        ("Kenya met Uganda at a Paris conference.", [(None, "Paris")]),
        ("Kenya met the foreign minister of Uganda in Paris.", [(None, "Paris")]),
        ("Kenya bombed the harbour in Paris.", [(None, "Paris")]),
        ("Kenya criticised the plan for a harbour in Paris.", [(None, None)]),
        ("Kenya visited Paris on Friday.", [("Friday", "Paris")]),
        ("Kenya shelled the town of Goma on Friday.", [("Friday", "Goma")]),
        ("Kenya bombed the Grand Hotel in Goma.", [(None, "Goma")]),
        ("Kenya shelled camps outside the city of Goma.", [(None, "Goma")]),
        ("Kenya killed rebels operating in Goma.", [(None, "Goma")]),
        ("Kenya withdrew its soldiers from Mogadishu.", [(None, "Mogadishu")]),
        ("Kenya deployed its soldiers to Mogadishu.", [(None, "Mogadishu")]),
        ("Kenya attacked Uganda on Friday.", [("Friday", None)]),
        ("The talks between Kenya and Uganda held in Geneva on Friday failed.", [("Friday", "Geneva")]),
        ("Kenya condemned rebels operating in Goma.", [(None, None)]),
    ],
)
def test_time_and_place_hang_on_their_event(text: str, told: list[tuple[str | None, ...]]) -> None:
    assert _told(text) == told


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Kenya fought Uganda last year.", "yes"),
        ("Kenya fought Uganda in 1999.", "yes"),
        ("Kenya fought Uganda on Friday.", "no"),
        ("Kenya fought Uganda.", "no"),
    ],
)
def test_old_events_are_background(text: str, answer: str) -> None:
    scene, triggers = _scene(text)
    mention = find_date_mention(scene, owners(scene, triggers, range(len(triggers))), 0)
    dated = event_date(scene, mention, MONDAY, future=False) if mention else None
    assert is_background(scene, mention, dated, MONDAY) is (answer == "yes")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Kenya meets Uganda next week.", "yes"),
        ("Kenya met Uganda on Friday.", "no"),
        ("Kenya met Uganda.", "no"),
    ],
)
def test_later_events_are_ahead(text: str, answer: str) -> None:
    scene, triggers = _scene(text)
    mention = find_date_mention(scene, owners(scene, triggers, range(len(triggers))), 0)
    dated = event_date(scene, mention, MONDAY, future=False) if mention else None
    assert is_ahead(scene, mention, dated, MONDAY) is (answer == "yes")


def test_country_of_a_place_comes_from_its_name() -> None:
    scene, triggers = _scene("Kenya met Uganda in France.")
    place = find_place_mention(scene, owners(scene, triggers, range(len(triggers))), 0, triggers[0])
    assert place is not None
    assert place_country(scene, place) == "FRA"


@pytest.mark.parametrize(
    ("text", "shared"),
    [
        ("Kenya invited Uganda to join it on Friday, and it then met Rwanda in Paris.", ["Friday", "Friday"]),
        ("Kenya met Uganda and then visited Rwanda on Friday.", [None, "Friday"]),
        ("Kenya will meet Uganda on Friday and visit Rwanda.", [None, None]),
        ("Kenya invited Uganda to join it on Friday.", [None]),
    ],
)
def test_date_of_an_earlier_clause_may_be_that_of_both(text: str, shared: list[str | None]) -> None:
    scene, triggers = _scene(text)
    found = [find_shared_date_mention(scene, trigger.anchor) for trigger in triggers]
    assert [mention.span.of(text) if mention else None for mention in found] == shared


def test_event_at_which_another_happened_leaves_it_the_date() -> None:
    text = "Kenya met Uganda at a summit on Friday."
    scene, triggers = _scene(text)
    owned = owners(scene, triggers, counting=[0])
    mention = find_date_mention(scene, owned, 0)
    assert mention is not None
    assert mention.span.of(text) == "Friday"
