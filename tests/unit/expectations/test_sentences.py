"""Every claim about sentences, broken once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Row = dict[str, object]


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("text_equals_its_slice", {"text": "Something else."}),
        ("end_within_document", {"end": 9999}),
        ("paragraph_no_rises", {"paragraph_no": 2}),
        ("paragraph_no_rises", {"paragraph_no": -1}),
    ],
)
def test_broken_sentence_fails(broken: Callable[..., set[str]], name: str, values: Row) -> None:
    assert broken("sentences", 1, **values) == {f"sentences.{name}"}


def test_gap_in_the_numbers_fails(rows: dict[str, list[Row]], judged: Callable[[], set[str]]) -> None:
    rows["sentences"][1]["sentence_no"] = 2
    rows["quotes"][0]["sentence_no"] = 2
    assert judged() == {"sentences.sentence_no_counts_up"}


def test_overlapping_sentences_fail(broken: Callable[..., set[str]]) -> None:
    assert broken("sentences", 1, start=53) == {
        "sentences.start_follows_the_row_before",
        "sentences.text_equals_its_slice",
    }


def test_negative_start_is_not_taken_from_the_end(broken: Callable[..., set[str]]) -> None:
    assert "sentences.end_within_document" in broken("sentences", 0, start=-4)
