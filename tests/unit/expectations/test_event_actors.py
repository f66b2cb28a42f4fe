"""Every claim about the actors of events, broken once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Row = dict[str, object]

    Rows = dict[str, list[Row]]


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("ordinal_counts_up", {"ordinal": 1}),
        ("text_agrees_with_mention", {"text": "Geneva"}),
        ("name_is_that_of_entity", {"name": "Clinton"}),
        ("name_is_that_of_entity", {"name": None}),
        ("country_has_its_form", {"country": "usa"}),
        ("sector_is_in_vocabulary", {"sector": "GOVT"}),
    ],
)
def test_broken_actor_fails(broken: Callable[..., set[str]], name: str, values: Row) -> None:
    assert broken("event_actors", 0, **values) == {f"event_actors.{name}"}


def test_entity_of_another_mention_fails(rows: Rows, judged: Callable[[], set[str]]) -> None:
    rows["event_actors"][0] |= {"entity_id": "gpe-00000000000c", "name": "Geneva"}
    assert judged() == {"event_actors.entity_is_that_of_mention"}


def test_unknown_mention_fails(broken: Callable[..., set[str]]) -> None:
    assert "event_actors.mention_id_is_known" in broken(
        "event_actors", 0, mention_id="0123456789abcdef-m0000"
    )


def test_text_from_nowhere_fails(broken: Callable[..., set[str]]) -> None:
    assert broken("event_actors", 0, text="Madam Hillary Clinton") == {"event_actors.text_stands_in_document"}


def test_part_of_a_mention_is_fine(broken: Callable[..., set[str]]) -> None:
    assert broken("event_actors", 0, text="Clinton") == set()


def test_actor_that_is_no_mention_is_fine(broken: Callable[..., set[str]]) -> None:
    assert broken("event_actors", 0, mention_id=None, entity_id=None, name=None, text="reporters") == set()


def test_ordinals_count_on_each_side(rows: Rows, judged: Callable[[], set[str]]) -> None:
    rows["event_actors"][1] |= {"role": "source", "ordinal": 1}
    assert judged() == set()


def test_document_other_than_that_of_the_event_fails(rows: Rows, judged: Callable[[], set[str]]) -> None:
    rows["event_actors"][0]["doc_id"] = rows["documents"][1]["doc_id"]
    assert judged() == {
        "event_actors.event_of_same_document",
        "event_actors.mention_of_same_document",
    }
