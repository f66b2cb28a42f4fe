"""Every claim about mentions, broken once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Row = dict[str, object]


@pytest.mark.parametrize(
    ("row_no", "name", "values"),
    [
        (3, "text_equals_its_slice", {"text": "Monday"}),
        (3, "only_dates_are_resolved", {"label": "WORK"}),
        (3, "dates_are_no_entities", {"cluster_no": 5}),
        (3, "resolved_date_is_plausible", {"resolved_date": date(9, 3, 6)}),
        (3, "mention_precision_goes_with_date", {"date_precision": None}),
        (0, "country_has_its_form", {"country": "us"}),
        (0, "confidence_is_a_share", {"confidence": 1.5}),
        (0, "mention_stands_in_its_sentence", {"sentence_no": 1}),
        (0, "mention_stands_in_its_sentence", {"sentence_no": 7}),
    ],
)
def test_broken_mention_fails(broken: Callable[..., set[str]], row_no: int, name: str, values: Row) -> None:
    assert broken("mentions", row_no, **values) == {f"mentions.{name}"}


@pytest.mark.parametrize("suffix", ["-m3", "-q0003", "-m00x3"])
def test_id_of_another_form_fails(
    rows: dict[str, list[Row]], broken: Callable[..., set[str]], suffix: str
) -> None:
    mention_id = f"{rows['mentions'][0]['doc_id']}{suffix}"
    assert broken("mentions", 3, mention_id=mention_id) == {"mentions.mention_id_has_its_form"}


def test_id_of_another_document_fails(broken: Callable[..., set[str]]) -> None:
    assert broken("mentions", 3, mention_id="0123456789abcdef-m0003") == {
        "mentions.mention_id_begins_with_its_document"
    }


def test_id_with_five_digits_is_fine(rows: dict[str, list[Row]], broken: Callable[..., set[str]]) -> None:
    assert broken("mentions", 3, mention_id=f"{rows['mentions'][0]['doc_id']}-m12345") == set()


def test_date_that_cannot_be_told_is_fine(broken: Callable[..., set[str]]) -> None:
    assert broken("mentions", 3, resolved_date=None, date_precision=None) == set()


def test_unknown_document_fails_the_reference_and_not_the_slice(
    rows: dict[str, list[Row]], broken: Callable[..., set[str]]
) -> None:
    assert broken("mentions", 3, doc_id="f" * 16, mention_id=f"{'f' * 16}-m0003") == {
        "mentions.doc_id_is_known",
        "mentions.mention_stands_in_its_sentence",
    }
