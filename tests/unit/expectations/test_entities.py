"""Every claim about entities, broken once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Row = dict[str, object]


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("name_is_not_blank", {"name": " "}),
        ("country_has_its_form", {"country": "CH"}),
        ("wikidata_id_has_its_form", {"wikidata_id": "6294"}),
        ("n_mentions_is_right", {"n_mentions": 2}),
        ("n_documents_is_right", {"n_documents": 2}),
        ("published_range_is_right", {"first_published": date(2009, 3, 5)}),
        ("published_range_is_right", {"first_published": None}),
    ],
)
def test_broken_entity_fails(broken: Callable[..., set[str]], name: str, values: Row) -> None:
    assert broken("entities", 2, **values) == {f"entities.{name}"}


def test_range_that_ends_before_it_begins_fails(broken: Callable[..., set[str]]) -> None:
    assert "entities.first_published_is_not_after_last" in broken(
        "entities", 2, first_published=date(2009, 3, 7)
    )


def test_entity_that_nothing_mentions_fails_once(
    rows: dict[str, list[Row]], judged: Callable[[], set[str]]
) -> None:
    rows["mentions"][2]["entity_id"] = None
    assert judged() == {"entities.entity_has_a_mention"}


def test_id_of_another_form_fails(rows: dict[str, list[Row]], judged: Callable[[], set[str]]) -> None:
    rows["entities"][2]["entity_id"] = rows["mentions"][2]["entity_id"] = "Q71"
    assert judged() == {"entities.entity_id_has_its_form"}
