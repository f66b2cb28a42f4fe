"""What follows from a table's declaration: every kind of breakage is told, and told once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest

from expectations.structural import column_facts, has_declared_columns
from expectations.suites import build_suites
from schemas import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Row = dict[str, object]
    Rows = dict[str, list[Row]]
    Build = Callable[[Mapping[str, list[Row]]], dict[str, pl.DataFrame]]


def _failing(frames: dict[str, pl.DataFrame]) -> list[tuple[str, str, list[str]]]:
    return [
        (suite.table, expectation.name, suite.failing_rows(expectation)["column"].to_list())
        for suite in build_suites(frames)
        for expectation in suite.failing_expectations()
    ]


def test_missing_table_fails_with_all_its_columns(rows: Rows, built: Build) -> None:
    frames = built(rows)
    del frames["quotes"]
    assert _failing(frames) == [("quotes", "has_its_columns", TABLES["quotes"].column_names)]


def test_column_of_another_type_fails(rows: Rows, built: Build) -> None:
    frames = built(rows)
    frames["mentions"] = frames["mentions"].with_columns(pl.col("start").cast(pl.Int64))
    assert _failing(frames) == [("mentions", "has_its_columns", ["start"])]


def test_undeclared_column_fails(rows: Rows, built: Build) -> None:
    frames = built(rows)
    frames["runs"] = frames["runs"].with_columns(pl.lit("x").alias("mood"))
    assert _failing(frames) == [("runs", "has_its_columns", ["mood"])]


def test_columns_in_another_order_fail(rows: Rows, built: Build) -> None:
    frames = built(rows)
    names = TABLES["sentences"].column_names
    frames["sentences"] = frames["sentences"].select(names[1], names[0], *names[2:])
    assert _failing(frames) == [("sentences", "has_its_columns", [names[0], names[1]])]


def test_timestamp_without_zone_is_another_type(rows: Rows, built: Build) -> None:
    frames = built(rows)
    frames["runs"] = frames["runs"].with_columns(pl.col("started_at").dt.replace_time_zone(None))
    assert _failing(frames) == [("runs", "has_its_columns", ["started_at"])]


@pytest.mark.parametrize("name", TABLES)
def test_empty_frame_has_the_declared_columns(name: str) -> None:
    assert has_declared_columns(TABLES[name], TABLES[name].empty_frame())


def test_column_facts_tell_what_was_found() -> None:
    table = TABLES["sentences"]
    facts = column_facts(table, table.empty_frame().with_columns(pl.col("end").cast(pl.String)))
    assert facts.filter(~pl.col("is_declared")).rows() == [("end", "4: Int32", "4: String", False)]


def test_null_in_a_required_column_fails(broken: Callable[..., set[str]]) -> None:
    assert broken("quotes", 0, quote_group_id=None) == {"quotes.quote_group_id_is_filled"}


def test_null_in_a_required_list_fails(broken: Callable[..., set[str]]) -> None:
    assert broken("documents", 0, byline=None) == {"documents.byline_is_filled"}


def test_confidence_that_is_not_a_number_fails_as_missing(broken: Callable[..., set[str]]) -> None:
    assert broken("events", 0, confidence=float("nan")) == {"events.confidence_is_filled"}


def test_null_in_a_nullable_column_is_fine(broken: Callable[..., set[str]]) -> None:
    assert broken("quotes", 0, said_on=None, via=None) == set()


def test_value_outside_the_vocabulary_fails(broken: Callable[..., set[str]]) -> None:
    assert broken("quotes", 0, kind="shouted") == {"quotes.kind_is_in_vocabulary"}


def test_reference_to_an_unknown_row_fails(broken: Callable[..., set[str]]) -> None:
    assert broken("quotes", 0, speaker_entity_id="person-00000000dead") == {
        "quotes.speaker_entity_id_is_known"
    }


def test_reference_within_the_same_table_is_checked(broken: Callable[..., set[str]]) -> None:
    assert broken("documents", 1, duplicate_of="f" * 16) == {"documents.duplicate_of_is_known"}


def test_duplicate_single_key_fails(rows: Rows, judged: Callable[[], set[str]]) -> None:
    rows["entities"].append(dict(rows["entities"][0]))
    rows["runs"][0]["n_entities"] = 4
    assert judged() == {"entities.entity_id_is_unique"}


def test_duplicate_compound_key_fails(rows: Rows, judged: Callable[[], set[str]]) -> None:
    rows["rejects"].append(dict(rows["rejects"][0]))
    rows["runs"][0]["n_rejects"] = 2
    assert judged() == {"rejects.source_path_source_record_table_row_id_reason_detail_is_unique"}
